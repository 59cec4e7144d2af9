"""What there is to learn that a model has not learned yet, and where it comes from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlmodel import Session, col, select

from bot.content.labels import confirmed_strangers
from bot.content.learned import training_examples
from bot.learning.candidates import ACCEPTED
from bot.learning.evidence import BY_THE_TEAM, EvidenceKind
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import CandidateRow, EvidenceRow, ExampleRow, LabelDecisionRow, ModelRow
from knowledge import IntentId
from nlu import is_golden, read_learned_from, text_digest

GOLDEN_FROM: Final = 500
"""Fewer examples are all needed for learning; models are then compared on what comes later."""
KEPT_WHOLE: Final = 8
BASE: Final = "base"
LEARNED: Final = "learned"
"""The key of a model's metrics that tells labelled texts from other ones."""
STRANGERS: Final = "strangers_said"
"""The same for the questions of which people said that they are of no intent."""
Labelled = tuple[str, IntentId]
_NO_INTENT: Final = IntentId("")


@dataclass(frozen=True, slots=True)
class News:
    """``fresh`` of ``examples`` are new to the model, by where they come from; ``gone`` are those
    that it learned and would not learn again. ``changed`` where anything is otherwise at all."""

    examples: int
    fresh: int
    by_evidence: Mapping[str, int] = field(default_factory=dict)
    gone: int = 0
    changed: bool = True
    erased: bool = False

    @property
    def anything(self) -> bool:
        """Whether training would learn anything, and anything else than it did."""
        return self.examples > 0 and (self.changed or self.erased)


def learnable(database: Database) -> list[Labelled]:
    """What is learned from: all, or, of many examples, all but those set aside for comparing.

    An intent keeps its last few, since one that is not learned cannot be compared either.
    """
    examples = training_examples(database)
    if len(examples) < GOLDEN_FROM:
        return examples
    of_intent = Counter(intent for _, intent in examples)
    return [
        (text, intent)
        for text, intent in examples
        if not is_golden(text) or of_intent[intent] < KEPT_WHOLE
    ]


def latest_model(session: Session) -> ModelRow | None:
    """The model that was trained last, whether it serves or not."""
    return session.exec(
        select(ModelRow).where(ModelRow.id != BASE).order_by(col(ModelRow.created_at).desc())
    ).first()


def news(database: Database, settings: Settings, examples: Sequence[Labelled]) -> News:
    """What of ``examples`` is new to the model that was trained last."""
    with database.read() as session:
        model = latest_model(session)
        if model is None:
            return News(len(examples), len(examples), sources(session, examples))
        known = read_learned_from(settings.home / model.directory) or frozenset()
        fresh = [each for each in examples if text_digest(each[0]) not in known]
        now = {text_digest(text) for text, _ in examples}
        return News(
            examples=len(examples),
            fresh=len(fresh),
            by_evidence=sources(session, fresh),
            gone=len(known - now),
            changed=_differs(session, model, examples, known, now),
            erased=model.retrain_since is not None,
        )


def fingerprint(examples: Sequence[Labelled]) -> str:
    """A digest of labelled texts, whatever their order."""
    lines = sorted(f"{text_digest(text)} {intent}" for text, intent in examples)
    return hashlib.blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()


def strangers_fingerprint(database: Database) -> str:
    """A digest of the questions of which people said that they are of no intent."""
    with database.read() as session:
        return _strangers(session)


def _strangers(session: Session) -> str:
    return fingerprint([(text, _NO_INTENT) for text in confirmed_strangers(session)])


def sources(session: Session, examples: Sequence[Labelled]) -> dict[str, int]:
    """How many of ``examples`` come from where: what people of the team said comes first."""
    texts = {text for text, _ in examples}
    found: dict[str, str] = dict.fromkeys(texts, "template")
    rows = session.exec(select(ExampleRow.text, ExampleRow.source))
    found |= {text: source for text, source in rows if text in texts}
    rows = session.exec(
        select(CandidateRow.text, EvidenceRow.kind)
        .join(EvidenceRow, col(EvidenceRow.candidate_id) == col(CandidateRow.id))
        .where(CandidateRow.state == ACCEPTED)
    )
    kinds: dict[str, set[EvidenceKind]] = {}
    for text, kind in rows:
        if text in texts:
            kinds.setdefault(text, set()).add(EvidenceKind(kind))
    found |= {text: _kind_of(those) for text, those in kinds.items()}
    return dict(Counter(found.values()).most_common())


def _kind_of(kinds: set[EvidenceKind]) -> str:
    explicit = [each.value for each in EvidenceKind if each in BY_THE_TEAM & kinds]
    return explicit[0] if explicit else "candidate"


def _differs(
    session: Session,
    model: ModelRow,
    examples: Sequence[Labelled],
    known: frozenset[str],
    now: set[str],
) -> bool:
    """By the fingerprints that the model was trained with; an older model has none."""
    if model.metrics.get(STRANGERS, fingerprint([])) != _strangers(session):
        return True
    trained_with = model.metrics.get(LEARNED)
    if trained_with is not None:
        return bool(trained_with != fingerprint(examples))
    decided = select(LabelDecisionRow.text_hash).where(
        LabelDecisionRow.decided_at > model.created_at
    )
    return known != now or session.exec(decided).first() is not None
