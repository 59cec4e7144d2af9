"""Passages added or changed since an index was built, searched in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.records import ArticleId
from retrieval.bm25 import MemoryBm25
from retrieval.encoded_passage import EncodedPassage, check_vectors, searchable_text
from retrieval.terms import terms_of


class PassageDelta:
    """Immutable; ``changed`` gives another."""

    def __init__(self, passages: Sequence[EncodedPassage] = ()) -> None:
        """Raises ``MismatchedVectorsError`` where vectors are not of one dimension."""
        dimension = check_vectors(passages)
        self.passages = tuple(passages)
        self.words = MemoryBm25([terms_of(searchable_text(item.passage)) for item in passages])
        self.vectors: NDArray[np.float32] = np.asarray(
            [item.vector for item in passages], dtype=np.float32
        ).reshape(len(passages), dimension)

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self.passages)

    def changed(
        self, replaced: Collection[ArticleId], added: Sequence[EncodedPassage]
    ) -> PassageDelta:
        """Without the passages of the articles ``replaced``, and with those ``added``."""
        kept = [item for item in self.passages if item.passage.article not in replaced]
        return PassageDelta([*kept, *added])
