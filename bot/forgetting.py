"""Forgets live conversations and all that came of them: evidence, labels, findings, behaviour.

Who may ask for it is decided by the callers: the operator's command, and the customer's widget.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select

from bot.content.erasure import Erased
from bot.content.file_bytes import FileBytes
from bot.content.findings import forget_findings
from bot.content.labels import forget_labels
from bot.content.transcripts import pseudonym_key
from bot.content.unlabelled import redacted_texts
from bot.conversations.customers import is_vouched_for
from bot.conversations.removal import remove_conversations
from bot.learning.forgetting import forget_conversations
from bot.recommending.choice import CONVERSATION, forget_people
from bot.store import Database
from bot.store.tables import ConversationRow
from knowledge import Redactor


def forget_customer_of(
    database: Database, home: Path, files: FileBytes, conversation: str, now: datetime
) -> Erased:
    """Forget a conversation, and every other one of a customer whom the host vouches for."""
    key = pseudonym_key(database)
    with database.erase() as session:
        ids = _of_the_same(session, conversation, now)
        return forget_live(session, home, key, files, ids, now)


def forget_live(
    session: Session,
    home: Path,
    key: bytes,
    files: FileBytes,
    conversations: Collection[str],
    now: datetime,
) -> Erased:
    """Forget these conversations within the caller's transaction, as the last thing in it."""
    marked = forget_conversations(session, home, conversations, now)
    forget_labels(session, redacted_texts(session, conversations, Redactor(key=key)))
    forget_findings(session)
    forget_people(session, people_of(session, conversations))
    messages, attachments = remove_conversations(session, files, conversations)
    return Erased(
        conversations=len(conversations),
        messages=messages,
        attachments=attachments,
        models_to_retrain=marked,
    )


def people_of(session: Session, conversations: Collection[str]) -> set[str]:
    """Under which names the behaviour of those who had these conversations is kept."""
    keys = session.exec(
        select(ConversationRow.customer_key).where(col(ConversationRow.id).in_(conversations))
    )
    return {f"{CONVERSATION}{each}" for each in conversations} | {key for key in keys if key}


def _of_the_same(session: Session, conversation: str, now: datetime) -> list[str]:
    row = session.get_one(ConversationRow, conversation)
    if not is_vouched_for(row, now):
        return [conversation]
    theirs = select(ConversationRow.id).where(ConversationRow.customer_key == row.customer_key)
    return list(session.exec(theirs))
