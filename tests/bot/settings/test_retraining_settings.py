"""The key `retraining` as people write it."""

from __future__ import annotations

from datetime import time

import pytest

from bot.settings import SettingsError, read_file
from bot.settings.retraining import schedule_of


def read(tmp_path, text):
    path = tmp_path / "frontdesk.yaml"
    path.write_text(text, encoding="utf-8")
    return read_file(path).retraining


@pytest.mark.parametrize("off", ["off", '"off"', "no"])
def test_off_is_off_however_yaml_reads_it(tmp_path, off):
    assert schedule_of(read(tmp_path, f"retraining: {{every: {off}}}"), "UTC") is None


@pytest.mark.parametrize("at", ["13:30", '"13:30"'])
def test_a_time_of_the_day_needs_no_quotes(tmp_path, at):
    found = read(tmp_path, f"retraining: {{every: week, at: {at}, promote: true}}")
    schedule = schedule_of(found, "Europe/Berlin")
    assert schedule is not None
    assert (schedule.weekly, schedule.at, found.promote) == (True, time(13, 30), True)


def test_nothing_is_retrained_by_itself_unless_somebody_says_so(tmp_path):
    assert schedule_of(read(tmp_path, "company: A shop"), "UTC") is None


@pytest.mark.parametrize("wrong", ["every: hour", "at: 25:00", "least_new: 0", "when: now"])
def test_what_cannot_be_used_is_refused_with_its_place(tmp_path, wrong):
    with pytest.raises(SettingsError, match="retraining"):
        read(tmp_path, f"retraining: {{{wrong}}}")
