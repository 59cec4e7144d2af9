"""An option named in words is the button that it names."""

from __future__ import annotations

import pytest

from bot.answering.picks import points_at_option, with_pick
from bot.dialog import ButtonAction, CustomerMessage, ReplyButton
from knowledge import TemplateId

COST = ReplyButton("What does it cost?", ButtonAction(text="What does a return cost?"))
REFUND = ReplyButton("Refunds", ButtonAction(template=TemplateId("refund")))
NONE = ReplyButton("Something else", ButtonAction(other=True))
BUTTONS = (COST, REFUND, NONE)


def picked(text: str, buttons: tuple[ReplyButton, ...] = BUTTONS) -> ButtonAction | None:
    return with_pick((CustomerMessage(1, text),), buttons)[-1].button


@pytest.mark.parametrize(
    ("button", "texts"),
    [
        (COST, ["the first one", "1", "First please", "option 1", "das erste", "第一个", "#1"]),
        (REFUND, ["The second", "2.", "no, the second one", "number two", "die zweite bitte"]),
        (REFUND, ["the last one", "the latter", "最后一个", "refunds!", "I mean the 2nd one"]),
        (NONE, ["the third", "3", "something else"]),
        (COST, ["what does it cost", "What does it cost?"]),
    ],
)
def test_an_option_is_named_by_its_place_or_its_label(button, texts):
    assert [picked(text) for text in texts] == [button.action] * len(texts)


@pytest.mark.parametrize(
    "text", ["the fourth", "the first parcel came", "1 kg", "two of them", "the other one", ""]
)
def test_what_names_no_option_presses_nothing(text):
    assert picked(text) is None


def test_without_that_many_options_nothing_is_pressed():
    assert picked("2", (COST,)) is None
    assert picked("the last one", (COST, NONE)) is None
    assert picked("1", ()) is None


def test_a_pressed_text_is_said_in_the_customers_place_and_what_came_before_it_stays():
    thanks = CustomerMessage(1, "thanks")
    before, last = with_pick((thanks, CustomerMessage(2, "the first")), BUTTONS)
    assert (before, last.text) == (thanks, "What does a return cost?")
    assert with_pick((CustomerMessage(1, "the second"),), BUTTONS)[-1].text == "Refunds"


def test_a_button_that_was_pressed_is_not_read_as_another():
    pressed = CustomerMessage(1, "2", ButtonAction(text="2"))
    assert with_pick((pressed,), BUTTONS) == (pressed,)


def test_a_place_is_told_from_a_matter():
    assert points_at_option("the second one")
    assert not points_at_option("the second parcel")
