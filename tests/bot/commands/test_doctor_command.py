"""What is wrong with a home, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.store import Database
from bot.store.database import sqlite_url
from bot.store.tables import IntentRow
from tests.bot.commands.conftest import Run


def checks(run: Run) -> dict[str, Any]:
    finished = run("doctor", "--json")
    assert finished.status == 0, finished.err
    return {each["name"]: each for each in finished.json["checks"]}


def test_an_empty_home_is_told_what_it_lacks(run: Run) -> None:
    found = checks(run)
    assert [name for name, each in found.items() if not each["ok"]] == [
        "model",
        "index",
        "templates",
    ]
    assert "frontdesk train" in found["model"]["says"]


def test_names_that_nobody_knows_and_a_silenced_bot_are_told(run: Run, home: Path) -> None:
    run("silence", "on")
    database = Database.open(sqlite_url(home / "frontdesk.db"))
    with database.write() as session:
        session.add(IntentRow(id="return_request", name="Returns", source="test"))
    database.close()
    (home / "frontdesk.yaml").write_text("handoff: {intents: [return_reqest]}\n")
    found = checks(run)
    assert found["names"]["says"].endswith("did you mean 'return_request'?")
    assert not found["bot"]["ok"]
    assert "MEND  names: handoff.intents: there is no intent" in run("doctor").out


def test_settings_that_cannot_be_used_are_all_that_is_told(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "frontdesk.yaml").write_text("compnay: X\n")
    found = checks(run)
    assert list(found) == ["settings"]
    assert "compnay: is no setting" in found["settings"]["says"]
