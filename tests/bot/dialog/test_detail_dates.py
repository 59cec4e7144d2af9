"""Days as people write them, seen from Wednesday, 4 March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import Day, DetailField, FieldType
from bot.dialog.details import Found, Moment, Refused, read_answer

TODAY = date(2026, 3, 4)
ANY = DetailField("day", None, {}, FieldType.DATE)
PAST = DetailField("day", None, {}, FieldType.DATE, most=Day())
FUTURE = DetailField(
    "day", None, {}, FieldType.DATE, least=Day(days=1), most=Day(date(2026, 12, 1))
)


def read(text: str, field: DetailField = ANY, language: str = "en") -> str | Refused | None:
    found = read_answer(field, text, Moment(TODAY, language))
    return found.value if isinstance(found, Found) else found


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("2026-02-01", "en", "2026-02-01"),
        ("it was 2026/2/1.", "en", "2026-02-01"),
        ("2026年2月1日", "zh-Hans", "2026-02-01"),
        ("2月1号送到的", "zh-Hans", "2026-02-01"),
        ("am 1.2.2026", "de", "2026-02-01"),
        ("01.02.26", "de", "2026-02-01"),
        ("am 1.2. nachmittags", "de", "2026-02-01"),
        ("1 February 2026", "en", "2026-02-01"),
        ("the 1st of Feb", "en", "2026-02-01"),
        ("Feb 1st, 2026", "en", "2026-02-01"),
        ("1. Februar", "de", "2026-02-01"),
        ("MÄRZ 2", "de", "2026-03-02"),
        ("13/2/2026", "en", "2026-02-13"),
        ("2/13/2026", "en", "2026-02-13"),
        ("2/2", "en", "2026-02-02"),
        ("1/2/2026", "de", "2026-02-01"),
        ("2/1/2026", "zh-Hans", "2026-02-01"),
        ("yesterday", "en", "2026-03-03"),
        ("the day before yesterday", "en", "2026-03-02"),
        ("Guten Morgen, heute", "de", "2026-03-04"),
        ("übermorgen", "de", "2026-03-06"),
        ("明天", "zh-Hans", "2026-03-05"),
        ("in 3 days", "en", "2026-03-07"),
        ("2 weeks ago", "en", "2026-02-18"),
        ("vor 3 Tagen", "de", "2026-03-01"),
        ("in 2 Wochen", "de", "2026-03-18"),
        ("3天前", "zh-Hans", "2026-03-01"),
        ("2周后", "zh-Hans", "2026-03-18"),
        ("last Friday", "en", "2026-02-27"),
        ("last Wednesday", "en", "2026-02-25"),
        ("next Wednesday", "en", "2026-03-11"),
        ("nächsten Montag", "de", "2026-03-09"),
        ("上周五", "zh-Hans", "2026-02-27"),
        ("下个星期天", "zh-Hans", "2026-03-15"),
        ("周三", "zh-Hans", "2026-03-04"),
        ("Friday, 27 February", "en", "2026-02-27"),
    ],
)
def test_a_day_is_read_in_the_ways_it_is_written(text, language, day):
    assert read(text, language=language) == day


@pytest.mark.parametrize(
    ("text", "field", "day"),
    [
        ("5 May", PAST, "2025-05-05"),
        ("5 January", FUTURE, Refused("detail_too_late", {"limit": "2026-12-01"})),
        ("3/4/2026", PAST, "2026-03-04"),
        ("Friday", PAST, "2026-02-27"),
        ("Friday", FUTURE, "2026-03-06"),
    ],
)
def test_limits_say_which_of_several_days_is_meant(text, field, day):
    assert read(text, field) == day


def test_a_day_that_could_be_two_is_asked_about():
    assert read("3/4/2026") == Refused(
        "detail_two_days", {"first": "2026-03-04", "second": "2026-04-03"}
    )
    assert read("on Friday") == Refused(
        "detail_two_days", {"first": "2026-02-27", "second": "2026-03-06"}
    )


@pytest.mark.parametrize(
    ("text", "field", "problem"),
    [
        ("31 February", ANY, "detail_no_such_day"),
        ("2026-13-01", ANY, "detail_no_such_day"),
        ("31/31", ANY, "detail_no_such_day"),
        ("tomorrow", PAST, "detail_too_late"),
        ("yesterday", FUTURE, "detail_too_early"),
        ("today or yesterday", ANY, "detail_several"),
    ],
)
def test_a_day_that_cannot_be_taken_is_refused_with_the_reason(text, field, problem):
    refused = read(text, field)
    assert isinstance(refused, Refused)
    assert refused.problem == problem


@pytest.mark.parametrize("text", ["", "Guten Morgen", "I may come", "3", "LW-26-12345", "decided"])
def test_what_names_no_day_gives_none(text):
    assert read(text) is None


@given(st.text(alphabet="0123456789/-. mayMär月日周天ago in", max_size=20))
def test_no_text_breaks_the_reading(text):
    found = read_answer(ANY, text, Moment(TODAY, "en"))
    if isinstance(found, Found):
        assert date.fromisoformat(found.value).isoformat() == found.value


@given(st.dates(date(2025, 4, 1), date(2027, 1, 31)))
def test_a_day_written_in_full_is_that_day(day):
    assert read(f"{day:%d %B %Y}") == read(day.isoformat()) == day.isoformat()
    assert read(f"{day:%d.%m.%Y}", language="de") == day.isoformat()
