"""Long work: one after another, each carried out once, none lost by a process that ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversations.leases import acquire
from bot.learning.heart import LIFETIME
from bot.learning.jobs import (
    BEGINS_WITHIN,
    LEASE,
    BusyJobError,
    JobKind,
    JobState,
    UnknownJobError,
    ask_again,
    ask_for,
    latest_jobs,
    remove_job,
    settle_jobs,
    take_next,
    working,
)

BY = "lea@shop.example"


def states(database) -> list[str]:
    return [row.state for row in reversed(latest_jobs(database, *JobKind))]


def ask(desk, kind=JobKind.IMPORT) -> str:
    desk.passes(seconds=1)
    return ask_for(desk.database, kind, BY, desk.now)


def test_what_waits_begins_in_turn_once_nothing_else_is_under_way(desk):
    first, second = ask(desk), ask(desk)
    assert take_next(desk.database, desk.now) == first
    assert take_next(desk.database, desk.now) is None
    with working(desk.database, lambda: desk.now, first) as job:
        job.end(JobState.DONE, result={"conversations": 3})
    assert take_next(desk.database, desk.now) == second
    assert latest_jobs(desk.database, JobKind.IMPORT)[1].result == {"conversations": 3}


def test_only_imports_queue_up(desk):
    ask(desk, JobKind.LEARN)
    with pytest.raises(BusyJobError):
        ask(desk, JobKind.LEARN)
    ask(desk, JobKind.BACKTEST)


def test_what_fails_says_why_and_may_be_tried_again_with_other_arguments(desk):
    id = ask(desk)
    take_next(desk.database, desk.now)
    with pytest.raises(ValueError, match="column"), working(desk.database, lambda: desk.now, id):
        raise ValueError("no  such\ncolumn")
    (row,) = latest_jobs(desk.database, JobKind.IMPORT)
    assert (row.state, row.problem) == ("failed", "no such column")
    ask_again(desk.database, id, desk.now, {"columns": "text=Body"})
    (row,) = latest_jobs(desk.database, JobKind.IMPORT)
    assert (row.state, row.problem, row.arguments) == ("waiting", None, {"columns": "text=Body"})


def test_what_its_process_left_behind_is_interrupted_and_goes_on_when_asked(desk):
    id = ask(desk)
    take_next(desk.database, desk.now)
    settle_jobs(desk.database, desk.now)
    assert states(desk.database) == ["starting"]
    desk.passes(seconds=BEGINS_WITHIN.total_seconds() + 1)
    settle_jobs(desk.database, desk.now)
    assert states(desk.database) == ["interrupted"]
    ask_again(desk.database, id, desk.now)
    assert take_next(desk.database, desk.now) == id


def test_a_second_process_does_not_carry_out_the_same(desk):
    id = ask(desk)
    take_next(desk.database, desk.now)
    assert acquire(desk.database, LEASE, "elsewhere 1 1", desk.now, LIFETIME)
    with pytest.raises(BusyJobError), working(desk.database, lambda: desk.now, id):
        raise AssertionError("it must not begin")
    later = desk.now + LIFETIME + timedelta(seconds=1)
    with working(desk.database, lambda: later, id) as job:
        job.end(JobState.DONE)
    with pytest.raises(UnknownJobError), working(desk.database, lambda: later, id):
        raise AssertionError("it is done")
    assert states(desk.database) == ["done"]


def test_what_is_under_way_is_not_removed(desk):
    id = ask(desk)
    take_next(desk.database, desk.now)
    with pytest.raises(UnknownJobError):
        remove_job(desk.database, id)
    with working(desk.database, lambda: desk.now, id) as job:
        job.end(JobState.DONE)
    remove_job(desk.database, id)
    assert states(desk.database) == []
