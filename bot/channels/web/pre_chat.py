"""The form before the chat: how the widget is told of it, and how what it brings is read.

Every detail is read by the rules that the dialog reads it by, so that what stands on the
conversation has the same shape wherever it was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversations.customers import SignedInCustomer
from bot.dialog import DetailField, FieldType, Policy
from bot.dialog.details import Found, Moment, Refused, in_language, read_answer
from bot.dialog.phrases import phrase
from bot.problems import ProblemError
from bot.settings.widget import PreChatSettings, WidgetSettings


def widget_forms(
    settings: WidgetSettings, fields: Mapping[str, DetailField], language: str
) -> dict[str, Any]:
    """What is asked before the first message, in the customer's language."""
    form = settings.pre_chat
    return {
        "pre_chat": {
            "opening": in_language(form.opening, language) or "",
            "fields": [
                _field_json(fields[name], name not in form.optional, language)
                for name in form.fields
            ],
        },
        "consent": in_language(settings.consent, language),
        "privacy_url": settings.privacy_url,
    }


def read_details(
    given: Mapping[str, str], form: PreChatSettings, policy: Policy, language: str, now: datetime
) -> dict[str, str]:
    """The details in the shape that they are kept in; what was left empty is left out.

    Raises:
        ProblemError: one cannot be taken, is missing, or nobody asked for it; all are named.
    """
    zone = ZoneInfo(policy.hours.time_zone)
    moment = Moment(now.astimezone(zone).date(), language)
    kept, errors = {}, []
    for name in (*form.fields, *(each for each in given if each not in form.fields)):
        value = given.get(name, "").strip()
        if name not in form.fields:
            errors.append((name, f"nobody asked for {name!r}"))
        elif value:
            read = read_answer(policy.fields[name], value, moment)
            if isinstance(read, Found):
                kept[name] = read.value
            else:
                errors.append((name, _why_not(policy.fields[name], read, language)))
        elif name not in form.optional:
            errors.append((name, policy.fields[name].prompt(language)))
    if errors:
        listed = [{"field": f"details.{name}", "message": why} for name, why in errors]
        raise ProblemError(422, " ".join(why for _, why in errors), listed)
    return kept


def vouched_details(customer: SignedInCustomer | None, form: PreChatSettings) -> dict[str, str]:
    """What the form need not ask of a customer whom the host vouches for."""
    known = {"name": customer.name, "email": customer.email} if customer else {}
    return {name: value for name, value in known.items() if value and name in form.fields}


def _why_not(field: DetailField, refused: Refused | None, language: str) -> str:
    own = in_language(field.invalid, language)
    if own is not None:
        return own
    if refused is not None:
        return phrase(refused.problem, language, **refused.values)
    if field.examples:
        return phrase("form_example", language, examples=", ".join(field.examples))
    return field.prompt(language)


def _field_json(field: DetailField, required: bool, language: str) -> dict[str, Any]:
    options = [(each.value, each.label(language)) for each in field.options]
    if field.type is FieldType.YES_NO:
        options = [(word, phrase(word, language)) for word in ("yes", "no")]
    return {
        "name": field.name,
        "label": field.label(language),
        "type": field.type.value,
        "required": required,
        "example": field.examples[0] if field.examples else None,
        "longest": field.longest,
        "options": [{"value": value, "label": label} for value, label in options],
    }
