"""What a colleague does at the desk."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from .conftest import LiveServer


def sign_in_wordless(page: Page, server: LiveServer, path: str) -> None:
    """Signs in at ``path``, whatever language the desk speaks: by the places of the fields."""
    page.goto(server.url + path)
    page.locator("input").nth(0).fill(server.desk_email)
    page.locator("input").nth(1).fill(server.desk_password)
    page.locator("button[type=submit]").click()


class Agent:
    """Somebody at the desk."""

    def __init__(self, page: Page, server: LiveServer) -> None:
        self.page = page
        self.server = server

    def sign_in(
        self, path: str = "/desk/", email: str | None = None, password: str | None = None
    ) -> Agent:
        """Opens the desk at ``path`` and signs in, as the server's own user or as another."""
        self.page.goto(self.server.url + path)
        self.page.get_by_label("E-mail address").fill(email or self.server.desk_email)
        self.page.get_by_label("Password").fill(password or self.server.desk_password)
        self.press("Sign in")
        expect(self.page.get_by_role("navigation", name="Desk")).to_be_visible()
        return self

    def press(self, name: str) -> None:
        """Presses the button of that name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def queue(self, name: str) -> None:
        """Looks into a queue."""
        self.page.locator(".queues").get_by_role("link", name=name).click()

    def row(self, text: str) -> Locator:
        """The conversation in the list whose last message holds ``text``."""
        return self.page.locator("a.row").filter(has_text=text)

    def find(self, text: str) -> None:
        """Searches all texts of the queue, and opens what is found."""
        self.page.get_by_label("Search conversations").fill(text)
        rows = self.page.locator("a.row")
        expect(rows).to_have_count(1)
        rows.first.click()
        expect(self.log.get_by_text(text).first).to_be_visible()

    @property
    def log(self) -> Locator:
        """The open conversation's messages."""
        return self.page.get_by_role("log")

    def reply(self, text: str) -> None:
        """Writes to the customer."""
        field = self.page.get_by_placeholder("Reply to")
        field.fill(text)
        field.press("Enter")
        expect(field).to_have_value("")
