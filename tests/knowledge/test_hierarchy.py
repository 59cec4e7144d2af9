"""Intents under others, as their names say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import IntentId, lineage, parent_of, placed_under


@pytest.mark.parametrize(
    ("intent", "parent"),
    [
        ("billing/refund", "billing"),
        ("a/b/c", "a/b"),
        ("a//b", "a"),
        ("refund", None),
        ("/refund", None),
        ("refund/", None),
        ("//", None),
        ("", None),
    ],
)
def test_the_parent_stands_before_the_last_slash(intent: str, parent: str | None) -> None:
    assert parent_of(IntentId(intent)) == parent


def test_lineage_begins_with_the_intent_and_ends_with_the_outermost_parent() -> None:
    assert lineage(IntentId("a/b/c")) == ("a/b/c", "a/b", "a")


@pytest.mark.parametrize(
    ("parent", "intent", "placed"),
    [
        ("billing", "refund", "billing/refund"),
        (" billing/ ", " refund ", "billing/refund"),
        ("billing", "billing/refund", "billing/refund"),
        ("shop/billing", "refund", "shop/billing/refund"),
        ("", "refund", "refund"),
        ("/", "refund", "refund"),
        ("billing", "", ""),
    ],
)
def test_an_intent_is_placed_under_a_parent_once(parent: str, intent: str, placed: str) -> None:
    assert placed_under(parent, intent) == placed


@given(st.text("ab/ ", max_size=6), st.text("ab/ ", max_size=6))
def test_placing_twice_is_placing_once(parent: str, intent: str) -> None:
    once = placed_under(parent, intent)
    assert placed_under(parent, once) == once


@given(st.text("ab/", max_size=12))
def test_every_lineage_ends(intent: str) -> None:
    found = lineage(IntentId(intent))
    assert parent_of(found[-1]) is None
    assert len(set(found)) == len(found)
