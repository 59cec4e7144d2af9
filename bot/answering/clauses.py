"""Takes a message apart: into the requests that it makes, and into what is said beside them."""

from __future__ import annotations

import re
from typing import Final

from knowledge.passages import split_sentences

_NEXT_REQUEST: Final = re.compile(
    r",?\s+(?:and|also|und)\s+(?=(?:how|what|where|when|why|who|which|can|could|do|does|is|are|will"
    r"|wie|was|wo|wann|warum|kann|ist)\b)",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"\s*[,;，；、]\s*|\s+(?:but|aber)\s+", re.IGNORECASE)
MAX_CLAUSES = 6
MIN_WORDS = 2


def requests_in(text: str) -> list[str]:
    """The sentences of ``text``, cut once more where "and" begins another question."""
    return [part for sentence in split_sentences(text) for part in _NEXT_REQUEST.split(sentence)]


def clauses_in(text: str) -> list[str]:
    """What commas set apart in ``text``, the first few; nothing where nothing is set apart."""
    clauses = [
        clause
        for sentence in split_sentences(text)
        for clause in _CLAUSE.split(sentence)
        if clause != sentence and len(clause.split()) >= MIN_WORDS
    ]
    return clauses[:MAX_CLAUSES]
