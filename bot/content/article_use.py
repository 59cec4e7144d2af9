"""What articles did: which replies quoted them, whether these helped, how often they were read.

Quotations are read from the messages, where they stand anyway. Of readers only the number is kept.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import String, cast
from sqlalchemy import select as columns_of
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, func, select

from bot.channels.rendering import markdown_as_read
from bot.content.articles import address_of
from bot.store import Database
from bot.store.tables import (
    ArticleAddressRow,
    ArticleReadingRow,
    ArticleRow,
    FeedbackRow,
    MessageRow,
)

log = logging.getLogger(__name__)
MOST_QUOTING = 20_000
"""The latest replies that quote anything, of which uses are counted."""
MOST_SHOWN = 50
KEPT_EVERY_SECONDS = 5.0
_ROBOT = re.compile(r"bot\b|crawl|spider|slurp|preview|curl|wget|python-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleUse:
    """``answered``: replies that quoted it; ``helpful`` and ``unhelpful`` thumbs on these;
    ``read``: how often its page was opened."""

    answered: int = 0
    helpful: int = 0
    unhelpful: int = 0
    read: int = 0


@dataclass(frozen=True, slots=True)
class Quotation:
    """A reply that quoted an article: what was asked, the words that were quoted, what came."""

    conversation: str
    seq: int
    asked: str
    quote: str
    at: datetime
    helpful: bool | None


def article_uses(database: Database, since: datetime) -> Mapping[str, ArticleUse]:
    """What each article did since then; those that did nothing are left out."""
    with database.read() as session:
        by_address = _by_address(session)
        quoted = {
            (reply.conversation_id, reply.seq): {
                by_address[each] for each, _ in _quoted(reply.sources) if each in by_address
            }
            for reply in _quoting(session, since)
        }
        thumbs = session.exec(select(FeedbackRow).where(col(FeedbackRow.at) >= since)).all()
        day = since.date().isoformat()
        read = dict(
            session.exec(
                select(ArticleReadingRow.article_id, func.sum(ArticleReadingRow.times))
                .where(col(ArticleReadingRow.day) >= day)
                .group_by(col(ArticleReadingRow.article_id))
            ).all()
        )
    answered = Counter(id for ids in quoted.values() for id in ids)
    liked: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for thumb in thumbs:
        liked[thumb.helpful].update(quoted.get((thumb.conversation_id, thumb.seq), ()))
    return {
        id: ArticleUse(answered[id], liked[True][id], liked[False][id], read.get(id, 0))
        for id in answered.keys() | read.keys()
    }


def quotations(database: Database, article: str, since: datetime) -> list[Quotation]:
    """The latest replies that quoted an article, the latest first."""
    found: list[Quotation] = []
    with database.read() as session:
        by_address = _by_address(session)
        for reply in _quoting(session, since):
            quotes = [
                text for place, text in _quoted(reply.sources) if by_address.get(place) == article
            ]
            if quotes:
                thumb = session.get(FeedbackRow, (reply.conversation_id, reply.seq))
                found.append(
                    Quotation(
                        reply.conversation_id,
                        reply.seq,
                        _asked(session, reply.conversation_id, reply.reply_to),
                        markdown_as_read("\n".join(quotes)),
                        reply.sent_at,
                        thumb.helpful if thumb else None,
                    )
                )
                if len(found) == MOST_SHOWN:
                    break
    return found


class ReadingCounter:
    """Counts how often help pages are opened, and writes that down every few seconds."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._seen: Counter[tuple[str, date]] = Counter()

    def note(self, article: str, reader: str) -> None:
        """A page was opened; ``reader`` is the browser's name for itself. Robots do not count."""
        if reader and not _ROBOT.search(reader):
            self._seen[article, self._clock().date()] += 1

    async def run(self) -> None:
        """Write down what was counted, for as long as the server runs and once more at its end."""
        try:
            while True:
                await asyncio.sleep(KEPT_EVERY_SECONDS)
                await asyncio.to_thread(self.keep)
        finally:
            self.keep()

    def keep(self) -> None:
        """Write down what was counted; what cannot be written now is kept for the next time."""
        seen, self._seen = self._seen, Counter()
        if not seen:
            return
        try:
            with self._database.write() as session:
                for (article, day), times in seen.items():
                    row = session.get(ArticleReadingRow, (article, day.isoformat()))
                    row = row or ArticleReadingRow(article_id=article, day=day.isoformat())
                    row.times += times
                    session.add(row)
        except SQLAlchemyError:
            self._seen.update(seen)
            log.warning("how often help pages were read could not be written down", exc_info=True)


@dataclass(frozen=True, slots=True)
class _Reply:
    conversation_id: str
    seq: int
    reply_to: Sequence[int]
    sources: Sequence[Mapping[str, str | None]]
    sent_at: datetime


def _quoting(session: Session, since: datetime) -> Iterator[_Reply]:
    """The bot's replies that quote something, the latest first."""
    row = MessageRow
    columns = (row.conversation_id, row.seq, row.reply_to, row.sources, row.sent_at)
    statement = (
        columns_of(*(col(each) for each in columns))
        .where(col(row.author) == "bot", cast(col(row.sources), String) != "[]")
        .where(col(row.sent_at) >= since)
        .order_by(col(row.id).desc())
        .limit(MOST_QUOTING)
    )
    return (_Reply(*each) for each in session.connection().execute(statement))


def _quoted(sources: Iterable[Mapping[str, str | None]]) -> Iterator[tuple[str, str]]:
    """Where each source is read, without the place in it, and what was quoted of it."""
    for source in sources:
        yield str(source.get("url") or "").partition("#")[0], str(source.get("quote") or "")


def _by_address(session: Session) -> Mapping[str, str]:
    """The articles by all addresses under which they are, or were, read."""
    row = ArticleRow
    columns = columns_of(col(row.id), col(row.url), col(row.slug))
    rows = session.connection().execute(columns).all()
    moved = session.exec(select(ArticleAddressRow)).all()
    return {
        **{address_of(each.slug, None, None): each.article_id for each in moved},
        **{address_of(id, url, slug): id for id, url, slug in rows},
    }


def _asked(session: Session, conversation: str, seqs: Sequence[int]) -> str:
    rows = session.exec(
        select(MessageRow.text)
        .where(MessageRow.conversation_id == conversation, col(MessageRow.seq).in_(seqs))
        .order_by(col(MessageRow.seq))
    )
    return "\n".join(rows)
