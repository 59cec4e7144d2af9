"""Where one sentence of running text ends and the next begins, in English, German and Chinese.

Decides for each full stop from the word before it and the character after it. Knows nothing of
lists and tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.passages.abbreviations import (
    BEFORE_NUMBER,
    BEFORE_ORDINAL,
    GERMAN_MONTHS,
    INSIDE_SENTENCE,
    MAY_END_SENTENCE,
    SHARED_ENDINGS,
)

_CANDIDATE = re.compile(
    r"(?P<wide>[。！？]+[\"'”’」』）】]*)"
    r"|(?<![.!?…])(?P<mark>[.!?…]+)(?P<closing>[\"'”’»«)\]*_]*)(?=\s)"
)
_WORD_BEFORE = re.compile(r"[^\s(\[\"'“‘„»«/]+$")
_TWO_BEFORE = re.compile(r"([^\W\d_]+)\s+\d+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NOT_SPACE = re.compile(r"\S")
_LONGEST_WORD = 40
_SURE_WORD = 5
"""Letters from which an unknown word before a small letter is no abbreviation."""


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end offsets of the sentences of ``text[start:end]``, without outer whitespace."""
    end = len(text) if end is None else end
    for match in _CANDIDATE.finditer(text, start, end):
        if match["wide"] or _ends_sentence(text, match, start, end):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends_sentence(text: str, match: re.Match[str], start: int, end: int) -> bool:
    found = _NOT_SPACE.search(text, match.end(), end)
    if found is None:
        return True
    following = text[found.start() : min(found.start() + _LONGEST_WORD, end)]
    mark = match["mark"]
    if "!" in mark or "?" in mark:
        return not (match["closing"] and following[0].islower())
    if mark != ".":
        return not following[0].islower()
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
    return _full_stop_ends(before, following)


def _full_stop_ends(before: str, following: str) -> bool:
    found = _WORD_BEFORE.search(before)
    if found is None:
        return True
    word = found.group()
    if word.isdigit():
        return not _is_ordinal(before, word, following)
    plain = word.lower().replace(".", "")
    if plain in BEFORE_NUMBER and following[0].isdigit():
        return False
    if plain in INSIDE_SENTENCE or plain.endswith(SHARED_ENDINGS):
        return False
    if plain in MAY_END_SENTENCE:
        return following[0].isupper()
    if _INITIALS.fullmatch(word):
        return word == "I"
    if following[0].islower():
        return word[-1].isalpha() and len(word) >= _SURE_WORD
    return True


def _is_ordinal(before: str, number: str, following: str) -> bool:
    if len(number) > 2:
        return False
    if following[0].islower() or following.startswith(GERMAN_MONTHS):
        return True
    previous = _TWO_BEFORE.search(before)
    return previous is not None and previous.group(1).lower() in BEFORE_ORDINAL
