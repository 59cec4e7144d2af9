"""The entries of a WhatsApp export: when, who, and what, over as many lines as it takes.

``30.12.21, 22:01 - Anna: text`` (Android), ``[30.12.21, 22:01:05] Anna: text`` (iOS), with the
date, the clock and their marks as the phone's language writes them. A line that does not begin like
the file's first entry goes on with the message before it, also where it quotes another chat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from knowledge.importers.date_order import DateOrder, Stamp
from knowledge.lines import read_text_lines
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source

LONGEST_MESSAGE: Final = 1 << 16
"""WhatsApp takes no longer ones."""
_MARKS: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
WITHOUT_MARKS: Final = dict.fromkeys(map(ord, _MARKS))
_M: Final = f"[{_MARKS}]*"
_MORNING: Final = (
    r"a\.?\s?m\.?|a\.\s?n\.|上午|午前|凌晨|清晨|早上|오전|ص|ق\.ظ|π\.?μ\.?|fm|f\.m\.|de\.|dop\.|öö|"
    r"sa|pg|dn|pd|पूर्वाह्न|পূর্বাহ্ণ|ก่อนเที่ยง|пр\.об\.|дп"
)
_EVENING: Final = (
    r"p\.?\s?m\.?|下午|午後|中午|傍晚|晚上|오후|م|ب\.ظ|μ\.?μ\.?|em|e\.m\.|du\.|odp\.|ös|ch|ptg|mbh|"
    r"अपराह्न|অপরাহ্ণ|หลังเที่ยง|сл\.об\.|пп"
)
_PART: Final = f"(?:{_MORNING}|{_EVENING})"
_IS_EVENING: Final = re.compile(_EVENING, re.IGNORECASE)
_DATE: Final = (
    rf"(?P<first>\d{{1,4}}){_M}\s?(?P<mark>[./\-年년]){_M}\s?(?P<second>\d{{1,2}}){_M}\s?[./\-月월]"
    rf"{_M}\s?(?P<third>\d{{1,4}}){_M}\s?[.日일]?(?:\s?г\.)?"
)
_CLOCK: Final = (
    rf"(?:(?P<before>{_PART}){_M}\s?)?(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)"
    rf"(?:[:.](?P<sec>\d\d))?(?:{_M}\s?(?P<after>{_PART}))?(?:\s?[чu]\.)?"
)
_JOIN: Final = (
    rf"{_M}[,،]?{_M}\s*(?:(?:klo|kl\.?|um|at|à|às|a las|las|alle|ore|om|o|в|lúc|pukul)\s+)?{_M}"
)
_END: Final = rf"{_M}(?:(?(open)\]|\s(?P<dash>[-–—]))(?:\s|(?=[{_MARKS}])|$)|(?(open)(?!)):\s)"
_HEADS: Final = tuple(
    re.compile(rf"{_M}(?P<open>\[)?{_M}{moment}{_END}", re.IGNORECASE)
    for moment in (f"{_DATE}{_JOIN}{_CLOCK}", f"{_CLOCK}{_M}[,،]?{_M}\\s{_M}{_DATE}")
)
_SENDER: Final = re.compile(
    r"(?P<name>[^\n]{1,120}?)\s?:(?:\s(?P<text>.*)|(?P<glued>[^\s/\d].*)|$)", re.DOTALL
)
_QUOTES: Final = re.compile('["“”„«»]')
_HEAD_LENGTH: Final = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; without a ``sender`` it is the app's own, such as "Anna left".

    ``text`` keeps the marks by which iOS tells the app's words from people's.
    """

    position: str
    stamp: Stamp
    sender: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Form:
    """What all entries of a file have in common."""

    bracket: bool
    dash: bool
    mark: str
    seconds: bool
    clock_first: bool


@dataclass(slots=True)
class _Open:
    position: str
    stamp: Stamp
    lines: list[str]
    length: int = 0


def read_entries(source: Source, on_skip: OnSkip) -> Iterator[Entry]:
    """The entries in order. What comes before the first is passed over; what a message has beyond
    ``LONGEST_MESSAGE`` characters is reported."""
    form: _Form | None = None
    entry: _Open | None = None
    for position, line in read_text_lines(source, on_skip):
        head = _head(line, form)
        if head is not None:
            if entry is not None:
                yield _closed(entry)
            form, stamp, rest = head
            entry = _Open(position, stamp, [rest])
        elif entry is not None:
            entry.length += len(line) + 1
            if entry.length <= LONGEST_MESSAGE:
                entry.lines.append(line)
            elif entry.length - len(line) - 1 <= LONGEST_MESSAGE:
                reason = f"goes on with more than {LONGEST_MESSAGE:,} characters; they are left out"
                on_skip(SkippedRecord(source.label, entry.position, reason))
    if entry is not None:
        yield _closed(entry)


def begins_a_chat(line: str) -> bool:
    """Whether an export may begin with this line."""
    return _head(line, None) is not None


def _closed(entry: _Open) -> Entry:
    rest = "\n".join(entry.lines)
    match = _SENDER.match(rest)
    if match is None or len(_QUOTES.findall(match["name"])) % 2:
        # An odd quotation mark: Anna changed the subject to "Sale: now".
        return Entry(entry.position, entry.stamp, None, rest)
    name = " ".join(match["name"].translate(WITHOUT_MARKS).split()).removeprefix("~").strip()
    text = match["text"] or match["glued"] or ""
    return Entry(entry.position, entry.stamp, name or None, text)


def _head(line: str, form: _Form | None) -> tuple[_Form, Stamp, str] | None:
    if not any(character.isdigit() for character in line[:12]):
        return None
    for clock_first, pattern in enumerate(_HEADS):
        match = pattern.match(line[:_HEAD_LENGTH])
        if match is None:
            continue
        found = _Form(
            bracket=bool(match["open"]),
            dash=bool(match["dash"]),
            mark=match["mark"],
            seconds=match["sec"] is not None,
            clock_first=bool(clock_first),
        )
        if form in (None, found) and not (found.dash and found.seconds):
            # A dash after seconds is a program's log: Android writes no seconds.
            return found, _stamp(match), line[match.end() :]
    return None


def _stamp(match: re.Match[str]) -> Stamp:
    hour = int(match["hour"])
    part = match["before"] or match["after"]
    if part is not None and hour <= 12:
        hour = hour % 12 + (12 if _IS_EVENING.fullmatch(part) else 0)
    first, second, third = (int(match[name]) for name in ("first", "second", "third"))
    return Stamp(
        first, second, third, hour, int(match["minute"]), int(match["sec"] or 0), _usual(match)
    )


def _usual(match: re.Match[str]) -> DateOrder:
    if match["before"]:
        return DateOrder.YEAR_FIRST
    if match["mark"] == "/" and match["after"] in {"AM", "PM"}:
        return DateOrder.MONTH_FIRST
    return DateOrder.DAY_FIRST
