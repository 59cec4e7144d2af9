"""Which templates offer another as what to ask next.

A button stands under an answer only while the template behind it serves. So one that is retired
or deleted vanishes from under the others; whoever does that is told where, and whoever edits one
of these is told what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bot.content.template_json import from_json
from bot.store.tables import TemplateRow
from knowledge import TemplateId, TemplateState


@dataclass(frozen=True, slots=True)
class Offer:
    """A template that offers another next."""

    id: TemplateId
    title: str


def offers(session: Session) -> Mapping[TemplateId, tuple[Offer, ...]]:
    """Who offers each template that is offered, by title; what is retired offers nothing."""
    rows = session.exec(
        select(TemplateRow)
        .where(col(TemplateRow.state) != TemplateState.RETIRED.value)
        .order_by(col(TemplateRow.title), col(TemplateRow.id))
    )
    found: dict[TemplateId, list[Offer]] = {}
    for row in rows:
        template = from_json(row.id, row.content)
        for each in template.follow_ups:
            found.setdefault(each, []).append(Offer(template.id, template.title))
    return {each: tuple(those) for each, those in found.items()}
