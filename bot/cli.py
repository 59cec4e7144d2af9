"""The command line. Each command's module is imported only when that command runs.

Exit status: 0 done, 1 refused or failed with one line on standard error, 2 wrong usage.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from pathlib import Path

import click

from bot.commands.context import CommandError, Home

COMMANDS = {
    "ask": "bot.commands.asking:ask",
    "backtest": "bot.commands.backtesting:backtest",
    "backup": "bot.commands.unbuilt:backup",
    "chat": "bot.commands.asking:chat",
    "demo": "bot.commands.demo:demo",
    "doctor": "bot.commands.doctor:doctor",
    "erase": "bot.commands.customers:erase",
    "evaluate": "bot.commands.evaluating:evaluate",
    "explain": "bot.commands.explaining:explain",
    "export": "bot.commands.content:export",
    "import": "bot.commands.content:import_",
    "index": "bot.commands.models:index",
    "insights": "bot.commands.unbuilt:insights",
    "job": "bot.commands.jobs:job",
    "learn": "bot.commands.learning:learn",
    "models": "bot.commands.models:models",
    "monitor": "bot.commands.unbuilt:monitor",
    "reranker": "bot.commands.reranking:reranker",
    "restore": "bot.commands.unbuilt:restore",
    "retrain": "bot.commands.retraining:retrain",
    "review": "bot.commands.reviewing:review",
    "serve": "bot.commands.serving:serve",
    "silence": "bot.commands.silence:silence",
    "train": "bot.commands.training:train",
    "user": "bot.commands.users:user",
    "worker": "bot.commands.unbuilt:worker",
}


HEAVY = {"job", "learn", "reranker", "train", "retrain", "evaluate", "review"}


class LazyGroup(click.Group):
    """A group whose commands are named by module, and loaded one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup)
@click.option(
    "--home",
    type=click.Path(path_type=Path),
    help="The folder that holds everything (or FRONTDESK_HOME; default ~/.frontdesk).",
)
@click.version_option(package_name="frontdesk")
@click.pass_context
def cli(context: click.Context, home: Path | None) -> None:
    """Frontdesk: a support team's own bot, learned from its own conversations."""
    context.obj = Home(home, os.environ)


def main() -> None:
    """Run the command line; every failure is one line that says what, where, and what to do."""
    _leave_cores_to_others()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        status = cli.main(prog_name="frontdesk", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted; what was reported as done is kept, run the command again for the rest")
    except Exception as error:
        if not _is_expected(error):
            raise
        _fail(" ".join(str(getattr(error, "orig", error)).split()) or type(error).__name__)
    sys.exit(status if isinstance(status, int) else 0)


def _leave_cores_to_others() -> None:
    """One thread for the small matrix products of answering: several only wait for each other."""
    if not HEAVY & set(sys.argv[1:]):
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _fail(sentence: str) -> None:
    click.echo(f"frontdesk: {sentence}", err=True)
    sys.exit(1)


def _is_expected(error: Exception) -> bool:
    """Whether the error is one that speaks to people: any package's own, the system's, the store's.

    ``orig`` of the store's is what the database itself said.
    """
    own = type(error).__module__.partition(".")[0]
    packages = {"bot", "knowledge", "nlu", "retrieval", "training", "sqlalchemy"}
    return isinstance(error, CommandError | OSError) or own in packages


if __name__ == "__main__":
    main()
