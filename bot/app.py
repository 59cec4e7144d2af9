"""The server's one place of wiring: settings in, a running application out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI

from bot import health, pages, problems
from bot.body_limit import BodyLimit
from bot.channels.web.attachments import longest_uploads
from bot.channels.web.chat import chat_router
from bot.channels.web.resume import resume_router
from bot.channels.web.signed_in import signed_in_router
from bot.channels.web.socket import socket_router
from bot.channels.web.suggestions import suggestion_router
from bot.conversations.runner import TurnTiming
from bot.desk.agent_routes import agent_router
from bot.desk.article_import_routes import article_import_router
from bot.desk.article_routes import article_router
from bot.desk.attachment_routes import desk_attachment_router
from bot.desk.ban_routes import ban_router
from bot.desk.explanation_routes import explanation_router
from bot.desk.insight_routes import insight_router
from bot.desk.intent_routes import intent_router
from bot.desk.job_routes import job_router
from bot.desk.learning_routes import learning_router
from bot.desk.mail_routes import mail_router
from bot.desk.model_routes import model_router
from bot.desk.operating_routes import operating_router
from bot.desk.people_routes import people_router
from bot.desk.queue_routes import queue_router
from bot.desk.review_routes import review_router
from bot.desk.routes import desk_router
from bot.desk.settings_routes import settings_router
from bot.desk.template_file_routes import template_file_router
from bot.desk.template_history_routes import template_history_router
from bot.desk.template_routes import template_router
from bot.desk.upkeep_routes import upkeep_router
from bot.hardening import Hardening
from bot.help import help_router
from bot.mail import Mailing, SmtpServer
from bot.services import Services, utc_now
from bot.settings import Settings
from bot.store import Database


def create_app(
    settings: Settings,
    *,
    telegram: bool = False,
    timing: TurnTiming | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> FastAPI:
    """The application over ``settings``. Its database is opened and migrated at once.

    ``telegram`` starts the Telegram channel too; ``timing`` replaces the settings' quiet time,
    ``clock`` gives the time of day.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as running:
            running.callback(database.close)
            await services.start()
            running.push_async_callback(services.stop)
            if smtp is not None:
                mailing = Mailing(services, smtp)
                await mailing.start()
                running.push_async_callback(mailing.stop)
            if telegram:
                from bot.channels.telegram import TelegramChannel

                channel = TelegramChannel(services)
                app.include_router(channel.router())
                await channel.start()
                running.push_async_callback(channel.stop)
            yield

    smtp = SmtpServer.of(settings)
    settings.home.mkdir(parents=True, exist_ok=True)
    database = Database.open(settings.database_url)
    services = Services(settings, database, clock, timing, telegram)
    app = FastAPI(
        title="Frontdesk",
        version=_version(),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.services = services
    problems.install(app)
    app.add_middleware(BodyLimit, uploads=longest_uploads(services))
    app.add_middleware(Hardening)
    app.include_router(chat_router(services))
    app.include_router(socket_router(services))
    app.include_router(resume_router(services))
    app.include_router(signed_in_router(services))
    app.include_router(suggestion_router(services))
    app.include_router(desk_router(services))
    app.include_router(ban_router(services))
    app.include_router(operating_router(services))
    app.include_router(queue_router(services))
    app.include_router(template_router(services))
    app.include_router(template_history_router(services))
    app.include_router(template_file_router(services))
    app.include_router(agent_router(services))
    app.include_router(article_router(services))
    app.include_router(article_import_router(services))
    app.include_router(explanation_router(services))
    app.include_router(review_router(services))
    app.include_router(intent_router(services))
    app.include_router(learning_router(services))
    app.include_router(model_router(services))
    app.include_router(job_router(services))
    app.include_router(insight_router(services))
    app.include_router(desk_attachment_router(services))
    app.include_router(mail_router(services))
    app.include_router(settings_router(services))
    app.include_router(people_router(services))
    app.include_router(upkeep_router(services))
    app.include_router(health.health_router(services))
    app.include_router(help_router(services))
    app.include_router(pages.page_router(services))
    pages.mount_assets(app)
    return app


def _version() -> str:
    try:
        return version("frontdesk")
    except PackageNotFoundError:
        return "0"
