"""A member of the team says that the bot was wrong, and what would have been right.

An answer that there is counts at once: the question becomes an example of it, or of none, where
only a person should have answered. Words of one's own count for nothing until an editor has read
them; they wait beside the question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, select

from bot.content.generation import raise_generation
from bot.content.labels import LabelDecision, store_decision
from bot.content.templates import UnknownTemplateError
from bot.content.transcripts import pseudonym_key
from bot.conversations.errors import UnknownConversationError
from bot.learning.candidates import ACCEPTED, WAITING, Intents
from bot.learning.deciding import teach_template
from bot.learning.evidence import CORRECTIONS, Evidence, EvidenceKind
from bot.learning.gathering import add, drop_empty
from bot.learning.grouping import group_id
from bot.learning.reading_exchanges import question_of
from bot.store import Database, Note
from bot.store.tables import CandidateRow, ConversationRow, EvidenceRow, MessageRow, TemplateRow
from knowledge import IntentId, Redactor, TemplateId, TemplateState


class NotCorrectableError(Exception):
    """There is no such reply of the bot's, or nothing was asked before it."""

    def __init__(self, seq: int) -> None:
        super().__init__(
            f"message {seq} is no reply of the bot's to a question in words; choose another one"
        )


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reply ``seq`` should have been: an answer, one of an intent, these ``words``, or,
    without any of them, a person's."""

    conversation: str
    seq: int
    template: TemplateId | None = None
    intent: IntentId | None = None
    words: str | None = None


def correct(
    database: Database, correction: Correction, now: datetime, by: str, note: Note | None = None
) -> str:
    """Keep the correction, in place of an earlier one of the same reply; returns the question.

    ``note`` writes beside it, in the same transaction.

    Raises:
        UnknownConversationError, NotCorrectableError
        UnknownTemplateError, UnknownIntentError: what would have been right is not in service.
    """
    redactor = Redactor(key=pseudonym_key(database))
    with database.write() as session:
        conversation = session.get(ConversationRow, correction.conversation)
        if conversation is None:
            raise UnknownConversationError
        found = _evidence(session, conversation, correction, redactor, now, by)
        taught = _take_back(session, found)
        group = group_id(found.text)
        if correction.words is None:
            add(session, group, found, state=ACCEPTED, by=by)
            _teach(session, found, now, by)
        else:
            add(session, group, found)
            _await_review(session, group)
            for text in taught:
                store_decision(session, LabelDecision(text, None), now, by)
        if note is not None:
            note(session)
        raise_generation(session)
        return found.text


def _take_back(session: Session, found: Evidence) -> set[str]:
    """Remove what was said of the same reply before; returns the texts that it alone had taught."""
    rows = session.exec(
        select(EvidenceRow).where(
            EvidenceRow.conversation_id == found.conversation,
            EvidenceRow.reply_seq == found.reply_seq,
            col(EvidenceRow.kind).in_([each.value for each in CORRECTIONS]),
        )
    ).all()
    taught: set[str] = {row.text for row in rows if row.kind == EvidenceKind.CORRECTED}
    for row in rows:
        session.delete(row)
    session.flush()
    drop_empty(session, {row.candidate_id for row in rows})
    others = select(EvidenceRow.text).where(EvidenceRow.kind == EvidenceKind.CORRECTED.value)
    return taught - set(session.exec(others).all())


def _await_review(session: Session, group: str) -> None:
    """The words are new, whatever was decided about the question before them."""
    row = session.get_one(CandidateRow, group)
    row.state, row.decided_at, row.decided_by = WAITING, None, None
    session.add(row)


def _evidence(
    session: Session,
    conversation: ConversationRow,
    correction: Correction,
    redactor: Redactor,
    now: datetime,
    by: str,
) -> Evidence:
    messages = session.exec(
        select(MessageRow)
        .where(MessageRow.conversation_id == conversation.id)
        .order_by(col(MessageRow.seq))
    ).all()
    reply = next(
        (each for each in messages if each.seq == correction.seq and each.author == "bot"), None
    )
    text, seqs = question_of(messages, reply) if reply else ("", ())
    if not text.strip():
        raise NotCorrectableError(correction.seq)
    found = Evidence(
        conversation=conversation.id,
        seq=seqs[0],
        seqs=seqs,
        kind=EvidenceKind.CORRECTED,
        person=conversation.customer_key or conversation.id,
        text=redactor.redact(text).text,
        at=now,
        reply_seq=correction.seq,
        template=correction.template,
        intent=correction.intent,
        by=by,
    )
    if correction.words is None or reply is None:
        return found
    said = (reply.reasons or {}).get("template") or {}
    return replace(
        found,
        kind=EvidenceKind.CORRECTED_IN_WORDS,
        answer=redactor.redact(correction.words).text,
        template=TemplateId(said["id"]) if said else None,
        against=bool(said),
    )


def _teach(session: Session, found: Evidence, now: datetime, by: str) -> None:
    """Make the question an example of what is right for it, and of nothing else."""
    intents = Intents.of(session)
    if found.intent is not None:
        intents.require(found.intent)
    if found.template is not None:
        _require_live(session, found.template)
    own = intents.of_template.get(found.template) if found.template else None
    store_decision(session, LabelDecision(found.text, found.intent or own), now, by)
    if found.template is not None and own is None:
        teach_template(session, found.template, found.text, now, by)


def _require_live(session: Session, template: TemplateId) -> None:
    row = session.get(TemplateRow, template)
    if row is None or row.state != TemplateState.LIVE.value:
        raise UnknownTemplateError(template)
