"""Dates of birth: a date after a word that says so. Any other date stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redaction.cues import ENDS
from knowledge.redaction.spans import Span

_CUE = (
    r"(?:date of birth|birth ?da(?:te|y)|d\.?o\.?b\.?|born|geburts(?:datum|tag)|geboren|geb\.|"
    r"né|née|date de naissance|naissance|nací|nacid[oa]|(?:fecha de )?nacimiento|nato|nata|data "
    r"di nascita|"
    r"geboortedatum|data urodzenia|urodz\w*|ur\.|nascid[oa]|data de nascimento|nascimento|född|"
    r"født|"
    r"出生(?:日期|年月日)?|生日|生年月日|誕生日)"
)
_LINK = (
    r"(?:\s*(?:[:：=]|[是为は])"
    r"|\s+(?:is|was|on|the|am|ist|der|den|le|el|il|es|è|op|jest|dnia|em|:)(?=\s)){0,4}\s*"
)
_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE = (
    r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]"
    r"|\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?{_MONTH}(?:\s+de)?,?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
)
_BIRTH = re.compile(
    rf"(?:(?<!\w)|(?<=[\u3040-\u9fff])){_CUE}{ENDS}{_LINK}(?P<date>{_DATE})(?!\d)"
    rf"|(?<!\w)(?:bin|wurde|é|am)\s+(?:am\s+)?(?P<before>{_DATE})\s+(?:geboren|urodzon\w+)",
    re.IGNORECASE,
)


def find_births(text: str) -> Iterator[Span]:
    """Dates of birth."""
    for match in _BIRTH.finditer(text):
        yield Span(*match.span("date" if match["date"] else "before"), "birth")
