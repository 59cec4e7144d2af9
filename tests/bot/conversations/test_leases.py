"""One holder at a time, and nobody waits for the dead."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

from situations import NOON

from bot.conversations.leases import (
    LIFETIME,
    Lease,
    acquire,
    has_ended,
    is_held,
    release,
    renew,
    this_process,
)

ELSEWHERE = "other-machine 1 1"
PROGRAM = "from bot.conversations.leases import this_process; print(this_process())"


def dead_process() -> str:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    return done.stdout.strip()


def test_the_second_waits_until_the_first_gives_it_back(database):
    first = acquire(database, "bot", ELSEWHERE, NOON)
    assert first == Lease("bot", ELSEWHERE, 1)
    assert acquire(database, "bot", this_process(), NOON) is None
    release(database, first, NOON)
    assert acquire(database, "bot", this_process(), NOON) == Lease("bot", this_process(), 2)


def test_a_lease_that_is_renewed_does_not_lapse(database):
    lease = acquire(database, "bot", ELSEWHERE, NOON)
    later = NOON + LIFETIME
    assert renew(database, lease, later)
    assert acquire(database, "bot", this_process(), later + timedelta(seconds=1)) is None


def test_a_lease_that_lapsed_is_lost_to_whoever_takes_it(database):
    lost = acquire(database, "bot", ELSEWHERE, NOON)
    taken = acquire(database, "bot", this_process(), NOON + LIFETIME)
    assert taken.token == 2
    assert not renew(database, lost, NOON + LIFETIME)
    with database.write() as session:
        assert is_held(session, taken)
        assert not is_held(session, lost)


def test_a_process_of_this_machine_that_ended_is_not_waited_for(database):
    acquire(database, "bot", dead_process(), NOON)
    assert acquire(database, "bot", this_process(), NOON) is not None


def test_a_later_process_under_the_same_id_is_not_taken_for_the_holder():
    machine, pid, _ = this_process().split(" ")
    assert not has_ended(this_process())
    assert has_ended(f"{machine} {pid} 1")
    assert not has_ended(ELSEWHERE)


def test_leases_of_different_names_do_not_meet(database):
    assert acquire(database, "one", ELSEWHERE, NOON)
    assert acquire(database, "other", this_process(), NOON)


def test_a_lease_of_a_later_time_shows_that_the_clock_was_put_back(database):
    acquire(database, "bot", ELSEWHERE, NOON)
    earlier = NOON - timedelta(hours=1)
    assert acquire(database, "bot", this_process(), earlier) is not None
    assert acquire(database, "bot", ELSEWHERE, earlier) is None
