"""Messages that are a yes, a no, or a "one moment" and nothing more.

A message counts only when every bit of it is one of the phrases below; a single other word makes
it something to be read in full. So "no, the other bike" is no refusal.
"""

from __future__ import annotations

import re
from collections.abc import Container
from enum import StrEnum
from typing import Final

from rapidfuzz.utils import default_process

from nlu import act_examples

_ASKS: Final = re.compile(r"[?\uff1f]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")

MAX_LENGTH: Final = 60
"""Characters of the longest message that is looked at."""


class ShortAnswer(StrEnum):
    """What a message of a few words says to a question, or asks for."""

    AFFIRM = "affirm"
    DENY = "deny"
    WAIT = "wait"


AFFIRM: Final = (
    "yes", "yess", "yeah", "yea", "yep", "yup", "ya", "aye", "y", "ok", "okay", "k", "sure", "sure thing",
    "of course", "certainly", "definitely", "absolutely", "exactly", "correct", "right", "true", "perfect",
    "fine", "good", "great", "agreed", "go ahead", "do it", "please do", "sounds good", "yes i do",
    "it is", "i do", "i am", "that is right", "thats right", "that s right", "that is correct",
    "thats correct", "that s correct", "that is it", "that s it", "all right", "alright", "indeed",
    "that works", "confirmed", "i confirm", "looks good", "it s correct", "why not", "as you say",
    "是", "是的", "是啊", "对", "对的", "对啊", "好", "好的", "好吧", "好呀", "行", "行吧", "可以", "可以的", "没错", "没问题",
    "嗯", "嗯嗯", "恩", "确认", "确定", "正确", "当然", "当然可以", "要", "需要", "同意", "有", "有的", "就是", "是这样",
    "是这个", "就这个", "可以啊",
    "ja", "jap", "jep", "jo", "jawohl", "genau", "genau so", "genau das", "richtig", "das ist richtig", "stimmt",
    "stimmt so", "das stimmt", "korrekt", "klar", "na klar", "sicher", "natürlich", "gern", "gerne", "gut",
    "in ordnung", "passt", "einverstanden", "auf jeden fall", "bestätigt", "bitte ja", "so ist es",
)  # fmt: skip

DENY: Final = (
    "no", "noo", "nope", "nah", "nay", "n", "not really", "no way", "never", "wrong", "incorrect", "not correct",
    "not right", "that is wrong", "thats wrong", "that s wrong", "that is not right", "that s not right",
    "that is not correct", "it is not", "it isn t", "it isnt", "i don t", "i dont", "i do not", "i am not",
    "not that", "not that one", "none", "neither", "none of these", "none of them", "not at all", "negative",
    "don t", "please don t", "of course not", "rather not", "unfortunately not", "not yet",
    "that isn t right", "that isn t correct",
    "不", "不是", "不是的", "不对", "不对的", "不行", "不可以", "不要", "不需要", "没有", "没", "否", "错", "错了", "不正确",
    "都不是", "不是这个", "不好", "不同意", "当然不是", "还没有", "并不是",
    "nein", "ne", "nee", "nö", "falsch", "das ist falsch", "stimmt nicht", "das stimmt nicht", "nicht richtig",
    "das ist nicht richtig", "nicht korrekt", "leider nicht", "leider nein", "auf keinen fall", "keines",
    "keins davon", "keines davon", "gar nicht", "überhaupt nicht", "lieber nicht", "noch nicht", "eher nicht",
    "bloß nicht", "nicht wirklich",
)  # fmt: skip

WAIT: Final = (
    "wait", "wait a moment", "wait a minute", "wait a second", "wait a sec", "one moment", "one sec",
    "one second", "one minute", "a moment", "a second", "just a moment", "just a minute", "just a sec",
    "just a second", "1 sec", "1 min", "1 minute", "hold on", "hold on a second", "hold on a moment", "hang on",
    "hang on a second", "hang on a moment", "hang on a minute", "give me a second", "give me a minute",
    "give me a moment", "let me check", "let me look", "let me see", "let me find it", "let me look it up",
    "let me have a look", "i will check", "i ll check", "i ll look", "i ll look it up", "i will look it up",
    "i ll have a look", "need to find it", "i need to find it", "i have to look", "checking", "brb",
    "be right back", "back in a minute", "bear with me", "moment", "let me get it", "i m looking", "i m looking for it",
    "等等", "等一下", "等会", "等会儿", "等一会", "等一等", "稍等", "稍等一下", "请稍等", "请等一下", "我看看", "我看一下",
    "我找找", "我找一下", "我查一下", "等我一下", "等我看看", "等我找找", "等我查一下", "让我看看", "让我找找", "马上", "马上回来",
    "moment bitte", "einen moment", "einen moment bitte", "moment mal", "augenblick", "einen augenblick",
    "sekunde", "eine sekunde", "minute", "eine minute", "warte", "warte kurz", "warten sie", "warten sie kurz",
    "warten sie bitte", "kleinen moment", "kurz warten", "ich schaue nach", "ich schau nach",
    "ich schaue mal nach", "ich schau mal", "ich schaue mal", "ich sehe nach", "ich sehe mal nach",
    "ich suche kurz", "muss ich suchen", "das muss ich suchen", "ich muss nachsehen", "bin gleich zurück",
    "bin gleich wieder da", "gleich",
)  # fmt: skip

_FILLER: Final = (
    "please", "pls", "well", "oh", "um", "hmm", "hm", "it", "so", "then", "that",
    "请", "啊", "呀", "吧", "哦", "了", "呢", "一下", "一会",
    "bitte", "also", "doch", "mal", "das", "kurz", "so",
)  # fmt: skip

_MEANING: Final[dict[str, ShortAnswer | None]] = {
    **dict.fromkeys(_FILLER),
    **dict.fromkeys(AFFIRM, ShortAnswer.AFFIRM),
    **dict.fromkeys(DENY, ShortAnswer.DENY),
    **dict.fromkeys(WAIT, ShortAnswer.WAIT),
}
_POLITE: Final = frozenset(
    default_process(each) for each in (*act_examples.THANKS, *act_examples.GOODBYE)
)
_BESIDE_FAREWELLS: Final = frozenset(_FILLER) | frozenset({
    "ok", "okay", "great", "perfect", "super", "good", "you too", "for everything", "for your help",
    "so much", "a lot", "very much", "again", "all the best", "prima", "alles klar", "alles gute",
    "für alles", "für die hilfe", "sehr", "好的", "好", "嗯", "明白了", "知道了",
})  # fmt: skip
_FAREWELL: Final = _POLITE | _BESIDE_FAREWELLS
_LONGEST: Final = max(map(len, (*_MEANING, *_FAREWELL)))
_GOES_ON: Final = re.compile(r"[^\W\d_\u3400-\u9fff]")


def short_answer(text: str) -> ShortAnswer | None:
    """What ``text`` answers, where it is no more than that; None where it says yes and no.

    "Yes, one moment" asks for a moment: the answer is still to come.
    """
    if len(text) > MAX_LENGTH or _ASKS.search(text):
        return None
    said: set[ShortAnswer] = set()
    rest = default_process(text)
    while rest:
        phrase = _longest_phrase(rest, _MEANING)
        if phrase is None:
            return None
        meaning = _MEANING[phrase]
        said |= {meaning} if meaning else set()
        rest = rest[len(phrase) :].lstrip()
    if ShortAnswer.WAIT in said:
        return ShortAnswer.WAIT
    return said.pop() if len(said) == 1 else None


def is_farewell(text: str) -> bool:
    """Whether ``text`` is no more than thanks or a goodbye."""
    if len(text) > MAX_LENGTH or _ASKS.search(text):
        return False
    polite = False
    rest = default_process(text)
    while rest:
        phrase = _longest_phrase(rest, _FAREWELL)
        if phrase is None:
            return False
        polite |= phrase in _POLITE
        rest = rest[len(phrase) :].lstrip()
    return polite


def _longest_phrase(text: str, phrases: Container[str]) -> str | None:
    """The longest of ``phrases`` that ``text`` begins with; of Latin letters whole words."""
    for length in range(min(_LONGEST, len(text)), 0, -1):
        phrase = text[:length]
        if phrase in phrases and (_HAN.search(phrase) or not _GOES_ON.match(text, length)):
            return phrase
    return None
