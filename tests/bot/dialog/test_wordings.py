"""Several wordings of one answer, a channel's own text, follow-ups and files."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from situations import HOURS, ORDER, REFUND, RETURNS, TEMPLATES, asking, reading, turn

from bot.dialog import ButtonAction, CustomerMessage, DialogState, Kind, decide
from bot.dialog.wordings import wordings
from knowledge import AnswerTemplate, Enclosure, TemplateId

THREE = ("Send it back within 30 days.", "You have 30 days.", "Thirty days, then it stays.")
SEND = replace(
    RETURNS,
    variants={"en": THREE[1:], "de": ("Dreißig Tage.",)},
    texts_on={"telegram": {"en": "30 days!"}},
    follow_ups=(REFUND.id, HOURS.id, TemplateId("gone")),
    attachments=(Enclosure("label.pdf", "a" * 64),),
)
KNOWN = {**TEMPLATES, SEND.id: SEND}


def said(text: str = "return?", state: DialogState | None = None, **more):
    more.setdefault("templates", KNOWN)
    return decide(turn(reading(text, (SEND, 0.99)), state=state, **more))


def row(*texts: str, **more) -> list[str]:
    """What is said to ``texts``, one after the other."""
    state, found = DialogState(), []
    for text in texts:
        decision = said(text, state, **more)
        state = decision.state
        found.append(decision.reply.text)
    return found


def test_a_conversation_always_begins_with_the_same_wording_and_others_with_others():
    firsts = {said(bucket=bucket / 50).reply.text for bucket in range(50)}
    assert firsts == set(THREE)
    assert said(bucket=0.3).reply.text == said(bucket=0.3).reply.text


@given(st.floats(0, 1, exclude_max=True), st.integers(2, 9))
def test_no_wording_is_said_twice_in_a_row(bucket: float, times: int):
    heard = row(*["return?"] * times, bucket=bucket)
    assert all(one != other for one, other in pairwise(heard))
    assert set(heard) <= set(THREE)


def test_who_asks_on_in_other_words_hears_every_wording_and_then_that_there_is_no_more():
    heard = row("a", "b", "c", "d", "e")
    assert set(heard[:3]) == set(THREE)
    assert "the answer above" in heard[3]
    assert "colleague" in heard[4]


def test_a_pressed_button_says_the_next_wording():
    pressed = (CustomerMessage(1, "x", ButtonAction(template=SEND.id)),)
    first = said(messages=pressed)
    assert said(state=first.state, messages=pressed).reply.text != first.reply.text


def test_a_wording_that_is_gone_since_is_no_hindrance():
    state = replace(DialogState(), wordings={SEND.id: "of an older version"})
    assert said(state=state).reply.text in THREE


def test_a_channel_with_a_text_of_its_own_says_that_alone():
    assert row("a", "a", channel="telegram") == ["30 days!"] * 2
    assert wordings(SEND, "de", "telegram") == (RETURNS.texts["de"], "Dreißig Tage.")


def test_a_wording_is_noted_only_where_there_are_others():
    assert decide(turn(reading("h", (HOURS, 0.99)))).state.wordings == {}


def test_follow_ups_that_may_be_said_now_are_offered_in_the_language_of_the_answer():
    labels = [each.label for each in said().reply.buttons]
    assert labels == ["Refunds", REFUND.title, HOURS.title]
    german = decide(turn(reading("zurück?", (SEND, 0.99), language="de"), templates=KNOWN))
    assert german.reply.buttons == ()
    assert said().reply.buttons[1].action == ButtonAction(template=REFUND.id)


def test_files_go_with_the_answer_and_not_with_pointing_to_it():
    first = said("a", templates={**KNOWN, SEND.id: replace(SEND, variants={})})
    assert first.reply.files == SEND.attachments
    single = {**KNOWN, SEND.id: replace(SEND, variants={})}
    again = said("b", first.state, templates=single)
    assert again.reply.files == ()


def test_two_answers_in_one_reply_send_the_files_of_both_once():
    both = replace(HOURS, attachments=(SEND.attachments[0], Enclosure("map.png", "b" * 64)))
    parts = asking(reading("return?", (SEND, 0.99)), reading("open?", (HOURS, 0.99)))
    known = {**KNOWN, HOURS.id: both}
    decision = decide(turn(reading("return? open?"), parts=parts, templates=known))
    assert [each.name for each in decision.reply.files] == ["label.pdf", "map.png"]
    assert set(decision.state.wordings) == {SEND.id}


def test_an_answer_whose_details_are_asked_for_sends_nothing_yet():
    order = replace(ORDER, attachments=SEND.attachments, variants={"en": ("{{ order }}!",)})
    known = {**TEMPLATES, ORDER.id: order}
    asked = decide(turn(reading("where?", (order, 0.99)), templates=known))
    assert (asked.reply.kind, asked.reply.files, asked.state.wordings) == (Kind.ASK, (), {})


def test_every_wording_of_an_answer_needs_its_own_places():
    silent = AnswerTemplate(TemplateId("s"), "S", {"en": "Hi."}, variants={"en": ("{{ order }}",)})
    turns = (
        turn(reading("s", (silent, 0.99)), templates={silent.id: silent}, bucket=place / 20)
        for place in range(20)
    )
    assert {decide(each).reply.kind for each in turns} == {Kind.ANSWER, Kind.ASK}
