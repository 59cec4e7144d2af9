"""What a sentence states that another may contradict: figures with their unit, and denials.

Knows no pairs of sentences; who compares them decides which speak of the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = {
    "day": r"(?:(?:business|working|calendar) )?(?:days?|tage?n?)|天|日|个工作日",
    "hour": r"(?:hours?|hrs?|stunden?)|小时",
    "week": r"(?:weeks?|wochen?)|周",
    "month": r"(?:months?|monate?n?)|个月",
    "year": r"(?:years?|jahre?n?)|年",
    "minute": r"(?:minutes?|mins?|minuten?)|分钟",
    "percent": r"(?:%|percent|prozent)",
    "money": r"(?:€|\$|£|usd|eur|gbp|euros?|dollars?|pounds?|元)",
    "weight": r"(?:kg|lbs?|kilos?)\b",
}
_NUMBER = r"\d+(?:[.,]\d+)?"
_WORDS_AS_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "fourteen": "14", "thirty": "30", "sixty": "60",
}  # fmt: skip
_NUMBER_WORD = re.compile(r"\b(" + "|".join(_WORDS_AS_NUMBERS) + r")\b", re.IGNORECASE)
_AFTER = {
    unit: re.compile(
        rf"(?P<low>{_NUMBER})(?:\s?(?:-|–|to|bis|or|至|"
        rf"到)\s?(?P<high>{_NUMBER}))?[\s-]?(?:{pattern})",
        re.IGNORECASE,
    )
    for unit, pattern in _UNITS.items()
}
_BEFORE = re.compile(rf"(?:€|\$|£|¥)\s?(?P<low>{_NUMBER})(?P<high>)")
_NO = re.compile(
    r"^\W*(?:no\b|nope|unfortunately|i'?m afraid|sorry,? (?:but )?(?:we|you|this|it|that)|nein"
    r"|leider|不可以|不能|不行|很遗憾)|\b(?:cannot|can'?t|not able to|unable to|do(?:es)? not"
    r"|do(?:es)?n'?t|isn'?t possible|not possible|no longer)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its unit, as quoted, and the sentence that it stands in, its digits hidden."""

    unit: str
    value: str
    quote: str
    sentence: str


def figures_in(sentence: str) -> list[Fact]:
    """The prices, deadlines and other figures that one sentence states."""
    plain = _NUMBER_WORD.sub(lambda word: _WORDS_AS_NUMBERS[word[0].lower()], sentence)
    matches = [(unit, m) for unit, pattern in _AFTER.items() for m in pattern.finditer(plain)]
    matches += [("money", m) for m in _BEFORE.finditer(plain)]
    return [
        Fact(unit, _value(match), match[0].strip(), re.sub(r"\d", "#", plain))
        for unit, match in matches
    ]


def denies(text: str) -> bool:
    """Whether ``text`` says that something is not so, or not possible."""
    return bool(_NO.search(text))


def _value(match: re.Match[str]) -> str:
    return "-".join(part.replace(",", ".") for part in (match["low"], match["high"]) if part)
