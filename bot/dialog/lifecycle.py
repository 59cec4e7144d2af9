"""Who owns a conversation, and how it may change hands: one table of legal moves.

Pure. Whoever carries a move out also raises the conversation's epoch.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Status(StrEnum):
    """The bot answers, a person is awaited, answers, or has put it off, or it is over."""

    AUTOMATED = "automated"
    WAITING = "waiting"
    WITH_AGENT = "with_agent"
    SNOOZED = "snoozed"
    CLOSED = "closed"


class Move(StrEnum):
    """What can happen to a conversation's ownership.

    The last three happen by the clock: a snooze ends, nobody came in time, the customer fell
    silent.
    """

    HAND_OFF = "hand_off"
    TAKE_OVER = "take_over"
    TRANSFER = "transfer"
    RELEASE = "release"
    SNOOZE = "snooze"
    CLOSE = "close"
    REOPEN = "reopen"
    WAKE = "wake"
    TIME_OUT = "time_out"
    LAPSE = "lapse"


class IllegalMoveError(Exception):
    """This conversation cannot make this move from where it stands."""

    def __init__(self, status: Status, move: Move) -> None:
        super().__init__(f"a conversation that is {status.value} cannot {move.value}")
        self.status = status
        self.move = move


MOVES: Final[dict[tuple[Status, Move], Status]] = {
    (Status.AUTOMATED, Move.HAND_OFF): Status.WAITING,
    (Status.AUTOMATED, Move.TAKE_OVER): Status.WITH_AGENT,
    (Status.AUTOMATED, Move.CLOSE): Status.CLOSED,
    (Status.AUTOMATED, Move.LAPSE): Status.CLOSED,
    (Status.WAITING, Move.TAKE_OVER): Status.WITH_AGENT,
    (Status.WAITING, Move.RELEASE): Status.AUTOMATED,
    (Status.WAITING, Move.CLOSE): Status.CLOSED,
    (Status.WAITING, Move.TIME_OUT): Status.WAITING,
    (Status.WITH_AGENT, Move.TRANSFER): Status.WITH_AGENT,
    (Status.WITH_AGENT, Move.RELEASE): Status.AUTOMATED,
    (Status.WITH_AGENT, Move.HAND_OFF): Status.WAITING,
    (Status.WITH_AGENT, Move.SNOOZE): Status.SNOOZED,
    (Status.WITH_AGENT, Move.CLOSE): Status.CLOSED,
    (Status.WITH_AGENT, Move.TIME_OUT): Status.WAITING,
    (Status.WITH_AGENT, Move.LAPSE): Status.CLOSED,
    (Status.SNOOZED, Move.WAKE): Status.WITH_AGENT,
    (Status.SNOOZED, Move.TAKE_OVER): Status.WITH_AGENT,
    (Status.SNOOZED, Move.RELEASE): Status.AUTOMATED,
    (Status.SNOOZED, Move.HAND_OFF): Status.WAITING,
    (Status.SNOOZED, Move.CLOSE): Status.CLOSED,
    (Status.CLOSED, Move.REOPEN): Status.AUTOMATED,
    (Status.CLOSED, Move.TAKE_OVER): Status.WITH_AGENT,
}


def after(status: Status, move: Move) -> Status:
    """The status that ``move`` leads to.

    Raises:
        IllegalMoveError: the table has no such move.
    """
    try:
        return MOVES[status, move]
    except KeyError:
        raise IllegalMoveError(status, move) from None


def bot_may_speak(status: Status) -> bool:
    """Whether a reply of the bot may be sent: never while a person holds the conversation."""
    return status in (Status.AUTOMATED, Status.WAITING)


def held_by_person(status: Status) -> bool:
    """Whether the conversation belongs to one agent, who answers it now or has put it off."""
    return status in (Status.WITH_AGENT, Status.SNOOZED)
