"""Whether a question is one that a model learned, however it is written.

A model keeps digests of the texts it learned from, letter by letter. Who writes the same words in
other letters, with other spaces or marks, asks what it has learned all the same. So the texts that
are still in the home, and that it learned from, are compared as they sound.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Self

from knowledge.redaction.redactor import KINDS
from nlu import text_digest

_TAKEN_OUT: Final = re.compile(rf"\[(?:{'|'.join(KINDS)})\]", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class LearnedQuestions:
    """``digests`` of the texts as they stood, ``sounds`` as ``sound_of`` has them."""

    digests: frozenset[str]
    sounds: frozenset[str]

    @classmethod
    def of(cls, digests: Collection[str], texts: Iterable[str]) -> Self:
        """``texts`` are those that may have been learned; what is not under ``digests`` was not."""
        learned = (sound_of(text) for text in texts if text_digest(text) in digests)
        return cls(frozenset(digests), frozenset(each for each in learned if each))

    def hold(self, question: str) -> bool:
        """Whether the question was learned."""
        return text_digest(question) in self.digests or sound_of(question) in self.sounds


def sound_of(text: str) -> str:
    """Letters and digits alone, in small ones; what redaction took out says nothing.

    Of a text that was nothing else, such as "[order]", nothing is left: it is like no other.
    """
    plain = unicodedata.normalize("NFKC", _TAKEN_OUT.sub(" ", text)).casefold()
    return "".join(_WORD.findall(plain))
