"""What a webhook brings before its turn."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.channels.telegram.order import ArrivalOrder
from bot.channels.telegram.updates import StoredUpdate

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


class Clock:
    """Seconds that pass only when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def ids(order: ArrivalOrder, *numbers: int, handled: tuple[int, ...] = (1,)) -> list[int]:
    updates = [StoredUpdate(number, {}, NOW) for number in numbers]
    return [each.update_id for each in order.ready(updates, handled)]


def test_what_comes_before_a_gap_is_ready_and_what_comes_after_waits() -> None:
    order = ArrivalOrder(2.0, Clock())
    assert ids(order, 2, 3, 5, 6) == [2, 3]
    assert ids(order, 4, 5, 6, handled=(3,)) == [4, 5, 6]


def test_patience_with_a_gap_ends_and_with_a_younger_one_later() -> None:
    clock = Clock()
    order = ArrivalOrder(2.0, clock)
    assert ids(order, 3) == []
    clock.now = 1.5
    assert ids(order, 3, 5) == []
    assert order.rest(9.0) == 0.5
    clock.now = 2.0
    assert ids(order, 3, 5) == [3]
    clock.now = 3.5
    assert ids(order, 5, handled=(3,)) == [5]
    assert order.rest(9.0) == 9.0


def test_without_patience_nothing_waits() -> None:
    assert ids(ArrivalOrder(0.0, Clock()), 3, 5, 9) == [3, 5, 9]
