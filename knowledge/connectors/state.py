"""How far a pull has come, as a small record that its caller keeps from one run to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from knowledge.errors import PullFailedError


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far one collection has come.

    ``next`` is the vendor's own pointer to the page that follows, while there is one. ``since``
    (unix seconds) is where this pass began, ``newest`` the latest change that it has seen.
    """

    next: str | None = None
    since: int = 0
    newest: int = 0

    def past(self, next: str | None, newest: int) -> Cursor:
        """After a page; after the last one, a later pass begins where this one ended."""
        newest = max(self.newest, newest)
        if next is not None:
            return Cursor(next, self.since, newest)
        return Cursor(None, max(self.since, newest))


@dataclass(frozen=True, slots=True)
class PullState:
    """How far each collection has come."""

    conversations: Cursor = field(default_factory=Cursor)
    answers: Cursor = field(default_factory=Cursor)
    articles: Cursor = field(default_factory=Cursor)

    def with_cursor(self, collection: str, cursor: Cursor) -> PullState:
        """The state after one more page of a collection."""
        return replace(self, **{collection: cursor})

    def to_json(self) -> str:
        """As one line of text."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> PullState:
        """The state that ``to_json`` wrote.

        Raises:
            PullFailedError: it is damaged; without it, a pull begins anew.
        """
        try:
            stored = json.loads(text)
            return cls(**{name: _cursor(each) for name, each in stored.items()})
        except (ValueError, TypeError, AttributeError) as error:
            raise PullFailedError(f"the state of the last pull is damaged: {error}") from None


def _cursor(stored: Mapping[str, Any]) -> Cursor:
    cursor = Cursor(**stored)
    if not isinstance(cursor.next, str | None) or not (
        isinstance(cursor.since, int) and isinstance(cursor.newest, int)
    ):
        raise ValueError(f"{stored!r} is no place to go on from")
    return cursor
