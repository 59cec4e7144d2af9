"""What a training learns from, what it validates on, and what it leaves out to rehearse.

The weights that serve are the average of a few tunings, the members, which begin alike and see
the texts in different orders. With plenty of texts each member spares another tenth of them, which
validates it, so that three tenths show how the model does and are learned from all the same. A
twentieth is kept aside from all of them, to test what the finished model promises.
Where somebody gives texts to validate on, every member learns from everything else.
With few, every member learns from everything, and rehearsals on parts settle how long to train
and how to calibrate.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from training.outcomes import Outcome
from training.settings import TrainingSettings
from training.splits import Indices, TrainingTexts, fold_classes, fold_texts, hold_out_texts
from training.study import Part

FEW_TEXTS = 3000
_FOLDS = 4
_REHEARSAL_SHARE = 0.5
_KEPT_SHARE = 0.5
_SPARED_SHARE = 1 / 3
_EPOCHS = 8
_NONE: Indices = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The rehearsals, and the ``members``, which need not wait for them where they validate.

    ``learned`` are all the texts that any of them learns from; ``kept_aside`` are the others, which
    test what the finished model promises, none where there are too few to spare. ``reason`` says
    in a sentence why the training goes this way.
    """

    rehearsals: tuple[Part, ...]
    members: tuple[Part, ...]
    learned: Indices
    kept_aside: Indices
    reason: str

    @property
    def members_validate(self) -> bool:
        """Whether the members spare texts for validation, so that rehearsals need not judge."""
        return any(len(member.validation) for member in self.members)

    def members_after(self, rehearsals: Sequence[Outcome]) -> tuple[Part, ...]:
        """Return the members, to be trained for as long as the rehearsals did best."""
        if self.members_validate or not rehearsals:
            return self.members
        epochs = max(1, round(float(np.mean([each.tuned.epoch for each in rehearsals]))))
        return tuple(replace(member, epochs=epochs) for member in self.members)


def plan_for(texts: TrainingTexts, settings: TrainingSettings) -> Plan:
    """Return the plan for these texts; the same seed gives the same plan."""
    rng = np.random.default_rng(settings.seed)
    classes = len(texts.intents) if settings.task == "intent" else 0
    groups = _class_groups(classes, rng)
    few = len(texts.texts) <= FEW_TEXTS
    way = _validating_apart if len(texts.spared) else _with_few if few else _many
    plan = way(texts, settings, groups, rng)
    several = len(np.unique(texts.also[:, 0]))
    if not several:
        return plan
    return replace(
        plan, reason=f"{plan.reason}; {several:,} of them mean several intents and teach each"
    )


def _with_few(
    texts: TrainingTexts,
    settings: TrainingSettings,
    groups: list[Indices],
    rng: np.random.Generator,
) -> Plan:
    every = np.arange(len(texts.texts))
    epochs = settings.epochs or _EPOCHS
    folds = [fold for fold in fold_texts(texts.labels, _FOLDS, rng) if len(fold)]
    rehearsals = tuple(
        Part(
            f"rehearsal-{number}",
            settings,
            settings.seed + number,
            epochs,
            np.setdiff1d(every, fold),
            fold,
            groups[number % len(groups)],
        )
        for number, fold in enumerate(folds, start=1)
    )
    members = tuple(
        Part(f"member-{number}", settings, settings.seed + number, epochs, every, _NONE, _NONE)
        for number in range(1, settings.members + 1)
    )
    reason = (
        f"{len(every):,} texts are few: {len(rehearsals)} rehearsals, each without a part of the "
        f"texts and of the intents, settle the epochs and the calibration; {len(members)} "
        "trainings on everything are averaged"
    )
    return Plan(rehearsals, members, every, _NONE, reason)


def _many(
    texts: TrainingTexts,
    settings: TrainingSettings,
    groups: list[Indices],
    rng: np.random.Generator,
) -> Plan:
    every = np.arange(len(texts.texts))
    kept_aside = _NONE
    if settings.task == "intent":  # sentiment has no threshold whose promise could be tested
        kept_aside = hold_out_texts(texts.labels, settings.validation_share * _KEPT_SHARE, rng)
    learned = np.setdiff1d(every, kept_aside)
    tenths = [
        learned[fold]
        for fold in fold_texts(texts.labels[learned], round(1 / settings.validation_share), rng)
    ]
    reason = (
        f"{len(every):,} texts are plenty: {settings.members} trainings, each sparing another "
        f"{settings.validation_share:.0%} for validation, are averaged"
    )
    return _validating(settings, learned, tenths, groups[0], kept_aside, reason)


def _validating_apart(
    texts: TrainingTexts,
    settings: TrainingSettings,
    groups: list[Indices],
    rng: np.random.Generator,
) -> Plan:
    kept_aside = _NONE
    if settings.task == "intent":
        kept_aside = texts.spared[hold_out_texts(texts.labels[texts.spared], _SPARED_SHARE, rng)]
    validating = np.setdiff1d(texts.spared, kept_aside)
    parts = np.array_split(rng.permutation(validating), settings.members)
    reason = (
        f"{len(texts.spared):,} texts are given to validate on: {settings.members} trainings on "
        f"all {len(texts.taught):,} others are averaged"
    )
    thirds = [np.sort(part) for part in parts]
    return _validating(settings, texts.taught, thirds, groups[0], kept_aside, reason)


def _validating(
    settings: TrainingSettings,
    learned: Indices,
    spared: Sequence[Indices],
    strange: Indices,
    kept_aside: Indices,
    reason: str,
) -> Plan:
    """Return the plan whose members each validate on another of ``spared``, which it may not learn
    from, and whose rehearsal leaves out the classes ``strange``, if any."""
    epochs = settings.epochs or _EPOCHS
    members = tuple(
        Part(
            f"member-{number}",
            settings,
            settings.seed + number,
            epochs,
            np.setdiff1d(learned, spared[number % len(spared)]),
            spared[number % len(spared)],
            _NONE,
        )
        for number in range(1, settings.members + 1)
    )
    if not len(strange):
        return Plan((), members, learned, kept_aside, reason)
    first, short = members[0], math.ceil(epochs * _REHEARSAL_SHARE)
    rehearsal = replace(
        first, name="rehearsal-1", seed=settings.seed, epochs=short, held_classes=strange
    )
    reason = (
        f"{reason}; one rehearsal without a quarter of the intents shows what unknown messages "
        "look like"
    )
    return Plan((rehearsal,), members, learned, kept_aside, reason)


def _class_groups(classes: int, rng: np.random.Generator) -> list[Indices]:
    """Return groups of classes to leave out in turn, none where fewer than two would be left."""
    if classes < 3:
        return [_NONE]
    return fold_classes(classes, min(_FOLDS, classes), rng)
