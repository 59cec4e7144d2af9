"""People who may sign in at the desk."""

from __future__ import annotations

import sys

import click

from bot.commands.context import Home, json_option, say
from bot.desk.audit import TERMINAL
from bot.desk.people import Person, add_person, reset_person
from bot.desk.users import Role, User, link_telegram, user_named
from bot.services import utc_now


@click.group()
def user() -> None:
    """People who may sign in at the desk."""


@user.command()
@click.argument("email")
@click.option("--role", type=click.Choice([each.value for each in Role]), required=True)
@click.option("--name", help="How customers see them; taken from the address where left out.")
@json_option
@click.pass_obj
def add(home: Home, email: str, role: str, name: str | None, as_json: bool) -> None:
    """Make a user; asks for a password, or reads it from standard input."""
    made = add_person(home.database, TERMINAL, email, name, Role(role), _password(), utc_now())
    say(as_json, _shown(made), f"{made.name} <{made.email}> may sign in as {made.role.value}.")


@user.command()
@click.argument("email")
@json_option
@click.pass_obj
def reset(home: Home, email: str, as_json: bool) -> None:
    """Set a new password; every session of the user ends."""
    known = user_named(home.database, email)
    changed = reset_person(home.database, TERMINAL, known.id, _password(), utc_now())
    say(as_json, _shown(changed), f"{changed.email} has a new password.")


@user.command()
@click.argument("email")
@click.argument("telegram_id", type=click.IntRange(min=1))
@json_option
@click.pass_obj
def link(home: Home, email: str, telegram_id: int, as_json: bool) -> None:
    """Let a user answer from the team's Telegram group, by the number of their account there."""
    linked = link_telegram(home.database, email, telegram_id)
    shown = {**_shown(linked), "telegram_id": str(telegram_id)}
    say(as_json, shown, f"{linked.email} answers as {linked.name} in Telegram.")


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


def _shown(user: User | Person) -> dict[str, str]:
    return {"id": user.id, "email": user.email, "name": user.name, "role": user.role.value}
