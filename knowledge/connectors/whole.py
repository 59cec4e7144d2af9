"""The conversations of a page fetched whole, one by one, for lists hold no more than their heads.

One that cannot be had is reported and passed over. Where one after the other cannot, the fault is
the server's: the pull stops before the page counts as read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from knowledge.connectors.client import AnswerError
from knowledge.errors import PullFailedError
from knowledge.importers.json_fields import Fields, NotAConversationError, id_at
from knowledge.records import Transcript
from knowledge.skipped import OnSkip, SkippedRecord

_MOST_FAILURES = 3


class WholeConversations:
    """Fetches what ``fetch`` makes of an id and its head; ``probe`` asks for anything at all."""

    def __init__(
        self,
        address: str,
        fetch: Callable[[str, Fields], Transcript],
        probe: Callable[[], object],
        on_skip: OnSkip,
    ) -> None:
        self._address = address
        self._fetch = fetch
        self._probe = probe
        self._on_skip = on_skip
        self._failures = 0

    def of(self, heads: Iterable[Fields]) -> tuple[Transcript, ...]:
        """The conversations of a page.

        Raises:
            PullFailedError: several in a row fail, or the last one does and so does the probe.
        """
        found = tuple(self._all(heads))
        if self._failures:
            self._probe()
        return found

    def _all(self, heads: Iterable[Fields]) -> Iterator[Transcript]:
        for number, head in enumerate(heads, 1):
            identifier = id_at(head, "id")
            place = f"conversation {identifier or f'{number} of its page'}"
            try:
                if identifier is None:
                    raise NotAConversationError("has no id")
                yield self._fetch(identifier, head)
                self._failures = 0
            except NotAConversationError as reason:
                self._on_skip(SkippedRecord(self._address, place, str(reason)))
            except AnswerError as error:
                self._count(error)
                self._on_skip(SkippedRecord(self._address, place, str(error)))

    def _count(self, error: AnswerError) -> None:
        self._failures += not error.is_gone
        if self._failures >= _MOST_FAILURES:
            raise PullFailedError(
                f"{error}, as did the {_MOST_FAILURES - 1} conversations before it; "
                "run the same command again later, it goes on from there"
            )
