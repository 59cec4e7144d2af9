"""Trains a model on what a home has accepted; puts nothing into service."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answering.releases import register_model
from bot.commands.context import CommandError, Home, Progress, note, to_json
from bot.content.learned import sorted_by_search, training_examples
from bot.content.unlabelled import asked_elsewhere
from bot.learning.news import LEARNED, STRANGERS, fingerprint, learnable, strangers_fingerprint
from bot.services import utc_now
from nlu import is_golden

CHOSEN = ("base_model", "layers", "tuned_layers", "epochs", "adapters", "seed")
"""What `frontdesk train` lets people choose."""

if TYPE_CHECKING:
    from training import LabelledText, Tracking, TrainingReport, TrainingSettings, Unlabelled


def examples_of(home: Home) -> list[LabelledText]:
    """What a model of this home learns from.

    Raises:
        CommandError: it is too little.
    """
    from training import LabelledText

    examples = learnable(home.database)
    intents = {intent for _, intent in examples}
    if len(intents) < 2:
        raise CommandError(
            f"{len(examples)} accepted examples of {len(intents)} intents are too few to train on; "
            "import conversations, run `frontdesk learn`, and accept intents at the desk"
        )
    aside = len(training_examples(home.database)) - len(examples)
    if aside:
        note(f"{aside:,} examples are set aside to compare models on.")
    return [LabelledText(text, intent) for text, intent in examples]


def unlabelled_of(home: Home) -> Unlabelled:
    """The imported questions that stand under no accepted intent, and how many of all they are.

    Those that models are compared on once they have a label are left out.
    """
    from training import Unlabelled

    asked = asked_elsewhere(home.database)
    texts = tuple(text for text in asked.texts if not is_golden(text))
    found = sum(not is_golden(text) for text in asked.found)
    return Unlabelled(texts, asked.share or 0.0, asked.strangers.intersection(texts), found)


def train_model(
    home: Home,
    model_id: str,
    examples: Sequence[LabelledText],
    settings: TrainingSettings,
    progress: Progress,
    tracking: Tracking | None = None,
    messages: Sequence[str] = (),
) -> TrainingReport:
    """Train ``models/ID`` of the home and note it among its models.

    It is asked about the home's questions without a label, to know what strangers look like. An
    interruption leaves nothing of it but what the same training goes on from.
    """
    from training import Beside, fine_tune, leads

    directory = home.settings.models / model_id
    directory.parent.mkdir(parents=True, exist_ok=True)
    unlabelled, strangers_said = unlabelled_of(home), strangers_fingerprint(home.database)
    beside = Beside(messages, unlabelled)
    report = fine_tune(examples, directory, settings, progress, tracking, beside)
    if leads():
        learned = fingerprint([(each.text, each.intent) for each in examples])
        alone = sorted_by_search(home.database)
        metrics = to_json(report.metrics) | {
            "adapted_to": len(messages),
            "examples": len(examples),
            "sorted_by_search": sum((each.text, each.intent) in alone for each in examples),
            LEARNED: learned,
            STRANGERS: strangers_said,
        }
        register_model(home.database, model_id, metrics, utc_now())
    return report


def settings_like(directory: Path) -> TrainingSettings:
    """The settings that people chose for the model in ``directory``; defaults where it tells none.

    What was searched for once is not searched for again.
    """
    from training import settings_for

    try:
        told = json.loads((directory / "training.json").read_text(encoding="utf-8"))["settings"]
    except (OSError, ValueError, KeyError):
        return settings_for("intent")
    chosen = {name: told[name] for name in CHOSEN if told.get(name) is not None}
    base = chosen.get("base_model")
    return replace(settings_for("intent"), **chosen | ({"base_model": Path(base)} if base else {}))


def new_model_id() -> str:
    """An id that sorts by time and is nobody else's."""
    return f"{utc_now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
