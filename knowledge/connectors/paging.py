"""Pages of a collection, one after the other, in the two ways in which help desks number them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.connectors.client import AnswerError
from knowledge.connectors.state import Cursor
from knowledge.errors import PullFailedError
from knowledge.importers.json_fields import Fields

_FORGOTTEN = frozenset({400, 404, 410, 422})
"""What vendors answer to a pointer that they no longer know."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """The records of a page, the pointer past it, and the latest change among them.

    ``ended`` marks the last page also where it has a pointer, from which a later pull goes on.
    """

    records: Sequence[Fields]
    next: str | None
    newest: int = 0
    ended: bool = False


def records_in(answer: Any, *keys: str) -> list[Fields]:
    """The list that the keys lead to; what is no object in it becomes an empty one.

    Raises:
        AnswerError: there is no such list, so nobody knows what the page holds.
    """
    for key in keys:
        answer = answer.get(key) if isinstance(answer, dict) else None
    if not isinstance(answer, list):
        where = f"no list under '{'.'.join(keys)}'" if keys else "no list"
        raise AnswerError(f"a page holds {where}", None)
    return [each if isinstance(each, dict) else {} for each in answer]


def pages_by_pointer(
    fetch: Callable[[Cursor], FoundPage], cursor: Cursor, *, oldest_first: bool = False
) -> Iterator[tuple[FoundPage, Cursor]]:
    """Each page with the cursor after it, where a page points to the next.

    A pointer kept from an earlier run may be forgotten: then from the beginning of the pass, or
    from the latest change seen, where the oldest come first.

    Raises:
        PullFailedError: the pages lead in a circle.
    """
    try:
        page = fetch(cursor)
    except AnswerError as error:
        if cursor.next is None or error.status not in _FORGOTTEN:
            raise
        cursor = Cursor(since=max(cursor.since, cursor.newest if oldest_first else 0))
        page = fetch(cursor)
    while True:
        ended = page.ended or page.next is None
        if not ended and page.next == cursor.next:
            raise PullFailedError(f"the page after {page.next!r} is that page again")
        cursor = cursor.past(page.next, page.newest)
        yield page, cursor
        if ended:
            return
        page = fetch(cursor)


def pages_by_number(
    fetch: Callable[[int], FoundPage],
    cursor: Cursor,
    changed: Callable[[Fields], int],
    on_broken: Callable[[int, AnswerError], None],
) -> Iterator[tuple[Sequence[Fields], Cursor]]:
    """Each page's records that changed, where pages are numbered from 1, latest change first.

    Ends where records are older than the cursor's ``since``; ``changed`` is 0 where a record does
    not say. A page that is damaged is passed over and reported; a second in a row ends it. What was
    interrupted goes on one page earlier, because removed records have moved the others up.
    """
    number = max(int(cursor.next) - 1, 1) if cursor.next and cursor.next.isdecimal() else 1
    broken = False
    while True:
        try:
            page = fetch(number)
        except AnswerError as error:
            if broken or error.status is not None:
                raise
            on_broken(number, error)
            number, broken = number + 1, True
            continue
        broken = False
        fresh = [record for record in page.records if not 0 < changed(record) < cursor.since]
        newest = max(map(changed, fresh), default=0)
        ended = page.next is None or len(fresh) < len(page.records)
        cursor = cursor.past(None if ended else str(number + 1), newest)
        yield fresh, cursor
        if ended:
            return
        number += 1
