"""Moments are read as UTC from all the ways in which exports write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.times import format_time, parse_time

MOMENT = datetime(2025, 3, 1, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["2025-03-01T10:30:00Z", "2025-03-01 10:30", "2025-03-01T12:30:00+02:00",
     "2025-03-01 10:30:00 UTC", "2025-03-01 12:30:00 +0200", "01.03.2025 10:30",
     "2025/03/01 10:30:00", 1740825000, 1740825000000, "1740825000", " 1740825000.0 "],
)  # fmt: skip
def test_a_moment_is_read_as_utc(written: object) -> None:
    assert parse_time(written) == MOMENT


@pytest.mark.parametrize(
    "written",
    [None, "", "soon", "03/04/2025", True, [], "2025-13-01", float("nan"), 1e300, "inf", 10**400],
)
def test_what_is_no_clear_moment_is_none(written: object) -> None:
    assert parse_time(written) is None


zones = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@given(st.datetimes(timezones=zones).filter(lambda moment: 1 < moment.year < 9999))
def test_what_is_written_is_read_back(moment: datetime) -> None:
    assert parse_time(format_time(moment)) == moment


@given(st.text(max_size=20) | st.floats() | st.integers())
def test_anything_can_be_asked(written: object) -> None:
    moment = parse_time(written)
    assert moment is None or moment.tzinfo is UTC
