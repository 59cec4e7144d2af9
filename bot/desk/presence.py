"""Who is at the desk: whose page is open, and who looks at the same conversation."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from bot.conversations.desk_workers import mark_seen
from bot.conversations.errors import UnknownConversationError
from bot.conversations.mentions import see_mentions
from bot.conversations.onlookers import LOOKS_FOR
from bot.desk.users import User
from bot.dialog import Status
from bot.services import Services
from bot.store import Database
from bot.store.tables import ConversationRow

log = logging.getLogger(__name__)
PRESENCE = "presence:"
"""What the bus calls a change of who looks at a conversation; its id follows."""


def viewers(services: Services, conversation_id: str, user: User) -> list[dict[str, Any]]:
    """The colleagues who have this conversation open, as the desk shows them."""
    there = services.onlookers.at(conversation_id, services.clock())
    return [
        {"id": each.user_id, "name": each.name, "typing": each.typing}
        for each in there
        if each.user_id != user.id
    ]


async def looks(services: Services, conversation_id: str, user: User, *, typing: bool) -> None:
    """``user`` has the conversation open; colleagues hear of it, and of when that ends.

    The customer sees that whoever answers is typing.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    now = services.clock()
    await services.run(mark_looked_at, services.database, conversation_id, now)
    await services.run(mark_seen, services.database, user.id, now)
    if await services.run(see_mentions, services.database, conversation_id, user.id, now):
        services.changed(conversation_id)
    key = PRESENCE + conversation_id
    if services.onlookers.note(conversation_id, user.id, user.name, now, typing=typing):
        services.bus.publish(key)
    if typing and await services.look(is_held_by, services.database, conversation_id, user.id):
        services.bus.publish(conversation_id, typing=True)
    ends = LOOKS_FOR.total_seconds() + 0.1
    asyncio.get_running_loop().call_later(ends, services.bus.publish, key)


def is_held_by(database: Database, conversation_id: str, user_id: str) -> bool:
    """Whether this user is the one who answers the conversation now."""
    with database.read() as session:
        row = session.get(ConversationRow, conversation_id)
        return row is not None and row.status == Status.WITH_AGENT and row.agent_id == user_id


async def while_there(
    services: Services, user: User, events: AsyncGenerator[str, None]
) -> AsyncGenerator[str, None]:
    """The same events; as long as they are listened to, the user counts as present."""
    async with aclosing(events):
        async for event in events:
            try:
                await services.run(mark_seen, services.database, user.id, services.clock())
            except SQLAlchemyError:
                log.exception("that %s is at the desk could not be stored", user.id)
            yield event


def mark_looked_at(database: Database, conversation_id: str, now: datetime) -> None:
    """Somebody looks at a conversation that waits: nobody needs to be alerted to it any more.

    Raises:
        UnknownConversationError: there is no such conversation.
    """
    with database.read() as session:
        row = session.get(ConversationRow, conversation_id)
        if row is None:
            raise UnknownConversationError
        if row.status != Status.WAITING or row.looked_at is not None:
            return
    unseen = (col(ConversationRow.looked_at).is_(None)) & (
        col(ConversationRow.status) == Status.WAITING.value
    )
    with database.write() as session:
        session.execute(
            update(ConversationRow)
            .where(col(ConversationRow.id) == conversation_id, unseen)
            .values(looked_at=now)
        )
