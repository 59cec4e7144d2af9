"""What a turn of the bot was about, kept with the turn for the desk's figures.

The intent of the template that was said; else the likeliest one, if it is more likely than not.
Anything less is not kept: a guess among many would be counted like knowledge.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlmodel import Session

from bot.dialog import Reasons
from bot.store.tables import TemplateRow, TopicRow

LIKELY: Final = 0.5
"""More likely than all others together."""


def note_topic(
    session: Session, conversation_id: str, seq: int, reasons: Reasons, now: datetime
) -> None:
    """Keep what the turn that made the message ``seq`` was about, if that is known."""
    intent = _topic(session, reasons)
    if intent is not None:
        session.add(TopicRow(conversation_id=conversation_id, seq=seq, intent=intent, at=now))


def _topic(session: Session, reasons: Reasons) -> str | None:
    template = session.get(TemplateRow, reasons.template) if reasons.template else None
    said = template.content.get("intents") if template is not None else None
    if said:
        fitting = (each.intent for each in reasons.intents if each.intent in said)
        return next(fitting, said[0])
    likely = (each.intent for each in reasons.intents[:1] if each.probability >= LIKELY)
    return next(likely, None)
