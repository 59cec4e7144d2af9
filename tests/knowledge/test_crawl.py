"""A crawl stays on its host, asks as robots.txt wants, and reads again only what changed."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from fakes.local_site import LocalSite, Page, local_web, serving

from knowledge import FetchFailedError, RefusedAddressError, SkippedRecord
from knowledge.articles.crawl import (
    LONGEST_DELAY,
    CrawlLimits,
    Outcome,
    SiteCrawler,
    is_sitemap_address,
)
from knowledge.skipped import ignore_skipped


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with serving(LocalSite()) as site:
        for path, text in (("/fees", "Fees"), ("/returns", "Returns")):
            site.put(path, text)
        site.list_pages("/fees", "/returns")
        yield site


def crawler(site: LocalSite, limits: CrawlLimits | None = None) -> SiteCrawler:
    skipped.clear()
    return SiteCrawler(site.url("/sitemap.xml"), skipped.append, limits, local_web())


skipped: list[SkippedRecord] = []


def test_every_listed_page_becomes_an_article(site: LocalSite) -> None:
    with crawler(site) as crawl:
        listing = crawl.pages()
        pages = [crawl.look(url, None) for url in listing.pages]

    assert listing.whole
    assert [page.article.title for page in pages if page.article] == ["Fees", "Returns"]
    assert pages[0].article is not None
    assert pages[0].article.url == site.url("/fees")


@pytest.mark.parametrize(
    "mark", [{"ETag": '"1"'}, {"Last_Modified": "Mon, 02 Mar 2026 00:00:00 GMT"}]
)
def test_a_page_with_the_same_mark_is_not_sent_again(site: LocalSite, mark: dict[str, str]) -> None:
    site.put("/fees", "Fees", **mark)
    with crawler(site) as crawl:
        first = crawl.look(site.url("/fees"), None)
        again = crawl.look(site.url("/fees"), first.state)

    assert again.outcome is Outcome.UNCHANGED
    assert site.asked[-1] == ("/fees", 304)


def test_without_marks_the_content_tells_what_changed(site: LocalSite) -> None:
    with crawler(site) as crawl:
        first = crawl.look(site.url("/fees"), None)
        same = crawl.look(site.url("/fees"), first.state)
        site.put("/fees", "New fees")
        changed = crawl.look(site.url("/fees"), first.state)

    assert (same.outcome, changed.outcome) == (Outcome.UNCHANGED, Outcome.CHANGED)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(404, Outcome.GONE), (410, Outcome.GONE), (500, Outcome.FAILED), (403, Outcome.FAILED)],
)
def test_a_page_is_gone_only_where_the_site_says_so(
    site: LocalSite, status: int, outcome: Outcome
) -> None:
    site.pages["/fees"] = Page(b"<p>No</p>", status)
    with crawler(site) as crawl:
        assert crawl.look(site.url("/fees"), None).outcome is outcome


def test_other_hosts_are_left_alone_also_behind_a_redirect(site: LocalSite) -> None:
    site.pages["/away"] = Page(status=302, headers={"Location": site.url("/fees", "other.example")})
    site.list_pages("/fees", "/away")
    text = site.pages["/sitemap.xml"].body.decode()
    site.pages["/sitemap.xml"].body = text.replace("shop.example", "other.example", 1).encode()
    with crawler(site) as crawl:
        assert crawl.pages().pages == (site.url("/away"),)
        assert "another host" in crawl.look(site.url("/away"), None).reason
    assert [each.reason for each in skipped] == ["is on another host"]


def test_what_robots_txt_forbids_is_not_asked_for(site: LocalSite) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: Frontdesk\nDisallow: /fees\n")
    with crawler(site) as crawl:
        page = crawl.look(site.url("/fees"), None)

    assert (page.outcome, "robots.txt" in page.reason) == (Outcome.FAILED, True)
    assert "/fees" not in [path for path, _ in site.asked]


def test_what_robots_txt_forbids_is_told_and_not_among_the_pages(site: LocalSite) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /fees\n")
    with crawler(site) as crawl:
        listing = crawl.pages()

    assert (listing.pages, listing.whole) == ((site.url("/returns"),), True)
    assert listing.listed == {site.url("/fees"), site.url("/returns")}
    assert [each.reason for each in skipped] == ["robots.txt asks not to read it"]


def test_new_pages_come_first_and_known_ones_from_another_place_each_time(site: LocalSite) -> None:
    paths = ("/a", "/b", "/c", "/d", "/e")
    site.list_pages(*paths)
    known = {site.url(path) for path in ("/a", "/b", "/d")}
    orders = []
    for place in range(3):
        with SiteCrawler(
            site.url("/sitemap.xml"),
            ignore_skipped,
            None,
            local_web(),
            begin_at=lambda _, at=place: at,
        ) as crawl:
            orders.append("".join(url[-1] for url in crawl.pages(known).pages))

    assert orders == ["ceabd", "cebda", "cedab"]


def test_a_new_page_behind_the_limit_is_read_before_known_ones(site: LocalSite) -> None:
    with crawler(site, CrawlLimits(pages=1)) as crawl:
        listing = crawl.pages({site.url("/fees")})

    assert listing.pages == (site.url("/returns"),)


def test_with_too_many_pages_no_further_sitemap_is_read_and_that_is_told(site: LocalSite) -> None:
    parts = f"<sitemap><loc>{site.url('/sitemap.xml')}</loc></sitemap>"
    parts += f"<sitemap><loc>{site.url('/more.xml')}</loc></sitemap>"
    site.pages["/index.xml"] = Page(f"<sitemapindex>{parts}</sitemapindex>".encode())
    limits = CrawlLimits(listed=1)
    with SiteCrawler(site.url("/index.xml"), skipped.append, limits, local_web()) as crawl:
        skipped.clear()
        assert not crawl.pages().whole

    assert [each.reason for each in skipped] == ["lists more pages than are taken in of one site"]
    assert "/more.xml" not in [path for path, _ in site.asked]


def test_nothing_is_read_while_robots_txt_cannot_be_had(site: LocalSite) -> None:
    site.pages["/robots.txt"] = Page(status=503)
    with crawler(site) as crawl, pytest.raises(FetchFailedError, match="try again later"):
        crawl.pages()


def test_a_forbidden_sitemap_is_refused(site: LocalSite) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /\n")
    with crawler(site) as crawl, pytest.raises(RefusedAddressError, match=r"robots\.txt"):
        crawl.pages()


def test_sitemaps_of_sitemaps_are_followed_once_each(site: LocalSite) -> None:
    index = "".join(
        f"<sitemap><loc>{site.url(path)}</loc></sitemap>"
        for path in ("/sitemap.xml", "/more.xml.gz", "/index.xml")
    )
    site.pages["/index.xml"] = Page(f"<sitemapindex>{index}</sitemapindex>".encode())
    more = f"<urlset><url><loc>{site.url('/returns')}</loc></url></urlset>"
    site.pages["/more.xml.gz"] = Page(gzip.compress(more.encode()))
    with SiteCrawler(site.url("/index.xml"), skipped.append, None, local_web()) as crawl:
        assert crawl.pages().pages == (site.url("/fees"), site.url("/returns"))


def test_a_lost_part_of_a_sitemap_says_nothing_of_its_pages(site: LocalSite) -> None:
    parts = f"<sitemap><loc>{site.url('/sitemap.xml')}</loc></sitemap>"
    parts += f"<sitemap><loc>{site.url('/lost.xml')}</loc></sitemap>"
    site.pages["/index.xml"] = Page(f"<sitemapindex>{parts}</sitemapindex>".encode())
    with SiteCrawler(site.url("/index.xml"), skipped.append, None, local_web()) as crawl:
        listing = crawl.pages()

    assert (len(listing.pages), listing.whole) == (2, False)


@pytest.mark.parametrize(
    "limits", [CrawlLimits(bytes=10), CrawlLimits(seconds=-1)], ids=["bytes", "seconds"]
)
def test_past_its_limits_a_crawl_says_that_it_stopped(site: LocalSite, limits: CrawlLimits) -> None:
    with crawler(site, limits) as crawl:
        crawl.pages()
        page = crawl.look(site.url("/fees"), None)
        assert (page.outcome, "limits" in page.reason) == (Outcome.NOT_ASKED, True)


def test_no_more_pages_are_listed_than_wanted(site: LocalSite) -> None:
    with crawler(site, CrawlLimits(pages=1)) as crawl:
        listing = crawl.pages()

    assert (listing.pages, listing.whole) == ((site.url("/fees"),), False)
    assert [each.reason for each in skipped] == ["lists 2 pages; 1 at a time are read"]


@pytest.mark.parametrize(("wanted", "granted"), [("4", 4), ("900", LONGEST_DELAY)])
def test_between_two_pages_passes_the_time_that_the_site_asks_for(
    site: LocalSite, wanted: str, granted: float
) -> None:
    site.pages["/robots.txt"] = Page(f"User-agent: *\nCrawl-delay: {wanted}\n".encode())
    now, slept = 100.0, []

    def sleep(seconds: float) -> None:
        nonlocal now
        slept.append(seconds)
        now += seconds

    url = site.url("/sitemap.xml")
    with SiteCrawler(url, ignore_skipped, None, local_web(), lambda: now, sleep) as crawl:
        for path in ("/fees", "/returns", "/fees"):
            now += 1
            crawl.look(site.url(path), None)

    assert slept == [granted - 1, granted - 1]


def test_no_time_passes_for_a_page_that_is_not_asked_for(site: LocalSite) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 4\nDisallow: /no\n")
    slept: list[float] = []
    url = site.url("/sitemap.xml")
    with SiteCrawler(url, ignore_skipped, None, local_web(), lambda: 100.0, slept.append) as crawl:
        found = [crawl.look(site.url(path), None).outcome for path in ("/no/1", "/no/2", "/fees")]

    assert (found, slept) == ([Outcome.FAILED, Outcome.FAILED, Outcome.CHANGED], [])


@pytest.mark.parametrize(
    "body",
    [b"<html><body>Not found</body></html>", b"", b"<urlset>", b"\x1f\x8b damaged",
     b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nothing>&b;</nothing>'],
)  # fmt: skip
def test_what_is_no_sitemap_is_refused(site: LocalSite, body: bytes) -> None:
    site.pages["/sitemap.xml"] = Page(body)
    with crawler(site) as crawl, pytest.raises(FetchFailedError, match=r"sitemap\.xml"):
        crawl.pages()


def test_sitemaps_are_told_by_their_addresses() -> None:
    sitemaps = ["https://a.example/sitemap.xml", "https://a.example/s/maps.xml.gz?x=1"]
    assert all(map(is_sitemap_address, [*sitemaps, "https://a.example/sitemap.txt"]))
    assert not any(map(is_sitemap_address, ["https://a.example/", "https://a.example/notes.txt"]))
