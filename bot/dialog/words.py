"""What customers say to a question of the bot's own: yes, no, skip it, stop, that one is wrong.

Whole short messages by the words alone: English, German and Chinese here, the bot's other languages
in answer_words.py. What a longer message means is not told here. Fewer words are a yes or a no than
for ``nlu.short_answers``: "good" and "never" may be what a customer answers to a question for a
text of their own.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import answer_words
from bot.dialog.phrases import PHRASES

_MARKS: Final = re.compile(r"[\s!.,;:。！，；、~*\"“”„«»()…¡¿؟،؛]+")


def plain(text: str) -> str:
    """``text`` in small letters, without marks at its words' ends."""
    return _MARKS.sub(" ", text.casefold().replace("’", "'")).strip()


def _heard(words: frozenset[str], *buttons: str) -> frozenset[str]:
    """``words``, and what the bot writes on its ``buttons`` in any language, ready to compare."""
    labels = (said[each] for said in PHRASES.values() for each in buttons)
    return frozenset(map(plain, (*words, *labels)))


_YES: Final = _heard(answer_words.YES | answer_words.FINE, "yes", "form_yes") | {
    "yes", "y", "yep", "yeah", "yup", "sure", "ok", "okay", "correct", "right", "exactly", "fine",
    "confirm", "confirmed", "that's right", "that is right", "that's correct", "looks good",
    "all correct", "all good", "perfect", "great", "please do", "send it", "go ahead",
    "ja", "jep", "jo", "jawohl", "genau", "stimmt", "richtig", "korrekt", "passt", "das stimmt",
    "alles richtig", "alles korrekt", "in ordnung", "einverstanden", "klar", "gerne", "absenden",
    "是", "是的", "对", "对的", "好", "好的", "可以", "没错", "没问题", "正确", "确认", "嗯", "行",
}  # fmt: skip
_NO: Final = _heard(answer_words.NO, "no", "form_no") | {
    "no", "n", "nope", "nah", "not right", "wrong", "incorrect", "that's wrong", "that is wrong",
    "not correct", "not quite", "nein", "nee", "nö", "falsch", "stimmt nicht", "das stimmt nicht",
    "nicht richtig", "不", "不是", "不是的", "不对", "错", "错了", "没有", "不行",
    "不正确", "有误", "否",
}  # fmt: skip
_SKIP: Final = _heard(answer_words.SKIP, "form_skip") | {
    "skip", "skip it", "skip this", "skip that", "none", "nothing", "n/a", "na", "not applicable",
    "i don't have one", "i don't have it", "i have none", "don't have one", "don't have it",
    "i don't know", "don't know", "dont know", "no idea", "rather not", "i'd rather not say",
    "überspringen", "weiter", "keine", "keins", "keine ahnung", "weiß ich nicht",
    "weiß nicht", "habe ich nicht", "hab ich nicht", "lieber nicht", "keine angabe",
    "跳过", "无", "不知道", "没有", "不方便", "不想说", "不清楚",
}  # fmt: skip
_NEVER_MIND: Final = frozenset({
    "never mind", "nevermind", "forget it", "leave it", "doesn't matter", "it doesn't matter",
    "vergiss es", "vergessen sie es", "lassen wir das", "egal", "schon gut",
    "算了", "不用了", "不弄了", "没事了",
})  # fmt: skip
_CANCEL: Final = _NEVER_MIND | _heard(answer_words.CANCEL) | {
    "cancel", "stop", "abort", "quit", "exit", "abbrechen", "abbruch", "stopp", "取消", "停止",
}  # fmt: skip
_FIRST_YES: Final = frozenset(
    {"yes", "yep", "yeah", "ja", "genau", "correct", "ok", "okay", "是", "是的", "对", "好的"}
)
_FIRST_NO: Final = frozenset({"no", "nope", "nein", "nee", "不", "不是", "不对", "错了"})
_AGAINST: Final = re.compile(
    r"\b(?:no|not|but|wrong|incorrect|change|different|instead|typo|mistake|except"
    r"|nein|nicht|aber|falsch|ändern|ändere|anders|fehler|korrigieren)\b"
    r"|不|错|改|但|修改|换"
)
_INTERROGATIVE: Final = re.compile(
    r"(?:how|what|when|where|why|who|which|can|could|do|does|did|is|are|will|would|should|may"
    r"|wie|was|wann|wo|warum|wieso|wer|welche[rsn]?|kann|können|könnte|muss|gibt|darf|soll)\b"
    r"|.*(?:吗|呢|怎么|什么|多少|哪|能不能|可不可以|是否|为什么|是不是)"
)
_SENTENCES: Final = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")
_MOST_WORDS_OF_A_YES: Final = 5
_ENOUGH_TO_TELL: Final = 3
_ENOUGH_IN_CHINESE: Final = 8


def says_yes(text: str) -> bool:
    """Whether the message is a yes and nothing against it."""
    said = plain(text)
    if said in _YES:
        return True
    words = said.split(" ")
    agrees = words[0] in _FIRST_YES and len(words) <= _MOST_WORDS_OF_A_YES
    return agrees and not _AGAINST.search(said)


def says_no(text: str) -> bool:
    """Whether the message is a no, or begins with one."""
    said = plain(text)
    return said in _NO or said.split(" ")[0] in _FIRST_NO


def says_something_is_wrong(text: str) -> bool:
    """Whether the message is against something, or wants it changed."""
    return bool(_AGAINST.search(plain(text))) or says_no(text)


def says_skip(text: str) -> bool:
    """Whether the message passes a question over."""
    return plain(text) in _SKIP


def says_never_mind(text: str) -> bool:
    """Whether the message drops its matter; a bare "cancel" may as well be about an order."""
    return plain(text) in _NEVER_MIND


def says_cancel(text: str) -> bool:
    """Whether the message calls everything off."""
    return plain(text) in _CANCEL


def asks(text: str) -> bool:
    """Whether the message is a question and tells nothing beside it."""
    sentences = [each.strip() for each in _SENTENCES.findall(text) if each.strip()]
    told = " ".join(each for each in sentences if not each.rstrip("!！.").endswith(("?", "？")))
    if len(told) == len(" ".join(sentences)):
        return False
    return len(told.split()) < _ENOUGH_TO_TELL and len(told) < _ENOUGH_IN_CHINESE


def begins_as_question(text: str) -> bool:
    """Whether the message is worded as a question, with or without its mark."""
    return asks(text) or bool(_INTERROGATIVE.match(plain(text)))
