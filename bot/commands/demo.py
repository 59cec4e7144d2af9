"""The sample company from nothing to a running bot, in one command.

Each step is the very command that a team would run on its own data, in a process of its own; what
is done already is not done again.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
import threading
import time
import webbrowser
from dataclasses import dataclass, replace
from pathlib import Path

import click

import knowledge.sample
from bot.commands.context import CommandError, Home, note
from bot.commands.serving import LOOPBACK, check_port, run_server
from bot.content.sample_home import is_sample, mark_as_sample
from bot.desk.users import Role, UserError, add_user
from bot.services import utc_now
from bot.settings import SETTINGS_FILE, Settings
from knowledge.sample.orders import serve as serve_orders

SAMPLE = Path(knowledge.sample.__file__).parent
SIGN_IN_FILE = "demo-sign-in.json"
DEMO_EMAIL = "you@lindewiel.example"
LOOKUP = "orders"


@dataclass(frozen=True, slots=True)
class SignIn:
    """How to get into the demo's desk."""

    email: str
    password: str


@click.command()
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535))
@click.option("--no-browser", is_flag=True, help="Do not open the page.")
@click.option("--prepare-only", is_flag=True, help="Stop before serving.")
@click.pass_obj
def demo(home: Home, port: int, no_browser: bool, prepare_only: bool) -> None:
    """The sample company: import, learn, train, index, serve."""
    if not home.chosen:
        home = Home(Path.home() / ".frontdesk-demo", os.environ)
    if not prepare_only:
        check_port(LOOPBACK, port)
    prepare(home)
    if prepare_only:
        note(f"prepared in {home.settings.home}; `frontdesk demo` serves it")
        return
    home = Home(home.settings.home, os.environ)  # its settings came with the preparation
    sign_in = _sign_in(home)
    orders = serve_orders()
    address = f"http://{LOOPBACK}:{port}/"
    _announce(address, sign_in)
    if not no_browser:
        threading.Timer(2.0, webbrowser.open, (address,)).start()
    run_server(
        _with_orders(home.settings, f"http://{LOOPBACK}:{orders.server_port}/orders"),
        LOOPBACK,
        port,
    )


def prepare(home: Home) -> None:
    """Run every step that this home has not seen done.

    Raises:
        CommandError: the home holds another company, or a step failed.
    """
    if is_sample(home.database):
        return
    _copy_settings(home.settings.home)
    started = time.perf_counter()
    steps: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("answer templates", ("import", "templates", str(SAMPLE / "templates.yaml"))),
        ("help articles", ("import", "articles", str(SAMPLE / "articles"))),
        (
            "nine months of conversations",
            ("import", "transcripts", str(SAMPLE / "transcripts.jsonl")),
        ),
        ("learning from them", ("learn",)),
        ("the review of what was learned", ("review", "apply", str(SAMPLE / "reviewed.csv"))),
        ("fine-tuning and indexing", ("train",)),
    )
    for number, (title, arguments) in enumerate(steps, start=1):
        note(f"[{number}/{len(steps)}] {title}")
        _run(home, arguments)
    mark_as_sample(home.database, utc_now())
    note(f"ready after {time.perf_counter() - started:.0f} s\n")


def _run(home: Home, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "bot.cli", "--home", str(home.settings.home), *arguments]
    finished = subprocess.run(command, check=False)
    if finished.returncode != 0:
        raise CommandError(
            f"`frontdesk {' '.join(arguments)}` failed; the line above says why. "
            "Run `frontdesk demo` again to go on"
        )


def _copy_settings(folder: Path) -> None:
    target, sample = folder / SETTINGS_FILE, SAMPLE / SETTINGS_FILE
    if target.exists() and target.read_bytes() != sample.read_bytes():
        raise CommandError(
            f"{folder} holds settings of its own; name an empty folder with --home for the demo"
        )
    shutil.copyfile(sample, target)


def _sign_in(home: Home) -> SignIn:
    """The demo's user, made once; the password stays in the home, readable by its owner only."""
    file = home.settings.home / SIGN_IN_FILE
    if file.exists():
        return SignIn(**json.loads(file.read_text(encoding="utf-8")))
    sign_in = SignIn(DEMO_EMAIL, secrets.token_urlsafe(9))
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        json.dump({"email": sign_in.email, "password": sign_in.password}, stream)
    try:
        add_user(home.database, sign_in.email, sign_in.password, Role.ADMIN, utc_now(), "Robin")
    except UserError as error:
        file.unlink()
        raise CommandError(f"{error}; remove {home.settings.home} and begin again") from error
    return sign_in


def _with_orders(settings: Settings, url: str) -> Settings:
    """The settings with the order look-up at the address that the service got this time."""
    lookups = dict(settings.file.lookups)
    lookups[LOOKUP] = lookups[LOOKUP].model_copy(update={"url": url})
    return replace(settings, file=settings.file.model_copy(update={"lookups": lookups}))


def _announce(address: str, sign_in: SignIn) -> None:
    click.echo(f"Talk to the bot   {address}")
    click.echo(f"The desk          {address}desk/")
    click.echo(f"  sign in with    {sign_in.email}  /  {sign_in.password}")
    click.echo("Stop with Ctrl-C.\n")
