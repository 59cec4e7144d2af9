"""Forgets customers and live conversations, and all that came of them: evidence, labels, behaviour.

Who may ask for it is decided by the callers: the operator's command, the desk, the customer's
widget, and the clock where the settings say how long conversations are kept.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from bot.content.customers import find_customer
from bot.content.erasure import Erased, erase_imported, with_live
from bot.content.file_bytes import FileBytes
from bot.content.findings import forget_findings
from bot.content.labels import forget_labels
from bot.content.transcripts import pseudonym_key
from bot.content.unlabelled import redacted_texts
from bot.conversations.customers import is_vouched_for
from bot.conversations.removal import remove_conversations
from bot.dialog import Status
from bot.learning.forgetting import forget_conversations
from bot.recommending.choice import CONVERSATION, forget_people
from bot.store import Database
from bot.store.tables import (
    AttachmentRow,
    ConversationRow,
    MessageRow,
    PairRow,
    TranscriptRow,
)
from knowledge import Redactor

AT_ONCE = 100
"""Old conversations that one transaction forgets, so that nobody who writes waits long."""


def erase_customer(
    database: Database, home: Path, files: FileBytes, customer: str, now: datetime
) -> Erased:
    """Erase everything about whom ``customer`` names, imported and live.

    Raises:
        AmbiguousCustomerError: it names more than one person; nothing is erased.
    """
    key = pseudonym_key(database)
    with database.erase() as session:
        found = find_customer(session, key, customer)
        erased = erase_imported(session, key, found.persons, found.identities, now)
        live = forget_live(session, home, key, files, found.conversations, now)
    return with_live(
        erased, live.conversations, live.messages, live.attachments, live.models_to_retrain
    )


def what_would_go(database: Database, customer: str) -> Erased:
    """What ``erase_customer`` would erase; examples and models are only known when it is done.

    Raises:
        AmbiguousCustomerError: it names more than one person.
    """
    key = pseudonym_key(database)
    with database.read() as session:
        found = find_customer(session, key, customer)
        keys = session.exec(
            select(TranscriptRow.key).where(col(TranscriptRow.customer).in_(found.persons))
        ).all()
        return Erased(
            transcripts=len(keys),
            pairs=_count(session, PairRow, col(PairRow.transcript_key).in_(keys)),
            conversations=len(found.conversations),
            messages=_count(
                session, MessageRow, col(MessageRow.conversation_id).in_(found.conversations)
            ),
            attachments=_count(
                session, AttachmentRow, col(AttachmentRow.conversation_id).in_(found.conversations)
            ),
        )


def forget_old_conversations(
    database: Database, home: Path, files: FileBytes, keep: timedelta, now: datetime
) -> int:
    """Forget conversations that closed and rested for ``keep``; returns how many there were."""
    key, forgotten = pseudonym_key(database), 0
    old = select(ConversationRow.id).where(
        ConversationRow.status == Status.CLOSED.value, col(ConversationRow.updated_at) < now - keep
    )
    while True:
        with database.erase() as session:
            ids = list(session.exec(old.limit(AT_ONCE)))
            if not ids:
                return forgotten
            forget_live(session, home, key, files, ids, now)
        forgotten += len(ids)


def _count(session: Session, table: type, where: ColumnElement[bool]) -> int:
    return int(session.exec(select(func.count()).select_from(table).where(where)).one())


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
