"""The words for months, weekdays and days near today, in the languages that the bot speaks."""

from __future__ import annotations

from typing import Final


def _numbered(start: int, *words: str) -> dict[str, int]:
    return {word: number for number, each in enumerate(words, start) for word in each.split()}


MONTHS: Final = _numbered(
    1,
    "january jan januar jänner",
    "february feb februar",
    "march mar märz mär maerz",
    "april apr",
    "may mai",
    "june jun juni",
    "july jul juli",
    "august aug",
    "september sept sep",
    "october oct oktober okt",
    "november nov",
    "december dec dezember dez",
)
WEEKDAYS: Final = _numbered(
    0,
    "monday mon montag",
    "tuesday tue tues dienstag",
    "wednesday wed mittwoch",
    "thursday thu thurs donnerstag",
    "friday fri freitag",
    "saturday samstag sonnabend",
    "sunday sonntag",
)
CHINESE_WEEKDAYS: Final = {each: number for number, each in enumerate("一二三四五六日")} | {"天": 6}
NEAR_TODAY: Final = {
    "day before yesterday": -2, "day after tomorrow": 2,
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1,
    "vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2,
    "前天": -2, "昨天": -1, "今天": 0, "明天": 1, "后天": 2,
}  # fmt: skip
LAST: Final = frozenset({"last", "letzten", "letzter", "letzte", "vergangenen", "vorigen"})
NEXT: Final = frozenset({"next", "nächsten", "nächster", "nächste", "kommenden"})
