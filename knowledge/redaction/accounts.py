"""E-mail addresses, payment cards and bank accounts: what a pattern and a checksum find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from knowledge.redaction.spans import Span

_EMAIL = re.compile(
    r"(?<![\w.+%'-])[\w.+%'-]*[\w+%-][@＠](?:[\w-]+\.)+[^\W\d_]{2,}(?![\w-])", re.UNICODE
)
_CARD_CANDIDATE = re.compile(r"(?<![\d.,])\d(?:[ \u00a0\u2009.-]?\d){12,40}(?![\d])")
_CARD_NUMBER = re.compile(
    r"4\d{12}(?:\d{3}){0,2}"  # Visa
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"  # Mastercard
    r"|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35\d{14}"  # American Express, Diners, JCB
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12}|62\d{14,17}"  # Discover, UnionPay
    r"|(?:50|5[6-9]|6[37])\d{10,17}"  # Maestro
)
_GROUP = re.compile(r"\d+")
_IBAN_CANDIDATE = re.compile(r"(?<![^\W_])[A-Za-z]{2}\d{2}(?:[ \u00a0-]?[A-Za-z0-9]){11,30}")
_SHORTEST_IBAN = 15


def find_emails(text: str) -> Iterator[Span]:
    """E-mail addresses, those with letters of any script included."""
    if "@" in text or "＠" in text:
        for match in _EMAIL.finditer(text):
            yield Span(match.start(), match.end(), "email")


def find_cards(text: str) -> Iterator[Span]:
    """Payment card numbers: 12 to 19 digits of a known issuer whose Luhn sum is right."""
    for candidate in _CARD_CANDIDATE.finditer(text):
        groups = [match.span() for match in _GROUP.finditer(text, *candidate.span())]
        yield from _cards_in(text, groups)


def _cards_in(text: str, groups: list[tuple[int, int]]) -> Iterator[Span]:
    first = 0
    while first < len(groups):
        for last in range(len(groups) - 1, first - 1, -1):
            number = "".join(text[start:end] for start, end in groups[first : last + 1])
            if _CARD_NUMBER.fullmatch(number) and luhn.is_valid(number):
                yield Span(groups[first][0], groups[last][1], "card")
                first = last
                break
        first += 1


def find_ibans(text: str) -> Iterator[Span]:
    """Bank account numbers whose country, length and check digits are right."""
    position = 0
    while candidate := _IBAN_CANDIDATE.search(text, position):
        end = _end_of_iban(text, *candidate.span())
        if end is not None:
            yield Span(candidate.start(), end, "iban")
        position = end or candidate.start() + 2


def _end_of_iban(text: str, start: int, end: int) -> int | None:
    """Where a valid number ends that may be followed by words; ``None`` if there is none."""
    while end - start >= _SHORTEST_IBAN:
        whole = end == len(text) or not text[end].isalnum()
        if whole and text[end - 1].isalnum() and iban.is_valid(text[start:end]):
            return end
        end -= 1
    return None
