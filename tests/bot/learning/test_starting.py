"""The schedule starts one process for each due moment, whoever looks and however often."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.conversations.bus import Bus
from bot.learning import starting
from bot.learning.runs import latest_runs, settle
from bot.learning.starting import Retrainer, UntrainableError
from bot.settings import FileSettings, Settings

DAILY = {"retraining": {"every": "day", "at": "03:00"}}


@pytest.fixture
def spawned(monkeypatch):
    monkeypatch.setattr(starting, "missing_for_training", list)
    ids = []
    monkeypatch.setattr(Retrainer, "_spawn", lambda _, id, scheduled: ids.append((id, scheduled)))
    return ids


@pytest.fixture
def retrainer(desk, tmp_path):
    settings = replace(Settings.load(tmp_path, {}), file=FileSettings.model_validate(DAILY))
    return Retrainer(desk.database, Bus(), None, lambda: desk.now, lambda: settings)


def test_a_new_schedule_waits_for_its_next_moment(retrainer, desk, spawned):
    retrainer.look()
    assert spawned == []
    desk.passes(days=1)
    retrainer.look()
    assert [scheduled for _, scheduled in spawned] == [True]


def test_each_moment_is_seen_to_once_over_restarts_and_servers(retrainer, desk, spawned, tmp_path):
    retrainer.look()
    desk.passes(days=1)
    other = Retrainer(desk.database, Bus(), None, lambda: desk.now, retrainer._settings)
    for each in (retrainer, other, retrainer):
        each.look()
    assert len(spawned) == 1
    desk.passes(days=1)
    other.look()
    assert len(spawned) == 2


def test_a_moment_missed_while_the_server_was_down_is_made_up_for_once(retrainer, desk, spawned):
    retrainer.look()
    desk.passes(days=9)
    for _ in range(3):
        retrainer.look()
    assert len(spawned) == 1


def test_what_is_due_waits_for_the_one_that_runs(retrainer, desk, spawned):
    retrainer.look()
    desk.passes(hours=23)
    retrainer.start("lea@shop.example")
    desk.passes(minutes=1)
    with desk.database.read() as session:
        (row,) = latest_runs(session, 5)
    assert row.state == "asked"
    desk.passes(hours=1)
    assert settle(desk.database, desk.now)
    retrainer.look()
    assert [scheduled for _, scheduled in spawned] == [False, True]


def test_without_the_libraries_a_person_is_told_and_the_schedule_only_logs(
    retrainer, desk, monkeypatch, caplog
):
    monkeypatch.setattr(starting, "missing_for_training", lambda: ["torch"])
    with pytest.raises(UntrainableError, match="pip install"):
        retrainer.start("lea@shop.example")
    retrainer.look()
    desk.now += timedelta(days=1)
    retrainer.look()
    retrainer.look()
    assert caplog.text.count("cannot be started") == 1
