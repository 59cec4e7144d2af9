"""A running server with Telegram on, and short ways to look into it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fakes.bot_api import TOKEN, BotApi
from fastapi import FastAPI
from sqlmodel import col, select

from bot.app import create_app
from bot.conversations import agents
from bot.conversations.agents import Agent
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.runner import TurnTiming
from bot.desk.users import Role, add_user
from bot.services import Services
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import AttachmentRow, ConversationRow, LeaseRow, MessageRow, OutboxRow

QUICK = TurnTiming(quiet=0.05)


def settings_for(home: Path, api: BotApi, **more: str) -> Settings:
    environment = {
        "FRONTDESK_TELEGRAM_TOKEN": TOKEN,
        "FRONTDESK_TELEGRAM_API_URL": api.url,
        **more,
    }
    return Settings.load(home, environment)


@dataclass
class House:
    """What stands in its database, and what Telegram has of it."""

    app: FastAPI
    api: BotApi

    @property
    def services(self) -> Services:
        services: Services = self.app.state.services
        return services

    def conversation(self, chat: int | str) -> ConversationRow | None:
        with self.services.database.read() as session:
            row = session.exec(
                select(ConversationRow).where(ConversationRow.channel_ref == str(chat))
            ).one_or_none()
            session.expunge_all()
            return row

    def messages(self, chat: int | str, author: str | None = None) -> list[MessageRow]:
        with self.services.database.read() as session:
            rows = session.exec(
                select(MessageRow)
                .join(ConversationRow, col(ConversationRow.id) == MessageRow.conversation_id)
                .where(ConversationRow.channel_ref == str(chat))
                .order_by(col(MessageRow.seq))
            ).all()
            session.expunge_all()
        return [row for row in rows if author in (None, row.author)]

    def attachment(self, id: str) -> AttachmentRow:
        with self.services.database.read() as session:
            row = session.get_one(AttachmentRow, id)
            session.expunge_all()
            return row

    def said_in(self, conversation_id: str, author: str) -> list[str]:
        with self.services.database.read() as session:
            said = select(MessageRow.text).where(
                MessageRow.conversation_id == conversation_id, MessageRow.author == author
            )
            return list(session.exec(said))

    def outbox(self, chat: int | str) -> list[OutboxRow]:
        with self.services.database.read() as session:
            rows = session.exec(
                select(OutboxRow)
                .where(OutboxRow.channel_ref == str(chat))
                .order_by(col(OutboxRow.id))
            ).all()
            session.expunge_all()
        return list(rows)

    async def taken_over_by(self, name: str, chat: int | str) -> Agent:
        services, now = self.services, self.services.clock()
        user = add_user(
            services.database, f"{name[:3]}@shop.example", "a long password", Role.AGENT, now, name
        )
        agent = Agent(user.id, user.name)
        conversation = self.conversation(chat)
        agents.take_over(services.database, conversation.id, agent, None, now)
        services.changed(conversation.id)
        return agent

    def say(self, chat: int | str, message: Post) -> int:
        """The server says something of its own accord."""
        conversation, now = self.conversation(chat).id, self.services.clock()
        with self.services.database.write() as session:
            seq = allot_seq(session, conversation, now)
            row = session.get_one(ConversationRow, conversation, populate_existing=True)
            post(session, row, seq, message, now)
        self.services.changed(conversation)
        return seq

    def holder(self, name: str) -> str:
        with self.services.database.read() as session:
            return session.get_one(LeaseRow, name).holder

    @contextmanager
    def reopened(self) -> Iterator[Database]:
        """The database, once the server has ended."""
        database = Database.open(self.services.settings.database_url)
        yield database
        database.close()

    def statuses(self, chat: int | str) -> list[str]:
        return [row.status for row in self.outbox(chat)]


def arrived(house: House, chat: int, count: int = 1) -> Callable[[], bool]:
    return lambda: len(house.api.to(chat)) >= count


@asynccontextmanager
async def running(settings: Settings, api: BotApi) -> AsyncIterator[House]:
    app = create_app(settings, telegram=True, timing=QUICK)
    async with app.router.lifespan_context(app):
        yield House(app, api)
    app.state.services.database.close()
