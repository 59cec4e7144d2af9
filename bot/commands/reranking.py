"""``reranker``: a cross-encoder made ready to put passages in order."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.context import CommandError, Home, json_option, require_train_extra, say


@click.command()
@click.argument("source", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The folder to write; `reranker` in the home where it is not named.",
)
@json_option
@click.pass_obj
def reranker(home: Home, source: Path, out: Path | None, as_json: bool) -> None:
    """Make a cross-encoder ready to rerank passages.

    SOURCE is a folder as transformers' save_pretrained writes it: a BERT-like classifier with one
    output, such as one trained on question and passage pairs. Nothing is downloaded.
    """
    require_train_extra()
    from training import TrainingError, export_reranker

    folder = out or home.settings.home / "reranker"
    try:
        export_reranker(source, folder)
    except TrainingError as error:
        raise CommandError(str(error)) from None
    named = "reranker" if out is None else folder.resolve()
    sentence = f"{folder} is ready; `reranking: {{folder: {named}}}` in frontdesk.yaml uses it."
    say(as_json, {"reranker": str(folder)}, sentence)
