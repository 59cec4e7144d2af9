"""An import may be killed at any moment and simply run again."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

NUMBER = 40_000
COMMAND = """
import signal
# Programs that a shell began in the background ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
from bot.cli import main
main()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    lines = (
        {
            "id": f"{n:06}",
            "turns": [
                {"speaker": "customer", "text": f"Where is parcel {n}? I am a{n}@shop.example."},
                {"speaker": "agent", "text": "On its way.", "author": "Ben"},
            ],
        }
        for n in range(NUMBER)
    )
    path = tmp_path / "t.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def rows(home: Path, query: str) -> list[Any]:
    try:
        with sqlite3.connect(f"file:{home}/frontdesk.db?mode=ro", uri=True) as database:
            return [value for (value,) in database.execute(query)]
    except sqlite3.OperationalError:
        return []


def stored(home: Path) -> list[str]:
    return rows(home, "SELECT key FROM transcript ORDER BY key")


def number_stored(home: Path) -> int:
    return sum(rows(home, "SELECT COUNT(*) FROM transcript"))


def importing(home: Path, file: Path) -> subprocess.Popen[bytes]:
    arguments = ["--home", str(home), "import", "transcripts", str(file), "--json"]
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def moments(home: Path, process: subprocess.Popen[bytes]) -> Iterator[int]:
    while process.poll() is None:
        yield number_stored(home)
        time.sleep(0.02)


@pytest.mark.slow
def test_killed_again_and_again_it_stores_each_conversation_once(
    tmp_path: Path, file: Path
) -> None:
    home = tmp_path / "home"
    for kill in (signal.SIGKILL, signal.SIGINT, signal.SIGKILL):
        before = len(stored(home))
        process = importing(home, file)
        assert any(number > before + 2000 for number in moments(home, process))
        process.send_signal(kill)
        _, told = process.communicate()
        assert process.returncode != 0
        assert kill is signal.SIGKILL or b"run the command again" in told
        assert before < len(stored(home)) < NUMBER

    before = len(stored(home))
    out, _ = importing(home, file).communicate()
    result = json.loads(out)
    assert (result["duplicates"], result["conversations"]) == (before, NUMBER - before)
    assert stored(home) == [f"frontdesk:{n:06}" for n in range(NUMBER)]
