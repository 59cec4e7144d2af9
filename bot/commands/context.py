"""What commands share: the home, one JSON object on standard output, all else beside it."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import click

from bot.learning.equipment import missing_for_training
from bot.settings import Settings
from bot.store import Database

Progress = Callable[[str, int, int], None]
C = TypeVar("C", bound=Callable[..., Any])
SHOWN_SKIPS = 10


class CommandError(Exception):
    """The command refuses or failed; the message says what, where, and what to do."""


class Home:
    """The home folder of one command, opened when it is first needed."""

    def __init__(self, folder: Path | None, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = environment

    @property
    def chosen(self) -> bool:
        """Whether somebody named this home, by option or environment."""
        return self._folder is not None or bool(self._environment.get("FRONTDESK_HOME"))

    @cached_property
    def settings(self) -> Settings:
        """The settings of this home."""
        return Settings.load(self._folder, self._environment)

    @cached_property
    def database(self) -> Database:
        """Its database, brought up to date."""
        if self.settings.home.exists() and not self.settings.home.is_dir():
            raise CommandError(f"{self.settings.home} is a file; name a folder with --home")
        self.settings.home.mkdir(parents=True, exist_ok=True)
        return Database.open(self.settings.database_url)


def json_option(command: C) -> C:
    """The option ``--json`` that every command has."""
    option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
    return option(command)


def say(as_json: bool, result: Mapping[str, Any], sentence: str) -> None:
    """Print the result: the JSON object, or the sentence for people."""
    if as_json:
        click.echo(json.dumps(to_json(result), ensure_ascii=False))
    else:
        click.echo(sentence)


def to_json(value: Any) -> Any:
    """Plain JSON values of records, paths, times and numbers; what is no number becomes null."""
    if is_dataclass(value) and not isinstance(value, type):
        return to_json(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): to_json(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_json(each) for each in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str | int | bool) or value is None:
        return value
    if hasattr(value, "item"):
        return to_json(value.item())
    return str(value)


def note(text: str) -> None:
    """Say something beside the result, on standard error."""
    click.echo(text, err=True)


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """Bars on standard error, one a stage; quiet where nobody watches a terminal.

    A total of 0 says that nobody knows it.
    """
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f}{task.fields[of]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as shown:
        tasks: dict[str, Any] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = shown.add_task(stage, total=None, of="")
            whole = max(total, done) if total else None
            of = f"/{whole:,}" if whole else ""
            shown.update(tasks[stage], completed=done, total=whole, of=of)

        yield advance


class SkipReport:
    """Collects what was skipped: the count of all, the first few in words."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.count = 0
        self._quiet = quiet

    def __call__(self, record: Any) -> None:
        """Note one skipped record with ``source``, ``position`` and ``reason``."""
        self.count += 1
        if self._quiet:
            return
        if self.count <= SHOWN_SKIPS:
            note(f"skipped {record.source}, {record.position}: {record.reason}")
        if self.count == SHOWN_SKIPS + 1:
            note("further skipped records are counted, not listed")


def require_train_extra() -> None:
    """Refuse in a sentence where what training needs is not installed.

    Raises:
        CommandError: the train extra is missing.
    """
    missing = missing_for_training()
    if missing:
        raise CommandError(
            f"this needs {', '.join(missing)}: install with `pip install 'frontdesk[train]'`"
        )
