"""What thresholds on a template's probability would give, catalogues being as they will serve.

Each intent is a template with four fifths of its texts as examples; a text of the other fifth is a
message, once with its template there and once without. Intents without a template are unknown to
the classifier too, as what nobody foresaw will be. Where it is known what strangers ask, they take
the place of texts that lack their template, and all are put to all templates. Every text takes its
turn, so that texts that the encoder can read and those that it cannot count by how many there are
of each.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.records import IntentId, TemplateId
from nlu.guarantee import RiskCurve
from retrieval import MatchCalibration, TemplateMatcher
from training.match_calibration import LabelledVectors, opinion, template_of
from training.risk_curves import Judged, counted, draw_mixture, estimated_curve

_THRESHOLDS = np.round(np.arange(0.2, 1.0, 0.01), 2)
_TEXT_FOLDS = 5
_INTENT_GROUPS = 4
_MESSAGES = 4_000
_MOST_ROUNDS = 5
_NO_GROUP = -1


@dataclass(frozen=True, slots=True)
class _Message:
    """A text put to the catalogue without the intents of the group ``without``; ``known`` if it has
    its own there."""

    index: int
    without: int
    known: bool


def match_curve(
    data: LabelledVectors,
    calibration: MatchCalibration,
    *,
    unread: LabelledVectors | None = None,
    out_of_scope_share: float,
    seed: int,
) -> RiskCurve:
    """The estimated curve over all texts; empty where nothing can be simulated.

    ``unread`` are those that the encoder cannot read: templates are known by their characters then.
    """
    groups = [
        (group, group is data)
        for group in (data, unread)
        if group is not None and len(set(group.intents)) > 1
    ]
    if not groups:
        return RiskCurve()
    texts = sum(len(group.texts) for group, _ in groups)
    shares = (group.strange.share for group, _ in groups if group.strange is not None)
    out_of_scope_share = max(out_of_scope_share, *shares, 0.0)
    rounds = math.ceil(_MESSAGES / (2 * texts))
    rng = np.random.default_rng(seed)
    parts = [
        _round(group, calibration, rng, readable=readable)
        for group, readable in groups
        for _ in range(min(max(rounds, 1), _MOST_ROUNDS))
    ]
    judged = Judged(*(np.concatenate(each) for each in zip(*parts, strict=True)))
    return estimated_curve(judged, _THRESHOLDS, out_of_scope_share, texts)


def certified_match_curve(
    curve: RiskCurve,
    examples: LabelledVectors,
    kept_aside: LabelledVectors,
    calibration: MatchCalibration,
    rng: np.random.Generator,
) -> RiskCurve:
    """``curve`` with counts of ``kept_aside``, put to templates whose examples are ``examples``.

    All are texts that the encoder can read, and so must be those that ``curve`` was estimated on.
    Each text is one message, by chance one whose template is missing, or by chance one of the
    strangers that were kept aside with them: what is drawn is the very mixture that the curve
    speaks of.
    """
    group = _groups(examples, rng)
    messages = []
    if kept_aside.strange is not None:
        return _certified_by_strangers(curve, examples, kept_aside, group, calibration, rng)
    for index, intent in enumerate(kept_aside.intents):
        unknown = intent not in group or rng.random() < curve.out_of_scope_share
        own = group.get(intent, -1)
        messages.append(_Message(index, own if unknown else _other(own, rng), not unknown))
    every = np.arange(len(examples.texts))
    drawn = list(_put(messages, kept_aside, examples, every, group, calibration, readable=True))
    return counted(curve, _judged(drawn))


def _certified_by_strangers(
    curve: RiskCurve,
    examples: LabelledVectors,
    kept_aside: LabelledVectors,
    group: dict[IntentId, int],
    calibration: MatchCalibration,
    rng: np.random.Generator,
) -> RiskCurve:
    assert kept_aside.strange is not None
    every = np.arange(len(examples.texts))
    messages = [
        _Message(index, _NO_GROUP, known=True)
        for index, intent in enumerate(kept_aside.intents)
        if intent in group
    ]
    asked = kept_aside.strange.asked
    strange = [_Message(row, _NO_GROUP, known=False) for row in range(len(asked.texts))]
    found = [
        *_put(messages, kept_aside, examples, every, group, calibration, readable=True),
        *_put(strange, asked, examples, every, group, calibration, readable=True),
    ]
    return counted(curve, draw_mixture(_judged(found), curve.out_of_scope_share, rng))


def _round(
    data: LabelledVectors,
    calibration: MatchCalibration,
    rng: np.random.Generator,
    *,
    readable: bool,
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Every text with its template, and without; or, in place of that, every stranger."""
    group = _groups(data, rng)
    fold = _folds(data, rng)
    strange = data.strange.asked if data.strange is not None else None
    found: list[tuple[float, bool, bool]] = []
    for part in range(_TEXT_FOLDS):
        examples = np.flatnonzero(fold != part)
        taught = {data.intents[int(index)] for index in examples}
        messages = []
        for index in map(int, np.flatnonzero(fold == part)):
            own = group[data.intents[index]]
            if strange is None:
                messages.append(_Message(index, own, known=False))
            if data.intents[index] in taught:
                without = _other(own, rng) if strange is None else _NO_GROUP
                messages.append(_Message(index, without, known=True))
        found += _put(messages, data, data, examples, group, calibration, readable=readable)
        if strange is not None:
            asked = range(part, len(strange.texts), _TEXT_FOLDS)
            messages = [_Message(row, _NO_GROUP, known=False) for row in asked]
            found += _put(messages, strange, data, examples, group, calibration, readable=readable)
    judged = _judged(found)
    return judged.score, judged.right, judged.known


def _put(
    messages: list[_Message],
    data: LabelledVectors,
    examples: LabelledVectors,
    chosen: NDArray[np.int64],
    group: dict[IntentId, int],
    calibration: MatchCalibration,
    *,
    readable: bool,
) -> Iterator[tuple[float, bool, bool]]:
    """The best template's probability for each message, whether it is right, and ``known``."""
    for without in sorted({each.without for each in messages}):
        known = frozenset(each for each in data.head_intents if group.get(each) != without)
        matcher = _matcher(
            examples, [i for i in map(int, chosen) if group[examples.intents[i]] != without]
        )
        for message in (each for each in messages if each.without == without):
            candidates = matcher.features(
                data.texts[message.index],
                data.vectors[message.index] if readable else None,
                opinion(data, message.index, known) if known else {},
                known_intents=known,
            )
            chances = [calibration.probability(each, readable=readable) for each in candidates]
            best = int(np.argmax(chances)) if chances else None
            wanted = TemplateId(data.intents[message.index])
            right = best is not None and candidates[best].template == wanted
            yield (0.0 if best is None else chances[best]), right, message.known


def _matcher(data: LabelledVectors, chosen: list[int]) -> TemplateMatcher:
    members: dict[IntentId, list[int]] = {}
    for index in chosen:
        members.setdefault(data.intents[index], []).append(int(index))
    entries = [template_of(data, intent, own) for intent, own in sorted(members.items())]
    return TemplateMatcher(entries, MatchCalibration.default())


def _groups(data: LabelledVectors, rng: np.random.Generator) -> dict[IntentId, int]:
    """Each intent's group; at most so many that every group leaves a template."""
    intents = [IntentId(str(each)) for each in rng.permutation(sorted(set(data.intents)))]
    return {intent: place % _INTENT_GROUPS for place, intent in enumerate(intents)}


def _other(group: int, rng: np.random.Generator) -> int:
    return int((group + rng.integers(1, _INTENT_GROUPS)) % _INTENT_GROUPS)


def _folds(data: LabelledVectors, rng: np.random.Generator) -> NDArray[np.int64]:
    """Each text's fold, the texts of an intent spread evenly."""
    fold = np.empty(len(data.intents), dtype=np.int64)
    names = np.array(data.intents)
    for intent in sorted(set(data.intents)):
        members = rng.permutation(np.flatnonzero(names == intent))
        fold[members] = (int(rng.integers(_TEXT_FOLDS)) + np.arange(len(members))) % _TEXT_FOLDS
    return fold


def _judged(found: list[tuple[float, bool, bool]]) -> Judged:
    score, right, known = (np.array([each[place] for each in found]) for place in range(3))
    return Judged(score.astype(np.float64), right.astype(np.bool_), known.astype(np.bool_))
