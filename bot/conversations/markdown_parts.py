"""Splits Markdown into parts that are Markdown each: nothing bold, linked or fenced spans a cut.

A block that fits stays whole. Code is closed and opened again. Other blocks are cut only where both
sides still read the same; one that cannot be cut so is said in plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.conversations.parts import BREAKS, best_cut, fitting, split_text, units

MOST_TRIES = 12
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|>~<&])")
_TICKS = re.compile(r"`+")


def split_markdown(text: str, limit: int) -> list[str]:
    """Parts of at most ``limit`` UTF-16 units that together say what ``text`` says.

    Raises:
        ValueError: ``limit`` is too small to hold anything.
    """
    if units(text) <= limit:
        return [text]
    parts: list[str] = []
    for block in _blocks(text, limit):
        if parts and units(joined := f"{parts[-1]}\n\n{block}") <= limit:
            parts[-1] = joined
        else:
            parts.append(block)
    return parts or [""]


def _blocks(text: str, limit: int) -> Iterator[str]:
    lines, end = text.split("\n"), 0
    for token in _markdown().parse(text):
        if token.level or token.map is None:
            continue
        yield from _between(lines[end : token.map[0]], limit)
        source = "\n".join(lines[token.map[0] : token.map[1]]).rstrip()
        yield from [source] if units(source) <= limit else _cut_up(token, source, limit)
        end = token.map[1]
    yield from _between(lines[end:], limit)


def _between(lines: list[str], limit: int) -> list[str]:
    """What belongs to no block: where links lead that are named elsewhere."""
    source = "\n".join(lines).strip()
    return split_text(source, limit) if source else []


def _cut_up(token: Token, source: str, limit: int) -> Iterator[str]:
    if token.type in ("fence", "code_block"):
        yield from _fences(token, limit)
        return
    while units(source) > limit:
        cut = _clean_cut(source, limit)
        if cut is None:
            yield from _plainly(source, limit)
            return
        yield source[:cut].rstrip()
        source = source[cut:].lstrip("\n").rstrip()
    if source:
        yield source


def _fences(token: Token, limit: int) -> Iterator[str]:
    longest = max((len(each) for each in _TICKS.findall(token.content)), default=0)
    fence = "`" * max(3, longest + 1)
    head, room = f"{fence}{token.info}\n", limit - 2 * len(fence) - units(token.info) - 2
    if room < limit // 2:
        head, room = f"{fence}\n", limit - 2 * len(fence) - 2
    held = ""
    for line in _short_lines(token.content.rstrip("\n"), room):
        if held and units(held) + units(line) + 1 > room:
            yield f"{head}{held}\n{fence}"
            held = line
        else:
            held = f"{held}\n{line}" if held else line
    yield f"{head}{held}\n{fence}"


def _short_lines(code: str, room: int) -> Iterator[str]:
    for line in code.split("\n"):
        rest = line
        while units(rest) > room:
            cut = fitting(rest, room)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _clean_cut(source: str, limit: int) -> int | None:
    whole = _seen(source)
    for cut in _places(source, limit):
        before = _seen(source[:cut])
        if whole.startswith(before) and before + _seen(source[cut:].lstrip("\n")) == whole:
            return cut
    return None


def _places(source: str, limit: int) -> Iterator[int]:
    end = fitting(source, limit)
    tries = 0
    for mark in BREAKS:
        place = source.rfind(mark, end // 4, end)
        while place > 0 and tries < MOST_TRIES:
            tries += 1
            yield place + len(mark)
            place = source.rfind(mark, end // 4, place)
    yield best_cut(source, limit)


def _plainly(source: str, limit: int) -> Iterator[str]:
    for part in split_text(_words(source), max(2, limit // 2)):
        yield "\n".join(_SPECIAL.sub(r"\\\1", line.strip()) for line in part.split("\n"))


def _seen(source: str) -> str:
    """What a reader sees of ``source``, spaces aside."""
    return "".join(_words(source, addresses=False).split())


def _words(source: str, *, addresses: bool = True) -> str:
    blocks = (_block_words(token, addresses) for token in _markdown().parse(source))
    return "\n".join(block for block in blocks if block)


def _block_words(token: Token, addresses: bool) -> str:
    if token.children is None:
        return token.content
    said, address = "", ""
    for each in token.children:
        if each.type == "link_open":
            address = str(each.attrs.get("href", ""))
        elif each.type == "link_close" and addresses:
            said += f" ({address})"
        else:
            said += "\n" if each.type in ("softbreak", "hardbreak") else each.content
    return said


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("js-default", {"breaks": True, "linkify": False})
