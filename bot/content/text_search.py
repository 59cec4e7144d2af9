"""Searching texts in the database as people expect it: all words, in any order, in any script.

Texts are searched as they stand, without an index of their own: nothing of what is erased stays
behind, and words of scripts without spaces are found in the middle of a sentence. A phrase in
quotation marks is one word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

_WORD = re.compile(r'"([^"]+)"|“([^”]+)”|(\S+)')
MOST_WORDS = 8
"""A text of more is a quotation: it is searched for as a whole."""
Like = Callable[[Any], ColumnElement[bool]]


def words_of(q: str) -> list[str]:
    """What has to occur: words and quoted phrases, each once."""
    found = ["".join(groups).strip() for groups in _WORD.findall(q)]
    words = list(dict.fromkeys(each for each in found if each))
    return words if len(words) <= MOST_WORDS else [" ".join(q.split())]


def holds_words(
    q: str, places: Callable[[Like], ColumnElement[bool]]
) -> Iterator[ColumnElement[bool]]:
    """A condition for each word of ``q``. ``places`` says which columns may hold it."""
    for word in words_of(q):
        yield places(like_word(word))


def like_word(word: str) -> Like:
    """Whether a column holds the word. SQLite knows the case of ASCII letters alone, so words with
    others are looked for as they are mostly written."""
    forms = {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
    patterns = [f"%{_escaped(each)}%" for each in sorted(forms)]

    def held_by(column: Any) -> ColumnElement[bool]:
        return or_(*(col(column).ilike(each, escape="\\") for each in patterns))

    return held_by


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
