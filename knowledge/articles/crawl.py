"""Reads the pages that a site's sitemap lists: those of the same host that robots.txt allows.

A page that was read before is asked for only if it changed since, by the marks that the site gave
with it, or else by its content. What becomes of the articles is not known here.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urljoin, urlsplit

from knowledge.articles.confined import ConfinedParser
from knowledge.articles.fetch import article_of
from knowledge.articles.robots import Robots
from knowledge.articles.sitemaps import Sitemap, read_sitemap
from knowledge.articles.web import ROBOT, WebAnswer, WebReader
from knowledge.errors import FetchFailedError, RefusedAddressError
from knowledge.records import Article
from knowledge.skipped import OnSkip, SkippedRecord

_OK = 200
_NOT_MODIFIED = 304
_GONE = frozenset({404, 410})
_FORBIDDEN = "robots.txt asks not to read it"
LONGEST_DELAY = 10.0
"""Seconds between two pages that a site is granted: at more, a crawl would see hardly any."""


@dataclass(frozen=True, slots=True)
class CrawlLimits:
    """How far to go for one site: pages, sitemaps, bytes of all answers, seconds altogether.

    Once ``listed`` pages are listed, no further sitemap is read.
    """

    pages: int = 2_000
    listed: int = 50_000
    sitemaps: int = 50
    bytes: int = 500 << 20
    seconds: float = 1_800.0


@dataclass(frozen=True, slots=True)
class PageState:
    """By what a page's next change is told: marks that the site gave, and the content's hash."""

    digest: str
    etag: str | None = None
    last_modified: str | None = None


class Outcome(StrEnum):
    """What a look at a page found. ``FAILED`` says nothing about the page: it stays as it was.
    ``NOT_ASKED`` is one that the limits leave for another crawl."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"
    FAILED = "failed"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class CrawledPage:
    """A listed page; ``article`` and ``state`` only where it is new or changed."""

    url: str
    outcome: Outcome
    article: Article | None = None
    state: PageState | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages of a site to look at, and all that it lists, be they forbidden or too many.

    ``whole`` is False where limits or failures left some out, so that nobody may conclude from a
    page's absence that it is gone.
    """

    pages: tuple[str, ...]
    listed: frozenset[str]
    whole: bool


class SiteCrawler:
    """One crawl of one site; used as a context."""

    def __init__(
        self,
        address: str,
        on_skip: OnSkip,
        limits: CrawlLimits | None = None,
        web: WebReader | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        begin_at: Callable[[int], int] = random.randrange,
    ) -> None:
        self._address = address
        self._on_skip = on_skip
        self._limits = limits or CrawlLimits()
        self._web = web or WebReader()
        self._clock = clock
        self._sleep = sleep
        self._begin_at = begin_at
        self._next_page = clock()
        self._until = clock() + self._limits.seconds
        self._bytes = 0
        self._parser = ConfinedParser()
        self._robots: Robots | None = None

    def __enter__(self) -> SiteCrawler:
        return self

    def __exit__(self, *_: object) -> None:
        self._parser.close()

    def pages(self, known: Collection[str] = ()) -> Listing:
        """The pages to look at, each once: first those that are not ``known``.

        Known ones follow from a place on that is another each time, so that no limit leaves out
        the same again and again.

        Raises:
            RefusedAddressError: the site's address is not a public one, or robots.txt forbids it.
            FetchFailedError: the sitemap, or robots.txt, cannot be had.
        """
        waiting, seen = [self._address], {self._address}
        pages: dict[str, None] = {}
        whole = True
        while waiting:
            many = self._too_many(len(seen), len(pages))
            if many:
                whole = False
                self._skip(self._address, f"lists more {many} of one site")
                break
            url = waiting.pop(0)
            try:
                found = self._sitemap(url)
            except (FetchFailedError, RefusedAddressError) as error:
                if url == self._address:
                    raise
                whole = False
                self._skip(url, str(error))
                continue
            pages.update(dict.fromkeys(each for each in found.pages if self._is_ours(each)))
            further = [each for each in dict.fromkeys(found.sitemaps) if each not in seen]
            waiting += [each for each in further if self._is_ours(each)]
            seen.update(further)
        allowed = [url for url in pages if self._is_allowed(url)]
        kept = tuple(self._in_turn(allowed, known))[: self._limits.pages]
        if len(kept) < len(allowed):
            whole = False
            reason = f"lists {len(allowed):,} pages; {len(kept):,} at a time are read"
            self._skip(self._address, reason)
        return Listing(kept, frozenset(pages), whole)

    def _too_many(self, sitemaps: int, pages: int) -> str:
        if sitemaps > self._limits.sitemaps:
            return "sitemaps than are read"
        return "pages than are taken in" if pages > self._limits.listed else ""

    def _in_turn(self, pages: Sequence[str], known: Collection[str]) -> list[str]:
        before = [url for url in pages if url in known]
        place = self._begin_at(len(before)) if before else 0
        return [*(url for url in pages if url not in known), *before[place:], *before[:place]]

    def look(self, url: str, before: PageState | None) -> CrawledPage:
        """What has become of a page since it was in the state ``before``."""
        if self._clock() > self._until or self._bytes > self._limits.bytes:
            reason = "the limits of this crawl are reached"
            return CrawledPage(url, Outcome.NOT_ASKED, reason=reason)
        try:
            self._check(url)
            self._wait()
            answer = self._get(url, _conditions(before))
        except (FetchFailedError, RefusedAddressError) as error:
            return CrawledPage(url, Outcome.FAILED, reason=str(error))
        if answer.status in _GONE:
            return CrawledPage(url, Outcome.GONE, reason=f"answered {answer.status}")
        if answer.status == _NOT_MODIFIED and before is not None:
            return CrawledPage(url, Outcome.UNCHANGED)
        digest = hashlib.sha256(answer.content).hexdigest()
        state = PageState(digest, answer.etag, answer.last_modified)
        if answer.status == _OK and before is not None and before.digest == digest:
            return CrawledPage(url, Outcome.UNCHANGED, state=state)
        try:
            article = article_of(answer, self._parser)
        except FetchFailedError as error:
            return CrawledPage(url, Outcome.FAILED, reason=str(error))
        return CrawledPage(url, Outcome.CHANGED, article, state)

    def _sitemap(self, url: str) -> Sitemap:
        answer = self._get(url, {})
        if answer.status != _OK:
            raise FetchFailedError(f"{url}: answered {answer.status}")
        return read_sitemap(url, answer.content)

    def _get(self, url: str, headers: dict[str, str]) -> WebAnswer:
        answer = self._web.get(url, headers, self._check)
        self._bytes += len(answer.content)
        return answer

    def _wait(self) -> None:
        """Until the site wants to be asked for its next page."""
        delay = min(self._rules().delay, LONGEST_DELAY)
        until = max(self._next_page, self._clock())
        if until > self._clock():
            self._sleep(until - self._clock())
        self._next_page = until + delay

    def _check(self, url: str) -> None:
        if not self._is_same_host(url):
            raise RefusedAddressError(f"{url}: is on another host than {self._address}")
        if not self._rules().allows(url):
            raise RefusedAddressError(f"{url}: {_FORBIDDEN}")

    def _rules(self) -> Robots:
        """What robots.txt says: without one everything may be read, unreachable nothing."""
        if self._robots is None:
            answer = self._web.get(urljoin(self._address, "/robots.txt"))
            if answer.status >= 500:
                raise FetchFailedError(
                    f"{answer.url}: answered {answer.status}, so nobody knows what may be read; "
                    "try again later"
                )
            self._robots = Robots(answer.content if answer.status == _OK else b"", ROBOT)
        return self._robots

    def _is_ours(self, url: str) -> bool:
        if self._is_same_host(url):
            return True
        self._skip(url, "is on another host")
        return False

    def _is_allowed(self, url: str) -> bool:
        if self._rules().allows(url):
            return True
        self._skip(url, _FORBIDDEN)
        return False

    def _is_same_host(self, url: str) -> bool:
        try:
            return _host(url) == _host(self._address)
        except ValueError:
            return False

    def _skip(self, url: str, reason: str) -> None:
        self._on_skip(SkippedRecord(self._address, url, reason))


def is_sitemap_address(url: str) -> bool:
    """Whether an address names a sitemap, by how it ends."""
    name = urlsplit(url).path.rsplit("/", 1)[-1].lower().removesuffix(".gz")
    return name.endswith(".xml") or (name.endswith(".txt") and "sitemap" in name)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _conditions(before: PageState | None) -> dict[str, str]:
    if before is None:
        return {}
    found = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
    return {name: value for name, value in found.items() if value}
