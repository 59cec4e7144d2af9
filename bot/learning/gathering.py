"""Gathers evidence from live conversations into candidates, again and again, each thing once.

It goes on from where it was: conversations that changed since, and those with newer thumbs. What a
conversation no longer shows is taken back; what people decided stays.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlmodel import Session, and_, col, delete, or_, select

from bot.content.templates import all_templates
from bot.content.transcripts import pseudonym_key
from bot.learning.evidence import CORRECTIONS, Evidence
from bot.learning.grouping import Encoder, Grouping
from bot.learning.reading_exchanges import PastConversation, exchanges
from bot.learning.said_templates import SaidTemplates
from bot.store import Database
from bot.store.tables import (
    CandidateRow,
    ConversationRow,
    EvidenceRow,
    FeedbackRow,
    MessageRow,
    SettingRow,
)
from knowledge import Redactor, TemplateState
from nlu import Model

GATHERED: Final = "candidates_gathered"
AT_ONCE: Final = 100
AGAIN: Final = timedelta(seconds=10)
"""What was under way when it was gathered last may bear an earlier moment."""
BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """How far was read: conversations that changed up to ``at`` (of that moment, up to ``id``), and
    thumbs up to ``thumbs``."""

    at: datetime = BEGINNING
    id: str = ""
    thumbs: datetime = BEGINNING


def gather(database: Database, model: Model | None, *, most: int | None = None) -> int:
    """Bring the candidates up to date; returns how many conversations were read.

    ``most`` ends it after about so many; the next call goes on from there. Questions are grouped by
    what ``model`` makes of them, by their words alone without one.
    """
    live = (each.template for each in all_templates(database, (TemplateState.LIVE,)))
    said_in = SaidTemplates(live)
    redactor = Redactor(key=pseudonym_key(database))
    encoder = Encoder(database, model)
    place, read = _place_before(database), 0
    while most is None or read < most:
        pasts, place = _changed(database, place)
        found = {
            past.id: exchanges(past, said_in, lambda text: redactor.redact(text).text)
            for past in pasts
        }
        _store(database, encoder, found)
        _keep_place(database, place)
        read += len(pasts)
        if len(pasts) < AT_ONCE:
            break
    return read


def add(
    session: Session, group: str, found: Evidence, *, state: str = "waiting", by: str | None = None
) -> None:
    """Keep ``found`` under its group, in place of the same kind about the same question."""
    candidate = session.get(CandidateRow, group)
    if candidate is None:
        candidate = CandidateRow(id=group, text=found.text, created_at=found.at)
    if state != "waiting":
        candidate.state, candidate.decided_by, candidate.decided_at = state, by, found.at
    session.add(candidate)
    session.flush()
    session.execute(
        delete(EvidenceRow).where(
            col(EvidenceRow.conversation_id) == found.conversation,
            col(EvidenceRow.seq) == found.seq,
            col(EvidenceRow.kind) == found.kind.value,
        )
    )
    session.add(_row(group, found))
    session.flush()


def drop_empty(session: Session, candidates: Collection[str]) -> None:
    """Remove those of ``candidates`` that nothing speaks of any more, and give others a text that
    somebody whose conversation is still there wrote."""
    for id in candidates:
        row = session.get(CandidateRow, id)
        texts = session.exec(
            select(EvidenceRow.text)
            .where(EvidenceRow.candidate_id == id)
            .order_by(col(EvidenceRow.at), col(EvidenceRow.id))
        ).all()
        if row is not None and not texts:
            session.delete(row)
        elif row is not None and row.text not in texts:
            row.text = texts[0]
            session.add(row)
    session.flush()


def _changed(database: Database, place: Place) -> tuple[list[PastConversation], Place]:
    """The next conversations to read after ``place``, and the place reached with them."""
    changed, id = col(ConversationRow.updated_at), col(ConversationRow.id)
    with database.read() as session:
        rows = session.exec(
            select(ConversationRow)
            .where(or_(changed > place.at, and_(changed == place.at, id > place.id)))
            .order_by(changed, id)
            .limit(AT_ONCE)
        ).all()
        thumbs = select(FeedbackRow.conversation_id).where(col(FeedbackRow.at) > place.thumbs)
        thumbed = session.exec(select(ConversationRow).where(id.in_(thumbs))).all()
        latest = session.exec(
            select(FeedbackRow.at).order_by(col(FeedbackRow.at).desc()).limit(1)
        ).first()
        both = {row.id: row for row in (*rows, *thumbed)}
        if rows:
            place = replace(place, at=rows[-1].updated_at, id=rows[-1].id)
        reached = replace(place, thumbs=max(place.thumbs, latest or BEGINNING))
        return [_past(session, row) for row in both.values()], reached


def _past(session: Session, row: ConversationRow) -> PastConversation:
    messages = session.exec(
        select(MessageRow).where(MessageRow.conversation_id == row.id).order_by(col(MessageRow.seq))
    ).all()
    thumbs = session.exec(select(FeedbackRow).where(FeedbackRow.conversation_id == row.id))
    return PastConversation(
        id=row.id,
        person=row.customer_key or row.id,
        messages=messages if row.banned_at is None else (),
        thumbs={each.seq: (each.helpful, each.at) for each in thumbs},
    )


def _store(database: Database, encoder: Encoder, found: dict[str, list[Evidence]]) -> None:
    """Replace what was gathered from these conversations; corrections are not gathered, so stay."""
    with database.read() as session:
        groups = session.exec(select(CandidateRow.id, CandidateRow.text)).all()
    grouping = Grouping(encoder, [(id, text) for id, text in groups])
    of_group = [
        (grouping.group_of(each.text), each) for listed in found.values() for each in listed
    ]
    with database.write() as session:
        before = _of(session, found)
        for group, each in of_group:
            add(session, group, each)
        kept = {(each.conversation, each.seq, each.kind.value) for _, each in of_group}
        gone = [row for row in before if (row.conversation_id, row.seq, row.kind) not in kept]
        for row in gone:
            session.delete(row)
        session.flush()
        drop_empty(session, {row.candidate_id for row in before})


def _of(session: Session, conversations: Iterable[str]) -> Sequence[EvidenceRow]:
    rows = session.exec(
        select(EvidenceRow).where(
            col(EvidenceRow.conversation_id).in_(list(conversations)),
            col(EvidenceRow.kind).not_in([each.value for each in CORRECTIONS]),
        )
    ).all()
    session.expunge_all()
    return rows


def _place_before(database: Database) -> Place:
    """Where to go on from: a little before what was reached."""
    with database.read() as session:
        row = session.get(SettingRow, GATHERED)
    if row is None:
        return Place()
    kept = json.loads(row.value)
    at, thumbs = (datetime.fromisoformat(kept[name]) - AGAIN for name in ("at", "thumbs"))
    return Place(max(at, BEGINNING), "", max(thumbs, BEGINNING))


def _keep_place(database: Database, place: Place) -> None:
    kept = {name: str(value) for name, value in asdict(place).items()}
    with database.write() as session:
        session.merge(SettingRow(key=GATHERED, value=json.dumps(kept)))


def _row(group: str, found: Evidence) -> EvidenceRow:
    return EvidenceRow(
        candidate_id=group,
        conversation_id=found.conversation,
        seq=found.seq,
        seqs=list(found.seqs),
        reply_seq=found.reply_seq,
        kind=found.kind.value,
        person=found.person,
        text=found.text,
        answer=found.answer,
        template_id=found.template,
        intent_id=found.intent,
        against=found.against,
        by=found.by,
        at=found.at,
    )
