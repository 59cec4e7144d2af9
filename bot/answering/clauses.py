"""Takes a message apart: into the requests that it makes, and into what is said beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from knowledge.passages import split_sentences
from retrieval import topics_of

_NEXT_REQUEST: Final = re.compile(
    r",?\s+(?:and|also|plus|und|außerdem)(?:\s+(?:also|then|auch|außerdem))?\s+"
    r"(?=(?:how|what|where|when|why|who|which|can|could|do|does|did|is|are|will|would|should"
    r"|i (?:need|want|would|also|have)|i'd|please|tell|send|cancel|change"
    r"|(?:my|the) \w+ (?:is|are|was|has|have|does|did|do|will|won't|isn't|doesn't|arrived|came)"
    r"|wie|was|wo|wann|warum|wer|welche[rs]?|kann|können|könnt|ist|sind|habt|haben|gibt|muss|darf"
    r"|brauche|möchte|ich|mein\w* \w+ (?:ist|sind|hat|war))\b)"
    r"|[\s,，]*[;；]\s*|[\s,，]*(?:还有|另外|此外|以及|顺便问一下|同时|并且)[\s,，]*(?=\S{3})",
    re.IGNORECASE,
)
_ARTICLE: Final = r"(?:an?|my|the|some|ein\w*|mein\w*)"
_SECOND_THING: Final = re.compile(
    rf"(?P<lead>.*?)\b(?P<first>{_ARTICLE}\s+[^,;]+?)"
    rf"\s+(?:and|und|sowie|as well as)\s+(?P<second>{_ARTICLE}\s+[^,;?.!]+)[?.!\s]*",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"\?|？|^\W*(?:how|what|where|when|why|who|which|can|could|do|does|is|are|will|would|should|may"
    r"|please|tell|send|cancel|change|i (?:need|want|would like)|i'd like|i have to"
    r"|wie|was|wo|wann|warum|wer|welche[rs]?|kann|können|könnt|ist|habt|gibt|bitte"
    r"|ich (?:brauche|möchte|will)|brauche ich|möchte ich)\b"
    r"|[吗呢]|怎么|如何|多少|多久|什么|哪|能不能|可不可以|可以|请|我[要想]",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"\s*[,;，；、]\s*|\s+(?:but|aber)\s+", re.IGNORECASE)
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
MAX_CLAUSES = 6
MIN_WORDS = 2
MIN_WORDS_OF_REQUEST = 3


@dataclass(frozen=True, slots=True)
class Request:
    """A part of a message. ``asks`` says whether it wants an answer for itself."""

    text: str
    asks: bool


def requests_in(text: str) -> list[Request]:
    """The parts of ``text``: its sentences, cut once more where another request begins.

    Where there is only one, the two things of "I need X and Y" are tried as two; they do not ask
    for themselves, because "bells and lights" may as well be one.
    """
    parts = [
        Request(part, _asks(part))
        for sentence in split_sentences(text)
        for part in _NEXT_REQUEST.split(sentence)
        if _words(part) >= MIN_WORDS_OF_REQUEST
    ]
    if len(parts) > 1:
        return parts
    both = _SECOND_THING.fullmatch(text.strip())
    if both is None:
        return parts
    lead = both["lead"]
    return [Request(f"{lead}{both[name]}".strip(), False) for name in ("first", "second")]


def clauses_in(text: str) -> list[str]:
    """What commas set apart in ``text``, the first few; nothing where nothing is set apart."""
    clauses = [
        clause
        for sentence in split_sentences(text)
        for clause in _CLAUSE.split(sentence)
        if clause != sentence and len(clause.split()) >= MIN_WORDS
    ]
    return clauses[:MAX_CLAUSES]


def _asks(part: str) -> bool:
    """Whether it is a question or a wish, and names what it is about."""
    return bool(_ASKS.search(part) and topics_of(part))


def _words(text: str) -> int:
    """About how many words ``text`` has; four Chinese characters count as three."""
    chinese = len(_CHINESE.findall(text))
    return len(_CHINESE.sub(" ", text).split()) + chinese * 3 // 4
