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

from knowledge import AnswerTemplate, read_templates, without_identifiers
from nlu import Model
from retrieval import MatchCalibration, TemplateCandidate, TemplateEntry, TemplateMatcher
from training.errors import LabelledDataError
from training.latency import Latency
from training.metrics import auroc

_WARM_UP = 10


@dataclass(frozen=True, slots=True)
class TemplateEvaluation:
    """``top1`` and ``top3``: the share of texts with a template that has it first, or among the
    first three; ``auroc_none``: texts with a template against texts with none, by the first
    candidate's probability, None where there are none of either; ``latency_ms``: text in to
    candidates out."""

    top1: float
    top3: float
    auroc_none: float | None
    latency_ms: Latency
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
    matcher = TemplateMatcher([template_entry(item, model) for item in read], calibration_of(model))
    found, seconds = _ask(matcher, model, [text for text, _ in rows])
    ranks = [
        _rank(candidates, right)
        for candidates, (_, right) in zip(found, rows, strict=True)
        if right
    ]
    return TemplateEvaluation(
        top1=float(np.mean([rank < 1 for rank in ranks])) if ranks else 0.0,
        top3=float(np.mean([rank < 3 for rank in ranks])) if ranks else 0.0,
        auroc_none=_auroc_none(found, [bool(right) for _, right in rows]),
        latency_ms=Latency.of(seconds),
        templates=len(read),
        texts=len(rows),
        texts_without_template=len(rows) - len(ranks),
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


def _ask(
    matcher: TemplateMatcher, model: Model, texts: Sequence[str]
) -> tuple[list[tuple[TemplateCandidate, ...]], list[float]]:
    found: list[tuple[TemplateCandidate, ...]] = []
    seconds: list[float] = []
    for place, text in enumerate([*texts[:_WARM_UP], *texts]):
        started = time.perf_counter()
        plain = without_identifiers(text)
        meaning = model.understand(plain)
        candidates = matcher.match(
            plain,
            meaning.vector if meaning.readable else None,
            {item.intent: item.probability for item in meaning.intents},
            known_intents=meaning.known_intents,
        )
        if place >= min(_WARM_UP, len(texts)):
            seconds.append(time.perf_counter() - started)
            found.append(candidates)
    return found, seconds


def _rank(candidates: Sequence[TemplateCandidate], right: str) -> int:
    """How many candidates stand before the right template; all of them where it is not there."""
    for rank, candidate in enumerate(candidates):
        if candidate.template == right:
            return rank
    return len(candidates)


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
