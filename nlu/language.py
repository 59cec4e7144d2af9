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
_ENGLISH = ("en", "pcm")
"""Nigerian Pidgin is made of English words, and a few of them alone look like it."""
_SCRIPTS = {
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
"""Scripts that one language alone is written in today, or nearly."""
_LIKELIEST = (
    ("uk", re.compile(r"[іїєґ]", re.IGNORECASE)),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
"""Of the languages that share a script the one written most, for texts too short to tell."""
_TRADITIONAL = frozenset(
    "們這個嗎訂單貨發運費請問還沒麼為會說話號碼錢幾買賣機員聯絡轉帳戶換點時間開關網頁電腦後來應該謝對過"
    "現無與從將長書車門東見親實體專業質驗證權給經線級讓誰讀寫認識記憶課題類願輸聽覺達遲際陸難雙靈顯飛"
)
_SIMPLIFIED = frozenset(
    "们这个吗订单货发运费请问还没么为会说话号码钱几买卖机员联络转账户换点时间开关网页电脑后来应该谢对过"
    "现无与从将长书车门东见亲实体专业质验证权给经线级让谁读写认识记忆课题类愿输听觉达迟际陆难双灵显飞"
)
_BOTH = _TRADITIONAL & _SIMPLIFIED
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_NOT_LATIN = re.compile(r"[\u0370-\u0fff]")
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
    for language, script in _SCRIPTS.items():
        if len(script.findall(text)) * 2 > letters:
            return language
    language, _ = _identifier().classify(text)
    return _likeliest_by_script(text, letters) if language == "und" else str(language)


def is_rather_english(text: str) -> bool:
    """Whether English is the likeliest language of ``text``, be it ever so unsure.

    Short English messages with a name in them are often of no clear language.
    """
    likeliest, _ = _identifier().rank(text)[0]
    return likeliest in _ENGLISH


def is_traditional(text: str) -> bool:
    """Whether Chinese ``text`` is rather written in traditional characters."""
    traditional = sum(each in _TRADITIONAL - _BOTH for each in text)
    return traditional > sum(each in _SIMPLIFIED - _BOTH for each in text)


def _likeliest_by_script(text: str, letters: int) -> str | None:
    for language, script in _LIKELIEST:
        if script.search(text) and len(_NOT_LATIN.findall(text)) * 2 > letters:
            return language
    return None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True, min_confidence=_MIN_CONFIDENCE
    )
