"""Articles as passages, and texts as sentences: the units that are searched and quoted."""

from __future__ import annotations

from knowledge.passages.sentences import split_sentences, unit_spans
from knowledge.passages.split import split_article

__all__ = ["split_article", "split_sentences", "unit_spans"]
