"""Opens a form and carries it on, turn by turn, until it is answered, passed on or dropped. Pure.

Every turn of an open form brings a detail, uses up one of a fixed number of attempts, or ends it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.decisions import Decision, Kind, NeedsLookup
from bot.dialog.details import FieldType, is_findable
from bot.dialog.forms.asking import next_asked, opening_of, problem_of, put, unanswered
from bot.dialog.forms.checking import ask_which, changed, check, is_confirmed, is_rejected
from bot.dialog.forms.collecting import Heard, hear, remembered
from bot.dialog.forms.consent import calls_off, is_small_talk, reply_to_small_talk
from bot.dialog.forms.finishing import filled, finish, give_up
from bot.dialog.forms.returning import digresses
from bot.dialog.forms.which import (
    form_of,
    form_opened_by,
    implicit_form,
    missing_places,
    title_of,
)
from bot.dialog.phrases import phrase
from bot.dialog.policy import Form
from bot.dialog.replies import saying
from bot.dialog.state import OpenForm, Stage
from bot.dialog.turn import Turn
from bot.dialog.why import why
from bot.dialog.words import asks
from knowledge.hierarchy import lineage
from knowledge.records import AnswerTemplate, TemplateId

MAX_ASKED: Final = 2
_DONE: Final = frozenset({Stage.CHECKING, Stage.CHANGING})


def answer_with(
    turn: Turn, template: AnswerTemplate, because: str, probability: float | None
) -> Decision | NeedsLookup:
    """Answer with ``template``, or open the form for it or for what its places need.

    Where nothing gives what they need, the conversation is handed over.
    """
    form = form_opened_by(turn, template)
    if form is not None:
        return _open(turn, form, template.id)
    if missing_places(turn, template):
        form = implicit_form(turn, template)
        if form is None:
            return give_up(turn, why("no_lookup"))
        return _open(turn, form, template.id)
    return filled(turn, template, turn.situation.facts, turn.state, because, probability)


def open_by_intent(turn: Turn) -> Decision | NeedsLookup | None:
    """Open the operator's form for a sure intent, or for what that surely stands under."""
    threshold, forms = turn.policy.answer_threshold, turn.policy.forms.values()
    names = (name for each in turn.reading.intents[:1] for name in lineage(each.intent))
    sure = [name for name in names if turn.reading.chance_of(name) >= threshold]
    opened = next((form for name in sure for form in forms if name in form.intents), None)
    return _open(turn, opened, None) if opened else None


def needs_details(turn: Turn, template: AnswerTemplate) -> bool:
    """Whether something must be asked before ``template`` can be said."""
    opens = form_opened_by(turn, template) is not None
    return opens or bool(missing_places(turn, template))


def continue_form(turn: Turn) -> Decision | NeedsLookup | None:
    """Carry an open form on; None where there is none, or something else is asked meanwhile."""
    opened = turn.state.form
    form = form_of(turn, opened) if opened else None
    if opened is None or form is None:
        return None
    heard = hear(turn, form, opened)
    if calls_off(turn, telling=_asks_for_free_text(turn, opened)) and not heard.skipped:
        return _dropped(turn, form, opened)
    if opened.stage in _DONE:
        return _after_check(turn, form, opened, heard)
    news = replace(opened, collected={**opened.collected, **heard.values})
    if heard.skipped:
        news = replace(news, skipped=(*opened.skipped, *opened.asking))
    if heard.values or heard.skipped:
        return _advance(turn, form, news)
    if is_small_talk(turn) or digresses(turn, form):
        return _aside(turn)
    return _again(turn, form, opened, heard)


def _open(turn: Turn, form: Form, template: TemplateId | None) -> Decision | NeedsLookup:
    """Open ``form``; one that is open waits under it, and of three the middle one is put aside."""
    before, lead = turn.state.form, opening_of(turn, form)
    fresh = OpenForm(template, name=form.name)
    same = next((each for each in (before, before and before.under) if _is_same(each, fresh)), None)
    if same is not None:
        heard = hear(turn, form, same)
        return _advance(turn, form, replace(same, collected={**same.collected, **heard.values}))
    if before is not None and before.under is not None:
        left = form_of(turn, before)
        title = title_of(left, turn.language) if left else ""
        put_aside = phrase("form_left", turn.language, title=title)
        lead = f"{put_aside}\n\n{lead}".strip()
        before = before.under
    under = replace(before, aside=before.aside + 1) if before else None
    heard = hear(turn, form, fresh)
    collected = {**remembered(turn, form), **heard.values}
    return _advance(turn, form, replace(fresh, collected=collected, under=under), lead)


def _is_same(opened: OpenForm | None, fresh: OpenForm) -> bool:
    if opened is None or opened.name != fresh.name:
        return False
    return fresh.name is not None or opened.template == fresh.template


def _advance(turn: Turn, form: Form, opened: OpenForm, lead: str = "") -> Decision | NeedsLookup:
    """The next step of a form that has got something new."""
    missing = unanswered(turn, form, opened)
    if missing:
        return _ask(turn, form, opened, missing, lead)
    if form.confirm and opened.stage is not Stage.MENDING:
        return check(turn, form, opened, lead)
    return finish(turn, form, opened)


def _ask(
    turn: Turn, form: Form, opened: OpenForm, missing: list[str], lead: str
) -> Decision | NeedsLookup:
    asking = next_asked(form, missing)
    asked = opened.asked + 1 if asking == opened.asking else 1
    if asked > MAX_ASKED and form.optional.issuperset(asking):
        return _advance(turn, form, replace(opened, skipped=(*opened.skipped, *asking)))
    if asked > MAX_ASKED:
        return give_up(turn, why("asked_in_vain"), form, opened)
    again = replace(opened, stage=Stage.FILLING, asking=asking, asked=asked)
    because = why("needs_details", title=title_of(form, turn.language), missing=", ".join(missing))
    return put(turn, form, again, because, lead)


def _after_check(
    turn: Turn, form: Form, opened: OpenForm, heard: Heard
) -> Decision | NeedsLookup | None:
    news = {k: v for k, v in heard.values.items() if opened.collected.get(k) != v}
    if is_confirmed(turn, opened) and not news:
        return finish(turn, form, opened)
    mended = changed(turn, form, opened, news)
    if mended is not None:
        return _advance(turn, form, mended)
    if is_rejected(turn, opened):
        return ask_which(turn, form, opened)
    if is_small_talk(turn) or digresses(turn, form):
        return _aside(turn)
    unsure = asks(turn.messages[-1].text)
    return check(turn, form, opened, phrase("form_unsure", turn.language) if unsure else "")


def _aside(turn: Turn) -> Decision | None:
    """A word to small talk; None where what is asked meanwhile has an answer of its own."""
    key = reply_to_small_talk(turn)
    if key is None:
        return None
    because = why("only_act", act=why("act_small_talk"))
    return Decision(saying(turn, key, Kind.ANSWER, because, "small talk"), turn.state)


def _again(turn: Turn, form: Form, opened: OpenForm, heard: Heard) -> Decision | NeedsLookup:
    """Ask once more, and say why; then a person goes on with what there is."""
    unsure = asks(turn.messages[-1].text) and heard.refused is None
    lead = (
        phrase("form_unsure", turn.language) if unsure else problem_of(turn, opened, heard.refused)
    )
    missing = unanswered(turn, form, opened)
    if missing:
        return _ask(turn, form, opened, missing, lead)
    if opened.stage is Stage.FILLING:
        return _advance(turn, form, opened)
    if opened.asked >= MAX_ASKED:
        return give_up(turn, why("asked_in_vain"), form, opened)
    again = replace(opened, asked=opened.asked + 1)
    return put(turn, form, again, why("no_match"))


def _dropped(turn: Turn, form: Form, opened: OpenForm) -> Decision:
    title = title_of(form, turn.language)
    key = "form_cancelled" if form.name else "cancelled"
    said = saying(turn, "cancelled", Kind.ANSWER, why("cancels"), "cancel")
    reply = replace(said, text=phrase(key, turn.language, title=title))
    return Decision(reply, replace(turn.state, clarified=False, form=opened.under))


def _asks_for_free_text(turn: Turn, opened: OpenForm) -> bool:
    fields = [turn.policy.fields[each] for each in opened.asking if each in turn.policy.fields]
    return any(each.type is FieldType.TEXT and not is_findable(each) for each in fields)
