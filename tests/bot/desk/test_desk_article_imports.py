"""Bringing articles in at the desk: files of every kind, pages and sites, refusals with reasons."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from bot.content.articles import all_articles
from bot.desk.users import Role
from bot.store.tables import ArticleImportRow
from knowledge import Article, ArticleId, FetchFailedError


@pytest.fixture
def eve(shop):
    return shop.person("Eve", Role.EDITOR)


def upload(shop, person, name: str, content: bytes):
    files = {"file": (name, content, "application/octet-stream")}
    return shop.client.post("/api/desk/knowledge/files", files=files, headers=person.headers)


def zipped(**members: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return held.getvalue()


def ended(person, seconds: float = 10):
    """The latest import, when it has ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        latest = person.get("knowledge/imports").json()["imports"][0]
        if latest["ended_at"]:
            return latest
        time.sleep(0.02)
    raise AssertionError("the import did not end")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("returns.md", b"# Returns\n\nWithin 30 days."),
        ("returns.txt", b"Within 30 days."),
        ("returns.html", b"<h1>Returns</h1><p>Within 30 days.</p>"),
        ("returns.jsonl", b'{"id": "returns", "title": "Returns", "body": "Within 30 days."}\n'),
        ("returns.csv", b"title,body\nReturns,Within 30 days.\n"),
        ("returns.zip", zipped(returns__md="Within 30 days.")),
        ("..\\..\\returns.md", b"Within 30 days."),
    ],
)
def test_files_of_all_kinds_become_articles(shop, eve, name, content):
    sent = upload(shop, eve, name, content)
    assert sent.status_code == 201, sent.text
    assert (sent.json()["state"], sent.json()["articles"], sent.json()["changed"]) == ("done", 1, 1)
    [article] = all_articles(shop.services.database)
    assert (article.id, "Within 30 days." in article.body) == ("returns", True)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("returns.exe", b"MZ", "articles are read from"),
        ("returns.zip", b"PK no", "is no readable zip file"),
        ("returns.jsonl", b'{"a": 1}\n', "holds no articles"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(shop, eve, name, content, reason):
    refused = upload(shop, eve, name, content)
    assert refused.status_code == 422
    assert refused.json()["detail"].startswith(f"{name}: ")
    assert reason in refused.json()["detail"]
    assert ended(eve)["problem"] == refused.json()["detail"]
    assert "/tmp" not in eve.get("knowledge/imports").text


def test_what_is_damaged_in_an_archive_is_named_and_the_rest_is_taken(shop, eve):
    sent = upload(
        shop, eve, "help.zip", zipped(good__md="Fine words.", bad__pdf="%PDF-1.4 no")
    ).json()
    assert (sent["articles"], sent["left_out"]) == (1, 1)
    assert sent["skipped"][0]["where"] == "help.zip:bad.pdf"


def test_a_long_name_is_no_obstacle(shop, eve):
    assert upload(shop, eve, "退" * 110 + ".md", b"Words.").status_code == 201


def test_agents_bring_nothing_in(shop):
    ada = shop.person("Ada")
    assert upload(shop, ada, "a.md", b"Words.").status_code == 404
    assert ada.post("knowledge/imports", {"url": "https://shop.example/"}).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["ftp://shop.example/a", "javascript:alert(1)", "https://u:p@shop.example/", "https://"],
)
def test_what_is_no_address_of_a_page_is_refused_at_once(eve, address):
    assert eve.post("knowledge/imports", {"url": address}).status_code == 422


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://[::1]/sitemap.xml"])
def test_private_addresses_are_refused_with_the_reason(eve, address):
    assert eve.post("knowledge/imports", {"url": address}).status_code == 202
    latest = ended(eve)
    assert latest["state"] == "refused"
    assert "not a public address" in latest["problem"]


def test_a_page_is_read_in_the_background(shop, eve):
    page = Article(ArticleId("page"), "Page", "Words.", url="https://shop.example/page")
    shop.services.crawling.read_page = lambda _: page
    assert (
        eve.post("knowledge/imports", {"url": "https://shop.example/page"}).json()["kind"] == "page"
    )
    assert (ended(eve)["state"], ended(eve)["articles"]) == ("done", 1)
    assert eve.get("articles/page").json()["saved_by"] == "eve@shop.example"


def test_one_that_fails_does_not_keep_the_next_from_being_read(shop, eve):
    def failing(address):
        raise (
            ZeroDivisionError if "bug" in address else FetchFailedError(f"{address}: answered 500")
        )

    shop.services.crawling.read_page = failing
    eve.post("knowledge/imports", {"url": "https://shop.example/bug"})
    assert ended(eve)["problem"] == "something went wrong on our side"
    eve.post("knowledge/imports", {"url": "https://shop.example/page"})
    assert ended(eve)["problem"] == "https://shop.example/page: answered 500"


def test_what_an_ended_server_left_is_called_interrupted(shop, eve):
    now = shop.services.clock()
    row = ArticleImportRow(
        id="x", kind="site", name="https://shop.example/sitemap.xml", state="running",
        started_by="eve", started_at=now,
    )  # fmt: skip
    with shop.services.database.write() as session:
        session.add(row)
    shop.services.crawling.settle()
    assert ended(eve)["state"] == "interrupted"
