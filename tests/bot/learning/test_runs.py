"""One retraining at a time, each told of, and none that runs for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.conversations.leases import acquire
from bot.learning.runs import (
    BEGINS_WITHIN,
    LEASE,
    LIFETIME,
    AlreadyRunningError,
    Ending,
    RunState,
    UnknownRunError,
    ask,
    latest_runs,
    running,
    settle,
)
from bot.store.tables import NoticeRow, RetrainingRow


def states(database):
    with database.read() as session:
        return [row.state for row in latest_runs(session, 10)]


def notices(database):
    with database.read() as session:
        return [row.kind for row in session.exec(select(NoticeRow))]


def test_a_run_that_passes_keeps_its_report_and_tells_who_asked_at_the_desk(desk):
    id = ask(desk.database, "lea@shop.example", desk.now)
    with running(desk.database, desk.later, id=id) as run:
        run.end(Ending(RunState.PASSED, model="m", report={"before": None}))
    with desk.database.read() as session:
        row = session.get_one(RetrainingRow, id)
        assert (row.state, row.model_id, row.report) == ("passed", "m", {"before": None})
    assert notices(desk.database) == ["retraining_passed"]


def test_the_command_line_is_told_nothing_that_it_sees_itself(desk):
    with running(desk.database, desk.later) as run:
        run.end(Ending(RunState.REFUSED))
    assert (states(desk.database), notices(desk.database)) == (["refused"], [])


def test_a_second_one_is_told_that_one_runs(desk):
    with running(desk.database, desk.later) as run:
        with pytest.raises(AlreadyRunningError, match="runs already since"):
            ask(desk.database, "lea@shop.example", desk.later())
        with pytest.raises(AlreadyRunningError), running(desk.database, desk.later):
            raise AssertionError("it must not begin")
        run.end(Ending(RunState.PASSED))
    assert states(desk.database) == ["passed"]


def test_what_was_asked_for_and_cannot_begin_says_why(desk):
    id = ask(desk.database, "lea@shop.example", desk.now)
    with running(desk.database, desk.later) as run:
        with pytest.raises(AlreadyRunningError), running(desk.database, desk.later, id=id):
            raise AssertionError("it must not begin")
        run.end(Ending(RunState.PASSED))
    with desk.database.read() as session:
        assert session.get_one(RetrainingRow, id).state == "failed"


def test_a_failure_is_kept_with_its_words_and_lets_the_next_one_begin(desk):
    id = ask(desk.database, "lea@shop.example", desk.now)
    with pytest.raises(OSError, match="disk"), running(desk.database, desk.later, id=id):
        raise OSError("the disk is full")
    with desk.database.read() as session:
        row = session.get_one(RetrainingRow, id)
        assert (row.state, row.problem) == ("failed", "the disk is full")
    assert notices(desk.database) == ["retraining_failed"]
    assert ask(desk.database, "lea@shop.example", desk.later())


def test_an_interrupted_one_is_called_so(desk):
    with pytest.raises(KeyboardInterrupt), running(desk.database, desk.later):
        raise KeyboardInterrupt
    assert states(desk.database) == ["interrupted"]


def test_one_whose_process_is_gone_does_not_run_for_ever(desk):
    lease = acquire(desk.database, LEASE, "elsewhere 1 1", desk.now, LIFETIME)
    row = RetrainingRow(
        id="r", state="running", started_by="schedule", started_at=desk.now, token=lease.token
    )
    with desk.database.write() as session:
        session.add(row)
    assert settle(desk.database, desk.now) == []
    assert settle(desk.database, desk.now + LIFETIME + timedelta(seconds=1)) == ["r"]
    assert (states(desk.database), notices(desk.database)) == (
        ["interrupted"],
        ["retraining_failed"],
    )


def test_one_whose_process_never_began_is_given_up(desk):
    ask(desk.database, "lea@shop.example", desk.now)
    assert settle(desk.database, desk.now + BEGINS_WITHIN) == []
    assert len(settle(desk.database, desk.now + BEGINS_WITHIN + timedelta(seconds=1))) == 1
    assert ask(desk.database, "lea@shop.example", desk.later())


def test_one_that_was_given_up_does_not_begin_late(desk):
    id = ask(desk.database, "lea@shop.example", desk.now)
    desk.passes(seconds=BEGINS_WITHIN.total_seconds() + 1)
    settle(desk.database, desk.now)
    with pytest.raises(UnknownRunError), running(desk.database, desk.later, id=id):
        raise AssertionError("the team was told that it failed")
    assert (states(desk.database), notices(desk.database)) == (
        ["interrupted"],
        ["retraining_failed"],
    )


def test_a_moment_of_the_schedule_is_seen_to_once(desk):
    due = desk.now
    id = ask(desk.database, "schedule", desk.later(), due)
    with running(desk.database, desk.later, id=id) as run:
        run.end(Ending(RunState.UNNEEDED))
    assert ask(desk.database, "schedule", desk.later(), due) is None
    assert ask(desk.database, "schedule", desk.later(), due + timedelta(days=1))


def test_a_run_that_nobody_asked_for_is_refused(desk):
    with pytest.raises(UnknownRunError), running(desk.database, desk.later, id="none"):
        raise AssertionError("it must not begin")


def test_many_that_were_not_needed_do_not_hide_the_reports(desk):
    for state in (RunState.PASSED, RunState.UNNEEDED, RunState.UNNEEDED):
        desk.passes(days=1)
        with running(desk.database, desk.later) as run:
            run.end(Ending(state))
    assert states(desk.database) == ["unneeded", "passed"]
