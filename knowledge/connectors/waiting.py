"""How long a vendor's answer asks to wait, from the headers that each of them uses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_REMAINING: Final = ("x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining")
_RESET: Final = ("x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset")
_MOMENTS_FROM: Final = 10**9
"""A reset time above this is a moment in unix seconds; below, it is seconds from now."""
_FIRST_WAIT: Final = 1.0
_LONGEST_BACKOFF: Final = 60.0


def asked_wait(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that ``Retry-After`` or a reset time asks for; ``None`` where neither does."""
    wanted = _retry_after(headers.get("retry-after", ""), now)
    return wanted if wanted is not None else _until_reset(headers, now)


def wait_before_next(headers: Mapping[str, str], now: float) -> float:
    """Seconds to wait because the answer used up the last request of its window; else 0."""
    if not any(headers.get(name, "").strip() == "0" for name in _REMAINING):
        return 0.0
    return _until_reset(headers, now) or 0.0


def backoff(attempt: int) -> float:
    """Seconds before the attempt after the given one (from 1), doubling each time."""
    return min(_FIRST_WAIT * 2.0 ** (attempt - 1), _LONGEST_BACKOFF)


def _retry_after(value: str, now: float) -> float | None:
    seconds = _number(value)
    if seconds is not None:
        return seconds
    try:
        moment = parsedate_to_datetime(value)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (aware - datetime.fromtimestamp(now, UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _until_reset(headers: Mapping[str, str], now: float) -> float | None:
    for name in _RESET:
        reset = _number(headers.get(name, ""))
        if reset is not None:
            return max(0.0, reset - now) if reset >= _MOMENTS_FROM else reset
    return None


def _number(value: str) -> float | None:
    text = value.strip()
    return float(text) if text.isascii() and text.replace(".", "", 1).isdigit() else None
