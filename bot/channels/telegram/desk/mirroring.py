"""Shows conversations in their topics: begins a topic where one is handed over, and from then on
copies everything that is said and happens.

At most one message per topic is under way. What comes meanwhile goes together in the next one, so a
group that may be written to twenty times a minute keeps up.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, func, or_
from sqlmodel import Session, col, select

from bot.answering import Release
from bot.channels.telegram.desk.topics import CHANNEL, is_on_its_way, leave_group, send_to_topic
from bot.channels.telegram.desk.wording import (
    Entry,
    brief_entries,
    card_of,
    entry_of,
    event_entry,
    parts_of,
    title_of,
)
from bot.conversations.rounds import left_if_it_fails
from bot.desk.brief import Brief, brief
from bot.dialog import Status
from bot.store import Database
from bot.store.tables import (
    ConversationRow,
    EventRow,
    MessageRow,
    OutboxRow,
    TelegramTopicRow,
)

HISTORY = 15
MOST_AT_ONCE = 40
FROM_TOPIC = ":topic:"
"""Stands in the key of every message that was written in a topic, which shows it already."""
LOST = Entry("⚠️ Something before this may be missing here; the desk on the web has everything.")


def mirror(database: Database, release: Release, desk_chat: str, now: datetime) -> list[str]:
    """Begin topics and put everything new on its way; the conversations concerned."""
    with database.read() as session:
        handed_over, behind = _handed_over(session, desk_chat), _behind(session, desk_chat)
    moved = []
    for conversation_id in (*handed_over, *behind):
        begins = conversation_id in handed_over
        piece = f"showing conversation {conversation_id} in its topic"
        with left_if_it_fails(piece):
            told = brief(database, release, conversation_id) if begins else None
            with database.write() as session:
                if _mirror(session, desk_chat, conversation_id, told, now):
                    moved.append(conversation_id)
    return moved


def _handed_over(session: Session, desk_chat: str) -> list[str]:
    """Those who wait for a person, or have one, and have no topic in this group."""
    known = exists().where(
        col(TelegramTopicRow.conversation_id) == ConversationRow.id,
        col(TelegramTopicRow.desk_chat) == desk_chat,
    )
    bots = (Status.AUTOMATED.value, Status.CLOSED.value)
    return list(
        session.exec(
            select(ConversationRow.id).where(col(ConversationRow.status).not_in(bots), ~known)
        )
    )


def _behind(session: Session, desk_chat: str) -> list[str]:
    news = exists().where(
        col(EventRow.conversation_id) == TelegramTopicRow.conversation_id,
        col(EventRow.id) > TelegramTopicRow.mirrored_event,
    )
    under_way = exists().where(
        col(OutboxRow.conversation_id) == TelegramTopicRow.conversation_id,
        col(OutboxRow.channel) == CHANNEL,
        col(OutboxRow.status).in_(("pending", "sending")),
    )
    return list(
        session.exec(
            select(TelegramTopicRow.conversation_id)
            .join(ConversationRow, col(ConversationRow.id) == TelegramTopicRow.conversation_id)
            .where(
                TelegramTopicRow.desk_chat == desk_chat,
                or_(col(ConversationRow.next_seq) > TelegramTopicRow.mirrored_seq + 1, news),
                ~under_way,
            )
        )
    )


def _mirror(
    session: Session, desk_chat: str, conversation_id: str, told: Brief | None, now: datetime
) -> bool:
    """Put what is new on its way; ``told`` is for a topic that begins."""
    conversation = session.get_one(ConversationRow, conversation_id, with_for_update=True)
    topic = session.get(TelegramTopicRow, conversation_id)
    if topic is not None and topic.desk_chat != desk_chat:
        leave_group(session, topic, now)
        topic = None
    begins = topic is None
    if topic is None:
        topic = _begin(session, desk_chat, conversation)
        entries = [card_of(conversation, told.details if told else {})]
        entries += brief_entries(told) if told else []
    elif is_on_its_way(session, conversation_id):
        return False
    else:
        entries = [LOST] if _last_was_lost(session, conversation_id) else []
    messages = _new_messages(session, topic)
    events = _new_events(session, topic)
    shown = [entry_of(each) for each in messages if _is_shown(each)]
    shown += [entry for each in events if (entry := event_entry(each))]
    topic.mirrored_seq = messages[-1].seq if messages else conversation.next_seq - 1
    topic.mirrored_event = max([topic.mirrored_event, *(each.id or 0 for each in events)])
    session.add(topic)
    if not (begins or shown):
        return False
    session.flush()
    send_to_topic(session, conversation_id, parts_of([*entries, *shown]), now)
    return True


def _begin(session: Session, desk_chat: str, conversation: ConversationRow) -> TelegramTopicRow:
    said = session.exec(
        select(MessageRow)
        .where(MessageRow.conversation_id == conversation.id)
        .order_by(col(MessageRow.seq).desc())
        .limit(HISTORY)
    ).all()
    subject = next((each.text for each in said if each.author == "customer"), "")
    latest = session.exec(
        select(func.max(EventRow.id)).where(EventRow.conversation_id == conversation.id)
    ).one()
    return TelegramTopicRow(
        conversation_id=conversation.id,
        desk_chat=desk_chat,
        title=title_of(conversation, subject),
        mirrored_seq=said[-1].seq - 1 if said else 0,
        mirrored_event=latest or 0,
    )


def _new_messages(session: Session, topic: TelegramTopicRow) -> Sequence[MessageRow]:
    return session.exec(
        select(MessageRow)
        .where(
            MessageRow.conversation_id == topic.conversation_id,
            MessageRow.seq > topic.mirrored_seq,
        )
        .order_by(col(MessageRow.seq))
        .limit(MOST_AT_ONCE)
    ).all()


def _new_events(session: Session, topic: TelegramTopicRow) -> Sequence[EventRow]:
    return session.exec(
        select(EventRow)
        .where(
            EventRow.conversation_id == topic.conversation_id,
            col(EventRow.id) > topic.mirrored_event,
        )
        .order_by(col(EventRow.id))
    ).all()


def _is_shown(message: MessageRow) -> bool:
    """All but what was written in the topic itself, and what a banned customer writes."""
    return FROM_TOPIC not in (message.client_msg_id or "") and message.turn != "ignored"


def _last_was_lost(session: Session, conversation_id: str) -> bool:
    status = session.exec(
        select(OutboxRow.status)
        .where(OutboxRow.conversation_id == conversation_id, OutboxRow.channel == CHANNEL)
        .order_by(col(OutboxRow.seq).desc(), col(OutboxRow.part).desc())
        .limit(1)
    ).first()
    return status in ("unknown", "failed")
