"""Canned answers for an agent who writes: every live template, filled in for this customer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.answering import Release
from bot.answering.answerer import is_valid
from bot.content.templates import all_templates
from bot.conversations.errors import UnknownConversationError
from bot.conversations.serialised import state_from_json
from bot.desk.suggestions import Suggestion, filled_template, known_fields
from bot.dialog.template_words import title_in
from bot.dialog.wordings import wordings
from bot.store import Database
from bot.store.tables import ConversationRow
from knowledge import AnswerTemplate, TemplateId, TemplateState

OFFERED: Final = 12


def canned_answers(
    database: Database,
    release: Release,
    conversation_id: str,
    q: str,
    reader: str | None,
    now: datetime,
) -> list[Suggestion]:
    """Those that hold all words of ``q`` in title, id or text, the titles that do first.

    Texts are in the customer's language, titles in that of ``reader`` where they have one.

    Raises:
        UnknownConversationError: there is none with this id.
    """
    with database.read() as session:
        conversation = session.get(ConversationRow, conversation_id)
        if conversation is None:
            raise UnknownConversationError
        state = state_from_json(conversation.dialog)
        customer, channel = conversation.customer, conversation.channel
        language = conversation.language or release.locale
    known = known_fields(release, state, customer)
    live = all_templates(database, (TemplateState.LIVE,))
    templates = {each.template.id: each.template for each in live if is_valid(each.template, now)}
    wanted = q.casefold().split()
    found = [
        (place, title.casefold(), str(template.id), title, text)
        for template in templates.values()
        for title, text in [_words_of(template, language, channel, reader)]
        for place in _places(wanted, title, str(template.id), text)
    ]
    return [
        replace(filled_template(templates[TemplateId(id)], text, known), title=title)
        for _, _, id, title, text in sorted(found)[:OFFERED]
    ]


def _words_of(
    template: AnswerTemplate, language: str, channel: str, reader: str | None
) -> tuple[str, str]:
    title = title_in(template, reader) if reader else template.title
    return title, wordings(template, language, channel)[0]


def _places(wanted: Sequence[str], title: str, id: str, text: str) -> Iterator[int]:
    """How good a find it is, 0 the best; nothing where a word is missing."""
    title, whole = title.casefold(), f"{title} {id} {text}".casefold()
    if not all(word in whole for word in wanted):
        return
    if title.startswith(" ".join(wanted)):
        yield 0
    else:
        yield 1 if all(word in title or word in id.casefold() for word in wanted) else 2
