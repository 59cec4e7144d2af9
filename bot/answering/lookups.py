"""Asks the operator's own services for details of an order. The only place that reaches out."""

from __future__ import annotations

import logging
import time
from typing import Any

import httpx

from bot.dialog import Lookup, LookupOutcome, LookupRequest

log = logging.getLogger(__name__)
MAX_BYTES = 64 * 1024
MAX_VALUE = 500


def look_up(lookup: Lookup, request: LookupRequest) -> LookupOutcome:
    """GET the lookup's address with the details. 404 means that nothing matched.

    Never raises: a service that fails, hangs or answers nonsense gives ``failed``. Only texts and
    numbers are taken from its answer.
    """
    until = time.monotonic() + lookup.timeout_seconds
    try:
        with httpx.stream(
            "GET",
            httpx.URL(lookup.url).copy_merge_params(dict(request.inputs)),
            timeout=lookup.timeout_seconds,
            follow_redirects=False,
        ) as response:
            if response.status_code == httpx.codes.NOT_FOUND:
                return LookupOutcome()
            response.raise_for_status()
            body = b""
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > MAX_BYTES:
                    raise ValueError(f"the answer is longer than {MAX_BYTES} bytes")
                if time.monotonic() > until:
                    raise ValueError(f"the answer took over {lookup.timeout_seconds} s")
            document: Any = httpx.Response(200, content=body).json()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, RecursionError) as error:
        log.warning("lookup %s failed: %s", lookup.name, error)
        return LookupOutcome(failed=True)
    if not isinstance(document, dict):
        log.warning("lookup %s answered with no JSON object", lookup.name)
        return LookupOutcome(failed=True)
    return LookupOutcome(
        {
            name: _storable(str(document[name]))[:MAX_VALUE]
            for name in lookup.outputs
            if isinstance(document.get(name), str | int | float)
        }
    )


def _storable(text: str) -> str:
    """``text`` without NUL and halves of surrogate pairs, which no database takes."""
    return text.replace("\x00", "").encode(errors="replace").decode()
