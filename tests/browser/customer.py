"""What a customer does with the widget, in a customer's words."""

from __future__ import annotations

from playwright.sync_api import FrameLocator, Locator, Page, expect


class Customer:
    """Somebody on the shop's page. The panel is found by what it shows, not by how it is built."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def arrive(self) -> Customer:
        """Comes to the shop's page; the chat is there, and closed."""
        self.page.goto(self.url)
        expect(self.launcher).to_be_visible()
        return self

    def open(self) -> Customer:
        """Opens the chat."""
        self.launcher.click()
        expect(self.field).to_be_visible()
        return self

    def reopen(self) -> Customer:
        """Opens the chat after a reload, where it may open by itself, too."""
        self.page.wait_for_function("() => window.Frontdesk")
        self.page.evaluate("Frontdesk.open()")
        expect(self.field).to_be_visible()
        return self

    def say(self, text: str) -> None:
        """Writes a message and sends it with the Enter key."""
        self.field.fill(text)
        self.field.press("Enter")

    @property
    def launcher(self) -> Locator:
        """The round button."""
        return self.page.locator("#frontdesk button")

    @property
    def panel(self) -> FrameLocator:
        """The chat's frame."""
        return self.page.frame_locator("#frontdesk iframe")

    @property
    def field(self) -> Locator:
        """Where one writes."""
        return self.panel.get_by_role("textbox")

    @property
    def log(self) -> Locator:
        """What was said."""
        return self.panel.get_by_role("log")

    def own(self, text: str) -> Locator:
        """The customer's own messages with this text."""
        return self.log.locator("article.customer").filter(has_text=text)

    @property
    def person(self) -> Locator:
        """The way to a person, which stands by the writing field at all times."""
        return self.panel.locator("form").get_by_role("button", name="Talk to a person")

    def replies(self) -> Locator:
        """What the bot has said."""
        return self.log.locator("article.bot")
