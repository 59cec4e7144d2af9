"""Carries a customer's command out: /start, /help, /human, /language, and those nobody knows.

What a link said (the words after /start) is kept for people to read; it is never carried out.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.channels.greeting import greeting_of
from bot.channels.telegram.arrival import Arrival, Seqs
from bot.channels.telegram.commands import Command, chosen_language, origin_of, spoken_languages
from bot.conversations.intake import Accepted
from bot.conversations.silence import standing_author
from bot.dialog import ButtonAction, ReplyButton, Status
from bot.dialog.phrases import phrase
from bot.dialog.why import why


def take_command(arrival: Arrival) -> bool | None:
    """Store the command and carry it out; whether the bot's turn is awaited then.

    One of a flood is carried out when that is over (``letting_go``); a person can be asked for
    however fast somebody writes.
    """
    command = arrival.incoming.command
    assert command is not None
    origin = origin_of(command.argument) if command.name == "start" else None
    if origin is not None:
        arrival.change(origin=origin)
    holding = command.name != "human"
    accepted = arrival.accept(arrival.incoming.text, holding=holding, origin=origin)
    if command.name == "language":
        return speak(arrival, accepted, command.argument)
    return obey(arrival, command, (accepted.seq,)) if accepted.awaits_turn else False


def obey(arrival: Arrival, command: Command, seqs: Seqs) -> bool:
    """Carry out the command that the messages ``seqs`` are; whether their turn is still awaited."""
    return COMMANDS.get(command.name, _unknown)(arrival, command, seqs)


def speak(arrival: Arrival, accepted: Accepted, wanted: str) -> bool:
    """Speak the language that was asked for, also where nobody may be answered now."""
    if accepted.awaits_turn:
        return _language(arrival, Command("language", wanted), (accepted.seq,))
    code = chosen_language(wanted)
    if code is not None:
        arrival.change(language=code)
    return False


def _start(arrival: Arrival, _: Command, seqs: Seqs) -> bool:
    if arrival.conversation.status != Status.AUTOMATED:
        return True
    file, language = arrival.house.file, arrival.language
    if standing_author(arrival.session) != "bot":
        arrival.answer(seqs, phrase("silenced_greeting", language, company=file.company))
        return False
    own = greeting_of(file, language) != phrase("greeting", language, company=file.company)
    notice = f"{phrase('disclosure', language, company=file.company)}\n\n" if own else ""
    arrival.set_disclosed()
    hint = phrase("commands", language)
    arrival.answer(seqs, f"{notice}{greeting_of(file, language)}\n\n{hint}")
    return False


def _help(arrival: Arrival, _: Command, seqs: Seqs) -> bool:
    arrival.answer(seqs, _overview(arrival))
    return False


def _human(arrival: Arrival, _: Command, seqs: Seqs) -> bool:
    if arrival.conversation.status != Status.AUTOMATED:
        return True
    arrival.hand_over(seqs, why("asked_person"), arrival.disclosure())
    return False


def _language(arrival: Arrival, command: Command, seqs: Seqs) -> bool:
    """Speak the language that is named, or say which ones there are."""
    code = chosen_language(command.argument)
    if code is not None:
        arrival.change(language=code)
    known = "language_unknown" if command.argument else "language_ask"
    said = phrase("language_set" if code else known, arrival.language)
    arrival.answer(seqs, arrival.disclosed(said), () if code else _language_buttons())
    return False


def _unknown(arrival: Arrival, command: Command, seqs: Seqs) -> bool:
    sorry = phrase("unknown_command", arrival.language, command=f"`/{command.name}`")
    arrival.answer(seqs, f"{sorry}\n\n{_overview(arrival)}")
    return False


COMMANDS: dict[str, Callable[[Arrival, Command, Seqs], bool]] = {
    "start": _start,
    "help": _help,
    "human": _human,
    "language": _language,
}


def _overview(arrival: Arrival) -> str:
    arrival.set_disclosed()
    return phrase("help", arrival.language, company=arrival.house.file.company)


def _language_buttons() -> tuple[ReplyButton, ...]:
    return tuple(
        ReplyButton(name, ButtonAction(text=f"/language {code}"))
        for code, name in spoken_languages().items()
    )
