"""What every command promises: one JSON object or one line that says what to do, and its status."""

from __future__ import annotations

import pytest

from bot.cli import COMMANDS
from bot.store import Database
from bot.store.database import sqlite_url
from tests.bot.commands.conftest import Run

STARTED_BY_THE_SERVER = {"job"}
"""Not listed: nobody else has a use for it."""
UNBUILT = (
    ("worker",),
    ("insights",),
    ("monitor", "x.csv"),
    ("export", "all", "folder"),
    ("import", "all", "folder"),
    ("backup", "file"),
    ("restore", "file"),
)


@pytest.mark.parametrize("arguments", UNBUILT, ids=" ".join)
def test_what_is_not_built_says_so_and_fails(run: Run, arguments: tuple[str, ...]) -> None:
    finished = run(*arguments)

    assert finished.status == 1
    assert finished.out == ""
    assert "not built yet" in finished.err
    assert finished.err.count("\n") == 1


def test_every_command_can_be_loaded_and_explains_itself(run: Run) -> None:
    finished = run("--help")

    assert finished.status == 0
    for name in COMMANDS:
        assert (f"  {name} " in finished.out) is (name not in STARTED_BY_THE_SERVER)
        assert run(name, "--help").status == 0


def test_wrong_usage_exits_with_2(run: Run) -> None:
    assert run("no-such-command").status == 2
    assert run("ask").status == 2
    assert run("import", "transcripts").status == 2


def test_a_failure_prints_nothing_on_standard_output_even_with_json(run: Run) -> None:
    finished = run("import", "transcripts", "/no/such/file.jsonl", "--json")

    assert finished.status == 1
    assert finished.out == ""
    assert "/no/such/file.jsonl" in finished.err


def test_a_file_of_texts_in_another_encoding_is_refused_in_one_line(run: Run, tmp_path) -> None:
    texts = tmp_path / "texts.txt"
    texts.write_bytes(b"gr\xfc\xdfe\n")
    finished = run("ask", "--file", texts)
    assert (finished.status, finished.out) == (1, "")
    assert "UTF-8" in finished.err
    assert finished.err.count("\n") == 1
    assert "UTF-8" in run("review", "apply", texts).err


def test_a_busy_database_is_refused_in_one_line(run: Run, home, monkeypatch) -> None:
    run("user", "add", "a@b.example", "--role", "agent", stdin="long enough\n")
    monkeypatch.setattr("bot.store.database.BUSY_TIMEOUT_MS", 20)
    busy = Database.open(sqlite_url(home / "frontdesk.db"))
    with busy.write() as session:
        session.connection()
        finished = run("user", "reset", "a@b.example", stdin="long enough\n")
    busy.close()
    assert (finished.status, finished.out) == (1, "")
    assert "locked" in finished.err
    assert finished.err.count("\n") == 1


def test_a_home_that_is_a_file_is_refused(run: Run, home) -> None:
    home.write_text("not a folder")

    finished = run("models", "list")

    assert finished.status == 1
    assert "--home" in finished.err
