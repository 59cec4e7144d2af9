"""How long a text is, in words, also where a language writes none."""

from __future__ import annotations

import re

_CHINESE = re.compile(
    r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SOUTH_EAST_ASIAN = re.compile(r"[\u0e00-\u0e4f\u0e80-\u0ecf\u1000-\u103f\u1780-\u17df]")
"""Thai, Lao, Burmese, Khmer: letters, vowels and tones."""
_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
_CHARACTERS_PER_WORD = 1.5
_SIGNS_PER_WORD = 4.5


def count_words(text: str) -> float:
    """Words, where none are written three Chinese characters as two, nine Thai signs as two."""
    if text.isascii():
        return len(_WORD.findall(text))
    rest, chinese = _CHINESE.subn(" ", text)
    rest, signs = _SOUTH_EAST_ASIAN.subn(" ", rest)
    return chinese / _CHARACTERS_PER_WORD + signs / _SIGNS_PER_WORD + len(_WORD.findall(rest))
