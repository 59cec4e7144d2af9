"""Moments as exports write them, read as timezone-aware UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_MILLISECONDS_FROM = 10**11
"""Unix times above this are milliseconds: in seconds it would be the year 5138."""


_ZONE = re.compile(r"\s+(?:(?:UTC|GMT|Z)|([+-]\d\d):?(\d\d))$")
_OTHER_FORMS = (
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d",
    "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y",
)  # fmt: skip
"""Not 03/04/2025, which is a day in March here and in April there."""


def parse_time(value: object) -> datetime | None:
    """A moment from ISO 8601 or similar text, unix seconds or milliseconds; else ``None``.

    Without a time zone UTC is meant.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_unix(value)
    if not isinstance(value, str):
        return None
    text = _ZONE.sub(_zone, value.strip())
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _from_unix_text(text) or _from_other_form(text)
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


def _zone(match: re.Match[str]) -> str:
    hours, minutes = match.groups()
    return f"{hours}:{minutes}" if hours else "+00:00"


def _from_other_form(text: str) -> datetime | None:
    for form in _OTHER_FORMS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _from_unix(seconds: float) -> datetime | None:
    try:
        if abs(seconds) >= _MILLISECONDS_FROM:
            seconds /= 1000
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
