"""How well the right template is found, and how well it is known that none fits.

`evaluate templates`: the matcher as serving uses it, asked one text at a time; it fits nothing.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge import AnswerTemplate, read_templates, without_identifiers
from nlu import Model
from retrieval import MatchCalibration, TemplateCandidate, TemplateEntry, TemplateMatcher
from training.errors import LabelledDataError
from training.latency import Latency
from training.metrics import auroc
from training.template_baselines import SCORERS, Baselines

_WARM_UP = 10
_NOWHERE = 10**6
"""The rank of what is not found."""


@dataclass(frozen=True, slots=True)
class Found:
    """The share of texts whose template comes first, and among the first three."""

    top1: float
    top3: float

    @classmethod
    def of(cls, ranks: Sequence[int]) -> Found:
        """``ranks`` count from 0."""
        if not ranks:
            return cls(0.0, 0.0)
        return cls(*(float(np.mean([rank < most for rank in ranks])) for most in (1, 3)))


@dataclass(frozen=True, slots=True)
class TemplateEvaluation:
    """``top1`` and ``top3``: the share of texts with a template that has it first, or among the
    first three; ``baselines``: the same for RapidFuzz alone and for vectors alone; ``auroc_none``:
    texts with a template against texts with none, by the first candidate's probability, None where
    there are none of either; ``latency_ms``: text in to candidates out."""

    top1: float
    top3: float
    auroc_none: float | None
    latency_ms: Latency
    baselines: dict[str, Found]
    templates: int
    texts: int
    texts_without_template: int


def evaluate_templates(templates: Path, data: Path, model: Model) -> TemplateEvaluation:
    """``data`` is a CSV with columns ``text,template``; an empty template means that none fits.

    Raises ``LabelledDataError`` where ``data`` lacks a column, has no row, or names a template
    that is not in the file; ``KnowledgeError`` where the templates cannot be read.
    """
    read = read_templates(templates)
    rows = _read_rows(data)
    unknown = {right for _, right in rows if right} - {template.id for template in read}
    if unknown:
        raise LabelledDataError(f"{data}: {templates} has no template {sorted(unknown)[0]!r}")
    entries = [template_entry(item, model) for item in read]
    asked = _ask(TemplateMatcher(entries, calibration_of(model)), model, [text for text, _ in rows])
    return _judged(entries, asked, [right for _, right in rows])


def _judged(
    entries: Sequence[TemplateEntry], asked: Sequence[_Asked], rights: Sequence[str]
) -> TemplateEvaluation:
    fitting = [each for each in zip(asked, rights, strict=True) if each[1]]
    ours = Found.of(
        [_rank([found.template for found in each.candidates], right) for each, right in fitting]
    )
    return TemplateEvaluation(
        top1=ours.top1,
        top3=ours.top3,
        auroc_none=_auroc_none([each.candidates for each in asked], list(map(bool, rights))),
        latency_ms=Latency.of([each.seconds for each in asked]),
        baselines=_alone(Baselines(entries), fitting),
        templates=len(entries),
        texts=len(rights),
        texts_without_template=sum(not right for right in rights),
    )


def template_entry(template: AnswerTemplate, model: Model) -> TemplateEntry:
    """The template with its examples' vectors; its titles stand in where it has no examples."""
    given = template.examples or tuple(dict.fromkeys((template.title, *template.titles.values())))
    examples = tuple(without_identifiers(text) for text in given)
    return TemplateEntry(template.id, template.intents, examples, model.encode_each(examples))


def calibration_of(model: Model) -> MatchCalibration:
    """The one fitted in training, or the default one where there was too little to fit on."""
    fitted = model.calibration.match
    return MatchCalibration.from_json(fitted) if fitted else MatchCalibration.default()


def _alone(baselines: Baselines, fitting: Sequence[tuple[_Asked, str]]) -> dict[str, Found]:
    """Each method by itself; of RapidFuzz's scorers the one that does best on these texts."""
    by_words = [
        Found.of([_rank(baselines.by_words(each.text, scorer), right) for each, right in fitting])
        for scorer in SCORERS
    ]
    near = [
        _rank(baselines.by_vectors(each.vector), right) if each.vector is not None else _NOWHERE
        for each, right in fitting
    ]
    return {"rapidfuzz": max(by_words, key=lambda each: each.top1), "vectors": Found.of(near)}


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A text as it was matched, and what that gave. ``vector`` is None where nothing reads it."""

    text: str
    vector: NDArray[np.float32] | None
    candidates: tuple[TemplateCandidate, ...]
    seconds: float


def _ask(matcher: TemplateMatcher, model: Model, texts: Sequence[str]) -> list[_Asked]:
    for text in texts[:_WARM_UP]:
        _ask_one(matcher, model, text)
    return [_ask_one(matcher, model, text) for text in texts]


def _ask_one(matcher: TemplateMatcher, model: Model, text: str) -> _Asked:
    started = time.perf_counter()
    plain = without_identifiers(text)
    meaning = model.understand(plain)
    vector = meaning.vector if meaning.readable else None
    candidates = matcher.match(
        plain,
        vector,
        {item.intent: item.probability for item in meaning.intents},
        known_intents=meaning.known_intents,
    )
    return _Asked(plain, vector, candidates, time.perf_counter() - started)


def _rank(ordered: Sequence[str], right: str) -> int:
    """How many stand before the right one."""
    return ordered.index(right) if right in ordered else _NOWHERE


def _auroc_none(
    found: Sequence[tuple[TemplateCandidate, ...]], fits: Sequence[bool]
) -> float | None:
    tops = np.array([max((c.probability for c in candidates), default=0.0) for candidates in found])
    fitting = np.array(fits, dtype=np.bool_)
    if fitting.all() or not fitting.any():
        return None
    return auroc(tops[fitting], tops[~fitting])


def _read_rows(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = {"text", "template"} - set(reader.fieldnames or ())
        if missing:
            raise LabelledDataError(f"{path}: has no column {' or '.join(sorted(missing))}")
        rows = [(row["text"] or "", (row["template"] or "").strip()) for row in reader]
    if not rows:
        raise LabelledDataError(f"{path}: has no row")
    return rows
