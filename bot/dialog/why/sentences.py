"""Sentences that are stored in English and said in the language of whoever reads them.

A stored sentence is recognised by its words, and what stands in its places goes into the other
language's. It knows how that is done, and no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from string import Formatter
from typing import Final

STORED: Final = "en"
"""The language in which sentences are stored."""


class Sentences:
    """``words`` by language and key, with ``{places}``; the stored language among them.

    ``nested`` names places that hold a sentence of these too; others hold what people wrote.
    """

    def __init__(
        self, words: Mapping[str, Mapping[str, str]], nested: frozenset[str] = frozenset()
    ) -> None:
        self._words = words
        self._nested = nested
        self.said = lru_cache(maxsize=4096)(self._said)
        self.key_of = lru_cache(maxsize=4096)(self._recognised)

    def stored(self, key: str, **values: str) -> str:
        """The sentence ``key``, as it is stored.

        Raises:
            KeyError: there is no such sentence, or a value for one of its places is missing.
        """
        return self._words[STORED][key].format(**values)

    def _said(self, language: str, stored: str) -> str:
        """``stored`` in ``language``; as it is where it is none of these, or nobody worded them."""
        words = self._words.get(language)
        if words is None or language == STORED:
            return stored
        key = self.key_of(stored)
        if key is None:
            return stored
        found = self._pattern_of[key].fullmatch(stored)
        places = found.groupdict() if found is not None else {}
        said = {
            place: self.said(language, value) if place in self._nested else value
            for place, value in places.items()
        }
        return words[key].format(**said)

    def _recognised(self, stored: str) -> str | None:
        """Which sentence ``stored`` is; None where it is none of these."""
        return next(
            (key for key, pattern in self._pattern_of.items() if pattern.fullmatch(stored)), None
        )

    @cached_property
    def _pattern_of(self) -> Mapping[str, re.Pattern[str]]:
        """How each sentence is recognised, those first that say most by themselves."""
        told = sorted(self._words[STORED].items(), key=lambda each: -len(_without_places(each[1])))
        return {key: re.compile(_pattern(text), re.DOTALL) for key, text in told}


def _without_places(text: str) -> str:
    return "".join(literal for literal, *_ in Formatter().parse(text))


def _pattern(text: str) -> str:
    return "".join(
        re.escape(literal) + (f"(?P<{place}>.*)" if place else "")
        for literal, place, *_ in Formatter().parse(text)
    )
