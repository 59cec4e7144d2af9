"""Whether a message holds the words of an operator's rule, however either is typed. Pure.

Compared are words, not letters: ``sue`` is not in "issue", but the endings of plurals and cases
hide nothing. Chinese and other scripts that set no words apart, or join small words to them, are
compared letter by letter. What a message means is not told here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES: Final = str.maketrans("’‘ʼ`´", "'''''")
_SPACES: Final = re.compile(r"\s+")
_HAN_APART: Final = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff]) (?=[\u3040-\u30ff\u3400-\u9fff])")
_SPACED: Final = r"0-9a-z\u00df-\u024f\u0370-\u052f\u1e00-\u1fff"
"""Letters (in small) of the scripts that set words apart: Latin, Greek, Cyrillic; and digits."""
_LETTER: Final = re.compile(f"[{_SPACED}]")
_ENDING: Final = "(?:s|es|e|en|n|er|ern)?"
_LONG_ENOUGH_TO_END: Final = 4
_REST: Final = "*"


def comparable(text: str) -> str:
    """``text`` in the one form in which all ways of typing it are the same.

    Full-width letters are narrow, accents are joined, ß is ss, spaces are single (and none between
    Chinese signs), unseen signs are gone.
    """
    narrow = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()
    once = unicodedata.normalize("NFKC", narrow).translate(_QUOTES)
    return _HAN_APART.sub("", _SPACES.sub(" ", once)).strip()


def names_something(words: str) -> bool:
    """Whether a rule has anything to look for; spaces or stars alone would fit everything."""
    return bool(comparable(words).strip(_REST + " "))


def says(text: str, words: str) -> bool:
    """Whether ``text`` holds ``words``; ``*`` at their beginning or end stands for more letters."""
    return _pattern(words).search(comparable(text)) is not None


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    wanted = comparable(words)
    core = wanted.strip(_REST + " ")
    begins = "" if wanted.startswith(_REST) or not _is_letter(core[:1]) else f"(?<![{_SPACED}])"
    return re.compile(begins + re.escape(core) + _end(wanted, core))


def _end(wanted: str, core: str) -> str:
    if wanted.endswith(_REST) or not _is_letter(core[-1:]):
        return ""
    last = core.rpartition(" ")[2]
    ending = _ENDING if len(last) >= _LONG_ENOUGH_TO_END and last.isalpha() else ""
    return f"{ending}(?![{_SPACED}])"


def _is_letter(sign: str) -> bool:
    return bool(_LETTER.fullmatch(sign))
