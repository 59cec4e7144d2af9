"""Compares two models on texts that neither has learned from, and says whether one may replace
the other.

Paired: both are asked the same texts, so that only where they disagree counts. Knows neither where
the texts come from nor what serves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import comb
from typing import Final

from knowledge import IntentId, without_identifiers
from nlu.model import Model

SURE_ENOUGH: Final = 0.05
"""How improbable chance must make a difference before it counts as one."""
FEWEST: Final = 30
"""Fewer texts say nothing about two models."""
FEWEST_OF_INTENT: Final = 5
MUCH: Final = 0.3
"""The share of an intent's texts whose loss makes it much worse."""
LOST_AT_LEAST: Final = 3
SHOWN: Final = 5
SENTENCES: Final = {
    "too_few_texts": (
        "{texts} texts that neither model learned from are too few to tell; it takes {fewest}."
    ),
    "loses": "It loses {lost} of {texts} texts and gains {gained}.",
    "newly_misled": "It is sure and wrong on {newly} texts anew, and no more on {no_more}.",
    "intent_worse": "Of “{intent}” it gets {after} of {texts} right, not {before} as before.",
    "gains": "It gains {gained} of {texts} texts and loses {lost}.",
}
"""What a verdict is founded on, for people."""
Progress = Callable[[str, int, int], None]


class Verdict(StrEnum):
    """What the comparison comes to for the one who would replace the other."""

    BETTER = "better"
    ALIKE = "alike"
    WORSE = "worse"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class Judged:
    """A text, its true intent, and what each model takes it for; ``sure`` where it would act."""

    text: str
    intent: IntentId
    before: IntentId | None
    after: IntentId | None
    before_sure: bool
    after_sure: bool

    @property
    def gained(self) -> bool:
        return self.after == self.intent != self.before

    @property
    def lost(self) -> bool:
        return self.before == self.intent != self.after

    @property
    def misled_before(self) -> bool:
        """Whether the old model was sure of something wrong."""
        return self.before_sure and self.before != self.intent

    @property
    def misled_after(self) -> bool:
        """Whether the new model is sure of something wrong."""
        return self.after_sure and self.after != self.intent


@dataclass(frozen=True, slots=True)
class IntentChange:
    """One intent's texts, how many of them each model gets right, and some that changed."""

    intent: IntentId
    texts: int
    right_before: int
    right_after: int
    gained: tuple[Judged, ...]
    lost: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``intents`` holds those that changed, the most worsened first. Shares are of ``texts``.

    ``misled`` counts texts of which a model is sure, and wrong.
    """

    texts: int
    accuracy_before: float | None
    accuracy_after: float | None
    misled_before: int
    misled_after: int
    verdict: Verdict
    because: tuple[str, ...]
    intents: tuple[IntentChange, ...]


def compare(
    before: Model,
    after: Model,
    labelled: Sequence[tuple[str, IntentId]],
    progress: Progress = lambda *_: None,
) -> Comparison:
    """Compare ``after`` with ``before`` on ``labelled`` texts, one at a time as serving asks."""
    judged = []
    for done, (text, intent) in enumerate(labelled, start=1):
        judged.append(_judged(before, after, text, intent))
        progress("comparing", done, len(labelled))
    return comparison_of(judged)


def comparison_of(judged: Sequence[Judged]) -> Comparison:
    """What the answers of both models come to."""
    changes = sorted(_changes(judged), key=lambda each: each.right_after - each.right_before)
    number = len(judged)
    verdict, because = _verdict(judged, changes)
    return Comparison(
        texts=number,
        accuracy_before=sum(_right(each.before, each) for each in judged) / number
        if judged
        else None,
        accuracy_after=sum(_right(each.after, each) for each in judged) / number
        if judged
        else None,
        misled_before=sum(each.misled_before for each in judged),
        misled_after=sum(each.misled_after for each in judged),
        verdict=verdict,
        because=because,
        intents=tuple(each for each in changes if each.gained or each.lost),
    )


def chance_of(fewer: int, more: int) -> float:
    """The probability that a fair coin falls so unevenly or more: the one-sided sign test."""
    tosses = fewer + more
    return float(sum(comb(tosses, heads) for heads in range(more, tosses + 1)) / 2**tosses)


def _verdict(
    judged: Sequence[Judged], changes: Iterable[IntentChange]
) -> tuple[Verdict, tuple[str, ...]]:
    number = len(judged)
    if number < FEWEST:
        return Verdict.UNJUDGED, (_say("too_few_texts", texts=number, fewest=FEWEST),)
    gained, lost = sum(each.gained for each in judged), sum(each.lost for each in judged)
    worse = []
    if lost > gained and chance_of(gained, lost) < SURE_ENOUGH:
        worse.append(_say("loses", lost=lost, texts=number, gained=gained))
    newly = sum(each.misled_after and not each.misled_before for each in judged)
    no_more = sum(each.misled_before and not each.misled_after for each in judged)
    if newly > no_more and chance_of(no_more, newly) < SURE_ENOUGH:
        worse.append(_say("newly_misled", newly=newly, no_more=no_more))
    worse += [
        _say(
            "intent_worse",
            intent=each.intent,
            after=each.right_after,
            texts=each.texts,
            before=each.right_before,
        )
        for each in changes
        if _much_worse(each)
    ]
    if worse:
        return Verdict.WORSE, tuple(worse)
    better = gained > lost and chance_of(lost, gained) < SURE_ENOUGH
    because = _say("gains", gained=gained, texts=number, lost=lost)
    return Verdict.BETTER if better else Verdict.ALIKE, (because,)


def _say(key: str, **values: object) -> str:
    return SENTENCES[key].format(**values)


def _much_worse(change: IntentChange) -> bool:
    fewer = change.right_before - change.right_after
    enough = change.texts >= FEWEST_OF_INTENT and fewer >= LOST_AT_LEAST
    return enough and fewer >= MUCH * change.texts


def _changes(judged: Sequence[Judged]) -> list[IntentChange]:
    of_intent: dict[IntentId, list[Judged]] = {}
    for each in judged:
        of_intent.setdefault(each.intent, []).append(each)
    return [
        IntentChange(
            intent=intent,
            texts=len(texts),
            right_before=sum(_right(each.before, each) for each in texts),
            right_after=sum(_right(each.after, each) for each in texts),
            gained=tuple(each for each in texts if each.gained)[:SHOWN],
            lost=tuple(each for each in texts if each.lost)[:SHOWN],
        )
        for intent, texts in of_intent.items()
    ]


def _right(answer: IntentId | None, judged: Judged) -> bool:
    return answer == judged.intent


def _judged(before: Model, after: Model, text: str, intent: IntentId) -> Judged:
    old, old_sure = _answer(before, text)
    new, new_sure = _answer(after, text)
    return Judged(text, intent, old, new, old_sure, new_sure)


def _answer(model: Model, text: str) -> tuple[IntentId | None, bool]:
    meant = model.understand(without_identifiers(text))
    if not meant.intents:
        return None, False
    return meant.intents[0].intent, meant.in_scope >= meant.threshold
