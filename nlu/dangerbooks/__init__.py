"""How danger is told, and what only sounds like it, one file a language.

The same languages as those in which the bot has sentences of its own; what is then done is not told
here.
"""

from __future__ import annotations

from typing import Final

from nlu.dangerbooks.dangerbook import DangerBook, Peril, Writing, units_of
from nlu.dangerbooks.phrase_tree import Found, PhraseTree
from nlu.spoken import in_each_language

BOOKS: Final[dict[str, DangerBook]] = in_each_language(__name__, "BOOK")

__all__ = ["BOOKS", "DangerBook", "Found", "Peril", "PhraseTree", "Writing", "units_of"]
