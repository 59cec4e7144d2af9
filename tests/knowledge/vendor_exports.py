"""What tests of the vendors' formats share: exports written to files, and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import strategies as st

from knowledge import SkippedRecord, Transcript, read_transcripts

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
"""Any value that JSON can hold."""


def read(
    *paths: Path, format: str = "auto", columns: Mapping[str, str] | None = None
) -> tuple[list[Transcript], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    found = read_transcripts(paths, format=format, columns=columns, on_skip=skipped.append)
    return list(found), skipped


def write(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def said(transcript: Transcript) -> list[tuple[str, str]]:
    """Who said what, as one word and the text; a note's word is "note"."""
    return [("note" if t.private else t.speaker.value, t.text) for t in transcript.turns]


def broken(record: Mapping[str, object], keys: Sequence[str]) -> st.SearchStrategy[object]:
    """The record with some of its values, at any of ``keys``, replaced by anything or left out."""
    replaced = st.dictionaries(st.sampled_from(list(keys)), ANYTHING, max_size=4)
    dropped = st.sets(st.sampled_from(list(keys)), max_size=3)
    return st.builds(
        lambda new, gone: {k: v for k, v in {**record, **new}.items() if k not in gone},
        replaced,
        dropped,
    )
