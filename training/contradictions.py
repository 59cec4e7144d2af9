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

from knowledge.statements import Fact, denies, figures_in
from training.speech_acts import split_acts

SAME_SENTENCE = 62
LEAST_SHARE = 0.15
CHANGED_PURITY = 0.75

_YES = re.compile(
    r"^\W*(?:yes|yep|sure|absolutely|of course|you can|ja|natürlich|可以|是的|能)\b", re.I
)
_LINK = re.compile(
    r"https?://\S+|www\.\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|"
    r"eu|de|nl|uk|"
    r"cn|io|example)(?:/\S*)?\b|\{\{[^}]*\}\}|\+?\d[\d -]{7,}\d"
)
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|noon|midnight|"
    r"(?:end|close) of (?:the )?(?:day|week|month|year|business)|montag|dienstag|mittwoch|"
    r"donnerstag|"
    r"freitag|samstag|sonntag|heute|morgen)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)[a-zäöü]*"
_DATE = re.compile(
    rf"\b(?:by|before|until|till|no later than|bis|vor|spätestens) (?:the )?(?:next )?{_DAY}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}(?::\d\d)? ?[ap]m\b"
    r"|\b\d{1,2}:\d\d\b|\d+月\d+[日号]|(?:今天|明天|周[一二三四五六日天])之?前",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:guarantee\w*|promise\w*|free(?: of charge)?|full refund|refund you|always|never|"
    r"(?:you(?:'ll| will)|(?:we|i)(?:'ll| will)) (?:\w+ )?(?:receive|get|be (?:refunded|reimbursed|"
    r"compensated|credited)|refund|replace|reimburse|compensate|credit|repair|send|waive|cover|pay)"
    r"|will be (?:refunded|replaced|reimbursed|credited|waived|sent|repaired)"
    r"|at no (?:extra )?(?:cost|charge)|garantier\w*|verspr\w+|kostenlos\w*|kostenfrei|gratis|"
    r"(?:wir|ich) (?:erstatten|ersetzen|übernehmen|schicken|senden))\b|保证|免费|承诺|"
    r"全额退款|包邮",
    re.IGNORECASE,
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


def find_contradictions(draft: str, answers: Sequence[DatedAnswer]) -> tuple[Contradiction, ...]:
    """Where ``answers`` of the same intent disagree with ``draft``; rare slips are passed over."""
    found = []
    for fact in facts_in(draft):
        said: defaultdict[str, list[DatedAnswer]] = defaultdict(list)
        quotes: dict[str, str] = {fact.value: fact.quote}
        for answer in answers:
            like = [other for other in facts_in(answer.text) if _comparable(fact, other)]
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
    found = [fact.quote for fact in facts_in(text)]
    found += [match[0].rstrip(".,;:!?") for match in _LINK.finditer(text)]
    found += [match[0] for pattern in (_DATE, _PROMISE) for match in pattern.finditer(text)]
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


def facts_in(text: str) -> list[Fact]:
    """The prices, deadlines and other figures that ``text`` states."""
    return [fact for sentence in split_acts(text) for fact in figures_in(sentence)]


def _comparable(one: Fact, other: Fact) -> bool:
    """Whether two facts of one unit stand in sentences that otherwise say the same."""
    alike = fuzz.token_set_ratio(one.sentence.lower(), other.sentence.lower())
    return one.unit == other.unit and alike >= SAME_SENTENCE


def _polarity(text: str) -> str | None:
    sentences = split_acts(text)
    if not sentences:
        return None
    if denies(sentences[0]):
        return "no"
    return "yes" if _YES.search(sentences[0]) else None
