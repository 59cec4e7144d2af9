"""Asks the operator's own services for details of an order. The only place that reaches out."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Mapping
from functools import cache
from typing import Any

import httpx

from bot.dialog import Lookup, LookupOutcome, LookupRequest

log = logging.getLogger(__name__)
MAX_BYTES = 64 * 1024
MAX_VALUE = 500


def look_up(lookup: Lookup, request: LookupRequest) -> LookupOutcome:
    """GET the lookup's address with the details. 404 means that nothing matched.

    An answer whose outputs differ from the details that the lookup verifies looks like one that
    matched nothing. Never raises, asks once: a service that fails, is not done within the lookup's
    time, or answers nonsense gives ``failed``. Only texts and numbers are taken from its answer.
    """
    try:
        document = _within(lookup.timeout_seconds, lookup, request)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, RecursionError) as error:
        log.warning("lookup %s failed: %s", lookup.name, str(error) or type(error).__name__)
        return LookupOutcome(failed=True)
    if document is None:
        return LookupOutcome()
    if not isinstance(document, dict):
        log.warning("lookup %s answered with no JSON object", lookup.name)
        return LookupOutcome(failed=True)
    found = {
        name: _storable(str(value))[:MAX_VALUE]
        for name, value in document.items()
        if isinstance(value, str | int | float)
    }
    if not _is_verified(lookup, request, found):
        return LookupOutcome()
    return LookupOutcome({name: found[name] for name in lookup.outputs if name in found})


def _within(seconds: float, lookup: Lookup, request: LookupRequest) -> Any:
    """What the service says, or TimeoutError (an OSError) once ``seconds`` are over.

    A loop of its own, for a deadline over everything: httpx's time-outs start anew with each byte
    that drips in, and do not cover the resolving of names. Closing a loop does not wait for that.
    """
    _certificates()
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(asyncio.wait_for(_asked(lookup, request), seconds))
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


async def _asked(lookup: Lookup, request: LookupRequest) -> Any:
    """The JSON that the service answers with; None where it knows nothing of it.

    Raises:
        httpx.HTTPError, ValueError: it cannot be reached, refuses, or answers with no JSON.
    """
    inputs = {name: request.inputs[name] for name in lookup.inputs}
    address = httpx.URL(lookup.url).copy_merge_params(inputs)
    async with (
        httpx.AsyncClient(verify=_certificates(), timeout=None) as client,  # noqa: S113
        client.stream("GET", address, headers=_headers(lookup), follow_redirects=False) as response,
    ):
        if response.status_code == httpx.codes.NOT_FOUND:
            return None
        response.raise_for_status()
        body = b""
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > MAX_BYTES:
                raise ValueError(f"the answer is longer than {MAX_BYTES} bytes")
    return httpx.Response(200, content=body).json()


@cache
def _certificates() -> ssl.SSLContext:
    """Who may vouch for a service; reading them takes longer than most services do."""
    return httpx.create_ssl_context()


def _headers(lookup: Lookup) -> dict[str, str]:
    return {"Authorization": f"Bearer {lookup.token}"} if lookup.token else {}


def _is_verified(lookup: Lookup, request: LookupRequest, found: Mapping[str, str]) -> bool:
    """Whether the answer is about whoever gave the details."""
    return all(
        name in found and found[name].strip().casefold() == request.inputs[given].strip().casefold()
        for name, given in lookup.verify.items()
    )


def _storable(text: str) -> str:
    """``text`` without NUL and halves of surrogate pairs, which no database takes."""
    return text.replace("\x00", "").encode(errors="replace").decode()
