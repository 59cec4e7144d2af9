"""Fits the probability that a template is the right answer, with whole intents held out.

Catalogues of templates are simulated from labelled texts: each intent is a template, some of its
texts are the examples, the others are messages. Some intents have no template, so that their
messages should match none: three in ten, half, or most, so that templates with near neighbours are
seen, and templates that stand alone on their topic. With a classifier it is always three in ten; in
every other catalogue it knows only some of the templates, and no intent without one, as if the rest
had been written after it was trained. What a threshold on the probability gives is another module's
question.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, minimize

from knowledge.records import IntentId, TemplateId
from retrieval import MatchCalibration, TemplateEntry, TemplateMatcher
from retrieval.logistic import Logistic
from retrieval.match_calibration import MatchFeatures

_HELD_OUT = (0.3, 0.3, 0.5, 0.5, 0.8, 0.8)
_HELD_OUT_WITH_OPINION = (0.3,) * 6
"""The share of intents without a template, by round: a classifier has learned of most."""
_MESSAGES_A_ROUND = 600
_STRANGERS = 0.3
"""The share of messages that should match none, however many intents have no template."""
_KNOWN = 0.7
_EXAMPLES = (1, 20)
_LOOKED_AT = 3
_LIKELY = 0.1
_SHOWN_INTENTS = 5


@dataclass(frozen=True, slots=True, eq=False)
class LabelledVectors:
    """Labelled texts with their L2-normalised vectors (n, d).

    ``head_probabilities`` (n, len(head_intents)) are the classifier's calibrated ones, from folds
    that did not train on the text; None where there is no classifier. ``strange`` are questions of
    none of the intents, as they come here; None where too few are known.
    """

    texts: Sequence[str]
    intents: Sequence[IntentId]
    vectors: NDArray[np.float32]
    head_intents: tuple[IntentId, ...] = ()
    head_probabilities: NDArray[np.floating] | None = None
    strange: StrangeVectors | None = None


@dataclass(frozen=True, slots=True, eq=False)
class StrangeVectors:
    """Questions that were ``asked`` about something else; such are ``share`` of all messages.

    They have no intent of their own: it is "".
    """

    asked: LabelledVectors
    share: float


@dataclass(frozen=True, slots=True)
class SimulatedMessage:
    """A message, the signs of the templates that came near, and the right one, if any."""

    candidates: tuple[MatchFeatures, ...]
    right: TemplateId | None


@dataclass(frozen=True, slots=True)
class _Catalogue:
    matcher: TemplateMatcher
    messages: tuple[int, ...]
    templates: frozenset[IntentId]


def fit_match_calibration(
    data: LabelledVectors,
    *,
    unread: LabelledVectors | None = None,
    seed: int = 0,
    prior: MatchCalibration | None = None,
) -> MatchCalibration:
    """The calibration that fits the data best, held back towards ``prior`` (the default one).

    ``unread`` are texts that the encoder cannot read, with a classifier's opinion that can; without
    any, the readable ones are compared by their characters too. The fewer the texts, the nearer the
    calibration stays to the prior; below two intents it is the prior.
    """
    prior = prior or MatchCalibration.default()
    by_vectors = _Evidence(len(data.texts), _simulated(data, seed=seed))
    if unread is not None:
        unread_ones = _simulated(unread, seed=seed, readable=False)
        by_characters = _Evidence(len(unread.texts), unread_ones)
    else:
        alone = replace(data, head_probabilities=None)
        by_characters = _Evidence(len(data.texts), _simulated(alone, seed=seed, readable=False))
    without, with_head = (
        by_characters.fitted(prior.characters, opinion=False),
        by_characters.fitted(prior.characters_with_head, opinion=True),
    )
    unheard = _unheard_share(data, unread) if unread is not None else _STRANGERS
    return MatchCalibration(
        with_head=by_vectors.fitted(prior.with_head, opinion=True),
        without_head=by_vectors.fitted(prior.without_head, opinion=False),
        characters=among_strangers(without, unheard),
        characters_with_head=among_strangers(with_head, unheard),
    )


def _unheard_share(data: LabelledVectors, unread: LabelledVectors) -> float:
    """The share of messages in the languages of ``unread`` that are about none of its intents.

    Whoever writes them asks what others ask, and few of those intents may be known in them. But
    what is asked most is known first, so it is taken halfway from the simulated share to that of
    the other texts.
    """
    heard = set(unread.intents)
    elsewhere = sum(intent not in heard for intent in data.intents)
    share = elsewhere / len(data.intents) if data.intents else 0.0
    return _STRANGERS + max(0.0, share - _STRANGERS) / 2.0


def among_strangers(fitted: Logistic, share: float) -> Logistic:
    """``fitted``, where ``share`` of the messages match none, not three in ten as simulated.

    The intercept moves by the ratio of the odds (prior correction; King & Zeng 2001).
    """
    if share <= _STRANGERS:
        return fitted
    odds = (1.0 - share) / share * _STRANGERS / (1.0 - _STRANGERS)
    return replace(fitted, intercept=fitted.intercept + math.log(odds))


class _Evidence:
    """What simulated messages say, however often each of ``texts`` was put to a catalogue."""

    def __init__(self, texts: int, messages: Iterable[SimulatedMessage]) -> None:
        self._texts = texts
        self._judged = [_judged(message) for message in messages]

    def fitted(self, prior: Logistic, *, opinion: bool) -> Logistic:
        """``prior`` fitted to the candidates that a classifier judged, or to those that none did.

        A text that several catalogues were asked about counts once, so that a few texts do not
        outvote the prior by repetition.
        """
        chosen = [
            [pair for pair in pairs if (pair[0].intent_probability is not None) == opinion]
            for pairs in self._judged
        ]
        asked = sum(1 for pairs in chosen if pairs)
        weight = min(1.0, self._texts / max(asked, 1))
        return fit_logistic(prior, [pair for pairs in chosen for pair in pairs], weight)


def _simulated(
    data: LabelledVectors, *, seed: int, readable: bool = True
) -> Iterator[SimulatedMessage]:
    """Messages without the classifier's opinion, then, where there is one, with it."""
    if len(set(data.intents)) < 2:
        return
    for head in (False, True):
        if not head or data.head_probabilities is not None:
            yield from simulate(data, seed=seed, head=head, readable=readable)


def simulate(
    data: LabelledVectors,
    *,
    seed: int,
    head: bool,
    readable: bool = True,
) -> Iterator[SimulatedMessage]:
    """Messages against simulated catalogues, with or without the classifier's opinion."""
    random = np.random.default_rng(seed)
    for round_, held_out in enumerate(_HELD_OUT_WITH_OPINION if head else _HELD_OUT):
        catalogue = _catalogue(data, held_out, random)
        known: frozenset[IntentId] = frozenset()
        if head:
            every = frozenset(data.head_intents)
            known = _some(catalogue.templates, random) if round_ % 2 else every
        for index in catalogue.messages:
            features = catalogue.matcher.features(
                data.texts[index],
                data.vectors[index] if readable else None,
                opinion(data, index, known) if head else {},
                known_intents=known,
            )
            right = data.intents[index]
            yield SimulatedMessage(
                features, TemplateId(right) if right in catalogue.templates else None
            )


def fit_logistic(
    prior: Logistic, pairs: Sequence[tuple[MatchFeatures, bool]], weight: float = 1.0
) -> Logistic:
    """Maximum a posteriori over candidates and whether each is right, each counting ``weight``.

    No coefficient is ever negative, since each sign speaks for a template.
    """
    if not pairs:
        return prior
    rows = np.array([[1.0, *(getattr(c, n) for n in prior.features)] for c, _ in pairs])
    labels = np.array([label for _, label in pairs], dtype=np.float64)
    start = np.array([prior.intercept, *prior.weights])
    scale = 1.0 + np.abs(start) / 2.0

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = rows @ weights
        pull = (weights - start) / scale
        surprise = (np.logaddexp(0.0, logits) - labels * logits).sum()
        value = float(weight * surprise + 0.5 * (pull**2).sum())
        errors = weight * (1.0 / (1.0 + np.exp(-logits)) - labels)
        return value, rows.T @ errors + pull / scale

    bounds = Bounds(np.array([-np.inf, *([0.0] * len(prior.weights))]), np.inf)
    fitted = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return Logistic(prior.features, tuple(map(float, fitted[1:])), float(fitted[0]))


def _judged(message: SimulatedMessage) -> list[tuple[MatchFeatures, bool]]:
    """The candidates worth fitting on: the nearest few, and those the classifier thinks likely."""
    return [
        (candidate, candidate.template == message.right)
        for rank, candidate in enumerate(message.candidates)
        if rank < _LOOKED_AT or (candidate.intent_probability or 0.0) > _LIKELY
    ]


def _some(intents: frozenset[IntentId], random: np.random.Generator) -> frozenset[IntentId]:
    shuffled = random.permutation(sorted(intents))
    count = max(1, round(_KNOWN * len(shuffled)))
    return frozenset(IntentId(str(intent)) for intent in shuffled[:count])


def _catalogue(data: LabelledVectors, held_out: float, random: np.random.Generator) -> _Catalogue:
    """Templates for some intents, each with a few of its texts; messages are among all others."""
    intents = random.permutation(sorted(set(data.intents)))
    served = intents[: max(1, round(len(intents) * (1.0 - held_out)))]
    members: dict[str, list[int]] = {}
    for index, intent in enumerate(data.intents):
        members.setdefault(intent, []).append(index)
    entries: list[TemplateEntry] = []
    strangers = [index for intent in intents[len(served) :] for index in members[intent]]
    messages: list[int] = []
    for intent in served:
        own = [int(index) for index in random.permutation(members[intent])]
        count = min(int(random.integers(*_EXAMPLES, endpoint=True)), (len(own) + 1) // 2)
        messages.extend(own[count:])
        entries.append(template_of(data, IntentId(str(intent)), own[:count]))
    chosen = random.permutation(messages)[: round(_MESSAGES_A_ROUND * (1.0 - _STRANGERS))]
    strange = random.permutation(strangers)
    strange = strange[: round(len(chosen) * _STRANGERS / (1.0 - _STRANGERS))]
    return _Catalogue(
        TemplateMatcher(entries, MatchCalibration.default()),
        tuple(map(int, random.permutation([*chosen, *strange]))),
        frozenset(IntentId(str(intent)) for intent in served),
    )


def template_of(data: LabelledVectors, intent: IntentId, members: Sequence[int]) -> TemplateEntry:
    """A template of the same name as its intent, with the texts ``members`` as its examples."""
    return TemplateEntry(
        TemplateId(intent),
        (intent,),
        tuple(data.texts[index] for index in members),
        data.vectors[members],
    )


def opinion(
    data: LabelledVectors, index: int, known: Collection[IntentId]
) -> dict[IntentId, float]:
    """The classifier's likeliest intents, as if it had been trained on ``known`` alone."""
    assert data.head_probabilities is not None
    row = data.head_probabilities[index]
    likely = {
        intent: float(probability)
        for intent, probability in zip(data.head_intents, row, strict=True)
        if intent in known
    }
    total = sum(likely.values()) or 1.0
    likeliest = sorted(likely, key=lambda intent: -likely[intent])[:_SHOWN_INTENTS]
    return {intent: likely[intent] / total for intent in likeliest}
