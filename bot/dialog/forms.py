"""Templates with places to fill: asks for details, has them looked up, fills them in. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.dialog.phrases import phrase
from bot.dialog.policy import Lookup
from bot.dialog.records import (
    ButtonAction,
    Decision,
    Kind,
    LookupRequest,
    NeedsLookup,
    OpenForm,
    Reply,
    ReplyButton,
    Turn,
)
from bot.dialog.replies import handing_off, reasons_of, saying, template_text
from knowledge import fields_of, fill
from knowledge.records import AnswerTemplate
from nlu import Act

MAX_ASKED = 2
MAX_MISSED = 1
DIGRESSIONS = frozenset(
    {Act.GREETING, Act.THANKS, Act.GOODBYE, Act.INSULT, Act.COMPLIMENT, Act.WAIT}
)
"""What is answered in kind while a form stays open."""


def answer_with(
    turn: Turn, template: AnswerTemplate, because: str, probability: float | None
) -> Decision | NeedsLookup:
    """Answer with ``template``, or ask for what its places need.

    Where no lookup gives what they need, the conversation is handed over.
    """
    missing = _missing(turn, template)
    if not missing:
        return _filled(turn, template, turn.situation.facts, because, probability)
    lookup = turn.policy.lookup_for(missing)
    if lookup is None:
        return _give_up(turn, "The answer needs details that no lookup gives.")
    form = OpenForm(template.id, _collect(turn, lookup, {}), asked=0)
    return _advance(turn, form, lookup, template)


def needs_details(turn: Turn, template: AnswerTemplate) -> bool:
    """Whether the template has places that are not known yet."""
    return bool(_missing(turn, template))


def continue_form(turn: Turn) -> Decision | NeedsLookup | None:
    """Carry an open form on; None where there is none, or something else is asked meanwhile."""
    form = turn.state.form
    template = turn.situation.templates.get(form.template) if form else None
    if form is None or template is None:
        return None
    lookup = turn.policy.lookup_for(_missing(turn, template))
    if lookup is None:
        return None
    if turn.reading.act is Act.CANCEL:
        reply = saying(turn, "cancelled", Kind.ANSWER, "The customer cancels.", "cancel")
        return Decision(reply, replace(turn.state, form=None))
    collected = _collect(turn, lookup, form.collected)
    if collected == form.collected and _asks_something_else(turn, form):
        return None
    return _advance(turn, replace(form, collected=collected), lookup, template)


def _missing(turn: Turn, template: AnswerTemplate) -> frozenset[str]:
    text = template_text(template, turn.language)
    return frozenset(fields_of(text)) - turn.situation.facts.keys()


def _asks_something_else(turn: Turn, form: OpenForm) -> bool:
    if turn.reading.act in DIGRESSIONS:
        return True
    best = turn.reading.templates[0] if turn.reading.templates else None
    return (
        best is not None
        and best.template != form.template
        and best.probability >= turn.policy.answer_threshold
    )


def _collect(turn: Turn, lookup: Lookup, known: Mapping[str, str]) -> dict[str, str]:
    collected = dict(known)
    for name in lookup.inputs:
        field = turn.policy.fields.get(name)
        found = [value for each in turn.messages if field and (value := field.find(each.text))]
        if found:
            collected[name] = found[-1]
    return collected


def _advance(
    turn: Turn, form: OpenForm, lookup: Lookup, template: AnswerTemplate
) -> Decision | NeedsLookup:
    missing = [name for name in lookup.inputs if name not in form.collected]
    if missing:
        return _ask(turn, form, missing, template)
    outcome = turn.situation.lookup
    if outcome is None or turn.situation.looked_up != lookup.name:
        return NeedsLookup(LookupRequest(lookup.name, form.collected))
    if outcome.failed:
        return _give_up(turn, f"The lookup “{lookup.name}” could not be asked.")
    if outcome.values is None:
        return _not_found(turn, form, template)
    values = {**turn.situation.facts, **form.collected, **outcome.values}
    if frozenset(fields_of(template_text(template, turn.language))) - values.keys():
        return _give_up(turn, f"The lookup “{lookup.name}” left details out.")
    because = f"The details were looked up in “{lookup.name}”."
    return _filled(turn, template, values, because, None)


def _ask(turn: Turn, form: OpenForm, missing: list[str], template: AnswerTemplate) -> Decision:
    if form.asked >= MAX_ASKED:
        return _give_up(turn, "The details were asked for twice in vain.")
    prompts = [_prompt(turn, name) for name in missing]
    lead = phrase("ask_again", turn.language)
    text = prompts[0] if len(prompts) == 1 else "\n".join([lead, *(f"- {p}" for p in prompts)])
    because = f"“{template.title}” needs: {', '.join(missing)}."
    reasons = reasons_of(turn, Kind.ASK, because, template=template)
    way_out = ReplyButton(phrase("person", turn.language), ButtonAction(human=True))
    again = replace(form, asked=form.asked + 1)
    return Decision(
        Reply(Kind.ASK, text, reasons, (way_out,)),
        replace(turn.state, clarified=False, form=again),
    )


def _prompt(turn: Turn, name: str) -> str:
    field = turn.policy.fields.get(name)
    prompts = field.prompts if field else {}
    for language in (turn.language, turn.language.split("-")[0], "en", *prompts):
        if prompts.get(language):
            return prompts[language]
    return name.replace("_", " ")


def _not_found(turn: Turn, form: OpenForm, template: AnswerTemplate) -> Decision:
    """Says that nothing matched, once; what was given is kept, so that one half can be mended."""
    if form.missed >= MAX_MISSED:
        return _give_up(turn, "Nothing matched the details given.")
    reasons = reasons_of(turn, Kind.ASK, "Nothing matched both details.", template=template)
    way_out = ReplyButton(phrase("person", turn.language), ButtonAction(human=True))
    reply = Reply(Kind.ASK, phrase("lookup_none", turn.language), reasons, (way_out,))
    missed = replace(form, missed=form.missed + 1)
    return Decision(reply, replace(turn.state, clarified=False, form=missed))


def _give_up(turn: Turn, because: str) -> Decision:
    reply = handing_off(turn, "handoff", because, "form")
    return Decision(reply, replace(turn.state, form=None, clarified=False), hand_off=because)


def _filled(
    turn: Turn,
    template: AnswerTemplate,
    values: Mapping[str, str],
    because: str,
    probability: float | None,
) -> Decision:
    reasons = reasons_of(
        turn,
        Kind.ANSWER,
        because,
        template=template,
        probability=probability,
        threshold=turn.policy.answer_threshold,
    )
    text = template_text(template, turn.language)
    buttons = tuple(
        ReplyButton(each.label, ButtonAction(text=each.text))
        for each in template.buttons
        if text == next(iter(template.texts.values()))  # labels are in the template's own language
    )
    form = turn.state.form
    told = replace(
        turn.state,
        clarified=False,
        form=form if form and form.template != template.id else None,
    )
    return Decision(Reply(Kind.ANSWER, fill(text, values), reasons, buttons), told)
