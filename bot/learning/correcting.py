"""A member of the team says that the bot was wrong, and what would have been right.

It counts at once: the question becomes an example of the right answer, or of none, where only a
person should have answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.content.generation import raise_generation
from bot.content.labels import LabelDecision, store_decision
from bot.content.templates import UnknownTemplateError
from bot.content.transcripts import pseudonym_key
from bot.conversations.errors import UnknownConversationError
from bot.learning.candidates import ACCEPTED, Intents
from bot.learning.deciding import teach_template
from bot.learning.evidence import Evidence, EvidenceKind
from bot.learning.gathering import add
from bot.learning.grouping import group_id
from bot.learning.reading_exchanges import question_of
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow, TemplateRow
from knowledge import IntentId, Redactor, TemplateId, TemplateState


class NotCorrectableError(Exception):
    """There is no such reply of the bot's, or nothing was asked before it."""

    def __init__(self, seq: int) -> None:
        super().__init__(
            f"message {seq} is no reply of the bot's to a question in words; choose another one"
        )


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reply ``seq`` should have been: an answer, one of an intent, or, without either, a
    person's."""

    conversation: str
    seq: int
    template: TemplateId | None = None
    intent: IntentId | None = None


def correct(database: Database, correction: Correction, now: datetime, by: str) -> str:
    """Keep the correction, in place of an earlier one of the same reply; returns the question.

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
        add(session, group_id(found.text), found, state=ACCEPTED, by=by)
        _teach(session, found, now, by)
        raise_generation(session)
        return found.text


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
    return Evidence(
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
