"""Which of two copies of a conversation says more: an older export, or one that was cut, says less.

Knows no database.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from knowledge import Transcript, Turn

_PIECE: Final = re.compile(r"\[[a-z_]+\]|.", re.DOTALL)
"""What was taken out, as it is named instead, or a character."""
_LONGEST: Final = 80
"""Characters that may stand where something was taken out of the other copy; addresses are long."""
_MARKS: Final = frozenset(".,;:!?。，；：！？")
_MOST_STEPS: Final = 300_000
"""What is compared at most of two texts; beyond it they count as different."""


def breaks_off_before(one: Transcript, other: Transcript) -> bool:
    """Whether ``one`` is only the beginning of ``other``: whole turns, or half of the last.

    A conversation from whose midst something was taken away is no beginning.
    """
    if not one.turns or len(one.turns) > len(other.turns):
        return False
    if not all(map(_same, one.turns[:-1], other.turns)):
        return False
    last, whole = one.turns[-1], other.turns[len(one.turns) - 1]
    if _stands(last) != _stands(whole) or not _alike(last.text, whole.text, begins=True):
        return False
    return len(one.turns) < len(other.turns) or not _alike(last.text, whole.text)


def _same(one: Turn, other: Turn) -> bool:
    return _stands(one) == _stands(other) and _alike(one.text, other.text)


def _alike(one: str, other: str, *, begins: bool = False) -> bool:
    """Whether both texts may be one, or ``one`` the beginning of ``other``, as it was said.

    What is taken out of a text depends on the whole conversation, for it tells who is in it, and
    on the rules of its day. So what one copy has taken out may still stand in the other.
    """
    if other.startswith(one) if begins else one == other:
        return True
    ones, others = _PIECE.findall(one), _PIECE.findall(other)
    open_, seen = [(0, 0)], {(0, 0)}
    while open_ and len(seen) < _MOST_STEPS:
        i, j = open_.pop()
        if i == len(ones) and (begins or j == len(others)):
            return True
        steps = _steps(ones[i : i + _LONGEST], others[j : j + _LONGEST])
        fresh = {(i + on, j + along) for on, along in steps} - seen
        seen |= fresh
        open_ += sorted(fresh, key=lambda step: abs(step[0] - i - step[1] + j), reverse=True)
    return False


def _steps(ones: list[str], others: list[str]) -> Iterator[tuple[int, int]]:
    """How many pieces of each text may be one and the same thing, from here on."""
    if not ones or not others:
        return
    if ones[0] == others[0]:
        yield 1, 1
        return
    if len(ones[0]) > 1:
        yield from ((1, taken) for taken in _lengths(others))
    if len(others[0]) > 1:
        yield from ((taken, 1) for taken in _lengths(ones))


def _lengths(pieces: list[str]) -> Iterator[int]:
    """How many of them may have been taken out: no name or number ends like a sentence."""
    for length, piece in enumerate(pieces, 1):
        if not piece.isspace() and piece not in _MARKS:
            yield length


def _stands(turn: Turn) -> tuple[object, ...]:
    return turn.speaker, turn.private, turn.time
