"""The objects of a JSON export one by one, however the file lays them out, with flat memory.

A list of objects; an object that holds such a list under a known name, as pages of an API do;
several of either one after another; or one object a line. Numbers with a fraction become floats.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, Final

import ijson
from ijson.common import ObjectBuilder

from knowledge.importers.json_events import Readable, json_events
from knowledge.lines import read_lines
from knowledge.skipped import OnSkip, SkippedRecord, ignore_skipped
from knowledge.sources import DAMAGED_STREAM, Source

_BEGINS: Final = frozenset({"start_map", "start_array"})
_ENDS: Final = frozenset({"end_map", "end_array"})


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One object as it stands. ``position`` says where: "line 3" or "record 3"."""

    position: str
    value: Mapping[str, Any]


def read_json_records(
    source: Source, lists: Collection[str], on_skip: OnSkip
) -> Iterator[JsonRecord]:
    """Every object of the file; ``lists`` names the keys under which lists of them may stand.

    What is no object, and where the file is damaged or breaks off, is reported to ``on_skip``.
    """
    read = _of_lines if _has_a_record_a_line(source) else _of_stream
    yield from read(source, lists, on_skip)


def first_records(source: Source, lists: Collection[str], number: int = 5) -> list[JsonRecord]:
    """The first few objects, to tell a format by; none where the file is no JSON."""
    return list(islice(read_json_records(source, lists, ignore_skipped), number))


def _has_a_record_a_line(source: Source) -> bool:
    """Whether the first line is an object by itself."""
    first = next(read_lines(source, ignore_skipped), None)
    return first is not None and _object_of(first[1]) is not None


def _of_lines(source: Source, lists: Collection[str], on_skip: OnSkip) -> Iterator[JsonRecord]:
    for position, line in read_lines(source, on_skip):
        value = _object_of(line)
        if value is None:
            on_skip(SkippedRecord(source.label, position, "is no JSON object"))
            continue
        for each in _unfolded(value, lists):
            if isinstance(each, dict):
                yield JsonRecord(position, each)
            else:
                on_skip(SkippedRecord(source.label, position, "holds something that is no object"))


def _of_stream(source: Source, lists: Collection[str], on_skip: OnSkip) -> Iterator[JsonRecord]:
    number = 0
    try:
        with source.open() as stream:
            for value in _values(_without_mark(stream), lists):
                number += 1
                if isinstance(value, dict):
                    yield JsonRecord(f"record {number}", value)
                else:
                    reason = "is no JSON object"
                    on_skip(SkippedRecord(source.label, f"record {number}", reason))
    except (ijson.JSONError, UnicodeDecodeError, *DAMAGED_STREAM) as error:
        reason = f"the file is damaged or breaks off here: {' '.join(str(error).split())}"
        on_skip(SkippedRecord(source.label, f"record {number + 1}", reason))


def _values(stream: Readable, lists: Collection[str]) -> Iterator[Any]:
    """The items of lists at the top or under a known key; else whole objects."""
    known = frozenset(lists)
    listed: str | None = None  # where the items of the present list stand
    whole: ObjectBuilder | None = None
    item: _Item | None = None
    for prefix, event, value in json_events(stream, multiple_values=True):
        if item is not None:
            if item.ends_with(event, value):
                yield item.value
                item = None
        elif listed is not None and prefix == listed:
            if event in _BEGINS:
                item = _Item(event, value)
            else:
                yield value
        elif event == "start_array" and (prefix == "" or (whole is not None and prefix in known)):
            listed, whole = f"{prefix}.item".lstrip("."), None
        elif prefix == "" and event == "start_map":
            listed, whole = None, ObjectBuilder()
            whole.event(event, value)
        elif whole is not None:
            whole.event(event, value)
            if prefix == "" and event == "end_map":
                yield whole.value
                whole = None


class _Item:
    """A value that is being read."""

    def __init__(self, event: str, value: Any) -> None:
        self._builder = ObjectBuilder()
        self._builder.event(event, value)
        self._open = 1

    def ends_with(self, event: str, value: Any) -> bool:
        self._builder.event(event, value)
        self._open += (event in _BEGINS) - (event in _ENDS)
        return self._open == 0

    @property
    def value(self) -> Any:
        return self._builder.value


def _unfolded(value: Mapping[str, Any], lists: Collection[str]) -> list[Any]:
    for name in lists:
        if isinstance(value.get(name), list):
            return list(value[name])
    return [value]


def _object_of(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _without_mark(stream: BinaryIO) -> Readable:
    return _Unmarked(stream)


class _Unmarked:
    """A stream without the byte-order mark that some programs put first."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._begun = False

    def read(self, size: int = -1, /) -> bytes:
        block = self._stream.read(size)
        if not self._begun and block:
            self._begun = True
            block = block.removeprefix(b"\xef\xbb\xbf") or self._stream.read(size)
        return block
