"""Bank accounts that are no IBAN: sort codes, routing and account numbers, after their words."""

from __future__ import annotations

from collections.abc import Iterator

from stdnum.us import rtn

from knowledge.redaction.cues import CuedValue
from knowledge.redaction.spans import Span

_ACCOUNT_CUES = (
    r"(?:bank account(?: (?:number|no\.?))?|account|acc(?:ount)? (?:number|no\.?)|acct\.?|"
    r"konto(?:nummer)?|kto\.?(?:-nr\.?)?|numéro de compte|número de cuenta|numero di conto|"
    r"numer konta|银行账号|銀行帳號|口座番号)"
)
_VALUES = (
    CuedValue.of(
        "account",
        r"(?:sort ?code|blz|bankleitzahl)",
        r"\d{2}[ -]?\d{2}[ -]?\d{2,4}(?!\d)",
        stems="sort blz bank",
    ),
    CuedValue.of("account", r"(?:routing|aba)", r"\d{9}(?!\d)", rtn.is_valid, stems="routing aba"),
    CuedValue.of(
        "account",
        _ACCOUNT_CUES,
        r"\d{8,17}(?![\w-])",
        stems="acc konto kto compte cuenta conto numer 账号 帳號 口座",
    ),
)
_BANK_WORDS = ("bank", "sort", "routing", "aba", "blz", "konto", "kto", "compte", "cuenta", "conto",
               "refund to", "银行", "銀行", "口座")  # fmt: skip


def find_bank_details(text: str) -> Iterator[Span]:
    """Sort codes, routing and account numbers, where the text speaks of a bank."""
    lowered = text.casefold()
    if any(word in lowered for word in _BANK_WORDS):
        for value in _VALUES:
            yield from value.find(text, lowered)
