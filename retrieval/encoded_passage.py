"""A passage ready to be indexed: its vector, and where its sentences stand and what theirs are.

A passage's vector leans towards that of the headings above it: people ask in the words of titles.
Sentences are kept as places in the passage's text, so that a quote is that text by construction.
Their vectors are made here, once, so that composing an answer encodes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.records import Passage
from retrieval.errors import MismatchedVectorsError

Vector = NDArray[np.float32]

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


def encode_passages(
    passages: Iterable[Passage],
    encode: Callable[[str], Vector],
    split: Callable[[str], Sequence[str]],
) -> Iterator[EncodedPassage]:
    """Encodes passages and the sentences that ``split`` finds in them, one after the other.

    Raises ``ValueError`` where ``split`` returns what does not stand in the text.
    """
    encode_once = lru_cache(maxsize=64)(encode)
    for passage in passages:
        spans = locate(passage.text, split(passage.text))
        vectors = [encode(passage.text[start:end]) for start, end in spans]
        vector = _leaning(encode(searchable_text(passage)), headings_above(passage), encode_once)
        yield EncodedPassage(
            passage,
            vector,
            PassageSentences(
                np.asarray(spans, dtype=np.int32).reshape(-1, 2),
                np.asarray(vectors, dtype=np.float32).reshape(-1, len(vector)),
            ),
        )


def _leaning(vector: Vector, above: str, encode: Callable[[str], Vector]) -> Vector:
    if not above:
        return vector
    mixed = (1.0 - HEADING_WEIGHT) * vector + HEADING_WEIGHT * encode(above)
    return np.asarray(mixed / max(float(np.linalg.norm(mixed)), 1e-9), dtype=np.float32)


def locate(text: str, sentences: Sequence[str]) -> list[tuple[int, int]]:
    """Where each sentence stands in the text, in order; runs of white space match each other."""
    spans: list[tuple[int, int]] = []
    position = 0
    for sentence in sentences:
        words = sentence.split()
        if not words:
            continue
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
        found = pattern.search(text, position)
        if found is None:
            raise ValueError(
                f"the sentence {sentence[:60]!r} does not stand in its passage after character "
                f"{position}: sentences must be cut from the text, not rewritten"
            )
        spans.append(found.span())
        position = found.end()
    return spans


def check_vectors(passages: Sequence[EncodedPassage]) -> int:
    """The vectors' common dimension; raises ``MismatchedVectorsError`` where they differ."""
    dimensions = {len(item.vector) for item in passages} | {
        item.sentences.vectors.shape[1] for item in passages
    }
    if len(dimensions) > 1:
        raise MismatchedVectorsError(f"vectors of several dimensions: {sorted(dimensions)}")
    return dimensions.pop() if dimensions else 0
