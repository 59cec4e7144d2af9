"""Coming back by a link: the page does nothing, the exchange opens one conversation."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from serving import Shop
from sqlmodel import select

from bot.app import create_app
from bot.conversations.links import Links
from bot.conversations.tokens import MOST_FURTHER, TOKEN_LIFETIME
from bot.settings import Settings
from bot.store.tables import ConversationRow, ConversationTokenRow


def link_to(shop: Shop, conversation: str, days: int = 0) -> str:
    services = shop.services
    at = services.clock() + timedelta(days=days)
    address = Links(services.settings.home).address("http://testserver", conversation, at)
    return address.removeprefix("http://testserver/c/")


def resume(shop: Shop, link: str):
    return shop.client.post("/api/chat/sessions/resume", json={"link": link})


def tokens(shop: Shop) -> int:
    with shop.services.database.read() as session:
        return len(session.exec(select(ConversationTokenRow)).all())


def test_a_link_opens_its_conversation_and_the_first_browser_stays_in(shop):
    customer, other = shop.customer(), shop.customer()
    customer.says("a word")
    resumed = resume(shop, link_to(shop, customer.id))
    assert resumed.status_code == 201
    assert resumed.json()["conversation_id"] == customer.id
    headers = {"Authorization": f"Bearer {resumed.json()['token']}"}
    page = shop.client.get("/api/chat/messages", headers=headers).json()
    assert "a word" in [message["text"] for message in page["messages"]]
    assert customer.page()["messages"]
    assert resumed.json()["token"] not in (customer.token, other.token)


def test_the_token_of_a_link_lapses_and_is_prolonged_like_any(shop):
    customer = shop.customer()
    headers = {
        "Authorization": f"Bearer {resume(shop, link_to(shop, customer.id)).json()['token']}"
    }
    for passed, status in ((timedelta(days=29), 200), (TOKEN_LIFETIME + timedelta(days=1), 404)):
        with shop.services.database.write() as session:
            row = session.exec(select(ConversationTokenRow)).one()
            row.used_at = shop.services.clock() - passed
            session.add(row)
        assert shop.client.get("/api/chat/messages", headers=headers).status_code == status


def test_a_conversation_keeps_so_many_tokens_and_its_own_for_ever(shop):
    customer = shop.customer()
    link = link_to(shop, customer.id)
    given = [resume(shop, link).json()["token"] for _ in range(MOST_FURTHER + 3)]
    assert tokens(shop) == MOST_FURTHER
    newest = {"Authorization": f"Bearer {given[-1]}"}
    assert shop.client.get("/api/chat/messages", headers=newest).status_code == 200
    assert customer.page()["messages"]


@pytest.mark.parametrize(("days", "reason"), [(-15, "expired"), (None, "not valid")])
def test_a_link_that_is_over_or_none_opens_nothing_and_says_so(shop, days, reason):
    customer = shop.customer()
    link = "nonsense" if days is None else link_to(shop, customer.id, days)
    refused = resume(shop, link)
    assert refused.status_code == 404
    assert reason in refused.json()["detail"]
    page = shop.client.get(f"/c/{link}", headers={"Accept-Language": "de-AT,en;q=0.8"})
    assert page.status_code == 404
    assert "Dieser Link ist" in page.text
    assert tokens(shop) == 0


def test_a_link_to_a_conversation_that_is_gone_opens_nothing(shop):
    assert resume(shop, link_to(shop, "gone")).status_code == 404


def test_opening_the_page_changes_nothing_and_tells_nobody_the_link(shop, caplog):
    caplog.set_level(logging.INFO, "bot")
    link = link_to(shop, shop.customer().id)
    page = shop.client.get(f"/c/{link}")
    assert tokens(shop) == 0
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "unsafe" not in page.headers["content-security-policy"]
    assert link not in page.text
    assert link not in caplog.text


def test_a_company_with_a_tag_in_its_name_breaks_no_page(tmp_path):
    (tmp_path / "frontdesk.yaml").write_text("company: '<script>x</script>'")
    with TestClient(create_app(Settings.load(tmp_path, {}))) as client:
        assert "<script>" not in client.get("/c/x").text


def test_asking_for_what_comes_after_a_seq_says_that_all_before_was_read(shop):
    customer = shop.customer()
    seq = customer.says("hello")
    customer.reply_to(seq)
    assert read_seq(shop, customer.id) == seq
    customer.page(after=0)
    assert read_seq(shop, customer.id) == seq


def test_a_read_frame_is_kept(shop):
    customer = shop.customer()
    with customer.socket(after=1) as socket:
        socket.send_json({"type": "read", "seq": 1})
        socket.send_json({"type": "message", "client_msg_id": "k", "text": "x"})
        while socket.receive_json()["type"] != "ack":
            pass
    assert read_seq(shop, customer.id) == 1


def test_messages_are_read_while_nothing_can_be_stored(shop, monkeypatch):
    customer = shop.customer()
    monkeypatch.setattr("bot.store.database.BUSY_TIMEOUT_MS", 20)
    shop.services.database.engine.dispose()
    with shop.services.database.write() as session:
        session.connection()
        assert customer.page(after=1)["messages"] == []
    assert read_seq(shop, customer.id) == 0


def read_seq(shop: Shop, conversation: str) -> int:
    with shop.services.database.read() as session:
        return session.get_one(ConversationRow, conversation).read_seq
