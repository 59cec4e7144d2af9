"""Customers who are signed in with the host: how a session becomes theirs, and what it shows."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header

from bot.channels.web.identity import InvalidIdentityError, customer_of_token
from bot.channels.web.payloads import IdentityRequest
from bot.conversations.customers import SignedInCustomer, conversations_of_customer
from bot.conversations.errors import UnknownConversationError
from bot.conversations.signing_in import sign_in
from bot.conversations.tokens import conversation_of_token
from bot.problems import ProblemError
from bot.services import Services


def signed_in_router(services: Services) -> APIRouter:
    """``POST /api/chat/identity``, ``GET /api/chat/conversations``."""
    router = APIRouter(prefix="/api/chat", tags=["chat"])

    @router.post("/identity")
    async def identify(
        request: IdentityRequest, authorization: Annotated[str | None, Header()] = None
    ) -> dict[str, str | None]:
        token = bearer(authorization)
        conversation = await services.look(
            conversation_of_token, services.database, token, services.clock()
        )
        customer = signed_in_customer(request.customer, services)
        assert customer is not None  # the request brings a token
        until = await services.run(sign_in, services.database, token, customer)
        services.changed(conversation)
        return {"signed_in_until": until.isoformat() if until else None}

    @router.get("/conversations")
    async def conversations(
        authorization: Annotated[str | None, Header()] = None,
    ) -> dict[str, list[dict[str, Any]]]:
        token = bearer(authorization)
        found = await services.run(
            conversations_of_customer, services.database, token, services.clock()
        )
        return {
            "conversations": [
                {
                    "id": each.id,
                    "begun_at": each.begun_at.isoformat(),
                    "changed_at": each.changed_at.isoformat(),
                }
                for each in found
            ]
        }

    return router


def bearer(authorization: str | None) -> str:
    """The token of an ``Authorization`` header.

    Raises:
        UnknownConversationError: there is none.
    """
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise UnknownConversationError
    return token


def signed_in_customer(token: str | None, services: Services) -> SignedInCustomer | None:
    """Who begins a session; None where nobody signed in.

    Raises:
        InvalidIdentityError: the token cannot be believed.
        ProblemError: no secret is set to tell it by.
    """
    if token is None:
        return None
    secret = services.settings.identity_secret
    if secret is None:
        raise ProblemError(
            422, "customer: nobody can be signed in, because FRONTDESK_IDENTITY_SECRET is not set"
        )
    try:
        return customer_of_token(token, secret, services.clock())
    except InvalidIdentityError as error:
        raise ProblemError(401, str(error)) from None
