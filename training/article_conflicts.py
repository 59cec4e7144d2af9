"""Where a drafted answer says otherwise than an article: another figure, or yes where it says no.

Sentences are compared that speak of the same by their vectors, because articles are worded unlike
answers. A conflict only holds a draft back for a person, so it is looked for generously.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.passages import split_article, split_sentences
from knowledge.records import Article
from knowledge.statements import Fact, denies
from training.contradictions import facts_in
from training.neighbourhoods import Vectors

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

SAME_MATTER = 0.6
SAME_STATEMENT = 0.8
LONGEST = 400


@dataclass(frozen=True, slots=True)
class ArticleConflict:
    """What the draft says against what the article with this title says."""

    title: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        return f"the article {self.title!r} says {self.theirs!r}, the draft {self.ours!r}"


@dataclass(frozen=True, slots=True)
class ArticleStatements:
    """The sentences of articles that a draft could conflict with, and their vectors (n, d)."""

    titles: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    vectors: Vectors | None = None

    @classmethod
    def of(cls, articles: Iterable[Article], encode: Encode) -> ArticleStatements:
        """The sentences of ``articles`` that state a figure or deny something."""
        found = [
            (article.title, sentence)
            for article in articles
            for passage in split_article(article)
            for sentence in split_sentences(passage.text)
            if len(sentence) <= LONGEST and (facts_in(sentence) or denies(sentence))
        ]
        sentences = tuple(sentence for _, sentence in found)
        vectors = np.asarray(encode(sentences), np.float32) if sentences else None
        return cls(tuple(title for title, _ in found), sentences, vectors)

    def conflicts(self, draft: str, encode: Encode) -> tuple[ArticleConflict, ...]:
        """Where ``draft`` says otherwise, each conflict once."""
        said = split_sentences(draft)
        if self.vectors is None or not said:
            return ()
        cosines = np.asarray(encode(said), np.float32) @ self.vectors.T
        found: list[ArticleConflict] = []
        for sentence, near in zip(said, cosines, strict=True):
            found += self._figures(sentence, near)
            found += self._denials(sentence, near)
        return tuple(dict.fromkeys(found))

    def _figures(self, sentence: str, near: Vectors) -> list[ArticleConflict]:
        """Figures that no near sentence of the articles has, where one has another."""
        places = np.flatnonzero(near >= SAME_MATTER).tolist()
        stated = [(place, fact) for place in places for fact in facts_in(self.sentences[place])]
        found = []
        for fact in facts_in(sentence):
            like: list[tuple[int, Fact]] = [each for each in stated if each[1].unit == fact.unit]
            if like and all(other.value != fact.value for _, other in like):
                place, other = max(like, key=lambda each: float(near[each[0]]))
                found.append(ArticleConflict(self.titles[place], fact.quote, other.quote))
        return found

    def _denials(self, sentence: str, near: Vectors) -> list[ArticleConflict]:
        return [
            ArticleConflict(self.titles[place], sentence, self.sentences[place])
            for place in np.flatnonzero(near >= SAME_STATEMENT)
            if denies(self.sentences[place]) and not denies(sentence)
        ]
