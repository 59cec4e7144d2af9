"""The table of moves, and nothing beside it."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.dialog import IllegalMoveError, Move, Status, after, bot_may_speak, held_by_person
from bot.dialog.lifecycle import MOVES


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("move", Move)
def test_a_move_leads_where_the_table_says_or_is_refused(status, move):
    if (status, move) in MOVES:
        assert after(status, move) is MOVES[status, move]
    else:
        with pytest.raises(IllegalMoveError, match=f"{status.value} cannot {move.value}") as error:
            after(status, move)
        assert (error.value.status, error.value.move) == (status, move)


@pytest.mark.parametrize("status", Status)
def test_a_person_can_be_reached_from_everywhere(status):
    reached, frontier = {status}, {status}
    while frontier:
        frontier = {to for (came, _), to in MOVES.items() if came in frontier} - reached
        reached |= frontier
    assert Status.WITH_AGENT in reached


def test_the_bot_speaks_only_where_no_person_answers():
    assert [status for status in Status if bot_may_speak(status)] == [
        Status.AUTOMATED,
        Status.WAITING,
    ]


class Lifecycle(RuleBasedStateMachine):
    """Any order of moves: only a takeover puts a person in charge of what was not theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.status = Status.AUTOMATED
        self.taken = False

    @rule(move=st.sampled_from(Move))
    def try_to(self, move: Move) -> None:
        before = self.status
        try:
            self.status = after(before, move)
        except IllegalMoveError:
            return
        kept = held_by_person(before) and self.taken
        self.taken = held_by_person(self.status) and (kept or move is Move.TAKE_OVER)

    @invariant()
    def a_person_answers_only_after_taking_over(self) -> None:
        assert held_by_person(self.status) == self.taken
        assert not (held_by_person(self.status) and bot_may_speak(self.status))

    @rule()
    def the_clock_never_gives_it_to_the_bot(self) -> None:
        for move in (Move.WAKE, Move.TIME_OUT, Move.LAPSE):
            if (self.status, move) in MOVES:
                assert after(self.status, move) is not Status.AUTOMATED


TestLifecycle = Lifecycle.TestCase
