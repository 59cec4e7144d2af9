"""Builds releases, puts one into service by one row, and loads what serves.

A release names a model directory and an index built with its encoder. Templates are not part of
the files: they are read live, so that an edit reaches the next message.
"""

from __future__ import annotations

import logging
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, col, select

from bot.answering.alarms import AlarmReader
from bot.answering.model_directories import answer_threshold, match_calibration, open_model
from bot.answering.mood import sentiment_reader
from bot.answering.release import Release
from bot.content.articles import all_articles
from bot.content.for_people import questions_for_people
from bot.content.generation import raise_generation
from bot.content.languages import languages_for_people
from bot.content.templates import all_templates
from bot.content.vectors import Vector, VectorCache
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ExampleRow, ModelRow, ReleaseRow
from knowledge import AnswerTemplate, IntentId, Passage, TemplateState, without_identifiers
from knowledge.passages import split_article, split_sentences
from nlu import ActReader, MatterReader, Model
from retrieval import (
    EncodedPassage,
    PassageIndex,
    Retriever,
    TemplateEntry,
    TemplateMatcher,
    build_passage_index,
    encode_passages,
    searchable_text,
)

log = logging.getLogger(__name__)
Progress = Callable[[str, int, int], None]
EXAMPLES_PER_INTENT = 40
PASSAGES_AT_ONCE = 64


class NoModelError(Exception):
    """There is no such model, or none is in service yet."""


def register_model(
    database: Database, model_id: str, metrics: dict[str, object], now: datetime
) -> None:
    """Note a trained model directory ``models/ID`` of the home."""
    with database.write() as session:
        session.merge(
            ModelRow(id=model_id, directory=f"models/{model_id}", metrics=metrics, created_at=now)
        )


def model_directory(database: Database, settings: Settings, model_id: str) -> Path:
    """Where a model of the home lies.

    Raises:
        NoModelError: the home has no such model.
    """
    with database.read() as session:
        row = session.get(ModelRow, model_id)
        if row is None:
            raise NoModelError(
                f"there is no model {model_id!r}; `frontdesk models list` shows them"
            )
        return settings.home / row.directory


def promote(
    database: Database, settings: Settings, model_id: str, now: datetime, progress: Progress
) -> str:
    """Build a release of ``model_id`` beside the one in service, then put it there.

    Raises:
        NoModelError: the home has no such model.
        DamagedModelError: its directory is not whole; what served goes on serving.
    """
    model = open_model(model_directory(database, settings, model_id))
    release_id = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    index = _build_index(database, settings, model, release_id, progress)
    with database.write() as session:
        _retire_serving(session)
        session.add(
            ReleaseRow(
                id=release_id,
                model_id=model_id,
                index_directory=index,
                state="serving",
                created_at=now,
                promoted_at=now,
            )
        )
        raise_generation(session)
    return release_id


def rebuild_index(
    database: Database, settings: Settings, model_id: str, now: datetime, progress: Progress
) -> tuple[str, int]:
    """A new release of ``model_id`` over today's articles; returns it and its passages.

    Raises:
        NoModelError: the home has no such model.
    """
    release = promote(database, settings, model_id, now, progress)
    passages = sum(len(split_article(article)) for article in all_articles(database))
    return release, passages


def rollback(database: Database, now: datetime) -> str:
    """Put the release that served before back into service.

    Raises:
        NoModelError: there is no earlier one.
    """
    with database.write() as session:
        previous = session.exec(
            select(ReleaseRow)
            .where(ReleaseRow.state == "previous")
            .order_by(col(ReleaseRow.promoted_at).desc())
        ).first()
        if previous is None:
            raise NoModelError("no earlier release is left to go back to")
        for row in session.exec(select(ReleaseRow).where(ReleaseRow.state == "serving")):
            row.state = "withdrawn"
            session.add(row)
        previous.state = "serving"
        previous.promoted_at = now
        session.add(previous)
        raise_generation(session)
        return previous.id


def serving_release(database: Database) -> ReleaseRow | None:
    """The row of what serves; None in a home that has not learned yet."""
    with database.read() as session:
        row = session.exec(select(ReleaseRow).where(ReleaseRow.state == "serving")).first()
        if row is not None:
            session.expunge(row)
        return row


def directory_of(database: Database, settings: Settings, release_id: str) -> Path | None:
    """Where the model of a release lies; None where nothing is noted of it."""
    with database.read() as session:
        release = session.get(ReleaseRow, release_id)
        model = session.get(ModelRow, release.model_id) if release else None
        return settings.home / model.directory if model else None


def load_release(database: Database, settings: Settings, before: Release | None = None) -> Release:
    """Load what serves, with the live templates of this moment.

    ``before`` lends its model and index where they are the same, so that an edited template costs
    milliseconds. Where a new model cannot be opened, the one before serves on; where there was
    none, every message goes to a person.
    """
    row = serving_release(database)
    if row is None:
        return _empty(settings)
    same = before if before is not None and before.id == row.id and before.retriever else None
    model = same.model if same else _open_model(database, settings, row)
    index = same.retriever.index if same and same.retriever else None
    index = index or _open_index(settings, row)
    if model is not None:
        return release_of(database, settings, model, index, row.id, same)
    if before is None or before.model is None or before.id is None or before.retriever is None:
        log.error("no model serves; every message goes to a person")
        return _empty(settings)
    log.error("the release before, %s, serves on", before.id)
    return release_of(database, settings, before.model, before.retriever.index, before.id, before)


def release_of(
    database: Database,
    settings: Settings,
    model: Model,
    index: PassageIndex | None,
    release_id: str,
    before: Release | None = None,
) -> Release:
    """What would serve with this model and index, and the live templates of this moment.

    ``before`` has the same model and lends what was made of it.
    """
    live = [each.template for each in all_templates(database, (TemplateState.LIVE,))]
    facts, file = settings.facts(), settings.file
    threshold = answer_threshold(model.calibration, file.target_precision)
    cache = VectorCache(database, model.encoder_id, model.encode)
    matcher = TemplateMatcher(template_entries(database, cache, live), match_calibration(model))
    return Release(
        id=release_id,
        policy=replace(
            settings.policy(answer_threshold=threshold),
            hand_off_languages=languages_for_people(database, file.languages),
        ),
        facts=facts,
        company=file.company,
        locale=file.locale,
        templates={each.id: each for each in live},
        model=model,
        acts=(before and before.acts) or ActReader(cache.vectors),
        matters=(before and before.matters) or MatterReader(cache.vectors),
        sentiment=sentiment_reader(
            settings.sentiment_model, cache.vectors, before.sentiment if before else None
        ),
        alarms=AlarmReader(file.handoff.examples, cache.vectors, questions_for_people(database)),
        retriever=Retriever(matcher, index),
    )


def _empty(settings: Settings) -> Release:
    """What serves in a home that has learned nothing: everything goes to people."""
    file = settings.file
    return Release(None, settings.policy(), settings.facts(), file.company, file.locale)


def is_whole(database: Database, release: Release) -> bool:
    """Whether all files of what is to serve could be opened."""
    row = serving_release(database)
    if row is None:
        return True
    index = release.retriever.index if release.retriever else None
    serves = release.model is not None and release.id == row.id
    return serves and (index is not None or row.index_directory is None)


def _open_model(database: Database, settings: Settings, row: ReleaseRow) -> Model | None:
    with database.read() as session:
        model_row = session.get(ModelRow, row.model_id)
    try:
        return open_model(settings.home / model_row.directory) if model_row else None
    except Exception:
        log.exception("the model of release %s cannot be opened", row.id)
        return None


def _open_index(settings: Settings, row: ReleaseRow) -> PassageIndex | None:
    try:
        directory = row.index_directory
        return PassageIndex.open(settings.home / directory) if directory else None
    except Exception:
        log.exception(
            "the search index of release %s cannot be opened; run `frontdesk index`", row.id
        )
        return None


def template_entries(
    database: Database, cache: VectorCache, templates: Sequence[AnswerTemplate]
) -> list[TemplateEntry]:
    """Templates as they are matched: their own examples, and those of their intents."""
    of_intents = _examples_by_intent(database)
    examples = {
        each.id: tuple(
            dict.fromkeys(
                without_identifiers(text)
                for text in (
                    *each.examples,
                    *(text for intent in each.intents for text in of_intents.get(intent, ())),
                )
            )
        )
        for each in templates
    }
    flat = [text for texts in examples.values() for text in texts]
    vectors = cache.vectors(flat)
    entries, start = [], 0
    for each in templates:
        texts = examples[each.id]
        part = vectors[start : start + len(texts)]
        start += len(texts)
        if texts:
            entries.append(TemplateEntry(each.id, each.intents, texts, part))
    return entries


def _examples_by_intent(database: Database) -> dict[IntentId, list[str]]:
    found: dict[IntentId, list[str]] = {}
    with database.read() as session:
        rows = session.exec(
            select(ExampleRow.intent_id, ExampleRow.text).order_by(col(ExampleRow.id))
        )
        for intent, text in rows:
            texts = found.setdefault(IntentId(intent), [])
            if len(texts) < EXAMPLES_PER_INTENT:
                texts.append(text)
    return found


def _build_index(
    database: Database, settings: Settings, model: Model, release_id: str, progress: Progress
) -> str | None:
    articles = all_articles(database)
    if not articles:
        return None
    passages = [passage for article in articles for passage in split_article(article)]
    cache = VectorCache(database, model.encoder_id, model.encode)
    encoded: list[EncodedPassage] = []
    for start in range(0, len(passages), PASSAGES_AT_ONCE):
        encoded += _encode(passages[start : start + PASSAGES_AT_ONCE], cache, model.encode)
        progress("index", len(encoded), len(passages))
    directory = settings.indexes / release_id
    build_passage_index(directory, encoded, encoder=model.encoder_id)
    return str(directory.relative_to(settings.home))


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
        built = _build_index(database, settings, model, release_id, lambda *_: None)
        yield PassageIndex.open(directory) if built else None
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _encode(
    passages: Sequence[Passage], cache: VectorCache, model_vector: Callable[[str], Vector]
) -> list[EncodedPassage]:
    texts = [
        text
        for passage in passages
        for text in (searchable_text(passage), *split_sentences(passage.text))
    ]
    vectors = dict(zip(texts, cache.vectors(texts), strict=True))

    def encode(text: str) -> Vector:
        known = vectors.get(text)
        return known if known is not None else model_vector(text)

    return list(encode_passages(passages, encode, split_sentences))


def _retire_serving(session: Session) -> None:
    for row in session.exec(select(ReleaseRow).where(ReleaseRow.state == "previous")):
        row.state = "withdrawn"
        session.add(row)
    for row in session.exec(select(ReleaseRow).where(ReleaseRow.state == "serving")):
        row.state = "previous"
        session.add(row)
