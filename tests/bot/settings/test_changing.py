"""One value of the settings file changes; every other character stays as people wrote it."""

from __future__ import annotations

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings.changing import UnchangeableSettingsError, _with, change_setting
from bot.settings.reading import read_file

KEY = "target_precision"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "target_precision: 0.9\n"),
        ("company: Us", "company: Us\ntarget_precision: 0.9\n"),
        ("target_precision: 0.95\n", "target_precision: 0.9\n"),
        ("target_precision:   0.95   # ours\n", "target_precision: 0.9   # ours\n"),
        ("# target_precision: 0.8\n", "# target_precision: 0.8\ntarget_precision: 0.9\n"),
        ("target_precision:\r\ncompany: Us\r\n", "target_precision: 0.9\r\ncompany: Us\r\n"),
    ],
)
def test_the_value_takes_its_place_and_remarks_stay(before, after):
    assert _with(before, KEY, "0.9") == after


@given(st.text(alphabet="abc:# \n.0", max_size=60))
def test_changing_twice_is_changing_once(text):
    once = _with(text, KEY, "0.9")
    assert _with(once, KEY, "0.9") == once


def test_the_file_keeps_its_rights_and_is_read_with_the_new_value(tmp_path):
    path = tmp_path / "frontdesk.yaml"
    path.write_text("company: Us # we\n")
    path.chmod(0o600)
    change_setting(tmp_path, KEY, 0.9)
    assert path.read_text() == "company: Us # we\ntarget_precision: 0.9\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_file(path).target_precision == 0.9
    assert [each.name for each in tmp_path.iterdir()] == ["frontdesk.yaml"]


def test_what_would_not_be_usable_leaves_the_file_alone(tmp_path):
    path = tmp_path / "frontdesk.yaml"
    path.write_text("company: [broken\n")
    with pytest.raises(UnchangeableSettingsError, match="was not changed"):
        change_setting(tmp_path, KEY, 0.9)
    assert path.read_text() == "company: [broken\n"
