"""Measures models and retrieval on data kept aside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bot.commands.context import Home, json_option, note, progress_bars, require_train_extra, say
from bot.commands.encoders import encoder_directory
from bot.commands.labelled_files import labelled_texts
from bot.commands.ranking import evaluate_ranking

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def evaluate() -> None:
    """Measure models and retrieval on data kept aside."""


evaluate.add_command(evaluate_ranking, "ranking")


@evaluate.command()
@click.option("--model", "model", type=FOLDER, required=True, help="A model directory.")
@click.option("--data", type=FILE, required=True, help="CSV with the columns text,intent.")
@click.option("--oos", type=FILE, help="CSV with a column text: messages out of scope.")
@json_option
def intents(model: Path, data: Path, oos: Path | None, as_json: bool) -> None:
    """The exported model against labelled messages."""
    require_train_extra()
    from training import evaluate_intents, read_texts_csv

    labelled = labelled_texts(data)
    outside = read_texts_csv(oos) if oos else ()
    with progress_bars() as progress:
        result = evaluate_intents(model, labelled, outside, progress)
    sentence = (
        f"accuracy {result.accuracy:.2%} (frozen encoder {_percent(result.frozen_accuracy)}), "
        f"macro F1 {result.macro_f1:.2%}, ECE {result.ece:.2%}; "
        f"at the threshold for 95% precision: precision {_percent(result.operating.precision)}, "
        f"coverage {result.operating.coverage:.2%}"
    )
    if result.parent_accuracy is not None:
        sentence += f"; of parents {result.parent_accuracy:.2%}"
    if result.oos_auroc is not None:
        sentence += f"; out-of-scope AUROC {result.oos_auroc:.2%}"
    if result.frozen_oos_auroc is not None:
        sentence += f" (frozen encoder's top probability {result.frozen_oos_auroc:.2%})"
    say(as_json, _fields(result), sentence)


@evaluate.command()
@click.option("--model", "model", type=FOLDER, required=True, help="A sentiment model's directory.")
@click.option("--data", type=FILE, required=True, help="CSV with the columns text,sentiment.")
@json_option
def sentiment(model: Path, data: Path, as_json: bool) -> None:
    """An exported sentiment model against labelled messages."""
    require_train_extra()
    from training import evaluate_sentiment

    labelled = labelled_texts(data, "sentiment")
    with progress_bars() as progress:
        result = evaluate_sentiment(model, labelled, progress)
    if result.unknown_labels:
        note(f"The model knows no {', '.join(result.unknown_labels)}; such texts count as wrong.")
    sentence = (
        f"accuracy {result.accuracy:.2%} (frozen encoder {result.frozen_accuracy:.2%}), "
        f"macro F1 {result.macro_f1:.2%} on {result.texts:,} texts"
    )
    say(as_json, _fields(result), sentence)


@evaluate.command()
@click.option("--articles", type=FILE, required=True)
@click.option("--queries", type=FILE, required=True)
@click.option("--qrels", type=FILE, required=True)
@click.option("--model", type=FOLDER, help="A model directory; else the home's or bundled encoder.")
@json_option
@click.pass_obj
def retrieval(
    home: Home, articles: Path, queries: Path, qrels: Path, model: Path | None, as_json: bool
) -> None:
    """Search against judgements: which article answers which question."""
    require_train_extra()
    from nlu import Model
    from training.evaluate_retrieval import evaluate_retrieval

    result = evaluate_retrieval(
        articles, queries, qrels, Model.open(model or encoder_directory(home))
    )
    sentence = (
        f"recall@1 {result.recall_at_1:.2%}, recall@5 {result.recall_at_5:.2%}, "
        f"MRR@10 {result.mrr_at_10:.2%}, nDCG@10 {result.ndcg_at_10:.2%}"
    )
    say(as_json, _fields(result), sentence)


@evaluate.command()
@click.option("--templates", type=FILE, required=True)
@click.option("--data", type=FILE, required=True, help="CSV with the columns text,template.")
@click.option("--model", type=FOLDER, help="A model directory; else the home's or bundled encoder.")
@json_option
@click.pass_obj
def templates(home: Home, templates: Path, data: Path, model: Path | None, as_json: bool) -> None:
    """Template matching against messages whose right template is known."""
    require_train_extra()
    from nlu import Model
    from training.evaluate_templates import evaluate_templates

    result = evaluate_templates(templates, data, Model.open(model or encoder_directory(home)))
    others = "; ".join(
        f"{name} alone {found.top1:.2%}, {found.top3:.2%}"
        for name, found in result.baselines.items()
    )
    sentence = f"top 1 {result.top1:.2%}, top 3 {result.top3:.2%} ({others})"
    say(as_json, _fields(result), sentence)


@evaluate.command()
@click.option("--data", type=FILE, required=True, help="CSV with the columns text,intent.")
@json_option
@click.pass_obj
def discovery(home: Home, data: Path, as_json: bool) -> None:
    """Clustering without labels, scored against them."""
    require_train_extra()
    from nlu import Model
    from training.evaluate_discovery import evaluate_discovery

    model = Model.open(encoder_directory(home))
    result = evaluate_discovery(data, model.encode_each)
    sentence = (
        f"{result.clusters} clusters, {result.outliers} outliers; accuracy {result.accuracy:.2%}, "
        f"ARI {result.ari:.2%}, NMI {result.nmi:.2%}"
    )
    say(as_json, _fields(result), sentence)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.2%}"


def _fields(record: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(record)
