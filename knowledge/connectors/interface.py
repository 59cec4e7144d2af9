"""What a connector is: it gives each collection of a help desk page by page.

To add a vendor, write a module with one class of this shape and name it in ``pulling.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from knowledge.connectors.canned import CannedAnswer
from knowledge.connectors.client import AnswerError
from knowledge.connectors.state import Cursor
from knowledge.errors import PullFailedError
from knowledge.importers.json_fields import Fields, NotAConversationError, id_at
from knowledge.records import Article, Transcript
from knowledge.skipped import OnSkip, SkippedRecord

T = TypeVar("T")
_MOST_FAILURES = 3


@dataclass(frozen=True, slots=True)
class Batch(Generic[T]):
    """A page's worth of a collection, and how far it brings one."""

    items: tuple[T, ...]
    cursor: Cursor


class Connector(Protocol):
    """Reads one vendor's API. Each method goes on from the cursor that it is given."""

    @property
    def address(self) -> str:
        """Where it reads from."""

    def conversations(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[Transcript]]:
        """Conversations that changed."""

    def answers(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[CannedAnswer]]:
        """Canned answers that changed."""

    def articles(self, cursor: Cursor, on_skip: OnSkip) -> Iterator[Batch[Article]]:
        """Published articles that changed, those that everybody may read."""

    def close(self) -> None:
        """Hang up."""


def each_in_full(
    address: str,
    found: Iterable[Fields],
    fetch: Callable[[str, Fields], Transcript],
    on_skip: OnSkip,
) -> Iterator[Transcript]:
    """Every record of a page fetched whole; one that cannot be is reported.

    Raises:
        PullFailedError: one after the other fails, so the fault is not theirs.
    """
    failures = 0
    for number, record in enumerate(found, 1):
        identifier = id_at(record, "id")
        place = f"conversation {identifier or f'{number} of its page'}"
        try:
            if identifier is None:
                raise NotAConversationError("has no id")
            yield fetch(identifier, record)
            failures = 0
        except NotAConversationError as reason:
            on_skip(SkippedRecord(address, place, str(reason)))
        except AnswerError as error:
            failures += not error.is_gone
            if failures == _MOST_FAILURES:
                raise PullFailedError(
                    f"{error}, as did the {_MOST_FAILURES - 1} conversations before it; "
                    "run the same command again later, it goes on from there"
                ) from None
            on_skip(SkippedRecord(address, place, str(error)))
