"""How a turn takes a question of the bot's own: agreed, objected, called off, small talk. Pure."""

from __future__ import annotations

from typing import Final

from bot.dialog.turn import Turn
from bot.dialog.words import (
    says_cancel,
    says_no,
    says_skip,
    says_something_is_wrong,
    says_yes,
)
from nlu import Act, ShortAnswer, short_answer

_SMALL_TALK: Final = {
    Act.GREETING: "form_hello",
    Act.THANKS: "form_thanks",
    Act.IDENTITY: "identity",
    Act.WAIT: "form_wait",
    Act.INSULT: "insult",
    Act.COMPLIMENT: "compliment",
}
"""What is said to small talk while a form is open, by act."""
_SHORT: Final = 6
_LONG: Final = 12


def agrees(turn: Turn) -> bool:
    """Whether the last message says yes."""
    text = turn.messages[-1].text
    return says_yes(text) or (turn.reading.act is Act.AFFIRM and not says_something_is_wrong(text))


def objects(turn: Turn) -> bool:
    """Whether the last message says no."""
    return says_no(turn.messages[-1].text) or turn.reading.act is Act.DENY


def is_small_talk(turn: Turn) -> bool:
    """Whether the turn is a pleasantry and too short to tell anything beside it."""
    is_goodbye = turn.reading.act is Act.GOODBYE
    return reply_to_small_talk(turn) is not None or (is_goodbye and _is_short(turn))


def reply_to_small_talk(turn: Turn) -> str | None:
    """What is said to small talk while a form is open; None where it is none, or a goodbye."""
    if not _is_short(turn):
        return None
    if short_answer(turn.messages[-1].text) is ShortAnswer.WAIT:
        return "form_wait"
    return _SMALL_TALK.get(turn.reading.act) if turn.reading.act else None


def _is_short(turn: Turn) -> bool:
    return len(turn.reading.text.split()) <= _SHORT


def calls_off(turn: Turn, *, telling: bool) -> bool:
    """Whether the customer drops the matter. ``telling``: a free text was asked for, which may be
    long and then speaks of cancelling something else."""
    text = turn.messages[-1].text
    if says_cancel(text) or says_skip(text):
        return says_cancel(text)
    long = telling and len(turn.reading.text.split()) > _LONG
    return turn.reading.act is Act.CANCEL and not long
