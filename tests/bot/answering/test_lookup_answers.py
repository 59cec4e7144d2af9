"""An answer about something else than what was asked is never shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.lookup_answers import outcome_of_document
from bot.dialog import Lookup, LookupRequest

ORDERS = Lookup("orders", "http://o", ("order_number", "email"), ("status",))


def answer(asked: str, **document: object) -> dict[str, str] | None:
    request = LookupRequest("orders", {"order_number": asked, "email": "a@b.nl"})
    found = outcome_of_document(ORDERS, request, {"status": "sent", **document}).values
    return dict(found) if found is not None else None


@pytest.mark.parametrize(
    ("asked", "repeated"),
    [("LW-26-1", "lw 26 1"), ("0042", 42), ("４２", "42"), ("#42", "42"), ("A1", None)],
)
def test_an_order_written_in_another_way_is_the_same(asked, repeated):
    assert answer(asked, order_number=repeated) == {"status": "sent"}


@pytest.mark.parametrize(
    ("asked", "repeated"), [("42", 142), ("LW-26-1", "LW-26-2"), ("A1", ""), ("42", "-")]
)
def test_another_order_is_no_match(asked, repeated):
    assert answer(asked, order_number=repeated) is None


def test_another_customer_is_no_match_however_the_service_calls_the_detail():
    assert answer("42", Email="x@y.nl") is None
    assert answer("42", orderNumber="43") is None
    assert answer("42", orderNumber="42", EMAIL="A@B.nl") == {"status": "sent"}


@given(st.text(min_size=1, max_size=12))
def test_what_is_repeated_as_it_was_asked_is_always_shown(asked):
    assert answer(asked, order_number=asked) == {"status": "sent"}
