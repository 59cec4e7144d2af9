"""Text to the terms that lexical search counts.

Words are lower-cased, freed of accents and stop words, and stemmed as English; runs of Chinese,
Japanese and Korean become overlapping bigrams; a code such as ``ERR-404`` also stays in one piece.
"""

from __future__ import annotations

import re
from functools import cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from retrieval.stop_words import STOP_WORDS

CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_CJK_RUN = re.compile(f"[{CJK}]+")
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


def bigrams(run: str) -> tuple[str, ...]:
    """Overlapping pairs of characters; a single character stands for itself."""
    if len(run) < 2:
        return (run,)
    return tuple(run[start : start + 2] for start in range(len(run) - 1))


def terms_of(text: str) -> tuple[str, ...]:
    """The terms of a text, repeated as often as they occur; empty where it only has stop words."""
    runs = _CJK_RUN.findall(text)
    words = _analyzer().analyze(_CJK_RUN.sub(" ", text) if runs else text)
    codes = [code.translate(_MARKS).lower() for code in _CODE.findall(text) if _DIGIT.search(code)]
    return (*words, *codes, *(pair for run in runs for pair in bigrams(run)))
