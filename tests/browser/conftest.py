"""Chromium for the tests of the web programs, and the folder in which their screenshots are kept.

The server is the product itself (``live_server``); nothing here stands in for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--headless"]
SCREENSHOTS = Path(__file__).resolve().parents[2] / "test-output" / "screenshots"
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)


class LiveServer(Protocol):
    """The running product: where it is, over which home, and who may sign in at its desk."""

    home: Path
    url: str
    desk_email: str
    desk_password: str


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this folder."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM} (Debian's package chromium puts it there)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What browsers complained of during the test; empty at the end, or the test fails."""
    return []


@pytest.fixture
def visit(browser: Browser, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Makes a page in a browser profile of its own; takes Playwright's context options."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        options.setdefault("viewport", {"width": 1280, "height": 800})
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: "Content Security" in said.text and complaints.append(said.text),
        )
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def screenshot() -> Callable[[Page, str], None]:
    """Keeps what a page looks like now, as a file that continuous integration can show."""

    def keep(page: Page, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.wait_for_timeout(250)  # Lets transitions end.
        page.screenshot(path=SCREENSHOTS / f"{name}.png")

    return keep
