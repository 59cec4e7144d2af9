"""What a sentence claims beyond its topic: figures with their units, bounds, denials, restrictions.

In English, German and Chinese. Two sentences about the same thing that differ in one of these say
different things, however alike they look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from retrieval.number_words import NUMBER_WORDS
from retrieval.scripts import UNSPACED

_LONGEST_FIRST: Final = sorted(
    (word for word in NUMBER_WORDS if not UNSPACED.search(word)), key=len, reverse=True
)
_FIGURE: Final = re.compile(
    r"(?P<before>[€$£¥])?\s?(?P<number>\d+(?:[.,:]\d+)*|"
    + "|".join(rf"\b{word}\b" for word in _LONGEST_FIRST)
    + r"|[二两三四五六七八九十](?=[个天周月年小分元块次件]))"
    r"[\s-]?(?P<after>%|€|\$|£|¥|°|[^\W\d_]+)?",
    re.IGNORECASE,
)
_UNITS: Final = {
    unit: name
    for name, units in {
        "minute": "minute minutes min minuten 分钟 分",
        "hour": "hour hours h stunde stunden 小时 个小时",
        "day": "day days business working calendar tag tage tagen werktage werktagen "
        "arbeitstage 天 日 个工作日 工作日",
        "week": "week weeks woche wochen 周 个星期 星期",
        "month": "month months monat monate monaten 个月 月",
        "year": "year years jahr jahre jahren 年",
        "€": "€ eur euro euros 欧元",
        "$": "$ usd dollar dollars 美元",
        "£": "£ gbp pound pounds 英镑",
        "¥": "¥ cny rmb yuan 元 块",
        "%": "% percent prozent",
        "km": "km kilometre kilometres kilometer kilometers 公里",
        "kg": "kg kilo kilos kilogram kilograms 公斤",
    }.items()
    for unit in units.split()
}
_ONE: Final = re.compile(
    rf"\b(?:an?|one|ein|eine[mnrs]?)\s+(?P<unit>{'|'.join(sorted(filter(str.isalpha, _UNITS)))})\b",
    re.IGNORECASE,
)
"""One of a unit, in words: "within a day" is another promise than "within 14 days"."""
_DENIAL: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|nicht|nie|niemals|kein\w*"
    r"|ohne|weder|unable|impossible|excluded|exempt|refused?|denied)\b|n[’']t\b|不|没|无法|未"
    r"|禁止|勿",
    re.IGNORECASE,
)
_RESTRICTION: Final = re.compile(
    r"\b(?:only|unless|except|must|required?|provided|if|nur|außer|sofern|falls|wenn|muss|müssen)\b"
    r"|只|仅|除非|除了|必须|如果",
    re.IGNORECASE,
)
_UPPER: Final = re.compile(
    r"\b(?:up to|at most|within|no more than|not more than|maximum|max|less than|under|below|until"
    r"|till|by|before|höchstens|bis|innerhalb|maximal|weniger als|unter|vor)\b|最多|以内|之内"
    r"|不超过|之前|内",
    re.IGNORECASE,
)
_LOWER: Final = re.compile(
    r"\b(?:at least|minimum|min|more than|over|above|from|after|mindestens|ab|mehr als|über|nach)\b"
    r"|至少|以上|超过|之后|起",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claims:
    """``figures`` are numbers with the unit beside them, empty where there is none."""

    figures: frozenset[tuple[str, str]]
    denies: bool
    restricts: bool
    bounds: frozenset[str]


def claims_of(text: str) -> Claims:
    """What ``text`` claims; bounds are told only where there is a figure to be bounded."""
    figures = figures_of(text)
    bounds = {name for name, words in (("upper", _UPPER), ("lower", _LOWER)) if words.search(text)}
    return Claims(
        figures=figures,
        denies=_DENIAL.search(text) is not None,
        restricts=_RESTRICTION.search(text) is not None,
        bounds=frozenset(bounds if figures else ()),
    )


def figures_of(text: str) -> frozenset[tuple[str, str]]:
    """The numbers in ``text``, each with its unit by one name whatever the language."""
    found = set()
    for each in _FIGURE.finditer(text):
        number = each["number"].lower()
        number = NUMBER_WORDS.get(number, number.replace(",", ".").rstrip("."))
        units = (_UNITS.get((each[side] or "").lower(), "") for side in ("before", "after"))
        found.add((number, next((unit for unit in units if unit), "")))
    found.update(("1", _UNITS[each["unit"].lower()]) for each in _ONE.finditer(text))
    return frozenset(found)


def is_unit(word: str) -> bool:
    """Whether ``word`` names a unit, in any language known here."""
    return word.lower() in _UNITS or f"{word.lower()}s" in _UNITS
