"""Bringing content in and taking it out: transcripts, articles, answer templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from bot.commands.articles import articles
from bot.commands.context import (
    Home,
    Progress,
    SkipReport,
    json_option,
    progress_bars,
    say,
)
from bot.commands.customers import export_customer, export_original
from bot.commands.importing import importing_into, taken_out
from bot.commands.templates import export_templates, import_templates
from bot.commands.unbuilt import export_all, import_all
from bot.content.import_progress import ImportProgress, import_key
from bot.content.transcripts import ImportCounts, count_redactions, store_transcripts
from bot.services import utc_now
from knowledge import Redactor, Transcript
from knowledge.skipped import OnSkip

PATHS = click.argument("paths", nargs=-1, required=True)
VENDORS = ("intercom", "zendesk", "chatwoot")


@click.group("import")
def import_() -> None:
    """Bring in past conversations, articles, or answer templates."""


@click.group()
def export() -> None:
    """Write out answer templates, or what is known of one customer."""


import_.add_command(import_all, "all")
import_.add_command(articles)
import_.add_command(import_templates, "templates")
export.add_command(export_all, "all")
export.add_command(export_templates, "templates")
export.add_command(export_customer, "customer")
export.add_command(export_original, "original")


@import_.command()
@PATHS
@click.option("--format", "format_", default="auto", help="auto, or the name of a format.")
@click.option(
    "--columns",
    multiple=True,
    metavar="NAME=COLUMN",
    help="Which column holds what, such as text=Body; may be given several times.",
)
@click.option("--order-numbers", is_flag=True, help="Redact what looks like an order number too.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken out; store nothing.")
@click.option(
    "--token-file",
    type=click.Path(path_type=Path),
    help="A file with the token of intercom's, zendesk's or chatwoot's API, to pull from there.",
)
@click.option("--base-url", help="The address of that API, such as https://you.zendesk.com.")
@json_option
@click.pass_obj
def transcripts(
    home: Home,
    paths: tuple[str, ...],
    format_: str,
    columns: tuple[str, ...],
    order_numbers: bool,
    dry_run: bool,
    token_file: Path | None,
    base_url: str | None,
    as_json: bool,
) -> None:
    """Past conversations from files, folders, .zip or .gz; personal data is taken out first.

    PATHS may be one of intercom, zendesk, chatwoot, to pull from its API what changed since the
    last time, with its articles and canned answers.
    """
    if _names_vendor(paths):
        if columns or format_ != "auto" or dry_run:
            raise click.UsageError("--columns, --format and --dry-run are for files")
        from bot.commands.pulling import pull_transcripts

        pull_transcripts(
            home, paths[0], token_file, base_url, order_numbers=order_numbers, as_json=as_json
        )
    elif token_file is not None or base_url is not None:
        raise click.UsageError(
            f"--token-file and --base-url are for pulling from one of {', '.join(VENDORS)}"
        )
    else:
        files = [Path(path) for path in paths]
        how = TranscriptFiles(files, format_, parse_columns(columns), order_numbers)
        _import_files(home, how, dry_run=dry_run, as_json=as_json)


@dataclass(frozen=True, slots=True)
class TranscriptFiles:
    """What to import, and how it is read."""

    paths: list[Path]
    format: str
    columns: dict[str, str] | None
    order_numbers: bool = False


def _import_files(home: Home, files: TranscriptFiles, *, dry_run: bool, as_json: bool) -> None:
    skipped = SkipReport()
    with progress_bars() as progress:
        found, counts = import_transcripts(home, files, skipped, progress, dry_run=dry_run)
    result = import_result(found, counts, skipped.count)
    done = "read, none stored" if dry_run else "imported"
    sentence = (
        f"{counts.conversations:,} conversations with {counts.turns:,} turns {done} "
        f"({found}); {counts.duplicates:,} were there already, {skipped.count:,} records skipped. "
        f"{taken_out(counts)}"
    )
    say(as_json, result, sentence)


def import_transcripts(
    home: Home,
    files: TranscriptFiles,
    skipped: OnSkip,
    progress: Progress,
    *,
    dry_run: bool = False,
) -> tuple[str, ImportCounts]:
    """Take the files in, from where an earlier try was cut off; returns format and counts.

    Raises:
        KnowledgeError: a file cannot be read, or is no transcript; nothing was stored.
    """
    from knowledge.importers import detect_format, read_transcripts

    stream = read_transcripts(
        files.paths, format=files.format, columns=files.columns, on_skip=skipped
    )
    found = files.format
    if found == "auto":
        found = detect_format(files.paths[0], files.columns)
    if dry_run:
        counts = count_redactions(stream, Redactor(order_numbers=files.order_numbers))
    else:
        counts = _store(home, stream, files, progress)
    return found, counts


def import_result(found: str, counts: ImportCounts, skipped: int) -> dict[str, Any]:
    """What an import says of itself as JSON."""
    return {
        "format": found,
        "conversations": counts.conversations,
        "turns": counts.turns,
        "skipped": skipped,
        "duplicates": counts.duplicates,
        "erased": counts.erased,
        "redactions": dict(counts.redactions),
    }


def _store(
    home: Home, stream: Iterator[Transcript], files: TranscriptFiles, progress: Progress
) -> ImportCounts:
    """Store what an earlier try has not, and remember how far it is until all is done."""
    options = {
        "format": files.format,
        "columns": files.columns,
        "order_numbers": files.order_numbers,
    }
    earlier = ImportProgress(home.database, import_key(files.paths, options))
    progress("conversations", 0, 0)
    counts = store_transcripts(
        home.database,
        earlier.rest_of(stream),
        importing_into(home, order_numbers=files.order_numbers),
        utc_now(),
        lambda done: progress("conversations", earlier.passed + done, 0),
        earlier.note,
    )
    earlier.forget()
    counts.duplicates += earlier.passed
    return counts


def _names_vendor(paths: tuple[str, ...]) -> bool:
    return len(paths) == 1 and paths[0] in VENDORS and not Path(paths[0]).exists()


def parse_columns(given: tuple[str, ...]) -> dict[str, str] | None:
    """Our fields by the columns that ``--columns`` gives them.

    Raises:
        click.UsageError: one of them is no NAME=COLUMN pair.
    """
    pairs: list[str] = []
    for piece in ",".join(given).split(",") if given else ():
        if "=" in piece or not pairs:
            pairs.append(piece)
        else:  # agent=Anna, Ben
            pairs[-1] += f",{piece}"
    columns = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not equals or not name.strip() or not column.strip():
            raise click.UsageError(f"--columns {pair!r} is no NAME=COLUMN pair")
        columns[name.strip()] = column.strip()
    return columns or None
