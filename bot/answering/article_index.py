"""The search index over today's articles: built whole beside the one in service, or caught up.

An edit is added to the index in memory, which takes well under a second. After many a whole one is
due. What was encoded is kept by text, so a build that was interrupted goes on where it stood.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlmodel import col, select

from bot.answering.progress import Progress
from bot.content.articles import all_articles, article_versions, some_articles
from bot.content.vectors import VectorCache
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ReleaseRow
from knowledge import Article, ArticleId, Passage
from knowledge.passages import split_article
from nlu import Model
from retrieval import EncodedPassage, PassageIndex, build_passage_index, encode_passages

PASSAGES_AT_ONCE = 256
ARTICLES_AT_ONCE = 10
ABANDONED_SECONDS = 3_600.0
"""After which a directory that nothing names is surely no index that is being built."""


@dataclass(frozen=True, slots=True)
class Stale:
    """How an index differs from today's articles.

    ``changed`` are new or changed, with the version they have now, the latest first.
    """

    changed: Mapping[ArticleId, str]
    gone: AbstractSet[ArticleId]

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone)


def stale_articles(database: Database, index: PassageIndex) -> Stale:
    """What ``index`` has not seen yet."""
    wanted, held = article_versions(database), index.versions
    changed = {id: version for id, version in wanted.items() if held.get(id) != version}
    return Stale(changed, held.keys() - wanted.keys())


def caught_up(
    database: Database, model: Model, index: PassageIndex, stale: Stale, most: int
) -> PassageIndex:
    """``index`` with the latest ``most`` of the changed articles, and without all that is gone."""
    taken = dict(islice(stale.changed.items(), most))
    articles = some_articles(database, taken.keys())
    passages = [passage for article in articles for passage in split_article(article)]
    cache = VectorCache(database, model.encoder_id, model.encode)
    encoded = encode_passages(passages, cache.vectors)
    return index.with_changes(encoded, stale.gone, taken)


def with_draft(
    database: Database, model: Model, index: PassageIndex, draft: Article
) -> PassageIndex:
    """``index`` as it will be when ``draft`` is saved."""
    cache = VectorCache(database, model.encoder_id, model.encode)
    encoded = encode_passages(split_article(draft), cache.vectors)
    return index.with_changes(encoded, versions={draft.id: ""})


def build_index(
    database: Database, settings: Settings, model: Model, name: str, progress: Progress
) -> str | None:
    """Build an index over today's articles; its directory below the home, None without articles."""
    versions, articles = article_versions(database), all_articles(database)
    if not articles:
        return None
    passages = [passage for article in articles for passage in split_article(article)]
    cache = VectorCache(database, model.encoder_id, model.encode, model.encode_together)
    encoded: list[EncodedPassage] = []
    for some in _encoded_in_parts(passages, cache):
        encoded += some
        progress("index", len(encoded), len(passages))
    directory = settings.indexes / name
    build_passage_index(directory, encoded, encoder=model.encoder_id, versions=versions)
    return str(directory.relative_to(settings.home))


def _encoded_in_parts(
    passages: Sequence[Passage], cache: VectorCache
) -> Iterator[list[EncodedPassage]]:
    """On every core, a part a thread from its text to its stored vectors: the encoder computes
    without Python's lock. Parts come in order, and a killed build loses only those in hand."""
    parts = [
        passages[start : start + PASSAGES_AT_ONCE]
        for start in range(0, len(passages), PASSAGES_AT_ONCE)
    ]
    pool = ThreadPoolExecutor(_cores(), "encoding")
    try:
        yield from pool.map(lambda part: encode_passages(part, cache.vectors), parts)
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    """How many this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else 1


@contextmanager
def index_on_trial(
    database: Database, settings: Settings, model: Model, name: str
) -> Iterator[PassageIndex | None]:
    """An index over today's articles with the model's own encoder, for as long as the block runs.

    None where there are no articles.
    """
    release_id = f"trial-{name}-{secrets.token_hex(2)}"
    directory = settings.indexes / release_id
    try:
        built = build_index(database, settings, model, release_id, lambda *_: None)
        yield PassageIndex.open(directory) if built else None
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def remove_abandoned(database: Database, settings: Settings) -> None:
    """Remove indexes that no release names any more, and what a killed build left."""
    in_use = col(ReleaseRow.state).in_(("serving", "previous"))
    with database.read() as session:
        rows = session.exec(select(ReleaseRow.index_directory).where(in_use))
        named = {settings.home / each for each in rows if each}
    before = time.time() - ABANDONED_SECONDS
    for directory in settings.indexes.glob("*") if settings.indexes.exists() else ():
        if directory not in named and directory.is_dir() and _changed(directory) < before:
            shutil.rmtree(directory, ignore_errors=True)


def _changed(directory: Path) -> float:
    try:
        return directory.stat().st_mtime
    except OSError:
        return time.time()
