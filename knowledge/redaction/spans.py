"""Places in a text that hold personal data, and which of them win where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """``text[start:end]`` is personal data of a kind: email, iban, card, order, phone or name."""

    start: int
    end: int
    kind: str


def without_overlaps(spans: Iterable[Span], length: int) -> list[Span]:
    """The spans in order of a text of ``length``; of two that overlap the one given first stays."""
    taken = bytearray(length)
    kept: list[Span] = []
    for span in spans:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append(span)
    return sorted(kept)


def replaced(text: str, spans: Iterable[Span]) -> str:
    """``text`` with ``[kind]`` in place of each span; they are in order and do not overlap."""
    pieces: list[str] = []
    end = 0
    for span in spans:
        pieces += (text[end : span.start], f"[{span.kind}]")
        end = span.end
    return "".join([*pieces, text[end:]])


def masked(text: str, spans: Sequence[Span]) -> str:
    """``text`` at its length, with a dot for each character of the spans."""
    if not spans:
        return text
    characters = list(text)
    for start, end, _ in spans:
        characters[start:end] = "·" * (end - start)
    return "".join(characters)
