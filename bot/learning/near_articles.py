"""Which articles come closest to a question, by the index that serves."""

from __future__ import annotations

from bot.answering import Release
from bot.learning.gaps import Closest, NearArticle

LOOKED_AT = 10


def closest_in(release: Release) -> Closest:
    """Search of ``release``; it finds nothing where there is no index."""
    retriever, model = release.retriever, release.model
    index = retriever.index if retriever else None
    if index is None or model is None:
        return lambda _: ()

    def closest(question: str) -> list[NearArticle]:
        encoding = model.encoding(question)
        hits = index.search(question, encoding.vector if encoding.readable else None, LOOKED_AT)
        found: dict[str, NearArticle] = {}
        for hit in hits:
            passage = hit.passage
            near = NearArticle(passage.article, passage.title, passage.url, hit.similarity)
            found.setdefault(passage.article, near)
        return list(found.values())

    return closest
