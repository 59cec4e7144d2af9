"""The desk's knowledge base in a real browser: writing, bringing in, trying, and being in time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .agent import Agent, sign_in_wordless
from .conftest import LiveServer
from .customer import Customer
from .test_desk import WIDE, Screenshot, Visit, unique

pytestmark = pytest.mark.browser
DRONES = "# Drones\n\n## How long does a drone fly?\n\nA Lindewiel drone flies for **47 minutes**."


def at_knowledge(page: Page, server: LiveServer) -> Agent:
    return Agent(page, server).sign_in("/desk/knowledge")


def write(agent: Agent, title: str, text: str) -> None:
    agent.page.get_by_role("link", name="New article").click()
    agent.page.get_by_label("Title").fill(title)
    agent.page.get_by_label("Text", exact=True).fill(text)
    agent.press("Save")
    expect(agent.page.get_by_text("Saved.")).to_be_visible()


def ask(agent: Agent, question: str) -> None:
    agent.page.get_by_label("A customer’s question").fill(question)
    agent.press("Ask")


def test_an_article_written_at_the_desk_answers_a_customer_at_once(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    agent = at_knowledge(visit(viewport=WIDE), server_of_my_own)
    write(agent, "Drones", DRONES)
    expect(agent.page.locator(".help-preview strong")).to_have_text("47 minutes")
    expect(agent.page.get_by_text("The bot answers from this version.")).to_be_visible()
    screenshot(agent.page, "desk-knowledge-article")
    customer = Customer(visit(), server_of_my_own.url).arrive().open()
    customer.say("How long does a Lindewiel drone fly?")
    expect(customer.log.get_by_text("47 minutes").first).to_be_visible()
    agent.press("Answered")
    expect(agent.page.get_by_text("How long does a Lindewiel drone fly?")).to_be_visible()


def test_an_outdated_article_tells_why_it_does_not_answer_until_it_is_edited(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    agent = at_knowledge(visit(viewport=WIDE), server_of_my_own)
    write(agent, "Drones (valid until December 2025)", DRONES)
    note = agent.page.get_by_text("Says that it held until 2025-12-31")
    expect(note).to_be_visible()
    expect(agent.page.locator(".tag", has_text="Outdated").first).to_be_visible()
    screenshot(agent.page, "desk-knowledge-outdated")
    agent.page.get_by_label("Title").fill("Drones")
    agent.press("Save")
    expect(agent.page.get_by_text("The bot answers from this version.")).to_be_visible()
    expect(note).to_be_hidden()


def test_a_question_finds_a_draft_before_it_is_saved(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    agent = at_knowledge(visit(viewport=WIDE), live_server)
    agent.page.get_by_role("link", name="New article").click()
    agent.page.get_by_label("Text", exact=True).fill(DRONES)
    agent.press("Passages")
    ask(agent, "how long does a drone fly?")
    expect(agent.page.locator(".passage.hit").get_by_text("found first")).to_be_visible()
    screenshot(agent.page, "desk-knowledge-passages")
    ask(agent, "what is the warranty on frames?")
    expect(agent.page.get_by_role("heading", name="Found as well")).to_be_visible()


def test_who_saves_second_sees_what_differs_and_chooses(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    title = unique("Opening hours")
    first = at_knowledge(visit(viewport=WIDE), live_server)
    write(first, title, "We open at nine.")
    second = Agent(visit(viewport=WIDE), live_server)
    second.sign_in(first.page.url.removeprefix(live_server.url))
    second.page.get_by_label("Text", exact=True).fill("We open at eight.")
    first.page.get_by_label("Text", exact=True).fill("We open at ten.")
    first.press("Save")
    expect(first.page.get_by_text("Saved.")).to_be_visible()
    second.press("Save")
    banner = second.page.get_by_role("alert")
    expect(banner).to_contain_text("Nothing of yours is lost")
    expect(banner.locator("del")).to_have_text("ten")
    expect(banner.locator("ins")).to_have_text("eight")
    screenshot(second.page, "desk-knowledge-conflict")
    second.press("Save mine over it")
    expect(second.page.get_by_text("Saved.")).to_be_visible()
    second.press("Versions")
    second.page.locator(".article-side summary").last.click()
    second.press("Bring back version 1")
    expect(second.page.get_by_label("Text", exact=True)).to_have_value("We open at nine.")


def test_files_are_brought_in_and_what_is_refused_says_why(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    agent = at_knowledge(visit(viewport=WIDE), live_server)
    name = unique("lights").replace(" ", "-")
    expect(agent.page.get_by_text("up to 64", exact=False)).to_be_visible()
    agent.page.locator("input[type=file]").set_input_files(
        [
            {"name": f"{name}.md", "mimeType": "text/markdown", "buffer": b"# Lights\n\nUSB-C."},
            {"name": "broken.zip", "mimeType": "application/zip", "buffer": b"PK no"},
            {"name": "setup.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"},
        ]
    )
    imports = agent.page.locator(".imports")
    expect(imports.get_by_text("1 article, 1 new or changed").first).to_be_visible()
    expect(imports.get_by_text("is no readable zip file").first).to_be_visible()
    expect(imports.get_by_text("of a kind that is not read")).to_be_visible()
    screenshot(agent.page, "desk-knowledge-imports")
    agent.page.get_by_label("Search articles").fill("USB-C")
    expect(agent.page.locator("a.row").filter(has_text="Lights").first).to_be_visible()


def test_a_private_address_is_refused_with_the_reason(
    visit: Visit, live_server: LiveServer
) -> None:
    agent = at_knowledge(visit(viewport=WIDE), live_server)
    agent.page.get_by_label("Address of a page").fill("http://127.0.0.1:9/secret")
    agent.press("Read it")
    expect(agent.page.get_by_text("not a public address").first).to_be_visible()


def test_a_retired_article_is_gone_for_readers_and_may_come_back(
    visit: Visit, live_server: LiveServer
) -> None:
    agent = at_knowledge(visit(viewport=WIDE), live_server)
    write(agent, unique("Bells"), "Bells ring.")
    address = agent.page.get_by_role("link", name="Help page").get_attribute("href")
    agent.press("Retire")
    expect(agent.page.get_by_text("its page says that it is gone")).to_be_visible()
    assert agent.page.request.get(f"{live_server.url}{address}").status == 410
    agent.press("Put back into service")
    expect(agent.page.get_by_text("The bot answers from this version.")).to_be_visible()
    agent.page.once("dialog", lambda dialog: dialog.accept())
    agent.press("Delete")
    expect(agent.page.get_by_role("heading", name="Bring articles in")).to_be_visible()
    assert agent.page.request.get(f"{live_server.url}{address}").status == 404


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_knowledge_base_fits_every_screen(
    visit: Visit,
    live_server: LiveServer,
    screenshot: Screenshot,
    scheme: str,
    locale: str,
    width: int,
) -> None:
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale)
    sign_in_wordless(page, live_server, "/desk/knowledge")
    expect(page.locator("a.row").first).to_be_visible()
    screenshot(page, f"desk-knowledge-{scheme}-{locale}-{width}")
    page.locator("a.row").first.click()
    expect(page.locator(".help-preview")).to_be_visible()
    screenshot(page, f"desk-knowledge-article-{scheme}-{locale}-{width}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
