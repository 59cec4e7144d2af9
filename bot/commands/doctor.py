"""Checks a home: whether everything that serves is there, and what the settings name is known.

Changes nothing and talks to nobody outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import click

from bot.answering import Release, load_release
from bot.answering.known_names import doubts
from bot.commands.context import Home, json_option, say
from bot.conversations.silence import silence_of
from bot.settings import Settings, SettingsError


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``says`` tells how to mend it where it is not ``ok``."""

    name: str
    ok: bool
    says: str


@click.command()
@json_option
@click.pass_obj
def doctor(home: Home, as_json: bool) -> None:
    """Check the set-up and say how to mend it."""
    checks = [*_checks(home)]
    lines = (f"{'ok   ' if each.ok else 'MEND '} {each.name}: {each.says}" for each in checks)
    say(as_json, {"checks": [asdict(each) for each in checks]}, "\n".join(lines))


def _checks(home: Home) -> Iterator[Check]:
    try:
        settings = home.settings
    except SettingsError as error:
        yield Check("settings", ok=False, says=str(error))
        return
    yield Check("settings", ok=True, says="can be used")
    release = load_release(home.database, settings)
    found = doubts(home.database, settings.file, release)
    yield from (Check("names", ok=False, says=each) for each in found)
    if not found:
        yield Check("names", ok=True, says="everything that the settings name is known")
    yield from _serving(release)
    yield from _speaking(home)
    yield _read("mail", settings, _mail)
    yield _read("telegram", settings, _telegram)


def _serving(release: Release) -> Iterator[Check]:
    model, retriever = release.model is not None, release.retriever
    says = "serves" if model else "there is none; `frontdesk train` makes one"
    yield Check("model", ok=model, says=says)
    index = retriever is not None and retriever.index is not None
    says = "serves" if index else "there is none; `frontdesk index` makes one of your articles"
    yield Check("index", ok=index, says=says)
    count = len(release.templates)
    says = f"{count:,} in service" if count else "none is in service; review the drafts at the desk"
    yield Check("templates", ok=count > 0, says=says)


def _speaking(home: Home) -> Iterator[Check]:
    with home.database.read() as session:
        silence = silence_of(session)
    says = "may speak"
    if silence:
        says = f"silenced by {silence.by}; `frontdesk silence off` lets it speak"
    yield Check("bot", ok=silence is None, says=says)


def _read(name: str, settings: Settings, read: Callable[[Settings], str]) -> Check:
    try:
        return Check(name, ok=True, says=read(settings))
    except SettingsError as error:
        return Check(name, ok=False, says=str(error))


def _mail(settings: Settings) -> str:
    from bot.mail import SmtpServer

    return "can be used" if SmtpServer.of(settings) else "off, FRONTDESK_SMTP_URL is not set"


def _telegram(settings: Settings) -> str:
    from bot.channels.telegram import TelegramAccess

    if settings.telegram_token is None:
        return "off, FRONTDESK_TELEGRAM_TOKEN is not set"
    how = "brings updates" if TelegramAccess.of(settings).webhook else "is asked for updates"
    return f"can be used; Telegram {how}"
