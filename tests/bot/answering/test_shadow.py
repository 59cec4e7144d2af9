"""Recent conversations are held with both releases, each with its own memory, until they part."""

from __future__ import annotations

from dataclasses import replace

from conversing import answering

from bot.answering.shadow import recent_talks, shadow
from bot.dialog import Status
from bot.dialog.state import Memory


class Release:
    """Answers every text with the template ``answers`` says, and keeps the turns that it saw."""

    def __init__(self, answers=None):
        self.answers = answers or {}
        self.seen = []

    def __call__(self, turn, at):
        self.seen.append((turn, at))
        text = turn.messages[0].text
        hand_off = "asked" if text == "a person" else None
        decided = answering(f"about {text}", hand_off=hand_off)
        reply = decided.decision.reply
        reasons = replace(reply.reasons, template=self.answers.get(text))
        state = replace(turn.state, memory=Memory(asked=text))
        decision = replace(decided.decision, reply=replace(reply, reasons=reasons), state=state)
        return replace(decided, decision=decision)


def talk(desk, *texts):
    conversation = desk.conversation()
    for text in texts:
        desk.says(conversation, text, key=f"{text} {desk.now}")
        desk.answers(conversation)
    return conversation


def held(desk, before, after):
    return shadow(desk.database, before, after, lambda *_: None)


def test_what_is_answered_alike_is_held_to_its_end(desk):
    talk(desk, "one", "two")
    found = held(desk, Release(), Release())
    assert (found.conversations, found.turns, found.parted) == (1, 2, 0)


def test_each_goes_on_from_its_own_memory(desk):
    talk(desk, "one", "two")
    release = Release()
    held(desk, release, Release())
    assert [turn.state.memory.asked for turn, _ in release.seen] == ["", "one"]
    assert all(turn.status is Status.AUTOMATED for turn, _ in release.seen)


def test_a_conversation_ends_where_they_part_and_both_replies_are_shown(desk):
    conversation = talk(desk, "one", "two", "three")
    found = held(desk, Release({"two": "t_old"}), Release({"two": "t_new"}))
    assert (found.turns, found.parted) == (2, 1)
    (parting,) = found.examples
    assert (parting.conversation, parting.turn, parting.text) == (conversation, 2, "two")
    assert (parting.before, parting.after) == ("answer t_old", "answer t_new")


def test_nothing_is_held_after_a_hand_over(desk):
    talk(desk, "a person", "two")
    assert held(desk, Release(), Release()).turns == 1


def test_what_was_said_after_an_agent_came_in_is_left_out(desk):
    conversation = talk(desk, "one")
    ada = desk.agent()
    desk.take_over(conversation, ada)
    desk.replies(conversation, ada)
    desk.says(conversation, "thanks")
    (found,) = recent_talks(desk.database, 10)
    assert [each.messages[0].text for each in found.turns] == ["one"]


def test_the_latest_come_first_and_no_more_than_wanted(desk):
    talks = [talk(desk, text) for text in ("one", "two", "three")]
    found = [each.conversation for each in recent_talks(desk.database, 2)]
    assert found == talks[:0:-1]


def test_nothing_of_it_is_stored(desk):
    conversation = talk(desk, "one")
    before = desk.messages(conversation)
    held(desk, Release(), Release({"one": "t"}))
    assert [each.id for each in desk.messages(conversation)] == [each.id for each in before]
