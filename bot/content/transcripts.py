"""Imported conversations in the database: redacted before they are stored, each once.

Whose they are is told by pseudonyms; what belongs to somebody who was erased is left out.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from sqlmodel import Session, col, func, insert, select, update

from bot.content.grown import breaks_off_before
from bot.content.originals import Originals
from bot.content.people import People, Tombstones
from bot.content.transcript_json import content_hash, content_of, renamed, transcript_from_json
from bot.store import Database
from bot.store.tables import SettingRow, TranscriptRow
from knowledge import Redactor, Transcript, redact_transcript
from knowledge.redaction import Identity, customer_identities

BATCH = 500


@dataclass
class ImportCounts:
    """What an import did. ``redactions`` counts what was taken out, by kind.

    ``erased`` counts what was left out because it belongs to somebody who was erased.
    """

    conversations: int = 0
    turns: int = 0
    duplicates: int = 0
    erased: int = 0
    redactions: Counter[str] = field(default_factory=Counter)

    def add(self, others: ImportCounts) -> None:
        """Count what another part of the same import did."""
        self.conversations += others.conversations
        self.turns += others.turns
        self.duplicates += others.duplicates
        self.erased += others.erased
        self.redactions += others.redactions


@dataclass(frozen=True, slots=True)
class Importing:
    """How conversations are taken in. ``originals`` keeps them as they came; None throws away."""

    redactor: Redactor
    key: bytes
    originals: Originals | None = None


def store_transcripts(
    database: Database,
    transcripts: Iterable[Transcript],
    importing: Importing,
    now: datetime,
    on_stored: Callable[[int], None] = lambda _: None,
    note: Callable[[Session, int], None] = lambda _session, _number: None,
) -> ImportCounts:
    """Redact ``transcripts`` and store them.

    One whose content is stored already is a duplicate, and so is one that breaks off earlier, as an
    older export or half a file does; one that has changed since replaces its older self. Each batch
    is a transaction, so an interrupted import keeps what it reported; ``note`` is told in it how
    many it brings.
    """
    counts = ImportCounts()
    stream = iter(transcripts)
    while batch := list(islice(stream, BATCH)):
        counts.add(_store_batch(database, batch, importing, now, note))
        on_stored(counts.conversations + counts.duplicates + counts.erased)
    return counts


def redacted(
    transcripts: Iterable[Transcript], redactor: Redactor
) -> Iterator[tuple[Transcript, Counter[str]]]:
    """Each transcript without personal data, and what was taken out of it."""
    for transcript in transcripts:
        yield redact_transcript(transcript, redactor)


def unless_erased(
    database: Database, transcripts: Iterable[Transcript], redactor: Redactor, key: bytes
) -> Iterator[Transcript]:
    """Each transcript without personal data, but for those of customers who were erased."""
    stream = iter(transcripts)
    while batch := list(islice(stream, BATCH)):
        arrived = [_redact(transcript, redactor) for transcript in batch]
        with database.read() as session:
            erased = _erased(session, arrived, key)
        yield from (each.redacted for each in arrived if each.key not in erased)


def count_redactions(transcripts: Iterable[Transcript], redactor: Redactor) -> ImportCounts:
    """What an import would take out of ``transcripts``; nothing is stored."""
    counts = ImportCounts()
    for transcript, found in redacted(transcripts, redactor):
        counts.conversations += 1
        counts.turns += len(transcript.turns)
        counts.redactions.update(found)
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
    return f"{transcript.source}:{transcript.id}"


def pseudonym_key(database: Database) -> bytes:
    """The home's own secret, so that one person keeps one pseudonym over all imports."""
    with database.write() as session:
        row = session.get(SettingRow, "pseudonym_key")
        if row is None:
            row = SettingRow(key="pseudonym_key", value=secrets.token_hex(32))
            session.add(row)
        return bytes.fromhex(row.value)


@dataclass(frozen=True, slots=True)
class _Redacted:
    """A conversation on its way in. Redacting is slow, so it is done before anything is locked;
    the customer's pseudonym is settled inside the transaction."""

    original: Transcript
    redacted: Transcript
    found: Counter[str]
    identities: tuple[Identity, ...]

    @property
    def key(self) -> str:
        return transcript_key(self.redacted)

    def content(self, person: str | None) -> str:
        """Its content, with the customer called ``person``."""
        named = renamed(self.redacted, _SOMEBODY, person) if person else self.redacted
        return content_of(named)


_SOMEBODY = "customer"
"""What the customer is called until it is known who it is."""


def _store_batch(
    database: Database,
    batch: list[Transcript],
    importing: Importing,
    now: datetime,
    note: Callable[[Session, int], None],
) -> ImportCounts:
    arrived = [_redact(transcript, importing.redactor) for transcript in batch]
    latest: dict[str, _Redacted] = {}
    for each in arrived:
        earlier = latest.get(each.key)
        if earlier is None or not breaks_off_before(each.redacted, earlier.redacted):
            latest[each.key] = each
    with database.write() as session:
        erased = _erased(session, arrived, importing.key)
        kept = [each for key, each in latest.items() if key not in erased]
        stored = _store(session, kept, importing, now)
        note(session, len(batch))
    left_out = sum(each.key in erased for each in arrived)
    return ImportCounts(
        conversations=len(stored),
        turns=sum(len(each.redacted.turns) for each in stored),
        duplicates=len(arrived) - left_out - len(stored),
        erased=left_out,
        redactions=sum((each.found for each in stored), Counter()),
    )


def _redact(transcript: Transcript, redactor: Redactor) -> _Redacted:
    redacted, found = redact_transcript(transcript, redactor, _SOMEBODY)
    return _Redacted(transcript, redacted, found, customer_identities(transcript))


def _erased(session: Session, arrived: list[_Redacted], key: bytes) -> set[str]:
    """The keys of conversations that belong to somebody who was erased."""
    tombstones = Tombstones(session, key)
    digests = {each.key: tombstones.of_import(each.key, each.identities) for each in arrived}
    found = tombstones.among({digest for listed in digests.values() for digest in listed})
    return {each for each, listed in digests.items() if found.intersection(listed)}


def _store(
    session: Session, arrived: list[_Redacted], importing: Importing, now: datetime
) -> list[_Redacted]:
    """Store those that are new or have grown, and return them."""
    people = People(session, importing.key)
    people.load(identity for each in arrived for identity in each.identities)
    persons = {each.key: people.person_of(each.identities) for each in arrived}
    session.flush()
    known = dict(
        session.exec(
            select(TranscriptRow.key, TranscriptRow.content_hash).where(
                col(TranscriptRow.key).in_(list(persons))
            )
        ).all()
    )
    changed = [
        each
        for each in arrived
        if known.get(each.key) not in {None, content_hash(each.content(persons[each.key]))}
    ]
    shorter = _breaking_off(session, changed)
    stored: list[_Redacted] = []
    new: list[dict[str, object]] = []
    grown: list[dict[str, object]] = []
    for each in arrived:
        content = each.content(persons[each.key])
        if known.get(each.key) == content_hash(content) or each.key in shorter:
            continue
        row = {
            "key": each.key,
            "content_hash": content_hash(content),
            "content": content,
            "imported_at": now,
            "customer": persons[each.key],
        }
        (grown if each.key in known else new).append(row)
        stored.append(each)
    # In one statement each: row by row, the mapper costs more than everything else.
    if new:
        session.execute(insert(TranscriptRow), new)
    if grown:
        session.execute(update(TranscriptRow), grown)
    if importing.originals is not None:
        for each in stored:
            importing.originals.keep(session, each.key, each.original)
    return stored


def _breaking_off(session: Session, arrived: list[_Redacted]) -> set[str]:
    """The keys of those that are only the beginning of what is stored."""
    rows = session.exec(
        select(TranscriptRow.key, TranscriptRow.content).where(
            col(TranscriptRow.key).in_([each.key for each in arrived])
        )
    ).all()
    known = {key: transcript_from_json(json.loads(content)) for key, content in rows}
    return {
        each.key
        for each in arrived
        if each.key in known and breaks_off_before(each.redacted, known[each.key])
    }
