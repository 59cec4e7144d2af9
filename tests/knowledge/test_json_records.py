"""JSON exports in every layout give the same objects, and damage costs no more than itself."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importers.json_records import read_json_records
from knowledge.skipped import SkippedRecord
from knowledge.sources import Source

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(-1e9, 1e9)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
OBJECTS = st.lists(st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3), max_size=5)


def read(data: bytes) -> tuple[list[Any], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    source = Source("x.json", "x.json", lambda: io.BytesIO(data))
    found = read_json_records(source, ("tickets", "data"), skipped.append)
    return [each.value for each in found], skipped


@given(OBJECTS, st.sampled_from([None, 1]), st.booleans())
def test_a_list_and_a_page_and_lines_hold_the_same(objects, indent, marked) -> None:
    mark = b"\xef\xbb\xbf" if marked else b""
    page = {"count": 7, "tickets": objects, "next": {"tickets": [1]}}
    for layout in (objects, page):
        assert read(mark + json.dumps(layout, indent=indent).encode()) == (objects, [])
    lines = "\n".join(map(json.dumps, objects)).encode()
    assert read(lines) == (objects, []) if objects else True


def test_pages_one_after_another_are_all_read() -> None:
    pages = b'{\n"data": [{"a": 1}]}\n{\n"data": [{"a": 2}]}'
    assert read(pages) == ([{"a": 1}, {"a": 2}], [])


def test_an_object_without_a_known_list_is_a_record_itself() -> None:
    assert read(b'{\n"a": 1,\n"other": [{"tickets": [2]}]}')[0] == [
        {"a": 1, "other": [{"tickets": [2]}]}
    ]


def test_a_damaged_line_costs_that_line() -> None:
    found, skipped = read(b'{"a": 1}\n{broken\n{"a": 3}\n')
    assert found == [{"a": 1}, {"a": 3}]
    assert [each.position for each in skipped] == ["line 2"]


@pytest.mark.parametrize("end", [b"", b'{"a"', b"nonsense"])
def test_a_list_that_breaks_off_keeps_what_came_before(end) -> None:
    found, skipped = read(b'[{"a": 1},\n' + end)
    assert found == [{"a": 1}]
    assert [each.position for each in skipped] == ["record 2"]


@given(st.binary(max_size=60))
def test_whatever_the_bytes_nothing_breaks(data) -> None:
    read(data)


def test_what_is_no_object_is_told() -> None:
    found, skipped = read(b'[1, {"a": 1}, [{"b": 2}]]')
    assert found == [{"a": 1}]
    assert [each.position for each in skipped] == ["record 1", "record 3"]


@pytest.mark.parametrize("digits", [20, 400, 5000, 3 << 16])
@pytest.mark.parametrize("before", ["", " " * ((1 << 16) - 300)])
def test_numbers_of_any_length_end_nothing(digits, before) -> None:
    number = "9" * digits
    found, skipped = read(f'{before}[{{"a": {number}, "b": "x"}}, {{"c": 1}}]'.encode())
    assert ([list(each) for each in found], skipped) == ([["a", "b"], ["c"]], [])


@pytest.mark.parametrize("number", ["1e999", "-1e-999", "0." + "9" * 5000])
def test_numbers_beyond_all_bounds_end_nothing(number) -> None:
    assert read(f'[{{"a": {number}}}, {{"c": 1}}]'.encode())[0][-1] == {"c": 1}


def test_a_number_that_is_none_is_reported() -> None:
    found, skipped = read(b'[{"a": 1}, {"b": 1e99999999999999999999}, {"c": 1}]')
    assert (found, len(skipped)) == ([{"a": 1}], 1)
