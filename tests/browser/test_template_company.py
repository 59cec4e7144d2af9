"""What a template has beside its words, in a real browser: wordings, files, dates, versions."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from .conftest import LiveServer
from .test_templates import WIDE, Editor

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]


@pytest.fixture
def title() -> str:
    return f"Bikes for giants {uuid4().hex[:8]}"


@pytest.fixture
def editor(visit: Visit, live_server: LiveServer, title: str) -> Editor:
    editor = Editor(visit(viewport=WIDE), live_server)
    editor.write(title, f"Are there frames for people of 2.10 m, {title}?", "Yes, size XXL.")
    return editor


def test_wordings_and_a_channels_own_text_are_kept(editor: Editor, screenshot: Screenshot) -> None:
    page = editor.page
    page.get_by_role("button", name="Add a wording").click()
    page.get_by_label("Wording 2", exact=True).fill("Our XXL fits you.")
    page.get_by_text("Texts of single channels").click()
    page.get_by_label("Text on Telegram").fill("XXL!")
    editor.save()
    editor.saved()
    page.reload()
    expect(page.get_by_label("Wording 2", exact=True)).to_have_value("Our XXL fits you.")
    expect(page.get_by_label("Text on Telegram")).to_have_value("XXL!")
    screenshot(page, "desk-template-wordings")


def test_the_trial_says_it_as_on_the_channel(editor: Editor, title: str) -> None:
    page = editor.page
    page.get_by_text("Texts of single channels").click()
    page.get_by_label("Text on Telegram").fill("XXL!")
    page.get_by_label("Offer another answer").select_option(index=1)
    offered = page.locator("form.editor .chips li span").last.inner_text()
    editor.save()
    editor.saved()
    page.get_by_label("As on").select_option("telegram")
    page.get_by_label("A customer’s message").fill(
        f"Are there frames for people of 2.10 m, {title}?"
    )
    page.get_by_role("button", name="Try", exact=True).click()
    trial = page.get_by_role("complementary", name="Try it")
    expect(trial.locator(".bubble")).to_contain_text("XXL!")
    expect(trial).to_contain_text(f"Offers: {offered}")


def test_a_file_is_uploaded_and_named(editor: Editor) -> None:
    page = editor.page
    pdf = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
    page.locator("form.editor input[type=file]").set_input_files(
        {"name": "sizes.pdf", "mimeType": "application/pdf", "buffer": pdf}
    )
    expect(page.get_by_role("link", name="sizes.pdf")).to_be_visible()
    editor.save()
    editor.saved()
    page.reload()
    expect(page.get_by_role("link", name="sizes.pdf")).to_be_visible()
    page.locator("form.editor input[type=file]").set_input_files(
        {"name": "run.exe", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00"}
    )
    expect(page.get_by_text("This file was not taken")).to_be_visible()


def test_dates_and_owner_are_said_in_the_list(editor: Editor, title: str) -> None:
    page = editor.page
    page.get_by_label("Valid from").fill("2020-01-01T00:00")
    page.get_by_label("Valid until").fill("2020-02-01T00:00")
    page.get_by_label("Owner").select_option(label="Robin")
    editor.save()
    editor.saved()
    page.get_by_label("Search templates").fill(title)
    row = page.locator("a.row").filter(has_text=title)
    expect(row).to_contain_text("ended")
    expect(row).to_contain_text("robin@lindewiel.example")


def test_an_older_version_is_compared_and_brought_back(
    editor: Editor, screenshot: Screenshot
) -> None:
    page = editor.page
    editor.save()
    editor.saved()
    answer = page.get_by_label("Answer", exact=True)
    answer.fill("Yes, size XXXL.")
    editor.save()
    editor.saved()
    page.get_by_role("button", name="Show versions").click()
    page.locator(".history summary").filter(has_text="version 1").click()
    past = page.locator(".history details").filter(has_text="version 1")
    expect(past.locator("del")).to_have_text("XXL")
    expect(past.locator("ins")).to_have_text("XXXL")
    screenshot(page, "desk-template-versions")
    past.get_by_role("button", name="Bring back version 1").click()
    expect(answer).to_have_value("Yes, size XXL.")
    expect(page.locator(".editor-head")).to_contain_text("version 3")


def test_what_another_template_has_already_is_said_while_typing(
    editor: Editor, visit: Visit, live_server: LiveServer, title: str, screenshot: Screenshot
) -> None:
    editor.save()
    editor.saved()
    other = Editor(visit(viewport=WIDE), live_server)
    other.write(
        f"{title} again", f"are there frames for people of 2.10 m, {title}", "Yes, size XXL!"
    )
    shared = other.page.get_by_role("region", name="Shared with other templates")
    expect(shared).to_contain_text("stands as a question there already")
    expect(shared).to_contain_text("says nearly the same")
    expect(shared.get_by_role("link", name=title).first).to_be_visible()
    screenshot(other.page, "desk-template-overlaps")


def test_who_saves_second_sees_both_texts(
    editor: Editor, visit: Visit, live_server: LiveServer, title: str
) -> None:
    editor.save()
    editor.saved()
    second = Editor(visit(viewport=WIDE), live_server)
    second.open(title)
    editor.page.get_by_label("Answer", exact=True).fill("Yes, size XXXL.")
    editor.save()
    editor.saved()
    second.page.get_by_label("Answer", exact=True).fill("No, sadly.")
    second.save()
    alert = second.page.get_by_role("alert")
    expect(alert.locator("del")).to_contain_text(["Yes"])
    expect(alert.locator("ins")).to_contain_text(["No"])
    expect(second.page.get_by_label("Answer", exact=True)).to_have_value("No, sadly.")
