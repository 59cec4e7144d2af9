"""Rates, by a clock that is moved by hand."""

from __future__ import annotations

from bot.conversations.pace import LONGEST_BACK_OFF, Pace


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_turns_are_spread_over_the_second() -> None:
    pace = Pace(per_second=200.0)
    began = pace.clock()
    for _ in range(21):
        await pace.turn()
    assert pace.clock() - began >= 20 / 200


def test_a_chat_rests_after_a_message() -> None:
    clock = Clock()
    pace = Pace(chat_seconds=1.0, clock=clock)
    pace.spoke("7")
    assert pace.resting() == {"7"}
    assert pace.rest(5.0) == 1.0
    clock.now += 1.0
    assert pace.resting() == set()
    assert pace.rest(5.0) == 5.0


def test_one_throttled_chat_pauses_itself_only() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    pace.throttle("7", 30.0)
    pace.throttle("7", 30.0)
    assert pace.resting() == {"7"}
    assert pace.paused() == 0.0


def test_a_second_throttled_chat_pauses_everything() -> None:
    clock = Clock()
    pace = Pace(clock=clock)
    pace.throttle("7", 30.0)
    pace.throttle("8", 5.0)
    assert pace.paused() == 30.0


def test_backing_off_doubles_up_to_a_limit_and_starts_over() -> None:
    pace = Pace(clock=Clock())
    waits = [pace.back_off() for _ in range(8)]
    assert waits[:4] == [1.0, 2.0, 4.0, 8.0]
    assert waits[-1] == LONGEST_BACK_OFF
    pace.reached()
    assert pace.back_off() == 1.0
