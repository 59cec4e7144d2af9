"""Commands that the contract names and that are not built yet. Each says so and fails."""

from __future__ import annotations

import click

from bot.commands.context import CommandError

PASS_ALL = {"ignore_unknown_options": True, "allow_extra_args": True}


def _unbuilt(name: str, purpose: str) -> click.Command:
    @click.command(name, help=f"(not built yet) {purpose}", context_settings=PASS_ALL)
    @click.argument("anything", nargs=-1, type=click.UNPROCESSED)
    def command(anything: tuple[str, ...]) -> None:
        del anything
        raise CommandError(f"`frontdesk {name}` is not built yet")

    return command


backup = _unbuilt("backup", "Copy a running home into one file.")
export_all = _unbuilt("export all", "Write everything as documented JSONL.")
import_all = _unbuilt("import all", "Restore what `export all` wrote.")
insights = _unbuilt("insights", "Topics, sentiment and surges in the terminal.")
monitor = _unbuilt("monitor", "Watch an outside stream for trends and surges.")
restore = _unbuilt("restore", "Restore what `backup` wrote.")
worker = _unbuilt("worker", "Run background jobs.")
