"""Until when an article says that it holds: "Opening hours (valid until December 2025)".

Only its title, the heading over all of it or a first line of its own speaks for an article, and
only what calls itself valid: "Boilers until 2019" is about boilers. The date must end the title,
its brackets or the part before a dash. What is no date says nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from babel.dates import get_month_names

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl")
_REST = r"[^()\[\]（）|]"
_SINCE = rf":?(?:\s(?:from|vom|von|ab|du|desde|dal|van|vanaf)\s{_REST}{{1,30}}?)?\s"
_END = r"\s*(?:$|[()\[\]（）|]|\s[-–—]\s)"
_DATE = rf"(?P<date>{_REST}+?)"
_SAID = tuple(
    re.compile(pattern + _END, re.IGNORECASE)
    for pattern in (
        r"(?<!\w)(?<!\bnot )(?<!\bnicht )(?<!\bniet )(?<!\bpas )(?<!\bno )(?<!\bnon )(?:"
        rf"(?:valid|in force|in effect|effective|applicable){_SINCE}(?:until|till|through|up to)\s"
        rf"|valid{_SINCE}to\s"
        rf"|(?:valables?|v[áa]lid[oa]s?|valid[oaie]) (?:du|del|dal)\s{_REST}{{1,30}}?\s(?:au|al)\s"
        rf"|(?:gültig|gültigkeit|gilt|gelten|in kraft){_SINCE}bis(?: zum| einschließlich)?\s"
        rf"|(?:valables?|valides?|en vigueur|applicables?){_SINCE}jusqu['’](?:au|à|en)\s"
        rf"|(?:v[áa]lid[oa]s?|vigentes?|en vigor){_SINCE}hasta(?: el)?\s"
        rf"|(?:valid[oaie]|in vigore){_SINCE}fino (?:al?\s|all['’])"
        rf"|(?:geldig|geldt|gelden|van kracht){_SINCE}(?:tot(?: en met)?|t/m)\s"
        rf"){_DATE}",
        rf"(?<!\w)(?:until|bis(?: zum)?|tot(?: en met)?|t/m)\s{_DATE}\s(?:valid|gültig|geldig)",
        rf"有效{_REST}{{0,20}}?[至到]{_DATE}",
        r"(?<!\d)(?P<date>\d{4}\s*年[\d\s月日]*)之?前有效",
    )
)
_EDGES = " \t.,;!*_。，"
_FILLING = re.compile(
    r"(?:the )?(?:end of|ende|fin(?:ales)?(?: de)?|fine|einde?)\s"
    r"|(?<=\d)(?:st|nd|rd|th|er|[.º°])(?=[\s,])"
    r"|(?<!\w)(?:of|de|del|di)(?=\s)|[年月]?[底末]|\.(?=\s)|(?<=[^\W\d])\.|,"
)
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})",
        r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})",
        r"(?:(?P<day>\d{1,2}) )?(?P<name>[^\W\d]+) (?P<year>\d{4})",
        r"(?P<name>[^\W\d]+) (?P<day>\d{1,2}) (?P<year>\d{4})",
        r"(?P<year>\d{4}) ?年?(?: ?(?P<month>\d{1,2}) ?月?(?: ?(?P<day>\d{1,2}) ?[日号])?)?",
    )
)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*")


def held_until(title: str, body: str) -> date | None:
    """The last day on which an article says that it holds; None where it says nothing of it."""
    said = (_last_day(each) for each in _speaks_for_all(title, body))
    return next((each for each in said if each is not None), None)


def _speaks_for_all(title: str, body: str) -> Iterator[str]:
    """The title and the heading that stand over all of an article, and a first line of its own."""
    lines = [line for line in map(str.strip, body.split("\n")) if line]
    headings = [found for found in map(_HEADING.fullmatch, lines) if found]
    first = _HEADING.fullmatch(lines[0]) if lines else None
    if first and all(len(each[1]) > len(first[1]) for each in headings[1:]):
        yield first[2]
        lines = lines[1:]
    if not any(each[2] == title for each in headings):
        yield title
    line = lines[0].strip(_EDGES + "()[]（）") if lines else ""
    if any(found and found.end() == len(line) for found in (said.match(line) for said in _SAID)):
        yield line


def _last_day(text: str) -> date | None:
    for said in _SAID:
        for found in said.finditer(text.strip(_EDGES)):
            last = _last_day_of(found["date"])
            if last is not None:
                return last
    return None


def _last_day_of(written: str) -> date | None:
    """The last day of a date, a month or a year."""
    plain = " ".join(_FILLING.sub(" ", f"{written.lower()} ").split()).strip(_EDGES)
    for form in _DATES:
        found = form.fullmatch(plain)
        if found:
            return _day(found.groupdict())
    return None


def _day(parts: Mapping[str, str | None]) -> date | None:
    """The day that was read, of 3/4/2025 the later reading; None of what is no date."""
    year, day = int(parts["year"] or 0), int(parts.get("day") or 0)
    name = parts.get("name")
    month = _months().get(name, 0) if name else int(parts.get("month") or 12)
    readings = [(month, day), (day, month)] if parts.get("mark") == "/" else [(month, day)]
    days = [_date(year if year > 99 else 2000 + year, *reading) for reading in readings]
    return max((each for each in days if each is not None), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    """A day; of a month, where ``day`` is 0, its last."""
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {
        name.lower().rstrip("."): number
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }
