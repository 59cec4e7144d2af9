"""What a folder or a site no longer has is retired; what only moved keeps its old address."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fakes.local_site import LocalSite, Page, local_web, serving
from situations import NOON

from bot.content.article_addresses import HelpPlace, find_place
from bot.content.article_editing import (
    ArticleText,
    retire_article,
    stored_article,
    update_article,
)
from bot.content.article_folders import FolderRead, read_folder, state_of
from bot.content.article_sites import SiteRead, read_site
from bot.content.article_sources import Kept, ReadPlace, edited_at_desk, keep_places, read_again
from bot.content.article_versions import mark_outdated
from bot.content.articles import (
    Saving,
    all_articles,
    article_versions,
    get_article,
    outdated_articles,
    put_articles,
)
from bot.content.generation import generation
from bot.store.tables import ArticleRow
from knowledge import Article, ArticleId, FetchFailedError, SkippedRecord, UnreadableFileError
from knowledge.articles.crawl import CrawlLimits, SiteCrawler

skipped: list[SkippedRecord] = []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    write(folder / "fees.md", "# Fees\n\nThere are none.")
    write(folder / "uk" / "returns.md", "# Returns\n\nThirty days.")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def read(database, folder: Path) -> FolderRead:
    skipped.clear()
    return read_folder(database, folder, skipped.append)


def bodies(database) -> dict[str, str]:
    return {each.id: each.body for each in all_articles(database)}


def test_a_link_out_of_the_folder_is_passed_over_and_one_within_is_read(database, folder):
    private = folder.parent / "private.md"
    write(private, "# Salaries\n\nNobody may read this.")
    (folder / "salaries.md").symlink_to(private)
    with zipfile.ZipFile(folder.parent / "private.zip", "w") as archive:
        archive.writestr("wages.md", "# Wages\n\nNor this.")
    (folder / "packed.zip").symlink_to(folder.parent / "private.zip")
    (folder / "costs.md").symlink_to(folder / "fees.md")
    read(database, folder)
    assert sorted(bodies(database)) == ["costs", "fees", "uk-returns"]
    told = {Path(each.source).name for each in skipped if "leads out" in each.reason}
    assert told == {"salaries.md", "packed.zip"}


def test_a_link_to_itself_stops_nothing_and_hidden_ones_are_not_told(database, folder):
    (folder / "round.md").symlink_to(folder / "round.md")
    (folder / ".trash").mkdir()
    (folder / ".trash" / "out.md").symlink_to(folder.parent)
    read(database, folder)
    assert sorted(bodies(database)) == ["fees", "uk-returns"]
    assert not [each for each in skipped if "out.md" in each.source]


def test_a_folder_is_read_and_then_only_what_changed(database, folder):
    first, again = read(database, folder), read(database, folder)
    write(folder / "fees.md", "# Fees\n\nFive euros.")
    third = read(database, folder)

    assert (first.kept.changed, again.kept.changed, third.kept.changed) == (2, 0, 1)
    assert sorted(third.articles) == ["fees", "uk-returns"]
    assert "Five euros." in bodies(database)["fees"]


def test_a_file_that_did_not_change_is_not_parsed_again(database, folder, monkeypatch):
    read(database, folder)
    before = generation(database)
    monkeypatch.setattr("bot.content.article_folders.read_source", None)
    os.utime(folder / "fees.md")

    assert read(database, folder).kept.changed == 0
    assert generation(database) == before


def test_a_deleted_file_takes_its_article_with_it_until_it_is_back(database, folder):
    read(database, folder)
    (folder / "fees.md").unlink()
    gone = read(database, folder)
    assert (gone.kept.retired, list(bodies(database))) == (1, ["uk-returns"])
    assert find_place(database, "fees") == HelpPlace(gone=True)

    write(folder / "fees.md", "# Fees\n\nThere are none.")
    assert read(database, folder).kept.changed == 1
    assert find_place(database, "fees") == HelpPlace("fees")


def test_a_moved_file_leaves_an_address_that_leads_on(database, folder):
    read(database, folder)
    (folder / "fees.md").rename(folder / "uk" / "costs.md")
    read(database, folder)

    assert list(bodies(database)) == ["uk-costs", "uk-returns"]
    assert find_place(database, "fees") == HelpPlace(moved_to="uk-costs")


def test_an_article_with_a_new_id_in_the_same_file_leads_on_too(database, folder):
    read(database, folder)
    write(folder / "fees.md", "---\nid: costs\n---\n# Costs\n\nThere are some now.")
    read(database, folder)

    assert find_place(database, "fees") == HelpPlace(moved_to="costs")


def test_an_article_of_two_places_stays_while_one_has_it(database, folder):
    read(database, folder)
    fees = next(each for each in all_articles(database) if each.id == "fees")
    keep_places(database, "elsewhere", [ReadPlace("page", "1", [fees])])
    (folder / "fees.md").unlink()

    assert read(database, folder).kept.retired == 0


def test_a_damaged_file_keeps_the_article_that_it_gave(database, folder):
    write(folder / "fees.html", "<html><body><p>These are the fees of today.</p></body></html>")
    (folder / "fees.md").unlink()
    read(database, folder)
    write(folder / "fees.html", "")
    found = read(database, folder)

    assert found.kept.retired == 0
    assert "fees of today" in bodies(database)["fees"]
    read(database, folder)
    assert "fees.html" in skipped[0].source


def test_a_damaged_record_keeps_its_article_and_the_others_change(database, folder):
    lines = [
        '{"id": "a", "title": "A", "body": "One."}',
        '{"id": "b", "title": "B", "body": "Two."}',
    ]
    write(folder / "all.jsonl", "\n".join(lines))
    read(database, folder)
    write(folder / "all.jsonl", lines[0].replace("One.", "Three.") + '\n{"id": "b", "title": ')
    found = read(database, folder)

    assert (found.kept.changed, found.kept.retired) == (1, 0)
    assert (bodies(database)["a"], bodies(database)["b"]) == ("Three.", "Two.")


def test_an_empty_folder_may_be_a_missing_disk_and_retires_nothing(database, folder):
    read(database, folder)
    for file in [*folder.rglob("*.md")]:
        file.unlink()

    assert read(database, folder).kept.retired == 0
    assert len(bodies(database)) == 2
    assert "nothing was retired" in skipped[0].reason


def test_a_folder_that_is_not_there_is_refused(database, tmp_path):
    with pytest.raises(UnreadableFileError, match="no such folder"):
        read(database, tmp_path / "nowhere")


def test_the_second_file_with_an_id_is_told(database, folder):
    write(folder / "more.md", "---\nid: fees\n---\nOther fees.")
    found = read(database, folder)

    assert len(found.articles) == 2
    assert "was taken in fees.md" in skipped[0].reason


def test_the_second_row_with_an_id_in_one_file_is_told_and_leaves_the_first(database, folder):
    (folder / "more.csv").write_text("title,body\nHire,Nine euros.\nHire,Five euros.\n")
    read(database, folder)

    assert "was taken in more.csv" in skipped[0].reason
    assert bodies(database)["hire"] == "Nine euros."


def test_the_mark_of_a_document_that_is_open_in_word_is_no_article(database, folder):
    (folder / "~$fees.docx").write_bytes(b"somebody")
    assert len(read(database, folder).articles) == 2
    assert skipped == []


def test_the_state_of_a_folder_changes_with_its_files(folder):
    states = [state_of(folder)]
    write(folder / "new.md", "New.")
    states.append(state_of(folder))
    (folder / "new.md").unlink()
    write(folder / ".hidden" / "x.md", "Hidden.")

    assert states[0] != states[1]
    assert state_of(folder) == states[0]


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with serving(LocalSite()) as site:
        for path, text in (("/fees", "Fees"), ("/returns", "Returns")):
            site.put(path, text)
        site.list_pages("/fees", "/returns")
        yield site


def crawl(
    database, site: LocalSite, limits: CrawlLimits | None = None, begin_at: int = 0
) -> SiteRead:
    skipped.clear()
    address, web = site.url("/sitemap.xml"), local_web()
    with SiteCrawler(address, skipped.append, limits, web, begin_at=lambda _: begin_at) as crawler:
        return read_site(database, address, crawler, skipped.append, lambda *_: None)


def test_crawling_again_touches_only_what_changed(database, site):
    assert crawl(database, site).kept.changed == 2
    quiet = generation(database)
    site.put("/fees", "New fees")
    again = crawl(database, site)

    assert (again.kept.changed, again.unchanged, len(again.articles)) == (1, 1, 2)
    assert generation(database) == quiet + 1


def test_pages_that_vanished_are_retired(database, site):
    crawl(database, site)
    site.list_pages("/fees")
    assert crawl(database, site).kept.retired == 1
    site.pages["/fees"] = Page(status=410)
    assert crawl(database, site).kept.retired == 1
    assert bodies(database) == {}


def test_what_cannot_be_reached_today_stays(database, site):
    crawl(database, site)
    site.pages["/fees"] = Page(status=500)
    assert crawl(database, site).kept.retired == 0
    site.pages["/sitemap.xml"] = Page(status=500)
    with pytest.raises(FetchFailedError, match="500"):
        crawl(database, site)
    assert len(bodies(database)) == 2


def test_a_crawl_that_stopped_early_retires_nothing(database, site):
    crawl(database, site)
    assert crawl(database, site, CrawlLimits(pages=1)).kept.retired == 0


def test_pages_that_were_never_read_come_before_those_that_were(database, site):
    crawl(database, site)
    site.put("/new", "New")
    site.list_pages("/fees", "/returns", "/new")
    site.asked.clear()
    crawl(database, site)
    assert pages_asked(site) == ["/new", "/fees", "/returns"]


def pages_asked(site: LocalSite) -> list[str]:
    return [path for path, _ in site.asked if path not in ("/robots.txt", "/sitemap.xml")]


@pytest.mark.parametrize("status", [404, 500])
def test_a_page_that_fails_does_not_lead_every_crawl(database, site, status):
    site.pages["/broken"] = Page(status=status)
    site.list_pages("/broken", "/fees", "/returns")
    crawl(database, site)
    site.asked.clear()
    crawl(database, site, begin_at=1)
    assert pages_asked(site) == ["/fees", "/returns", "/broken"]

    site.put("/broken", "Mended")
    assert crawl(database, site).kept.changed == 1
    assert len(bodies(database)) == 3


def test_a_limit_leaves_out_other_pages_the_next_time(database, site):
    crawl(database, site)
    site.put("/returns", "New returns")
    assert crawl(database, site, CrawlLimits(pages=1), begin_at=1).kept.changed == 1


def test_what_a_limit_left_out_is_still_new_the_next_time(database, site):
    site.list_pages("/returns")
    crawl(database, site, CrawlLimits(seconds=-1))
    site.list_pages("/returns", "/fees")
    crawl(database, site, CrawlLimits(pages=1))
    (body,) = bodies(database).values()
    assert body.startswith("# Returns")


def test_a_page_that_robots_txt_forbids_since_stays_until_it_is_no_longer_listed(database, site):
    crawl(database, site)
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /fees\n")
    assert crawl(database, site).kept.retired == 0
    site.list_pages("/returns")
    assert crawl(database, site).kept.retired == 1


def test_an_article_at_two_addresses_is_counted_once(database, site):
    site.pages["/old-fees"] = Page(status=301, headers={"Location": "/fees"})
    site.list_pages("/fees", "/old-fees")
    assert len(crawl(database, site).articles) == 1


OLD = Article(
    ArticleId("returns-2023"),
    "Returns",
    "You have 14 days. Keep the box. Write to us first. We pay the postage.",
    updated_at=NOON,
)
NEW = replace(
    OLD,
    id=ArticleId("returns-2025"),
    body=OLD.body.replace("14", "30"),
    updated_at=NOON + timedelta(days=400),
)


def test_an_older_version_stops_answering_and_leads_to_the_newer(database):
    put_articles(database, [OLD, NEW])

    assert list(bodies(database)) == ["returns-2025"]
    assert list(article_versions(database)) == ["returns-2025"]
    assert find_place(database, "returns-2023") == HelpPlace(moved_to="returns-2025")


def test_it_answers_again_once_the_newer_is_gone(database):
    keep_places(database, "folder", [ReadPlace("new", "1", [NEW])])
    put_articles(database, [OLD])
    assert list(bodies(database)) == ["returns-2025"]
    keep_places(database, "folder", [], ["new"])
    assert list(bodies(database)) == ["returns-2023"]


def test_a_version_in_the_id_tells_which_is_older_where_no_date_does(database):
    put_articles(database, [replace(each, updated_at=None) for each in (OLD, NEW)])
    assert list(bodies(database)) == ["returns-2025"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Returns of 2025 models"},
        {"language": "de"},
        {"body": "Send it to Berlin. Add the slip. Wait for the mail. Call us."},
        {"updated_at": None, "id": ArticleId("returns-uk")},
    ],
    ids=["another title", "another language", "other words", "nobody knows which is later"],
)
def test_what_only_looks_like_a_version_goes_on_answering(database, change):
    put_articles(database, [OLD, replace(NEW, **change)])
    assert len(bodies(database)) == 2


HELD = replace(OLD, id=ArticleId("held"), title="Returns (valid until February 2026)")


def test_an_article_that_held_until_a_day_that_has_passed_stops_answering(database):
    put_articles(database, [HELD, NEW])
    mark_outdated(database, datetime(2026, 3, 1, 11, 0, tzinfo=UTC))
    assert len(bodies(database)) == 2  # it is February somewhere

    mark_outdated(database, datetime(2026, 3, 1, 12, 0, tzinfo=UTC))
    assert list(bodies(database)) == list(article_versions(database)) == ["returns-2025"]
    assert find_place(database, "held") == HelpPlace(gone=True)
    assert outdated_articles(database, ["held", "returns-2025"]) == {"held": date(2026, 2, 28)}


def test_it_answers_again_once_it_says_that_it_holds_longer(database):
    put_articles(database, [HELD])
    mark_outdated(database, NOON)
    before = generation(database)
    mark_outdated(database, NOON)
    assert (list(bodies(database)), generation(database)) == ([], before)

    put_articles(database, [replace(HELD, title="Returns (valid until March 2026)")])
    mark_outdated(database, NOON)
    assert list(bodies(database)) == ["held"]
    assert find_place(database, "held") == HelpPlace("held")


def test_the_latest_of_three_versions_answers(database):
    third = replace(NEW, id=ArticleId("returns"), updated_at=NOON + timedelta(days=800))
    put_articles(database, [third, OLD, NEW])

    assert list(bodies(database)) == ["returns"]
    assert find_place(database, "returns-2023") == HelpPlace(moved_to="returns")


def test_the_latest_change_is_listed_first(database):
    put_articles(database, [Article(ArticleId(name), name, f"Text {name}.") for name in "abc"])
    put_articles(database, [Article(ArticleId("b"), "b", "Another text.")])
    assert next(iter(article_versions(database))) == "b"


def test_an_address_that_is_taken_is_not_given_again(database):
    put_articles(database, [Article(ArticleId("a"), "A", "One.", slug="fees")])
    put_articles(database, [Article(ArticleId("b"), "B", "Two.", slug="fees")])

    assert find_place(database, "fees") == HelpPlace("a")
    assert find_place(database, "b") == HelpPlace("b")


def test_an_id_is_its_articles_own_address_before_it_is_anothers_slug(database):
    put_articles(database, [Article(ArticleId("a"), "A", "One.", slug="fees")])
    put_articles(database, [Article(ArticleId("fees"), "Fees", "Two.")])

    assert find_place(database, "fees") == HelpPlace("fees")
    assert find_place(database, "a") == HelpPlace("a")


def test_versions_that_contradict_each_other_all_go_on_answering(database):
    by_date = replace(NEW, id=ArticleId("returns-v1"))
    by_id = replace(OLD, id=ArticleId("returns-v2"), updated_at=None)
    older = replace(OLD, id=ArticleId("returns-v3"))
    put_articles(database, [by_date, by_id, older])

    assert len(bodies(database)) == 3


def test_a_title_of_very_many_articles_says_nothing(database):
    numbered = [replace(OLD, id=ArticleId(f"faq-v{n}"), updated_at=None) for n in range(1, 23)]
    put_articles(database, numbered)
    assert len(bodies(database)) == 22


def say(database, id, body):
    """Say ``body`` at the desk."""
    found = stored_article(database, ArticleId(id))
    text = ArticleText(found.article.title, body, found.article.language)
    return update_article(database, ArticleId(id), text, found.version, NOON, "ed@x.example")


def test_what_somebody_had_read_anew_at_the_desk_is_no_edit(database, folder):
    """Such an article bears their name and a second version, but no word is theirs."""
    read(database, folder)
    first, second, *_ = sorted(bodies(database))
    for id, body in ((first, "As the page said once."), (second, "As it said too.")):
        found = get_article(database, id)
        put_articles(database, [replace(found, body=body)], Saving(NOON, "ed@x.example"))
    assert edited_at_desk(database, [first, second]) == set()
    written = say(database, second, "As the desk says.")
    assert edited_at_desk(database, [first, second]) == {second}
    away = retire_article(
        database, second, written.version, NOON + timedelta(hours=1), "ed@x.example", retired=True
    )
    assert edited_at_desk(database, [first, second]) == {second}
    retire_article(
        database, second, away.version, NOON + timedelta(hours=1), "ed@x.example", retired=False
    )
    assert edited_at_desk(database, [first, second]) == {second}
    assert read_again(database, [str(folder.resolve())]) != []


def test_what_somebody_retired_at_the_desk_is_not_read_back(database, folder):
    read(database, folder)
    id = min(bodies(database))
    found = stored_article(database, ArticleId(id))
    retire_article(database, ArticleId(id), found.version, NOON, "ed@x.example", retired=True)
    assert edited_at_desk(database, [id]) == {id}


def test_what_did_not_change_is_read_again_when_asked_but_for_what_the_desk_edited(
    database, folder
):
    read(database, folder)
    edited, other = sorted(bodies(database))[:2]
    say(database, edited, "As the desk says.")
    with database.write() as session:
        session.get_one(ArticleRow, other).body = "as an older reader saw it"
        session.get_one(ArticleRow, other).content_hash = "older"
    assert read(database, folder).kept == Kept()
    left = read_again(database, [str(folder.resolve())])
    assert len(left) == 1
    assert read(database, folder).kept.changed == 1
    assert bodies(database)[edited] == "As the desk says."
    assert bodies(database)[other] != "as an older reader saw it"
    assert read(database, folder).kept == Kept()
