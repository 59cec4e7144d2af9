"""A passage ready to be indexed: its vector, and where its sentences stand and what theirs are.

A passage's vector leans towards that of the headings above it: people ask in the words of titles.
Sentences are kept as places in the passage's text, so that a quote is that text by construction.
Their vectors are made here, once, so that composing an answer encodes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.passages import unit_spans
from knowledge.records import Passage
from retrieval.errors import MismatchedVectorsError

Vector = NDArray[np.float32]
Encode = Callable[[Sequence[str]], NDArray[np.float32]]

HEADING_WEIGHT = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class PassageSentences:
    """``spans`` (n, 2): start and end in the passage's text; ``vectors`` (n, d): L2-normalised."""

    spans: NDArray[np.integer]
    vectors: NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class EncodedPassage:
    """A passage with its L2-normalised search vector and its sentences."""

    passage: Passage
    vector: Vector
    sentences: PassageSentences


def headings_above(passage: Passage) -> str:
    """The title and the headings that lead to the passage, each once, a line each.

    What is only the beginning of a text ("Our shop opens …", given to untitled articles) is no
    heading and is left out.
    """
    parts = [part for part in (passage.title, *passage.headings) if part]
    return "\n".join(
        dict.fromkeys(
            part
            for part in parts
            if not part.endswith(("…", "...")) and not passage.text.startswith(part)
        )
    )


def searchable_text(passage: Passage) -> str:
    """What is searched: the title and the headings above the passage, then its text."""
    above = headings_above(passage)
    return f"{above}\n{passage.text}" if above else passage.text


@dataclass(frozen=True, slots=True)
class _Cut:
    """A passage cut into the texts that are encoded for it."""

    passage: Passage
    above: str
    spans: tuple[tuple[int, int], ...]

    @property
    def sentences(self) -> list[str]:
        return [self.passage.text[start:end] for start, end in self.spans]

    @property
    def searched(self) -> str:
        """The text whose vector stands for the passage. A single sentence has its own already, and
        with the headings' beside it finds as well as one made under them."""
        if len(self.spans) == 1:
            return self.sentences[0]
        return searchable_text(self.passage)

    @property
    def texts(self) -> list[str]:
        return [self.searched, *self.sentences, *([self.above] if self.above else [])]


def encode_passages(passages: Iterable[Passage], encode: Encode) -> list[EncodedPassage]:
    """Encodes passages and their sentences.

    ``encode`` gives the vectors (n, d) of n texts. It is called once, with every text once, so that
    headings that many passages share cost one encoder pass.
    """
    cuts = [_cut(passage) for passage in passages]
    texts = list(dict.fromkeys(text for cut in cuts for text in cut.texts))
    if not texts:
        return []
    vectors = dict(zip(texts, encode(texts), strict=True))
    return [_assembled(cut, vectors) for cut in cuts]


def _cut(passage: Passage) -> _Cut:
    return _Cut(passage, headings_above(passage), tuple(unit_spans(passage.text)))


def _assembled(cut: _Cut, vectors: Mapping[str, Vector]) -> EncodedPassage:
    vector = vectors[cut.searched]
    sentences = [vectors[text] for text in cut.sentences]
    return EncodedPassage(
        cut.passage,
        _leaning(vector, vectors[cut.above]) if cut.above else vector,
        PassageSentences(
            np.asarray(cut.spans, dtype=np.int32).reshape(-1, 2),
            np.asarray(sentences, dtype=np.float32).reshape(-1, len(vector)),
        ),
    )


def _leaning(vector: Vector, above: Vector) -> Vector:
    mixed = (1.0 - HEADING_WEIGHT) * vector + HEADING_WEIGHT * above
    return np.asarray(mixed / max(float(np.linalg.norm(mixed)), 1e-9), dtype=np.float32)


def check_vectors(passages: Sequence[EncodedPassage]) -> int:
    """The vectors' common dimension; raises ``MismatchedVectorsError`` where they differ."""
    dimensions = {len(item.vector) for item in passages} | {
        item.sentences.vectors.shape[1] for item in passages
    }
    if len(dimensions) > 1:
        raise MismatchedVectorsError(f"vectors of several dimensions: {sorted(dimensions)}")
    return dimensions.pop() if dimensions else 0
