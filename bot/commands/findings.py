"""What training found about labels, as records that the home keeps and the desk shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.content.findings import (
    Bought,
    Confusion,
    Doubt,
    LabelFindings,
    Likeness,
    NextQuestions,
    Question,
)

if TYPE_CHECKING:
    from training.label_review import DuplicateExamples, LabelReview
    from training.next_examples import NextExamples

DAYS_A_MONTH = 30.44
SHORTEST_SPAN = 14
"""Days; over fewer, nothing is said about a month."""


def next_questions(
    found: NextExamples, texts: Sequence[str], times: Sequence[datetime | None], now: datetime
) -> NextQuestions:
    """What was chosen of ``texts``, asked at ``times``, as the home keeps it."""
    stands_for = sum(each.stands_for for each in found.chosen)
    months = _months(times)
    gain = found.gain
    return NextQuestions(
        made_at=now.isoformat(timespec="seconds"),
        questions=tuple(
            Question(texts[each.row], each.guesses, each.stands_for) for each in found.chosen
        ),
        buys=Bought(
            unlabelled=len(texts),
            stands_for=stands_for,
            per_month=stands_for / months if months else None,
            accuracy=gain.accuracy if gain else None,
            gain=gain.gain if gain else None,
            low=gain.low if gain else None,
            high=gain.high if gain else None,
        ),
    )


def _months(times: Sequence[datetime | None]) -> float | None:
    """Over how many months the questions were asked; None where that is not known, or too short."""
    known = sorted(time for time in times if time is not None)
    days = (known[-1] - known[0]).days if known else 0
    return days / DAYS_A_MONTH if days >= SHORTEST_SPAN else None


def label_findings(found: LabelReview, now: datetime) -> LabelFindings:
    """What a review found, as the home keeps it."""
    return LabelFindings(
        made_at=now.isoformat(timespec="seconds"),
        examples=found.examples,
        accuracy=found.accuracy,
        suspects=tuple(
            Doubt(
                text=each.text,
                intent=each.intent,
                proposed=each.proposed,
                probability=each.probability,
                proposed_probability=each.proposed_probability,
            )
            for each in found.suspects
        ),
        confusable=tuple(
            Confusion(
                one=each.one,
                other=each.other,
                confused=each.confused,
                share=each.share,
                examples=tuple((example.text, example.intent) for example in each.examples),
            )
            for each in found.confusable
        ),
        conflicts=tuple(_likeness(each) for each in found.conflicts),
        duplicates=tuple(_likeness(each) for each in found.duplicates),
    )


def _likeness(each: DuplicateExamples) -> Likeness:
    return Likeness(each.text, each.intent, each.other_text, each.other_intent, each.cosine)
