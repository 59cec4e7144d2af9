"""Builds releases, puts one into service by one row, and loads what serves.

A release names a model directory and an index built with its encoder. Templates are not part of
the files: they are read live, so that an edit reaches the next message.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
from sqlmodel import Session, col, select

from bot.answering.alarms import AlarmReader
from bot.answering.article_index import build_index, caught_up, remove_abandoned, stale_articles
from bot.answering.model_directories import answer_threshold, match_calibration, open_model
from bot.answering.mood import sentiment_reader
from bot.answering.progress import Progress
from bot.answering.release import Release
from bot.answering.reranking import reranking_of
from bot.content.article_versions import mark_outdated
from bot.content.for_people import questions_for_people
from bot.content.generation import raise_generation
from bot.content.languages import languages_for_people
from bot.content.templates import all_templates
from bot.content.vectors import VectorCache
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ExampleRow, ModelRow, ReleaseRow
from knowledge import AnswerTemplate, IntentId, TemplateState, without_identifiers
from nlu import ActReader, MatterReader, Model
from retrieval import PassageIndex, Retriever, TemplateEntry, TemplateMatcher
from retrieval.template_matcher import Catalogue

log = logging.getLogger(__name__)
EXAMPLES_PER_INTENT = 40
CAUGHT_UP_AT_ONCE = 50
"""Articles that loading a release takes in by itself; more are left to `frontdesk index`."""


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
    release_id = _name(now)
    mark_outdated(database, now)
    index = build_index(database, settings, model, release_id, progress)
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
    """Build an index over today's articles, then let the release that serves point to it.

    Where ``model_id`` does not serve it is promoted. Returns the release and its passages.

    Raises:
        NoModelError: the home has no such model.
        DamagedModelError: its directory is not whole; what served goes on serving.
    """
    serving = serving_release(database)
    if serving is None or serving.model_id != model_id:
        release_id = promote(database, settings, model_id, now, progress)
        serving = serving_release(database)
    else:
        release_id = serving.id
        model = open_model(model_directory(database, settings, model_id))
        mark_outdated(database, now)
        directory = build_index(database, settings, model, _name(now), progress)
        with database.write() as session:
            serving = session.get_one(ReleaseRow, release_id)
            serving.index_directory = directory
            session.add(serving)
            raise_generation(session)
            session.flush()
            session.expunge(serving)
    remove_abandoned(database, settings)
    index = _open_index(settings, serving) if serving else None
    return release_id, len(index) if index is not None else 0


def _name(now: datetime) -> str:
    return f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


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
    if model is not None:
        index = _index_of(database, settings, row, model, same)
        found = release_of(database, settings, model, index, row.id, same)
        return replace(found, index_directory=row.index_directory)
    if before is None or before.model is None or before.id is None or before.retriever is None:
        log.error("no model serves; every message goes to a person")
        return _empty(settings)
    log.error("the release before, %s, serves on", before.id)
    found = release_of(database, settings, before.model, before.retriever.index, before.id, before)
    return replace(found, index_directory=before.index_directory)


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
    lent = before.retriever if before else None
    facts, file = settings.facts(), settings.file
    threshold = answer_threshold(model.calibration, file.target_precision)
    cache = VectorCache(database, model.encoder_id, model.encode)
    questions = questions_for_people(database)
    known = before.alarms if before else None
    if known is None or not known.knows(file.handoff.examples, questions):
        known = AlarmReader(file.handoff.examples, cache.vectors, questions)
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
        alarms=known,
        retriever=Retriever(
            _matcher_of(database, cache, live, model, lent.matcher if lent else None),
            index,
            reranking=reranking_of(settings, lent.reranking if lent else None),
        ),
    )


def _matcher_of(
    database: Database,
    cache: VectorCache,
    live: Sequence[AnswerTemplate],
    model: Model,
    before: TemplateMatcher | None,
) -> TemplateMatcher:
    """Making one takes a quarter of a second for 600 examples, so ``before`` is kept if it can."""
    catalogue = catalogue_of(database, live)
    if before is not None and before.catalogue == catalogue:
        return before
    return TemplateMatcher(entries_of(catalogue, cache), match_calibration(model))


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


def _index_of(
    database: Database,
    settings: Settings,
    row: ReleaseRow,
    model: Model,
    before: Release | None,
) -> PassageIndex | None:
    """The index of a release: the one that was open, else its files and the latest edits."""
    if before is not None and before.retriever and before.index_directory == row.index_directory:
        index = before.retriever.index
        if index is not None:
            return index
    index = _open_index(settings, row) if row.index_directory else PassageIndex()
    if index is None:
        return None
    stale = stale_articles(database, index)
    if stale:
        index = caught_up(database, model, index, stale, CAUGHT_UP_AT_ONCE)
    if len(stale.changed) > CAUGHT_UP_AT_ONCE:
        left = len(stale.changed) - CAUGHT_UP_AT_ONCE
        log.warning("%d articles are not indexed yet; `frontdesk index` does it", left)
    return index if row.index_directory or len(index) else None


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
    """Templates as they are matched: by their own examples, those of their intents, and titles."""
    return entries_of(catalogue_of(database, templates), cache)


def catalogue_of(database: Database, templates: Sequence[AnswerTemplate]) -> Catalogue:
    """What a matcher of these templates knows; without those that nothing is like."""
    of_intents = _examples_by_intent(database)
    listed = ((each.id, each.intents, _examples_of(each, of_intents)) for each in templates)
    return tuple(each for each in listed if each[2])


def entries_of(catalogue: Catalogue, cache: VectorCache) -> list[TemplateEntry]:
    """The same with vectors, which are made where they are not known."""
    vectors = cache.vectors([text for _, _, texts in catalogue for text in texts])
    ends = np.cumsum([len(texts) for _, _, texts in catalogue])
    parts = np.split(vectors, ends[:-1]) if catalogue else []
    return [TemplateEntry(*each, part) for each, part in zip(catalogue, parts, strict=True)]


def _examples_of(
    template: AnswerTemplate, of_intents: Mapping[IntentId, Sequence[str]]
) -> tuple[str, ...]:
    """What is like a message that the template answers, each once.

    Its titles are among them, because they stand on buttons and some people type what they read
    there. A title alone is no example: it does not say what people ask.
    """
    of_its_intents = (text for each in template.intents for text in of_intents.get(each, ()))
    asked = (*template.examples, *of_its_intents)
    titles = titles_matched(template) if asked else ()
    return tuple(dict.fromkeys((*map(without_identifiers, asked), *titles)))


def titles_matched(template: AnswerTemplate) -> tuple[str, ...]:
    """The titles of a template as messages are compared with them."""
    return tuple(map(without_identifiers, (template.title, *template.titles.values())))


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


def _retire_serving(session: Session) -> None:
    for row in session.exec(select(ReleaseRow).where(ReleaseRow.state == "previous")):
        row.state = "withdrawn"
        session.add(row)
    for row in session.exec(select(ReleaseRow).where(ReleaseRow.state == "serving")):
        row.state = "previous"
        session.add(row)
