"""By which names a customer is known to the operator's rules."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conversing import Desk
from situations import NOON

from bot.conversations.customers import SignedInCustomer
from bot.conversations.opening import open_web_conversation

TOMORROW = NOON + timedelta(days=1)


@pytest.mark.parametrize(
    ("customer", "known_as"),
    [
        (None, set()),
        (SignedInCustomer("Ann7", TOMORROW, "Ann"), {"ann7", "web:ann7"}),
        (SignedInCustomer("7", TOMORROW, email="Ann@B.nl"), {"7", "web:7", "ann@b.nl"}),
    ],
)
def test_a_signed_in_customer_is_known_by_sub_key_and_address(desk: Desk, customer, known_as):
    opened = open_web_conversation(
        desk.database, language="en", greeting="Hi", name="Bot", company="Shop",
        now=desk.later(), customer=customer,
    )  # fmt: skip
    desk.says(opened.conversation_id, "hello")
    assert desk.pending(opened.conversation_id).known_as == known_as
