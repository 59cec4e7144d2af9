"""The switch that silences the bot everywhere, from the terminal."""

from __future__ import annotations

import click

from bot.commands.context import Home, json_option, say
from bot.conversations import silence as switch
from bot.desk.audit import TERMINAL, noting
from bot.services import utc_now

BY = "the command line"


@click.command()
@click.argument("state", type=click.Choice(["on", "off"]), required=False)
@json_option
@click.pass_obj
def silence(home: Home, state: str | None, as_json: bool) -> None:
    """Silence the bot everywhere (on), let it speak again (off), or say which it is.

    A running server notices within a second. Messages are still taken in and go to people.
    """
    now = utc_now()
    if state == "on":
        note = noting(TERMINAL, "bot.silenced", "", now)
        switch.silence(home.database, BY, now, note)
    if state == "off":
        switch.unsilence(home.database, noting(TERMINAL, "bot.unsilenced", "", now))
    with home.database.read() as session:
        found = switch.silence_of(session)
    sentence = "speaking"
    if found:
        sentence = f"silent since {found.since:%Y-%m-%d %H:%M} UTC ({found.by})"
    result = {
        "silenced": found is not None,
        "since": found.since if found else None,
        "by": found.by if found else None,
    }
    say(as_json, result, f"The bot is {sentence}.")
