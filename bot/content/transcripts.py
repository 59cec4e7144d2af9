"""Imported conversations in the database: redacted before they are stored, each once."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from sqlmodel import Session, col, func, insert, select, update

from bot.store import Database
from bot.store.tables import SettingRow, TranscriptRow
from knowledge import Redactor, Speaker, Transcript, TranscriptId, Turn, redact_transcript

BATCH = 500


@dataclass
class ImportCounts:
    """What an import did. ``redactions`` counts what was taken out, by kind."""

    conversations: int = 0
    turns: int = 0
    duplicates: int = 0
    redactions: Counter[str] = field(default_factory=Counter)

    def add(self, others: ImportCounts) -> None:
        """Count what another part of the same import did."""
        self.conversations += others.conversations
        self.turns += others.turns
        self.duplicates += others.duplicates
        self.redactions += others.redactions


def redacted(
    transcripts: Iterable[Transcript], redactor: Redactor
) -> Iterator[tuple[Transcript, Counter[str]]]:
    """Each transcript as it may be stored, with what was redacted in it."""
    for transcript in transcripts:
        yield redact_transcript(transcript, redactor)


def store_transcripts(
    database: Database,
    transcripts: Iterable[tuple[Transcript, Counter[str]]],
    now: datetime,
    on_stored: Callable[[int], None] = lambda _: None,
    note: Callable[[Session, int], None] = lambda _session, _number: None,
) -> ImportCounts:
    """Store redacted ``transcripts`` with what was redacted in each.

    One whose content is stored already is a duplicate; one that has grown since replaces its older
    self. Each batch is a transaction, so an interrupted import keeps what it reported; ``note`` is
    told in it how many it brings.
    """
    counts = ImportCounts()
    stream = iter(transcripts)
    while batch := list(islice(stream, BATCH)):
        _store_batch(database, batch, now, counts, note)
        on_stored(counts.conversations + counts.duplicates)
    return counts


def all_transcripts(database: Database) -> Iterator[Transcript]:
    """Every stored conversation, by its key, read in batches."""
    after = ""
    while True:
        with database.read() as session:
            rows = session.exec(
                select(TranscriptRow.key, TranscriptRow.content)
                .where(TranscriptRow.key > after)
                .order_by(col(TranscriptRow.key))
                .limit(BATCH)
            ).all()
        if not rows:
            return
        for _, content in rows:
            yield transcript_from_json(json.loads(content))
        after = rows[-1][0]


def count_transcripts(database: Database) -> int:
    """How many conversations are stored."""
    with database.read() as session:
        return int(session.exec(select(func.count()).select_from(TranscriptRow)).one())


def transcript_key(transcript: Transcript) -> str:
    """The key under which a conversation is stored once."""
    return _storable(f"{transcript.source}:{transcript.id}")


def pseudonym_key(database: Database) -> bytes:
    """The home's own secret, so that one person keeps one pseudonym over all imports."""
    with database.write() as session:
        row = session.get(SettingRow, "pseudonym_key")
        if row is None:
            row = SettingRow(key="pseudonym_key", value=secrets.token_hex(32))
            session.add(row)
        return bytes.fromhex(row.value)


def _store_batch(
    database: Database,
    batch: list[tuple[Transcript, Counter[str]]],
    now: datetime,
    counts: ImportCounts,
    note: Callable[[Session, int], None],
) -> None:
    rows: dict[str, dict[str, object]] = {}
    for transcript, _ in batch:
        content = _storable(json.dumps(transcript_to_json(transcript), ensure_ascii=False))
        rows[transcript_key(transcript)] = {
            "key": transcript_key(transcript),
            "content_hash": hashlib.sha256(content.encode()).hexdigest(),
            "content": content,
            "imported_at": now,
        }
    with database.write() as session:
        known = dict(
            session.exec(
                select(TranscriptRow.key, TranscriptRow.content_hash).where(
                    col(TranscriptRow.key).in_(list(rows))
                )
            ).all()
        )
        new = [row for key, row in rows.items() if key not in known]
        grown = [rows[key] for key in known if known[key] != rows[key]["content_hash"]]
        # In one statement each: row by row, the mapper costs four times what redaction does.
        if new:
            session.execute(insert(TranscriptRow), new)
        if grown:
            session.execute(update(TranscriptRow), grown)
        note(session, len(batch))
    for transcript, found in batch:
        key = transcript_key(transcript)
        stored = rows.pop(key, None)
        if stored is None or known.get(key) == stored["content_hash"]:
            counts.duplicates += 1
            continue
        counts.conversations += 1
        counts.turns += len(transcript.turns)
        counts.redactions.update(found)


def _storable(text: str) -> str:
    """With "?" for halves of characters, which JSON can hold and no database takes."""
    return text.encode(errors="replace").decode()


def transcript_to_json(transcript: Transcript) -> dict[str, Any]:
    """A conversation in the product's own JSONL form."""
    document: dict[str, Any] = {
        "id": transcript.id,
        "source": transcript.source,
        "turns": [_turn_to_json(turn) for turn in transcript.turns],
    }
    for name in ("resolved", "rating", "customer", "language"):
        value = getattr(transcript, name)
        if value is not None:
            document[name] = value
    if transcript.tags:
        document["tags"] = list(transcript.tags)
    return document


def transcript_from_json(document: dict[str, Any]) -> Transcript:
    """The conversation that ``transcript_to_json`` wrote."""
    return Transcript(
        id=TranscriptId(document["id"]),
        turns=tuple(_turn_from_json(turn) for turn in document["turns"]),
        source=document["source"],
        tags=tuple(document.get("tags", ())),
        resolved=document.get("resolved"),
        rating=document.get("rating"),
        customer=document.get("customer"),
        language=document.get("language"),
    )


def _turn_to_json(turn: Turn) -> dict[str, Any]:
    document: dict[str, Any] = {"speaker": turn.speaker.value, "text": turn.text}
    if turn.time is not None:
        document["time"] = turn.time.isoformat()
    if turn.author is not None:
        document["author"] = turn.author
    if turn.private:
        document["private"] = True
    return document


def _turn_from_json(document: dict[str, Any]) -> Turn:
    time = document.get("time")
    return Turn(
        speaker=Speaker(document["speaker"]),
        text=document["text"],
        time=datetime.fromisoformat(time) if time else None,
        author=document.get("author"),
        private=document.get("private", False),
    )
