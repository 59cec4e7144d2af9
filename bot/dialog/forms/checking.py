"""Has the customer check a form's details, and change the one that is wrong. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.dialog.decisions import Decision
from bot.dialog.details import DetailField, FieldType, Found, is_findable, read_answer
from bot.dialog.forms.asking import put
from bot.dialog.forms.collecting import fields_of_form, moment_of, proven
from bot.dialog.forms.consent import agrees, objects
from bot.dialog.forms.finishing import give_up
from bot.dialog.policy import Form
from bot.dialog.state import OpenForm, Stage
from bot.dialog.turn import Turn
from bot.dialog.why import why
from bot.dialog.words import plain, says_something_is_wrong

MAX_CHECKS: Final = 6
_NAMES_BY_TYPE: Final = {
    FieldType.EMAIL: ("email", "mail", "邮箱"),
    FieldType.PHONE: ("phone", "telefon", "handy", "电话", "手机"),
    FieldType.DATE: ("date", "datum", "日期"),
}
_JOINTS: Final = re.compile(r"[-_\s]+")


def check(turn: Turn, form: Form, opened: OpenForm, lead: str = "") -> Decision:
    """Ask whether everything is right; a person helps where that never ends."""
    return _asked(turn, form, replace(opened, stage=Stage.CHECKING), lead)


def ask_which(turn: Turn, form: Form, opened: OpenForm) -> Decision:
    """Ask which detail is wrong."""
    return _asked(turn, form, replace(opened, stage=Stage.CHANGING), "")


def is_confirmed(turn: Turn, opened: OpenForm) -> bool:
    """Whether the customer says yes to what was shown."""
    return opened.stage is Stage.CHECKING and agrees(turn)


def is_rejected(turn: Turn, opened: OpenForm) -> bool:
    """Whether the customer says no to what was shown, and not what is wrong."""
    return opened.stage is Stage.CHECKING and objects(turn)


def changed(turn: Turn, form: Form, opened: OpenForm, news: Mapping[str, str]) -> OpenForm | None:
    """``opened`` with ``news``, or without the detail that is said to be wrong; None where nothing
    is to be changed."""
    if news:
        return replace(opened, collected={**opened.collected, **news})
    field = _named(turn, form)
    wrong = opened.stage is Stage.CHANGING or says_something_is_wrong(turn.messages[-1].text)
    if field is None or not wrong:
        return None
    left = {name: value for name, value in opened.collected.items() if name != field.name}
    given = _given_with_it(turn, field)
    collected = {**left, field.name: given} if given else left
    skipped = tuple(each for each in opened.skipped if each != field.name)
    return replace(
        opened, collected=collected, skipped=skipped, stage=Stage.FILLING, asking=(), asked=0
    )


def _asked(turn: Turn, form: Form, opened: OpenForm, lead: str) -> Decision:
    if opened.checks >= MAX_CHECKS:
        return give_up(turn, why("keeps_changing"), form, opened)
    again = replace(opened, checks=opened.checks + 1, asking=(), asked=0)
    return put(turn, form, again, why("checks"), lead)


def _named(turn: Turn, form: Form) -> DetailField | None:
    """The detail that the last message speaks of: that with the longest name in it."""
    said = _joined(turn.messages[-1].text)
    fixed = proven(turn, form)
    fields = [each for each in fields_of_form(turn, form) if each.name not in fixed]
    named = [
        (len(name), -place, each)
        for place, each in enumerate(fields)
        for name in _names_of(each, fields)
        if name and name in said
    ]
    return max(named, key=lambda found: found[:2])[2] if named else None


def _names_of(field: DetailField, fields: list[DetailField]) -> list[str]:
    names = [field.name, *field.labels.values()]
    if sum(each.type is field.type for each in fields) == 1:
        names.extend(_NAMES_BY_TYPE.get(field.type, ()))
    return [_joined(each) for each in names]


def _joined(text: str) -> str:
    """``text`` as a string of letters, so that ``e-mail`` and ``email`` are the same."""
    return _JOINTS.sub("", plain(text))


def _given_with_it(turn: Turn, field: DetailField) -> str | None:
    """The new value, where the same message gives it; a free text is asked for instead."""
    if field.type is FieldType.TEXT or is_findable(field):
        return None
    text = unicodedata.normalize("NFKC", turn.messages[-1].text)
    read = read_answer(field, text, moment_of(turn))
    return read.value if isinstance(read, Found) and field.type is not FieldType.YES_NO else None
