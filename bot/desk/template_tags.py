"""A template's version as an entity tag, so that nobody overwrites a colleague unseen."""

from __future__ import annotations

from bot.content.templates import StoredTemplate
from bot.problems import ProblemError


def etag(stored: StoredTemplate) -> str:
    """The version as an entity tag."""
    return f'"{stored.template.version}"'


def version_of(if_match: str | None) -> int:
    """The version that the editor started from.

    Raises:
        ProblemError: there is none; saving blindly could overwrite a colleague.
    """
    plain = (if_match or "").strip().removeprefix("W/").strip('"')
    if not (plain.isascii() and plain.isdigit() and len(plain) < 10):
        raise ProblemError(428, "send the template's ETag as If-Match, so that nothing is lost")
    return int(plain)
