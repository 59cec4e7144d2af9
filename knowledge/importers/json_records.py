"""The objects of a JSON export one by one, however the file lays them out, with flat memory.

A list of objects; an object that holds such lists under known names, as pages of an API do;
several of either one after another; or one object a line. Numbers with a fraction become floats.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import Any, BinaryIO, Final, cast

import ijson
from ijson.common import ObjectBuilder

from knowledge.importers.json_events import BLOCK_SIZE, Readable, json_events
from knowledge.lines import read_lines
from knowledge.skipped import OnSkip, SkippedRecord, ignore_skipped
from knowledge.sources import DAMAGED_STREAM, Source

BEGINNING: Final = 4 << 20
"""How many bytes of a file are looked at to tell its format."""
_BEGINS: Final = frozenset({"start_map", "start_array"})
_ENDS: Final = frozenset({"end_map", "end_array"})
_DIGITS: Final = b"0123456789"
_MOST_DIGITS: Final = 300
"""A float can still hold what has no more."""
_LONG_RUN: Final = re.compile(rb"[0-9]{301,}")


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One object as it stands. ``position`` says where: "line 3" or "record 3"."""

    position: str
    value: Mapping[str, Any]


def read_json_records(
    source: Source, lists: Collection[str], on_skip: OnSkip
) -> Iterator[JsonRecord]:
    """Every object of the file; ``lists`` names the keys ("data", "page.items") under which
    lists of them may stand.

    A dot leads into an object: ``data.payload``.
    What is no object, and where the file is damaged or breaks off, is reported to ``on_skip``.
    """
    read = _of_lines if _has_a_record_a_line(source) else _of_stream
    yield from read(source, lists, on_skip)


def first_records(source: Source, lists: Collection[str], number: int = 5) -> list[JsonRecord]:
    """The first few objects, to tell a format by; none where the file is no JSON.

    Looks no further than ``BEGINNING``, so an object that begins a file of another system's and
    never ends is not held whole.
    """
    if not _may_be_json(source):
        return []
    beginning = replace(source, open=lambda: cast(BinaryIO, _Beginning(source.open())))
    return list(islice(read_json_records(beginning, lists, ignore_skipped), number))


def _may_be_json(source: Source) -> bool:
    with source.open() as stream:
        return stream.read(1 << 10).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"[", b""}


def _has_a_record_a_line(source: Source) -> bool:
    """Whether the first line is an object by itself, and no whole export."""
    try:
        with source.open() as stream:
            line = b"\n"
            while line and not line.strip():
                line = stream.readline(BLOCK_SIZE).removeprefix(codecs.BOM_UTF8)
            if not line.lstrip().startswith(b"{"):
                return False
            if not line.endswith(b"\n"):
                line += stream.readline(BEGINNING)
    except DAMAGED_STREAM:
        return False
    return len(line) <= BEGINNING and _object_of(line) is not None


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
            for value in _values(_Mended(stream), lists):
                number += 1
                if isinstance(value, dict):
                    yield JsonRecord(f"record {number}", value)
                else:
                    reason = "is no JSON object"
                    on_skip(SkippedRecord(source.label, f"record {number}", reason))
    except (ijson.JSONError, UnicodeDecodeError, InvalidOperation, *DAMAGED_STREAM) as error:
        reason = f"the file is damaged or breaks off here: {' '.join(str(error).split())}"
        on_skip(SkippedRecord(source.label, f"record {number + 1}", reason))


def _values(stream: Readable, lists: Collection[str]) -> Iterator[Any]:
    """The items of lists at the top or under a known key; else whole objects."""
    known = frozenset(lists)
    listed: str | None = None  # where the items of the present list stand
    page = False  # whether the present object is known to hold lists of records
    whole: ObjectBuilder | None = None
    item: _Item | None = None
    for prefix, event, exact in json_events(stream, multiple_values=True, exact=True):
        value = float(exact) if isinstance(exact, Decimal) else exact
        if item is not None:
            if item.ends_with(event, value):
                yield item.value
                item = None
        elif listed is not None and prefix == listed:
            if event in _BEGINS:
                item = _Item(event, value)
            else:
                yield value
        elif event == "start_array" and (
            prefix == "" or (prefix in known and (page or whole is not None))
        ):
            listed, whole, page = f"{prefix}.item".lstrip("."), None, prefix != ""
        elif prefix == "" and event == "start_map":
            listed, whole, page = None, ObjectBuilder(), False
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
    found = [_at(value, name) for name in lists]
    unfolded = [each for listed in found if isinstance(listed, list) for each in listed]
    return unfolded if any(isinstance(listed, list) for listed in found) else [value]


def _at(value: Any, path: str) -> Any:
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _object_of(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


class _Beginning(io.RawIOBase):
    """A stream that ends early."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = BEGINNING

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._counted(self._stream.read(self._left if size < 0 else min(size, self._left)))

    def readline(self, size: int | None = -1, /) -> bytes:
        most = self._left if size is None or size < 0 else min(size, self._left)
        return self._counted(self._stream.readline(most))

    def close(self) -> None:
        self._stream.close()
        super().close()

    def _counted(self, block: bytes) -> bytes:
        self._left -= len(block)
        return block


class _Mended:
    """A stream without the byte-order mark that some programs put first, and without the end of
    any run of digits so long that the parser would crash on it as a number."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._begun = False
        self._run = 0  # How many digits the last block ended with.

    def read(self, size: int = -1, /) -> bytes:
        while block := self._stream.read(size):
            if not self._begun:
                self._begun = True
                block = block.removeprefix(codecs.BOM_UTF8)
            kept = self._shortened(block)
            if kept:
                return kept
        return b""

    def _shortened(self, block: bytes) -> bytes:
        going_on = len(block) - len(block.lstrip(_DIGITS))
        block = block[: max(_MOST_DIGITS - self._run, 0)][:going_on] + block[going_on:]
        block = _LONG_RUN.sub(lambda run: run.group()[:_MOST_DIGITS], block)
        run = len(block) - len(block.rstrip(_DIGITS))
        self._run = run + (self._run if run == len(block) else 0)
        return block
