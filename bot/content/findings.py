"""What a review of the labels found, kept until the next one, less what people decided since.

The findings are computed by a command, because that takes training's libraries; the desk only
shows them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlmodel import Session, col, delete, select

from bot.content.labels import merged_intents
from bot.content.overlooked import OVERLOOKED
from bot.store import Database
from bot.store.tables import IntentRow, LabelDecisionRow, SettingRow
from knowledge import IntentId

LABELS, NEXT = "review_labels", "review_next"
MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Doubt:
    """An example that another intent claims."""

    text: str
    intent: str
    proposed: str
    probability: float
    proposed_probability: float


@dataclass(frozen=True, slots=True)
class Confusion:
    """Two intents that are taken for each other; ``examples`` are texts with their intent."""

    one: str
    other: str
    confused: int
    share: float
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two examples that say nearly the same."""

    text: str
    intent: str
    other_text: str
    other_intent: str
    cosine: float


@dataclass(frozen=True, slots=True)
class LabelFindings:
    """What a review of the labels found; ``accuracy`` is out of fold."""

    made_at: str
    examples: int
    accuracy: float | None
    suspects: tuple[Doubt, ...] = ()
    confusable: tuple[Confusion, ...] = ()
    conflicts: tuple[Likeness, ...] = ()
    duplicates: tuple[Likeness, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """An unlabelled question worth a person's minute, with the intents that it may be."""

    text: str
    guesses: tuple[tuple[str, float], ...]
    stands_for: int


@dataclass(frozen=True, slots=True)
class Bought:
    """What labels for the questions would buy.

    They stand for ``stands_for`` of ``unlabelled`` questions, ``per_month`` of which come in a
    month. ``accuracy`` is out of fold now; as many random examples add ``gain``, which lies between
    ``low`` and ``high``. None where nobody can tell.
    """

    unlabelled: int
    stands_for: int
    per_month: float | None = None
    accuracy: float | None = None
    gain: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class NextQuestions:
    """Questions to label next, the most telling first, and what that would buy."""

    made_at: str
    questions: tuple[Question, ...]
    buys: Bought


def keep_findings(database: Database, found: LabelFindings | NextQuestions) -> None:
    """Keep what was found in place of the earlier findings, the most urgent of each list."""
    if isinstance(found, LabelFindings):
        found = replace(
            found,
            suspects=found.suspects[:MOST_KEPT],
            confusable=found.confusable[:MOST_KEPT],
            conflicts=found.conflicts[:MOST_KEPT],
            duplicates=found.duplicates[:MOST_KEPT],
        )
    key = LABELS if isinstance(found, LabelFindings) else NEXT
    with database.write() as session:
        session.merge(SettingRow(key=key, value=json.dumps(asdict(found))))


def forget_findings(session: Session) -> None:
    """Forget them in the caller's transaction, since they quote customers."""
    kept = (LABELS, NEXT, OVERLOOKED)
    session.execute(delete(SettingRow).where(col(SettingRow.key).in_(kept)))


def open_findings(database: Database) -> tuple[LabelFindings | None, NextQuestions | None]:
    """What is still open of the last reviews; None where there was none."""
    with database.read() as session:
        labels, following = (session.get(SettingRow, key) for key in (LABELS, NEXT))
        rows = session.exec(select(LabelDecisionRow))
        since = _Since(
            decided={row.text: row.intent_id for row in rows},
            merged=merged_intents(session),
            known=frozenset(session.exec(select(IntentRow.id))),
        )
        return (
            since.of_labels(_labels(json.loads(labels.value))) if labels else None,
            since.of_next(_next(json.loads(following.value))) if following else None,
        )


@dataclass(frozen=True, slots=True)
class _Since:
    """What people decided since the review: labels by text, merges, and the intents left."""

    decided: Mapping[str, str | None]
    merged: Mapping[IntentId, IntentId]
    known: frozenset[str]

    def of_labels(self, found: LabelFindings) -> LabelFindings:
        return replace(
            found,
            suspects=tuple(
                each
                for each in found.suspects
                if each.text not in self.decided and self._differ(each.intent, each.proposed)
            ),
            confusable=tuple(
                each for each in found.confusable if {each.one, each.other} <= self.known
            ),
            conflicts=tuple(
                each
                for each in found.conflicts
                if self._is_open(each) and self._differ(*self._labels(each))
            ),
            duplicates=tuple(each for each in found.duplicates if self._is_open(each)),
        )

    def of_next(self, found: NextQuestions) -> NextQuestions:
        left = tuple(each for each in found.questions if each.text not in self.decided)
        return replace(found, questions=left)

    def _differ(self, one: str, other: str) -> bool:
        return self._now(one) != self._now(other)

    def _now(self, intent: str) -> str:
        return self.merged.get(IntentId(intent), IntentId(intent))

    def _labels(self, each: Likeness) -> tuple[str, str]:
        one = self.decided.get(each.text) or each.intent
        return one, self.decided.get(each.other_text) or each.other_intent

    def _is_open(self, each: Likeness) -> bool:
        """Whether neither was dropped, and not both were decided."""
        both = (each.text, each.other_text)
        dropped = any(text in self.decided and self.decided[text] is None for text in both)
        return not dropped and not all(text in self.decided for text in both)


def _labels(kept: Mapping[str, Any]) -> LabelFindings:
    return LabelFindings(
        made_at=kept["made_at"],
        examples=kept["examples"],
        accuracy=kept["accuracy"],
        suspects=tuple(Doubt(**each) for each in kept["suspects"]),
        confusable=tuple(
            Confusion(**{**each, "examples": _pairs(each["examples"])})
            for each in kept["confusable"]
        ),
        conflicts=tuple(Likeness(**each) for each in kept["conflicts"]),
        duplicates=tuple(Likeness(**each) for each in kept["duplicates"]),
    )


def _next(kept: Mapping[str, Any]) -> NextQuestions:
    questions = (
        Question(each["text"], _pairs(each["guesses"]), each["stands_for"])
        for each in kept["questions"]
    )
    return NextQuestions(kept["made_at"], tuple(questions), Bought(**kept["buys"]))


def _pairs(kept: Sequence[Sequence[Any]]) -> tuple[tuple[Any, Any], ...]:
    return tuple((first, second) for first, second in kept)
