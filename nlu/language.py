"""Which language a message is written in.

The script decides where it can, because short Chinese, Japanese or Korean texts carry few of the
byte sequences that the statistical identifier looks for; py3langid decides the rest.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_MIN_CONFIDENCE = 0.5
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


def detect_language(text: str) -> str | None:
    """Return an ISO 639-1 code such as ``en``, ``de`` or ``zh``, or None where it is unclear.

    The first call loads the identifier, which takes about a second.
    """
    letters = len(_LETTER.findall(text))
    if letters < 2:
        return None
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    if len(_HAN.findall(text)) * 3 >= letters:
        return "zh"
    language, _ = _identifier().classify(text)
    return None if language == "und" else str(language)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True, min_confidence=_MIN_CONFIDENCE
    )
