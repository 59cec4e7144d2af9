"""Articles cut into passages: small enough to be quoted, whole enough to be understood.

A passage never crosses a heading. Lists, tables and numbered steps stay whole, together with the
sentence that leads into them, unless that alone would be too long.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.passages.anchors import Anchors
from knowledge.passages.blocks import Block, Heading, read_blocks
from knowledge.passages.words import count_words
from knowledge.records import Article, Passage, PassageId

TARGET_WORDS = 120
"""Paragraphs are packed up to here."""
LONGEST_WORDS = 180
"""No passage is longer, not even for a list's sake."""
_SHORT_WORDS = 40
"""A piece shorter than this joins its neighbour, up to the longest."""


@dataclass(frozen=True, slots=True)
class _Section:
    headings: tuple[str, ...]
    anchor: str | None
    blocks: list[Block]


def split_article(article: Article) -> tuple[Passage, ...]:
    """The passages of an article in order, mostly 60 to 120 words, never over 180.

    An article without any text gives none.
    """
    passages: list[Passage] = []
    for section in _sections(article):
        for text in _pack(list(_pieces(section.blocks))):
            passages.append(
                Passage(
                    id=PassageId(f"{article.id}#{len(passages)}"),
                    article=article.id,
                    title=article.title,
                    text=text,
                    headings=section.headings,
                    position=len(passages),
                    anchor=section.anchor,
                    url=article.url,
                )
            )
    return tuple(passages)


def _sections(article: Article) -> Iterator[_Section]:
    anchors = Anchors()
    path: list[Heading] = []
    section = _Section((), None, [])
    for block in read_blocks(article.body):
        if isinstance(block, Block):
            section.blocks.append(block)
            continue
        yield section
        path = [*(above for above in path if above.level < block.level), block]
        headings = tuple(above.text for above in path if above.text)
        if headings and headings[0].casefold() == article.title.casefold():
            headings = headings[1:]
        section = _Section(headings, anchors.of(block.text) or None, [])
    yield section


def _pieces(blocks: Sequence[Block]) -> Iterator[str]:
    """Texts of at most ``LONGEST_WORDS``, lists and tables with their lead-in."""
    lead_in = ""
    for block in blocks:
        texts = list(_cut(block))
        if block.whole and lead_in and _fits(lead_in, texts[0], LONGEST_WORDS):
            texts[0] = f"{lead_in}\n\n{texts[0]}"
        elif lead_in:
            texts.insert(0, lead_in)
        lead_in = "" if block.whole else texts.pop()
        yield from texts
    if lead_in:
        yield lead_in


def _pack(pieces: Sequence[str]) -> list[str]:
    packed: list[str] = []
    for piece in pieces:
        if packed and _belongs(packed[-1], piece):
            packed[-1] = f"{packed[-1]}\n\n{piece}"
        else:
            packed.append(piece)
    return packed


def _belongs(before: str, piece: str) -> bool:
    shorter = min(count_words(before), count_words(piece))
    return _fits(before, piece, LONGEST_WORDS if shorter < _SHORT_WORDS else TARGET_WORDS)


def _fits(first: str, second: str, limit: float) -> bool:
    return count_words(first) + count_words(second) <= limit


def _cut(block: Block) -> Iterator[str]:
    """The block's text, in even pieces where it is too long for one passage."""
    limit = LONGEST_WORDS if block.whole else TARGET_WORDS
    if count_words(block.text()) <= limit:
        yield block.text()
        return
    room = max(limit - count_words(block.opening), limit // 2)
    opening = block.opening if limit - count_words(block.opening) >= room else ""
    block = Block(tuple(_short_parts(block, room)), block.glue, opening, block.whole)
    total = sum(count_words(part) for part in block.parts)
    goal = total / math.ceil(total / room)
    start, words = 0, 0.0
    for position, part in enumerate(block.parts):
        length = count_words(part)
        if words and (words + length > room or words + length / 2 > goal):
            yield block.text(start, position)
            start, words = position, 0.0
        words += length
    yield block.text(start)


def _short_parts(block: Block, limit: float) -> Iterator[str]:
    """The block's parts; those longer than the limit cut at their lines, or between words."""
    for part in block.parts:
        for line in [part] if count_words(part) <= limit else part.splitlines():
            yield from [line] if count_words(line) <= limit else _slices(line, limit)


def _slices(text: str, limit: float) -> Iterator[str]:
    spaced = " " in text
    words = text.split() if spaced else list(text)
    taken: list[str] = []
    length = 0.0
    for word in words:
        if taken and length + count_words(word) > limit:
            yield (" " if spaced else "").join(taken)
            taken, length = [], 0.0
        taken.append(word)
        length += count_words(word)
    yield (" " if spaced else "").join(taken)
