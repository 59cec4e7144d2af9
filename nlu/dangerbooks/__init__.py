"""How danger is told, and what only sounds like it, one file a language.

The same languages as those in which the bot has sentences of its own; what is then done is not told
here.
"""

from __future__ import annotations

from typing import Final

from nlu.dangerbooks import (
    ar,
    cs,
    da,
    de,
    el,
    en,
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
    zh_hans,
    zh_hant,
)
from nlu.dangerbooks import id as indonesian
from nlu.dangerbooks.dangerbook import DangerBook, Peril, Writing, units_of
from nlu.dangerbooks.phrase_tree import Found, PhraseTree

BOOKS: Final[dict[str, DangerBook]] = {
    "en": en.BOOK,
    "de": de.BOOK,
    "zh-Hans": zh_hans.BOOK,
    "ar": ar.BOOK,
    "cs": cs.BOOK,
    "da": da.BOOK,
    "el": el.BOOK,
    "es": es.BOOK,
    "fi": fi.BOOK,
    "fr": fr.BOOK,
    "he": he.BOOK,
    "hi": hi.BOOK,
    "hu": hu.BOOK,
    "id": indonesian.BOOK,
    "it": it.BOOK,
    "ja": ja.BOOK,
    "ko": ko.BOOK,
    "nl": nl.BOOK,
    "no": no.BOOK,
    "pl": pl.BOOK,
    "pt": pt.BOOK,
    "ro": ro.BOOK,
    "ru": ru.BOOK,
    "sv": sv.BOOK,
    "th": th.BOOK,
    "tr": tr.BOOK,
    "uk": uk.BOOK,
    "vi": vi.BOOK,
    "zh-Hant": zh_hant.BOOK,
}

__all__ = ["BOOKS", "DangerBook", "Found", "Peril", "PhraseTree", "Writing", "units_of"]
