"""A detail as an editor defines it: its type, its limits, and the words to ask for it with.

Knows nothing of forms, and reads no text itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol

from bot.dialog.languages import best_language


class Pattern(Protocol):
    """A regular expression, as ``re`` and ``re2`` make them."""

    @property
    def pattern(self) -> Any:
        """How it was written."""

    def finditer(self, text: str, /) -> Iterator[Any]:
        """Its matches in ``text``, from left to right."""


class FieldType(StrEnum):
    """What sort of detail it is, which decides how it is read and written down."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    AMOUNT = "amount"
    DATE = "date"
    EMAIL = "email"
    PHONE = "phone"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that a choice allows. ``value`` is what is kept."""

    value: str
    labels: Mapping[str, str] = field(default_factory=dict)
    synonyms: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """What a customer reads; the value itself where no language has a label."""
        return in_language(self.labels, language) or self.value


@dataclass(frozen=True, slots=True)
class Day:
    """A fixed day, or one counted from today."""

    fixed: date | None = None
    days: int = 0

    def seen_from(self, today: date) -> date:
        """The day that is meant when today is ``today``."""
        return self.fixed or today + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class DetailField:
    """A detail that a customer can give.

    ``pattern`` finds a text anywhere in a message; ``canonical`` then writes it down with the
    pattern's groups (``LW-\\1-\\2``). ``least`` and ``most`` bound numbers and dates, both
    included; ``shortest`` and ``longest`` count a text's characters. ``verifies`` says that only
    the account's owner knows it. ``region`` (``NL``) reads phone numbers without a country code.
    """

    name: str
    pattern: Pattern | None
    prompts: Mapping[str, str]
    type: FieldType = FieldType.TEXT
    labels: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    invalid: Mapping[str, str] = field(default_factory=dict)
    canonical: str | None = None
    options: tuple[Option, ...] = ()
    least: Decimal | Day | None = None
    most: Decimal | Day | None = None
    shortest: int = 1
    longest: int = 2000
    region: str | None = None
    currency: str | None = None
    verifies: bool = False

    def label(self, language: str) -> str:
        """What the detail is called."""
        return in_language(self.labels, language) or self.name.replace("_", " ")

    def prompt(self, language: str) -> str:
        """The question that asks for it."""
        return in_language(self.prompts, language) or self.label(language)


def in_language(texts: Mapping[str, str], language: str) -> str | None:
    """The text in ``language``, else in English, or in any there is; None where all are empty."""
    found = best_language([each for each, text in texts.items() if text], language)
    return None if found is None else texts[found]
