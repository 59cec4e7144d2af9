"""Which updates may be worked off: chat by chat, albums whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.telegram.lanes import lanes_of, steps_of
from bot.channels.telegram.updates import StoredUpdate

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SOON = NOON + timedelta(milliseconds=200)
LATER = NOON + timedelta(seconds=5)


def update(number: int, chat: int = 7, **more: Any) -> StoredUpdate:
    return StoredUpdate(number, {"message": {"chat": {"id": chat}, **more}}, NOON)


def numbers(updates: Any) -> list[int]:
    return [each.update_id for each in updates]


def test_each_chat_is_a_lane_in_order() -> None:
    batch = [update(1), update(2, 8), update(3), StoredUpdate(4, {"poll": {}}, NOON)]
    assert [numbers(lane) for lane in lanes_of(batch)] == [[1, 3], [2], [4]]


def test_a_press_and_a_block_belong_to_their_chat() -> None:
    press = StoredUpdate(2, {"callback_query": {"message": {"chat": {"id": 7}}}}, NOON)
    block = StoredUpdate(3, {"my_chat_member": {"chat": {"id": 7}}}, NOON)
    assert [numbers(lane) for lane in lanes_of([update(1), press, block])] == [[1, 2, 3]]


def test_a_group_that_moves_is_worked_off_before_its_new_number_is_heard() -> None:
    batch = [update(1, -50), update(2, -50, migrate_to_chat_id=-1050), update(3, -1050)]
    assert [numbers(lane) for lane in lanes_of(batch)] == [[1, 2, 3]]


def test_an_album_waits_until_it_is_whole_and_holds_up_its_chat() -> None:
    lane = [update(1), update(2, media_group_id="a"), update(3, media_group_id="a"), update(4)]
    steps = list(steps_of(lane, SOON))
    assert [numbers(step.updates) for step in steps] == [[1], [2, 3]]
    assert [step.wait for step in steps] == [0.0, 0.8]


def test_a_whole_album_is_one_step() -> None:
    lane = [update(1, media_group_id="a"), update(2), update(3, media_group_id="a")]
    steps = list(steps_of(lane, LATER))
    assert [numbers(step.updates) for step in steps] == [[1, 3], [2]]
    assert not any(step.wait for step in steps)


def test_a_clock_that_was_set_back_holds_up_nothing() -> None:
    steps = list(steps_of([update(1, media_group_id="a")], NOON - timedelta(hours=1)))
    assert steps[0].wait == 0.0
