"""Reads "the second one", "2" or a button's own label as pressing that button.

Words alone decide, in English, German and Chinese. Only what stood under the bot's last reply is
ever pressed; what an ordinal means where there is no such button is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.answering.pleasantries import without_pleasantries
from bot.dialog import CustomerMessage, ReplyButton

LAST: Final = -1
_BEFORE: Final = (
    r"(?:(?:i (?:mean|meant|want|choose|take|pick)|i'll take|i'd like|give me|ich (?:meine|nehme)"
    r"|and|then|ok(?:ay)?|no|nein|yes|ja|我(?:要|选|说的是))[\s,.!，:]*)*"
)
_AFTER: Final = r"(?:[\s,]+(?:please|bitte|then|thanks|danke))?[\s.!。！~)]*"
_ONE: Final = r"(?: (?:one|option|answer|button))?"
_NUMBER: Final = r"(?:option |number |no\. ?|nr\. ?|#|\()?"
_ORDINALS: Final = {
    0: rf"(?:the )?(?:first|1st|former){_ONE}|{_NUMBER}(?:1|one)"
    r"|(?:das|die|der|den) erste[nrs]?|第一个?|前一个|选[1一]",
    1: rf"(?:the )?(?:second|2nd){_ONE}|{_NUMBER}(?:2|two)"
    r"|(?:das|die|der|den) zweite[nrs]?|第二个?|选[2二]",
    2: rf"(?:the )?(?:third|3rd){_ONE}|{_NUMBER}(?:3|three)"
    r"|(?:das|die|der|den) dritte[nrs]?|第三个?|选[3三]",
    LAST: rf"(?:the )?(?:last|latter){_ONE}|(?:das|die|der|den) letzte[nrs]?|最后一?个|后一个",
}
_PATTERNS: Final = tuple(
    (place, re.compile(rf"{_BEFORE}(?:{words}){_AFTER}", re.IGNORECASE))
    for place, words in _ORDINALS.items()
)
_MARKS: Final = " \t\n.!?。！？…"


def with_pick(
    messages: tuple[CustomerMessage, ...], buttons: Sequence[ReplyButton]
) -> tuple[CustomerMessage, ...]:
    """``messages`` with the button pressed that the last one names; as they are without one."""
    *before, last = messages
    picked = None if last.button else _picked(without_pleasantries(last.text), buttons)
    if picked is None:
        return messages
    text = picked.action.text or picked.label
    return (*before, replace(last, text=text, button=picked.action))


def points_at_option(text: str) -> bool:
    """Whether ``text`` tells no more than the place of an option."""
    return _place_in(text) is not None


def _picked(text: str, buttons: Sequence[ReplyButton]) -> ReplyButton | None:
    labelled = [each for each in buttons if _plain(each.label) == _plain(text)]
    if labelled:
        return labelled[0]
    place = _place_in(text)
    if place is None:
        return None
    options = buttons if place != LAST else _more_than_one(buttons)
    return options[place] if -len(options) <= place < len(options) else None


def _more_than_one(buttons: Sequence[ReplyButton]) -> Sequence[ReplyButton]:
    """What may be told apart as the last: the options without the ways out beside them."""
    options = [each for each in buttons if not (each.action.other or each.action.human)]
    return options if len(options) > 1 else ()


def _place_in(text: str) -> int | None:
    bare = text.strip().replace("’", "'")
    return next((place for place, pattern in _PATTERNS if pattern.fullmatch(bare)), None)


def _plain(text: str) -> str:
    return text.strip(_MARKS).casefold()
