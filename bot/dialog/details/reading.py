"""Reads a detail out of what a customer wrote: anywhere in it, or as the answer to a question.

A detail is taken from anywhere only where its looks tell it apart; all others only when they were
asked for, so that no value is ever taken for the wrong detail.
"""

from __future__ import annotations

from typing import assert_never

from bot.dialog.details.choices import read_choice, read_yes_no
from bot.dialog.details.contacts import find_email, find_phone
from bot.dialog.details.dates import read_date
from bot.dialog.details.definition import DetailField, FieldType
from bot.dialog.details.numbers import read_number
from bot.dialog.details.outcome import Found, Moment, Refused
from bot.dialog.details.texts import find_pattern, read_text


def is_findable(field: DetailField) -> bool:
    """Whether the detail's looks alone tell it apart from everything else in a message."""
    return field.pattern is not None or field.type is FieldType.EMAIL


def read_anywhere(field: DetailField, text: str) -> Found | Refused | None:
    """The detail wherever it stands in ``text``; for findable ones only."""
    if field.pattern is None:
        return find_email(text)
    read = find_pattern(field, field.pattern, text)
    if field.type is FieldType.EMAIL and isinstance(read, Found):
        return Found(read.value.lower(), read.start, read.end)
    return read


def read_answer(field: DetailField, text: str, moment: Moment) -> Found | Refused | None:
    """The detail in ``text``, which answers the question for it."""
    match field.type:
        case FieldType.EMAIL:
            return read_anywhere(field, text)
        case FieldType.TEXT:
            return read_anywhere(field, text) if field.pattern else read_text(field, text)
        case FieldType.NUMBER | FieldType.INTEGER | FieldType.AMOUNT:
            return read_number(field, text, moment)
        case FieldType.DATE:
            return read_date(field, text, moment)
        case FieldType.PHONE:
            return find_phone(field, text)
        case FieldType.CHOICE:
            return read_choice(field, text)
        case FieldType.YES_NO:
            return read_yes_no(text)
        case unknown:
            assert_never(unknown)
