"""Notices an older version of an article that lives on under another id: another file or address.

Two articles are versions of one where they have the same title (but for "(copy)" and the like) and
language, and most sentences of the shorter stand in the other. Titles that differ by a year or a
number are two articles: a guide to the models of 2023 is no old guide to those of 2025. Only where
it is known which is the later, by their dates or by a version in their ids, is the older taken out
of answers; its help page leads to the later one.

An article whose title says until when it holds is outdated once that day has passed everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import or_
from sqlalchemy import select as columns_of
from sqlmodel import Session, col, select

from bot.content.generation import raise_generation
from bot.store import Database
from bot.store.tables import ArticleRow
from knowledge import split_sentences

SHARED = 0.5
"""The share of the shorter article's sentences that must stand in the other."""
MOST_ALIKE = 20
"""A title that more articles have ("FAQ") says nothing about them."""
LAST_ZONE = timedelta(hours=12)
"""How far behind UTC the last place on Earth is where a day ends."""
_VERSION = re.compile(r"(?<![^\W_])(?:v|ver|version|rev)[\s._-]*(\d+(?:[._]\d+)*)\b")
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-._](\d{1,2}))?(?:[-._](\d{1,2}))?(?!\d)")
_MARK = re.compile(
    r"\s*(?:[(\[（](?:old|new|copy|draft|final|updated|alt|neu|kopie|旧版?|新版?|副本)[)\]）]"
    r"|[-–_]\s*(?:copy|kopie|副本))\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def mark_superseded(session: Session) -> None:
    """Say of every article which later one it is an older version of, if any."""
    session.flush()
    later = {}
    for group in _alike(session):
        rows = [session.get_one(ArticleRow, id) for id in group]
        found = {row.id: _later_version(row, rows) for row in rows}
        if not all(found.values()):  # else their dates and versions contradict each other
            later.update(found)
    marked = session.exec(select(ArticleRow.id).where(col(ArticleRow.superseded_by).is_not(None)))
    for id in {*later, *marked}:
        session.get_one(ArticleRow, id).superseded_by = later.get(id)


def mark_outdated(database: Database, now: datetime) -> None:
    """Say of every article whether the last day that it says it holds has passed at ``now``."""
    with database.read() as session:
        if not _wrongly_marked(session, now):
            return
    with database.write() as session:
        mark_outdated_in(session, now)


def mark_outdated_in(session: Session, now: datetime) -> None:
    """The same, to be stored by the caller."""
    session.flush()
    rows = _wrongly_marked(session, now)
    changed_in = raise_generation(session) if rows else 0
    for row in rows:
        row.outdated, row.changed_in = not row.outdated, changed_in


def _wrongly_marked(session: Session, now: datetime) -> list[ArticleRow]:
    said = or_(col(ArticleRow.valid_until).is_not(None), col(ArticleRow.outdated))
    today = (now.astimezone(UTC) - LAST_ZONE).date()
    return [
        row
        for row in session.exec(select(ArticleRow).where(said))
        if row.outdated != (row.valid_until is not None and row.valid_until < today)
    ]


def _alike(session: Session) -> list[list[str]]:
    """The ids of articles that have their title and language in common."""
    columns = (col(ArticleRow.id), col(ArticleRow.title), col(ArticleRow.language))
    rows = session.connection().execute(columns_of(*columns).where(~col(ArticleRow.retired)))
    groups: dict[tuple[str, str], list[str]] = {}
    for id, title, language in rows:
        groups.setdefault((bare_title(title), language or ""), []).append(id)
    return [group for group in groups.values() if 1 < len(group) <= MOST_ALIKE]


def bare_title(title: str) -> str:
    """A title without what people put behind it to tell copies apart."""
    return " ".join(_WORD.findall(_MARK.sub("", title).casefold())) or title.casefold()


def shared_sentences(first: str, second: str) -> float:
    """The share of the sentences of the shorter text that stand in the longer."""
    one, other = _sentences(first), _sentences(second)
    return len(one & other) / max(min(len(one), len(other)), 1)


def _later_version(row: ArticleRow, versions: Iterable[ArticleRow]) -> str | None:
    """The latest of the versions of this article that are later than it."""
    latest: ArticleRow | None = None
    for each in versions:
        if _is_later(each, row) and shared_sentences(row.body, each.body) >= SHARED:
            latest = each if latest is None or _is_later(each, latest) else latest
    return latest.id if latest else None


def _is_later(one: ArticleRow, other: ArticleRow) -> bool:
    """Whether ``one`` is surely the later version."""
    if one.updated_at and other.updated_at and one.updated_at != other.updated_at:
        return one.updated_at > other.updated_at
    numbers, others = _numbered(one), _numbered(other)
    return bool(numbers and others and numbers > others)


def _numbered(row: ArticleRow) -> list[int]:
    """The version, or else the date, in the id; nothing where there is none."""
    version = _VERSION.search(row.id)
    if version:
        return [int(part) for part in re.split(r"[._]", version[1])]
    date = _DATE.search(row.id)
    return [int(part) for part in date.groups() if part] if date else []


def _sentences(text: str) -> set[str]:
    return {" ".join(_WORD.findall(each.casefold())) for each in split_sentences(text)} - {""}
