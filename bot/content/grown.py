"""Which of two copies of a conversation says more: an older export, or one that was cut, says less.

Knows no database.
"""

from __future__ import annotations

from typing import Final

from rapidfuzz import fuzz

from knowledge import Transcript, Turn

_CUT_WITHIN: Final = 40
"""Characters at the end of a long text that was cut: what is taken out of a whole address still
stands in half of one."""
_ALIKE: Final = 70.0
"""Percent of two texts that are one, though a name was taken out of either."""


def breaks_off_before(one: Transcript, other: Transcript) -> bool:
    """Whether ``one`` is only the beginning of ``other``: whole turns, or half of the last.

    Of fewer turns, the moment tells which is which, for what was taken out of their texts depends
    on the whole conversation and on the rules of its day; where none is known, the text tells.
    A conversation from whose midst something was taken away is no beginning.
    """
    if not one.turns or len(one.turns) > len(other.turns):
        return False
    if len(one.turns) < len(other.turns):
        return all(map(_begins, one.turns, other.turns))
    *before, last = one.turns
    whole = other.turns[-1]
    if _stands(last) != _stands(whole) or len(last.text) >= len(whole.text):
        return False
    surely = last.text[:-_CUT_WITHIN] if len(last.text) > 2 * _CUT_WITHIN else last.text
    return all(map(_same, before, other.turns)) and whole.text.startswith(surely)


def _begins(one: Turn, other: Turn) -> bool:
    return _stands(one) == _stands(other) and (
        one.time is not None
        or other.text.startswith(one.text)
        or fuzz.ratio(one.text, other.text) >= _ALIKE
    )


def _same(one: Turn, other: Turn) -> bool:
    return _stands(one) == _stands(other) and one.text == other.text


def _stands(turn: Turn) -> tuple[object, ...]:
    return turn.speaker, turn.private, turn.time
