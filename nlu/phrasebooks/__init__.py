"""How people ask what answers them, or for a person, one file a language.

The same languages as those in which the bot has sentences of its own; what it then says is not told
here.
"""

from __future__ import annotations

from typing import Final

from nlu.phrasebooks.phrasebook import CompiledBook, Phrasebook, compiled, plain
from nlu.spoken import in_each_language

BOOKS: Final[dict[str, Phrasebook]] = in_each_language(__name__, "BOOK")

__all__ = ["BOOKS", "CompiledBook", "Phrasebook", "compiled", "plain"]
