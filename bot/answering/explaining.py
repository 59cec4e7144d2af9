"""Why a message is taken for what it is: the nearest examples, and the words that mattered.

Says what the release in service makes of the message now. Examples are read from the database each
time, never from the model, so that what was erased is not shown again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from bot.answering.release import Release
from bot.answering.releases import directory_of
from bot.content.learned import training_examples
from bot.content.vectors import VectorCache
from bot.settings import Settings
from bot.store import Database
from knowledge import IntentId, TemplateId
from nlu import Model, read_learned_from, text_digest
from nlu.occlusion import PieceWeight, weigh_pieces
from retrieval import TemplateMatcher

NEAREST: Final = 5
MOST_EXAMPLES: Final = 20_000
MOST_TEMPLATES: Final = 1_000
LONGEST: Final = 2_000
"""Characters that are looked at: more than the encoder reads."""


@dataclass(frozen=True, slots=True)
class NearExample:
    """A labelled text and how near it is, by cosine.

    ``learned`` tells whether the model has seen it, None where its directory does not say.
    """

    text: str
    intent: IntentId
    similarity: float
    learned: bool | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was predicted, how probably, and the words by how much that falls without them."""

    name: str
    probability: float
    words: tuple[PieceWeight, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """``intent`` is None without a classifier or where it cannot read, ``template`` without any."""

    text: str
    intent: Weighed | None
    template: Weighed | None
    examples: tuple[NearExample, ...]


def explain(database: Database, settings: Settings, release: Release, text: str) -> Explanation:
    """Explain what ``release`` takes ``text`` for; of a long text its beginning."""
    text = text[:LONGEST].strip()
    if release.model is None or release.retriever is None or not text:
        return Explanation(text, None, None, ())
    return Explanation(
        text,
        _intent(release.model, text),
        _template(release.model, release.retriever.matcher, text),
        _nearest(database, settings, release, release.model, text),
    )


def _intent(model: Model, text: str) -> Weighed | None:
    meant = model.understand(text)
    if not meant.known_intents:
        return None
    first = meant.intents[0]
    words = weigh_pieces(text, lambda each: model.probability_of(each, first.intent))
    return Weighed(str(first.intent), first.probability, words)


def _template(model: Model, matcher: TemplateMatcher, text: str) -> Weighed | None:
    found = _matched(model, matcher, text)
    if not found:
        return None
    best = max(found, key=lambda each: found[each])
    words = weigh_pieces(text, lambda each: _matched(model, matcher, each).get(best, 0.0))
    return Weighed(str(best), found[best], words)


def _matched(model: Model, matcher: TemplateMatcher, text: str) -> dict[TemplateId, float]:
    meant = model.understand(text)
    candidates = matcher.match(
        text,
        meant.vector if meant.readable else None,
        {each.intent: each.probability for each in meant.intents},
        known_intents=meant.known_intents,
        limit=MOST_TEMPLATES,
    )
    return {each.template: each.probability for each in candidates}


def _nearest(
    database: Database, settings: Settings, release: Release, model: Model, text: str
) -> tuple[NearExample, ...]:
    labelled = training_examples(database)[:MOST_EXAMPLES]
    if not labelled or not model.understand(text).readable:
        return ()
    cache = VectorCache(database, model.encoder_id, model.encode)
    likeness = cache.vectors([each for each, _ in labelled]) @ model.encode(text)
    seen = _learned_from(database, settings, release)
    nearest = np.argsort(-likeness, kind="stable")[:NEAREST]
    return tuple(
        NearExample(
            example,
            intent,
            float(likeness[place]),
            None if seen is None else text_digest(example) in seen,
        )
        for place in nearest
        for example, intent in (labelled[place],)
    )


def _learned_from(
    database: Database, settings: Settings, release: Release
) -> frozenset[str] | None:
    directory = directory_of(database, settings, release.id) if release.id else None
    return read_learned_from(directory) if directory else None


def explanation_to_json(found: Explanation) -> dict[str, Any]:
    """As the command and the desk show it; positions count characters of ``text``."""
    return {
        "text": found.text,
        "intent": _weighed_to_json(found.intent),
        "template": _weighed_to_json(found.template),
        "examples": [
            {
                "text": each.text,
                "intent": each.intent,
                "similarity": round(each.similarity, 4),
                "learned": each.learned,
            }
            for each in found.examples
        ],
    }


def _weighed_to_json(weighed: Weighed | None) -> dict[str, Any] | None:
    if weighed is None:
        return None
    return {
        "name": weighed.name,
        "probability": round(weighed.probability, 4),
        "words": [
            {
                "text": each.piece.text,
                "start": each.piece.start,
                "end": each.piece.end,
                "drop": round(each.drop, 4),
            }
            for each in weighed.words
        ],
    }
