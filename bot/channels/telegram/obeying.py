"""Carries a customer's command out: /start, /help, /human, /language, and those nobody knows.

What a link said (the words after /start) is kept for people to read; it is never carried out.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.channels.greeting import greeting_of
from bot.channels.telegram.arrival import Arrival
from bot.channels.telegram.commands import Command, chosen_language, origin_of, spoken_languages
from bot.conversations.intake import Accepted
from bot.conversations.silence import standing_author
from bot.dialog import ButtonAction, ReplyButton, Status
from bot.dialog.phrases import phrase


def take_command(arrival: Arrival) -> bool | None:
    """Store the command and carry it out; whether the bot's turn is awaited then."""
    return COMMANDS.get(_command(arrival).name, _unknown)(arrival)


def set_language(arrival: Arrival, accepted: Accepted, wanted: str) -> bool:
    """Speak the language that was asked for, or say which ones there are."""
    code = chosen_language(wanted)
    if code is None:
        return _answered(arrival, accepted, "language_unknown", _language_buttons())
    arrival.change(language=code)
    return _answered(arrival, accepted, "language_set")


def _start(arrival: Arrival) -> bool | None:
    origin = origin_of(_command(arrival).argument)
    if origin is not None:
        arrival.change(origin=origin)
    accepted = arrival.accept(arrival.incoming.text, origin=origin)
    if not accepted.awaits_turn or arrival.conversation.status != Status.AUTOMATED:
        return accepted.awaits_turn
    file, language = arrival.house.file, arrival.language
    if standing_author(arrival.session) != "bot":
        arrival.answer(accepted, phrase("silenced_greeting", language, company=file.company))
        return False
    own = greeting_of(file, language) != phrase("greeting", language, company=file.company)
    notice = f"{phrase('disclosure', language, company=file.company)}\n\n" if own else ""
    arrival.set_disclosed()
    hint = phrase("commands", language)
    arrival.answer(accepted, f"{notice}{greeting_of(file, language)}\n\n{hint}")
    return False


def _help(arrival: Arrival) -> bool | None:
    accepted = arrival.accept(arrival.incoming.text)
    if accepted.awaits_turn:
        arrival.answer(accepted, _overview(arrival))
    return False


def _human(arrival: Arrival) -> bool | None:
    """A person can be asked for however fast somebody writes."""
    accepted = arrival.accept(arrival.incoming.text, holding=False)
    if not accepted.awaits_turn or arrival.conversation.status != Status.AUTOMATED:
        return accepted.awaits_turn
    arrival.hand_over(accepted, "The customer asked for a person.", arrival.disclosure())
    return False


def _language(arrival: Arrival) -> bool | None:
    accepted, argument = arrival.accept(arrival.incoming.text), _command(arrival).argument
    if argument:
        return set_language(arrival, accepted, argument)
    return _answered(arrival, accepted, "language_ask", _language_buttons())


def _unknown(arrival: Arrival) -> bool | None:
    accepted = arrival.accept(arrival.incoming.text)
    if accepted.awaits_turn:
        unknown = f"`/{_command(arrival).name}`"
        sorry = phrase("unknown_command", arrival.language, command=unknown)
        arrival.answer(accepted, f"{sorry}\n\n{_overview(arrival)}")
    return False


COMMANDS: dict[str, Callable[[Arrival], bool | None]] = {
    "start": _start,
    "help": _help,
    "human": _human,
    "language": _language,
}


def _command(arrival: Arrival) -> Command:
    command = arrival.incoming.command
    assert command is not None
    return command


def _overview(arrival: Arrival) -> str:
    arrival.set_disclosed()
    return phrase("help", arrival.language, company=arrival.house.file.company)


def _answered(
    arrival: Arrival, accepted: Accepted, key: str, buttons: tuple[ReplyButton, ...] = ()
) -> bool:
    if accepted.awaits_turn:
        arrival.answer(accepted, arrival.disclosed(phrase(key, arrival.language)), buttons)
    return False


def _language_buttons() -> tuple[ReplyButton, ...]:
    return tuple(
        ReplyButton(name, ButtonAction(text=f"/language {code}"))
        for code, name in spoken_languages().items()
    )
