"""What redaction finds in labelled sentences, kind by kind, and that nothing breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redaction_figures import HALVES, measure, read_half, table

from knowledge import Redactor

STRUCTURED = ("email", "phone", "iban", "account", "card", "id", "birth", "ip", "plate", "url",
              "secret")  # fmt: skip


@pytest.mark.parametrize("kind", STRUCTURED)
def test_what_has_a_form_is_found_in_the_tuning_half(kind: str) -> None:
    figures = measure(Redactor(), read_half("tuning"))
    assert figures.recall(kind) >= 0.95
    assert figures.precision(kind) >= 0.98


def test_names_and_addresses_are_found_in_the_tuning_half() -> None:
    figures = measure(Redactor(), read_half("tuning"))
    for kind in ("name", "address"):
        assert figures.recall(kind) >= 0.95
        assert figures.precision(kind) >= 0.97
    assert figures.clean_kept / figures.clean >= 0.98


def test_the_set_is_large_and_half_of_it_only_looks_personal() -> None:
    sentences = [each for half in HALVES for each in read_half(half)]
    assert len(sentences) >= 600
    assert len({each.country for each in sentences}) >= 12
    assert sum(not each.spans for each in sentences) >= 0.48 * len(sentences)
    assert len({each.text for each in sentences}) == len(sentences)


def test_the_table_names_every_kind() -> None:
    shown = table("tuning")
    assert all(f"| {kind} |" in shown for kind in (*STRUCTURED, "name", "address"))


@given(st.text(max_size=120))
def test_places_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for span in Redactor().find(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


_PIECES = [each.text for half in HALVES for each in read_half(half)]


@given(st.lists(st.sampled_from(_PIECES), max_size=3), st.sampled_from(["\n", " ", "，", ""]))
def test_redacting_twice_changes_nothing_more(pieces: list[str], between: str) -> None:
    once = Redactor().redact(between.join(pieces))
    twice = Redactor().redact(once.text)
    assert (twice.text, twice.found) == (once.text, {})
