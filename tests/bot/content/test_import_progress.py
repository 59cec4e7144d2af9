"""An import that was cut off goes on where it was; one that ended begins anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from situations import NOON

from bot.content.import_progress import ImportProgress, import_key
from bot.content.transcripts import Importing, all_transcripts, store_transcripts
from bot.store import Database
from knowledge import Redactor, Speaker, Transcript, TranscriptId, Turn

NUMBER = 1700


def conversations(until: int = NUMBER) -> Iterator[Transcript]:
    for number in range(NUMBER):
        if number == until:
            raise KeyboardInterrupt
        turn = Turn(Speaker.CUSTOMER, f"question {number}")
        yield Transcript(TranscriptId(f"{number:05}"), (turn,))


def run(database: Database, until: int = NUMBER) -> tuple[int, int]:
    """How many were passed over, and how many had to be looked at."""
    progress = ImportProgress(database, "import:test")
    looked_at = 0

    def rest() -> Iterator[Transcript]:
        nonlocal looked_at
        for transcript in progress.rest_of(conversations(until)):
            looked_at += 1
            yield transcript

    importing = Importing(Redactor(), b"key")
    store_transcripts(database, rest(), importing, NOON, note=progress.note)
    progress.forget()
    return progress.passed, looked_at


def test_what_is_stored_is_passed_over_and_nothing_is_lost_or_doubled(database: Database) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(database, until=1600)
    with pytest.raises(KeyboardInterrupt):
        run(database, until=700)
    assert run(database) == (1500, 200)
    assert [t.id for t in all_transcripts(database)] == [f"{n:05}" for n in range(NUMBER)]


def test_once_it_has_ended_everything_is_looked_at_again(database: Database) -> None:
    run(database)
    assert run(database) == (0, NUMBER)


def test_changed_files_and_other_options_are_another_import(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "t.jsonl"
    file.parent.mkdir()
    file.write_text("{}")
    key = import_key([tmp_path], {"format": "auto"})
    assert key == import_key([tmp_path], {"format": "auto"})
    assert key != import_key([tmp_path], {"format": "jsonl"})
    file.write_text("{}\n{}")
    assert key != import_key([tmp_path], {"format": "auto"})
