"""Details that a customer gives: what they look like, how they are read, checked and shown."""

from bot.dialog.details.definition import Day, DetailField, FieldType, Option, Pattern, in_language
from bot.dialog.details.outcome import Found, Moment, Refused
from bot.dialog.details.reading import is_findable, read_answer, read_anywhere
from bot.dialog.details.showing import as_words, shown

__all__ = [
    "Day",
    "DetailField",
    "FieldType",
    "Found",
    "Moment",
    "Option",
    "Pattern",
    "Refused",
    "as_words",
    "in_language",
    "is_findable",
    "read_answer",
    "read_anywhere",
    "shown",
]
