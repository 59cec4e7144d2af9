"""Where answers to the same question disagree: in numbers, deadlines, prices, or yes and no.

Two sentences are compared only when they say the same apart from their numbers, so that a delivery
time never argues with a return period.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rapidfuzz import fuzz

from training.speech_acts import split_acts

SAME_SENTENCE = 62
LEAST_SHARE = 0.15
CHANGED_PURITY = 0.75

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
_AFTER = {
    unit: re.compile(
        rf"(?P<low>{_NUMBER})(?:\s?(?:-|–|to|bis|or|至|到)\s?(?P<high>{_NUMBER}))?[\s-]?(?:{pattern})",
        re.IGNORECASE,
    )
    for unit, pattern in _UNITS.items()
}
_BEFORE = re.compile(rf"(?:€|\$|£|¥)\s?(?P<low>{_NUMBER})(?P<high>)")
_YES = re.compile(
    r"^\W*(?:yes|yep|sure|absolutely|of course|you can|ja|natürlich|可以|是的|能)\b", re.I
)
_NO = re.compile(
    r"^\W*(?:no\b|nope|unfortunately|i'?m afraid|sorry,? (?:but )?(?:we|you|this|it|that)|nein"
    r"|leider|不可以|不能|不行|很遗憾)|\b(?:cannot|can'?t|not able to|unable to|do(?:es)? not"
    r"|do(?:es)?n'?t|isn'?t possible|not possible|no longer)\b",
    re.I,
)


class ContradictionKind(StrEnum):
    """How answers disagree."""

    NUMBERS = "numbers"
    YES_AND_NO = "yes_and_no"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class DatedAnswer:
    """An answer that was given, and when."""

    text: str
    time: datetime | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the draft says against what other answers say, with how many say each."""

    kind: ContradictionKind
    ours: str
    theirs: str
    for_ours: int
    for_theirs: int

    def __str__(self) -> str:
        way = (
            "was answered otherwise before or since"
            if self.kind is ContradictionKind.CHANGED
            else ""
        )
        return f"{self.for_ours} say {self.ours!r}, {self.for_theirs} say {self.theirs!r}" + (
            f" ({way})" if way else ""
        )


@dataclass(frozen=True, slots=True)
class _Fact:
    unit: str
    value: str
    quote: str
    sentence: str


def find_contradictions(draft: str, answers: Sequence[DatedAnswer]) -> tuple[Contradiction, ...]:
    """Where ``answers`` of the same intent disagree with ``draft``; rare slips are passed over."""
    found = []
    for fact in _facts(draft):
        said: defaultdict[str, list[DatedAnswer]] = defaultdict(list)
        quotes: dict[str, str] = {fact.value: fact.quote}
        for answer in answers:
            like = [other for other in _facts(answer.text) if _comparable(fact, other)]
            if not like:
                continue
            other = next((one for one in like if one.value == fact.value), like[0])
            said[other.value].append(answer)
            quotes.setdefault(other.value, other.quote)
        found.extend(_compare(said, fact.value, quotes, ContradictionKind.NUMBERS))
    ours = _polarity(draft)
    if ours is not None:
        sides: defaultdict[str, list[DatedAnswer]] = defaultdict(list)
        for answer in answers:
            side = _polarity(answer.text)
            if side is not None and fuzz.token_set_ratio(draft, answer.text) >= SAME_SENTENCE:
                sides[side].append(answer)
        texts = {"yes": "yes", "no": "no"}
        found.extend(_compare(sides, ours, texts, ContradictionKind.YES_AND_NO))
    return tuple(dict.fromkeys(found))


def marks(text: str) -> tuple[str, ...]:
    """What a reviewer must look at in a draft: prices, deadlines, links, promises, fields."""
    found = [fact.quote for fact in _facts(text)]
    found += re.findall(r"https?://\S+|www\.\S+|\{\{[^}]*\}\}|\+?\d[\d -]{7,}\d", text)
    found += re.findall(
        r"\b(?:guarantee\w*|promise\w*|free of charge|full refund|will be refunded|always|never|"
        r"garantier\w*|kostenlos)\b|保证|免费",
        text,
        re.IGNORECASE,
    )
    return tuple(dict.fromkeys(found))


def _compare(
    said: dict[str, list[DatedAnswer]], ours: str, quotes: dict[str, str], kind: ContradictionKind
) -> list[Contradiction]:
    total = sum(len(answers) for answers in said.values())
    counts = Counter({value: len(answers) for value, answers in said.items()})
    found = []
    for value, count in sorted(counts.items()):
        if value == ours or count < max(1, LEAST_SHARE * total):
            continue
        changed = _changed(said[value], said.get(ours, []))
        shown = ContradictionKind.CHANGED if changed else kind
        found.append(Contradiction(shown, quotes[ours], quotes[value], counts[ours], count))
    return found


def _changed(before: Sequence[DatedAnswer], after: Sequence[DatedAnswer]) -> bool:
    """Whether one side is nearly always older than the other, or nearly always newer."""
    pairs = [
        one.time > other.time
        for one in before
        for other in after
        if one.time is not None and other.time is not None and one.time != other.time
    ]
    if len(before) < 2 or len(after) < 2 or not pairs:
        return False
    share = sum(pairs) / len(pairs)
    return share >= CHANGED_PURITY or share <= 1 - CHANGED_PURITY


def _facts(text: str) -> list[_Fact]:
    facts = []
    for sentence in split_acts(text):
        plain = re.sub(
            r"\b(" + "|".join(_WORDS_AS_NUMBERS) + r")\b",
            lambda word: _WORDS_AS_NUMBERS[word[0].lower()],
            sentence,
            flags=re.IGNORECASE,
        )
        matches = [(unit, m) for unit, pattern in _AFTER.items() for m in pattern.finditer(plain)]
        matches += [("money", m) for m in _BEFORE.finditer(plain)]
        for unit, match in matches:
            value = "-".join(
                part.replace(",", ".") for part in (match["low"], match["high"]) if part
            )
            facts.append(_Fact(unit, value, match[0].strip(), re.sub(r"\d", "#", plain)))
    return facts


def _comparable(one: _Fact, other: _Fact) -> bool:
    """Whether two facts of one unit stand in sentences that otherwise say the same."""
    alike = fuzz.token_set_ratio(one.sentence.lower(), other.sentence.lower())
    return one.unit == other.unit and alike >= SAME_SENTENCE


def _polarity(text: str) -> str | None:
    sentences = split_acts(text)
    if not sentences:
        return None
    if _NO.search(sentences[0]):
        return "no"
    return "yes" if _YES.search(sentences[0]) else None
