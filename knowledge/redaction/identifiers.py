"""Order numbers, e-mail addresses and the like taken out of what a message means.

Which order it is says nothing about what is asked, but to an encoder it is words like any other.
The number goes with what announces it; "my order" stands for it where the sentence needs a noun.
What earlier redaction left in a number's place goes in the same way, so that learned texts and
live messages are read alike. Whose it is, and whether there is such an order, is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, Protocol

from knowledge.redaction.accounts import find_cards, find_emails, find_ibans
from knowledge.redaction.numbers import find_announced_phones, find_orders
from knowledge.redaction.spans import Span, masked, without_overlaps

LEAST_WORDS: Final = 4
LONGEST_LEAD: Final = 80
"""Characters before a number among which its announcement is looked for."""
LEAST_DIGITS: Final = 5
LEAST_DIGITS_OF_PATTERN: Final = 3
MAX_CHARACTERS: Final = 4_000
_SIGNS: Final = re.compile(r"\d{2}|@|\[")
_PLACEHOLDER: Final = re.compile(r"\[(?P<kind>order|email|phone|iban|card|account|id)\]")
_CODE: Final = re.compile(
    r"(?<![A-Za-z0-9_.,/€$£-])(?:#\s?)?(?:[A-Z]{1,5}-?\d{2,}(?:-?\d+)*|[a-z]{2,5}(?:-\d+)+|\d{8,})"
    r"(?![A-Za-z0-9_%€$£-]|[.,]\d)"
)
_NOUN: Final = (
    r"(?:\b(?:orders?|bookings?|reservations?|tickets?|cases?|invoices?|shipments?|parcels?|purchases?"
    r"|accounts?|customers?|tracking|references?|ref|e-?mails?|mail|phone|mobile|telephone"
    r"|bestell(?:ung|nummer|nr)?|auftrag\w*|rechnung\w*|sendung\w*|paket|kunden\w*|telefon\w*)"
    r"|订单|单|运单|快递|包裹|邮箱|邮件|电话|手机)"
)
_NUMBER: Final = r"(?:\b(?:numbers?|num|no|nr|id|code|address|adresse|nummer)\b|号码?|地址)"
_IS: Final = r"(?:[\s.:#=：]|\b(?:is|was|ist|lautet)\b|[是为])*"
_LEAD: Final = re.compile(
    r"(?:\b(?:and|und|its|it is|it's|here is|here's|this is|for|regarding|re|about|zu|zur|für)"
    r"[\s:]+)*"
    rf"(?:(?P<noun>(?:\b(?:the|my|our|mein\w*|die|der|das|unser\w*)\s+|我的|我)?{_NOUN})"
    rf"[\s-]*{_NUMBER}?{_IS}|{_NUMBER}{_IS}|(?<=[\s:]))$",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(r"(?:\b(?:is|was|ist|lautet)|[:=：是为])\s*$", re.IGNORECASE)
_OPEN: Final = re.compile(r"(?:^|[.!?,;:()。！？，；：（）\n–-])\s*$")
_SHUT: Final = re.compile(r"\s*(?:$|[.!?,;:()。！？，；：（）\n–])")
_WANTS_NOUN: Final = re.compile(
    r"(?:^|\b(?:is|are|was|stop|cancel|return|track|find|check|change|send|about|for|with|of|to|in"
    r"|on|from|and|ist|von|mit|für|zu|bei|storniere\w*|prüfe\w*)|[到在把查下给,，])\s*$",
    re.IGNORECASE,
)
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_ORDER: Final = ("my order", "订单")
_MEANT: Final = {
    "email": ("my e-mail address", "邮箱"),
    "phone": ("my telephone number", "电话"),
    "iban": ("my bank account", "银行账户"),
    "card": ("my card", "银行卡"),
}
"""What stands for an identifier where the sentence needs a noun, in English and in Chinese."""
_SPACES: Final = re.compile(r"[ \t]{2,}")
_LOOSE_MARKS: Final = re.compile(r"[ \t]+(?=[.,;:!?])|\(\s*\)|（\s*）|^[\s.,;:，；：–-]+")
_WORDS: Final = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}|[\u3400-\u9fff]")
_ANNOUNCING: Final = re.compile(
    r"it|is|its|this|that|these|those|are|here|the|my|our|and|numbers?|num|no|nr|id|code|orders?|e?mail"
    r"|address|phone|yes|sure|ok|okay|es|ist|das|hier|die|der|meine?|unsere?|und|ja|nummer|adresse"
    r"|bestellung|(?:bestell|kunden|telefon)nummer|[是的我这个号码订单邮箱地址和好嗯]",
    re.IGNORECASE,
)
"""Words that only say that a detail follows: what holds no other is the detail itself."""


class IdentifierPattern(Protocol):
    """A regular expression of the operator's for numbers of their own."""

    def finditer(self, text: str, /) -> Iterator[Any]:
        """Its matches in ``text``, from left to right."""


def without_identifiers(text: str, patterns: Sequence[IdentifierPattern] = ()) -> str:
    """``text`` as it reads without numbers of orders, addresses and telephones.

    ``patterns`` find further ones; what they match counts with at least three digits. A text that
    is nothing but identifiers and what announces them, or a very long one, stays as it is.
    """
    if len(text) > MAX_CHARACTERS or not _SIGNS.search(text):
        return text
    spans = without_overlaps(_identifiers(text, patterns), len(text))
    said = _WORDS.findall(masked(text, spans))
    if not spans or all(_ANNOUNCING.fullmatch(word) for word in said):
        return text
    plain = text
    for span in reversed(spans):
        plain = _without(plain, span)
    return _LOOSE_MARKS.sub("", _SPACES.sub(" ", plain)).strip()


def _identifiers(text: str, patterns: Iterable[IdentifierPattern]) -> Iterator[Span]:
    for match in _PLACEHOLDER.finditer(text):
        yield Span(match.start(), match.end(), match["kind"])
    yield from find_emails(text)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if _digits(match.group()) >= LEAST_DIGITS_OF_PATTERN:
                yield Span(match.start(), match.end(), "order")
    yield from find_ibans(text)
    yield from find_cards(text)
    yield from find_announced_phones(text)
    for span in find_orders(text):
        if _digits(text[span.start : span.end]) >= LEAST_DIGITS:
            yield span
    for match in _CODE.finditer(text):
        if _digits(match.group()) >= LEAST_DIGITS:
            yield Span(*match.span(), "order")


def _without(text: str, span: Span) -> str:
    """``text`` without the identifier at ``span`` and the words that only announce it."""
    before, after = text[: span.start].removesuffix("#"), text[span.end :]
    far, near = before[:-LONGEST_LEAD], before[-LONGEST_LEAD:]
    lead = _LEAD.search(near)
    apart = near[: lead.start()] if lead else near
    announced = _OPEN.search(apart) or (lead and _TELLS.search(lead.group()))
    if announced and _SHUT.match(after) and _says_enough(f"{far}{apart} {after}"):
        return far + _joined(apart, after)
    if lead and lead["noun"]:
        return far + _joined(near[: lead.end("noun")], after)
    if _WANTS_NOUN.search(near):
        english, chinese = _MEANT.get(span.kind, _ORDER)
        return f"{before}{chinese if _CHINESE.search(text) else english}{after}"
    return far + _joined(near, after)


def _says_enough(text: str) -> bool:
    """Whether ``text`` tells its matter, so that what announces a number adds nothing to it."""
    return len(_WORDS.findall(text)) >= LEAST_WORDS


def _joined(before: str, after: str) -> str:
    """The two sides of what was taken out; marks on both sides of it count once."""
    shut = _SHUT.match(after)
    if shut and _OPEN.search(before) and before.strip():
        return f"{before.rstrip()} {after.lstrip(' .,;:!，；：')}".rstrip()
    return f"{before.rstrip(' ')}{after}" if shut else f"{before}{after}"


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))
