"""What an answer that is being written shares with others: questions, words, and statements.

An example question overlaps where the others alone would answer it: by the matcher's own
probability, or because it stands among theirs nearly word for word. An answer repeats another, or
says otherwise: another figure in a sentence about the same, or no where that says yes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from bot.answering.model_directories import match_calibration
from bot.answering.release import Release
from bot.answering.releases import template_entries
from bot.channels.rendering import markdown_to_plain
from bot.content.likeness import NEARLY, alike, bare
from bot.content.templates import all_templates
from bot.content.vectors import VectorCache
from bot.dialog.languages import language_among
from bot.store import Database
from knowledge import (
    AnswerTemplate,
    InvalidTemplateError,
    TemplateId,
    TemplateState,
    fields_of,
    split_sentences,
)
from knowledge.statements import denies, figures_in
from nlu import Model
from retrieval import TemplateMatcher

Vectors = NDArray[np.float32]
SAME_QUESTION: Final = 90.0
"""RapidFuzz's ratio, of 100, from which on two questions differ in a slip of the pen at most."""
LIKELIER_THAN_NOT: Final = 0.5
SAME_STATEMENT: Final = 0.8
"""The cosine of two sentences' vectors from which on they speak of the same."""
SAME_WORDING: Final = 62
"""RapidFuzz's token set ratio of two sentences without their digits, likewise."""
LOOKED_AT: Final = 40
"""Examples that are looked at; a template with more is checked by its first ones."""


class OverlapKind(StrEnum):
    """How an answer overlaps with another."""

    SAME_QUESTION = "same_question"
    ANSWERED_THERE = "answered_there"
    REPEATS = "repeats"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Overlap:
    """``ours`` is what is being written, ``theirs`` what stands in the other template.

    ``probability`` is that the other one answers ``ours``, where that was asked of the matcher.
    """

    kind: OverlapKind
    ours: str
    theirs: str
    template: TemplateId
    title: str
    probability: float | None = None


def overlaps(database: Database, release: Release, draft: AnswerTemplate) -> list[Overlap]:
    """Where ``draft`` overlaps with templates that are not retired; itself left out."""
    others = [
        each.template
        for each in all_templates(database)
        if each.template.id != draft.id and each.template.state is not TemplateState.RETIRED
    ]
    draft = replace(draft, texts=_whole_texts(draft))
    found = [*_same_questions(draft, others), *_repeats(draft, others)]
    model = release.model
    if model is not None:
        cache = VectorCache(database, model.encoder_id, model.encode)
        known = {(each.ours, each.template) for each in found}
        answered = _answered_there(database, release, model, cache, draft, others)
        found += [each for each in answered if (each.ours, each.template) not in known]
        repeated = {each.template for each in found if each.kind is OverlapKind.REPEATS}
        found += [
            each
            for each in _contradictions(draft, others, cache, model)
            if each.template not in repeated or each.ours != each.theirs
        ]
    return found


def _same_questions(draft: AnswerTemplate, others: Sequence[AnswerTemplate]) -> Iterator[Overlap]:
    for example in draft.examples[:LOOKED_AT]:
        ours = default_process(example)
        for other in others:
            best = max(
                other.examples,
                key=lambda each: fuzz.ratio(ours, default_process(each)),
                default=None,
            )
            if best and fuzz.ratio(ours, default_process(best)) >= SAME_QUESTION:
                kind = OverlapKind.SAME_QUESTION
                yield Overlap(kind, example, best, other.id, other.title)


def _answered_there(
    database: Database,
    release: Release,
    model: Model,
    cache: VectorCache,
    draft: AnswerTemplate,
    others: Sequence[AnswerTemplate],
) -> Iterator[Overlap]:
    matcher = TemplateMatcher(template_entries(database, cache, others), match_calibration(model))
    titles = {each.id: each.title for each in others}
    for example in draft.examples[:LOOKED_AT]:
        plain = release.plain(example)
        meant = model.understand(plain)
        best = matcher.match(
            plain,
            meant.vector if meant.readable else None,
            {each.intent: each.probability for each in meant.intents},
            known_intents=meant.known_intents,
            limit=1,
        )
        for each in best:
            if each.probability >= LIKELIER_THAN_NOT:
                yield Overlap(
                    OverlapKind.ANSWERED_THERE,
                    example,
                    each.reasons.example,
                    each.template,
                    titles[each.template],
                    each.probability,
                )


def _repeats(draft: AnswerTemplate, others: Sequence[AnswerTemplate]) -> Iterator[Overlap]:
    for language, text in draft.texts.items():
        ours = bare(text)
        for other in others:
            theirs = _text_in(other, language)
            if ours and theirs and alike(ours, bare(theirs)) >= NEARLY:
                yield Overlap(OverlapKind.REPEATS, text, theirs, other.id, other.title)


def _contradictions(
    draft: AnswerTemplate, others: Sequence[AnswerTemplate], cache: VectorCache, model: Model
) -> Iterator[Overlap]:
    for language, text in draft.texts.items():
        ours = [each for each in _sentences(text) if model.encoding_for_search(each).readable]
        denied = any(denies(each) for each in ours)
        told = [
            (other, sentence)
            for other in others
            for sentence in _sentences(_text_in(other, language) or "")
            if denied or denies(sentence) or figures_in(sentence)
        ]
        if not ours or not told:
            continue
        theirs = cache.vectors([sentence for _, sentence in told])
        for sentence in ours:
            near = theirs @ model.encode(sentence)
            for place in np.flatnonzero(near >= SAME_STATEMENT):
                other, said = told[place]
                if _disagree(sentence, said):
                    yield Overlap(OverlapKind.CONTRADICTS, sentence, said, other.id, other.title)


def _disagree(one: str, other: str) -> bool:
    """Whether two sentences about the same give other figures, or only one of them denies."""
    if denies(one) != denies(other):
        return True
    stated = figures_in(other)
    for fact in figures_in(one):
        like = [
            each
            for each in stated
            if each.unit == fact.unit
            and fuzz.token_set_ratio(each.sentence.lower(), fact.sentence.lower()) >= SAME_WORDING
        ]
        if like and all(each.value != fact.value for each in like):
            return True
    return False


def _whole_texts(draft: AnswerTemplate) -> dict[str, str]:
    """The texts whose fields are whole; in the midst of typing one, there is nothing to compare."""
    return {tag: text for tag, text in draft.texts.items() if _has_whole_fields(text)}


def _has_whole_fields(text: str) -> bool:
    try:
        fields_of(text)
    except InvalidTemplateError:
        return False
    return True


def _text_in(template: AnswerTemplate, language: str) -> str | None:
    tag = language_among(template.texts, language)
    return template.texts[tag] if tag else None


def _sentences(text: str) -> list[str]:
    return [each for each in split_sentences(markdown_to_plain(text)) if len(each.split()) >= 3]
