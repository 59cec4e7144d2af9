"""What customers, agents, templates and articles say is shown, and never run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url
from bot.store.tables import AttachmentRow, ConversationRow, MessageRow

from .agent import Agent
from .conftest import LiveServer
from .customer import Customer
from .hostile import CALL, hostile_texts

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
AUTHORS = ("customer", "bot", "agent", "system")
TRAP = "window.ran = 0; window.pwned = () => { window.ran += 1; };"
MARKED = "e => [...e.querySelectorAll('*')].flatMap(x => [...x.attributes].map(a => a.name))"


def test_the_corpus_is_as_large_as_it_is_said_to_be() -> None:
    texts = hostile_texts()
    assert (len(set(texts)), all(CALL in text for text in texts)) == (200, True)


def test_nothing_hostile_runs_in_the_widget_or_at_the_desk(
    visit: Visit, live_server: LiveServer
) -> None:
    page = visit(viewport={"width": 1280, "height": 800})
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.context.add_init_script(TRAP)
    customer = Customer(page, live_server.url).arrive().open()
    customer.say(hostile_texts()[0])
    expect(customer.replies()).to_have_count(2)
    stored = "() => JSON.parse(localStorage.getItem('frontdesk.session')).conversation_id"
    conversation = customer.panel.locator("html").evaluate(stored)
    say_everything(live_server, conversation)
    page.reload()
    last = customer.log.locator("article.agent .file-name").last
    expect(last).to_be_attached(timeout=30_000)
    for link in customer.log.locator("a[href]").all()[:40]:
        address = link.get_attribute("href") or ""
        assert not address.lower().startswith(("javascript:", "data:text"))
    attributes = customer.log.evaluate(MARKED)
    assert [name for name in attributes if name.startswith("on")] == []
    agent = Agent(visit(viewport={"width": 1440, "height": 900}), live_server)
    agent.page.context.add_init_script(TRAP)
    agent.sign_in()
    agent.page.goto(f"{live_server.url}/desk/inbox/bot/{conversation}")
    expect(agent.log.locator("article, li").first).to_be_visible(timeout=30_000)
    agent.page.wait_for_timeout(1_000)
    for frame in (*page.frames, *agent.page.frames):
        assert frame.evaluate("window.ran") == 0
    assert dialogs == []


def say_everything(server: LiveServer, conversation: str) -> None:
    """Put every text into every place of a message: words, name, button, source, file."""
    database, now = Database.open(sqlite_url(server.home / "frontdesk.db")), utc_now()
    with database.write() as session:
        row = session.get_one(ConversationRow, conversation)
        for number, text in enumerate(hostile_texts()):
            file = f"hostile-{number}"
            session.add(
                AttachmentRow(
                    id=file, conversation_id=conversation, author="agent", name=text,
                    media_type="image/svg+xml", size=1, state="expected", created_at=now,
                )
            )  # fmt: skip
            session.add(
                MessageRow(
                    conversation_id=conversation, seq=row.next_seq, name=text, text=text,
                    author=AUTHORS[number % len(AUTHORS)], attachments=[file],
                    buttons=[{"id": text, "label": text, "action": {}}],
                    sources=[{"title": text, "url": text, "quote": text}], sent_at=now,
                )
            )  # fmt: skip
            row.next_seq += 1
        row.customer = hostile_texts()[3]
        session.add(row)
    database.close()
