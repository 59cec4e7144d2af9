"""Asks the operator's own services for details of an order. The only place that reaches out."""

from __future__ import annotations

import json
import logging

import httpx

from bot.answering.lookup_answers import outcome_of_document, outcome_of_status
from bot.dialog import Lookup, LookupOutcome, LookupRequest
from bot.dialog.why import why
from bot.outgoing import certificates, within

log = logging.getLogger(__name__)
MAX_BYTES = 64 * 1024


def look_up(lookup: Lookup, request: LookupRequest) -> LookupOutcome:
    """GET the lookup's address with the details.

    Never raises, asks once: a service that fails, is not done within the lookup's time, or answers
    nonsense gives ``failed``. What goes wrong is logged, without anything that a customer gave.
    """
    outcome = _outcome(lookup, request)
    if outcome.because:
        log.warning("lookup %s: %s", lookup.name, outcome.because)
    return outcome


def _outcome(lookup: Lookup, request: LookupRequest) -> LookupOutcome:
    try:
        certificates()  # read before the clock starts
        told = within(lookup.timeout_seconds, _asked(lookup, request))
    except TimeoutError:
        because = why("not_in_time", seconds=f"{lookup.timeout_seconds:g}")
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        because = why("no_json")
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        because = why("unreachable", error=str(error) or type(error).__name__)
    else:
        return told
    return LookupOutcome(failed=True, because=because)


async def _asked(lookup: Lookup, request: LookupRequest) -> LookupOutcome:
    """What the service answers.

    Raises:
        httpx.HTTPError, ValueError: it cannot be reached, or answers with no JSON.
    """
    inputs = {name: request.inputs[name] for name in lookup.inputs}
    address = httpx.URL(lookup.url).copy_merge_params(inputs)
    async with (
        httpx.AsyncClient(verify=certificates(), timeout=None) as client,  # noqa: S113
        client.stream("GET", address, headers=_headers(lookup), follow_redirects=False) as response,
    ):
        told = outcome_of_status(lookup, response.status_code)
        if told is not None:
            return told
        body = b""
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > MAX_BYTES:
                raise ValueError(f"the answer is longer than {MAX_BYTES} bytes")
    document = httpx.Response(200, content=body).json()
    return outcome_of_document(lookup, request, document)


def _headers(lookup: Lookup) -> dict[str, str]:
    return {"Authorization": f"Bearer {lookup.token}"} if lookup.token else {}
