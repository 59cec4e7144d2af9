"""Fields, lookups and forms of the settings, checked against each other, as the dialog uses them.

Every refusal is a ValueError that names its place in the file and what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

import phonenumbers
import re2

from bot.dialog import (
    AnswerWith,
    Day,
    DetailField,
    FieldType,
    Form,
    Lookup,
    Option,
    PassOn,
    Pattern,
)
from bot.settings.forms import FieldSettings, FormSettings, LookupSettings, ThenSettings
from knowledge import KnowledgeError, fields_of
from knowledge.records import IntentId, TemplateId

_DAY: Final = re.compile(r"today(?:([+-]\d{1,4}))?")
_BOUNDED: Final = frozenset({FieldType.NUMBER, FieldType.INTEGER, FieldType.AMOUNT, FieldType.DATE})


def field_of(name: str, settings: FieldSettings) -> DetailField:
    """The detail as the dialog reads it.

    Raises:
        ValueError: a part of it does not suit its type.
    """
    place, kind = f"fields.{name}", FieldType(settings.type)
    _check_suits(place, kind, settings)
    least = _bound(f"{place}.min", kind, settings.min)
    most = _bound(f"{place}.max", kind, settings.max)
    if _is_empty(least, most):
        raise ValueError(f"{place}.min: is above max, so that no answer could ever be taken")
    return DetailField(
        name=name,
        pattern=_pattern(place, settings),
        prompts=settings.prompts,
        type=kind,
        labels=settings.labels,
        examples=settings.examples,
        invalid=settings.invalid,
        canonical=settings.canonical,
        options=tuple(
            Option(value, each.labels, each.synonyms) for value, each in settings.options.items()
        ),
        least=least,
        most=most,
        shortest=settings.min_length,
        longest=settings.max_length,
        region=settings.region,
        currency=settings.currency,
        verifies=settings.verifies or kind is FieldType.EMAIL,
    )


def lookup_of(
    name: str, settings: LookupSettings, fields: Mapping[str, DetailField], token: str | None
) -> Lookup:
    """The service as the dialog asks it.

    Raises:
        ValueError: nothing asks for an input, or account details would be open to anybody.
    """
    place = f"lookups.{name}"
    for where, names in (("inputs", settings.inputs), ("verify", settings.verify.values())):
        _check_known(f"{place}.{where}", names, fields)
    lookup = Lookup(
        name,
        settings.url,
        settings.inputs,
        settings.outputs,
        settings.timeout_seconds,
        settings.account,
        settings.verify,
        token,
    )
    if settings.account and not _is_protected(lookup, fields):
        raise ValueError(
            f"{place}: anybody could read account details with this; ask for two inputs, one of "
            "them of type email or marked `verifies: true`, or name under `verify` an output that "
            "must equal such a field, or declare the lookup public with `account: false`"
        )
    return lookup


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a form may name: fields, lookups, queues, and ``facts`` that need no asking."""

    fields: Mapping[str, DetailField]
    lookups: Mapping[str, Lookup]
    queues: frozenset[str]
    facts: frozenset[str]


def form_of(name: str, settings: FormSettings, known: Surroundings) -> Form:
    """The form as the dialog carries it on.

    Raises:
        ValueError: it names what is not there, or ends in no way or in two.
    """
    place = f"forms.{name}"
    _check_known(f"{place}.fields", settings.fields, known.fields)
    _check_listed(f"{place}.optional", settings.optional, settings.fields)
    if not settings.when.intents and not settings.when.templates:
        raise ValueError(f"{place}.when: nothing opens the form; name intents or templates")
    lookup = _lookup_for(place, settings, known.lookups)
    places = {*settings.fields, *known.facts, *(lookup.outputs if lookup else ())}
    return Form(
        name=name,
        titles=settings.title,
        fields=settings.fields,
        then=_ending(f"{place}.then", settings.then, places, known.queues),
        optional=frozenset(settings.optional),
        intents=frozenset(IntentId(each) for each in settings.when.intents),
        templates=frozenset(TemplateId(each) for each in settings.when.templates),
        lookup=settings.lookup,
        confirm=settings.confirm,
        opening=settings.opening,
    )


def _check_suits(place: str, kind: FieldType, settings: FieldSettings) -> None:
    """Refuse what the type would leave unused."""
    texts = {FieldType.TEXT, FieldType.EMAIL}
    is_set = settings.model_fields_set
    free = kind is FieldType.TEXT and settings.pattern is None
    for key, suits in (
        ("pattern", kind in texts),
        ("canonical", settings.pattern is not None),
        ("options", kind is FieldType.CHOICE),
        ("min", kind in _BOUNDED),
        ("max", kind in _BOUNDED),
        ("min_length", free),
        ("max_length", free),
        ("region", kind is FieldType.PHONE),
        ("currency", kind is FieldType.AMOUNT),
    ):
        if key in is_set and not suits:
            raise ValueError(f"{place}.{key}: a field of type {kind.value} has no use for it here")
    if kind is FieldType.CHOICE and len(settings.options) < 2:
        raise ValueError(f"{place}.options: a choice needs at least two")
    if settings.region and settings.region not in phonenumbers.SUPPORTED_REGIONS:
        raise ValueError(f"{place}.region: {settings.region!r} has no phone numbers; use a country")


def _pattern(place: str, settings: FieldSettings) -> Pattern | None:
    """Compiled by RE2, which takes time in proportion to the text whatever the pattern is.

    With ``re`` an unlucky pattern and a customer's message could stop the whole server.
    """
    if settings.pattern is None:
        return None
    options = re2.Options()
    options.case_sensitive, options.log_errors = False, False
    try:
        pattern: Pattern = re2.compile(settings.pattern, options)
        re.compile(settings.pattern).sub(settings.canonical or "", "")
    except re2.error as error:
        told = error.args[0].decode() if error.args else ""
        raise ValueError(
            f"{place}.pattern: no regular expression that can be used: {told} (RE2 knows neither "
            "looking ahead or behind nor references back)"
        ) from None
    except (re.error, IndexError) as error:
        raise ValueError(f"{place}.canonical: does not fit the pattern: {error}") from None
    return pattern


def _is_empty(least: Decimal | Day | None, most: Decimal | Day | None) -> bool:
    """Whether nothing lies between; a fixed day and one counted from today cannot be compared."""
    if isinstance(least, Decimal) and isinstance(most, Decimal):
        return least > most
    if isinstance(least, Day) and isinstance(most, Day):
        if least.fixed and most.fixed:
            return least.fixed > most.fixed
        return not least.fixed and not most.fixed and least.days > most.days
    return False


def _bound(place: str, kind: FieldType, bound: str | float | date | None) -> Decimal | Day | None:
    if bound is None:
        return None
    if kind is FieldType.DATE:
        return _day(place, bound)
    try:
        return Decimal(str(bound))
    except InvalidOperation:
        raise ValueError(f"{place}: {bound!r} is no number") from None


def _day(place: str, bound: str | float | date) -> Day:
    if isinstance(bound, date):
        return Day(bound)
    counted = _DAY.fullmatch(str(bound).replace(" ", ""))
    if counted is None:
        raise ValueError(f"{place}: {bound!r} is no day; use 2026-01-31, today, or today-30")
    return Day(days=int(counted[1] or 0))


def _check_known(place: str, names: Iterable[str], fields: Mapping[str, DetailField]) -> None:
    for each in names:
        if each not in fields:
            raise ValueError(f"{place}: nothing asks for {each!r}; describe it under `fields`")


def _check_listed(place: str, names: tuple[str, ...], listed: tuple[str, ...]) -> None:
    for each in names:
        if each not in listed:
            raise ValueError(f"{place}: {each!r} is not among the form's fields")


def _is_protected(lookup: Lookup, fields: Mapping[str, DetailField]) -> bool:
    """Whether only somebody who knows the account can be told anything of it."""
    proofs = [each for each in lookup.needs if fields[each].verifies]
    return bool(proofs) and len(lookup.needs) >= 2


def _lookup_for(place: str, settings: FormSettings, lookups: Mapping[str, Lookup]) -> Lookup | None:
    if settings.lookup is None:
        return None
    lookup = lookups.get(settings.lookup)
    if lookup is None:
        raise ValueError(f"{place}.lookup: {settings.lookup!r} is not under `lookups`")
    asked = tuple(each for each in settings.fields if each not in settings.optional)
    for each in lookup.needs:
        if each not in asked:
            raise ValueError(
                f"{place}.fields: the lookup {lookup.name!r} needs {each!r}; ask for it, and not "
                "as an optional field"
            )
    return lookup


def _ending(
    place: str, settings: ThenSettings, places: set[str], queues: frozenset[str]
) -> AnswerWith | PassOn:
    if settings.template is not None:
        if settings.queue is not None or settings.messages:
            raise ValueError(f"{place}: name a template, or a queue and messages, not both")
        return AnswerWith(TemplateId(settings.template))
    if settings.queue is not None and settings.queue not in queues:
        raise ValueError(f"{place}.queue: {settings.queue!r} is not under `queues`")
    for language, message in settings.messages.items():
        _check_places(f"{place}.messages.{language}", message, places)
    return PassOn(settings.queue or "", settings.messages)


def _check_places(place: str, message: str, places: set[str]) -> None:
    try:
        unknown = [each for each in fields_of(message) if each not in places]
    except KnowledgeError as error:
        raise ValueError(f"{place}: {error}") from None
    if unknown:
        raise ValueError(f"{place}: nothing gives {{{{ {unknown[0]} }}}} a value")
