"""Bringing content in and taking it out: transcripts, articles, answer templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from bot.commands.context import (
    CommandError,
    Home,
    SkipReport,
    json_option,
    progress_bars,
    say,
)
from bot.commands.customers import export_customer, export_original
from bot.commands.unbuilt import export_all, import_all
from bot.content.articles import put_articles
from bot.content.originals import Originals
from bot.content.templates import all_templates, put_template
from bot.content.transcripts import (
    ImportCounts,
    Importing,
    count_redactions,
    pseudonym_key,
    store_transcripts,
)
from bot.services import utc_now
from knowledge import Article, Redactor, Transcript, check_template, read_templates, write_templates

PATHS = click.argument("paths", nargs=-1, required=True)
VENDORS = ("intercom", "zendesk", "chatwoot")


@click.group("import")
def import_() -> None:
    """Bring in past conversations, articles, or answer templates."""


@click.group()
def export() -> None:
    """Write out answer templates, or what is known of one customer."""


import_.add_command(import_all, "all")
export.add_command(export_all, "all")
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
@click.option("--token-file", type=click.Path(path_type=Path), help="For a vendor's API.")
@click.option("--base-url", help="For a vendor's API.")
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
    """Past conversations from files, folders, .zip or .gz; personal data is taken out first."""
    if token_file is not None or base_url is not None or paths[0] in VENDORS:
        raise CommandError(
            "pulling from a vendor's API is not built yet; export the conversations to a file"
        )
    from knowledge.importers import detect_format, read_transcripts

    files = [Path(path) for path in paths]
    skipped = SkipReport()
    named = _columns(columns)
    stream = read_transcripts(files, format=format_, columns=named, on_skip=skipped)
    found = detect_format(files[0], named) if format_ == "auto" else format_
    if dry_run:
        counts = count_redactions(stream, Redactor(order_numbers=order_numbers))
    else:
        counts = _store(home, stream, order_numbers)
    result = {
        "format": found,
        "conversations": counts.conversations,
        "turns": counts.turns,
        "skipped": skipped.count,
        "duplicates": counts.duplicates,
        "erased": counts.erased,
        "redactions": dict(counts.redactions),
    }
    done = "read, none stored" if dry_run else "imported"
    sentence = (
        f"{counts.conversations:,} conversations with {counts.turns:,} turns {done} "
        f"({found}); {counts.duplicates:,} were there already, {skipped.count:,} records skipped. "
        f"{_taken_out(counts)}"
    )
    say(as_json, result, sentence)


@import_.command()
@PATHS
@json_option
@click.pass_obj
def articles(home: Home, paths: tuple[str, ...], as_json: bool) -> None:
    """Articles from Markdown, HTML, PDF, DOCX, TXT, JSONL, CSV, folders, or web addresses."""
    from knowledge.passages import split_article

    skipped = SkipReport()
    read = list(_articles(paths, skipped))
    changed = put_articles(home.database, read)
    passages = sum(len(split_article(article)) for article in read)
    result = {
        "articles": len(read),
        "passages": passages,
        "skipped": skipped.count,
        "changed": changed,
    }
    sentence = (
        f"{len(read):,} articles with {passages:,} passages, {changed:,} of them new or changed; "
        f"{skipped.count:,} skipped. `frontdesk index` makes them findable."
    )
    say(as_json, result, sentence)


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def templates(home: Home, file: Path, as_json: bool) -> None:
    """Answer templates from YAML or CSV; the next message is answered with them."""
    read = read_templates(file)
    for each in read:
        check_template(each, home.settings.known_fields())
    with home.database.write() as session:
        changed = sum(put_template(session, each, utc_now()) for each in read)
    result = {"templates": len(read), "changed": changed}
    say(as_json, result, f"{len(read):,} templates read, {changed:,} of them new or changed.")


@export.command("templates")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def export_templates(home: Home, file: Path, as_json: bool) -> None:
    """Every answer template into FILE (.yaml or .csv), so that `import templates` restores it."""
    found = [each.template for each in all_templates(home.database)]
    write_templates(found, file)
    say(as_json, {"templates": len(found)}, f"{len(found):,} templates written to {file}.")


def _columns(given: tuple[str, ...]) -> dict[str, str] | None:
    columns = {}
    for pair in ",".join(given).split(",") if given else ():
        name, equals, column = pair.partition("=")
        if not equals or not name.strip() or not column.strip():
            raise click.UsageError(f"--columns {pair!r} is no NAME=COLUMN pair")
        columns[name.strip()] = column.strip()
    return columns or None


def _store(home: Home, stream: Iterator[Transcript], order_numbers: bool) -> ImportCounts:
    with progress_bars() as progress:
        return store_transcripts(
            home.database,
            stream,
            _importing(home, order_numbers),
            utc_now(),
            lambda done: progress("conversations", done, done),
        )


def _importing(home: Home, order_numbers: bool) -> Importing:
    key = pseudonym_key(home.database)
    originals = None
    if home.settings.file.keep_originals:
        originals = Originals(home.settings.originals_key)
        originals.prepare()
    return Importing(Redactor(order_numbers=order_numbers, key=key), key, originals)


KINDS: Mapping[str, str] = {
    "account": "bank accounts", "address": "postal addresses", "birth": "dates of birth",
    "card": "payment cards", "email": "e-mail addresses", "iban": "IBANs",
    "id": "identity numbers", "ip": "internet addresses", "name": "names",
    "order": "order numbers", "phone": "telephone numbers", "plate": "licence plates",
    "secret": "passwords and logins", "url": "links with tokens",
}  # fmt: skip


def _taken_out(counts: ImportCounts) -> str:
    """What was redacted, by kind, most first; and what was left out."""
    found = sorted((-n, KINDS[kind]) for kind, n in counts.redactions.items())
    listed = ", ".join(f"{kind} {-n:,}" for n, kind in found)
    sentence = f"Personal data taken out: {listed}." if listed else "No personal data was found."
    if counts.erased:
        sentence += f" {counts.erased:,} conversations of erased customers were left out."
    return sentence


def _articles(paths: tuple[str, ...], on_skip: Any) -> Iterator[Article]:
    from knowledge.articles import fetch_article, read_articles

    addresses = [path for path in paths if path.startswith(("http://", "https://"))]
    files = [Path(path) for path in paths if path not in addresses]
    for address in addresses:
        yield fetch_article(address)
    if files:
        yield from read_articles(files, on_skip)
