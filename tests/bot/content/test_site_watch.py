"""Listed sites are crawled when they are due, by one process, and failures are shown."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands.context import Home
from bot.commands.doctor import _checks
from bot.content.site_crawls import begin_crawl, latest_crawl
from bot.content.site_watch import SiteWatch, import_command
from bot.settings import Settings
from bot.store import Database

NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)
SITE = "https://help.example/sitemap.xml"
HOUR = timedelta(hours=1)
WELL, BADLY = "pass", "import sys; print('the sitemap cannot be had', file=sys.stderr); sys.exit(1)"


@pytest.fixture
def home(tmp_path: Path):
    (tmp_path / "frontdesk.yaml").write_text(f"articles: {{sites: ['{SITE}'], crawl_hours: 2}}")
    settings = Settings.load(tmp_path, {})
    database = Database.open(settings.database_url)
    yield settings, database
    database.close()


class Watch:
    """A watch whose crawls run this script; ``crawled`` are the sites of its crawls."""

    def __init__(self, home: tuple[Settings, Database], script: str = WELL) -> None:
        self.now, self.script, self.crawled = NOON, script, list[str]()
        self.pool = ThreadPoolExecutor(1)
        self.watch = SiteWatch(home[1], self.pool, lambda: home[0], lambda: self.now, self._command)

    def _command(self, _: Settings, site: str) -> list[str]:
        self.crawled.append(site)
        return [sys.executable, "-c", self.script]

    def look(self, later: timedelta = timedelta()) -> None:
        self.now += later
        asyncio.run(self.watch.look())


def test_a_site_is_crawled_when_its_hours_have_passed(home) -> None:
    watch = Watch(home)
    watch.look()
    watch.look(HOUR)
    assert len(watch.crawled) == 1
    watch.look(HOUR)
    assert watch.crawled == [SITE, SITE]


def test_a_restarted_server_does_not_crawl_sooner(home) -> None:
    Watch(home).look()
    again = Watch(home)
    again.look(HOUR)
    assert again.crawled == []


def test_only_one_of_two_processes_begins(home) -> None:
    _, database = home
    begun = [begin_crawl(database, SITE, HOUR, NOON) for _ in range(2)]
    assert begun == [True, False]


def test_a_clock_that_ran_ahead_is_not_waited_for(home) -> None:
    _, database = home
    assert begin_crawl(database, SITE, HOUR, NOON + timedelta(days=400))
    assert begin_crawl(database, SITE, HOUR, NOON)


def test_a_failure_is_shown_until_a_crawl_succeeds(home) -> None:
    settings, database = home
    watch = Watch(home, BADLY)
    watch.look()
    assert watch.watch.failing == {SITE}
    assert latest_crawl(database, SITE).failure == "the sitemap cannot be had"
    (told,) = (each for each in _checks(Home(settings.home, {})) if each.name == f"site {SITE}")
    assert (told.ok, "the sitemap cannot be had" in told.says) == (False, True)

    watch.script = WELL
    watch.look(2 * HOUR)
    assert watch.watch.failing == set()
    assert latest_crawl(database, SITE).failure is None


def test_without_sites_nothing_is_crawled(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path, {})
    watch = Watch((settings, Database.open(settings.database_url)))
    watch.look()
    assert watch.crawled == []


def test_the_crawl_is_the_import_and_its_refusals_are_told(home) -> None:
    settings, database = home
    private = "http://127.0.0.1:9/sitemap.xml"
    file = settings.file.model_copy(
        update={"articles": settings.file.articles.model_copy(update={"sites": (private,)})}
    )
    settings = replace(settings, file=file)
    watch = SiteWatch(
        database, ThreadPoolExecutor(1), lambda: settings, lambda: NOON, import_command
    )
    asyncio.run(watch.look())
    assert "public" in (latest_crawl(database, private).failure or "")


@pytest.mark.parametrize("wrong", ["sites: ['ftp://x']", "sites: [help]", "crawl_hours: 0"])
def test_what_is_no_site_or_no_time_is_refused(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "frontdesk.yaml").write_text(f"articles: {{{wrong}}}")
    with pytest.raises(Exception, match="articles"):
        Settings.load(tmp_path, {})
