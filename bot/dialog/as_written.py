"""Says, once in a conversation, that a company's own words come in another language than the bot's.

Templates, forms and articles are shown as their editors wrote them; what the bot says around them
is in the customer's language, so that without this word two languages would stand side by side
for no reason that a customer can see. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.dialog.decisions import Decision, Kind
from bot.dialog.languages import language_among
from bot.dialog.phrases import phrase
from bot.dialog.trusting import SPOKEN_BY_PEOPLE
from bot.dialog.turn import Turn
from knowledge.records import AnswerTemplate


def with_language_noticed(turn: Turn, decision: Decision) -> Decision:
    """``decision``, said after a word on its language where that is not the customer's."""
    if turn.state.told_as_written or decision.reply.kind in SPOKEN_BY_PEOPLE:
        return decision
    if not (_is_quoted_in_another(turn, decision) or any(_foreign(turn, decision))):
        return decision
    text = f"{phrase('as_written', turn.language)}\n\n{decision.reply.text}"
    return replace(
        decision,
        reply=replace(decision.reply, text=text),
        state=replace(decision.state, told_as_written=True),
    )


def _foreign(turn: Turn, decision: Decision) -> Iterator[bool]:
    """For each of the company's own words in the reply, whether they lack the turn's language."""
    answers = decision.reply.kind is Kind.ANSWER
    for template in _templates(turn, decision):
        written = template.texts if answers else {*template.texts, *template.titles}
        yield language_among(written, turn.language) is None
    form = decision.state.form
    if decision.reply.kind is Kind.ASK and form is not None:
        for name in form.asking:
            prompts = turn.policy.fields[name].prompts
            yield bool(prompts) and language_among(prompts, turn.language) is None


def _templates(turn: Turn, decision: Decision) -> Iterator[AnswerTemplate]:
    actions = (each.action for each in decision.reply.buttons)
    offered = (each.template for each in actions if each.template is not None)
    known = turn.situation.templates
    yield from (known[each] for each in known.keys() & {*decision.templates, *offered})


def _is_quoted_in_another(turn: Turn, decision: Decision) -> bool:
    readings = [turn.reading, *([turn.follow_up.reading] if turn.follow_up else [])]
    quoted = next((each.quoted_in for each in readings if each.quoted_in), None)
    if decision.reply.kind is not Kind.COMPOSE or quoted is None:
        return False
    return language_among((quoted,), turn.language) is None
