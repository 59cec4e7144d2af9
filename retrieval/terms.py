"""Text to the terms that lexical search counts.

Words are lower-cased, freed of accents and stop words, and stemmed as English; writing without
spaces becomes overlapping pairs; a code such as ``ERR-404`` also stays in one piece. Full-width and
half-width forms are the same as the usual ones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from retrieval.scripts import UNSPACED, pairs_in
from retrieval.stop_words import STOP_WORDS

_CODE = re.compile(r"(?<![^\W_])[^\W_]++(?:[-_./][^\W_]++)++", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_MARKS = str.maketrans("", "", "-_./")


@cache
def _analyzer() -> TextAnalyzer:
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(40))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.custom_stopword(sorted(STOP_WORDS)))
        .filter(Filter.stemmer("english"))
        .build()
    )


def terms_of(text: str) -> tuple[str, ...]:
    """The terms of a text, repeated as often as they occur; empty where it only has stop words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    pairs = () if text.isascii() else pairs_in(text)
    words = _analyzer().analyze(UNSPACED.sub(" ", text) if pairs else text)
    return (*words, *codes_in(text), *pairs)


def codes_in(text: str) -> tuple[str, ...]:
    """The terms of the codes that stand in a text, such as ``err404`` of ``ERR-404``."""
    found = (code for code in _CODE.findall(text) if _DIGIT.search(code))
    return tuple(code.translate(_MARKS).lower() for code in found)
