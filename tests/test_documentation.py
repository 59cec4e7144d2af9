"""What the README tells is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.commands import unbuilt

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def variables_read() -> set[str]:
    """Every environment variable of ours that the settings read."""
    source = (ROOT / "bot/settings/environment.py").read_text(encoding="utf-8")
    return set(re.findall(r"\bFRONTDESK_[A-Z_]+\b", source))


@pytest.mark.parametrize("variable", sorted(variables_read()))
def test_every_variable_is_documented(variable: str) -> None:
    assert f"`{variable}`" in README


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_what_the_readme_calls_not_built_is_not_built() -> None:
    section = README.split("## Not built yet")[1].split("## ")[0]
    for name, place in COMMANDS.items():
        if place.startswith(unbuilt.__name__):
            assert f"`{name}`" in section or f"`frontdesk {name}`" in section, name
