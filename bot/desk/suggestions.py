"""Replies that an agent may use: approved answers and help pages near to what was asked, scored.

They are offered, never sent: what a person sends is that person's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.answering import Release
from bot.dialog import DialogState, Reading
from bot.dialog.template_words import template_text
from knowledge import AnswerTemplate, fields_of, fill

OFFERED: Final = 3
NEAREST: Final = 0.05


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``source`` is template or article. ``missing`` are the places left for the agent to fill."""

    source: str
    id: str
    title: str
    text: str
    score: float
    missing: tuple[str, ...] = ()


def suggestions_for(
    reading: Reading, release: Release, state: DialogState, customer: str | None
) -> list[Suggestion]:
    """At most three, the likeliest first."""
    known = {**release.facts, **state.details}
    if customer:
        known["customer_name"] = customer
    found = [
        _of_template(release.templates[each.template], reading.language, known, each.probability)
        for each in reading.templates
        if each.template in release.templates and each.probability >= NEAREST
    ]
    if reading.composed is not None:
        found.append(_of_articles(reading))
    return sorted(found, key=lambda each: each.score, reverse=True)[:OFFERED]


def _of_template(
    template: AnswerTemplate, language: str, known: Mapping[str, str], score: float
) -> Suggestion:
    text = template_text(template, language)
    missing = tuple(name for name in fields_of(text) if name not in known)
    gaps = {name: f"[{name.replace('_', ' ')}]" for name in missing}
    filled = fill(text, {**known, **gaps})
    return Suggestion("template", str(template.id), template.title, filled, score, missing)


def _of_articles(reading: Reading) -> Suggestion:
    composed = reading.composed
    assert composed is not None
    first = composed.sentences[0]
    text = " ".join(each.text for each in composed.sentences)
    return Suggestion("article", str(first.article), first.title, text, reading.answerability)
