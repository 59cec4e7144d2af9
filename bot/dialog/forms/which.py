"""Which form is meant: the operator's, or the one that a template's places make up. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.dialog.details import in_language, is_findable
from bot.dialog.policy import AnswerWith, Form, Lookup
from bot.dialog.state import OpenForm
from bot.dialog.template_words import title_in
from bot.dialog.turn import Turn
from bot.dialog.wordings import wording
from knowledge import fields_of
from knowledge.records import AnswerTemplate

LIFETIME: Final = timedelta(hours=12)
"""How long a form waits for the customer; one that was left for longer is forgotten."""


def form_of(turn: Turn, opened: OpenForm) -> Form | None:
    """The form that is open; None where the operator has removed it since."""
    if opened.name is not None:
        return turn.policy.forms.get(opened.name)
    template = turn.situation.templates.get(opened.template) if opened.template else None
    return implicit_form(turn, template) if template else None


def form_opened_by(turn: Turn, template: AnswerTemplate) -> Form | None:
    """The operator's form for what ``template`` is about."""
    return next((each for each in turn.policy.forms.values() if each.is_opened_by(template)), None)


def implicit_form(turn: Turn, template: AnswerTemplate) -> Form | None:
    """What must be known before ``template`` can be said; None where nothing can tell it."""
    missing = missing_places(turn, template)
    lookup = turn.policy.lookup_for(missing) if missing else None
    names = lookup.needs if lookup else tuple(sorted(missing))
    fields = [turn.policy.fields[each] for each in names if each in turn.policy.fields]
    if len(fields) < len(names):
        return None
    return Form(
        name=None,
        titles={turn.language: title_in(template, turn.language)},
        fields=names,
        then=AnswerWith(template.id),
        templates=frozenset({template.id}),
        lookup=lookup.name if lookup else None,
        together=all(is_findable(each) for each in fields),
    )


def missing_places(turn: Turn, template: AnswerTemplate) -> frozenset[str]:
    """The places of ``template`` that are not known without asking."""
    return frozenset(fields_of(wording(turn, template))) - turn.situation.facts.keys()


def lookup_of(turn: Turn, form: Form) -> Lookup | None:
    """The service that the form asks."""
    return turn.policy.lookups[form.lookup] if form.lookup else None


def title_of(form: Form, language: str) -> str:
    """What the form is called; it always has a title in some language."""
    return in_language(form.titles, language) or (form.name or "")


def settled(turn: Turn) -> Turn:
    """``turn`` without open forms that were left for too long or that no longer exist."""
    kept = _kept(turn, turn.state.form)
    if kept == turn.state.form:
        return turn
    return replace(turn, state=replace(turn.state, form=kept))


def _kept(turn: Turn, opened: OpenForm | None) -> OpenForm | None:
    if opened is None:
        return None
    under = _kept(turn, opened.under)
    form = None if _is_stale(opened, turn.situation.now) else form_of(turn, opened)
    if form is None:
        return under
    asking = tuple(each for each in opened.asking if each in form.fields)
    return replace(opened, asking=asking, under=under)


def _is_stale(opened: OpenForm, now: datetime) -> bool:
    return opened.asked_at is not None and now - opened.asked_at > LIFETIME
