"""The chat API over plain HTTP, to the letter of its contract."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from bot.store.tables import ConversationRow


def problem(response, status: int) -> str:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status
    return str(response.json()["detail"])


def test_a_session_opens_with_a_greeting_that_discloses_automation(shop):
    customer = shop.customer()
    (greeting,) = customer.page()["messages"]
    assert "automated assistant" in greeting["text"]
    assert (greeting["author"], greeting["name"]) == ("bot", "Automated assistant")
    assert customer.page()["state"] == {
        "owner": "bot",
        "name": None,
        "position": None,
        "expected_wait_seconds": None,
    }


@pytest.mark.parametrize(
    ("locale", "word"), [("zh-CN", "自动"), ("de-AT", "automatisch"), ("xx", "automated")]
)
def test_the_greeting_speaks_the_customers_language(shop, locale, word):
    assert word in shop.customer(locale=locale).page()["messages"][0]["text"]


def test_tokens_are_long_and_open_one_conversation_only(shop):
    one, other = shop.customer(), shop.customer()
    assert len(one.token) >= 22
    one.says("a secret")
    assert "a secret" not in json.dumps(other.page())


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer x"}, {"Authorization": "x"}])
def test_what_a_token_does_not_open_is_not_there(shop, headers):
    body = {"client_msg_id": "k", "text": "hi"}
    problem(shop.client.get("/api/chat/messages", headers=headers), 404)
    problem(shop.client.post("/api/chat/messages", json=body, headers=headers), 404)
    problem(shop.client.post("/api/chat/handoff", headers=headers), 404)


def test_a_token_lapses_30_days_after_its_last_use(shop):
    customer = shop.customer()
    with shop.services.database.write() as session:
        row = session.get_one(ConversationRow, customer.id)
        row.token_used_at -= timedelta(days=29)
        session.add(row)
    customer.page()
    with shop.services.database.write() as session:
        row = session.get_one(ConversationRow, customer.id)
        assert shop.services.clock() - row.token_used_at < timedelta(minutes=1)
        row.token_used_at -= timedelta(days=31)
        session.add(row)
    problem(shop.client.get("/api/chat/messages", headers=customer.headers), 404)


def test_without_a_model_a_message_goes_to_a_person_honestly(shop):
    customer = shop.customer()
    reply = customer.asks("where is my order?")
    assert "colleague" in reply["text"]
    assert customer.page()["state"] == {
        "owner": "queue",
        "name": None,
        "position": 1,
        "expected_wait_seconds": None,
    }


def test_the_same_message_again_gets_the_same_seq_and_one_reply(shop):
    customer = shop.customer()
    seqs = {customer.says("hello", key="k") for _ in range(3)}
    assert len(seqs) == 1
    customer.reply_to(seqs.pop())
    customer.says("hello", key="k")
    time.sleep(0.2)
    authors = [message["author"] for message in customer.page()["messages"]]
    assert authors == ["bot", "customer", "bot"]


def test_the_same_key_with_another_text_is_a_conflict(shop):
    customer = shop.customer()
    customer.says("hello", key="k")
    assert "'k' was used" in problem(customer.send("bye", key="k"), 409)


def test_a_message_of_8000_characters_fits_and_one_more_does_not(shop):
    customer = shop.customer()
    customer.says("é" * 8_000, key="fits")
    assert "8,001" in problem(customer.send("é" * 8_001, key="long"), 413)


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا، أين طلبي؟",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "e\u0301",
        "\u202eabc\u202c",
        "\ufeffx",
        "a\r\nb\tc",
        "\x1b[31mx",
        "\U0010ffff",
    ],
)
def test_odd_but_whole_unicode_comes_back_as_it_was_sent(shop, text):
    customer = shop.customer()
    customer.says(text)
    assert customer.page()["messages"][1]["text"] == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"client_msg_id": "k", "text": "half \\ud83d"}', "text"),
        (b'{"client_msg_id": "k\\ud83d", "text": "x"}', "client_msg_id"),
        (b'{"client_msg_id": "k", "text": "nul \\u0000"}', "NUL"),
        (b'{"client_msg_id": "k", "text": "   "}', "needs a text, a button or"),
        (b'{"client_msg_id": "k"}', "needs a text, a button or"),
        (b'{"client_msg_id": "", "text": "x"}', "client_msg_id"),
        (b'{"text": "x"}', "client_msg_id"),
        (b'{"client_msg_id": "k", "text": "x", "admin": true}', "admin"),
        (b'{"client_msg_id": "k", "text": 7}', "text"),
        (b'{"client_msg_id": "k", "text": "x", "attachment": "a"}', "no attachment"),
        (b'{"client_msg_id": "k", "button": "9.9"}', "no button"),
        (b"not json", "JSON"),
        (b"[]", ""),
    ],
)
def test_what_cannot_be_stored_is_refused_with_a_reason(shop, raw, reason):
    customer = shop.customer()
    headers = {**customer.headers, "Content-Type": "application/json"}
    response = shop.client.post("/api/chat/messages", content=raw, headers=headers)
    assert reason in problem(response, 422)
    assert len(customer.page()["messages"]) == 1


@pytest.mark.parametrize("raw", [b"[" * 60_000, b'{"text": "\xff"}'])
def test_a_body_that_cannot_be_read_is_refused(shop, raw):
    headers = {**shop.customer().headers, "Content-Type": "application/json"}
    response = shop.client.post("/api/chat/messages", content=raw, headers=headers)
    problem(response, response.status_code)
    assert response.status_code in (400, 422)


@pytest.mark.parametrize("in_pieces", [False, True])
def test_a_body_that_no_honest_client_sends_is_refused_unread(shop, in_pieces):
    piece = b" " * 64 * 1024
    content = (piece for _ in range(40)) if in_pieces else piece * 40
    headers = {**shop.customer().headers, "Content-Type": "application/json"}
    response = shop.client.post("/api/chat/messages", content=content, headers=headers)
    assert "1,048,576" in problem(response, 413)


def test_what_the_customer_wrote_is_never_markup(shop):
    customer = shop.customer()
    customer.says("<script>alert(1)</script> **x**\n[a](javascript:b)")
    html = customer.page()["messages"][1]["html"]
    assert html == ("&lt;script&gt;alert(1)&lt;/script&gt; **x**<br>[a](javascript:b)")


def test_pages_resume_after_a_seq(shop):
    customer = shop.customer()
    seq = customer.says("hello")
    reply = customer.reply_to(seq)
    assert [m["seq"] for m in customer.page(after=seq)["messages"]] == [reply["seq"]]
    assert customer.page(after=reply["seq"])["messages"] == []


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "wait=26", "wait=-1", "after=" + "9" * 30]
)
def test_a_page_that_cannot_be_is_refused(shop, query):
    headers = shop.customer().headers
    problem(shop.client.get(f"/api/chat/messages?{query}", headers=headers), 422)


def test_a_page_holds_at_most_200_messages(shop):
    customer = shop.customer()
    seqs = [customer.says(f"m{n}") for n in range(205)]
    customer.reply_to(seqs[-1])
    first = customer.page()["messages"]
    assert len(first) == 200
    rest = customer.page(after=first[-1]["seq"])["messages"]
    found = [message["seq"] for message in first + rest]
    assert found == sorted(set(found))
    assert set(seqs) <= set(found)


def test_every_customer_message_stands_in_exactly_one_replys_list(shop):
    customer = shop.customer()
    seqs = [customer.says(f"m{n}") for n in range(30)]
    for seq in seqs:
        customer.reply_to(seq)
    answered = [seq for m in customer.page()["messages"] for seq in m["reply_to"]]
    assert sorted(answered) == seqs


def test_waiting_returns_as_soon_as_something_is_said(shop):
    customer = shop.customer()
    last = customer.page()["messages"][-1]["seq"]
    speaking = threading.Timer(0.3, lambda: customer.says("hello"))
    speaking.start()
    began = time.monotonic()
    (message, *_) = customer.page(after=last, wait=20)["messages"]
    assert message["text"] == "hello"
    assert time.monotonic() - began < 10
    speaking.join()


def test_waiting_ends_empty_when_nothing_is_said(shop):
    customer = shop.customer()
    assert customer.page(after=99, wait=0.2)["messages"] == []


def test_asking_for_a_person_puts_the_conversation_into_the_queue_once(shop):
    customer = shop.customer()
    for _ in range(2):
        handed = customer.post("handoff", {})
        assert handed.json()["state"]["owner"] == "queue"
    assert [m["author"] for m in customer.page()["messages"]] == ["bot", "bot"]


def test_opinions_are_kept_on_replies_of_the_bot_only(shop):
    customer = shop.customer()
    seq = customer.says("hello")
    reply = customer.reply_to(seq)
    assert customer.post("feedback", {"seq": reply["seq"], "helpful": False}).status_code == 200
    assert customer.post("feedback", {"seq": reply["seq"], "helpful": True}).status_code == 200
    problem(customer.post("feedback", {"seq": seq, "helpful": True}), 404)
    problem(customer.post("feedback", {"seq": 999, "helpful": True}), 404)
    problem(customer.post("feedback", {"seq": 10**30, "helpful": True}), 422)
    assert customer.post("rating", {"score": 5, "comment": "nice"}).status_code == 200
    problem(customer.post("rating", {"score": 6}), 422)


def test_an_unknown_address_is_a_problem_document_too(shop):
    problem(shop.client.get("/api/nothing"), 404)
    problem(shop.client.delete("/api/chat/messages"), 405)


def test_health_says_what_is_missing(shop):
    assert shop.client.get("/healthz").json() == {"status": "alive"}
    ready = shop.client.get("/readyz")
    assert (ready.status_code, ready.json()["ready"]) == (200, True)
    assert ready.json()["degraded"] == ["model", "index", "templates"]


def test_the_server_is_not_ready_when_nothing_can_be_stored(shop, monkeypatch):
    with shop.services.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE setting")
    assert shop.client.get("/readyz").status_code == 503


def test_a_message_that_cannot_be_stored_is_not_acknowledged(shop):
    customer = shop.customer()
    with shop.services.database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE message RENAME TO gone")
    assert "nothing was accepted" in problem(customer.send("hello"), 503)


def test_an_error_nobody_thought_of_tells_nothing_of_the_inside(shop, monkeypatch):
    customer = shop.customer()
    monkeypatch.setattr("bot.channels.web.chat.customer_view", lambda *_: 1 / 0)
    response = shop.client.get("/api/chat/messages", headers=customer.headers)
    assert "division" not in problem(response, 500)


def test_the_numbers_are_counted(shop):
    shop.customer().asks("hello")
    text = TestClient(shop.app, client=("127.0.0.1", 4711)).get("/metrics").text
    assert 'frontdesk_conversations{status="waiting"} 1' in text
    assert 'frontdesk_messages{author="customer"} 1' in text


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("::1", {}, 200),
        ("203.0.113.9", {}, 404),
        ("127.0.0.1", {"X-Forwarded-For": "203.0.113.9"}, 404),
        ("203.0.113.9", {"Authorization": "Bearer let-me-see"}, 200),
        ("203.0.113.9", {"Authorization": "Bearer let-me"}, 404),
    ],
)
def test_the_numbers_are_for_this_machine_or_whoever_has_the_token(shop, address, headers, status):
    shop.services.settings = replace(shop.services.settings, metrics_token="let-me-see")
    client = TestClient(shop.app, client=(address, 4711))
    assert client.get("/metrics", headers=headers).status_code == status


def test_without_a_metrics_token_no_token_opens_the_numbers(shop):
    headers = {"Authorization": "Bearer "}
    assert shop.client.get("/metrics", headers=headers).status_code == 404


def test_the_contract_is_published(shop):
    paths = shop.client.get("/api/openapi.json").json()["paths"]
    assert {"/api/chat/sessions", "/api/chat/messages", "/api/desk/login"} <= paths.keys()


def test_pages_carry_a_strict_content_security_policy(shop):
    widget, desk = shop.client.get("/widget/"), shop.client.get("/desk/any/where")
    if widget.status_code == 503:
        pytest.skip("the web pages are not built here")
    for page in (widget, desk):
        policy = page.headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in desk.headers["content-security-policy"]
    assert shop.client.get("/desk/").headers["x-content-type-options"] == "nosniff"
