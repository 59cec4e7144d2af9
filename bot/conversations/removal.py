"""Removes live conversations whole: messages, files, what is on its way out, what the clock knows.

Telegram's updates keep their numbers, so that none is worked off twice, and lose their contents;
one that waits is not worked off any more.
Knows nothing of who may ask for it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import String
from sqlmodel import Session, cast, col, delete, func, or_, select

from bot.content.attachment_removal import remove_attachments
from bot.content.file_bytes import FileBytes
from bot.store.tables import (
    BehaviourRow,
    ConversationRow,
    ConversationTokenRow,
    EventRow,
    EvidenceRow,
    FeedbackRow,
    MailRow,
    MentionRow,
    MessageRow,
    NoticeRow,
    OutboxRow,
    RatingRow,
    ResolutionRow,
    ServiceClockRow,
    TelegramTopicRow,
    TelegramUpdateRow,
    TemplateSayingRow,
    TopicRow,
)

_OF_A_CONVERSATION: tuple[Any, ...] = (
    BehaviourRow, EvidenceRow, OutboxRow, MailRow, ServiceClockRow, ResolutionRow, NoticeRow,
    TelegramTopicRow, FeedbackRow, RatingRow, EventRow, ConversationTokenRow,
    TemplateSayingRow, TopicRow, MentionRow, MessageRow,
)  # fmt: skip


def remove_conversations(
    session: Session, files: FileBytes, ids: Collection[str]
) -> tuple[int, int]:
    """Remove these conversations; returns how many messages and files they had.

    The transaction is the caller's; bytes of files that it rolls back are gone nevertheless, so
    call this last in it.
    """
    rows = session.exec(select(ConversationRow).where(col(ConversationRow.id).in_(ids))).all()
    messages = session.exec(
        select(func.count()).select_from(MessageRow).where(col(MessageRow.conversation_id).in_(ids))
    ).one()
    chats = {row.channel_ref for row in rows if row.channel == "telegram" and row.channel_ref}
    _empty_updates(session, chats)
    for table in _OF_A_CONVERSATION:
        session.execute(
            delete(table)
            .where(col(table.conversation_id).in_(ids))
            .execution_options(synchronize_session=False)
        )
    removed = remove_attachments(session, files, ids)
    session.expunge_all()
    session.execute(
        delete(ConversationRow)
        .where(col(ConversationRow.id).in_(ids))
        .execution_options(synchronize_session=False)
    )
    return int(messages), removed


def _empty_updates(session: Session, chats: Collection[str]) -> None:
    if not chats:
        return
    mentioned = [cast(TelegramUpdateRow.payload, String).contains(chat) for chat in chats]
    for row in session.exec(select(TelegramUpdateRow).where(or_(*mentioned))):
        if _chats_in(row.payload) & set(chats):
            row.payload = {}
            row.handled_at = row.handled_at or row.received_at
            session.add(row)
    session.flush()


def _chats_in(payload: Any) -> set[str]:
    """The ids of the chats and senders that an update names, wherever they stand in it."""
    if isinstance(payload, list):
        return {each for value in payload for each in _chats_in(value)}
    if not isinstance(payload, dict):
        return set()
    own = {str(payload["id"])} if "id" in payload else set()
    return own.union(*(_chats_in(value) for value in payload.values()))
