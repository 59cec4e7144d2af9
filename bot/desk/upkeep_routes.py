"""The desk's API for looking after the house: health, first steps, Telegram's trial, erasing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import Field

from bot.channels.telegram import TelegramAccess
from bot.channels.web.payloads import StoredText, Strict
from bot.checkup import Check, checkup
from bot.content.erasure import Erased
from bot.desk.access import signed_in
from bot.desk.audit import Author, record
from bot.desk.beginning import steps
from bot.desk.users import Role, User
from bot.desk.wording import STORED, reader_of
from bot.forgetting import erase_customer, what_would_go
from bot.problems import ProblemError
from bot.services import Services
from bot.settings import SettingsError


class CustomerRequest(Strict):
    """An e-mail address, an id (or SOURCE:ID), or a name."""

    customer: Annotated[StoredText, Field(min_length=1, max_length=300, pattern=r"\S")]


class TokenRequest(Strict):
    """A bot's token to try; without one, that of the environment is."""

    token: Annotated[StoredText | None, Field(max_length=200)] = None


def upkeep_router(services: Services) -> APIRouter:
    """``/api/desk/health``, ``beginning``, ``telegram`` and ``erasure``."""
    router = APIRouter(prefix="/api/desk", tags=["upkeep"])
    add_looking_routes(router, services)
    add_telegram_routes(router, services)
    add_erasing_routes(router, services)
    return router


def add_looking_routes(router: APIRouter, services: Services) -> None:
    """How the house stands, and how far a new one has come."""
    lead = [Depends(signed_in(services, Role.LEAD))]

    @router.get("/health", dependencies=lead)
    async def health(request: Request) -> dict[str, Any]:
        checks = await services.look(all_checks, services)
        language = reader_of(request) or STORED
        return {"checks": [check_json(each, language) for each in checks]}

    @router.get("/beginning", dependencies=lead)
    async def beginning() -> dict[str, Any]:
        found = await services.look(steps, services)
        return {"steps": [asdict(each) for each in found]}


def add_telegram_routes(router: APIRouter, services: Services) -> None:
    """How Telegram is set up, and whether a token is one."""
    admin = [Depends(signed_in(services, Role.ADMIN))]

    @router.get("/telegram", dependencies=admin)
    async def telegram() -> dict[str, Any]:
        access, problem = telegram_access(services)
        return {
            "token_set": services.settings.telegram_token is not None,
            "bot_id": access.bot_id if access else None,
            "problem": problem,
            "webhook": access.webhook.url if access and access.webhook else None,
            "api_url": services.settings.telegram_api_url,
            "serving": services.telegram,
        }

    @router.post("/telegram/try", dependencies=admin)
    async def trial(body: TokenRequest) -> dict[str, Any]:
        from bot.channels.telegram.trying import TelegramTrialError, find_bot

        try:
            access = TelegramAccess.of_token(body.token, services.settings)
            return asdict(await find_bot(access))
        except (SettingsError, TelegramTrialError) as error:
            raise ProblemError(422, str(error)) from None


def add_erasing_routes(router: APIRouter, services: Services) -> None:
    """A customer's right to be forgotten: what would go, and then its going."""
    admin = signed_in(services, Role.ADMIN)

    @router.post("/erasure/preview", dependencies=[Depends(admin)])
    async def preview(body: CustomerRequest) -> dict[str, Any]:
        found = await services.look(what_would_go, services.database, body.customer.strip())
        return {"erased": asdict(found)}

    @router.post("/erasure")
    async def erase(body: CustomerRequest, user: User = Depends(admin)) -> dict[str, Any]:
        erased = await services.run(erase_and_record, services, user, body.customer.strip())
        await services.content_changed()
        return {"erased": asdict(erased)}


def all_checks(services: Services) -> list[Check]:
    """What `frontdesk doctor` says, over what serves here; first whether the file does."""
    found = [*checkup(services.database, services.settings, services.release())]
    if services.unusable_settings is None:
        return found
    told = {"told": services.unusable_settings}
    return [Check("settings", ok=False, key="unusable", values=told), *found[1:]]


def check_json(check: Check, language: str) -> dict[str, Any]:
    """A check as the desk's API gives it, in the reader's language."""
    return {
        "name": check.name_in(language),
        "ok": check.ok,
        "key": check.key,
        "says": check.says_in(language),
    }


def telegram_access(services: Services) -> tuple[TelegramAccess | None, str | None]:
    """Telegram's settings, or why they cannot be used."""
    if services.settings.telegram_token is None:
        return None, None
    try:
        return TelegramAccess.of(services.settings), None
    except SettingsError as error:
        return None, str(error)


def erase_and_record(services: Services, user: User, customer: str) -> Erased:
    """Erase whom ``customer`` names. The entry holds how much went, and nothing of theirs."""
    now = services.clock()
    erased = erase_customer(
        services.database, services.settings.home, services.files, customer, now
    )
    with services.database.write() as session:
        record(session, Author.of(user), "customer.erased", "", now, after=asdict(erased))
    return erased
