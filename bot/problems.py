"""Errors as RFC 9457 problem documents. What a token does not open is 404, not 403."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from bot.answering import NoModelError
from bot.content.article_editing import StaleArticleError, UnknownArticleError
from bot.content.attachments import (
    EmptyFileError,
    QuotaError,
    RefusedKindError,
    UnknownAttachmentError,
)
from bot.content.customers import AmbiguousCustomerError
from bot.content.file_bytes import FileTooLargeError, NoRoomError
from bot.content.intent_review import SettledIntentError, UnnamedIntentError
from bot.content.labels import NamedIntentError, SameIntentError, UnknownIntentError
from bot.content.template_versions import UnknownVersionError
from bot.content.templates import StaleTemplateError, TemplateExistsError, UnknownTemplateError
from bot.conversations.errors import (
    ConflictingMessageError,
    ForeignAttachmentError,
    ForeignConversationError,
    StaleOwnerError,
    UnknownButtonError,
    UnknownConversationError,
    UnusableTimeError,
    UsedAttachmentError,
)
from bot.conversations.links import InvalidLinkError
from bot.desk.inbox import UnreadablePlaceError
from bot.desk.people import LastAdminError, UnknownPersonError
from bot.desk.users import UserError
from bot.learning.correcting import NotCorrectableError
from bot.learning.deciding import NothingProposedError, UnknownCandidateError
from bot.learning.drafting import NothingWordedError
from bot.learning.jobs import BusyJobError, UnknownJobError
from bot.learning.promoting import NotPromotableError
from bot.learning.runs import AlreadyRunningError, UnknownRunError
from bot.learning.starting import UntrainableError
from bot.limits import TooManyError
from bot.settings import StaleSettingsError, UnwritableSettingsError
from knowledge import InvalidTemplateError

log = logging.getLogger(__name__)
STATUS: dict[type[Exception], int] = {
    UnknownConversationError: 404,
    UnknownTemplateError: 404,
    UnknownArticleError: 404,
    UnknownVersionError: 404,
    UnknownIntentError: 404,
    UnknownAttachmentError: 404,
    UnknownCandidateError: 404,
    UnknownRunError: 404,
    UnknownJobError: 404,
    NoModelError: 404,
    InvalidLinkError: 404,
    ConflictingMessageError: 409,
    ForeignConversationError: 409,
    StaleOwnerError: 409,
    TemplateExistsError: 409,
    NamedIntentError: 409,
    UsedAttachmentError: 409,
    AlreadyRunningError: 409,
    BusyJobError: 409,
    SettledIntentError: 409,
    NotPromotableError: 409,
    NothingWordedError: 409,
    UntrainableError: 409,
    StaleTemplateError: 412,
    StaleArticleError: 412,
    FileTooLargeError: 413,
    RefusedKindError: 415,
    EmptyFileError: 422,
    ForeignAttachmentError: 422,
    QuotaError: 429,
    NoRoomError: 507,
    UnknownButtonError: 422,
    UnusableTimeError: 422,
    UnreadablePlaceError: 422,
    NothingProposedError: 422,
    NotCorrectableError: 422,
    InvalidTemplateError: 422,
    UserError: 422,
    UnknownPersonError: 404,
    LastAdminError: 409,
    StaleSettingsError: 412,
    UnwritableSettingsError: 409,
    AmbiguousCustomerError: 409,
    SameIntentError: 422,
    UnnamedIntentError: 422,
}


class ProblemError(Exception):
    """Answer the request with a problem document of this status."""

    def __init__(
        self, status: int, detail: str, errors: list[dict[str, str]] | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = errors


def problem(status: int, detail: str, errors: list[dict[str, str]] | None = None) -> JSONResponse:
    """A problem document; ``errors`` names single fields."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = errors
    return JSONResponse(body, status, media_type="application/problem+json")


def install(app: FastAPI) -> None:
    """Answer every known error of the product with its problem document."""

    async def known(_: Request, error: Exception) -> JSONResponse:
        kind = next(each for each in type(error).__mro__ if each in STATUS)
        return problem(STATUS[kind], str(error))

    for kind in STATUS:
        app.add_exception_handler(kind, known)
    app.add_exception_handler(ProblemError, _own)
    app.add_exception_handler(TooManyError, _too_many)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(SQLAlchemyError, _storage)
    app.add_exception_handler(Exception, _unexpected)


async def _too_many(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, TooManyError)
    refused = problem(429, str(error))
    refused.headers["Retry-After"] = str(error.seconds)
    return refused


async def _own(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return problem(error.status, error.detail, error.errors)


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, str(error.detail))


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    errors = [
        {"field": ".".join(str(part) for part in each["loc"][1:]), "message": each["msg"]}
        for each in error.errors()
    ]
    first = errors[0] if errors else {"field": "", "message": "the request cannot be read"}
    detail = f"{first['field']}: {first['message']}" if first["field"] else first["message"]
    return problem(422, detail, errors)


async def _storage(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s: storing failed", request.method, request.url.path, exc_info=error)
    return problem(503, "nothing can be stored at the moment; nothing was accepted, try again")


async def _unexpected(_: Request, __: Exception) -> JSONResponse:
    return problem(500, "something went wrong on our side; the server's log says what")
