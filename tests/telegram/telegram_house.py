"""A running server with Telegram on, and short ways to look into it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from fakes.bot_api import TOKEN, BotApi
from fastapi import FastAPI
from sqlmodel import col, select

from bot.app import create_app
from bot.conversations.runner import TurnTiming
from bot.services import Services
from bot.settings import Settings
from bot.store.tables import ConversationRow, MessageRow, OutboxRow

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

    def conversation(self, chat: int) -> ConversationRow | None:
        with self.services.database.read() as session:
            row = session.exec(
                select(ConversationRow).where(ConversationRow.channel_ref == str(chat))
            ).one_or_none()
            session.expunge_all()
            return row

    def messages(self, chat: int, author: str | None = None) -> list[MessageRow]:
        with self.services.database.read() as session:
            rows = session.exec(
                select(MessageRow)
                .join(ConversationRow, col(ConversationRow.id) == MessageRow.conversation_id)
                .where(ConversationRow.channel_ref == str(chat))
                .order_by(col(MessageRow.seq))
            ).all()
            session.expunge_all()
        return [row for row in rows if author in (None, row.author)]

    def outbox(self, chat: int) -> list[OutboxRow]:
        with self.services.database.read() as session:
            rows = session.exec(
                select(OutboxRow)
                .where(OutboxRow.channel_ref == str(chat))
                .order_by(col(OutboxRow.id))
            ).all()
            session.expunge_all()
        return list(rows)

    def statuses(self, chat: int) -> list[str]:
        return [row.status for row in self.outbox(chat)]


@asynccontextmanager
async def running(settings: Settings, api: BotApi) -> AsyncIterator[House]:
    app = create_app(settings, telegram=True, timing=QUICK)
    async with app.router.lifespan_context(app):
        yield House(app, api)
    app.state.services.database.close()
