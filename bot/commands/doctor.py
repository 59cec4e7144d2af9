"""Checks a home and says how to mend it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from bot.answering import load_release
from bot.checkup import Check, checkup
from bot.commands.context import Home, json_option, say
from bot.settings import SettingsError


@click.command()
@json_option
@click.pass_obj
def doctor(home: Home, as_json: bool) -> None:
    """Check the set-up and say how to mend it."""
    checks = [*_checks(home)]
    lines = (f"{'ok   ' if each.ok else 'MEND '} {each.name}: {each.says}" for each in checks)
    found = [{"name": each.name, "ok": each.ok, "says": each.says} for each in checks]
    say(as_json, {"checks": found}, "\n".join(lines))


def _checks(home: Home) -> Iterator[Check]:
    try:
        settings = home.settings
    except SettingsError as error:
        yield Check("settings", ok=False, key="unusable", values={"told": str(error)})
        return
    yield from checkup(home.database, settings, load_release(home.database, settings))
