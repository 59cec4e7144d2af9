"""Which names of the settings nobody knows: compared with what has been learned and written."""

from __future__ import annotations

from sqlmodel import select

from bot.answering.release import Release
from bot.content.templates import all_templates
from bot.settings import FileSettings
from bot.settings.mentions import KnownNames, unknown_names
from bot.store import Database
from bot.store.tables import IntentRow, UserRow
from knowledge import IntentId, TemplateState, lineage


def doubts(database: Database, file: FileSettings, release: Release) -> tuple[str, ...]:
    """What the settings name and is not there, each in a sentence that begins with its place."""
    return unknown_names(file, known_names(database, release))


def known_names(database: Database, release: Release) -> KnownNames:
    """What there is now, the intents of the model that serves among it."""
    trained = release.model.intents if release.model else ()
    templates = [each.template for each in all_templates(database)]
    with database.read() as session:
        named = dict(session.exec(select(IntentRow.id, IntentRow.name)).all())
        users = dict(session.exec(select(UserRow.name, UserRow.queues)).all())
    of_templates = {str(intent): "" for each in templates for intent in each.intents}
    intents = {**dict.fromkeys(map(str, trained), ""), **of_templates, **named}
    parents = {str(name) for each in intents for name in lineage(IntentId(each))[1:]}
    return KnownNames(
        intents={**dict.fromkeys(parents, ""), **intents},
        templates={str(each.id): each.title for each in templates},
        resting=frozenset(str(e.id) for e in templates if e.state is not TemplateState.LIVE),
        users={name: tuple(queues) for name, queues in users.items() if queues},
    )
