"""Imports of articles that people begin at the desk: each is a row from its beginning to its end.

An uploaded file is read while its sender waits. A page or a site is read in the background, one at
a time, by a thread that ends with the process: what it stored stays, and the next server calls the
row interrupted.
"""

from __future__ import annotations

import logging
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic
from typing import IO, Any, Final

from sqlmodel import col, select, update

from bot.content.article_sites import read_site
from bot.content.article_sources import Kept
from bot.content.articles import Saving, put_articles
from bot.content.file_names import storable_name
from bot.store import Database
from bot.store.tables import ArticleImportRow
from knowledge import KnowledgeError, SkippedRecord, fetch_article, read_articles
from knowledge.articles.crawl import SiteCrawler, is_sitemap_address

log = logging.getLogger(__name__)
SHOWN: Final = 20
MOST_SKIPPED_KEPT: Final = 100
TOLD_EVERY_SECONDS: Final = 0.5
UNFINISHED: Final = ("waiting", "running")
Told = Callable[[], None]


@dataclass
class ImportCounts:
    """What came of an import so far; given out, nothing of it changes any more."""

    articles: int = 0
    kept: Kept = field(default_factory=Kept)
    left_out: int = 0
    skipped: list[dict[str, str]] = field(default_factory=list)

    def skip(self, record: SkippedRecord) -> None:
        """Note what was left out, and why."""
        self.left_out += 1
        if len(self.skipped) < MOST_SKIPPED_KEPT:
            self.skipped.append(
                {"where": record.source, "what": record.position, "reason": record.reason}
            )


def latest_imports(database: Database) -> list[ArticleImportRow]:
    """The last imports, the latest first."""
    with database.read() as session:
        latest = col(ArticleImportRow.started_at).desc()
        rows = session.exec(select(ArticleImportRow).order_by(latest).limit(SHOWN)).all()
        session.expunge_all()
        return list(rows)


def import_file(
    database: Database, name: str, content: IO[bytes], now: Callable[[], datetime], by: str
) -> ArticleImportRow:
    """Read an uploaded file or archive as `import articles` does, and store what is in it.

    Raises:
        KnowledgeError: nothing can be taken from it; the row says so, too.
    """
    row = _begin(database, "file", name, now(), by)
    with TemporaryDirectory(prefix="frontdesk-") as folder:
        path = Path(folder) / storable_name(name)
        with path.open("xb") as copy:
            shutil.copyfileobj(content, copy)
        counts = ImportCounts()
        with _recorded(database, row.id, counts, now, folder=f"{folder}/"):
            found = list(read_articles([path], counts.skip))
            counts.articles = len(found)
            counts.kept = Kept(put_articles(database, found, Saving(now(), by)))
    with database.read() as session:
        ended = session.get_one(ArticleImportRow, row.id)
        session.expunge(ended)
        return ended


class Crawling:
    """Reads pages and sites in the background. ``told`` is called in its thread on each news.

    ``read_page`` and ``crawler`` ask the web; tests pass others.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        told: Told,
        read_page: Callable[[str], Any] = fetch_article,
        crawler: Callable[[str, Any], SiteCrawler] = SiteCrawler,
    ) -> None:
        self._database = database
        self._clock = clock
        self._told = told
        self.read_page = read_page
        self.crawler = crawler
        self._orders: SimpleQueue[ArticleImportRow] = SimpleQueue()
        self._worker: Thread | None = None

    def settle(self) -> None:
        """Say of what an ended process left unfinished that it was interrupted."""
        with self._database.write() as session:
            session.execute(
                update(ArticleImportRow)
                .where(col(ArticleImportRow.state).in_(UNFINISHED))
                .values(state="interrupted", ended_at=self._clock())
            )

    def begin(self, address: str, by: str) -> ArticleImportRow:
        """Have a page read, or all pages of a sitemap; returns the import's row at once."""
        kind = "site" if is_sitemap_address(address) else "page"
        row = _begin(self._database, kind, address, self._clock(), by)
        self._orders.put(row)
        if self._worker is None:
            self._worker = Thread(target=self._work, name="crawling", daemon=True)
            self._worker.start()
        return row

    def _work(self) -> None:
        while True:
            order = self._orders.get()
            try:
                self._carry_out(order)
            except KnowledgeError:
                log.info("%s could not be read", order.name)  # The row says why.
            except Exception:
                log.exception("reading %s failed", order.name)
            self._told()

    def _carry_out(self, order: ArticleImportRow) -> None:
        counts, saving = ImportCounts(), Saving(self._clock(), order.started_by)
        _change(self._database, order.id, state="running")
        self._told()
        with _recorded(self._database, order.id, counts, self._clock):
            if order.kind == "page":
                article = self.read_page(order.name)
                counts.articles = 1
                counts.kept = Kept(put_articles(self._database, [article], saving))
                return
            progress = self._progress(order.id)
            with self.crawler(order.name, counts.skip) as crawler:
                site = read_site(self._database, order.name, crawler, counts.skip, progress, saving)
            counts.articles, counts.kept = len(site.articles), site.kept

    def _progress(self, id: str) -> Callable[[str, int, int], None]:
        told = 0.0

        def progress(_: str, done: int, total: int) -> None:
            nonlocal told
            if monotonic() - told > TOLD_EVERY_SECONDS or done == total:
                told = monotonic()
                _change(self._database, id, done=done, total=total)
                self._told()

        return progress


def _begin(database: Database, kind: str, name: str, now: datetime, by: str) -> ArticleImportRow:
    row = ArticleImportRow(
        id=secrets.token_hex(8), kind=kind, name=name, started_by=by, started_at=now
    )
    with database.write() as session:
        session.add(row)
        session.flush()
        session.expunge(row)
    return row


@contextmanager
def _recorded(
    database: Database,
    id: str,
    counts: ImportCounts,
    now: Callable[[], datetime],
    folder: str = "",
) -> Iterator[None]:
    """Write down how it ended; the ``folder`` that a file lay in meanwhile is nobody's business."""
    state: Mapping[str, Any] = {"state": "refused", "problem": "something went wrong on our side"}
    try:
        yield
        state = {"state": "done"}
    except KnowledgeError as error:
        problem = str(error).replace(folder, "") if folder else str(error)
        state = {"state": "refused", "problem": problem}
        raise type(error)(problem) from None
    finally:
        for each in counts.skipped:
            each.update({key: value.replace(folder, "") for key, value in each.items() if folder})
        _change(
            database,
            id,
            **state,
            articles=counts.articles,
            changed=counts.kept.changed,
            retired=counts.kept.retired,
            left_out=counts.left_out,
            skipped=counts.skipped,
            ended_at=now(),
        )


def _change(database: Database, id: str, **values: Any) -> None:
    with database.write() as session:
        session.execute(
            update(ArticleImportRow).where(col(ArticleImportRow.id) == id).values(**values)
        )
