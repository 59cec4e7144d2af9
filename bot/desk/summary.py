"""A short extractive summary: the customer's own sentences that say most of what they wrote.

Sentences are ranked by how central they are among all (LexRank without the iteration: the mean
cosine to the others; Erkan and Radev 2004), the latest ones a little before earlier ones. Nothing
is worded anew, so nothing can be wrong that the customer did not write.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge.passages import split_sentences

SENTENCES: Final = 3
LOOKED_AT: Final = 24
SHORTEST: Final = 3
RECENCY: Final = 0.15
ALIKE: Final = 0.9
Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the customer's, and the message that it stands in."""

    seq: int
    text: str


def summarise(messages: Sequence[Said], encode: Callable[[str], Vector | None]) -> tuple[Said, ...]:
    """At most three sentences of ``messages``, in the order in which they were written.

    ``encode`` gives an L2-normalised vector (d,), or None for what it cannot read.
    """
    sentences = _sentences(messages)[-LOOKED_AT:]
    if len(sentences) <= SENTENCES:
        return tuple(sentences)
    vectors = [encode(each.text) for each in sentences]
    ranked = sorted(range(len(sentences)), key=_scores(vectors).__getitem__, reverse=True)
    return tuple(sentences[place] for place in sorted(_varied(ranked, vectors)))


def _sentences(messages: Sequence[Said]) -> list[Said]:
    found = [
        Said(message.seq, sentence.strip())
        for message in messages
        for sentence in split_sentences(message.text)
    ]
    telling = [each for each in found if _is_telling(each.text)]
    return list({each.text.casefold(): each for each in telling or found}.values())


def _is_telling(sentence: str) -> bool:
    """Whether there is more to it than a greeting, also where words are not set apart."""
    return len(sentence.split()) >= SHORTEST or (" " not in sentence and len(sentence) > 8)


def _scores(vectors: Sequence[Vector | None]) -> NDArray[np.float64]:
    count = len(vectors)
    scores = np.linspace(0.0, RECENCY, count)
    readable = [place for place, vector in enumerate(vectors) if vector is not None]
    if len(readable) > 1:
        matrix = np.stack([vector for vector in vectors if vector is not None]).astype(np.float64)
        centrality = (matrix @ matrix.T).sum(axis=1) - 1.0
        scores[readable] += centrality / (len(readable) - 1)
    return scores


def _varied(ranked: Sequence[int], vectors: Sequence[Vector | None]) -> list[int]:
    """The best that do not say the same as one chosen before."""
    chosen: list[int] = []
    for place in ranked:
        vector = vectors[place]
        known = [v for each in chosen if (v := vectors[each]) is not None]
        if vector is None or all(float(vector @ other) < ALIKE for other in known):
            chosen.append(place)
        if len(chosen) == SENTENCES:
            break
    return chosen
