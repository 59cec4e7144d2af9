"""What is promised for any bytes: conversations, reports of what was skipped, or a refusal."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from fuzz.seeds import file_of
from knowledge import KnowledgeError, SkippedRecord, Transcript, read_transcripts


def import_bytes(content: bytes, format: str, folder: Path) -> int:
    """Import ``content`` as if it were of that format; the number of conversations.

    Anything raised but a ``KnowledgeError``, which counts as none, is a finding.
    """
    file = folder / f"any.{format}"
    file.write_bytes(file_of(content, format))
    skipped: list[SkippedRecord] = []
    number = 0
    try:
        for transcript in read_transcripts([file], format=format, on_skip=skipped.append):
            check(transcript)
            number += 1
    except KnowledgeError:
        return 0
    assert all(record.source and record.position and record.reason for record in skipped)
    return number


def check(transcript: Transcript) -> None:
    """What everyone relies on who gets a conversation."""
    assert transcript.id
    assert transcript.turns
    assert transcript.rating in {None, 1, 2, 3, 4, 5}
    for turn in transcript.turns:
        assert turn.text.strip()
        assert "\0" not in turn.text
        turn.text.encode()
        (turn.author or "").encode()
        assert turn.time is None or turn.time.utcoffset() == timedelta(0)
