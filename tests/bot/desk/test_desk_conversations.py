"""The inbox and what agents do to a conversation, seen from both sides."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.desk.routes import _events
from bot.desk.users import Role


def waiting(shop):
    """A customer whom the bot handed to the queue."""
    customer = shop.customer()
    customer.asks("where is my order?")
    return customer


def test_the_inbox_shows_who_waits_and_why(shop):
    customer, ada = waiting(shop), shop.person()
    inbox = ada.get("conversations", queue="waiting").json()
    (row,) = inbox["conversations"]
    assert (row["id"], row["owner"], row["status"]) == (customer.id, "queue", "waiting")
    assert row["handoff_reason"] == "The bot has not learned anything yet."
    assert row["waiting_since"].endswith("+00:00")
    assert row["last_message"]["author"] == "bot"
    assert {name: count for name, count in inbox["counts"].items() if count} == {"waiting": 1}
    assert inbox["next"] is None


def test_reasons_come_in_the_language_that_the_agent_asks_for(shop):
    customer, ada = waiting(shop), shop.person()
    ada.headers["Accept-Language"] = "zh-CN,en;q=0.5"
    (row,) = ada.get("conversations", queue="waiting").json()["conversations"]
    because = ada.thread(customer.id)["messages"][-1]["reasons"]["because"]
    understanding = ada.get(f"conversations/{customer.id}/brief").json()["understanding"]
    assert row["handoff_reason"] == "机器人还没有学到任何内容。"
    assert because == understanding["because"] == [row["handoff_reason"]]
    assert understanding["handoff_reason"] == row["handoff_reason"]


def test_those_who_wait_longest_stand_first(shop):
    first, second, ada = waiting(shop), waiting(shop), shop.person()
    found = ada.get("conversations", queue="waiting").json()["conversations"]
    assert [row["id"] for row in found] == [first.id, second.id]


def test_each_queue_holds_its_own(shop):
    automated, taken, closed, ada = shop.customer(), waiting(shop), waiting(shop), shop.person()
    ada.act(taken.id, "takeover")
    ada.act(closed.id, "close")
    for queue, held in {"bot": automated, "mine": taken, "closed": closed}.items():
        found = ada.get("conversations", queue=queue).json()["conversations"]
        assert [row["id"] for row in found] == [held.id]
    assert len(ada.get("conversations", queue="all").json()["conversations"]) == 3


@pytest.mark.parametrize(("q", "hits"), [("MY ord", 1), ("%", 0), ("_", 0), ("\\", 0), ("zzz", 0)])
def test_search_finds_words_and_nothing_by_wildcard(shop, q, hits):
    waiting(shop)
    found = shop.person().get("conversations", q=q).json()["conversations"]
    assert len(found) == hits


def test_a_customer_is_banned_and_let_in_again(shop):
    customer, ada = waiting(shop), shop.person()
    assert ada.act(customer.id, "ban").json()["banned"]
    assert not ada.act(customer.id, "unban").json()["banned"]
    assert ada.act("nobody", "ban").status_code == 404


def test_bans_and_their_end_are_on_record_once_for_each_change(shop):
    customer, ada = waiting(shop), shop.person()
    for act in ("unban", "ban", "ban", "unban"):
        ada.act(customer.id, act)
    entries = shop.person("Root", Role.ADMIN).get("audit").json()["entries"]
    assert [(each["act"], each["name"], each["subject"]) for each in entries] == [
        ("customer.unbanned", "Ada", customer.id),
        ("customer.banned", "Ada", customer.id),
    ]


def test_the_inbox_comes_in_pages(shop):
    for _ in range(51):
        shop.customer()
    ada = shop.person()
    first = ada.get("conversations").json()
    rest = ada.get("conversations", after=first["next"]).json()
    ids = [row["id"] for row in first["conversations"] + rest["conversations"]]
    assert (len(first["conversations"]), len(set(ids)), rest["next"]) == (50, 51, None)


@pytest.mark.parametrize(
    "query", [{"queue": "none"}, {"after": "²"}, {"after": "9" * 40}, {"after": -1}]
)
def test_a_page_that_cannot_be_is_refused(shop, query):
    assert shop.person().get("conversations", **query).status_code == 422


def test_a_thread_shows_reasons_and_delivery(shop):
    customer, ada = waiting(shop), shop.person()
    thread = ada.thread(customer.id)
    assert thread["epoch"] == 2
    reply = thread["messages"][-1]
    assert (reply["delivery"], reply["reasons"]["kind"]) == ("stored", "handoff")
    assert reply["reasons"]["because"] == ["The bot has not learned anything yet."]
    assert ada.get("conversations/nobody").status_code == 404


def test_a_person_takes_over_is_named_and_the_bot_falls_silent(shop):
    customer, ada = waiting(shop), shop.person("Ada")
    taken = ada.act(customer.id, "takeover", epoch=2)
    assert taken.status_code == 200
    assert taken.json()["agent"] == {"id": ada.id, "name": "Ada"}
    assert customer.page()["state"] == {
        "owner": "agent",
        "name": "Ada",
        "position": None,
        "expected_wait_seconds": None,
    }
    joined = customer.page()["messages"][-1]
    assert (joined["author"], "Ada has joined" in joined["text"]) == ("system", True)
    seq = customer.says("are you a person?")
    ada.act(customer.id, "reply", client_msg_id="r", text="I am.")
    (answer,) = customer.page(after=seq, wait=1)["messages"]
    assert (answer["author"], answer["name"], answer["text"]) == ("agent", "Ada", "I am.")


def test_taking_over_needs_no_body(shop):
    customer, ada = waiting(shop), shop.person()
    path = f"/api/desk/conversations/{customer.id}/takeover"
    assert shop.client.post(path, headers=ada.headers).status_code == 200


def test_a_stale_takeover_is_a_conflict(shop):
    customer, ada, bob = waiting(shop), shop.person("Ada"), shop.person("Bob")
    assert ada.act(customer.id, "takeover", epoch=2).status_code == 200
    for epoch in (2, None):
        refused = bob.act(customer.id, "takeover", epoch=epoch)
        assert refused.status_code == 409
        assert "look at it again" in refused.json()["detail"]


def test_whoever_does_not_own_the_conversation_gets_a_conflict(shop):
    customer, ada, bob = waiting(shop), shop.person("Ada"), shop.person("Bob")
    ada.act(customer.id, "takeover")
    write = {"client_msg_id": "k", "text": "hi"}
    assert bob.act(customer.id, "reply", **write).status_code == 409
    assert bob.act(customer.id, "release").status_code == 409
    assert bob.act(customer.id, "close").status_code == 409
    assert bob.act(customer.id, "transfer", user_id=bob.id).status_code == 409


def test_a_note_is_for_colleagues_only(shop):
    customer, ada = waiting(shop), shop.person()
    with customer.socket() as socket:
        ada.act(customer.id, "note", client_msg_id="n", text="a private word")
        ada.act(customer.id, "takeover")
        seen = ""
        while "joined" not in seen:
            seen += json.dumps(socket.receive_json())
    assert "private word" not in seen
    assert "private word" not in json.dumps(customer.page())
    inbox = ada.get("conversations").json()
    assert "private word" not in json.dumps(inbox)
    assert [m["author"] for m in ada.thread(customer.id)["messages"]].count("note") == 1


def test_a_reply_sent_twice_is_stored_once_and_another_text_is_a_conflict(shop):
    customer, ada = waiting(shop), shop.person()
    ada.act(customer.id, "takeover")
    sent = [ada.act(customer.id, "reply", client_msg_id="k", text="hi").json() for _ in range(2)]
    assert sent[0] == sent[1]
    assert ada.act(customer.id, "reply", client_msg_id="k", text="ho").status_code == 409


@pytest.mark.parametrize("text", ["", " \n", "x" * 8_001, "nul \x00"])
def test_a_reply_that_cannot_be_stored_is_refused(shop, text):
    customer, ada = waiting(shop), shop.person()
    ada.act(customer.id, "takeover")
    assert ada.act(customer.id, "reply", client_msg_id="k", text=text).status_code == 422


@pytest.mark.parametrize(
    ("text", "html"),
    [("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"), ("**now**", "<p><strong>now</strong></p>")],
)
def test_an_agents_words_are_markdown_and_never_markup(shop, text, html):
    customer, ada = waiting(shop), shop.person()
    ada.act(customer.id, "takeover")
    ada.act(customer.id, "reply", client_msg_id="k", text=text)
    assert customer.page()["messages"][-1]["html"] == html


def test_given_back_the_bot_answers_again_and_says_so(shop):
    customer, ada = waiting(shop), shop.person("Ada")
    ada.act(customer.id, "takeover")
    ada.act(customer.id, "release")
    assert "automated assistant again" in customer.page()["messages"][-1]["text"]
    assert customer.page()["state"]["owner"] == "bot"
    assert customer.asks("and now?")["author"] == "bot"


def test_given_back_the_bot_answers_at_once_what_the_agent_did_not(shop):
    customer, ada = waiting(shop), shop.person("Ada")
    ada.act(customer.id, "takeover")
    asked = customer.says("and now?")
    ada.act(customer.id, "release")
    assert customer.reply_to(asked)["author"] == "bot"


def test_a_transfer_names_the_next_person(shop):
    customer, ada, bob = waiting(shop), shop.person("Ada"), shop.person("Bob")
    ada.act(customer.id, "takeover")
    assert ada.act(customer.id, "transfer", user_id=bob.id).status_code == 200
    assert customer.page()["state"]["name"] == "Bob"
    assert bob.act(customer.id, "reply", client_msg_id="k", text="hi").status_code == 200


def test_a_closed_conversation_reopens_with_the_next_message(shop):
    customer, ada = waiting(shop), shop.person()
    ada.act(customer.id, "takeover")
    assert ada.act(customer.id, "close").json()["status"] == "closed"
    customer.asks("one more thing")
    assert ada.thread(customer.id)["status"] == "waiting"


def test_colleagues_are_listed_for_a_transfer(shop):
    ada = shop.person("Ada")
    shop.person("Bob")
    assert [user["name"] for user in ada.get("users").json()["users"]] == ["Ada", "Bob"]
    assert "email" not in ada.get("users").text


async def test_the_desk_hears_of_every_change(shop):
    customer = shop.customer()
    events = _events(shop.services)
    assert await anext(events) == ": welcome\n\n"
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, shop.services.bus.publish, customer.id)
    heard = await asyncio.wait_for(anext(events), 5)
    assert heard == f'event: conversation\ndata: {{"id": "{customer.id}"}}\n\n'
    await events.aclose()
    assert shop.services.bus._listeners == {}
