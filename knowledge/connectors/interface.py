"""What a connector is: it gives each collection of a help desk page by page.

To add a vendor, write a module with one class of this shape and name it in ``pulling.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from knowledge.connectors.canned import CannedAnswer
from knowledge.connectors.state import Cursor
from knowledge.records import Article, Transcript
from knowledge.skipped import OnSkip

T = TypeVar("T")


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
