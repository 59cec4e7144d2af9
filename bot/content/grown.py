"""Which of two copies of a conversation says more: an older export, or one that was cut, says less.

Knows no database.
"""

from __future__ import annotations

from knowledge import Transcript, Turn


def breaks_off_before(one: Transcript, other: Transcript) -> bool:
    """Whether ``one`` is only the beginning of ``other``: whole turns, or half of the last.

    A conversation from whose midst something was taken away is no beginning.
    """
    if not one.turns or len(one.turns) > len(other.turns):
        return False
    if not all(map(_same, one.turns[:-1], other.turns)):
        return False
    last, whole = one.turns[-1], other.turns[len(one.turns) - 1]
    shorter = len(one.turns) < len(other.turns) or len(last.text) < len(whole.text)
    return shorter and _stands(last) == _stands(whole) and whole.text.startswith(last.text)


def _same(one: Turn, other: Turn) -> bool:
    return _stands(one) == _stands(other) and one.text == other.text


def _stands(turn: Turn) -> tuple[object, ...]:
    return turn.speaker, turn.private, turn.time
