"""Moments as exports write them, read as timezone-aware UTC."""

from __future__ import annotations

from datetime import UTC, datetime

_MILLISECONDS_FROM = 10**11
"""Unix times above this are milliseconds: in seconds it would be the year 5138."""


def parse_time(value: object) -> datetime | None:
    """A moment from ISO 8601 text, or unix seconds or milliseconds; ``None`` where it is none.

    Without a time zone UTC is meant.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_unix(float(value))
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _from_unix_text(text)
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None


def format_time(moment: datetime) -> str:
    """ISO 8601 in UTC, ending in ``Z``."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _from_unix_text(text: str) -> datetime | None:
    try:
        return _from_unix(float(text))
    except ValueError:
        return None


def _from_unix(seconds: float) -> datetime | None:
    if abs(seconds) >= _MILLISECONDS_FROM:
        seconds /= 1000
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
