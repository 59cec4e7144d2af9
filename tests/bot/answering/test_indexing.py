"""An edited article is found at once; a whole build swaps in, and a killed one changes nothing."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from live import copy_home
from sqlmodel import col, func, select

from bot.answering import load_release
from bot.answering.article_index import caught_up, remove_abandoned, stale_articles
from bot.answering.indexing import Indexer
from bot.answering.releases import rebuild_index, rollback, serving_release
from bot.app import create_app
from bot.content.article_sources import ReadPlace, keep_places
from bot.content.articles import put_articles
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import VectorRow
from knowledge import Article, ArticleId
from nlu import Model
from retrieval import PassageIndex

LOCKS = Article(ArticleId("locks"), "Lost keys", "Every lock has a spare key, kept in our vault.")
WAIT_SECONDS = 60.0


@pytest.fixture
def home(prepared_home: Path, tmp_path: Path):
    settings = Settings.load(copy_home(prepared_home, tmp_path / "home"), {})
    database = Database.open(settings.database_url)
    yield settings, database
    database.close()


def found(index: PassageIndex | None, text: str = "spare key for my lock") -> list[str]:
    assert index is not None
    return [each.passage.article for each in index.search(text, None)]


def many(number: int) -> list[Article]:
    return [
        Article(ArticleId(f"part-{n}"), f"Part {n}", f"Part {n} fits wheel {n}. Order part {n}.")
        for n in range(number)
    ]


def kill_a_build(settings: Settings, database: Database, after: int) -> None:
    """End `frontdesk index` without warning once it has stored so many vectors."""
    before = count(database)
    command = [sys.executable, "-m", "bot.cli", "--home", str(settings.home), "index"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_until(lambda: count(database) > before + after)
    process.send_signal(signal.SIGKILL)
    process.wait()


def quiet(step: str, done: int, of: int) -> None:
    """Reports nothing."""


def test_what_changed_since_the_index_was_built_is_known(home):
    settings, database = home
    index = load_release(database, settings).retriever.index
    assert not stale_articles(database, index)

    put_articles(database, [LOCKS])
    stale = stale_articles(database, index)

    assert (list(stale.changed), set(stale.gone)) == (["locks"], set())


def test_edits_are_caught_up_latest_first_and_retired_articles_go(home):
    settings, database = home
    release = load_release(database, settings)
    index = release.retriever.index
    put_articles(database, many(3))
    keep_places(database, "folder", [ReadPlace("locks.md", "1", [LOCKS])])
    one = caught_up(database, release.model, index, stale_articles(database, index), 1)
    assert "locks" in found(one)
    assert len(stale_articles(database, one).changed) == 3

    keep_places(database, "folder", [], ["locks.md"])
    rest = caught_up(database, release.model, one, stale_articles(database, one), 10)
    assert "locks" not in found(rest)
    assert not stale_articles(database, rest)


def test_a_release_is_loaded_with_the_latest_edits(home):
    settings, database = home
    put_articles(database, [LOCKS])
    assert "locks" in found(load_release(database, settings).retriever.index)


def test_a_new_index_serves_in_the_same_release_and_rolling_back_still_works(home):
    settings, database = home
    before = serving_release(database)
    put_articles(database, [LOCKS])
    release, passages = rebuild_index(database, settings, "base", utc_now(), quiet)
    after = serving_release(database)

    assert release == before.id == after.id
    assert after.index_directory != before.index_directory
    index = PassageIndex.open(settings.home / after.index_directory, thorough=True)
    assert len(index) == passages
    assert "locks" in found(index)
    with pytest.raises(Exception, match="no earlier release"):
        rollback(database, utc_now())


def test_an_open_release_takes_the_new_index_up(home):
    settings, database = home
    before = load_release(database, settings)
    put_articles(database, [LOCKS])
    rebuild_index(database, settings, "base", utc_now(), quiet)
    after = load_release(database, settings, before)

    assert after.model is before.model
    assert after.retriever.index is not before.retriever.index
    assert after.retriever.index.changed_passages == 0


def test_directories_that_nothing_names_are_removed_after_a_while(home):
    settings, database = home
    abandoned, fresh = settings.indexes / ".x.building", settings.indexes / "fresh"
    for each in (abandoned, fresh):
        each.mkdir()
    os.utime(abandoned, (0, 0))
    serving = settings.home / serving_release(database).index_directory
    os.utime(serving, (0, 0))
    remove_abandoned(database, settings)

    assert (abandoned.exists(), fresh.exists(), serving.exists()) == (False, True, True)


def test_a_killed_build_leaves_the_old_index_and_its_work(home):
    settings, database = home
    put_articles(database, many(1_000))
    before, vectors = serving_release(database), count(database)
    kill_a_build(settings, database, after=200)

    assert serving_release(database).index_directory == before.index_directory
    assert PassageIndex.open(settings.home / before.index_directory, thorough=True)
    assert count(database) > vectors + 200


def test_a_build_encodes_only_what_a_killed_one_left(home, monkeypatch):
    settings, database = home
    put_articles(database, many(1_000))
    kill_a_build(settings, database, after=200)
    left, encoded, encode = count(database), [], Model.encode_together
    monkeypatch.setattr(
        Model,
        "encode_together",
        lambda self, texts: (encoded.extend(texts), encode(self, texts))[1],
    )
    rebuild_index(database, settings, "base", utc_now(), quiet)

    assert 0 < len(set(encoded)) == count(database) - left
    assert found(load_release(database, settings).retriever.index, "part 999")[0] == "part-999"


def test_many_changes_are_built_in_a_process_of_their_own(home, monkeypatch):
    settings, database = home
    release = load_release(database, settings)
    put_articles(database, many(250))
    started: list[list[str]] = []

    class Process:
        pid = os.getpid()

        def __init__(self, command: list[str], **_: object) -> None:
            started.append(command)

        def poll(self) -> int | None:
            return None

    monkeypatch.setattr("bot.answering.indexing.subprocess.Popen", Process)
    monkeypatch.setattr("bot.answering.indexing.os.setpriority", lambda *_: None)
    served: list[PassageIndex] = []

    async def serve(_: object, index: PassageIndex) -> None:
        served.append(index)

    async def run() -> None:
        indexer = Indexer(database, None, lambda: settings, lambda: release, serve, utc_now)
        await indexer.catch_up()
        assert await indexer.catch_up() is False
        put_articles(database, [LOCKS])
        await indexer.catch_up()

    asyncio.run(run())
    assert [command[-2:] for command in started] == [["index", "--json"]]
    assert [found(each)[0] for each in served] == ["locks"]


def test_an_article_stops_answering_when_its_last_day_has_passed_and_nobody_touched_it(home):
    settings, database = home
    put_articles(database, [replace(LOCKS, title="Lost keys (valid until May 2026)")])
    release, days = load_release(database, settings), [datetime(2026, 5, 31, 23, 0, tzinfo=UTC)]
    served: list[PassageIndex] = []

    async def serve(_: object, index: PassageIndex) -> None:
        served.append(index)

    async def run() -> None:
        indexer = Indexer(database, None, lambda: settings, lambda: release, serve, days.pop)
        await indexer.catch_up()
        assert served == []
        days.append(datetime(2026, 6, 1, 12, 0, tzinfo=UTC))
        await indexer.catch_up()

    assert "locks" in found(release.retriever.index)
    asyncio.run(run())
    assert ["locks" in found(index) for index in served] == [False]


def test_the_server_takes_up_edits_and_folders_while_it_runs(prepared_home, tmp_path):
    home = copy_home(prepared_home, tmp_path / "home")
    folder = home / "articles"
    folder.mkdir()
    settings = home / "frontdesk.yaml"
    written = settings.read_text("utf-8")
    assert "  folders: []\n" in written
    settings.write_text(written.replace("  folders: []", "  folders: [articles]"), "utf-8")
    app = create_app(Settings.load(home, {}))
    with TestClient(app) as client:
        services = app.state.services

        def finds(article: str) -> bool:
            return article in found(services.release().retriever.index)

        put_articles(services.database, [LOCKS])
        wait_until(lambda: finds("locks"))
        (folder / "keys.md").write_text("# Keys\n\nA spare key for your lock costs nine euros.")
        wait_until(lambda: finds("keys"))
        assert "nine euros" in client.get("/help/?q=spare+key").text
        (folder / "other.md").write_text("# Other\n\nSomething else.")
        (folder / "keys.md").unlink()
        wait_until(lambda: not finds("keys"))


def count(database: Database) -> int:
    with database.read() as session:
        return session.exec(select(func.count(col(VectorRow.text_hash)))).one()


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.05)
