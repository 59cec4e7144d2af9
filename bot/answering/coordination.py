"""The two sides of an "and": "cancel my order and get a refund" may be two requests, or one.

Which it is shows only once each side is read by itself. Text alone: which words join two things in
which language, and nothing of what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_ENGLISH: Final = "and|plus|&"
_JOINING: Final[Mapping[str, str]] = {
    "cs": "a|i|a také",
    "da": "og|samt",
    "de": "und|sowie",
    "el": "και|κι",
    "en": _ENGLISH,
    "es": "y|e",
    "fi": "ja|sekä",
    "fr": "et|ainsi que",
    "hi": "और|तथा",
    "hu": "és|meg|valamint",
    "id": "dan|serta",
    "it": "e|ed",
    "nl": "en|alsook",
    "no": "og|samt",
    "pl": "i|oraz|a także",
    "pt": "e|bem como",
    "ro": "și|şi|si",
    "ru": "и|а также",
    "sv": "och|samt",
    "tr": "ve|ile",
    "uk": "і|й|та|а також",
    "vi": "và",
}
_ATTACHED: Final[Mapping[str, str]] = {
    "ar": r"(?<!\S)و(?=\S{2})|\sو\s",
    "he": r"(?<!\S)ו(?=\S{2})",
    "ja": "そして|それから|ならびに|および|及び|と、|て、|と|や",
    "ko": r"그리고|하고|(?<=\S)[와과]\s|(?<=고)\s",
    "th": "และ|กับ",
    "zh": "和|并且|并|並且|並|以及|与|與|跟|再|同时|同時",
}
"""Where the joining word is written together with what it joins."""
LONGEST: Final = 200
"""Characters; a longer message is told rather than asked, and has sentences to go by."""
MOST_CUTS: Final = 2
LEAST_CHARACTERS: Final = 4
LEAST_ATTACHED: Final = 2
"""Characters of a side in writing without spaces."""


def sides_in(text: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """Every way to cut ``text`` in two where a joining word of ``language`` stands, the first few.

    English words count where the language is not known.
    """
    base = (language or "en").partition("-")[0].casefold()
    text = text.strip()
    if len(text) > LONGEST:
        return ()
    attached = _ATTACHED.get(base)
    joined = re.compile(
        attached or rf"(?<!\S)(?:{_JOINING.get(base, _ENGLISH)})(?!\S)", re.IGNORECASE
    )
    least = LEAST_ATTACHED if attached else LEAST_CHARACTERS
    cuts = (
        (text[: found.start()].strip(" ,;、，"), text[found.end() :].strip(" ,;、，"))
        for found in joined.finditer(text)
    )
    return tuple(cut for cut in cuts if min(map(len, cut)) >= least)[:MOST_CUTS]
