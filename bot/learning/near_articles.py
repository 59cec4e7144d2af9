"""Which articles come closest to a question, and whether it is answered, by what serves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.answering import DialogAnswerer, Release, first_message
from bot.dialog import Kind
from bot.learning.gaps import Answers, Closest, NearArticle

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


def answers_in(release: Release, clock: Callable[[], datetime]) -> Answers:
    """Whether ``release`` answers a question that begins a conversation on the web."""
    answerer = DialogAnswerer(lambda: release, clock)

    def answers(question: str) -> bool:
        reply = answerer.decide(first_message(question, "web")).decision.reply
        return reply.kind in (Kind.ANSWER, Kind.COMPOSE)

    return answers
