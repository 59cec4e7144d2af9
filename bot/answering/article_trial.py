"""Which articles a question finds, and what the bot would say, also with a draft not saved yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.answering.answerer import DialogAnswerer, first_message
from bot.answering.article_index import with_draft
from bot.answering.release import Release
from bot.conversations.turns import DecidedTurn
from bot.store import Database
from knowledge import Article
from retrieval import PassageHit, PassageIndex

FOUND = 8


@dataclass(frozen=True, slots=True)
class ArticleTrial:
    """The passages found, best first, and the turn that the bot would take over them."""

    hits: tuple[PassageHit, ...]
    decided: DecidedTurn


def try_articles(
    database: Database,
    release: Release,
    text: str,
    draft: Article | None,
    clock: Callable[[], datetime],
) -> ArticleTrial | None:
    """Ask as a customer would in a first message; ``draft`` stands in for the article with its id.

    None where no model serves yet.
    """
    if release.model is None or release.retriever is None:
        return None
    index = release.retriever.index or PassageIndex()
    if draft is not None:
        index = with_draft(database, release.model, index, draft)
    trial = replace(release, retriever=replace(release.retriever, index=index))
    encoding = release.model.encoding_for_search(release.plain(text))
    hits = index.search(text, encoding.vector if encoding.readable else None, FOUND)
    decided = DialogAnswerer(lambda: trial, clock).decide(first_message(text, "desk"))
    return ArticleTrial(hits, decided)
