"""What the widget costs the page it stands on, and how soon an answer is on the screen.

    python -m tests.benchmarks.widget HOME TEXTS

HOME is a prepared home, which is served by a process of this program's; TEXTS a file with a message
a line. The launcher's cost is the main thread's time between an empty page and the same page with
the script, told by Chromium, without the network. An answer's time runs from the Enter key to its
words in the panel, over loopback, and contains `quiet_seconds`, the pause in which the bot lets a
customer finish. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import json
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.answering import is_ready, percentile

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--headless"]
LOADS = 15
WORK = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration", "TaskDuration")
NEXT_REPLY = """([text]) => new Promise((done) => {
  const log = document.querySelector("[role=log]");
  const field = document.querySelector("textarea");
  const before = log.querySelectorAll("article.bot").length;
  const began = performance.now();
  new MutationObserver((_, watcher) => {
    if (log.querySelectorAll("article.bot").length <= before) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  }).observe(log, { childList: true, subtree: true });
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => field.form.requestSubmit());
})"""


def main_thread(browser: Browser, address: str, tag: str) -> dict[str, float]:
    """Milliseconds of the main thread that a page with ``tag`` takes, by kind of work."""
    page = browser.new_page()
    html = f"<!doctype html><title>Shop</title><h1>Shop</h1>{tag}"
    page.route(f"{address}/host", lambda route: route.fulfill(body=html, content_type="text/html"))
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(f"{address}/host")
    page.wait_for_timeout(300)
    told = session.send("Performance.getMetrics")["metrics"]
    page.close()
    return {each["name"]: each["value"] * 1_000 for each in told if each["name"] in WORK}


def launcher(browser: Browser, address: str) -> dict[str, float]:
    """Milliseconds of the main thread that the launcher adds: medians over loads in turn."""
    tag = f'<script src="{address}/widget.js" async></script>'
    pairs = [
        (main_thread(browser, address, ""), main_thread(browser, address, tag))
        for _ in range(LOADS)
    ]
    return {
        kind: round(statistics.median(loaded[kind] - bare[kind] for bare, loaded in pairs), 2)
        for kind in WORK
    }


def answers(page: Page, address: str, texts: list[str]) -> list[float]:
    """Milliseconds from sending each text to the next words of the bot on the screen."""
    page.goto(address)
    page.locator("#frontdesk button").click()
    page.frame_locator("#frontdesk iframe").get_by_role("textbox").wait_for()
    panel = next(frame for frame in page.frames if "/widget/" in frame.url)
    panel.evaluate(NEXT_REPLY, [texts[0]])  # It begins the conversation, which counts once.
    return [float(panel.evaluate(NEXT_REPLY, [text])) for text in texts]


def measure(home: str, texts: list[str]) -> dict[str, object]:
    """Serve ``home``, and look at it with one browser."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bot.cli", "--home", home, "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        while not is_ready(address):
            time.sleep(0.05)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            took = answers(browser.new_page(), address, texts)
            return {
                "launcher_ms": launcher(browser, address),
                "answer_ms": {"p50": percentile(took, 0.5), "p95": percentile(took, 0.95)},
                "answers": len(took),
            }
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
    print(json.dumps(measure(sys.argv[1], [line for line in lines if line.strip()]), indent=2))
