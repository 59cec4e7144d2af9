"""Who a member of the team's group is at the desk.

Somebody whom no desk user is linked to becomes one who cannot sign in: so customers and colleagues
see a name, and conversations an owner, wherever they look.
"""

from __future__ import annotations

from datetime import datetime
from time import monotonic

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from sqlmodel import select

from bot.conversations.agents import Agent
from bot.desk.users import Role
from bot.store import Database
from bot.store.tables import UserRow

KNOWN_SECONDS = 300.0
INSIDE = ("creator", "administrator", "member")


class Members:
    """Tells who is in the group; remembers it for some minutes."""

    def __init__(self, bot: Bot, desk_chat: int) -> None:
        self._bot = bot
        self._desk_chat = desk_chat
        self._known: dict[int, float] = {}

    async def includes(self, user_id: int) -> bool:
        """Whether the user is in the group now, or was minutes ago.

        Raises:
            AiogramError: Telegram cannot be asked.
        """
        if self._known.get(user_id, 0.0) > monotonic():
            return True
        try:
            member = await self._bot.get_chat_member(self._desk_chat, user_id)
        except TelegramBadRequest:
            return False
        inside = member.status in INSIDE or bool(getattr(member, "is_member", False))
        if inside:
            self._known[user_id] = monotonic() + KNOWN_SECONDS
        return inside


def agent_of_member(database: Database, user_id: int, name: str, now: datetime) -> Agent | None:
    """The desk user that is linked to a Telegram account; made where there is none.

    None where that user was deactivated: being in the group still is not enough.
    """
    with database.write() as session:
        row = session.exec(
            select(UserRow).where(UserRow.telegram_user_id == str(user_id))
        ).one_or_none()
        if row is None:
            row = UserRow(
                id=f"telegram:{user_id}",
                email=f"{user_id}@telegram.invalid",
                name=name,
                role=Role.AGENT.value,
                password_hash="",
                telegram_user_id=str(user_id),
                created_at=now,
            )
            session.add(row)
        return Agent(row.id, row.name) if row.deactivated_at is None else None
