"""Candidates at a terminal: what live conversations brought, and one key for each decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import click
from sqlmodel import col, select

from bot.commands.context import Home, json_option, note, say
from bot.commands.encoders import serving_model
from bot.content.labels import UnknownIntentError
from bot.learning.candidates import Candidate, waiting_candidates
from bot.learning.deciding import accept, accept_safe, accept_what_the_team_said, reject
from bot.learning.gathering import gather
from bot.services import utc_now
from bot.store.tables import IntentRow
from knowledge import IntentId

KEYS: Final = "[a]ccept  [i]ntent  [r]eject  [s]kip  [q]uit"


@click.command("candidates")
@click.option("--count", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--accept-safe", "safe", is_flag=True, help="Accept those on which the team agrees.")
@click.option("--decide", is_flag=True, help="Go through them, one key for each.")
@json_option
@click.pass_obj
def candidates(home: Home, count: int, safe: bool, decide: bool, as_json: bool) -> None:
    """Questions from live conversations: not known, answered by agents, or disliked.

    The same question is one line for all who asked it. The desk shows them too.
    """
    if decide and as_json:
        raise click.UsageError("--decide asks at the terminal; leave --json out")
    gather(home.database, serving_model(home))
    learned = accept_what_the_team_said(home.database, utc_now())
    if safe:
        learned += accept_safe(home.database, utc_now(), None)
    found = waiting_candidates(home.database)
    if decide:
        _decide_all(home, found[:count])
        return
    if not as_json:
        for each in found[:count]:
            note(_line(each))
    result = {"candidates": found[:count], "waiting": len(found), "accepted": learned}
    sentence = f"{len(found):,} candidates wait for a decision; {learned:,} were accepted."
    say(as_json, result, sentence)


@click.command("decide")
@click.argument("candidate")
@click.argument("intent", required=False)
@click.option("--reject", "rejects", is_flag=True, help="Learn nothing from it.")
@json_option
@click.pass_obj
def decide(home: Home, candidate: str, intent: str | None, rejects: bool, as_json: bool) -> None:
    """CANDIDATE is of INTENT; without one, of what is proposed for it."""
    if rejects and intent:
        raise click.UsageError("say what it is, or --reject, not both")
    if rejects:
        reject(home.database, candidate, utc_now(), None)
        say(as_json, {"rejected": candidate}, f"Nothing is learned from {candidate}.")
        return
    chosen = IntentId(intent) if intent else None
    accepted = accept(home.database, candidate, chosen, utc_now(), None)
    say(as_json, {"accepted": candidate, "intent": accepted}, f"{candidate} is {accepted}.")


def _decide_all(home: Home, found: Sequence[Candidate]) -> None:
    """One key for each; what is decided is kept at once."""
    decided = 0
    for each in found:
        note(f"\n{_line(each)}\n{KEYS}")
        key = click.getchar().lower()
        if key == "q":
            break
        decided += _decided(home, each, key)
    say(False, {}, f"{decided:,} candidates decided.")


def _decided(home: Home, candidate: Candidate, key: str) -> bool:
    if key == "r":
        reject(home.database, candidate.id, utc_now(), None)
        return True
    proposed = next((each.intent for each in candidate.proposals if each.intent), None)
    if key == "i" or (key == "a" and proposed is None):
        note(f"Intents: {', '.join(accepted_intents(home))}")
        proposed = IntentId(click.prompt("Which one", err=True))
    elif key != "a":
        return False
    try:
        accept(home.database, candidate.id, proposed, utc_now(), None)
    except UnknownIntentError as error:
        note(str(error))
        return False
    return True


def accepted_intents(home: Home) -> list[str]:
    """The ids of the intents that questions may be put under."""
    with home.database.read() as session:
        rows = select(IntentRow.id).where(IntentRow.state == "accepted")
        return list(session.exec(rows.order_by(col(IntentRow.id))))


def _line(candidate: Candidate) -> str:
    kinds = ", ".join(f"{kind} {count}" for kind, count in candidate.kinds.items())
    proposed = ", ".join(str(each.intent or each.template) for each in candidate.proposals)
    parts = [f"{candidate.id}  {candidate.people}×  {candidate.text!r} ({kinds})"]
    parts += [f"    perhaps {proposed}"] if proposed else []
    parts += [f"    disliked: {', '.join(candidate.against)}"] if candidate.against else []
    parts += [f"    answered: {candidate.answer!r}"] if candidate.answer else []
    parts += [f"    should have said ({each.by}): {each.text!r}" for each in candidate.worded]
    return "\n".join(parts)
