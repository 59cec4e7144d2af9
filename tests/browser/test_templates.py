"""The desk's answer templates in a real browser: write, save, collide, try."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from bot.content.templates import put_template
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from knowledge import AnswerTemplate, TemplateId, TemplateState

from .agent import Agent
from .conftest import LiveServer

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]
WIDE = {"width": 1440, "height": 900}
DRAFT = TemplateState.DRAFT


class Editor:
    """Somebody who writes templates."""

    def __init__(self, page: Page, server: LiveServer) -> None:
        self.page = page
        Agent(page, server).sign_in("/desk/templates")

    def write(self, title: str, question: str, answer: str) -> None:
        """Begins a new template and fills it in, as live."""
        self.page.get_by_role("link", name="New template").click()
        self.page.get_by_label("Title").fill(title)
        self.page.locator("form.editor").get_by_label("State").select_option("live")
        self.page.get_by_label("Example questions").fill(question)
        self.page.get_by_label("Answer", exact=True).fill(answer)

    def save(self) -> None:
        """Presses Save."""
        self.page.get_by_role("button", name="Save", exact=True).click()

    def saved(self) -> None:
        """Expects that the template has been saved."""
        expect(self.page.get_by_text("Saved.", exact=True)).to_be_visible()

    def open(self, title: str) -> None:
        """Finds a template in the list and opens it."""
        self.page.get_by_label("Search templates").fill(title)
        self.page.locator("a.row").filter(has_text=title).click()
        expect(self.page.get_by_label("Title")).to_have_value(title)


@pytest.fixture
def title() -> str:
    return f"Repair in the rain {uuid4().hex[:8]}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_template_written_this_minute_takes_part_at_once(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot, scheme: str, title: str
) -> None:
    editor = Editor(visit(viewport=WIDE, color_scheme=scheme), live_server)
    question = f"Can you mend a puncture while it rains cats and dogs, {title}?"
    editor.write(title, question, "Yes, our workshop has a roof.")
    editor.save()
    editor.saved()
    page = editor.page
    page.get_by_label("A customer’s message").fill(question)
    page.get_by_role("button", name="Try", exact=True).click()
    trial = page.get_by_role("complementary", name="Try it")
    expect(trial.locator(".candidates")).to_contain_text(title)
    screenshot(page, f"desk-templates-{scheme}")


def test_a_field_is_put_in_at_the_cursor(visit: Visit, live_server: LiveServer, title: str) -> None:
    editor = Editor(visit(viewport=WIDE), live_server)
    editor.write(title, "Who are you?", "We are , glad to help.")
    answer = editor.page.get_by_label("Answer", exact=True)
    answer.evaluate("area => area.setSelectionRange(7, 7)")
    field = editor.page.get_by_role("group", name="Insert field").get_by_role("button").first
    name = field.inner_text()
    field.click()
    expect(answer).to_have_value(f"We are {{{{ {name} }}}}, glad to help.")


def test_an_unknown_field_is_refused_with_a_sentence_and_nothing_is_lost(
    visit: Visit, live_server: LiveServer, title: str
) -> None:
    editor = Editor(visit(viewport=WIDE), live_server)
    editor.write(title, "Who are you?", "I am {{ nonsense_field }}.")
    editor.save()
    expect(editor.page.get_by_role("alert")).to_contain_text("nonsense_field")
    expect(editor.page.get_by_label("Title")).to_have_value(title)


def test_who_saves_second_decides_between_the_two_versions(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot, title: str
) -> None:
    first = Editor(visit(viewport=WIDE), live_server)
    first.write(title, "Do you mend bikes?", "Yes.")
    first.save()
    first.saved()
    second = Editor(visit(viewport=WIDE), live_server)
    second.open(title)
    first.page.get_by_label("Answer", exact=True).fill("Yes, on weekdays.")
    first.save()
    first.saved()
    second.page.get_by_label("Answer", exact=True).fill("Yes, always.")
    second.save()
    expect(second.page.get_by_role("alert")).to_contain_text("Somebody saved this template")
    screenshot(second.page, "desk-template-conflict")
    second.page.get_by_role("button", name="Save mine over it").click()
    second.saved()
    first.page.reload()
    expect(first.page.get_by_label("Answer", exact=True)).to_have_value("Yes, always.")


def test_unsaved_changes_are_not_left_behind_unasked(
    visit: Visit, live_server: LiveServer, title: str
) -> None:
    editor = Editor(visit(viewport=WIDE), live_server)
    editor.write(title, "Hello?", "Hello.")
    asked: list[str] = []
    editor.page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    editor.page.get_by_role("link", name="Inbox").click()
    expect(editor.page.get_by_label("Title")).to_have_value(title)
    assert "unsaved" in asked[0]


def test_a_deleted_template_is_gone_from_the_list(
    visit: Visit, live_server: LiveServer, title: str
) -> None:
    editor = Editor(visit(viewport=WIDE), live_server)
    editor.write(title, "Will this last?", "No.")
    editor.save()
    editor.saved()
    editor.page.once("dialog", lambda dialog: dialog.accept())
    editor.page.get_by_role("button", name="Delete", exact=True).click()
    editor.page.get_by_label("Search templates").fill(title)
    expect(editor.page.get_by_text("No template matches.")).to_be_visible()


def test_a_title_of_another_language_is_kept_beside_its_text(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot, title: str
) -> None:
    editor = Editor(visit(viewport=WIDE), live_server)
    editor.write(title, "Does it rain?", "Yes.")
    editor.page.get_by_role("button", name="简体中文").click()
    editor.page.get_by_label("Title in 简体中文").fill("下雨吗")
    editor.page.get_by_label("Answer", exact=True).fill("下雨。")
    screenshot(editor.page, "template-in-chinese")
    editor.save()
    editor.saved()
    editor.page.reload()
    editor.page.get_by_role("button", name="简体中文").click()
    expect(editor.page.get_by_label("Title in 简体中文")).to_have_value("下雨吗")
    expect(editor.page.get_by_label("Title", exact=True)).to_have_value(title)


def test_a_draft_shows_what_it_rests_on(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot, title: str
) -> None:
    draft = AnswerTemplate(
        TemplateId(f"draft-{uuid4().hex[:8]}"), title, {"en": "It takes 3 days."}, state=DRAFT
    )
    rests_on = {
        "conversations": 12,
        "covers": 15,
        "agents": ["Ada", "Bo"],
        "first": "2026-03-01T09:00:00+00:00",
        "last": "2026-08-01T09:00:00+00:00",
        "marks": ["3 days"],
        "topic": "Delivery",
    }
    database = Database.open(Settings.load(live_server.home, {}).database_url)
    with database.write() as session:
        put_template(session, draft, utc_now(), evidence=rests_on)
    database.close()
    editor = Editor(visit(viewport=WIDE), live_server)
    editor.open(title)
    shown = editor.page.locator("dl.evidence")
    expect(shown).to_be_visible()
    assert shown.locator("dt").all_inner_texts() == [
        "Learned from",
        "Topic",
        "Agents",
        "Look these up",
    ]
    assert shown.locator("dd").nth(1).inner_text() == "Delivery"
    screenshot(editor.page, "desk-draft-evidence")
