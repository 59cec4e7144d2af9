"""Places in a question that a later message may take: "to Germany", "an item", "gift cards".

By words alone. A place is sure where the message and the question name it in the same way, or each
names one country; all the others are guesses, for the evidence to judge.
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.countries import country_places
from retrieval.leaning import PREPOSITION, VERB, names_alone
from retrieval.scripts import CJK
from retrieval.stop_words import STOP_WORDS

MAX_GUESSES: Final = 3
MAX_NOUNS: Final = 2
_NAME: Final = r"[A-ZÄÖÜ][\w-]*(?:\s+[A-ZÄÖÜ][\w-]*)*"
_ARTICLE: Final = (
    r"(?:the|a|an|my|your|some|any|den|dem|der|die|das|ein|eine|einen|einem|einer"
    r"|mein\w{0,2}|unser\w{0,2})"
)
_LEADING_ARTICLE: Final = re.compile(rf"(?<!\w){_ARTICLE}\s+(?=\S)", re.IGNORECASE)
_INNER_NAME: Final = re.compile(rf"(?<=[a-zäöüß,]\s){_NAME}")
_LED: Final = re.compile(rf"(?<!\w)(?P<lead>{_ARTICLE}|{PREPOSITION.pattern})(?=\s)", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\b(?:it|they|them|these|those|das|es|sie|ihn)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[\w€$£%'’./-]*\w")
_CHINESE_PLACE: Final = re.compile(
    rf"(?<=[到去往至在给用])(?P<place>[{CJK}]{{2,6}}?)"
    r"(?=[要需的多得吗呢邮运可能，。？?,!！]|免费|怎么|$)"
)


def bare(fragment: str) -> str:
    """``fragment`` without its marks, and without the preposition and the article before it."""
    text = fragment.strip().strip("?？!！.。, ")
    led = _preposition_of(text)
    text = text[len(led) :].strip() if led else text
    article = _LEADING_ARTICLE.match(text)
    return text[article.end() :] if article else text


def in_its_place(fragment: str, asked: str) -> str | None:
    """``asked`` with ``fragment`` where its counterpart stood; None where there is no telling."""
    country = _in_place_of_country(fragment, asked)
    if country is not None:
        return country
    new = fragment.strip().rstrip("?!. ")
    preposition = _preposition_of(new)
    if preposition:
        old = re.compile(rf"\b{preposition}\s+(?:{_ARTICLE}\s+)?(?:{_NAME}|[\w-]+)")
        places = [found.span() for found in old.finditer(asked)]
    else:
        names = _INNER_NAME.finditer(asked) if re.fullmatch(_NAME, new) else ()
        places = [found.span() for found in names]
    return _put(new, asked, places[0]) if len(places) == 1 else None


def _in_place_of_country(fragment: str, asked: str) -> str | None:
    """``asked`` with the country that ``fragment`` names in place of its own, if each has one."""
    new, old = country_places(fragment), country_places(asked)
    if len(new) != 1 or len(old) != 1 or new[0][0] == old[0][0]:
        return None
    start, end = new[0][1]
    return _put(fragment[start:end], asked, old[0][1])


def in_guessed_places(fragment: str, asked: str) -> tuple[str, ...]:
    """``asked`` with what ``fragment`` names at each place of a thing, the last place first."""
    new = bare(fragment)
    if _preposition_of(fragment.strip()) or not names_alone(new):
        return ()
    chinese = [found.span("place") for found in _CHINESE_PLACE.finditer(asked)]
    places = chinese or _things(asked) or _last_nouns(asked)
    return tuple(_put(new, asked, place) for place in reversed(places[-MAX_GUESSES:]))


def naming(thing: str, text: str) -> str:
    """``text`` with ``thing`` in place of the first pronoun that may stand for it."""
    return _PRONOUN.sub(lambda _: thing, text, count=1)


def things_in(asked: str) -> tuple[str, ...]:
    """What ``asked`` names with an article, the last first: "an item"."""
    found = []
    for article in _LEADING_ARTICLE.finditer(asked):
        nouns = _nouns_from(asked, article.end())
        if nouns is not None:
            found.append(asked[article.start() : nouns[1]])
    return tuple(reversed(found))


def _preposition_of(text: str) -> str | None:
    """The preposition that leads ``text`` in; none is part of a word such as "in-house"."""
    found = PREPOSITION.match(text)
    return found.group() if found and text[found.end() :][:1].isspace() else None


def _things(asked: str) -> list[tuple[int, int]]:
    """The nouns that an article or a preposition announces."""
    spans = []
    for led in _LED.finditer(asked):
        nouns = _nouns_from(asked, led.end())
        if nouns is not None:
            spans.append(nouns)
    return spans


def _nouns_from(asked: str, start: int) -> tuple[int, int] | None:
    """The words from ``start`` on that may name a thing, at most two; None where there is none."""
    end = None
    first = None
    for count, word in enumerate(_WORD.finditer(asked, start)):
        apart = asked[start if end is None else end : word.start()].strip()
        if apart or count == MAX_NOUNS or not _names(word.group()):
            break
        first = word.start() if first is None else first
        end = word.end()
    return (first, end) if first is not None and end is not None else None


def _last_nouns(asked: str) -> list[tuple[int, int]]:
    """The last word, and the last two, where nothing announces a thing."""
    words = list(_WORD.finditer(asked))
    if len(words) <= MAX_NOUNS or not _names(words[-1].group()):
        return []
    last = words[-1].span()
    if not _names(words[-2].group()):
        return [last]
    return [last, (words[-2].start(), last[1])]


def _names(word: str) -> bool:
    """Whether ``word`` may name a thing: it is no verb and no word of grammar."""
    return word.casefold() not in STOP_WORDS and not VERB.fullmatch(word)


def _put(new: str, asked: str, place: tuple[int, int]) -> str:
    return f"{asked[: place[0]]}{new}{asked[place[1] :]}"
