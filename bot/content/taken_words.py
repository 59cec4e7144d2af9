"""An agent's reply that took the words of a template: whether they were changed on the way."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Final

from sqlmodel import Session

from bot.content.likeness import every_text
from bot.content.template_json import from_json
from bot.content.template_outcomes import BY_AGENT, note_said
from bot.store.tables import TemplateRow
from knowledge import AnswerTemplate, TemplateId, fields_of

SUGGESTION: Final = "suggestion"
"""The key of an agent's message's context that names the template whose words were taken."""
LONGEST_VALUE: Final = 200


def note_taken(
    session: Session,
    conversation_id: str,
    seq: int,
    text: str,
    context: dict[str, Any] | None,
    now: datetime,
) -> None:
    """Keep that the agent's message ``seq`` took a template's words, where ``context`` says so."""
    named = (context or {}).get(SUGGESTION)
    row = session.get(TemplateRow, named) if named else None
    if row is None:
        return
    template = from_json(row.id, row.content)
    edited = not is_as_written(template, text)
    said = [(TemplateId(row.id), row.version)]
    note_said(session, conversation_id, seq, said, now, by=BY_AGENT, edited=edited)


def is_as_written(template: AnswerTemplate, text: str) -> bool:
    """Whether ``text`` is one of the template's wordings, whatever stands in its fields."""
    said = " ".join(text.split())
    return any(_pattern(each).fullmatch(said) for each in every_text(template))


def _pattern(wording: str) -> re.Pattern[str]:
    """What the wording reads like once it is filled."""
    plain = re.escape(" ".join(wording.split()))
    for name in fields_of(wording):
        place = rf"\\\{{\\\{{(?:\\ )*{name}(?:\\ )*\\\}}\\\}}"
        plain = re.sub(place, f".{{1,{LONGEST_VALUE}}}?", plain)
    return re.compile(plain)
