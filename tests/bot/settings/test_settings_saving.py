"""Settings are saved into the file that people write: nothing of it is lost, or else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import (
    SettingsError,
    UnwritableSettingsError,
    change_of,
    replace_file,
    stored_settings,
)
from bot.settings.amending import amended
from knowledge import sample

SAMPLE = (Path(sample.__file__).parent / "frontdesk.yaml").read_text(encoding="utf-8")
WRITTEN = """\
# Ours.
company: Old  # the short name
handoff:
  # Always people.
  words:
    # lawyers
    - my lawyer
    - recall   # since 2024
  intents: [legal, fire]
queues:
  damage: {intents: [damaged], priority: high}
hours:
  week:
    monday: ["09:00-17:00"]
    # closed early
    friday: ["09:00-13:00"]
# The end.
"""


def saved(tmp_path: Path, text: str, **values: object) -> str:
    path = tmp_path / "frontdesk.yaml"
    path.write_text(text, encoding="utf-8")
    return change_of(stored_settings(path), values).text


def test_one_changed_value_changes_one_place(tmp_path):
    after = saved(tmp_path, SAMPLE, accent="#123456")
    assert after == SAMPLE.replace('"#0b6e6e"', "'#123456'")


def test_comments_stay_where_they_were(tmp_path):
    words = ["recall", "sue you"]
    after = saved(tmp_path, WRITTEN, handoff={"words": words, "intents": ["legal", "fire"]})
    assert after == WRITTEN.replace("    - my lawyer\n", "").replace(
        "# since 2024\n", "# since 2024\n    - sue you\n"
    )


def test_a_day_is_added_and_another_goes(tmp_path):
    week = {"friday": ["09:00-13:00"], "sunday": ["10:00-12:00"]}
    after = saved(tmp_path, WRITTEN, hours={"week": week})
    assert '    monday: ["09:00-17:00"]\n' not in after
    assert (
        "    # closed early\n    friday: [\"09:00-13:00\"]\n    sunday: ['10:00-12:00']\n" in after
    )
    assert after.endswith("# The end.\n")


def test_a_queue_in_brackets_takes_another_beside_it(tmp_path):
    queues = {"damage": {"intents": ["damaged"], "priority": "urgent"}, "x": {"intents": ["y"]}}
    after = saved(tmp_path, WRITTEN, queues=queues)
    assert "  damage: {intents: [damaged], priority: urgent}\n  x:\n    intents: [y]\n" in after


def test_a_section_written_out_with_its_defaults_keeps_them(tmp_path):
    text = "hours:\n  time_zone: UTC  # as ever\n  week: {}\n"
    after = saved(tmp_path, text, hours={"week": {"monday": ["09:00-17:00"]}})
    assert after == text.replace("{}", "{monday: ['09:00-17:00']}")


@pytest.mark.parametrize("text", ["", "# only a comment", "company: A", "{company: A}\n"])
def test_a_section_that_was_not_there_is_added(tmp_path, text):
    after = saved(tmp_path, text, hours={"holidays": ["2026-12-25"]})
    assert yaml.safe_load(after)["hours"]["holidays"][0].isoformat() == "2026-12-25"
    assert text.startswith("{") or after.startswith(text)


def test_what_is_emptied_goes_and_the_comment_above_it_stays(tmp_path):
    after = saved(tmp_path, WRITTEN, handoff={"intents": ["legal", "fire"]}, queues={})
    assert yaml.safe_load(after)["handoff"] == {"intents": ["legal", "fire"]}
    assert "queues" not in after
    assert "# Always people." in after


def test_a_value_that_cannot_be_used_is_refused_by_its_place(tmp_path):
    with pytest.raises(SettingsError, match=r"^hours.week.monday: '9 to 5' is no span"):
        saved(tmp_path, WRITTEN, hours={"week": {"monday": ["9 to 5"]}})


@pytest.mark.parametrize("text", ["compnay: x\n", "a: [", "quiet_seconds: lots\n"])
def test_a_broken_file_is_not_built_on(tmp_path, text):
    with pytest.raises(UnwritableSettingsError, match="mend it in the file itself first"):
        saved(tmp_path, text, accent="#123456")


def test_references_are_not_broken_by_a_change(tmp_path):
    text = "suggestions:\n  en: &same [a, b]\n  de: *same\n"
    with pytest.raises(UnwritableSettingsError, match="change it in the file itself"):
        saved(tmp_path, text, suggestions={"en": ["c"], "de": ["a", "b"]})


def test_the_file_is_replaced_at_once_and_keeps_its_mode(tmp_path):
    path = tmp_path / "frontdesk.yaml"
    path.write_text("company: A\n")
    path.chmod(0o600)
    replace_file(path, "company: B\n")
    assert path.read_text() == "company: B\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["frontdesk.yaml"]


def test_a_folder_that_takes_nothing_is_told(tmp_path):
    with pytest.raises(UnwritableSettingsError, match="cannot be written"):
        replace_file(tmp_path / "missing" / "frontdesk.yaml", "company: B\n")


LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff")
TEXTS = st.text(LETTERS, max_size=12)
KEYS = st.text(LETTERS, min_size=1, max_size=12)
"""YAML's form for keys that are empty (`? ''`) is not written by people; saving refuses it."""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.dates() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=4)


def without_nothing(value: object) -> object:
    """What `amended` promises of mappings: a key with None is no key."""
    if isinstance(value, dict):
        return {key: without_nothing(each) for key, each in value.items() if each is not None}
    return value


def in_short(document: object) -> str:
    return str(yaml.safe_dump(document, allow_unicode=True, sort_keys=False))


def in_brackets(document: object) -> str:
    return str(yaml.safe_dump(document, default_flow_style=True, allow_unicode=True))


@given(before=DOCUMENTS, after=DOCUMENTS, write=st.sampled_from([in_short, in_brackets]))
def test_a_text_means_afterwards_what_it_should(before, after, write):
    text = amended(write(before), before, after)
    assert without_nothing(yaml.safe_load(text) or {}) == without_nothing(after)


@given(document=DOCUMENTS, write=st.sampled_from([in_short, in_brackets]))
def test_a_text_that_should_not_change_does_not(document, write):
    assert amended(write(document), document, document) == write(document)
