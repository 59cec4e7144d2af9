"""JSON is read as a stream of events, as deep as exports are."""

from __future__ import annotations

import io

import ijson
import pytest

from knowledge.importers.json_events import DEEPEST, json_events


def test_paths_events_and_values_are_told() -> None:
    found = list(json_events(io.BytesIO(b'{"a": [1, 2.5, "x"]}')))
    assert [event for event in found if event[0] == "a.item"] == [
        ("a.item", "number", 1), ("a.item", "number", 2.5), ("a.item", "string", "x"),
    ]  # fmt: skip


def test_what_is_nested_deeper_than_any_export_is_damage() -> None:
    sound = b"[" * DEEPEST + b"]" * DEEPEST
    assert sum(1 for _ in json_events(io.BytesIO(sound))) == 2 * DEEPEST
    with pytest.raises(ijson.JSONError, match="levels deep"):
        list(json_events(io.BytesIO(b"[" + sound + b"]")))
