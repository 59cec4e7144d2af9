"""Fine-tuning a model from accepted examples, or from a file alone."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from dataclasses import asdict, replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.answering.releases import promote, serving_release
from bot.commands.adapting import messages_for_home, messages_of_file
from bot.commands.context import (
    CommandError,
    Home,
    Progress,
    json_option,
    note,
    progress_bars,
    require_train_extra,
    say,
    to_json,
)
from bot.commands.encoders import BASE
from bot.commands.home_training import examples_of, new_model_id, train_model
from bot.commands.labelled_files import labelled_texts
from bot.commands.ranking import train_on_behaviour
from bot.services import utc_now
from knowledge import IntentId
from nlu import sentiment_scores

if TYPE_CHECKING:
    from training import LabelledText, Tracking, TrainingReport, TrainingSettings
    from training.adapters import AdapterKind
    from training.tracking import TrackerName

PATH = click.Path(path_type=Path)


@click.command()
@click.option(
    "--data",
    type=PATH,
    help="CSV with columns text,intent (several: one|two) or text,sentiment; needs no database.",
)
@click.option("--task", type=click.Choice(["intent", "sentiment", "ranking"]), default="intent")
@click.option("--items", type=PATH, help="For a ranking: CSV with item_id,title,text.")
@click.option("--events", type=PATH, help="For a ranking: CSV with user_id,item_id,time.")
@click.option("--base-model", type=PATH, help="Another BERT-like model, as a folder.")
@click.option("--out", type=PATH, help="Where the model directory goes.")
@click.option("--epochs", type=click.IntRange(min=1))
@click.option(
    "--tuned-layers",
    type=click.IntRange(min=1),
    help="How many layers learn, from the top; else a third for intents, all for sentiment.",
)
@click.option("--seed", type=int, default=13, show_default=True)
@click.option(
    "--sample", type=click.IntRange(min=2), help="Train on so many accepted examples at most."
)
@click.option(
    "--adapt",
    type=PATH,
    help="Learn the words of the customers' messages in these transcripts too, without labels.",
)
@click.option(
    "--unlabelled",
    type=PATH,
    help="CSV with a column text: questions under none of the labels, beside --data.",
)
@click.option(
    "--validation",
    type=PATH,
    help="CSV as --data: texts to validate and calibrate on, so that all of --data is learned.",
)
@click.option(
    "--layers",
    type=click.IntRange(min=2),
    help="Keep so many of the base model's layers: smaller, faster, a little less accurate.",
)
@click.option(
    "--peft",
    type=click.Choice(["none", "lora", "adalora"]),
    default="none",
    help="Tune adapters instead of the layers themselves.",
)
@click.option(
    "--search",
    type=click.IntRange(min=2),
    help="Try so many settings on held-out texts before training with the best.",
)
@click.option(
    "--track",
    type=click.Choice(["tensorboard", "wandb", "file"]),
    help="Keep curves of the training in the folder `runs` beside the model.",
)
@json_option
@click.pass_obj
def train(
    home: Home,
    data: Path | None,
    task: str,
    items: Path | None,
    events: Path | None,
    base_model: Path | None,
    out: Path | None,
    epochs: int | None,
    tuned_layers: int | None,
    seed: int,
    sample: int | None,
    adapt: Path | None,
    unlabelled: Path | None,
    validation: Path | None,
    layers: int | None,
    peft: AdapterKind,
    search: int | None,
    track: TrackerName | None,
    as_json: bool,
) -> None:
    """Fine-tune a classifier of intents or sentiment, calibrate it, and write a model directory.

    A sentiment model learns from --data. Interrupted, the same command goes on from there. A
    ranking of recommendations learns from --items and --events, or from the home's own.
    """
    if task == "ranking":
        said = (data, base_model, epochs, tuned_layers, sample, adapt)
        others = (*said, unlabelled, validation, layers, search, track)
        if any(each is not None for each in others) or peft != "none":
            raise click.UsageError(
                "--task ranking takes --items, --events, --out and --seed; leave the rest out"
            )
        train_on_behaviour(home, items, events, out, seed, as_json)
        return
    if items is not None or events is not None:
        raise click.UsageError("--items and --events are for --task ranking")
    require_train_extra()
    from training import leads, settings_for

    defaults = settings_for("sentiment" if task == "sentiment" else "intent")
    settings = replace(
        defaults,
        base_model=base_model,
        layers=layers,
        tuned_layers=tuned_layers,
        epochs=epochs or defaults.epochs,
        seed=seed,
        adapters=peft,
        trials=search or 0,
    )
    if data is None and settings.task == "sentiment":
        raise click.UsageError(
            "--task sentiment learns from --data FILE.csv, with the columns text,sentiment "
            "(positive, neutral, negative, or numbers)"
        )
    if data is None:  # a file alone is trained for what the settings default to
        settings = replace(settings, target_precision=home.settings.file.target_precision)
    if unlabelled is not None and (data is None or settings.task != "intent"):
        raise click.UsageError(
            "--unlabelled is for intents from --data; a home takes its own imported questions"
        )
    if validation is not None and data is None:
        raise click.UsageError(
            "--validation is for --data; of a home's own examples some are spared or rehearsed"
        )
    if data is not None and sample is not None:
        raise click.UsageError("--sample is for a home's own examples; shorten the file instead")
    if data is not None:
        out = out or Path(f"model-{new_model_id()}")
        report = _train_file(data, out, settings, track, adapt, unlabelled, validation)
        model = str(report.directory)
    else:
        model, report = _train_home(home, out, settings, sample, track, adapt)
    if leads():
        say(as_json, {**to_json(asdict(report)), "model": model}, _summary(report))


def _train_file(
    data: Path,
    out: Path,
    settings: TrainingSettings,
    track: TrackerName | None,
    adapt: Path | None,
    unlabelled: Path | None,
    validation: Path | None,
) -> TrainingReport:
    from training import Beside, fine_tune, leads, read_texts_csv, unlabelled_beside

    examples = labelled_texts(data, settings.task)
    validating = labelled_texts(validation, settings.task) if validation is not None else ()
    messages = messages_of_file(adapt) if adapt is not None else []
    asked = read_texts_csv(unlabelled) if unlabelled is not None else ()
    with progress_bars() as progress:
        report = fine_tune(
            examples,
            out,
            settings,
            progress,
            _tracking(track, out),
            Beside(messages, unlabelled_beside(examples, asked), validating),
        )
    if settings.task == "sentiment" and leads():
        _tell_how_to_serve(out, [example.intent for example in examples])
    return report


def _tell_how_to_serve(out: Path, labels: list[IntentId]) -> None:
    known = sorted(set(labels))
    if 0.0 not in sentiment_scores(known):
        note(
            f"None of the labels {', '.join(known)} is neutral: matter-of-fact messages will sound "
            "like one of them. Add neutral ones for serving."
        )
    note(f"`sentiment_model: {out.absolute()}` in frontdesk.yaml puts it into service.")


def _train_home(
    home: Home,
    out: Path | None,
    settings: TrainingSettings,
    sample: int | None,
    track: TrackerName | None,
    adapt: Path | None,
) -> tuple[str, TrainingReport]:
    from training import leads

    if out is not None and (out.is_file() or (out.is_dir() and any(out.iterdir()))):
        raise CommandError(f"{out} is there already; name a folder that is new or empty with --out")
    examples = examples_of(home)
    if sample is not None:
        examples = _spread(examples, sample, settings.seed)
    messages = messages_for_home(adapt, home) if adapt is not None else []
    model_id = new_model_id()
    with progress_bars() as progress:
        tracking = _tracking(track, home.settings.models / model_id)
        report = train_model(home, model_id, examples, settings, progress, tracking, messages)
        if not leads():
            return model_id, report
        _put_into_service(home, model_id, progress)
    if out is not None:
        shutil.copytree(home.settings.models / model_id, out, dirs_exist_ok=True)
    return model_id, report


def _tracking(track: TrackerName | None, out: Path) -> Tracking | None:
    from training import Tracking

    return Tracking(track, out.parent / "runs" / out.name) if track else None


def _put_into_service(home: Home, model_id: str, progress: Progress) -> None:
    serving = serving_release(home.database)
    if serving is None or serving.model_id == BASE:
        promote(home.database, home.settings, model_id, utc_now(), progress)
        note(f"{model_id} is this home's first model and serves now.")
    else:
        note(f"Another model serves; `frontdesk models promote {model_id}` puts this one in place.")


def _spread(examples: list[LabelledText], size: int, seed: int) -> list[LabelledText]:
    """At most ``size`` examples, taken from the intents in turn, so that none is lost early."""
    of_intent: dict[IntentId, list[LabelledText]] = {}
    for example in random.Random(seed).sample(examples, len(examples)):
        of_intent.setdefault(example.intent, []).append(example)
    rounds = zip_longest(*of_intent.values())
    return [each for turn in rounds for each in turn if each is not None][:size]


def _summary(report: TrainingReport) -> str:
    return (
        f"{report.examples:,} examples of {report.classes} classes in {report.seconds:.0f} s on "
        f"{report.device}. {_who_reads(report)} Model directory: {report.directory}\n"
        f"{_promises(report)}"
    )


def _who_reads(report: TrainingReport) -> str:
    """How well each classifier does, and that n-grams read what the encoder cannot."""
    metrics = report.metrics
    ngrams = metrics.get("ngrams", {})
    if report.ngram_examples == report.examples:
        return f"The encoder cannot read them: character n-grams, {_accuracy(metrics)}."
    if report.ngram_examples == 0:
        return f"Encoder: {_accuracy(metrics)}."
    return (
        f"Encoder: {_accuracy(metrics)}. The {report.ngram_examples:,} examples that it cannot "
        f"read: character n-grams, {_accuracy(ngrams)}."
    )


def _accuracy(metrics: Mapping[str, Any]) -> str:
    if "accuracy" not in metrics:
        return "not validated, for every intent has a single example"
    frozen = metrics.get("frozen_accuracy")
    beside = "" if frozen is None else f" (frozen encoder {frozen:.2%})"
    texts = metrics["validation_texts"]
    return f"accuracy {metrics['accuracy']:.2%}{beside} on {texts:,} texts kept aside"


def _promises(report: TrainingReport) -> str:
    """What stands behind the thresholds; nothing where no text could be spared to set them."""
    by_ngrams = report.metrics.get("ngrams", {}).get("thresholds", {})
    found = report.metrics.get("thresholds", {}) | {
        f"{name} by n-grams": each for name, each in by_ngrams.items()
    }
    return "\n".join(f"{name}: {each['sentence']}" for name, each in found.items())
