"""Opens the cross-encoder that the settings name, and does without where it cannot be used."""

from __future__ import annotations

import logging

from bot.settings import Settings
from nlu import ModelError, Reranker
from nlu.manifest import manifest_id
from retrieval import Reranking

log = logging.getLogger(__name__)


def reranking_of(settings: Settings, before: Reranking | None) -> Reranking | None:
    """What reranks passages; None where nothing is named, or where it cannot be used.

    ``before`` lends what is the same.
    """
    named = settings.file.reranking
    directory, seconds = settings.reranker, named.budget_ms / 1000
    if directory is None:
        return None
    read = before.read if before is not None else None
    same = isinstance(read, Reranker) and read.id == manifest_id(directory)
    if same and isinstance(read, Reranker) and read.seconds == seconds:
        return Reranking(read, named.weight)
    try:
        return Reranking(Reranker.open(directory, seconds), named.weight)
    except ModelError as error:
        log.error("reranking cannot be used, passages keep their order: %s", error)
        return None
