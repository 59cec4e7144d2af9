"""What a turn gives to a form: values heard in its messages, known before, or proven by a sign-in.

A value that a sign-in proves is never asked for, and no message can put another in its place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from bot.dialog.details import (
    DetailField,
    FieldType,
    Found,
    Moment,
    Refused,
    is_findable,
    read_answer,
    read_anywhere,
)
from bot.dialog.forms.consent import agrees, is_small_talk, objects
from bot.dialog.forms.which import lookup_of
from bot.dialog.policy import Form
from bot.dialog.state import DialogState, OpenForm, Stage
from bot.dialog.turn import Turn
from bot.dialog.words import asks, begins_as_question, says_cancel, says_no, says_skip, says_yes

_ENOUGH_WORDS = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """What the messages give: values by name, why the one asked for cannot be taken, or that the
    customer passes it over."""

    values: Mapping[str, str] = field(default_factory=dict)
    refused: Refused | None = None
    skipped: bool = False


def moment_of(turn: Turn) -> Moment:
    """Today where the company is, and the turn's language."""
    zone = ZoneInfo(turn.policy.hours.time_zone)
    return Moment(turn.situation.now.astimezone(zone).date(), turn.language)


def proven(turn: Turn, form: Form) -> dict[str, str]:
    """The form's details that the customer's sign-in proves."""
    identity = turn.situation.identity
    lookup = lookup_of(turn, form)
    own = set(lookup.needs) if lookup and lookup.account else set[str]()
    found = {}
    for each in fields_of_form(turn, form):
        is_own_email = each.name in own and each.type is FieldType.EMAIL
        value = identity.get(each.name) or (identity.get("email") if is_own_email else None)
        if value:
            found[each.name] = value
    return found


def known(turn: Turn, form: Form, opened: OpenForm) -> dict[str, str]:
    """Every detail of the form that is known by now."""
    given = {name: value for name, value in opened.collected.items() if name in form.fields}
    return {**given, **proven(turn, form)}


def remembered(turn: Turn, form: Form) -> dict[str, str]:
    """What the customer gave earlier in this conversation and that a form may use again.

    Only details that stay the same from one matter to the next: not what happened, or when.
    """
    return {
        each.name: turn.state.details[each.name]
        for each in fields_of_form(turn, form)
        if each.name in turn.state.details and (is_findable(each) or each.type is FieldType.PHONE)
    }


def fields_of_form(turn: Turn, form: Form) -> Iterator[DetailField]:
    """The form's fields in order."""
    return (turn.policy.fields[each] for each in form.fields)


def keeping(turn: Turn, opened: OpenForm) -> DialogState:
    """The state with ``opened`` as the open form, worked on now, and its details noted."""
    worked_on = replace(opened, asked_at=turn.situation.now)
    details = {**turn.state.details, **opened.collected}
    return replace(turn.state, clarified=False, form=worked_on, details=details)


def hear(turn: Turn, form: Form, opened: OpenForm) -> Heard:
    """What the turn's messages give to the form, the latest value of each detail."""
    fixed = proven(turn, form)
    fields = [each for each in fields_of_form(turn, form) if each.name not in fixed]
    asked = [each for each in fields if each.name in opened.asking]
    values: dict[str, str] = {}
    refused: Refused | None = None
    rests = []
    for message in turn.messages:
        found, rest, wrong = _anywhere(fields, asked, message.text)
        is_question = asks(message.text)
        for name, value in found.items():
            if not (is_question and name in opened.collected):
                values[name] = value
        refused = wrong or refused
        rests.append(_told(message.text, rest, bool(found)))
    waiting = [each for each in asked if not is_findable(each)]
    if opened.stage is Stage.FILLING and len(waiting) == 1:
        answered = _answered(turn, waiting[0], rests)
        if isinstance(answered, Found):
            values[waiting[0].name] = answered.value
        refused = answered if isinstance(answered, Refused) else refused
    skipped = not values and _skips(turn, form, asked)
    return Heard(values, None if values else refused, skipped)


def _anywhere(
    fields: list[DetailField], asked: list[DetailField], text: str
) -> tuple[dict[str, str], str, Refused | None]:
    """Findable values in ``text``, the text without them, and what is wrong with one asked for.

    Of two fields that look alike only the one asked for takes a value.
    """
    rest = unicodedata.normalize("NFKC", text)
    found: dict[str, str] = {}
    refused = None
    for each in fields:
        alike = [other for other in fields if _looks(other) == _looks(each)]
        if not is_findable(each) or (len(alike) > 1 and each not in asked):
            continue
        read = read_anywhere(each, rest)
        if isinstance(read, Found):
            found[each.name] = read.value
            rest = rest[: read.start] + " " * (read.end - read.start) + rest[read.end :]
        elif each in asked:
            refused = read or refused
    return found, rest, refused


def _looks(field: DetailField) -> tuple[object, ...]:
    return (field.type, field.pattern.pattern if field.pattern else None)


def _told(text: str, rest: str, found: bool) -> str:
    """What a message tells beside values found in it; all of it where that is a sentence."""
    told = " ".join(rest.split()).strip(" ,;:-")
    return told if found and len(told.split()) < _ENOUGH_WORDS else text


def _answered(turn: Turn, field: DetailField, told: list[str]) -> Found | Refused | None:
    """The answer to the question for ``field``: for free texts the whole burst, else the latest."""
    if field.type is FieldType.TEXT:
        text = "\n".join(each for each in told if each)
        return read_answer(field, text, moment_of(turn)) if _is_answer(turn, text) else None
    if field.type is FieldType.YES_NO and (agrees(turn) or objects(turn)):
        return Found("yes" if agrees(turn) else "no", 0, 0)
    refused = None
    for each in reversed(told):
        read = read_answer(field, unicodedata.normalize("NFKC", each), moment_of(turn))
        if isinstance(read, Found):
            return read
        refused = refused or read
    return refused


def _is_answer(turn: Turn, text: str) -> bool:
    """Whether free text can be an answer: no yes, no pleasantry, and no question."""
    if any(says(text) for says in (says_yes, says_skip, says_cancel, asks)) or is_small_talk(turn):
        return False
    if says_no(text) and len(text.split()) < _ENOUGH_WORDS:
        return False
    best = turn.reading.templates[0] if turn.reading.templates else None
    sure = best is not None and best.probability >= turn.policy.answer_threshold
    return not (sure and begins_as_question(text))


def _skips(turn: Turn, form: Form, asked: list[DetailField]) -> bool:
    if len(asked) != 1 or asked[0].name not in form.optional:
        return False
    text = turn.messages[-1].text
    return says_skip(text) or says_no(text)
