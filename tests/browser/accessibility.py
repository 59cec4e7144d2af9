"""axe in a page: what it finds against WCAG 2.2 A and AA, and its own best practices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame

AXE = Path(__file__).resolve().parents[2] / "bot/web/node_modules/axe-core/axe.min.js"
SIZES = """() => [...document.querySelectorAll("button, select, input, summary")]
  .filter((each) => each.checkVisibility() && !each.closest(".hidden, .consent"))
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 43.5 || height < 43.5)
  .map(([each, { width, height }]) => `${each.outerHTML.slice(0, 80)}: ${width} by ${height}`)"""


def violations(frame: Frame) -> list[str]:
    """What axe finds, one sentence each; nothing is what one wants."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: `npm ci` in bot/web puts it there")
    if not frame.evaluate("'axe' in window"):
        frame.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = frame.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {each['help']} ({'; '.join(str(node['target']) for node in each['nodes'])})"
        for each in found["violations"]
    ]


def small_targets(frame: Frame) -> list[str]:
    """What can be pressed and is smaller than 44 pixels in either direction."""
    return list(frame.evaluate(SIZES))
