"""Talks about something else while a form is open, and comes back to its question. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.decisions import Decision, Kind
from bot.dialog.forms.asking import next_asked, question_of, unanswered
from bot.dialog.forms.collecting import remembered
from bot.dialog.forms.which import form_of, title_of
from bot.dialog.phrases import phrase
from bot.dialog.policy import AnswerWith, Form
from bot.dialog.state import DialogState, OpenForm, Stage
from bot.dialog.turn import Turn
from bot.dialog.words import asks

MAX_ASIDE: Final = 4
"""How often something else may be talked about before a form is put aside."""
_ANSWERS: Final = frozenset({Kind.ANSWER, Kind.COMPOSE})


def digresses(turn: Turn, form: Form) -> bool:
    """Whether the turn asks for something that is not the form's matter and has a sure answer."""
    known = turn.situation.templates
    best = next((each for each in turn.reading.templates if each.template in known), None)
    if best is not None and best.probability >= turn.policy.answer_threshold:
        template = known[best.template]
        return not form.is_opened_by(template) and form.then != AnswerWith(template.id)
    is_composed = turn.reading.composed is not None
    sure = is_composed and turn.reading.answerability >= turn.policy.compose_threshold
    return sure and asks(turn.messages[-1].text)


def back_to_form(turn: Turn, outcome: Decision) -> Decision:
    """``outcome`` with the question of the form that is still open put again under its answer.

    After a goodbye nothing is asked. A form that is left too often is put aside, with a word.
    """
    if outcome.reply.kind not in _ANSWERS:
        return outcome
    opened, before = outcome.state.form, turn.state.form
    if opened is None or before is None or opened not in (before, before.under):
        return outcome
    form = form_of(turn, opened)
    if form is None or outcome.reply.reasons.rule == "goodbye":
        return outcome
    title = title_of(form, turn.language)
    if opened.aside >= MAX_ASIDE:
        left = phrase("form_left", turn.language, title=title)
        return _with(outcome, left, opened.under)
    opened = _with_news(turn, form, opened, outcome.state)
    if opened.stage is Stage.FILLING and not opened.asking:
        return outcome
    question = question_of(turn, form, opened)
    text = f"{phrase('form_back', turn.language, title=title)}\n\n{question.text}"
    again = replace(opened, aside=opened.aside + 1, asked_at=turn.situation.now)
    asked = _with(outcome, text, again)
    return replace(asked, reply=replace(asked.reply, buttons=question.buttons))


def _with_news(turn: Turn, form: Form, opened: OpenForm, state: DialogState) -> OpenForm:
    """``opened`` with what was given to another form meanwhile, and with its question.

    Where that completes a form that nobody would check, its question stays as it was.
    """
    if opened.stage is not Stage.FILLING:
        return opened
    given = remembered(replace(turn, state=state), form)
    news = replace(opened, collected={**given, **opened.collected})
    missing = unanswered(turn, form, news)
    if missing:
        asking = next_asked(form, missing)
        return replace(news, asking=asking, asked=opened.asked if asking == opened.asking else 1)
    return replace(news, stage=Stage.CHECKING, asking=()) if form.confirm else opened


def _with(outcome: Decision, text: str, form: OpenForm | None) -> Decision:
    reply = replace(outcome.reply, text=f"{outcome.reply.text}\n\n{text}")
    return replace(outcome, reply=reply, state=replace(outcome.state, form=form))
