"""A model's directory tells what it learned from, and some texts are never learned from."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nlu.learned_from import (
    GOLDEN_SHARE,
    LEARNED_FROM,
    is_golden,
    read_learned_from,
    text_digest,
    write_learned_from,
)


def test_a_trained_model_knows_its_texts_and_no_others(tuned_directory: Path) -> None:
    learned = read_learned_from(tuned_directory)
    assert learned is not None
    assert text_digest("where  is my order ") in learned
    assert text_digest("where is my bike") not in learned


def test_a_directory_that_does_not_say_is_unknown(tmp_path: Path) -> None:
    assert read_learned_from(tmp_path) is None
    (tmp_path / LEARNED_FROM).write_text("no list")
    assert read_learned_from(tmp_path) is None


@given(st.lists(st.text(), max_size=5))
def test_whatever_the_texts_they_are_found_again(tmp_path_factory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("learned")
    write_learned_from(folder, texts)
    assert read_learned_from(folder) == {text_digest(each) for each in texts}


def test_about_a_tenth_is_set_aside() -> None:
    golden = sum(is_golden(f"text number {number}") for number in range(5_000))
    assert 0.8 < golden / (5_000 / GOLDEN_SHARE) < 1.2
