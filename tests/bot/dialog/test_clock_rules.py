"""Which promise holds for whom, and how a wait is put into words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.dialog import Priority
from bot.dialog.clock_rules import Assignment, Clock, Method, ServiceLevel, ServiceLevels
from bot.dialog.waiting_time import expected_wait, place_in_words

HOUR = timedelta(hours=1)
LEVELS = ServiceLevels(
    default=ServiceLevel(HOUR, 8 * HOUR),
    queues={"returns": ServiceLevel(2 * HOUR)},
    priorities={Priority.URGENT: ServiceLevel(HOUR / 12)},
)


@pytest.mark.parametrize(
    ("clock", "queue", "priority", "target"),
    [
        (Clock.FIRST_RESPONSE, "", Priority.NORMAL, HOUR),
        (Clock.FIRST_RESPONSE, "returns", Priority.NORMAL, 2 * HOUR),
        (Clock.FIRST_RESPONSE, "returns", Priority.URGENT, HOUR / 12),
        (Clock.RESOLUTION, "", Priority.URGENT, 8 * HOUR),
        (Clock.RESOLUTION, "returns", Priority.URGENT, 8 * HOUR),
    ],
)
def test_a_queue_has_its_own_promises_and_a_priority_may_shorten_them(
    clock, queue, priority, target
):
    assert LEVELS.target(clock, queue, priority) == target


def test_where_nothing_is_promised_no_clock_is_due():
    assert ServiceLevels().target(Clock.RESOLUTION, "", Priority.URGENT) is None


def test_a_queue_may_be_assigned_in_its_own_way():
    rules = Assignment(Method.ROUND_ROBIN, {"returns": Method.MANUAL})
    assert rules.method_of("returns") is Method.MANUAL
    assert rules.method_of("") is Method.ROUND_ROBIN


@pytest.mark.parametrize(
    ("median", "position", "agents", "minutes"),
    [(50, 1, 1, 2), (130, 2, 2, 3), (130, 3, 2, 5), (600, 7, 2, 45), (3_600, 2, 1, 90)],
)
def test_a_wait_is_rounded_up_and_grows_by_rounds(median, position, agents, minutes):
    assert expected_wait(median, position, agents) == 60 * minutes


def test_a_wait_is_said_as_roughly_as_it_is_known():
    assert "number 3 in the queue" in place_in_words(3, 300, "en")
    assert "within about 5 minutes" in place_in_words(3, 300, "en")
    assert "more than an hour" in place_in_words(3, 5_400, "en")
    assert place_in_words(3, None, "en") == "You are number 3 in the queue."
