"""The articles of a site, by its sitemap: changed pages are read, vanished ones retired."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.content.article_sources import Kept, KnownPlace, ReadPlace, keep_places, known_places
from bot.content.articles import Saving
from bot.store import Database
from knowledge import SkippedRecord
from knowledge.articles.crawl import CrawledPage, Outcome, PageState, SiteCrawler
from knowledge.skipped import OnSkip

KEPT_AT_ONCE = 20
"""Pages stored in one transaction: what an interrupted crawl has read stays read."""
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class SiteRead:
    """What a crawl found: ``articles`` are all that the site gives now."""

    articles: tuple[str, ...]
    kept: Kept
    unchanged: int


def read_site(
    database: Database,
    site: str,
    crawler: SiteCrawler,
    on_skip: OnSkip,
    progress: Progress,
    saving: Saving = Saving(),
) -> SiteRead:
    """Bring the articles of ``site``, a sitemap's address, in step with its pages.

    Pages that were never asked for come first, so that no limit keeps them out again and again. A
    page that fails keeps its article. A page that the sitemap no longer lists, or that answers
    that it is gone, is retired; the former only where the whole sitemap was seen.

    Raises:
        KnowledgeError: the sitemap cannot be had; nothing is retired then.
    """
    known = known_places(database, site)
    listing = crawler.pages(known)
    keeping = _Keeping(database, site, known, saving)
    for done, url in enumerate(listing.pages, start=1):
        page = crawler.look(url, _state(known.get(url)))
        if page.reason:
            on_skip(SkippedRecord(site, url, page.reason))
        keeping.take(page)
        progress("pages", done, len(listing.pages))
    vanished = known.keys() - listing.listed if listing.whole and listing.listed else set()
    kept = keeping.finish(vanished)
    given = (id for each in known_places(database, site).values() for id in each.articles)
    return SiteRead(tuple(dict.fromkeys(given)), kept, keeping.unchanged)


class _Keeping:
    """Stores pages a few at a time; also those without an article, which are new no longer."""

    def __init__(
        self, database: Database, site: str, known: Mapping[str, KnownPlace], saving: Saving
    ) -> None:
        self._database = database
        self._site = site
        self._known = known
        self._saving = saving
        self._read: list[ReadPlace] = []
        self._kept = Kept()
        self.unchanged = 0

    def take(self, page: CrawledPage) -> None:
        """Note what became of a page."""
        before = self._known.get(page.url)
        if page.outcome is Outcome.GONE:
            if before is None or before.articles:
                self._add(ReadPlace(page.url, "", []))
        elif page.outcome is Outcome.FAILED:
            if before is None:
                self._add(ReadPlace(page.url, "", []))
        elif page.outcome is Outcome.UNCHANGED:
            self.unchanged += 1
        elif page.article is not None and page.state is not None:
            state = page.state
            self._add(
                ReadPlace(page.url, state.digest, [page.article], state.etag, state.last_modified)
            )

    def finish(self, vanished: set[str]) -> Kept:
        """Store the rest, and retire what vanished; returns what changed in the whole crawl."""
        self._keep(vanished)
        return self._kept

    def _add(self, place: ReadPlace) -> None:
        self._read.append(place)
        if len(self._read) == KEPT_AT_ONCE:
            self._keep(set())

    def _keep(self, gone: set[str]) -> None:
        if self._read or gone:
            kept = keep_places(self._database, self._site, self._read, gone, self._saving)
            self._kept = Kept(self._kept.changed + kept.changed, self._kept.retired + kept.retired)
        self._read = []


def _state(known: KnownPlace | None) -> PageState | None:
    return PageState(known.digest, known.etag, known.last_modified) if known is not None else None
