"""Finds the places of a text that name a day, with every day that they could mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.dialog.details.calendar_words import (
    CHINESE_WEEKDAYS,
    LAST,
    MONTHS,
    NEAR_TODAY,
    NEXT,
    WEEKDAYS,
)
from bot.dialog.details.outcome import Moment


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a day. ``ambiguous`` days must be asked about; of others the nearest is
    meant. No day at all: there is none such, as with 31 February."""

    start: int
    end: int
    days: tuple[date, ...]
    ambiguous: bool = False


Match = re.Match[str]
Reader = Callable[[Match, Moment], Mention]


def mentions(text: str, moment: Moment) -> list[Mention]:
    """Every day that ``text`` names; a weekday only where nothing says more than it."""
    rest = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    found: list[Mention] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(rest):
            found.append(read(match, moment))
        rest = pattern.sub(lambda match: " " * len(match.group(0)), rest)
    return found or list(_weekdays(rest, moment))


def _day(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def _of_year(match: Match, moment: Moment, year: str | None, month: int, day: int) -> Mention:
    """The day in ``year``; without one, that of last year, this year or the next."""
    if year:
        full = int(year) + (2000 if len(year) == 2 else 0)
        return Mention(match.start(), match.end(), _day(full, month, day))
    near = range(moment.today.year - 1, moment.today.year + 2)
    days = tuple(each for year in near for each in _day(year, month, day))
    return Mention(match.start(), match.end(), days)


def _year_first(match: Match, moment: Moment) -> Mention:
    return _of_year(match, moment, match[1], int(match[2]), int(match[3]))


def _day_first(match: Match, moment: Moment) -> Mention:
    return _of_year(match, moment, match[3], int(match[2]), int(match[1]))


def _day_then_name(match: Match, moment: Moment) -> Mention:
    return _of_year(match, moment, match[3], MONTHS[match[2]], int(match[1]))


def _name_then_day(match: Match, moment: Moment) -> Mention:
    return _of_year(match, moment, match[3], MONTHS[match[1]], int(match[2]))


def _slashed(match: Match, moment: Moment) -> Mention:
    """Day and month in whichever order the language writes them; English knows both."""
    first, second = int(match[1]), int(match[2])
    by_day = _of_year(match, moment, match[3], second, first)
    by_month = _of_year(match, moment, match[3], first, second)
    if moment.language.startswith("de"):
        return by_day
    if moment.language.startswith("zh"):
        return by_month
    if by_day.days and by_month.days and first != second:
        nearest = [
            min(each.days, key=lambda day: abs(day - moment.today)) for each in (by_day, by_month)
        ]
        return Mention(match.start(), match.end(), tuple(nearest), ambiguous=True)
    return by_day if by_day.days else by_month


def _near_today(match: Match, moment: Moment) -> Mention:
    return _in_days(match, moment, NEAR_TODAY[match[1]])


def _counted(match: Match, moment: Moment) -> Mention:
    """``in 3 days``, ``vor 2 Wochen``, ``3天前``."""
    number = next(int(each) for each in match.group("in", "ago", "vor", "zh") if each)
    weeks = any(each in match[0] for each in ("week", "woche", "周", "星期"))
    back = bool(match["ago"] or match["vor"] or "前" in match[0])
    return _in_days(match, moment, (-1 if back else 1) * number * (7 if weeks else 1))


def _in_days(match: Match, moment: Moment, days: int) -> Mention:
    return Mention(match.start(), match.end(), (moment.today + timedelta(days=days),))


def _weekdays(text: str, moment: Moment) -> Iterator[Mention]:
    """Weekdays: the last, the next, or, without a word to say which, one either side of today."""
    for match in _WEEKDAY.finditer(text):
        ahead = (WEEKDAYS[match[2]] - moment.today.weekday() - 1) % 7 + 1
        if match[1] in NEXT:
            yield _in_days(match, moment, ahead)
        elif match[1] in LAST:
            yield _in_days(match, moment, ahead - 14 if ahead == 7 else ahead - 7)
        else:
            days = (moment.today + timedelta(days=ahead - 7), moment.today + timedelta(days=ahead))
            yield Mention(match.start(), match.end(), days, ambiguous=True)
    for match in _CHINESE_WEEKDAY.finditer(text):
        week = {"上": -7, "下": 7}.get(match[1], 0)
        yield _in_days(match, moment, CHINESE_WEEKDAYS[match[2]] - moment.today.weekday() + week)


def _words(words: Iterator[str] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH: Final = rf"({_words(MONTHS)})\.?(?![a-zäöü])"
_READERS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"), _year_first),
    (re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?"), _year_first),
    (re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?(?!\d)"), _day_first),
    (
        re.compile(
            rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.)?\s*(?:of\s+)?{_MONTH}(?:,?\s*(\d{{4}})(?!\d))?"
        ),
        _day_then_name,
    ),
    (
        re.compile(
            rf"(?<![a-zäöü]){_MONTH}\s*(\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,?\s*(\d{{4}})(?!\d))?"
        ),
        _name_then_day,
    ),
    (re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?(?![\d/-])"), _slashed),
    (
        re.compile(
            r"\bin (?P<in>\d{1,3}) (?:days?|weeks?|tage?n?|wochen?)\b"
            r"|(?P<ago>\d{1,3}) (?:days?|weeks?) ago\b"
            r"|\bvor (?P<vor>\d{1,3}) (?:tage?n?|wochen?)\b"
            r"|(?P<zh>\d{1,3})\s*(?:天|周|个星期)(?:之|以)?[前后]"
        ),
        _counted,
    ),
    (
        re.compile(rf"(?<!guten )(?<!gute )(?<![a-zäöü])({_words(NEAR_TODAY)})(?![a-zäöü])"),
        _near_today,
    ),
)
_WEEKDAY: Final = re.compile(
    rf"(?:({_words({**dict.fromkeys(LAST, 0), **dict.fromkeys(NEXT, 0)})}) )?"
    rf"(?<![a-zäöü])({_words(WEEKDAYS)})(?![a-zäöü])"
)
_CHINESE_WEEKDAY: Final = re.compile(r"(上|下|这)?个?(?:星期|周|礼拜)([一二三四五六日天])")
