"""What the bot says to files: never that it has seen them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from situations import NOON, ORDER, POLICY, RETURNS, reading, turn

from bot.dialog import (
    AttachmentView,
    CustomerMessage,
    DialogState,
    Kind,
    OpenForm,
    OpeningHours,
    decide,
)
from bot.dialog.phrases import PHRASES, phrase

PICTURE = AttachmentView("LW123.png", "image")
VOICE = AttachmentView("voice.ogg", "audio")
SURE = 0.95


def sent(text: str, *files: AttachmentView) -> tuple[CustomerMessage, ...]:
    return (CustomerMessage(1, text, attachments=files),)


@pytest.mark.parametrize("language", PHRASES)
@pytest.mark.parametrize("family", ["image", "audio", "video", "document"])
def test_a_file_alone_goes_to_a_person_who_can_see_it(language, family):
    messages = sent("", AttachmentView("x", family))
    decision = decide(turn(reading("", language=language), messages=messages))
    assert decision.hand_off
    assert decision.reply.kind is Kind.HANDOFF
    assert decision.reply.text.startswith(phrase(f"attachment_{family}", language))
    assert phrase("handoff_file", language) in decision.reply.text


def test_outside_hours_a_file_is_kept_for_the_team():
    closed = replace(POLICY, hours=OpeningHours("UTC", {0: ()}))
    decision = decide(turn(reading(""), messages=sent("", VOICE), policy=closed))
    assert decision.reply.kind is Kind.DECLINE
    assert phrase("attachment_audio", "en") in decision.reply.text
    assert decision.hand_off


def test_words_beside_a_file_are_answered_and_the_file_is_named_once():
    asked = turn(reading("how?", (RETURNS, SURE)), messages=sent("how?", PICTURE))
    decision = decide(asked)
    assert decision.hand_off is None
    assert decision.reply.text.count(phrase("attachment_image", "en")) == 1
    assert RETURNS.texts["en"] in decision.reply.text


def test_several_files_are_named_together():
    messages = (*sent("how?", PICTURE), CustomerMessage(2, "", attachments=(VOICE,)))
    decision = decide(turn(reading("how?", (RETURNS, SURE)), messages=messages))
    assert decision.reply.text.startswith(phrase("attachment", "en"))


def test_a_name_is_no_value_of_a_form():
    form = OpenForm(ORDER.id, {"email": "a@b.c"})
    state = DialogState(form=form)
    decision = decide(turn(reading(""), state=state, messages=sent("", PICTURE)))
    assert decision.hand_off
    assert decision.state.form is None


def test_details_written_beside_a_file_fill_the_form():
    form = OpenForm(ORDER.id, {"email": "a@b.c"})
    asked = turn(reading("LW123"), state=DialogState(form=form), messages=sent("LW123", PICTURE))
    assert decide(asked).request.inputs == {"order": "LW123", "email": "a@b.c"}


def test_who_waits_already_is_told_that_it_was_added():
    decision = decide(turn(reading(""), messages=sent("", PICTURE), waiting=True))
    assert decision.reply.text == phrase("still_waiting", "en")


def test_while_the_bot_is_switched_off_it_says_no_more_than_that():
    decision = decide(turn(reading("hi"), messages=sent("hi", PICTURE), silenced=True))
    assert decision.reply.text == phrase("silenced", "en")
    assert decision.hand_off


def test_a_rule_for_words_fires_beside_a_file_too():
    said = "I will call my lawyer"
    decision = decide(turn(reading(said), messages=sent(said, PICTURE), now=NOON))
    assert decision.reply.reasons.rule == "rule"
    assert phrase("attachment_image", "en") in decision.reply.text
