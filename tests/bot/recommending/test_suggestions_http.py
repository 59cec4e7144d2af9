"""What customers are offered over HTTP, and what is kept of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.content.articles import put_articles
from bot.content.templates import put_template
from bot.recommending.behaviour import forget_old
from bot.recommending.choice import Choice, choose, forget_people
from bot.settings import Settings
from bot.store.tables import BehaviourRow, ConversationRow, MessageRow
from knowledge import AnswerTemplate, Article, ArticleId, TemplateId, TemplateState

BEFORE = datetime(2026, 1, 1, tzinfo=UTC)
RETURNS, SIZES = "article:returns", "article:sizes"


@pytest.fixture
def stocked(shop):
    """A shop with two articles and three questions, of which others have asked."""
    database, now = shop.services.database, shop.services.clock()
    put_articles(
        database,
        [
            Article(ArticleId("returns"), "Returning things", "Within 30 days.", language="en"),
            Article(ArticleId("sizes"), "Finding your size", "Measure first.", language="en"),
            Article(ArticleId("pflege"), "Pflege des Rads", "Oft putzen.", language="de"),
        ],
    )
    with database.write() as session:
        for name, more in (
            ("express", {"texts": {"en": "Two days.", "de": "Zwei Tage."}}),
            ("old", {"state": TemplateState.RETIRED}),
            ("soon", {"valid_from": now + timedelta(days=1)}),
            ("over", {"valid_until": now - timedelta(days=1)}),
        ):
            told = {"texts": {"en": "Yes."}, "titles": {"de": f"Frage {name}"}, **more}
            template = AnswerTemplate(TemplateId(name), f"Question {name}", **told)
            put_template(session, template, now)
    for name in ("express", "old", "soon", "over"):
        answer(shop, shop.customer().id, template=name)
    for article in ("returns", "sizes", "pflege"):
        answer(shop, shop.customer().id, url=f"/help/{article}#top")
    return shop


def answer(shop, conversation, template=None, url=None):
    """The bot answered in a conversation, with a template or from an article."""
    with shop.services.database.write() as session:
        row = session.get_one(ConversationRow, conversation)
        row.next_seq += 1
        kind = "answer" if template else "compose"
        session.add(
            MessageRow(
                conversation_id=conversation,
                seq=row.next_seq - 1,
                author="bot",
                text="So it is.",
                reasons={"kind": kind, "template": template and {"id": template}},
                sources=[{"title": "x", "url": url, "quote": "x"}] if url else [],
                sent_at=shop.services.clock(),
            )
        )
        session.add(row)


def suggested(customer):
    found = customer.client.get("/api/chat/suggestions", headers=customer.headers)
    assert found.status_code == 200, found.text
    return found.json()


def ids(found):
    return {each["id"] for each in found["suggestions"]}


def choice(customer, wanted):
    return customer.client.put(
        "/api/chat/suggestions", json={"choice": wanted}, headers=customer.headers
    )


def act(customer, what, **body):
    return customer.post("suggestions/acts", {"act": what, **body})


def kept(shop):
    with shop.services.database.read() as session:
        return [(row.kind, row.item) for row in session.exec(select(BehaviourRow))]


def test_nothing_retired_not_yet_valid_over_or_in_another_language_is_offered(stocked):
    found = suggested(stocked.customer(locale="en"))
    assert found["choice"] == "general"
    assert ids(found) == {"template:express", RETURNS, SIZES}


def test_titles_are_in_the_customers_language(stocked):
    found = suggested(stocked.customer(locale="de"))
    assert {each["text"] for each in found["suggestions"]} == {"Frage express", "Pflege des Rads"}


def test_a_customer_whose_language_nothing_is_in_gets_the_houses(stocked):
    assert RETURNS in ids(suggested(stocked.customer(locale="fi")))


def test_before_the_first_word_the_widget_knows_what_others_ask(stocked):
    config = stocked.client.get("/api/widget/config", params={"locale": "en"}).json()
    assert {each["id"] for each in config["opening"]} == {"template:express", RETURNS, SIZES}


def test_nothing_is_kept_of_somebody_who_did_not_choose(stocked):
    customer = stocked.customer()
    suggested(customer)
    assert act(customer, "read", items=[RETURNS]).json() == {"kept": 0}
    assert kept(stocked) == []


def test_what_a_customer_allows_is_kept_used_and_explained(stocked):
    customer = stocked.customer(locale="en")
    assert choice(customer, "personal").json()["choice"] == "personal"
    assert act(customer, "read", url="/help/returns#how-long").json() == {"kept": 1}
    assert kept(stocked) == [("read", RETURNS)]
    assert RETURNS not in ids(suggested(customer))


def test_what_goes_with_what_was_read_says_because_of_what(stocked):
    for _ in range(6):
        reader = stocked.customer(locale="en")
        with stocked.services.database.write() as session:
            choose(session, f"conversation:{reader.id}", Choice.PERSONAL, BEFORE)
        answer(stocked, reader.id, url="/help/sizes")
        answer(stocked, reader.id, template="express")
    customer = stocked.customer(locale="en")
    answer(stocked, customer.id, url="/help/sizes")
    first = suggested(customer)["suggestions"][0]
    assert first["id"] == "template:express"
    assert first["because"] == {"text": "Finding your size", "kind": "article"}


@pytest.mark.parametrize("other", ["general", "off"])
def test_choosing_otherwise_forgets_at_once(stocked, other):
    customer = stocked.customer()
    choice(customer, "personal")
    act(customer, "clicked", items=[RETURNS])
    found = choice(customer, other).json()
    assert kept(stocked) == []
    assert (found["suggestions"] == []) == (other == "off")
    assert act(customer, "clicked", items=[RETURNS]).json() == {"kept": 0}


def test_what_is_passed_by_again_and_again_comes_last(stocked):
    customer = stocked.customer(locale="en")
    choice(customer, "personal")
    first = suggested(customer)["suggestions"][0]["id"]
    for _ in range(5):
        act(customer, "skipped", items=[first])
    assert suggested(customer)["suggestions"][-1]["id"] == first


def test_a_pressed_question_is_kept_as_the_button_of_its_answer(stocked):
    customer = stocked.customer(locale="de")
    pressed = customer.post("messages", {"client_msg_id": "k", "button": "template:express"})
    assert pressed.status_code == 200
    with stocked.services.database.read() as session:
        row = session.exec(select(MessageRow).where(MessageRow.client_msg_id == "k")).one()
    assert (row.text, row.button["action"]) == ("Frage express", {"template": "express"})


@pytest.mark.parametrize("name", ["template:old", "template:none", "article:returns"])
def test_what_is_not_live_cannot_be_pressed(stocked, name):
    customer = stocked.customer()
    refused = customer.post("messages", {"client_msg_id": "k", "button": name})
    assert refused.status_code == 422


def test_nothing_is_offered_once_a_person_has_the_conversation(stocked):
    customer = stocked.customer()
    customer.post("handoff", {})
    assert suggested(customer)["suggestions"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"act": "bought", "items": [RETURNS]},
        {"act": "read"},
        {"act": "read", "items": ["x"] * 21},
        {"act": "read", "items": [RETURNS], "person": "web:7"},
    ],
)
def test_an_act_that_is_none_is_refused(stocked, body):
    assert stocked.customer().post("suggestions/acts", body).status_code == 422


def test_items_that_there_are_not_are_not_kept(stocked):
    customer = stocked.customer()
    choice(customer, "personal")
    assert act(customer, "read", items=["article:none"], url="https://x").json() == {"kept": 0}


def test_without_a_token_there_is_nothing(stocked):
    assert stocked.client.get("/api/chat/suggestions").status_code == 404


def test_old_behaviour_is_forgotten(stocked):
    customer, now = stocked.customer(), stocked.services.clock()
    choice(customer, "personal")
    act(customer, "read", items=[RETURNS])
    database = stocked.services.database
    assert forget_old(database, timedelta(days=1), now + timedelta(hours=23)) == 0
    assert forget_old(database, timedelta(days=1), now + timedelta(days=2)) == 1


def test_the_operator_switches_all_of_it_off(stocked):
    home = stocked.services.settings.home
    (home / "frontdesk.yaml").write_text("recommendations: {enabled: false}", encoding="utf-8")
    stocked.services.settings = Settings.load(home, {})
    customer = stocked.customer()
    assert suggested(customer) == {"choice": None, "suggestions": []}
    assert choice(customer, "personal").status_code == 409


def test_who_comes_by_a_link_does_not_see_what_the_signed_in_customer_read(stocked):
    customer = stocked.customer()
    with stocked.services.database.write() as session:
        row = session.get_one(ConversationRow, customer.id)
        row.customer_key, row.signed_in = "web:7", False
        session.add(row)
        choose(session, "web:7", Choice.PERSONAL, stocked.services.clock())
    assert suggested(customer)["choice"] == "general"


def test_who_is_forgotten_leaves_neither_acts_nor_a_choice(stocked):
    customer = stocked.customer()
    choice(customer, "personal")
    act(customer, "read", items=[RETURNS])
    with stocked.services.database.write() as session:
        assert forget_people(session, {f"conversation:{customer.id}"}) == 1
    assert kept(stocked) == []
    assert suggested(customer)["choice"] == "general"


def test_the_desk_is_shown_pages_that_may_come_next(stocked):
    customer, ada = stocked.customer(locale="en"), stocked.person()
    answer(stocked, customer.id, url="/help/returns")
    found = ada.get(f"conversations/{customer.id}/brief").json()["articles"]
    assert [each["id"] for each in found] == [SIZES]
