"""What the widget asks before a conversation, tells of the team, and forgets afterwards."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from serving import Shop
from sqlmodel import select

from bot.app import create_app
from bot.conversations.runner import TurnTiming
from bot.settings import Settings, SettingsError, read_file
from bot.store.tables import ConversationRow, EventRow, MessageRow

SETTINGS = """
fields:
  name: {labels: {en: Your name, zh-Hans: 您的姓名}, prompts: {en: 'What is your name?'}}
  email: {type: email, labels: {en: E-mail}, prompts: {en: 'Which e-mail address?'}}
  topic:
    type: choice
    prompts: {en: 'What is it about?'}
    options: {order: {labels: {en: An order}}, other: {labels: {en: Something else}}}
widget:
  pre_chat: {fields: [name, email, topic], optional: [email], opening: {en: Before we begin}}
  consent: {en: We keep this conversation for a year.}
  privacy_url: https://shop.example/privacy
hours: {time_zone: Europe/Amsterdam, week: {thursday: ["09:00-17:00"]}}
"""
GIVEN = {"name": " Eve ", "email": "Eve@Home.example", "topic": "order"}


@pytest.fixture
def asking(tmp_path, migrated):
    """A shop with a form before the chat."""
    shutil.copy(migrated, tmp_path / "frontdesk.db")
    (tmp_path / "frontdesk.yaml").write_text(SETTINGS, encoding="utf-8")
    app = create_app(Settings.load(tmp_path, {}), timing=TurnTiming(quiet=0.02))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Shop(app, client)


def config(shop, locale="en"):
    return shop.client.get("/api/widget/config", params={"locale": locale}).json()


def test_the_widget_is_told_what_to_ask(asking):
    told = config(asking, "zh-CN")
    fields = told["pre_chat"]["fields"]
    assert [(each["label"], each["type"], each["required"]) for each in fields] == [
        ("您的姓名", "text", True), ("E-mail", "email", False), ("topic", "choice", True),
    ]  # fmt: skip
    assert fields[2]["options"][0] == {"value": "order", "label": "An order"}
    assert told["consent"] == "We keep this conversation for a year."


def test_without_a_form_nothing_is_asked(shop):
    told = config(shop)
    assert (told["pre_chat"]["fields"], told["consent"], told["privacy_url"]) == ([], None, None)


def test_what_the_form_brings_stands_on_the_conversation_for_agents(asking):
    customer = asking.customer(locale="en", details=GIVEN, consented=True)
    with asking.services.database.read() as session:
        row = session.get_one(ConversationRow, customer.id)
        event = session.exec(select(EventRow).where(EventRow.kind == "consented")).one()
        assert (row.customer, row.signed_in) == ("Eve", False)
        assert event.data == {"text": "We keep this conversation for a year."}
    details = asking.person().get(f"conversations/{customer.id}/brief").json()["details"]
    assert details == {"name": "Eve", "email": "eve@home.example", "topic": "order"}


@pytest.mark.parametrize(
    ("details", "field", "why"),
    [
        ({**GIVEN, "email": "eve at home"}, "details.email", "Which e-mail address?"),
        ({**GIVEN, "name": "  "}, "details.name", "What is your name?"),
        ({**GIVEN, "age": "7"}, "details.age", "nobody asked for 'age'"),
    ],
)
def test_what_cannot_be_taken_is_named_and_begins_nothing(asking, details, field, why):
    refused = asking.client.post("/api/chat/sessions", json={"details": details})
    assert refused.status_code == 422
    assert refused.json()["errors"] == [{"field": field, "message": why}]
    with asking.services.database.read() as session:
        assert session.exec(select(ConversationRow)).all() == []


def test_a_client_that_knows_no_form_begins_as_before(asking):
    assert asking.customer().token


@pytest.mark.parametrize(
    ("part", "place"),
    [("{fields: [shoe]}", "fields: nothing"), ("{optional: [shoe]}", "optional: 'shoe'")],
)
def test_a_form_of_unknown_details_is_refused_by_its_place(tmp_path, part, place):
    path = tmp_path / "frontdesk.yaml"
    path.write_text(f"widget: {{pre_chat: {part}}}", encoding="utf-8")
    with pytest.raises(SettingsError, match=f"widget.pre_chat.{place}"):
        read_file(path)


@pytest.mark.parametrize(
    ("now", "team"),
    [
        (datetime(2026, 3, 5, 9, 0, tzinfo=UTC), (True, None)),
        (datetime(2026, 3, 5, 20, 0, tzinfo=UTC), (False, "2026-03-12T09:00:00+01:00")),
    ],
)
def test_the_widget_is_told_when_people_are_there(asking, now, team):
    asking.services.clock = lambda: now
    told = config(asking)["team"]
    assert (told["open"], told["opens_at"]) == team


def test_a_customer_who_is_forgotten_leaves_nothing(shop):
    customer, other = shop.customer(), shop.customer()
    customer.asks("where is my order?")
    other.asks("and mine?")
    erased = shop.client.delete("/api/chat/conversation", headers=customer.headers)
    assert erased.json()["erased"]["conversations"] == 1
    with shop.services.database.read() as session:
        assert {row.conversation_id for row in session.exec(select(MessageRow))} == {other.id}
    again = shop.client.get("/api/chat/messages", headers=customer.headers)
    assert again.status_code == 404
    assert "where is my order" not in shop.services.settings.home.joinpath(
        "frontdesk.db"
    ).read_bytes().decode(errors="replace")


def test_a_message_under_way_when_its_customer_is_forgotten_breaks_nothing(shop):
    customer, other = shop.customer(), shop.customer()
    customer.says("quick")
    shop.client.delete("/api/chat/conversation", headers=customer.headers)
    assert other.asks("still there?")["author"] in ("bot", "system")


def test_a_foreign_token_forgets_nothing(shop):
    refused = shop.client.delete("/api/chat/conversation", headers={"Authorization": "Bearer x"})
    assert refused.status_code == 404
