"""What the READMEs tell is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.commands import unbuilt
from bot.dialog.lifecycle import MOVES, Move, Status

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for place in (
        "README.md",
        "[a-z]*/README.md",
        "bot/DECISIONS.md",
        "bot/*/README.md",
        "tests/*/README.md",
    )
    for path in ROOT.glob(place)
)
LINK = re.compile(r"\]\((?!http)([^)#\s]*)(?:#([^)\s]+))?\)")


def variables_read() -> set[str]:
    """Every environment variable of ours that the settings read."""
    source = (ROOT / "bot/settings/environment.py").read_text(encoding="utf-8")
    return set(re.findall(r"\bFRONTDESK_[A-Z_]+\b", source))


@pytest.mark.parametrize("variable", sorted(variables_read()))
def test_every_variable_is_documented(variable: str) -> None:
    assert f"`{variable}`" in README


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    path = ROOT / page
    for target, section in LINK.findall(path.read_text(encoding="utf-8")):
        linked = path.parent / target if target else path
        assert linked.exists(), target
        assert not section or section in anchors(linked), f"{target}#{section}"


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_a_page_names_is_there(page: str) -> None:
    named = set(re.findall(r"\btest_\w+\.py\b", (ROOT / page).read_text(encoding="utf-8")))
    assert named <= {path.name for path in (ROOT / "tests").rglob("test_*.py")}


def test_the_states_on_the_page_are_those_of_the_dialog() -> None:
    page = (ROOT / "bot/README.md").read_text(encoding="utf-8")
    head, *rows = re.findall(r"^\| (?:from|\*\*).*\|$", page, re.MULTILINE)
    moves = [Move(each) for each in cells(head)[1:]]
    told = {
        (Status(cells(row)[0].split("**")[1]), move): Status(after)
        for row in rows
        for move, after in zip(moves, cells(row)[1:], strict=True)
        if after
    }
    assert told == {key: after for key, after in MOVES.items() if key[1] in moves}
    assert set(Move) - set(moves) == {Move.WAKE, Move.TIME_OUT, Move.LAPSE}


def cells(row: str) -> list[str]:
    return [each.strip() for each in row.strip("|").split("|")]


def anchors(page: Path) -> set[str]:
    """The names that GitHub gives a page's headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


def test_what_the_readme_calls_not_built_is_not_built() -> None:
    section = README.split("## Not built yet")[1].split("## ")[0]
    for name, place in COMMANDS.items():
        if place.startswith(unbuilt.__name__):
            assert f"`{name}`" in section or f"`frontdesk {name}`" in section, name
