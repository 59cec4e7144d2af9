"""Versions as entity tags, so that nobody overwrites a colleague unseen."""

from __future__ import annotations

from bot.problems import ProblemError


def etag(version: int) -> str:
    """The version as an entity tag."""
    return f'"{version}"'


def version_of(if_match: str | None) -> int:
    """The version that the editor started from.

    Raises:
        ProblemError: there is none; saving blindly could overwrite a colleague.
    """
    plain = (if_match or "").strip().removeprefix("W/").strip('"')
    if not (plain.isascii() and plain.isdigit() and len(plain) < 10):
        raise ProblemError(428, "send what you read last as If-Match (its ETag); nothing was saved")
    return int(plain)
