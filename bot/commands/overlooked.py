"""The way back from caution, at a terminal: questions without an intent that look like one.

They count as strangers until somebody says what they are, and every stranger that looks like what
the bot knows makes it answer less.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from typing import Final

import click

from bot.commands.candidates import accepted_intents
from bot.commands.context import CommandError, Home, Progress, json_option, note, say
from bot.commands.encoders import encoder_directory
from bot.commands.home_training import unlabelled_of
from bot.content.labels import (
    LabelDecision,
    UnknownIntentError,
    as_noted,
    decide_labels,
    decided_texts,
    merged_intents,
)
from bot.content.overlooked import LookAlike, Overlooked, keep_overlooked, open_overlooked
from bot.content.unlabelled import asked_elsewhere, unlabelled_questions
from bot.desk.audit import LABELLED, TERMINAL, noting
from bot.services import utc_now
from knowledge import IntentId
from nlu import Model, Understanding

LIKELIER_THAN_NOT: Final = 0.5
MOST_READ: Final = 20_000
"""Of more questions a random part is read: that is a minute of one core."""
OTHERS: Final = 2
STAGE: Final = "look-alikes"
KEYS: Final = "[a]ccept  [i]ntent  [n]one of ours  [s]kip  [q]uit"


def look_for_overlooked(home: Home, progress: Progress) -> Overlooked | None:
    """Ask the model in service about the strangers nobody decided about, and keep what it says.

    None where no model serves that knows intents. Questions that say too little alone are left
    out: nobody could tell what they are.
    """
    model = Model.open(encoder_directory(home))
    if not model.intents:
        return None
    with home.database.read() as session:
        settled, merged = decided_texts(session), merged_intents(session)
    known = set(accepted_intents(home))
    strange = [text for text in unlabelled_of(home).texts if text not in settled]
    if len(strange) > MOST_READ:
        strange = random.Random(0).sample(strange, MOST_READ)
    alone = unlabelled_questions(home.database, ())
    alike = []
    for number, text in enumerate(strange):
        progress(STAGE, number, len(strange))
        found = _taken_for(model.understand(text), merged, known) if text in alone else None
        if found is not None:
            alike.append(found)
    return keep_overlooked(home.database, alike, len(strange), utc_now())


def _taken_for(
    understood: Understanding, merged: Mapping[IntentId, IntentId], known: Collection[str]
) -> LookAlike | None:
    """What a question is likelier to be than not, where that is an accepted intent."""
    intents = [merged.get(each.intent, each.intent) for each in understood.intents]
    if understood.in_scope < LIKELIER_THAN_NOT or intents[0] not in known:
        return None
    proposed, *others = [each for each in dict.fromkeys(intents) if each in known]
    return LookAlike(understood.text, proposed, understood.in_scope, tuple(others[:OTHERS]))


def in_words(found: Overlooked) -> str:
    """How many are left, and why that matters."""
    look = "looks" if found.alike == 1 else "look"
    return (
        f"{found.alike:,} of {found.strangers:,} questions without an intent {look} like an "
        "accepted one; each that you decide lets the next model answer more, or be quiet more "
        "rightly."
    )


def line_of(each: LookAlike) -> str:
    """A question as it stands in the list."""
    others = f"; or {', '.join(each.others)}" if each.others else ""
    return f"{each.text!r}: {each.proposed} {each.sure:.0%}{others}"


def decide_each(home: Home, found: Overlooked, count: int) -> None:
    """One key for each of the first ``count``; what is decided is kept at once."""
    decided = 0
    for each in found.questions[:count]:
        note(f"\n{line_of(each)}\n{KEYS}")
        key = click.getchar().lower()
        if key == "q":
            break
        decided += _decided(home, each, key)
    left = open_overlooked(home.database) or found
    say(False, {}, f"{decided:,} questions decided. {in_words(left)}")


@click.command()
@click.argument("question")
@click.argument("intent", required=False)
@click.option("--none", "stranger", is_flag=True, help="It is of none of the accepted intents.")
@json_option
@click.pass_obj
def settle(home: Home, question: str, intent: str | None, stranger: bool, as_json: bool) -> None:
    """QUESTION, imported without an intent, is of INTENT; without one, of what it looks like.

    A later decision about the same question takes the place of an earlier one.
    """
    if stranger and intent:
        raise click.UsageError("say what it is, or --none, not both")
    was_stranger = _is_stranger(home, question)
    chosen = None if stranger else IntentId(intent or _proposed(home, question))
    _store(home, LabelDecision(question, chosen, stranger or was_stranger))
    sentence = f"{question!r} is {chosen or 'of no accepted intent'}; the next training knows it."
    say(as_json, {"question": question, "intent": chosen, "stranger": stranger}, sentence)


def _decided(home: Home, each: LookAlike, key: str) -> bool:
    if key not in ("a", "i", "n"):
        return False
    intent: str | None = each.proposed if key == "a" else None
    if key == "i":
        note(f"Intents: {', '.join(accepted_intents(home))}")
        intent = click.prompt("Which one", err=True)
    try:
        _store(home, LabelDecision(each.text, IntentId(intent) if intent else None, True))
    except UnknownIntentError as error:
        note(str(error))
        return False
    return True


def _store(home: Home, decision: LabelDecision) -> None:
    now = utc_now()
    noted = noting(TERMINAL, LABELLED, "", now, **as_noted(decision))
    decide_labels(home.database, [decision], now, None, noted)


def _is_stranger(home: Home, question: str) -> bool:
    """Whether the question is one, or was until somebody decided about it."""
    asked = asked_elsewhere(home.database)
    with home.database.read() as session:
        settled = decided_texts(session)
    is_stranger = question in asked.texts or question in asked.found
    if not is_stranger and question not in settled:
        raise CommandError(
            f"no imported question without an intent reads {question!r}; "
            "`frontdesk review next` lists them"
        )
    return is_stranger


def _proposed(home: Home, question: str) -> str:
    found = open_overlooked(home.database)
    for each in found.questions if found else ():
        if each.text == question:
            return each.proposed
    raise CommandError(f"nothing proposes an intent for {question!r}; name one, or say --none")
