"""Searching settings that suit the data better than the defaults: Optuna over short tunings.

Every trial tunes on the first part's texts, with all intents, and is judged by the texts that it
left out. Trials are asked for in rounds of a fixed size, so that how many run side by side
changes nothing about what is tried.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nlu.head import probabilities_of
from training.crew import Hear
from training.outcomes import Validated
from training.plan import Plan
from training.settings import TrainingSettings
from training.sharing import carry_out_all
from training.study import Part, Study
from training.unfinished import Unfinished

if TYPE_CHECKING:
    from optuna import Study as Trials
    from optuna import Trial

_ROUND = 4
_UNKNOWN = 1e-9


def search(study: Study, plan: Plan, unfinished: Unfinished, hear: Hear) -> TrainingSettings:
    """Return the settings with the least cross-entropy on held-out texts, of all trials.

    The first trial is always the defaults, so that what is returned is no worse than they were.
    Returns the study's own settings where no text can be held out.
    """
    import optuna

    settings = study.workshop.settings
    if not len(_sparing(plan).validation):
        return settings
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    tried = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=settings.seed))
    tried.enqueue_trial(_values(settings))
    trials = settings.trials
    while len(tried.trials) < trials:
        _one_round(study, plan, tried, min(_ROUND, trials - len(tried.trials)), unfinished, hear)
    return replace(settings, **tried.best_params)


def _one_round(
    study: Study, plan: Plan, tried: Trials, size: int, unfinished: Unfinished, hear: Hear
) -> None:
    asked = [tried.ask() for _ in range(size)]
    parts = [_part(plan, trial) for trial in asked]
    outcomes = carry_out_all(parts, study, unfinished, hear)
    for trial, outcome in zip(asked, outcomes, strict=True):
        tried.tell(trial, _cross_entropy(outcome.inside))


def _sparing(plan: Plan) -> Part:
    """Return the part whose validation texts judge the trials."""
    return (*plan.rehearsals, *plan.members)[0]


def _part(plan: Plan, trial: Trial) -> Part:
    part = _sparing(plan)
    return replace(
        part,
        name=f"trial-{trial.number + 1}",
        held_classes=np.empty(0, np.int64),
        settings=replace(
            part.settings,
            learning_rate=trial.suggest_float("learning_rate", 3e-5, 3e-3, log=True),
            head_learning_rate=trial.suggest_float("head_learning_rate", 1e-4, 1e-2, log=True),
            contrastive_weight=trial.suggest_float("contrastive_weight", 0.0, 1.0),
            label_smoothing=trial.suggest_float("label_smoothing", 0.0, 0.2),
            weight_decay=trial.suggest_float("weight_decay", 1e-3, 0.1, log=True),
        ),
    )


def _values(settings: TrainingSettings) -> dict[str, float]:
    searched = (
        "learning_rate",
        "head_learning_rate",
        "contrastive_weight",
        "label_smoothing",
        "weight_decay",
    )
    return {name: getattr(settings, name) for name in searched}


def _cross_entropy(inside: Validated) -> float:
    likely = probabilities_of(inside.outputs.tuned)
    return float(-np.log(likely[np.arange(len(inside.labels)), inside.labels] + _UNKNOWN).mean())
