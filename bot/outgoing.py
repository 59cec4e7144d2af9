"""Asking a service over the network from a thread, with one deadline for all of it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Coroutine
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def within(seconds: float, asked: Coroutine[Any, Any, T]) -> T:
    """What ``asked`` comes to, or TimeoutError (an OSError) once ``seconds`` are over.

    A loop of its own, for a deadline over everything: httpx's time-outs start anew with each byte
    that drips in, and do not cover the resolving of names. Closing a loop does not wait for that.
    """
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(asyncio.wait_for(asked, seconds))
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


@cache
def certificates() -> ssl.SSLContext:
    """Who may vouch for a service; reading them takes longer than most services do."""
    return ssl.create_default_context()
