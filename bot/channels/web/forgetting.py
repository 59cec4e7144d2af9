"""The customer's right to be forgotten, over the chat API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Depends

from bot.forgetting import forget_customer_of
from bot.services import Services


def add_forgetting_route(router: APIRouter, services: Services, opened: Callable[..., Any]) -> None:
    """``DELETE /conversation``. ``opened`` gives the conversation that a bearer token opens."""

    @router.delete("/conversation")
    async def forget(conversation: str = Depends(opened)) -> dict[str, dict[str, int]]:
        erased = await services.run(
            forget_customer_of,
            services.database,
            services.settings.home,
            services.files,
            conversation,
            services.clock(),
        )
        services.changed(conversation)
        return {
            "erased": {
                "conversations": erased.conversations,
                "messages": erased.messages,
                "attachments": erased.attachments,
            }
        }
