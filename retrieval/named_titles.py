"""The thing that a question calls by the name of its article, among articles of its kind.

"Is parking free at Harbour Row?" is not answered by what Dune House says of parking. Where a
question holds the whole title of one of the articles found, and that is a name, only passages that
name it too may answer, and the name alone does not say what is asked of it. A title is a name where
a text found writes it with capitals within a sentence, or where another article found has a section
called as one of its own. Others are topics ("Opening hours"), of which any article may speak.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from retrieval.encoded_passage import searchable_text
from retrieval.letters import is_in_english
from retrieval.passage_index import PassageHit
from retrieval.terms import terms_of

_WORDS_OF_A_NAME: Final = 2
"""A title of one word ("Delivery") is rather a topic, too."""


@dataclass(frozen=True, slots=True)
class NamedTitles:
    """``names`` are the terms of each title that a question holds in full."""

    names: tuple[frozenset[str], ...]

    @classmethod
    def among(cls, hits: Sequence[PassageHit], rarities: Mapping[str, float]) -> NamedTitles:
        """The titles of the articles found whose every term stands in the question."""
        titles = dict.fromkeys(hit.passage.title for hit in hits)
        asked = ((title, frozenset(terms_of(title))) for title in titles)
        return cls(
            tuple(
                name
                for title, name in asked
                if len(name) >= _WORDS_OF_A_NAME and name <= rarities.keys()
                if _is_written_as_name(title, hits) or _has_sibling(title, hits)
            )
        )

    def fits(self, hit: PassageHit) -> bool:
        """Whether a passage names one of them, in its headings or its text."""
        if not self.names:
            return True
        said = set(terms_of(searchable_text(hit.passage)))
        return any(name <= said for name in self.names)

    def fitting_first(self, hits: Sequence[PassageHit]) -> tuple[PassageHit, ...]:
        """``hits`` with those ahead that name what is named; else as they are."""
        return tuple(sorted(hits, key=lambda hit: not self.fits(hit)))

    def asked_of_it(self, rarities: Mapping[str, float]) -> Mapping[str, float]:
        """The question's terms without those of the names, unless nothing else is left."""
        named = frozenset[str]().union(*self.names)
        left = {term: value for term, value in rarities.items() if term not in named}
        return left or rarities


def _is_written_as_name(title: str, hits: Sequence[PassageHit]) -> bool:
    """Whether each word of ``title`` has a capital, and a sentence holds it behind its first word.

    In English alone: German writes every noun so.
    """
    words = title.split()
    if not title.isascii() or not all(word[:1].isupper() for word in words):
        return False
    within = re.compile(rf"(?<=[a-z,] ){re.escape(title)}(?!\w)")
    return any(within.search(hit.passage.text) for hit in hits if is_in_english([hit]))


def _has_sibling(title: str, hits: Sequence[PassageHit]) -> bool:
    """Whether an article with another title has a section called as one of those with this one."""
    own = {_section(hit) for hit in hits if hit.passage.title == title}
    others = {_section(hit) for hit in hits if hit.passage.title != title}
    return bool(own & others - {None})


def _section(hit: PassageHit) -> str | None:
    headings = [each for each in hit.passage.headings if each != hit.passage.title]
    return headings[-1].casefold() if headings else None
