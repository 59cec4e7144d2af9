"""The whole way: a customer leaves, a person answers, a mail comes, its link leads back."""

from __future__ import annotations

import shutil
import time
from datetime import timedelta

import pytest
from corresponding import PUBLIC
from fastapi.testclient import TestClient
from serving import Shop

from bot.app import create_app
from bot.services import utc_now
from bot.settings import Settings
from bot.store.tables import ConversationRow


@pytest.fixture
def mailing_shop(tmp_path, migrated, smtp, monkeypatch):
    """A shop that mails, and looks for what it owes all the time."""
    monkeypatch.setattr("bot.mail.mailing.LOOK_SECONDS", 0.05)
    shutil.copy(migrated, tmp_path / "frontdesk.db")
    environment = {"FRONTDESK_SMTP_URL": smtp.url, "FRONTDESK_PUBLIC_URL": PUBLIC}
    app = create_app(Settings.load(tmp_path, environment))
    with TestClient(app) as client:
        yield Shop(app, client)


def test_a_customer_who_left_is_mailed_the_answer_and_comes_back_by_its_link(mailing_shop, smtp):
    services, ada, customer = (
        mailing_shop.services, mailing_shop.person("Ada"), mailing_shop.customer(),
    )  # fmt: skip
    with services.database.write() as session:
        row = session.get_one(ConversationRow, customer.id)
        row.customer_email = "eve@home.example"
        session.add(row)
    ada.act(customer.id, "takeover")
    ada.act(customer.id, "reply", client_msg_id="k", text="It leaves tomorrow.")
    services.clock = lambda: utc_now() + timedelta(minutes=6)
    until = time.monotonic() + 10
    while not smtp.mails and time.monotonic() < until:
        time.sleep(0.02)
    (arrived,) = smtp.mails
    assert "> It leaves tomorrow." in arrived.text
    link = arrived.text.partition(f"{PUBLIC}/c/")[2].split()[0]
    resumed = mailing_shop.client.post("/api/chat/sessions/resume", json={"link": link}).json()
    headers = {"Authorization": f"Bearer {resumed['token']}"}
    page = mailing_shop.client.get("/api/chat/messages", headers=headers).json()
    assert page["messages"][-1]["text"] == "It leaves tomorrow."
    assert ada.get("mail", conversation=customer.id).json()["mails"][0]["kind"] == "answer"
