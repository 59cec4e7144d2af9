"""From a burst and what is remembered to what is looked up."""

from __future__ import annotations

from bot.answering.resolving import MAX_PARTS, resolve
from bot.dialog import Bearing

ASKED = "How long does delivery to Germany take?"


def test_a_follow_up_is_made_whole_by_the_question_that_is_remembered():
    said = resolve(ASKED, "and to Canada?")
    assert [each.text for each in said.wholes] == ["How long does delivery to Canada take?"]
    assert said.text == "and to Canada?"


def test_a_question_of_its_own_stays_as_it_is():
    said = resolve(ASKED, "thanks, and my bike is broken?")
    assert (said.wholes, said.bearing, said.parts) == ((), None, ())


def test_a_correction_is_looked_up_by_what_it_means_and_may_lean_too():
    said = resolve(ASKED, "no, I meant to Canada?")
    assert (said.bearing, said.text) == (Bearing.MENDED, "to Canada?")
    assert said.wholes[0].text == "How long does delivery to Canada take?"


def test_a_few_nouns_that_were_meant_instead_are_tried_in_every_place():
    said = resolve("How do I return an item?", "no, I meant a battery")
    assert [each.text for each in said.wholes] == [
        "a battery? How do I return an item?",
        "How do I return an battery?",
    ]


def test_what_was_asked_about_the_question_since_is_kept():
    said = resolve(ASKED, "and to Austria?", "for express")
    assert said.wholes[0].text == "for express? How long does delivery to Austria take?"


def test_a_word_about_the_last_reply_is_nothing_to_look_up():
    said = resolve(ASKED, "that didn't help")
    assert (said.bearing, said.wholes, said.parts) == (Bearing.REFUSED, (), ())


def test_each_request_leans_on_the_one_before_it():
    said = resolve(ASKED, "and to Canada? And how much is postage to Japan? And to Korea?")
    assert [part.looked_up for part in said.parts] == [
        "How long does delivery to Canada take?",
        "And how much is postage to Japan?",
        "And how much is postage to Korea?",
    ]
    assert said.parts[2].said == "And to Korea?"


def test_more_requests_than_are_looked_up_are_kept_apart():
    many = " ".join(f"Do you sell item number {n}?" for n in range(MAX_PARTS + 2))
    said = resolve("", f"I am new here today. {many}")
    assert len(said.parts) == MAX_PARTS
    assert said.unread == tuple(f"Do you sell item number {n}?" for n in (5, 6))
