"""What helps an agent at work: canned answers, mentions, the customer's page, a copy to keep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.mentions import mentioned_in
from bot.desk.users import Role

NAMES = {"1": "Ann", "2": "Ann Lee", "3": "Łukasz", "4": "李娜"}


def waiting(shop, text: str = "I want a person"):
    customer = shop.customer()
    customer.asks(text)
    return customer


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("@Ann please look", ["1"]),
        ("@ann lee, please look", ["2"]),
        ("@Ann Lee and @Ann", ["2", "1"]),
        ("ask @łukasz!", ["3"]),
        ("@李娜 看看", ["4"]),
        ("@Anna is no colleague", []),
        ("Ann", []),
    ],
)
def test_a_note_calls_whom_it_names_and_nobody_else(text, called):
    assert mentioned_in(text, NAMES) == called


@given(st.text())
def test_no_text_breaks_the_reading_of_names(text):
    assert set(mentioned_in(text, {**NAMES, "5": "a.b*(c", "6": " "})) <= {*NAMES, "5"}


def test_who_is_mentioned_finds_the_conversation_until_they_looked(shop):
    customer, ada, eve = waiting(shop), shop.person("Ada"), shop.person("Eve")
    noted = ada.act(customer.id, "note", client_msg_id="1", text="@Eve do you know? @Ada")
    assert noted.status_code == 200
    listed = eve.get("conversations", queue="mentions").json()
    assert [each["id"] for each in listed["conversations"]] == [customer.id]
    assert listed["counts"]["mentions"] == 1
    assert ada.get("conversations").json()["counts"]["mentions"] == 0
    assert eve.thread(customer.id)["messages"][-1]["context"] == {"mentions": [eve.id]}
    eve.act(customer.id, "presence")
    assert eve.get("conversations", queue="mentions").json()["conversations"] == []


def test_canned_answers_are_filled_and_ranked_by_their_titles(shop):
    eve = shop.person("Eve", Role.EDITOR)
    for id, title, text in (
        ("refund", "Refund", "{{ company_name }} refunds within 30 days."),
        ("late", "Late parcel", "We refund the postage."),
        ("draft", "Refund draft", "Not yet."),
    ):
        body = {"id": id, "title": title, "texts": {"en": text}, "examples": [title]}
        state = "draft" if id == "draft" else "live"
        made = eve.post("templates", {**body, "state": state})
        assert made.status_code == 201, made.text
    customer = waiting(shop)
    found = eve.get(f"conversations/{customer.id}/canned", q="refund").json()["answers"]
    assert [each["id"] for each in found] == ["refund", "late"]
    company = shop.services.settings.file.company
    assert found[0]["text"] == f"{company} refunds within 30 days."
    assert eve.get(f"conversations/{customer.id}/canned", q="zebra").json()["answers"] == []
    assert eve.get("conversations/nobody/canned").status_code == 404


def test_the_customers_page_tells_of_this_person_alone(shop):
    waiting(shop, "somebody else's question")
    customer, ada = waiting(shop, "where is my parcel?"), shop.person()
    page = ada.get(f"conversations/{customer.id}/customer").json()
    assert [each["id"] for each in page["conversations"]] == [customer.id]
    assert page["conversations"][0]["asked"] == "where is my parcel?"
    assert (page["channels"], page["read"], page["signed_in"]) == (["web"], [], False)
    assert ada.get("conversations/nobody/customer").status_code == 404


def test_a_conversation_is_downloaded_with_its_notes_marked(shop):
    customer, ada = waiting(shop), shop.person("Ada")
    ada.act(customer.id, "note", client_msg_id="1", text="A regular.")
    sent = ada.get(f"conversations/{customer.id}/transcript")
    assert sent.headers["content-disposition"].startswith("attachment; filename=")
    assert "] Customer\nI want a person" in sent.text
    assert "] Ada (private note)\nA regular." in sent.text
    kept = ada.get(f"conversations/{customer.id}/transcript", format="json").json()
    assert [each["text"] for each in kept["messages"]][-1] == "A regular."
    assert ada.get(f"conversations/{customer.id}/transcript", format="pdf").status_code == 422
