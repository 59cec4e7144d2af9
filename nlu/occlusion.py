"""Which words of a text mattered: how much a score falls when each is left out.

Leave-one-out occlusion. Whoever asks brings the score; this knows only the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

MOST_PIECES: Final = 24
"""So many scores are asked for at most, two milliseconds each with the bundled encoder."""

_HAN: Final = r"\u3040-\u30ff\u3400-\u9fff"
_WORD: Final = re.compile(rf"[^\W_{_HAN}]+(?:['’.-][^\W_{_HAN}]+)*|[{_HAN}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text, or a few that stand together in a long one: ``text[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PieceWeight:
    """A piece, and how much lower the score is without it; below 0 where it is higher."""

    piece: Piece
    drop: float


def pieces_of(text: str, most: int = MOST_PIECES) -> tuple[Piece, ...]:
    """The words of ``text`` in order; neighbours together where there are more than ``most``.

    In Chinese and Japanese every character is a word. Punctuation between words is none.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    size = -(-len(words) // most)
    groups = [words[place : place + size] for place in range(0, len(words), max(size, 1))]
    return tuple(
        Piece(text[group[0][0] : group[-1][1]], group[0][0], group[-1][1]) for group in groups
    )


def without(text: str, pieces: Sequence[Piece]) -> str:
    """``text`` with the ``pieces`` left out, and with single spaces."""
    kept, place = [], 0
    for piece in sorted(pieces, key=lambda each: each.start):
        kept.append(text[place : piece.start])
        place = piece.end
    return " ".join("".join((*kept, text[place:])).split())


def weigh_pieces(text: str, score: Callable[[str], float]) -> tuple[PieceWeight, ...]:
    """Every piece with the fall of ``score`` without it, the greatest first.

    Nothing where the text has a single piece: without it nothing is left to ask about.
    """
    pieces = pieces_of(text)
    if len(pieces) < 2:
        return ()
    whole = score(text)
    weights = [PieceWeight(piece, whole - score(without(text, [piece]))) for piece in pieces]
    return tuple(sorted(weights, key=lambda each: -each.drop))
