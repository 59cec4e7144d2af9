"""What the bot must be able to say in a customer's language, even where it says no more in it.

That it is a machine, who takes over from it, that it has no answer, that nobody is there, and how
long a person will take. One file a language, every one with the same sentences; what a translator
adds here is spoken at once.
"""

from __future__ import annotations

from typing import Final

from bot.dialog.phrases.essential import (
    ar,
    cs,
    da,
    el,
    es,
    fi,
    fr,
    he,
    hi,
    hu,
    it,
    ja,
    ko,
    nl,
    no,
    pl,
    pt,
    ro,
    ru,
    sv,
    th,
    tr,
    uk,
    vi,
    zh_hant,
)
from bot.dialog.phrases.essential import id as indonesian

ESSENTIAL: Final[dict[str, dict[str, str]]] = {
    "ar": ar.PHRASES,
    "cs": cs.PHRASES,
    "da": da.PHRASES,
    "el": el.PHRASES,
    "es": es.PHRASES,
    "fi": fi.PHRASES,
    "fr": fr.PHRASES,
    "he": he.PHRASES,
    "hi": hi.PHRASES,
    "hu": hu.PHRASES,
    "id": indonesian.PHRASES,
    "it": it.PHRASES,
    "ja": ja.PHRASES,
    "ko": ko.PHRASES,
    "nl": nl.PHRASES,
    "no": no.PHRASES,
    "pl": pl.PHRASES,
    "pt": pt.PHRASES,
    "ro": ro.PHRASES,
    "ru": ru.PHRASES,
    "sv": sv.PHRASES,
    "th": th.PHRASES,
    "tr": tr.PHRASES,
    "uk": uk.PHRASES,
    "vi": vi.PHRASES,
    "zh-Hant": zh_hant.PHRASES,
}
