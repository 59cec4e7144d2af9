"""Which of the languages with phrasebooks a text may be written in, by its letters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nlu.phrasebooks import BOOKS

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_LATIN: Final = re.compile(r"[a-z]{3}")
_SCRIPTS: Final = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "uk": re.compile(r"[\u0400-\u04ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ja": _KANA,
    "zh-Hans": _HAN,
    "zh-Hant": _HAN,
}


def is_latin(said: str) -> bool:
    """Whether there is a word in Latin letters in ``said``, a text made ``plain``."""
    return _LATIN.search(said) is not None


def possible_languages(said: str) -> Iterator[str]:
    """The languages that are written in the letters of ``said``, a text made ``plain``."""
    for language in BOOKS:
        script = _SCRIPTS.get(language, _LATIN)
        if script.search(said) and not (script is _HAN and _KANA.search(said)):
            yield language
