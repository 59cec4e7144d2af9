"""Replies that an agent may use: approved answers and help pages near to what was asked, scored.

They are offered, never sent: what a person sends is that person's. So unlikely ones are shown too,
with their scores: whoever reads them sees at once what is of use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bot.answering import Release
from bot.dialog import DialogState, Reading
from bot.dialog.quoting import as_text
from bot.dialog.template_words import title_in
from bot.dialog.wordings import wordings
from knowledge import AnswerTemplate, fields_of, fill

OFFERED: Final = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``source`` is template or article. ``missing`` are the places left for the agent to fill.

    ``score`` is the probability that this is the answer; that of a help page, that the pages found
    hold it.
    """

    source: str
    id: str
    title: str
    text: str
    score: float
    missing: tuple[str, ...] = ()


def suggestions_for(
    reading: Reading,
    release: Release,
    state: DialogState,
    customer: str | None,
    channel: str = "web",
    reader: str | None = None,
) -> list[Suggestion]:
    """Three, the likeliest first, as said on ``channel``; fewer only where there is no more.

    Texts are in the customer's language, titles in that of the ``reader`` where they have one.
    """
    known = known_fields(release, state, customer)
    found = [
        replace(
            filled_template(
                template,
                wordings(template, reading.language, channel)[0],
                known,
                each.probability,
            ),
            title=title_in(template, reader) if reader else template.title,
        )
        for each in reading.templates
        if (template := release.templates.get(each.template)) is not None
    ]
    if reading.composed is not None:
        found.append(_of_articles(reading))
    found += list(_of_passages(reading))[: max(0, OFFERED - len(found))]
    return sorted(found, key=lambda each: each.score, reverse=True)[:OFFERED]


def known_fields(release: Release, state: DialogState, customer: str | None) -> Mapping[str, str]:
    """What stands in for fields: the company's facts, what the customer told, and their name."""
    named = {"customer_name": customer} if customer else {}
    return {**release.facts, **state.details, **named}


def filled_template(
    template: AnswerTemplate, text: str, known: Mapping[str, str], score: float = 0.0
) -> Suggestion:
    """``text`` of a template with what is known filled in, and marks where the agent has to."""
    missing = tuple(name for name in fields_of(text) if name not in known)
    gaps = {name: f"[{name.replace('_', ' ')}]" for name in missing}
    filled = fill(text, {**known, **gaps})
    return Suggestion("template", str(template.id), template.title, filled, score, missing)


def _of_articles(reading: Reading) -> Suggestion:
    composed = reading.composed
    assert composed is not None
    first = composed.sentences[0]
    return Suggestion(
        "article", str(first.article), first.title, as_text(composed), reading.answerability
    )


def _of_passages(reading: Reading) -> Iterator[Suggestion]:
    """The best passage of each help page that no composed answer is taken from."""
    told = {each.article for each in reading.composed.sentences} if reading.composed else set()
    for hit in reading.passages:
        passage = hit.passage
        if passage.article not in told:
            told.add(passage.article)
            yield Suggestion(
                "article",
                str(passage.article),
                passage.title,
                passage.text,
                reading.answerability,
            )
