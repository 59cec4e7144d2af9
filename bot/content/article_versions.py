"""Notices an older version of an article that lives on under another id: another file or address.

Two articles are versions of one where their titles are the same but for dates, versions and words
such as "copy", they are in the same language, and most sentences of the shorter stand in the other.
Only where it is known which is the later (by their own dates, or by the version in the title or id)
is the older one taken out of answers; its help page leads to the later one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from bot.store.tables import ArticleRow
from knowledge import split_sentences

SHARED = 0.5
"""The share of the shorter article's sentences that must stand in the other."""
_VERSION = re.compile(
    r"\b(?:v|ver|version|rev|fassung|版本?)[\s.-]*(\d+(?:\.\d+)*)\b", re.IGNORECASE
)
_DATE = re.compile(r"\b((?:19|20)\d\d)(?:[-./](\d{1,2}))?(?:[-./](\d{1,2}))?\b")
_MARKS = re.compile(
    r"\b(?:old|new|copy|draft|final|alt|neu|kopie|updated)\b|旧版|新版|副本", re.IGNORECASE
)
_WORD = re.compile(r"\w+")


def mark_superseded(session: Session) -> None:
    """Say of every article which later one it is an older version of, if any."""
    columns = (ArticleRow.id, ArticleRow.title, ArticleRow.language)
    groups: dict[tuple[str, str], list[str]] = {}
    session.flush()
    for id, title, language in session.exec(select(*columns).where(~col(ArticleRow.retired))):
        groups.setdefault((bare_title(title), language or ""), []).append(id)
    alike = {id: group for group in groups.values() if len(group) > 1 for id in group}
    marked = session.exec(select(ArticleRow.id).where(col(ArticleRow.superseded_by).is_not(None)))
    for id in {*alike, *marked}:
        row = session.get_one(ArticleRow, id)
        others = [session.get_one(ArticleRow, each) for each in alike.get(id, ()) if each != id]
        row.superseded_by = None if row.retired else _later_version(row, others)
        session.add(row)


def bare_title(title: str) -> str:
    """A title without what tells one version from the next."""
    bare = _MARKS.sub(" ", _DATE.sub(" ", _VERSION.sub(" ", title)))
    return " ".join(_WORD.findall(bare.casefold())) or title.casefold()


def shared_sentences(first: str, second: str) -> float:
    """The share of the sentences of the shorter text that stand in the longer."""
    one, other = _sentences(first), _sentences(second)
    return len(one & other) / max(min(len(one), len(other)), 1)


def _later_version(row: ArticleRow, others: Iterable[ArticleRow]) -> str | None:
    """The latest of the versions of this article that are later than it."""
    latest: ArticleRow | None = None
    for each in others:
        if _is_later(each, row) and shared_sentences(row.body, each.body) >= SHARED:
            latest = each if latest is None or _is_later(each, latest) else latest
    return latest.id if latest else None


def _is_later(one: ArticleRow, other: ArticleRow) -> bool:
    """Whether ``one`` is surely the later version."""
    if one.updated_at and other.updated_at and one.updated_at != other.updated_at:
        return one.updated_at > other.updated_at
    numbers, others = _numbered(one), _numbered(other)
    return bool(numbers and others and numbers > others)


def _numbered(row: ArticleRow) -> Sequence[int]:
    """The version or the date in the title, else in the id; nothing where there is none."""
    for text in (row.title, row.id.replace("-", " "), row.id):
        version = _VERSION.search(text)
        if version:
            return [int(part) for part in version[1].split(".")]
        date = _DATE.search(text)
        if date:
            return [int(part) for part in date.groups() if part]
    return []


def _sentences(text: str) -> set[str]:
    return {" ".join(_WORD.findall(each.casefold())) for each in split_sentences(text)} - {""}
