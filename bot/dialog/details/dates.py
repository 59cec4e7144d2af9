"""Days, in the ways people write them: ISO, with dots, slashes, month names, or seen from today.

A day that could be two (``3/4/2026``) is asked about and never guessed, unless the field's limits
leave only one. A date library would read nearly anything as a date, so these ways are listed.
"""

from __future__ import annotations

from datetime import date

from bot.dialog.details.date_mentions import Mention, mentions
from bot.dialog.details.definition import Day, DetailField
from bot.dialog.details.outcome import Found, Moment, Refused, only_one


def read_date(field: DetailField, text: str, moment: Moment) -> Found | Refused | None:
    """The one day that ``text`` names, as ISO, within the field's limits."""
    found = []
    for mention in mentions(text, moment):
        read = _settled(field, mention, moment)
        if isinstance(read, Refused):
            return read
        found.append(read)
    return only_one(found)


def _settled(field: DetailField, mention: Mention, moment: Moment) -> Found | Refused:
    """Which day is meant, of all that the words could mean."""
    if not mention.days:
        return Refused("detail_no_such_day")
    least, most = _limits(field, moment.today)
    allowed = [day for day in mention.days if least <= day <= most]
    if not allowed:
        early = max(mention.days) < least
        limit = least if early else most
        return Refused("detail_too_early" if early else "detail_too_late", {"limit": str(limit)})
    if len(allowed) > 1 and mention.ambiguous:
        first, second = sorted(allowed)
        return Refused("detail_two_days", {"first": str(first), "second": str(second)})
    nearest = min(allowed, key=lambda day: abs(day - moment.today))
    return Found(nearest.isoformat(), mention.start, mention.end)


def _limits(field: DetailField, today: date) -> tuple[date, date]:
    least = field.least.seen_from(today) if isinstance(field.least, Day) else date.min
    most = field.most.seen_from(today) if isinstance(field.most, Day) else date.max
    return least, most
