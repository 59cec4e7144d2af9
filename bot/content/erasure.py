"""Erases what was imported of a customer, and what was learned from it.

A keyed tombstone for each of their identities keeps a later import from bringing it back. What was
trained into a model cannot be taken out of it: models that may have learned from it are marked.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, delete, select

from bot.content.generation import raise_generation
from bot.content.people import Tombstones
from bot.content.transcript_json import transcript_from_json
from bot.content.vectors import text_hash
from bot.store.tables import (
    ExampleRow,
    IdentityRow,
    LabelDecisionRow,
    ModelRow,
    OriginalRow,
    PairRow,
    TemplateRow,
    TemplateVersionRow,
    TombstoneRow,
    TranscriptRow,
    VectorRow,
)
from knowledge import Transcript
from knowledge.redaction import Identity, IdentityKind

BASE = "base"
BATCH = 500


@dataclass(frozen=True, slots=True)
class Erased:
    """How much went, by what it was."""

    transcripts: int = 0
    pairs: int = 0
    examples: int = 0
    vectors: int = 0
    originals: int = 0
    conversations: int = 0
    messages: int = 0
    attachments: int = 0
    models_to_retrain: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there was anything of them."""
        return bool(self.transcripts or self.conversations)


def erase_imported(
    session: Session,
    key: bytes,
    persons: Collection[str],
    identities: Sequence[Identity],
    now: datetime,
) -> Erased:
    """Erase the imported conversations of ``persons``, and what came of them."""
    rows = session.exec(select(TranscriptRow).where(col(TranscriptRow.customer).in_(persons))).all()
    transcripts = [transcript_from_json(json.loads(row.content)) for row in rows]
    keys = [row.key for row in rows]
    _bury(session, key, persons, identities, keys, now)
    texts, pairs = _forget_pairs(session, transcripts)
    examples = _forget_examples(session, texts, pairs)
    vectors = _delete(session, VectorRow, VectorRow.text_hash, [text_hash(text) for text in texts])
    originals = _delete(session, OriginalRow, OriginalRow.transcript_key, keys)
    _delete(session, TranscriptRow, TranscriptRow.key, keys)
    _delete(session, IdentityRow, IdentityRow.person, persons)
    since = min(row.imported_at for row in rows) if examples else None
    marked = _mark_models(session, since, now)
    if examples:
        raise_generation(session)
    return Erased(len(rows), len(pairs), examples, vectors, originals, models_to_retrain=marked)


def _bury(
    session: Session,
    key: bytes,
    persons: Collection[str],
    identities: Sequence[Identity],
    keys: Collection[str],
    now: datetime,
) -> None:
    """Leave tombstones for all by which they are known; a name only where nothing is surer."""
    known = session.exec(select(IdentityRow).where(col(IdentityRow.person).in_(persons))).all()
    name = IdentityKind.NAME.value
    sure = {row.digest for row in known if row.kind != name}
    digests = sure or {row.digest for row in known}
    digests |= {each.digest(key) for each in identities if each.is_sure or not sure}
    digests |= {Tombstones(session, key).of_conversation(each) for each in keys}
    for digest in digests:
        session.merge(TombstoneRow(digest=digest, erased_at=now))


def _forget_pairs(
    session: Session, transcripts: Sequence[Transcript]
) -> tuple[set[str], list[str]]:
    """Every text that stood in these conversations, and the ids of the pairs that are gone."""
    texts = {turn.text for each in transcripts for turn in each.turns}
    ids: list[str] = []
    names = [str(each.id) for each in transcripts]
    for part in _parts(names):
        for row in session.exec(select(PairRow).where(col(PairRow.transcript_key).in_(part))).all():
            texts |= {row.content["question"], row.content["answer"], *row.content["context"]}
            ids.append(row.id)
    _delete(session, PairRow, PairRow.id, ids)
    return texts, ids


def _forget_examples(session: Session, texts: Collection[str], pairs: Collection[str]) -> int:
    """Take the texts out of training and out of every template's examples."""
    count = _delete(session, ExampleRow, ExampleRow.pair_id, pairs)
    count += _delete(session, ExampleRow, ExampleRow.text, texts)
    _delete(session, LabelDecisionRow, LabelDecisionRow.text, texts)
    rows = [*session.exec(select(TemplateRow)), *session.exec(select(TemplateVersionRow))]
    for row in rows:
        kept = [each for each in row.content["examples"] if each not in texts]
        if len(kept) < len(row.content["examples"]):
            count += isinstance(row, TemplateRow)
            row.content = {**row.content, "examples": kept}
            session.add(row)
    session.flush()
    return count


def _mark_models(session: Session, since: datetime | None, now: datetime) -> tuple[str, ...]:
    """Mark the models that were trained after ``since``, when the first of it was imported.

    Those adapted to files of transcripts may hold anybody's messages: they are marked always.
    """
    rows = [
        row
        for row in session.exec(select(ModelRow).where(ModelRow.id != BASE)).all()
        if row.metrics.get("adapted_to") or (since is not None and row.created_at >= since)
    ]
    for row in rows:
        row.retrain_since = row.retrain_since or now
        session.add(row)
    return tuple(row.id for row in rows)


def with_live(
    erased: Erased, conversations: int, messages: int, attachments: int, marked: Iterable[str] = ()
) -> Erased:
    """The counts of both, imported and live; ``marked`` are the models that learned from these."""
    return replace(
        erased,
        conversations=conversations,
        messages=messages,
        attachments=attachments,
        models_to_retrain=tuple(dict.fromkeys((*erased.models_to_retrain, *marked))),
    )


def _delete(session: Session, table: type, column: object, values: Iterable[str]) -> int:
    count = 0
    for part in _parts(list(values)):
        statement = delete(table).where(col(column).in_(part))
        result = session.execute(statement.execution_options(synchronize_session=False))
        count += result.rowcount  # type: ignore[attr-defined]
    return count


def _parts(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))
