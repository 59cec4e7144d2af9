"""Splits a long text where a person would: at paragraphs, lines, sentences, then words.

Lengths are UTF-16 code units, as the channels count them; what is seen as one character stays one.
"""

from __future__ import annotations

import unicodedata

BREAKS = ("\n\n", "\n", ". ", "。", " ")
JOINER = "\u200d"
LONGEST_CLUSTER = 64


def units(text: str) -> int:
    """The length of ``text`` in UTF-16 code units."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def split_text(text: str, limit: int) -> list[str]:
    """Parts of at most ``limit`` units that together say everything ``text`` says.

    Raises:
        ValueError: ``limit`` is too small to hold a character.
    """
    if limit < 2:
        raise ValueError(f"a part of at most {limit} units cannot hold anything")
    parts = []
    rest = text
    while units(rest) > limit:
        cut = best_cut(rest, limit)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*(part for part in parts if part), rest] if rest or not parts else parts


def best_cut(text: str, limit: int) -> int:
    """Where to cut a text longer than ``limit`` units: the place a reader would mind least."""
    end = fitting(text, limit)
    for mark in BREAKS:
        place = text.rfind(mark, end // 2, end)
        if place > 0:
            return place + len(mark)
    for cut in range(end, max(0, end - LONGEST_CLUSTER), -1):
        if _is_boundary(text, cut):
            return cut
    return end


def fitting(text: str, limit: int) -> int:
    """How many characters of ``text`` fit into ``limit`` units; at least one."""
    used = 0
    for place, character in enumerate(text):
        used += 2 if ord(character) > 0xFFFF else 1
        if used > limit:
            return max(place, 1)
    return len(text)


def _is_boundary(text: str, place: int) -> bool:
    """Whether a cut before ``place`` tears no accent, emoji or flag apart."""
    before, after = text[place - 1], text[place : place + 1]
    if not after:
        return True
    if _is_flag_half(before) and _is_flag_half(after):
        halves = len(text[:place]) - len(_without_flag_halves(text[:place]))
        return halves % 2 == 0
    return before != JOINER and not _extends(after)


def _extends(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character == JOINER
        or 0x1F3FB <= ord(character) <= 0x1F3FF
        or 0xE0020 <= ord(character) <= 0xE007F
    )


def _is_flag_half(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def _without_flag_halves(text: str) -> str:
    end = len(text)
    while end and _is_flag_half(text[end - 1]):
        end -= 1
    return text[:end]
