"""Asking the bot without a server: one message, a file of them, or a conversation."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import click

from bot.answering import DialogAnswerer, first_message, load_release
from bot.commands.context import CommandError, Home, json_option, note, say, to_json
from bot.conversations.intake import Inbound, accept
from bot.conversations.opening import conversation_of_channel
from bot.conversations.serialised import reasons_to_json, sources_to_json
from bot.conversations.silence import silence_of
from bot.conversations.turns import (
    CommitOutcome,
    DecidedTurn,
    commit_turn,
    load_turn,
)
from bot.rewriting import Rewriter
from bot.services import utc_now


@click.command()
@click.argument("text", required=False)
@click.option("--conversation", help="Ask within this conversation, which remembers it.")
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ask every line of a file; prints one JSON object a line.",
)
@json_option
@click.pass_obj
def ask(
    home: Home, text: str | None, conversation: str | None, file: Path | None, as_json: bool
) -> None:
    """One message, one reply, with the reasons for it.

    While the bot is silenced this shows what it would say, and that customers do not get it; within
    a --conversation it is as silent as towards everybody.
    """
    if (text is None) == (file is None):
        raise click.UsageError("give either a TEXT or --file")
    if file is not None:
        _ask_each(home, _lines(file))
        return
    assert text is not None
    if not text.strip():
        raise CommandError("the text is empty; write what a customer would")
    answerer = _answerer(home)
    silenced = _told_of_silence(home)
    result = (
        _asked_within(home, answerer, conversation, text)
        if conversation
        else _asked(answerer, text)
    )
    result = {**result, "silenced": silenced}
    say(as_json, result, _for_people(result))


@click.command()
@click.pass_obj
def chat(home: Home) -> None:
    """A conversation with the bot in the terminal; an empty line ends it."""
    answerer = _answerer(home)
    _told_of_silence(home)
    conversation = f"terminal-{time.time_ns()}"
    click.echo("Write as a customer would. An empty line, or Ctrl-D, ends the conversation.\n")
    while True:
        try:
            text = input("you  ▸ ").strip()
        except EOFError:
            text = ""
        if not text:
            click.echo()
            return
        result = _asked_within(home, answerer, conversation, text)
        click.echo(_for_people(result) + "\n")


def _ask_each(home: Home, texts: list[str]) -> None:
    answerer = _answerer(home)
    silenced = _told_of_silence(home)
    for text in texts:
        result = {**_asked(answerer, text), "silenced": silenced}
        click.echo(json.dumps(to_json(result), ensure_ascii=False))


def _told_of_silence(home: Home) -> bool:
    """Whether the bot is silenced; whoever tries it out then hears that nobody else hears it."""
    with home.database.read() as session:
        found = silence_of(session)
    if found is not None:
        note(
            f"the bot is silenced since {found.since:%Y-%m-%d %H:%M} UTC ({found.by}): customers "
            "get no answers, their messages go to people; `frontdesk silence off` ends it"
        )
    return found is not None


def _lines(file: Path) -> list[str]:
    try:
        with file.open(encoding="utf-8-sig") as stream:
            return [line.strip() for line in stream if line.strip()]
    except UnicodeDecodeError as error:
        raise CommandError(f"{file}: is no UTF-8 text ({error.reason}); save it as UTF-8") from None


def _answerer(home: Home) -> DialogAnswerer:
    release = load_release(home.database, home.settings)
    release.warm_up()
    rewriter = Rewriter(lambda: home.settings, home.database, utc_now)
    return DialogAnswerer(lambda: release, utc_now, rewrite=rewriter.rewrite)


def _asked(answerer: DialogAnswerer, text: str) -> dict[str, Any]:
    turn = first_message(text, "terminal")
    started = time.perf_counter()
    decided = answerer.decide(turn).reworded()
    return _result(decided, time.perf_counter() - started)


def _asked_within(
    home: Home, answerer: DialogAnswerer, reference: str, text: str
) -> dict[str, Any]:
    """Ask inside a stored conversation of the terminal channel, its state kept between calls."""
    with home.database.write() as session:
        row = conversation_of_channel(session, "terminal", reference, utc_now())
        conversation = row.id
    accept(home.database, conversation, Inbound(f"terminal-{time.time_ns()}", text), utc_now())
    turn = load_turn(home.database, conversation, utc_now())
    if turn is None:
        raise CommandError(
            f"a person holds the conversation {reference!r}; "
            "the bot is silent until they give it back"
        )
    started = time.perf_counter()
    decided = answerer.decide(turn).reworded()
    seconds = time.perf_counter() - started
    outcome = commit_turn(home.database, turn, decided, utc_now(), final=True)
    if outcome is not CommitOutcome.COMMITTED:
        raise CommandError(
            f"the conversation {reference!r} changed hands meanwhile; the reply was dropped"
        )
    return {**_result(decided, seconds), "conversation": reference}


def _result(decided: DecidedTurn, seconds: float) -> dict[str, Any]:
    reply = decided.decision.reply
    reasons = reasons_to_json(reply.reasons, decided.release, decided.template_titles)
    return {
        "kind": reply.kind.value,
        "text": reply.text,
        "probability": reply.reasons.probability,
        "intent": reply.reasons.intent,
        "template": reply.reasons.template,
        "sources": sources_to_json(reply.sources),
        "buttons": [each.label for each in reply.buttons],
        "reasons": reasons,
        "latency_ms": round(seconds * 1000, 3),
    }


def _for_people(result: dict[str, Any]) -> str:
    sure = result["probability"]
    head = result["kind"] + (f", {sure:.0%} sure" if sure is not None else "")
    lines = [f"bot  ▸ {result['text']}"]
    lines += [f"       [{label}]" for label in result["buttons"]]
    lines += [
        f"       source: {each['title']} {each['url'] or ''}".rstrip()
        for each in {s["title"]: s for s in result["sources"]}.values()
    ]
    because = " ".join(result["reasons"]["because"])
    return "\n".join([*lines, f"       ({head}: {because})"])
