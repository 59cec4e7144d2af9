"""What Freshdesk's numbers and fields mean, in each of its two API versions and its export.

In version 2 ``body`` is HTML and ``body_text`` its text; in version 1 and the export ``body`` is
the text and ``body_html`` the HTML. ``description`` of a ticket goes the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from knowledge.importers.html_text import looks_like_markup
from knowledge.importers.mail_text import own_words, own_words_of_html
from knowledge.importers.shapes import (
    Record,
    record_in,
    records_in,
    whole_number,
    words_in,
)
from knowledge.importers.values import parse_name

_RESOLVED: Final[Mapping[int, bool]] = {2: False, 3: False, 4: True, 5: True}
"""Open, pending, resolved, closed. Statuses of a company's own (6 and on) may mean either."""
_RATINGS: Final[Mapping[int, int]] = {
    103: 5, 102: 5, 101: 4, 100: 3, -101: 2, -102: 1, -103: 1, 1: 5, 2: 3, 3: 1,
}  # fmt: skip
"""Happy is positive; the classic survey had 1 (happy), 2 and 3 (unhappy)."""
_QUOTED_IN_HTML: Final = ("freshdesk_quote", "gmail_quote", 'type="cite"')


def words_of(record: Record, name: str) -> str:
    """The own words of a ticket's ``description`` or a note's ``body``, without what it quotes."""
    plain, either, html = (
        words_in(record.get(key)) for key in (f"{name}_text", name, f"{name}_html")
    )
    if not html and (plain or looks_like_markup(either)):
        html = either
    elif not plain:
        plain = either
    if html and (not plain or any(mark in html for mark in _QUOTED_IN_HTML)):
        return own_words_of_html(html) or own_words(plain)
    return own_words(plain)


def resolved_of(ticket: Record) -> bool | None:
    """Whether the ticket was solved."""
    status = whole_number(ticket.get("status"))
    return _RESOLVED.get(status) if status is not None else None


def rating_of(record: Record) -> int | None:
    """The rating from 1 to 5 of a satisfaction rating, or of a classic survey's result."""
    asked = record_in(record.get("ratings")).get("default_question", record.get("rating"))
    number = whole_number(asked)
    return _RATINGS.get(number) if number is not None else None


def last_rating(ticket: Record) -> int | None:
    """The last rating that a ticket brings along."""
    names = ("satisfaction_ratings", "survey_results", "satisfaction_rating", "survey_result")
    given = [each for name in names for each in _one_or_more(ticket.get(name))]
    found = [rating for each in given if (rating := rating_of(each)) is not None]
    return found[-1] if found else None


def tags_of(ticket: Record) -> tuple[str, ...]:
    """Tags, which stand as text or as objects with a name."""
    listed = ticket.get("tags")
    items = listed if isinstance(listed, list) else []
    names = (words_in(item.get("name") if isinstance(item, dict) else item) for item in items)
    return tuple(dict.fromkeys(name for name in names if name))


def customer_of(ticket: Record) -> str | None:
    """The requester's id, or the address where there is no id."""
    requester = record_in(ticket.get("requester"))
    named = (ticket.get("requester_id"), requester.get("id"), requester.get("email"))
    return next((name for value in named if (name := parse_name(value))), None)


def language_of(ticket: Record) -> str | None:
    """The requester's language ("de"), where the ticket brings its requester along."""
    requester = record_in(ticket.get("requester"))
    return words_in(requester.get("language") or ticket.get("language")) or None


def _one_or_more(value: object) -> list[Record]:
    return [value] if isinstance(value, dict) else records_in(value)
