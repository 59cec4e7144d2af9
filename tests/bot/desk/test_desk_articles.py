"""Articles at the desk: listed, edited with versions, previewed, tried, and counted."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.content.articles import all_articles, put_articles
from bot.desk.users import Role
from bot.store.tables import ArticleReadingRow
from knowledge import Article, ArticleId

RETURNS = {"title": "Returns", "body": "# Returns\n\nWithin **30 days**.", "language": "en"}
BROWSER = {"User-Agent": "Mozilla/5.0 Firefox/140"}


@pytest.fixture
def eve(shop):
    return shop.person("Eve", Role.EDITOR)


def made(eve, **changes):
    created = eve.post("articles", {**RETURNS, **changes})
    assert created.status_code == 201, created.text
    return created.json()


def save(eve, article, version, **changes):
    return eve.put(f"articles/{article}", {**RETURNS, **changes}, **{"If-Match": f'"{version}"'})


def titles(eve, **query):
    return [each["title"] for each in eve.get("articles", **query).json()["articles"]]


def test_a_new_article_is_read_at_once_under_an_address_made_from_its_title(shop, eve):
    article = made(eve)
    assert (article["id"], article["version"], article["state"]) == ("returns", 1, "answering")
    assert article["saved_by"] == "eve@shop.example"
    assert "<strong>30 days</strong>" in shop.client.get(article["help"]).text


def test_a_second_article_of_the_same_title_gets_an_address_of_its_own(eve):
    assert [made(eve)["id"], made(eve, body="Other words.")["id"]] == ["returns", "returns-2"]


@pytest.mark.parametrize("title", ["Imports", "Usage", "Preview", "Try", "Files"])
def test_an_article_may_be_called_like_a_part_of_the_desk(eve, title):
    id = made(eve, title=title)["id"]
    assert eve.get(f"articles/{id}").json()["title"] == title


def test_an_id_may_hold_slashes(shop, eve):
    put_articles(shop.services.database, [Article(ArticleId("a/b c"), "Odd", "Words.")])
    assert eve.get("articles/a/b%20c").json()["title"] == "Odd"
    assert eve.get("articles/a/b%20c/versions").json() == {"versions": []}


@pytest.mark.parametrize("wrong", [{"title": " "}, {"body": "\n"}, {"language": "english please"}])
def test_an_article_that_says_nothing_is_refused(eve, wrong):
    assert eve.post("articles", {**RETURNS, **wrong}).status_code == 422
    assert titles(eve) == []


def test_an_edit_keeps_what_was_said_and_who_saves_second_is_told(eve):
    made(eve)
    first = save(eve, "returns", 1, body="Within 14 days.")
    assert first.headers["ETag"] == '"2"'
    assert save(eve, "returns", 1, body="Within 99 days.").status_code == 412
    assert save(eve, "returns", "", body="Within 99 days.").status_code == 428
    assert eve.get("articles/returns").json()["body"] == "Within 14 days."
    past = eve.get("articles/returns/versions").json()["versions"]
    assert [(each["version"], each["body"]) for each in past] == [(1, RETURNS["body"])]


def test_the_same_words_again_are_no_version(eve):
    made(eve)
    assert save(eve, "returns", 1).json()["version"] == 1


def test_an_older_version_is_brought_back_as_the_newest(eve):
    made(eve)
    save(eve, "returns", 1, body="Within 14 days.")
    back = eve.post("articles/returns/versions/1/restore", **{"If-Match": '"2"'})
    assert (back.json()["version"], back.json()["body"]) == (3, RETURNS["body"])
    missing = eve.post("articles/returns/versions/9/restore", **{"If-Match": '"3"'})
    assert missing.status_code == 404


def test_what_a_source_says_next_replaces_an_edit_and_the_edit_is_kept(shop, eve):
    database = shop.services.database
    put_articles(database, [Article(ArticleId("warranty"), "Warranty", "Two years.")])
    save(eve, "warranty", 1, title="Warranty", body="Three years.")
    put_articles(database, [Article(ArticleId("warranty"), "Warranty", "Four years.")])
    past = eve.get("articles/warranty/versions").json()["versions"]
    assert [each["body"] for each in past] == ["Three years.", "Two years."]


def test_a_retired_article_answers_no_more_until_it_is_back(shop, eve):
    made(eve)
    gone = eve.post("articles/returns/retire", **{"If-Match": '"1"'})
    assert gone.json()["state"] == "retired"
    assert all_articles(shop.services.database) == []
    assert shop.client.get("/help/returns").status_code == 410
    eve.post("articles/returns/revive", **{"If-Match": '"2"'})
    assert shop.client.get("/help/returns").status_code == 200


def test_a_deleted_article_leaves_nothing_behind(shop, eve):
    made(eve)
    save(eve, "returns", 1, body="The secret.")
    assert eve.delete("articles/returns", **{"If-Match": '"1"'}).status_code == 412
    assert eve.delete("articles/returns", **{"If-Match": '"2"'}).status_code == 204
    assert eve.get("articles/returns").status_code == 404
    assert eve.get("articles/returns/versions").json() == {"versions": []}
    assert shop.client.get("/help/returns").status_code == 404


def test_agents_read_and_try_but_do_not_edit(shop, eve):
    made(eve)
    ada = shop.person("Ada")
    assert ada.get("articles/returns").status_code == 200
    assert ada.post("articles", RETURNS).status_code == 404
    assert save(ada, "returns", 1, body="No.").status_code == 404
    assert ada.delete("articles/returns", **{"If-Match": '"1"'}).status_code == 404


def test_the_list_is_searched_in_titles_and_texts_and_filtered(eve):
    made(eve)
    made(eve, title="Rückgabe", body="Binnen 14 Tagen, auch ÜBER Nacht.", language="de")
    made(eve, title="退货", body="三十天内可以退货。", language="zh-Hans")
    assert titles(eve, q="days returns") == ["Returns"]
    assert titles(eve, q='"days returns"') == []
    assert titles(eve, q="über") == ["Rückgabe"]
    assert titles(eve, q="天内") == ["退货"]
    assert titles(eve, q="100%") == []
    assert titles(eve, language="de") == ["Rückgabe"]
    assert titles(eve, state="retired") == []
    assert eve.get("articles").json()["languages"] == {"de": 1, "en": 1, "zh-Hans": 1}


def test_an_outdated_article_says_so_until_it_is_edited(shop, eve):
    made(eve, title="Fees", body="None.")
    held = made(eve, title="Returns (valid until 31 December 2025)")
    assert (held["state"], held["valid_until"]) == ("outdated", "2025-12-31")
    assert titles(eve, state="outdated") == ["Returns (valid until 31 December 2025)"]
    assert titles(eve, state="answering") == ["Fees"]
    assert eve.get("articles").json()["states"]["outdated"] == 1
    assert shop.client.get(held["help"]).status_code == 410

    saved = save(eve, held["id"], 1).json()
    assert (saved["state"], saved["valid_until"]) == ("answering", None)
    assert shop.client.get(held["help"]).status_code == 200


def test_the_list_comes_in_pages_that_hold_each_article_once(shop, eve):
    articles = [Article(ArticleId(f"a{n}"), f"Title {n % 7}", f"Words {n}.") for n in range(250)]
    put_articles(shop.services.database, articles)
    page, seen = eve.get("articles").json(), []
    while True:
        seen += [each["id"] for each in page["articles"]]
        if page["next"] is None:
            break
        page = eve.get("articles", after=page["next"]).json()
    assert page["matching"] == len(seen) == len(set(seen)) == 250
    assert eve.get("articles", after="[1").status_code == 422


def test_the_preview_is_the_help_page_and_the_passages_of_a_draft(eve):
    draft = {"title": "Returns", "body": "# Returns\n\n## How long?\n\n30 days.<script>x</script>"}
    shown = eve.post("knowledge/preview", draft).json()
    assert "<script" not in shown["html"]
    assert shown["passages"][0]["headings"][-1] == "How long?"
    assert eve.post("knowledge/preview", {}).json() == {"html": "", "passages": []}


def test_without_a_model_the_trial_says_so(eve):
    tried = eve.post("knowledge/try", {"text": "How long?"}).json()
    assert tried == {"served": False, "hits": [], "reply": None}


def test_readers_are_counted_and_robots_are_not(shop, eve):
    made(eve)
    shop.client.get("/help/returns", headers=BROWSER)
    shop.client.get("/help/returns", headers=BROWSER)
    shop.client.get("/help/returns", headers={"User-Agent": "Googlebot/2.1"})
    shop.services.readings.keep()
    assert eve.get("knowledge/usage").json()["articles"]["returns"]["read"] == 2
    with shop.services.database.read() as session:
        assert len(session.exec(select(ArticleReadingRow)).all()) == 1
