"""Recognises a message that leans on the question before it, by its words alone.

"And for Canada?" and "is it free?" say nothing by themselves. English, German and Chinese; nothing
here knows templates, vectors or conversations, and nothing is looked up.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from retrieval.scripts import CJK
from retrieval.terms import terms_of

MAX_CHARACTERS: Final = 300
MAX_TERMS: Final = 4
MAX_CJK: Final = 12
MAX_TOPICS: Final = 2
MAX_WORDS: Final = 25
MAX_NOUNS: Final = 5
_ENGLISH: Final = """
afford allow alreadi bring buck chang charg cheap cost cover dai euro exactli expens fast fee free
fulli happen help hour includ keep kept last late latest limit long longer look lot make mani mean
minut month much necessari need next onlin place possibl price quick quickli requir serv sort start
still stuff suit sure take thing time todai tomorrow total true type valid wait week well whole work
worth year yet
"""
_GERMAN: Final = """
brauch daur dauert extra geht gilt ging kost kostenlo kostet lang mach mocht moglich tag teuer
"""
_GENERAL: Final = frozenset(f"{_ENGLISH} {_GERMAN}".split())
"""Stems that name no matter of their own; what they are about stands in the question before."""

_ACKNOWLEDGED: Final = re.compile(
    r"(?:(?:hi|hello|hey|ok(?:ay)?|oh|ah|hm+|yes|yeah|right|great|good|thanks?(?: you| a lot)?|thx"
    r"|cool|perfect|super|danke|gut|alles klar|ja|i see|got it|sure|fine|then|so|well)"
    r"(?:[\s,.!;:–-]+|$)"
    r"|(?:好的?|嗯+|谢谢(?:你|您)?|明白了?|知道了|那么?|哦)[\s，。！,.!]*(?=\S{2}))+",
    re.IGNORECASE,
)
_AND: Final = re.compile(
    r"(?:(?:and|or|but|also|plus|und|oder|aber|auch)\b|还有|另外|以及|如果)[\s,，]*", re.IGNORECASE
)
_ABOUT: Final = re.compile(
    r"(?:(?:what|how) about|same (?:for|with)|is (?:it|that) the same (?:for|with|in)"
    r"|does (?:that|it|this) (?:also )?(?:apply|go|work|hold) (?:also )?(?:for|to|with|in)"
    r"|was ist mit|wie ist es (?:mit|bei|für|in)|wie sieht es (?:mit|bei|in)"
    r"|gilt das (?:auch )?(?:für|bei|in))\s+",
    re.IGNORECASE,
)
_IF: Final = re.compile(
    r"(?:what )?(?:if|when(?=\s+(?:i|it|we|they|the|that)\b))\s+|(?:was )?(?:wenn|falls)\s+",
    re.IGNORECASE,
)
PREPOSITION: Final = re.compile(
    r"(?:for|to|from|in|with|without|on|at|by|via|within|outside|during|after|before"
    r"|für|nach|von|aus|mit|ohne|bei|auf|ins?|per|zum?|zur)\b",
    re.IGNORECASE,
)
VERB: Final = re.compile(
    r"\b(?:is|are|am|was|were|be|been|do|does|did|can|could|will|would|shall|should|may|might|must"
    r"|has|have|had|get|gets|got|came|comes?|goes|went|works?|arrived?|know|lost|sell|ship|need|want"
    r"|ist|sind|war|waren|kann|können|könnt|hat|habe|haben|habt|wird|werden|muss|darf|kostet"
    r"|dauert|kommt|geht|brauche?|möchte|will|gibt|wisst|wissen)\b|n't\b|'(?:s|re|m|ve|ll|d)\b",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(
    r"\?\s*$|^(?:how|what|where|when|why|who|which|can|could|do|does|did|is|are|will|would|should"
    r"|may|must|has|have|wie|was|wo|wann|warum|wer|welche[rsn]?|kann|können|ist|sind|gibt|gilt"
    r"|kostet|dauert|muss|darf|hat|habt|haben)\b",
    re.IGNORECASE,
)
_POINTING: Final = re.compile(
    r"\b(?:it|its|they|them|these|those|there|ones?"
    r"|(?:this|that)(?=\s*(?:$|[?.!,])|\s+(?:is|was|costs?|takes?|means?|works?|appl(?:y|ies)"
    r"|includes?|covers?|happens?|goes|go|too|also|as|in|on|for|with|from|to|by|at|online|myself"
    r"|be|possible|free)\b)"
    r"|das|es|dies|dort|dorthin|dahin|davon|dafür|damit|sie|ihn)\b",
    re.IGNORECASE,
)
_MEASURING: Final = re.compile(
    r"^(?:when|where|why|which|how)\W*$"
    r"|\b(?:how (?:long|much|many|soon|fast|often|late)|costs?|price|free|fees?|since when"
    r"|kostenlos|kostet|teuer|wie (?:lange|viel|oft|teuer)|ab wann|bis wann)\b",
    re.IGNORECASE,
)
_REFERRING: Final = re.compile(
    r"\b(?:he|she|his|her|him|its?|they|them|theirs?|these|those|this|that|there|ones?|such|others?"
    r"|else|same|er|sie|ihn|ihm|dies\w*|jene\w*|dort|davon|dafür|damit)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\b(?:my|our|mein(?:e[nmrs]?)?|unser(?:e[nmrs]?)?)\s+\w+\s+\w", re.IGNORECASE
)
_CHINESE: Final = re.compile(f"[{CJK}]")
_CHINESE_ABOUT: Final = re.compile(
    rf"(?P<topic>[{CJK}\w\s]+?)(?:呢|怎么样|怎么办|也(?:一样|是|可以|行)吗)[？?]?"
)
_CHINESE_POINTING: Final = re.compile("这个|那个|这样|那样|这些|那些|那边|那里|这里|它")
_CHINESE_GENERAL: Final = re.compile(
    "什么时候|[？?！!。，,、的了吗呢吧啊要需大概一般会能可以有没是不多少久长钱天贵快慢怎么为哪里"
    "免费收价格用时间几到和也都还]"
)


class Leaning(StrEnum):
    """How much a message leans on the question before it.

    A fragment leaves the question around it out, a pointing one its matter ("is it free?"). A loose
    one refers to something or is a few nouns, and may as well stand alone.
    """

    FRAGMENT = "fragment"
    POINTING = "pointing"
    LOOSE = "loose"


def leaning(text: str) -> Leaning | None:
    """How ``text`` leans on what was asked before; None where it stands alone."""
    if len(text) > MAX_CHARACTERS:
        return None
    if fragment_in(text) is not None:
        return Leaning.FRAGMENT
    bare = without_opening(text)
    if _CHINESE.search(bare):
        return _chinese_leaning(bare)
    if not bare or len(bare.split()) > MAX_WORDS:
        return None
    if _points(bare):
        return Leaning.POINTING
    nouns_alone = len(bare.split()) <= MAX_NOUNS and not VERB.search(bare)
    return Leaning.LOOSE if nouns_alone or _REFERRING.search(bare) else None


def without_opening(text: str) -> str:
    """``text`` without a greeting, thanks, "ok" and "and" before the matter."""
    bare = _without_thanks(text)
    added = _AND.match(bare)
    return bare[added.end() :] if added else bare


def fragment_in(text: str) -> str | None:
    """What is asked about where the question around it is left out: "and for X?", "那X呢？"."""
    bare = without_opening(text)
    if _CHINESE.search(bare):
        few = len(_CHINESE.findall(bare)) <= MAX_CJK
        about = _CHINESE_ABOUT.fullmatch(bare) if few else None
        return about["topic"] if about else None
    about = _ABOUT.match(bare)
    condition = _IF.match(bare)
    topic = bare[about.end() :] if about else bare[condition.end() :] if condition else bare
    if not topic.strip("?!. ") or len(terms_of(topic)) > MAX_TERMS or _OWN.search(topic):
        return None
    added, asked = bare != _without_thanks(text), text.rstrip().endswith("?")
    if condition:
        return topic if added or asked else None
    if VERB.search(topic):
        return None
    preposition = PREPOSITION.match(topic)
    return topic if about or added or (preposition and asked) else None


def _without_thanks(text: str) -> str:
    bare = text.strip()
    found = _ACKNOWLEDGED.match(bare)
    return bare[found.end() :] if found else bare


def is_chinese(text: str) -> bool:
    """Whether ``text`` has Chinese characters, which are words only to those who can part them."""
    return bool(_CHINESE.search(text))


def names_alone(text: str) -> bool:
    """Whether ``text`` is a few nouns, perhaps with a preposition, and says nothing of them."""
    few = len(text.split()) <= MAX_NOUNS and len(_CHINESE.findall(text)) <= MAX_CJK
    return few and bool(topics_of(text)) and not VERB.search(text)


def topics_of(text: str) -> frozenset[str]:
    """The stems in ``text`` that name a matter of its own, "cost" and "long" and the like aside."""
    return frozenset(terms_of(text)) - _GENERAL


def _points(bare: str) -> bool:
    if not _ASKING.search(bare) or _OWN.search(bare):
        return False
    topics = len(topics_of(bare))
    if _POINTING.search(bare):
        return topics <= MAX_TOPICS
    return topics == 0 and bool(_MEASURING.search(bare))


def _chinese_leaning(bare: str) -> Leaning | None:
    few = len(_CHINESE.findall(bare)) <= MAX_CJK
    if few and (_CHINESE_POINTING.search(bare) or not _CHINESE_GENERAL.sub("", bare).strip()):
        return Leaning.POINTING
    return None
