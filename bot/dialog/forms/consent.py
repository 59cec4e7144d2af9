"""How a turn takes a question of the bot's own: agreed, objected, called off, small talk. Pure."""

from __future__ import annotations

from typing import Final

from bot.dialog.records import Turn
from bot.dialog.words import says_cancel, says_no, says_skip, says_something_is_wrong, says_yes
from nlu import Act

SMALL_TALK: Final = {
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
    act = turn.reading.act
    is_talk = act is not None and (act in SMALL_TALK or act is Act.GOODBYE)
    return is_talk and len(turn.reading.text.split()) <= _SHORT


def calls_off(turn: Turn, *, telling: bool) -> bool:
    """Whether the customer drops the matter. ``telling``: a free text was asked for, which may be
    long and then speaks of cancelling something else."""
    text = turn.messages[-1].text
    if says_cancel(text) or says_skip(text):
        return says_cancel(text)
    long = telling and len(turn.reading.text.split()) > _LONG
    return turn.reading.act is Act.CANCEL and not long
