"""Splits a long text where a person would: at paragraphs, lines, sentences, then words."""

from __future__ import annotations

BREAKS = ("\n\n", "\n", ". ", "。", " ")


def split_text(text: str, limit: int) -> list[str]:
    """Parts of at most ``limit`` characters that together say everything ``text`` says.

    Raises:
        ValueError: ``limit`` is not positive.
    """
    if limit < 1:
        raise ValueError(f"a part of at most {limit} characters cannot hold anything")
    parts = []
    rest = text
    while len(rest) > limit:
        cut = _best_cut(rest, limit)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*(part for part in parts if part), rest] if rest or not parts else parts


def _best_cut(text: str, limit: int) -> int:
    for mark in BREAKS:
        place = text.rfind(mark, limit // 2, limit)
        if place > 0:
            return place + len(mark)
    return limit
