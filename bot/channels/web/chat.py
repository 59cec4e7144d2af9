"""The chat API over plain HTTP: sessions, messages, long polling, and what customers say of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request
from sqlmodel import select

from bot.channels.greeting import greeting_of
from bot.channels.web.attachments import add_attachment_routes
from bot.channels.web.forgetting import add_forgetting_route
from bot.channels.web.payloads import (
    FeedbackRequest,
    MessageRequest,
    RatingRequest,
    SessionRequest,
    TextTooLongError,
    state_json,
    view_json,
)
from bot.channels.web.positions import Position
from bot.channels.web.pre_chat import read_details, vouched_details
from bot.channels.web.resume import session_json
from bot.channels.web.signed_in import bearer, signed_in_customer
from bot.conversations.asking import ask_for_person
from bot.conversations.opening import open_web_conversation
from bot.conversations.rating import keep_rating
from bot.conversations.reading import customer_view
from bot.conversations.tokens import conversation_of_token
from bot.dialog.details import in_language
from bot.dialog.phrases import phrase, spoken_language
from bot.problems import ProblemError
from bot.services import Services
from bot.store import Database
from bot.store.tables import FeedbackRow, MessageRow

LONGEST_WAIT = 25.0


def chat_router(services: Services) -> APIRouter:
    """The routes under ``/api/chat``."""
    router = APIRouter(prefix="/api/chat", tags=["chat"])
    add_session_routes(router, services)
    add_message_routes(router, services)
    add_opinion_routes(router, services)
    add_attachment_routes(router, services, opened_by(services))
    add_forgetting_route(router, services, opened_by(services))
    return router


def opened_by(services: Services) -> Callable[..., Any]:
    """A dependency: the conversation that the bearer token opens."""

    async def conversation(authorization: Annotated[str | None, Header()] = None) -> str:
        token = bearer(authorization)
        return await services.look(
            conversation_of_token, services.database, token, services.clock()
        )

    return conversation


def add_session_routes(router: APIRouter, services: Services) -> None:
    """Beginning a conversation, and asking for a person."""

    @router.post("/sessions", status_code=201)
    async def begin(request: SessionRequest, line: Request) -> dict[str, str | None]:
        services.limits.session(line.client)
        customer = signed_in_customer(request.customer, services)
        file, now = services.settings.file, services.clock()
        language = spoken_language(request.locale or file.locale)
        form, policy = file.widget.pre_chat, services.release().policy
        details: dict[str, str] = {}
        if request.details:
            given = {**request.details, **vouched_details(customer, form)}
            details = read_details(given, form, policy, language, now)
        consented = in_language(file.widget.consent, language) if request.consented else None
        opened = await services.run(
            open_web_conversation,
            services.database,
            language=language,
            greeting=greeting_of(file, language),
            name=phrase("notice", language),
            company=file.company,
            now=now,
            customer=customer,
            details=details,
            consented_to=consented,
        )
        return session_json(opened, customer.until if customer else None)

    @router.post("/handoff")
    async def hand_off(
        conversation: str = Depends(opened_by(services)),
    ) -> dict[str, Any]:
        await services.run(hand_over, services.database, conversation, services)
        services.changed(conversation)
        view = await services.look(customer_view, services.database, conversation, 0)
        return {"state": state_json(view.state)}


def add_message_routes(router: APIRouter, services: Services) -> None:
    """Sending and receiving."""

    @router.post("/messages")
    async def send(
        request: MessageRequest, conversation: str = Depends(opened_by(services))
    ) -> dict[str, int]:
        try:
            inbound = request.inbound()
        except TextTooLongError as error:
            raise ProblemError(413, str(error)) from None
        services.limits.message(conversation)
        accepted = await services.accept(conversation, inbound)
        return {"seq": accepted.seq}

    @router.get("/messages")
    async def receive(
        conversation: str = Depends(opened_by(services)),
        after: Position = 0,
        wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
    ) -> dict[str, Any]:
        await services.keep_read_mark(conversation, after)
        with services.bus.subscribe(conversation) as news:
            view = await services.look(customer_view, services.database, conversation, after)
            until = time.monotonic() + wait
            while not view.messages and (rest := until - time.monotonic()) > 0:
                if not await news.wait(rest) or news.ended:
                    break
                news.take()
                view = await services.look(customer_view, services.database, conversation, after)
        return view_json(view, services.file_addresses.customers)


def add_opinion_routes(router: APIRouter, services: Services) -> None:
    """Thumbs on replies, and the rating at the end."""

    @router.post("/feedback")
    async def feedback(
        request: FeedbackRequest, conversation: str = Depends(opened_by(services))
    ) -> dict[str, bool]:
        await services.run(keep_feedback, services.database, conversation, request, services)
        return {"stored": True}

    @router.post("/rating")
    async def rating(
        request: RatingRequest, conversation: str = Depends(opened_by(services))
    ) -> dict[str, bool]:
        await services.run(rate, services.database, conversation, request, services)
        return {"stored": True}


def hand_over(database: Database, conversation_id: str, services: Services) -> None:
    """Put the conversation into the queue, unless a person is on it already."""
    hours = services.release().policy.hours
    locale = services.settings.file.locale
    with database.write() as session:
        ask_for_person(session, conversation_id, hours, locale, services.clock())


def keep_feedback(
    database: Database, conversation_id: str, request: FeedbackRequest, services: Services
) -> None:
    """Keep thumbs on a bot reply of this conversation; the last one given counts.

    Raises:
        ProblemError: there is no such reply.
    """
    with database.write() as session:
        found = session.exec(
            select(MessageRow).where(
                MessageRow.conversation_id == conversation_id,
                MessageRow.seq == request.seq,
                MessageRow.author == "bot",
            )
        ).one_or_none()
        if found is None:
            raise ProblemError(404, f"this conversation has no bot reply {request.seq}")
        session.merge(
            FeedbackRow(
                conversation_id=conversation_id,
                seq=request.seq,
                helpful=request.helpful,
                at=services.clock(),
            )
        )


def rate(
    database: Database, conversation_id: str, request: RatingRequest, services: Services
) -> None:
    """Keep the customer's rating; the last one given counts."""
    with database.write() as session:
        keep_rating(session, conversation_id, request.score, services.clock(), request.comment)
