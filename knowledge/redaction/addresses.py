"""Postal addresses: streets with numbers, postcodes with towns, and what joins them.

Sure pieces are found by form; pieces that stand side by side, with only capitals, numbers and
commas between them, are one address. A postcode that could be any number counts beside a street, a
known town, or after a word such as "address". A town alone is nobody's address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redaction import streets
from knowledge.redaction.spans import Span
from knowledge.redaction.word_lists import words

_DIGIT = re.compile(r"\d")
_FOUR_DIGITS = re.compile(r"\d{4}")
_BRIDGE = re.compile(rf"[\s,.]*(?:{streets.BRIDGE_WORD}[\s,]*){{0,7}}")
_TAIL = re.compile(rf",\s?({streets.CAPITALISED.pattern})(?=[,.\n]|\s*$)")
_NO_POSTCODE = re.compile(
    r"(?<![^\W_])(?:order|orders|nr\.?|no\.?|number|invoice|ticket|case|ref|model|iso|din|en|in|seit|since|"
    r"of|from|until|"
    r"pedido|commande|ordine|zamówienie)\W*$|(?:bestell\w*|rechnung\w*|artikel\w*|#)\W*$",
    re.IGNORECASE,
)
_AFTER_CUE = re.compile(
    rf"{streets.BRIDGE_WORD}(?:[ ,]+{streets.BRIDGE_WORD}|,?\n{streets.BRIDGE_WORD}){{1,12}}"
)
_PREPOSITION_STREET = re.compile(
    r"(?<!\w)(?:(?:An|Auf|Unter|In|Bei|Hinter|Vor) de[rmn]|Am|Im|Zum|Zur)"
    r"(?:\s[A-ZÄÖÜ][\w-]+){1,3}\s\d{1,3}[a-z]?(?![\w.:]|\s?(?:Uhr|€|%))"
)
_MONTHS_AND_DAYS = re.compile(
    r"\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|"
    r"Mai|"
    r"Juni|Juli|August|September|Oktober|November|Dezember|Zimmer|Tag|Jahr|Alter)\b"
)
_SENTENCE_END = re.compile(r"(?:^|[^\W\d]{4})\. ")
_LONGEST_BRIDGE = 60


def find_addresses(text: str) -> Iterator[Span]:
    """Addresses in Latin script."""
    if not _DIGIT.search(text):
        return
    cued = streets.cues_in(text)
    pieces = _pieces(text, cued)
    pieces = _joined(text, pieces)
    for start, end in pieces:
        start, end = _widened(text, start, end)
        yield Span(start, end, "address")


def _pieces(text: str, cued: list[int]) -> list[tuple[int, int]]:
    found = [
        _without_lead(text, *match.span())
        for pattern in streets.patterns_for(text)
        for match in pattern.finditer(text)
    ]
    for match in _PREPOSITION_STREET.finditer(text):
        if not _MONTHS_AND_DAYS.search(match[0]) and (cued or _postcode_follows(text, match.end())):
            found.append(match.span())
    for likely in streets.LIKELY_TOWNS if _FOUR_DIGITS.search(text) else ():
        for match in likely.finditer(text):
            if _is_postcode(text, match, found, cued):
                found.append(match.span())
    for start in cued:
        after = _AFTER_CUE.match(text, start)
        if after and _is_address_after_cue(after[0]):
            found.append((start, _end_without_words(text, *after.span())))
    return sorted(span for span in found if span[0] < span[1])


def _without_lead(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without common words at its beginning ("Adresse", "Ship", "An")."""
    while True:
        word = re.match(r"[^\W\d_]+[\s:,]+", text[start:end])
        first = word[0].strip(" :,\n").casefold() if word else ""
        if not word or first not in words("common_words") or first in _STREET_WORDS:
            return start, end
        start += word.end()


_STREET_WORDS = frozenset(
    re.findall(r"\w+", "via calle plaza avenue place c al st square la le los las old new red")
)


def _end_without_words(text: str, start: int, end: int) -> int:
    while True:
        word = re.search(r"[\s,]+([^\W\d_]+)[\s,.]*$", text[start:end])
        if not word or word[1].casefold() not in words("common_words") | _SMALL:
            return start + len(text[start:end].rstrip(" ,.\n"))
        end = start + word.start()


_SMALL = frozenset(
    re.findall(r"\w+", "de des du la le del di da das do dos e y van der den het en et")
)


def _is_address_after_cue(found: str) -> bool:
    first = re.match(r"[^\W\d_]+", found)
    if first and first[0].casefold() in words("common_words") - _STREET_WORDS:
        return False
    names = re.findall(r"[^\W\d_]{3,}", found)
    return bool(re.search(r"\d", found)) and len(names) >= 2 and not re.search(r"\d{7}", found)


def _postcode_follows(text: str, end: int) -> bool:
    return bool(re.match(r",?\s+\d{4,5}\s[^\W\d_a-z]", text[end:]))


def _is_postcode(
    text: str, match: re.Match[str], streets_found: list[tuple[int, int]], cued: list[int]
) -> bool:
    if _NO_POSTCODE.search(text[max(0, match.start() - 24) : match.start()]):
        return False
    beside = any(_is_bridge(text, end, match.start()) for _, end in streets_found)
    if beside:
        return True
    town = match["town"].split()[0].partition("-")[0].casefold()
    announced = any(start <= match.start() <= start + _LONGEST_BRIDGE * 2 for start in cued)
    town_first = match.start("town") < match.start("code")
    if announced and town not in words("common_words"):
        return len(match["code"]) == 6 or not town_first
    return len(match["code"]) == 5 and town in words("towns")


def _is_bridge(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    if not 0 <= start - end <= _LONGEST_BRIDGE or _SENTENCE_END.search(gap):
        return False
    return gap.strip() == "in" or bool(_BRIDGE.fullmatch(gap))


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and (start <= joined[-1][1] or _is_bridge(text, joined[-1][1], start)):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """With the flat and the house's name before it, and the part of town behind it."""
    line = text.rfind("\n", 0, start) + 1
    head = text[line:start]
    for part in reversed(list(re.finditer(r"[^,:]+,\s?$|[^,:]+,\s?(?=[^,:]+,)", head))):
        piece = part[0].strip(" ,")
        if not _is_head(piece):
            last = re.search(rf"(?:{streets.UNIT.pattern})$", piece)
            if last:
                start = line + part.start() + part[0].index(last[0])
            break
        start = line + part.start() + len(part[0]) - len(part[0].lstrip())
    while True:
        unit = re.match(rf",?\s(?={streets.UNIT.pattern}){streets.UNIT.pattern}", text[end:])
        tail = _TAIL.match(text, end)
        if unit:
            end += unit.end()
        elif (
            tail
            and tail[1].split()[0].casefold() not in words("common_words")
            and tail[1].split()[0].casefold() not in words("given_names")
        ):
            end = tail.end()
        else:
            return start, end


def _is_head(piece: str) -> bool:
    """Whether all of a part before a street is a flat, or the name of a house."""
    if streets.UNIT.fullmatch(piece):
        return True
    tokens = piece.split()
    return (
        0 < len(tokens) <= 4
        and (all(token[0].isupper() or token[0].isdigit() for token in tokens))
        and (tokens[0].casefold() == "the" or tokens[0].casefold() not in words("common_words"))
        and (tokens[0][0].isdigit() or len(tokens) > 1)
        and tokens[0].casefold() not in words("given_names")
    )
