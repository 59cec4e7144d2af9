"""Telephone numbers and order numbers, told apart from prices, dates and one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from knowledge.redaction.spans import Span, masked

_PHONE_CANDIDATE = re.compile(r"[+(（]?\d(?:[\s().（）\-/‐-–\u00a0]{0,3}\d){6,60}")
_AROUND = 3
_BARE_DIGITS = 10
"""Digits without sign, gap or leading zero are a phone number from this length on."""

_NO_PHONE = re.compile(
    r"https?://\S+|\d{18,}"
    r"|(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?(?!\d)"
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)"
    r"|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)"
    r"|(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CNY|RMB|Rs))\.?\s?\d[\d.,'’]*"
    r"|\d[\d.,'’]*\s?(?:[$€£¥₹元%]|(?:USD|EUR|GBP|CNY|RMB|dollars?|euros?|pounds?)\b)",
    re.IGNORECASE,
)
_CUE = (
    r"(?:orders?|sku|ean|upc|isbn|imei|item|part|art(?:ikel)?|model|lot|serial number|flight|"
    r"booking|reservation|confirmation|ticket|case|invoice|tracking|reference|ref|"
    r"account|membership|member|miles|skymiles|loyalty|serial|bestell\w*|auftrag\w*|rechnung\w*|"
    r"sendung\w*|kundennummer|"
    r"订单号?|单号|编号|运单号?)"
)
_ORDER_AFTER_CUE = re.compile(
    rf"(?<![^\W_]){_CUE}(?:[\s#:.=-]|\b(?:id|is|no|nr|num|number|code|nummer|lautet|was)\b|[是为：])*"
    r"(?P<number>(?=[A-Z0-9-]*\d{3})[A-Z0-9]+(?:-[A-Z0-9]+)*)(?![^\W_])",
    re.IGNORECASE,
)
_ORDER_BY_SHAPE = re.compile(
    r"(?<!\w)(?:#(?P<hash>[A-Za-z]{0,4}-?\d{4,}(?:-\d+)*)|"
    r"(?P<code>[A-Z]{1,5}-?\d{5,}(?:-\d+)*))(?!\w)"
)


_PHONE_WORDS = (
    r"(?:phone|telephone|tel|mobile|cell|cellphone|whatsapp|call(?: me)?|text(?: me)?|"
    r"ring(?: me)?|line|fax|"
    r"telefon|handy|rufnummer|tél|téléphone|portable|appelez-moi|teléfono|móvil|celular|llámame|"
    r"cellulare|telefono|"
    r"telefoon|bel mij|mobiel|komórka|telemóvel|telemovel|mobil|telefonnummer|"
    r"(?:my|mein|mitt|mit|mon|mi|meu|mio|mijn|mój|мой|мій)\s(?:number|nummer|numéro|número|numero|numer|"
    r"номер)|zap|cel|телефон|"
    r"手机号?|電話番号|电话|電話|携帯)"
)
_PHONE_AFTER_WORD = re.compile(
    rf"(?:(?<![^\W_])|(?<=[\u3040-\u9fff])){_PHONE_WORDS}(?:\.|\s|[:：]|[是为為は]|\b(?:is|on|me|at|"
    rf"number|no|num|al|el|op|é|è|es|nr|"
    r"au|le|ist|unter|numer|to|är|er|jest)\b){0,5}"
    r"(?P<number>\+?\(?\d(?:[ ().\-/]{0,2}\d){6,13})"
    r"(?![ ().\-/]{0,2}\d|[^\W\u3040-\u9fff\uac00-\ud7a3])",
    re.IGNORECASE,
)


def find_announced_phones(text: str) -> Iterator[Span]:
    """Seven to fourteen digits after a word such as "phone", whatever country they belong to."""
    for match in _PHONE_AFTER_WORD.finditer(text):
        if not _NO_PHONE.search(match["number"]):
            yield Span(*match.span("number"), "phone")


def find_orders(text: str) -> Iterator[Span]:
    """Order-like numbers: after a word such as ``order``, after ``#``, or letters and digits."""
    for match in _ORDER_AFTER_CUE.finditer(text):
        yield Span(*match.span("number"), "order")
    for match in _ORDER_BY_SHAPE.finditer(text):
        yield Span(*match.span(match.lastgroup or 0), "order")


def find_phones(text: str, regions: Sequence[str], known: Sequence[Span]) -> Iterator[Span]:
    """Telephone numbers that are valid somewhere: with ``+`` anywhere, else in ``regions``.

    ``known`` spans, addresses of web pages, dates, times and prices are never part of one.
    """
    if not _PHONE_CANDIDATE.search(text):
        return
    others = [Span(*match.span(), "other") for match in _NO_PHONE.finditer(text)]
    searched = masked(text, [*known, *others])
    for candidate in _PHONE_CANDIDATE.finditer(searched):
        start = max(0, candidate.start() - _AROUND)
        piece = searched[start : candidate.end() + _AROUND]
        for region in regions:
            found = [m for m in phonenumbers.PhoneNumberMatcher(piece, region) if _is_phone(m)]
            if found:
                yield from (Span(start + m.start, start + m.end, "phone") for m in found)
                break


def _is_phone(match: phonenumbers.PhoneNumberMatch) -> bool:
    raw: str = match.raw_string
    return not raw.isdigit() or raw.startswith("0") or len(raw) >= _BARE_DIGITS
