"""Text to the terms that lexical search counts.

Words are lower-cased, freed of accents and stop words, and stemmed as English; writing without
spaces becomes overlapping pairs; a code such as ``ERR-404`` also stays in one piece. Full-width and
half-width forms are the same as the usual ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from retrieval.scripts import UNSPACED, pairs_in
from retrieval.stop_words import STOP_WORDS

_CODE = re.compile(r"(?<![^\W_])[^\W_]++(?:[-_./][^\W_]++)++", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_LETTERS_NAMED = re.compile(r"[b-df-hj-np-tv-xz]{2,4}s")
_JOINED = re.compile(r"(?<![^\W_])[A-Za-z]-[A-Za-z]{3,}", re.ASCII)
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
    return (*words, *_written_otherwise(words, text), *codes_in(text), *pairs)


def _written_otherwise(words: Sequence[str], text: str) -> tuple[str, ...]:
    """Further terms by which spellings meet: ``dvd`` of "DVDs", which no stemmer takes for a
    plural, and ``email`` of "e-mail"."""
    singulars = (word[:-1] for word in words if _LETTERS_NAMED.fullmatch(word))
    joined = (each.replace("-", "") for each in _JOINED.findall(text))
    return (*singulars, *(term for each in joined for term in _analyzer().analyze(each)))


def codes_in(text: str) -> tuple[str, ...]:
    """The terms of the codes that stand in a text, such as ``err404`` of ``ERR-404``."""
    found = (code for code in _CODE.findall(text) if _DIGIT.search(code))
    return tuple(code.translate(_MARKS).lower() for code in found)
