"""Learning from what was imported: pairs and intents, the review, fine-tuning."""

from __future__ import annotations

import csv
import random
import secrets
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.answering.releases import promote, register_model, serving_release
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
from bot.commands.encoders import encoder_directory
from bot.commands.serving import TRIAL
from bot.content.learned import (
    ProposedIntent,
    ProposedTemplate,
    ReviewDecision,
    accept_all,
    apply_review,
    store_learned,
    training_examples,
)
from bot.content.templates import all_templates
from bot.content.transcripts import all_transcripts, count_transcripts
from bot.content.vectors import VectorCache
from bot.services import utc_now
from bot.store.tables import SettingRow
from knowledge import IntentId, TemplateState
from nlu import Model

if TYPE_CHECKING:
    from training import LabelledText, TrainingReport, TrainingSettings
    from training.learning import Learned

PATH = click.Path(path_type=Path)
HUNDRED = 100


@click.command()
@click.option("--max-intents", type=click.IntRange(min=1), help="Draft at most so many intents.")
@json_option
@click.pass_obj
def learn(home: Home, max_intents: int | None, as_json: bool) -> None:
    """Question and answer pairs, intents and drafted templates, all waiting for review."""
    require_train_extra()
    from training.learning import learn as learn_from

    if not count_transcripts(home.database):
        raise CommandError(
            "no conversations are imported yet; run `frontdesk import transcripts PATH` first"
        )
    model = Model.open(encoder_directory(home))
    cache = VectorCache(home.database, model.encoder_id, model.encode)
    live = [each.template for each in all_templates(home.database, (TemplateState.LIVE,))]
    with progress_bars() as progress:
        learned = learn_from(
            all_transcripts(home.database),
            cache.vectors,
            existing=live,
            max_intents=max_intents,
            progress=lambda stage, share: progress(stage, round(share * HUNDRED), HUNDRED),
        )
    settled = {intent for template in live for intent in template.intents}
    store_learned(
        home.database,
        learned.pairs,
        _proposed_intents(learned, settled),
        _proposed_templates(learned),
        utc_now(),
    )
    result = {
        "pairs": len(learned.pairs),
        "intents": len(learned.intents),
        "drafts": len(learned.drafts),
        "coverage": round(learned.coverage, 4),
        "languages": {name: round(share, 4) for name, share in learned.languages.items()},
    }
    sentence = (
        f"{len(learned.pairs):,} pairs, {len(learned.intents):,} intents and "
        f"{len(learned.drafts):,} drafted templates wait for review; they cover "
        f"{learned.coverage:.0%} of the conversations."
    )
    say(as_json, result, sentence)


@click.group()
def review() -> None:
    """Review what was learned; the desk is the real place for it."""


@review.command("accept-all")
@json_option
@click.pass_obj
def accept(home: Home, as_json: bool) -> None:
    """Accept every draft that nothing contradicts; the home then serves this machine only."""
    accepted, held_back = accept_all(home.database, utc_now())
    with home.database.write() as session:
        session.merge(SettingRow(key=TRIAL, value=utc_now().isoformat()))
    sentence = (
        f"{accepted:,} drafts accepted unread, {held_back:,} held back for a person to read. "
        "This home is a trial now and serves this machine only."
    )
    say(as_json, {"accepted": accepted, "held_back": held_back}, sentence)


@review.command("apply")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def apply(home: Home, file: Path, as_json: bool) -> None:
    """Decisions made elsewhere: a CSV with the columns transcript,intent and perhaps name.

    An empty intent says that the conversation's question belongs to none.
    """
    decisions = _read_decisions(file)
    labelled = apply_review(home.database, decisions)
    sentence = f"{len(decisions):,} decisions read; they label {labelled:,} questions."
    say(as_json, {"decisions": len(decisions), "labelled": labelled}, sentence)


def _read_decisions(file: Path) -> list[ReviewDecision]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        if not {"transcript", "intent"} <= set(rows.fieldnames or ()):
            raise CommandError(f"{file}: the first line must name the columns transcript,intent")
        return [
            ReviewDecision(
                transcript=row["transcript"],
                intent=IntentId(row["intent"]) if row["intent"] else None,
                name=row.get("name") or None,
            )
            for row in rows
        ]


@click.command()
@click.option("--data", type=PATH, help="CSV with the columns text,intent; needs no database.")
@click.option("--task", type=click.Choice(["intent", "sentiment", "ranking"]), default="intent")
@click.option("--base-model", type=PATH, help="Another BERT-like model, as a folder.")
@click.option("--out", type=PATH, help="Where the model directory goes.")
@click.option("--epochs", type=click.IntRange(min=1))
@click.option("--seed", type=int, default=13, show_default=True)
@click.option(
    "--sample", type=click.IntRange(min=2), help="Train on so many accepted examples at most."
)
@click.option("--adapt", type=PATH, help="Not built yet.")
@click.option("--peft", type=click.Choice(["none", "lora", "adalora"]), default="none")
@click.option("--search", type=click.IntRange(min=1), help="Not built yet.")
@json_option
@click.pass_obj
def train(
    home: Home,
    data: Path | None,
    task: str,
    base_model: Path | None,
    out: Path | None,
    epochs: int | None,
    seed: int,
    sample: int | None,
    adapt: Path | None,
    peft: str,
    search: int | None,
    as_json: bool,
) -> None:
    """Fine-tune the intent classifier, calibrate it, and write a model directory."""
    _refuse_unbuilt(task, adapt, peft, search)
    require_train_extra()
    from training import TrainingSettings

    settings = TrainingSettings(base_model=base_model, epochs=epochs, seed=seed)
    if data is not None and sample is not None:
        raise click.UsageError("--sample is for a home's own examples; shorten the file instead")
    if data is not None:
        report = _train_file(data, out or Path(f"model-{_new_id()}"), settings)
        model = str(report.directory)
    else:
        model, report = _train_home(home, out, settings, sample)
    say(as_json, {**to_json(asdict(report)), "model": model}, _summary(report))


def _train_file(data: Path, out: Path, settings: TrainingSettings) -> TrainingReport:
    from training import fine_tune, read_labelled_csv

    examples = read_labelled_csv(data, on_skip=lambda row: note(f"{data}:{row.line}: {row.reason}"))
    with progress_bars() as progress:
        return fine_tune(examples, out, settings, progress)


def _train_home(
    home: Home, out: Path | None, settings: TrainingSettings, sample: int | None
) -> tuple[str, TrainingReport]:
    from training import LabelledText, fine_tune

    examples = [LabelledText(text, intent) for text, intent in training_examples(home.database)]
    _require_examples(examples)
    if sample is not None:
        examples = _spread(examples, sample, settings.seed)
    model_id = _new_id()
    directory = home.settings.models / model_id
    directory.parent.mkdir(parents=True, exist_ok=True)
    with progress_bars() as progress:
        report = fine_tune(examples, directory, settings, progress)
        register_model(home.database, model_id, to_json(report.metrics), utc_now())
        _put_into_service(home, model_id, progress)
    if out is not None:
        import shutil

        shutil.copytree(directory, out)
    return model_id, report


def _put_into_service(home: Home, model_id: str, progress: Progress) -> None:
    if serving_release(home.database) is None:
        promote(home.database, home.settings, model_id, utc_now(), progress)
        note(f"{model_id} is this home's first model and serves now.")
    else:
        note(f"Another model serves; `frontdesk models promote {model_id}` puts this one in place.")


def _require_examples(examples: list[LabelledText]) -> None:
    intents: set[IntentId] = {example.intent for example in examples}
    if len(intents) < 2:
        raise CommandError(
            f"{len(examples)} accepted examples of {len(intents)} intents are too few to train on; "
            "import conversations, run `frontdesk learn`, and accept intents at the desk"
        )


def _spread(examples: list[LabelledText], size: int, seed: int) -> list[LabelledText]:
    """At most ``size`` examples, taken from the intents in turn, so that none is lost early."""
    of_intent: dict[IntentId, list[LabelledText]] = {}
    for example in random.Random(seed).sample(examples, len(examples)):
        of_intent.setdefault(example.intent, []).append(example)
    rounds = zip_longest(*of_intent.values())
    return [each for turn in rounds for each in turn if each is not None][:size]


def _refuse_unbuilt(task: str, adapt: Path | None, peft: str, search: int | None) -> None:
    given = {
        f"--task {task}": task != "intent",
        "--adapt": adapt is not None,
        f"--peft {peft}": peft != "none",
        "--search": search is not None,
    }
    for option, used in given.items():
        if used:
            raise CommandError(f"`frontdesk train {option}` is not built yet; leave it out")


def _proposed_intents(learned: Learned, settled: set[IntentId]) -> list[ProposedIntent]:
    return [
        ProposedIntent(
            id=intent.id,
            name=intent.name,
            source=str(intent.source),
            size=intent.size,
            questions=(
                *((text, None) for text in intent.examples),
                *((pair.question, pair.id) for pair in intent.pairs),
            ),
            settled=intent.id in settled,
        )
        for intent in learned.intents
    ]


def _proposed_templates(learned: Learned) -> list[ProposedTemplate]:
    return [
        ProposedTemplate(
            template=draft.template,
            evidence=_evidence(draft.evidence),
            held_back="; ".join(draft.held_back) or None,
        )
        for draft in learned.drafts
    ]


def _evidence(evidence: Any) -> dict[str, Any]:
    shown = to_json(asdict(evidence))
    assert isinstance(shown, dict)
    return shown


def _summary(report: TrainingReport) -> str:
    metrics = report.metrics
    return (
        f"{report.examples:,} examples of {report.classes} intents in {report.seconds:.0f} s on "
        f"{report.device}; on {metrics.get('validation_texts', 'held-out')} texts kept aside: "
        f"accuracy {metrics['accuracy']:.2%}, frozen encoder {metrics['frozen_accuracy']:.2%}. "
        f"Model directory: {report.directory}"
    )


def _new_id() -> str:
    return f"{utc_now():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
