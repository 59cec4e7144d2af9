"""Which conversation has which topic, and what is on its way there. Talks to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from bot.channels.telegram.desk.wording import mark_of
from bot.conversations.outbox import UNSETTLED
from bot.store import Database
from bot.store.tables import ConversationRow, OutboxRow, TelegramTopicRow

CHANNEL = "telegram_desk"
"""The outbox's name for what goes into topics. The whole group is one chat of it."""
LATEST = 200


@dataclass(frozen=True, slots=True)
class Topic:
    """A conversation's topic; ``thread`` is None while Telegram has none."""

    conversation_id: str
    thread: int | None
    title: str


def topic_of(database: Database, conversation_id: str) -> Topic | None:
    """The conversation's topic, whether Telegram has it already or not."""
    with database.read() as session:
        row = session.get(TelegramTopicRow, conversation_id)
        return None if row is None else Topic(conversation_id, row.thread_id, row.title)


def conversation_of_topic(database: Database, desk_chat: str, thread: int) -> str | None:
    """Whose topic it is; None for one that people made for themselves."""
    with database.read() as session:
        return session.exec(
            select(TelegramTopicRow.conversation_id).where(
                TelegramTopicRow.desk_chat == desk_chat, TelegramTopicRow.thread_id == thread
            )
        ).one_or_none()


def keep_thread(
    database: Database, conversation_id: str, before: int | None, thread: int | None, title: str
) -> None:
    """Remember the topic that Telegram has now, where it still had ``before``."""
    with database.write() as session:
        session.execute(
            update(TelegramTopicRow)
            .where(
                col(TelegramTopicRow.conversation_id) == conversation_id,
                col(TelegramTopicRow.thread_id) == before
                if before is not None
                else col(TelegramTopicRow.thread_id).is_(None),
            )
            .values(thread_id=thread, title=title)
            .execution_options(synchronize_session=False)
        )


def send_to_topic(
    session: Session, conversation_id: str, parts: Sequence[str], now: datetime
) -> None:
    """Put HTML on its way into the conversation's topic, behind all that is on its way there."""
    topic = session.get_one(TelegramTopicRow, conversation_id, with_for_update=True)
    last = session.exec(
        select(func.max(OutboxRow.seq)).where(
            OutboxRow.conversation_id == conversation_id, OutboxRow.channel == CHANNEL
        )
    ).one()
    conversation = session.get_one(ConversationRow, conversation_id)
    for part, text in enumerate(parts):
        session.add(
            OutboxRow(
                conversation_id=conversation_id,
                channel=CHANNEL,
                channel_ref=topic.desk_chat,
                seq=(last or 0) + 1,
                part=part,
                author="desk",
                epoch=conversation.epoch,
                payload={
                    "text": text,
                    "name": None,
                    "language": None,
                    "buttons": [],
                    "sources": [],
                },
                updated_at=now,
            )
        )


def leave_group(session: Session, topic: TelegramTopicRow, now: datetime) -> None:
    """Forget the topic of a group that the desk has left; the next one shows what was under way."""
    session.execute(
        update(OutboxRow)
        .where(
            col(OutboxRow.conversation_id) == topic.conversation_id,
            col(OutboxRow.channel) == CHANNEL,
            col(OutboxRow.status) == "pending",
        )
        .values(status="cancelled", updated_at=now)
        .execution_options(synchronize_session=False)
    )
    session.delete(topic)
    session.flush()


def is_on_its_way(session: Session, conversation_id: str) -> bool:
    """Whether something for the topic has not left yet; more can then wait and go together."""
    unsettled = select(OutboxRow.id).where(
        OutboxRow.conversation_id == conversation_id,
        OutboxRow.channel == CHANNEL,
        col(OutboxRow.status).in_(UNSETTLED),
    )
    return session.exec(unsettled.limit(1)).first() is not None


def outdated_title(database: Database, desk_chat: str, before: datetime) -> Topic | None:
    """One topic whose title tells another state than its conversation's, with the right title.

    Titles changed after ``before`` are left alone.
    """
    with database.read() as session:
        rows = session.exec(
            select(TelegramTopicRow, ConversationRow)
            .join(
                ConversationRow,
                col(ConversationRow.id) == TelegramTopicRow.conversation_id,
            )
            .where(
                TelegramTopicRow.desk_chat == desk_chat,
                col(TelegramTopicRow.thread_id).is_not(None),
                col(TelegramTopicRow.titled_at).is_(None)
                | (col(TelegramTopicRow.titled_at) < before),
            )
            .order_by(col(ConversationRow.updated_at).desc())
            .limit(LATEST)
        )
        for topic, conversation in rows:
            mark, _, name = topic.title.partition(" ")
            if mark != (right := mark_of(conversation)):
                return Topic(topic.conversation_id, topic.thread_id, f"{right} {name}")
    return None


def keep_title(database: Database, topic: Topic, now: datetime) -> None:
    """Remember that the topic's title was changed, or could not be."""
    with database.write() as session:
        row = session.get_one(TelegramTopicRow, topic.conversation_id)
        row.title, row.titled_at = topic.title, now
        session.add(row)
