"""Numbers, whole numbers and amounts of money, as people write them in three languages."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.dialog.details.definition import DetailField, FieldType
from bot.dialog.details.outcome import Found, Moment, Refused, only_one

_NUMBER: Final = re.compile(
    r"(?<![A-Za-z0-9.,:/_-])(?P<sign>[-−+])?"
    r"(?P<digits>(?>\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*))"
    r"(?!\s?[-–—]\s?\d)"
    r"(?=(?:\s?(?:x|kg|g|cm|mm|m|km|l|pcs|stk|st|eur|usd|gbp|chf|cny|rmb))?(?![A-Za-z0-9_:/]))",
    re.IGNORECASE,
)
_WORDS: Final = {
    word: Decimal(value)
    for value, words in enumerate(
        (
            "zero null 零", "one eins 一", "two zwei 二 两", "three drei 三", "four vier 四",
            "five fünf 五", "six sechs 六", "seven sieben 七", "eight acht 八", "nine neun 九",
            "ten zehn 十", "eleven elf 十一", "twelve zwölf 十二",
        )
    )
    for word in words.split()
}  # fmt: skip
_CURRENCIES: Final = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "欧元": "EUR",
    "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "美元": "USD",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "pfund": "GBP", "英镑": "GBP",
    "¥": "CNY", "cny": "CNY", "rmb": "CNY", "元": "CNY", "人民币": "CNY",
    "chf": "CHF", "franken": "CHF", "francs": "CHF", "瑞士法郎": "CHF",
}  # fmt: skip
_CURRENCY: Final = re.compile(
    r"[€$£¥]|欧元|美元|英镑|人民币|瑞士法郎|元|(?<![A-Za-z])(?:"
    + "|".join(sorted((each for each in _CURRENCIES if each.isascii() and each.isalpha()), key=len))
    + r")(?![A-Za-z])",
    re.IGNORECASE,
)
_DECIMAL_COMMA: Final = frozenset({"de"})


def read_number(field: DetailField, text: str, moment: Moment) -> Found | Refused | None:
    """The one number in ``text``, within the field's limits; amounts with their currency."""
    read = only_one(_numbers(text, moment.language))
    if not isinstance(read, Found):
        return read
    value = Decimal(read.value)
    if field.type is FieldType.INTEGER and value != value.to_integral_value():
        return Refused("detail_integer")
    outside = _outside(field, value)
    if outside is not None:
        return outside
    if field.type is FieldType.AMOUNT:
        return _amount(field, text, value, read)
    return Found(_written(value), read.start, read.end)


def _amount(field: DetailField, text: str, value: Decimal, read: Found) -> Found | Refused:
    named = {_CURRENCIES[each.casefold()] for each in _CURRENCY.findall(text)}
    wanted = field.currency
    if len(named) > 1 or (wanted and named - {wanted}) or not (named or wanted):
        return Refused("detail_currency", {"limit": wanted or "EUR"})
    currency = wanted or named.pop()
    return Found(f"{value:.2f} {currency}", read.start, read.end)


def _outside(field: DetailField, value: Decimal) -> Refused | None:
    if isinstance(field.least, Decimal) and value < field.least:
        return Refused("detail_too_small", {"limit": _written(field.least)})
    if isinstance(field.most, Decimal) and value > field.most:
        return Refused("detail_too_large", {"limit": _written(field.most)})
    return None


def _numbers(text: str, language: str) -> list[Found]:
    word = _WORDS.get(text.strip(" \n.!,。！").casefold())
    if word is not None:
        return [Found(str(word), 0, len(text))]
    found = []
    for match in _NUMBER.finditer(text):
        value = _decimal(match["digits"], language)
        if value is not None:
            signed = -value if match["sign"] in ("-", "−") else value
            found.append(Found(_written(signed), match.start(), match.end()))
    return found


def _decimal(digits: str, language: str) -> Decimal | None:
    """The value of ``digits``; None where the marks in it make no number."""
    plain = re.sub(r"['’ \u00a0\u202f]", "", digits)
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return Decimal(plain)
    mark = marks[-1]
    whole, _, fraction = plain.rpartition(mark)
    if _is_decimal_mark(marks, whole, fraction, language):
        grouped = whole.replace("." if mark == "," else ",", "")
        return Decimal(f"{grouped}.{fraction}") if mark not in grouped else None
    groups = re.split(r"[.,]", plain)
    fits = len(set(marks)) == 1 and all(len(each) == 3 for each in groups[1:])
    return Decimal("".join(groups)) if fits else None


def _is_decimal_mark(marks: list[str], whole: str, fraction: str, language: str) -> bool:
    """Whether the last mark sets the fraction apart, not thousands."""
    if len(set(marks)) > 1:
        return True
    if len(marks) > 1:
        return False
    if len(fraction) != 3 or len(whole) > 3 or whole == "0":
        return True
    return (marks[0] == ",") == (language in _DECIMAL_COMMA)


def _written(value: Decimal) -> str:
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
