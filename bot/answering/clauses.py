"""Takes a message apart: into the requests that it makes, and into what is said beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from knowledge.passages import split_sentences
from retrieval import leaning, topics_of

_NEXT_REQUEST: Final = re.compile(
    r"(?:,|(?<!\s))\s++(?:and|also|plus|und|außerdem)(?:\s+(?:also|then|auch|außerdem))?\s+"
    r"(?=(?:how|what|where|when|why|who|which|can|could|do|does|did|is|are|will|would|should"
    r"|i (?:need|want|would|also|have)|i'd|please|tell|send|cancel|change"
    r"|(?:my|the) \w+ (?:is|are|was|has|have|does|did|do|will|won't|isn't|doesn't|arrived|came)"
    r"|wie|was|wo|wann|warum|wer|welche[rs]?|kann|können|könnt|ist|sind|habt|haben|gibt|muss|darf"
    r"|brauche|möchte|ich|mein\w* \w+ (?:ist|sind|hat|war))\b)"
    r"|,\s+(?=(?:(?:how|what|where|when|why|which)\s+(?:much|many|long|is|are|do|does|can|will|to)"
    r"|(?:do|does|can|could|is|are|will)\s+(?:i|you|we|there|the|my|your))\b)"
    r"|(?:(?<![\s,，])[\s,，]++)?(?:[;；]\s*"
    r"|(?:还有|另外|此外|以及|顺便问一下|同时|并且)[\s,，]*(?=\S{3}))",
    re.IGNORECASE,
)
_ARTICLE: Final = r"(?:an?|my|the|some|ein\w*|mein\w*)"
_SECOND_THING: Final = re.compile(
    rf"(?P<lead>.*?)\b(?P<first>{_ARTICLE}\s+[^,;]+?)"
    rf"\s+(?:and|und|sowie|as well as)\s+(?P<second>{_ARTICLE}\s+[^,;?.!]+)[?.!\s]*",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"\?|？|^\W*(?:how|what|where|when|why|who|which|can|could|do|does|is|are|will(?! be)|would"
    r"|should|may|please|tell|send|cancel|change|i'd like"
    r"|i (?:need|want|would like) (?:an?|the|my|some|to)"
    r"|wie|was|wo|wann|warum|wer|welche[rs]?|kann|können|könnt|ist|habt|gibt|bitte"
    r"|ich (?:brauche|möchte|will)|brauche ich|möchte ich)\b"
    r"|[吗呢]|怎么|如何|多少|多久|什么|哪|能不能|可不可以|可以|请|我[要想]",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"(?:(?<!\s)\s++)?[,;，；、]\s*|(?<!\s)\s++(?:but|aber)\s+", re.IGNORECASE
)
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
MAX_CLAUSES = 6
MIN_WORDS = 2
MIN_WORDS_OF_REQUEST = 3
MIN_TOPICS = 2
MAX_WISH = 200
"""Characters; the pattern that tells two things apart takes the square of them."""


@dataclass(frozen=True, slots=True)
class Request:
    """A part of a message. ``asks`` says whether it is a question or a wish, ``stands_alone``
    whether it wants an answer that is not given with another part's."""

    text: str
    asks: bool
    stands_alone: bool


def requests_in(text: str) -> list[Request]:
    """The parts of ``text``: its sentences, cut once more where another request begins.

    Where there is only one, the two things of "I need X and Y" are tried as two; they do not stand
    alone, because "a bell and a light" may as well be one.
    """
    parts = [
        Request(part, *_asking(part))
        for sentence in split_sentences(text)
        for part in _NEXT_REQUEST.split(sentence)
        if _words(part) >= MIN_WORDS_OF_REQUEST
    ]
    if len(parts) > 1:
        return parts
    both = _SECOND_THING.fullmatch(text.strip()) if len(text) <= MAX_WISH else None
    if both is None:
        return parts
    lead = both["lead"]
    return [Request(f"{lead}{both[name]}".strip(), True, False) for name in ("first", "second")]


def clauses_in(text: str) -> list[str]:
    """What commas set apart in ``text``, the first few; nothing where nothing is set apart."""
    clauses = [
        clause
        for sentence in split_sentences(text)
        for clause in _CLAUSE.split(sentence)
        if clause != sentence and len(clause.split()) >= MIN_WORDS
    ]
    return clauses[:MAX_CLAUSES]


def _asking(part: str) -> tuple[bool, bool]:
    """Whether ``part`` asks, and whether it stands alone.

    What refers to something beside it is answered with that, and so is what hardly names a matter
    ("Which one is true?").
    """
    topics, asks = topics_of(part), bool(_ASKS.search(part))
    alone = len(topics) >= MIN_TOPICS and leaning(part) is None
    return asks and bool(topics), asks and alone


def _words(text: str) -> int:
    """About how many words ``text`` has; four Chinese characters count as three."""
    chinese = len(_CHINESE.findall(text))
    return len(_CHINESE.sub(" ", text).split()) + chinese * 3 // 4
