"""What becomes of a form whose details are complete: looked up, answered, or passed on to a person.

Nothing of a lookup is kept in the state; where its values are needed again it is asked again.
Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.dialog.decisions import Decision, Kind, LookupRequest, NeedsLookup, Reply
from bot.dialog.details import FieldType, as_words, in_language, is_findable, shown
from bot.dialog.enclosed import follow_up_buttons
from bot.dialog.forms.asking import put
from bot.dialog.forms.collecting import keeping, known, proven
from bot.dialog.forms.which import lookup_of, title_of
from bot.dialog.handing_over import RULE_FOR_CUSTOMER
from bot.dialog.messages import ButtonAction, ReplyButton
from bot.dialog.phrases import phrase
from bot.dialog.policy import AnswerWith, Form, Lookup, PassOn
from bot.dialog.replies import handing_off, handing_off_words, reasons_of, route_of
from bot.dialog.routing import EVERYWHERE, Route, route_for
from bot.dialog.state import DialogState, OpenForm, Stage
from bot.dialog.template_words import buttons_in
from bot.dialog.turn import LookupOutcome, Turn
from bot.dialog.why import why
from bot.dialog.wordings import wording
from knowledge import fields_of, fill
from knowledge.records import AnswerTemplate

MAX_MISSED: Final = 2
"""How many guesses a conversation has before a person looks at its details."""


def finish(turn: Turn, form: Form, opened: OpenForm) -> Decision | NeedsLookup:
    """Look up what the form needs, then end it."""
    lookup = lookup_of(turn, form)
    if lookup is None:
        return _ended(turn, form, opened, {})
    if lookup.account and turn.state.missed >= MAX_MISSED:
        return give_up(turn, why("missed_before"), form, opened)
    outcome = turn.situation.lookup
    if outcome is None or turn.situation.looked_up != lookup.name:
        values = known(turn, form, opened)
        return NeedsLookup(
            LookupRequest(lookup.name, {each: values[each] for each in lookup.needs})
        )
    if outcome.failed:
        because = _no_answer(lookup, outcome)
        return give_up(turn, because, form, opened, key="lookup_failed")
    if outcome.values is None:
        return _missed(turn, form, opened, lookup, outcome)
    turn = _with_proof(turn, form, opened, lookup)
    if turn.state.proven & turn.policy.hand_off_customers:
        return give_up(turn, RULE_FOR_CUSTOMER, form, opened)
    return _ended(turn, form, opened, outcome.values)


def _with_proof(turn: Turn, form: Form, opened: OpenForm, lookup: Lookup) -> Turn:
    """The turn in which the address that an account was found by is the customer's own."""
    if not lookup.account:
        return turn
    values, fields = known(turn, form, opened), turn.policy.fields
    addresses = (values[each] for each in lookup.needs if fields[each].type is FieldType.EMAIL)
    proven = turn.state.proven | {each.lower() for each in addresses}
    return replace(turn, state=replace(turn.state, proven=proven))


def give_up(
    turn: Turn,
    because: str,
    form: Form | None = None,
    opened: OpenForm | None = None,
    key: str = "handoff",
) -> Decision:
    """Hand over with everything that was collected; the customer is told the phrase ``key``."""
    state = keeping(turn, opened) if opened else turn.state
    return Decision(
        handing_off(turn, key, because, "form"),
        replace(state, form=None, clarified=False),
        hand_off=because,
        route=_route(turn, form) if form else route_of(turn),
    )


def filled(
    turn: Turn,
    template: AnswerTemplate,
    values: Mapping[str, str],
    state: DialogState,
    because: str,
    probability: float | None = None,
) -> Decision:
    """The answer ``template``, its places filled with ``values`` as mere words."""
    reasons = reasons_of(
        turn,
        Kind.ANSWER,
        because,
        template=template,
        probability=probability,
        threshold=turn.policy.answer_threshold,
    )
    text = wording(turn, template)
    buttons = tuple(
        ReplyButton(each.label, ButtonAction(text=each.text))
        for each in buttons_in(template, turn.language)
    )
    words = {name: as_words(value) for name, value in values.items()}
    offered = (*buttons, *follow_up_buttons(turn, template))
    reply = Reply(Kind.ANSWER, fill(text, words), reasons, offered)
    return Decision(reply, replace(state, clarified=False), templates=(template.id,))


def _missed(
    turn: Turn, form: Form, opened: OpenForm, lookup: Lookup, outcome: LookupOutcome
) -> Decision:
    """Says that nothing matched, and never which half of it; then a person looks."""
    missed = turn.state.missed + 1
    mended = _to_be_mended(turn, form, opened, lookup)
    because = _no_match(outcome)
    if missed >= MAX_MISSED or mended is None:
        gave_up = give_up(turn, because, form, opened)
        return replace(gave_up, state=replace(gave_up.state, missed=missed))
    asked = put(turn, form, mended, because, _lead(turn, mended))
    wrong = {name: value for name, value in asked.state.details.items() if name in lookup.needs}
    details = {k: v for k, v in asked.state.details.items() if k not in wrong}
    return replace(asked, state=replace(asked.state, missed=missed, details=details))


def _no_answer(lookup: Lookup, outcome: LookupOutcome) -> str:
    if not outcome.because:
        return why("lookup_silent", lookup=lookup.name)
    return why("lookup_failed", lookup=lookup.name, failure=outcome.because)


def _no_match(outcome: LookupOutcome) -> str:
    return why("no_match_why", failure=outcome.because) if outcome.because else why("no_match")


def _to_be_mended(turn: Turn, form: Form, opened: OpenForm, lookup: Lookup) -> OpenForm | None:
    """The form with its details kept, so that one of them can be mended; details that no message
    can mend by their looks are asked for anew. None where a sign-in proves all of them."""
    fixed = proven(turn, form)
    given = [each for each in lookup.needs if each not in fixed]
    if not given:
        return None
    if all(is_findable(turn.policy.fields[each]) for each in given):
        return replace(opened, stage=Stage.MENDING, asking=(), asked=1)
    left = {name: value for name, value in opened.collected.items() if name not in given}
    first = next(each for each in form.fields if each in given)
    return replace(opened, collected=left, stage=Stage.FILLING, asking=(first,), asked=1)


def _lead(turn: Turn, mended: OpenForm) -> str:
    return "" if mended.stage is Stage.MENDING else phrase("lookup_none", turn.language)


def _ended(turn: Turn, form: Form, opened: OpenForm, found: Mapping[str, str]) -> Decision:
    given = {
        name: shown(turn.policy.fields[name], value, turn.language)
        for name, value in known(turn, form, opened).items()
    }
    values = {**turn.situation.facts, **given, **found}
    match form.then:
        case AnswerWith(template=template):
            return _answered(turn, form, opened, turn.situation.templates.get(template), values)
        case PassOn() as passed:  # pragma: no branch (a closed union)
            return _passed_on(turn, form, opened, passed, values)


def _answered(
    turn: Turn,
    form: Form,
    opened: OpenForm,
    template: AnswerTemplate | None,
    values: Mapping[str, str],
) -> Decision:
    if template is None:
        return give_up(turn, why("out_of_service"), form, opened)
    if frozenset(fields_of(wording(turn, template))) - values.keys():
        return give_up(turn, _left_out(form), form, opened)
    because = why("has_details", title=template.title)
    if form.lookup:
        because = why("looked_up", lookup=form.lookup)
    state = replace(keeping(turn, opened), form=opened.under)
    return filled(turn, template, values, state, because)


def _passed_on(
    turn: Turn, form: Form, opened: OpenForm, passed: PassOn, values: Mapping[str, str]
) -> Decision:
    title = title_of(form, turn.language)
    message = in_language(passed.messages, turn.language)
    if message and frozenset(fields_of(message)) - values.keys():
        return give_up(turn, _left_out(form), form, opened)
    words = {name: as_words(value) for name, value in values.items()}
    said = fill(message, words) if message else phrase("form_sent", turn.language, title=title)
    hours, now = turn.policy.hours, turn.situation.now
    kind = Kind.HANDOFF if hours.is_open(now) else Kind.DECLINE
    if kind is Kind.DECLINE:
        said += "\n\n" + handing_off_words("handoff", turn.language, hours, now)
    because = why("form_complete", title=title)
    return Decision(
        Reply(kind, said, reasons_of(turn, kind, because, rule="form")),
        replace(keeping(turn, opened), form=None),
        hand_off=because,
        route=_route(turn, form),
    )


def _left_out(form: Form) -> str:
    return why("lookup_short", lookup=form.lookup) if form.lookup else why("form_short")


def _route(turn: Turn, form: Form) -> Route:
    """Where the form's matter waits: its own queue, or that of what it is about."""
    if isinstance(form.then, PassOn) and form.then.queue:
        queue = next((q for q in turn.policy.queues if q.name == form.then.queue), None)
        return Route(queue.name, queue.priority) if queue else EVERYWHERE
    if form.intents:
        return route_for(sorted(form.intents), turn.policy.queues, urgent=False)
    return route_of(turn)
