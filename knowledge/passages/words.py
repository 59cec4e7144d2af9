"""How long a text is, in words, also where a language writes none."""

from __future__ import annotations

import re

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]")
_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
_CHARACTERS_PER_WORD = 1.5


def count_words(text: str) -> float:
    """Words, with three Chinese characters counted as two words."""
    chinese = len(_CHINESE.findall(text))
    if not chinese:
        return len(_WORD.findall(text))
    return chinese / _CHARACTERS_PER_WORD + len(_WORD.findall(_CHINESE.sub(" ", text)))
