"""Chatwoot's conversations and messages: contacts, agents, bots and activities told apart."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import SkippedRecord, Speaker, Transcript, detect_format, read_transcripts
from knowledge.importers.chatwoot import chatwoot_conversation
from knowledge.importers.json_fields import NotAConversationError

CUSTOMER, AGENT, BOT, SYSTEM = Speaker.CUSTOMER, Speaker.AGENT, Speaker.BOT, Speaker.SYSTEM
ANNA = {"id": 40, "name": "Anna Brandt", "type": "contact"}
BEN = {"id": 1, "name": "Ben Okafor", "type": "user"}


def message(number: int, kind: Any, text: str, sender: Any = None, **more: Any) -> dict[str, Any]:
    return {"id": number, "content": text, "message_type": kind, "conversation_id": 10,
            "created_at": 1740823200 + number, "private": False, "content_attributes": {},
            "content_type": "text", "sender": sender, **more}  # fmt: skip


MESSAGES = [
    message(1, 0, "Where is my parcel?", ANNA),
    message(2, 3, "Give the team a way to reach you"),
    message(3, 2, "Ben self-assigned this conversation"),
    message(4, 1, "She called before", BEN, private=True),
    message(5, "outgoing", "It comes **today**", BEN),
    message(6, 1, "I am a bot", {"id": 3, "name": "Helper", "type": "agent_bot"}),
    message(7, 1, "Captain here", {"id": 4, "type": "captain_assistant"}),
    message(8, 1, "Sent by a rule"),
    message(9, 1, "From the app", content_attributes={"external_echo": True}),
    message(10, 1, "Never arrived", BEN, status="failed"),
    message(11, 0, "Deleted", ANNA, content_attributes={"deleted": True}),
    message(12, 3, "Which one?", content_type="input_select",
            content_attributes={"submitted_values": [{"title": "The blue one", "value": "b"}]}),
    message(13, 3, "Rate us", content_type="input_csat", content_attributes={
        "submitted_values": {"csat_survey_response": {"rating": 2, "feedback_message": "slow"}}}),
]  # fmt: skip
CONVERSATION = {
    "id": 10, "inbox_id": 6, "status": "resolved", "labels": ["parcel"], "messages": MESSAGES,
    "meta": {"sender": {"id": 40, "name": "Anna Brandt", "email": None}, "channel": "Channel::Api"},
    "additional_attributes": {"browser_language": "pt_BR"},
}  # fmt: skip


def read(path: Path) -> tuple[list[Transcript], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    return list(read_transcripts([path], on_skip=skipped.append)), skipped


def test_a_conversation_keeps_who_said_what_and_what_became_of_it() -> None:
    found = chatwoot_conversation(CONVERSATION)
    assert [(turn.speaker, turn.text) for turn in found.turns] == [
        (CUSTOMER, "Where is my parcel?"),
        (BOT, "Give the team a way to reach you"),
        (SYSTEM, "Ben self-assigned this conversation"),
        (AGENT, "She called before"),
        (AGENT, "It comes **today**"),
        (BOT, "I am a bot"),
        (BOT, "Captain here"),
        (BOT, "Sent by a rule"),
        (AGENT, "From the app"),
        (BOT, "Which one?"),
        (CUSTOMER, "The blue one"),
        (BOT, "Rate us"),
    ]
    assert [turn.private for turn in found.turns].index(True) == 3
    assert (found.id, found.source, found.customer) == ("10", "chatwoot", "40")
    assert (found.tags, found.resolved, found.rating) == (("parcel",), True, 2)
    assert (found.language, found.turns[4].author) == ("pt-BR", "Ben Okafor")


@pytest.mark.parametrize(
    "wrap",
    [
        lambda each: each,
        lambda each: [each],
        lambda each: {"meta": {"count": 1}, "payload": [each]},
        lambda each: {"data": {"meta": {"all_count": 1}, "payload": [each]}},
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_every_layout_is_read(tmp_path: Path, wrap: Any, indent: int | None) -> None:
    (tmp_path / "x.json").write_text(json.dumps(wrap(CONVERSATION), indent=indent))
    assert detect_format(tmp_path / "x.json") == "chatwoot"
    assert read(tmp_path / "x.json") == ([chatwoot_conversation(CONVERSATION)], [])


def test_a_question_stands_before_what_was_chosen_also_with_the_latest_first() -> None:
    found = chatwoot_conversation({**CONVERSATION, "messages": MESSAGES[::-1]})
    assert found == chatwoot_conversation(CONVERSATION)
    assert [turn.text for turn in found.turns][-3:] == ["Which one?", "The blue one", "Rate us"]


def test_messages_alone_are_put_together_by_conversation(tmp_path: Path) -> None:
    others = [{**each, "conversation_id": 11} for each in MESSAGES[:1]]
    page = {"meta": {"labels": []}, "payload": [*MESSAGES, *others]}
    (tmp_path / "x.json").write_text(json.dumps(page))
    (ten, eleven), skipped = read(tmp_path / "x.json")
    assert ten.turns == chatwoot_conversation(CONVERSATION).turns
    assert (ten.id, eleven.id, eleven.customer, skipped) == ("10", "11", "40", [])


def test_pages_of_messages_in_several_files_are_one_conversation(tmp_path: Path) -> None:
    state = {**CONVERSATION, "messages": [MESSAGES[-1]]}
    for name, page in (("0", [state]), ("1", MESSAGES[6:]), ("2", MESSAGES[:8])):
        (tmp_path / f"{name}.json").write_text(json.dumps({"payload": page}), encoding="utf-8")
    (found,), skipped = read(tmp_path)
    assert found == chatwoot_conversation(CONVERSATION)
    assert skipped == []


def test_messages_by_time_are_put_together_however_far_apart(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    mixed = [
        message(1, 0, "Where is it?", ANNA),
        message(2, 0, "Is it blue?", ANNA, conversation_id=11),
        message(3, 1, "On its way", BEN),
        message(4, 1, "Yes", BEN, conversation_id=11),
    ]
    file.write_text("".join(json.dumps(each) + "\n" for each in mixed), encoding="utf-8")
    found, _ = read(file)
    assert [(each.id, [turn.text for turn in each.turns]) for each in found] == [
        ("10", ["Where is it?", "On its way"]),
        ("11", ["Is it blue?", "Yes"]),
    ]


def test_a_conversation_without_words_is_told(tmp_path: Path) -> None:
    empty = {"id": 5, "inbox_id": 6, "messages": []}
    (tmp_path / "x.json").write_text(json.dumps({"payload": [empty, CONVERSATION]}))
    found, skipped = read(tmp_path / "x.json")
    assert (len(found), [each.position for each in skipped]) == (1, ["line 1"])


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
ATTRIBUTES = ("submitted_values", "deleted", "csat_survey_response", "browser", "language")
attributes = st.fixed_dictionaries({}, optional=dict.fromkeys(ATTRIBUTES, values))
messages = st.fixed_dictionaries(
    {"message_type": st.integers(0, 3) | values},
    optional={**dict.fromkeys(("id", "content", "sender", "sender_type", "created_at", "private",
                               "status", "content_type"), values),
              "content_attributes": attributes | values},
)  # fmt: skip
records = st.fixed_dictionaries(
    {"messages": st.lists(messages | values, max_size=4) | values},
    optional={**dict.fromkeys(("id", "status", "labels", "meta", "contact"), values),
              "additional_attributes": attributes | values},
)  # fmt: skip


@given(records)
def test_no_object_breaks_the_mapping(record: dict[str, Any]) -> None:
    with suppress(NotAConversationError):
        assert chatwoot_conversation(record).turns


@pytest.mark.data
def test_the_published_example_is_read(shared_data: Path) -> None:
    file = shared_data / "exports" / "chatwoot" / "conversations_response.json"
    if not file.is_file():
        pytest.skip("no sample of Chatwoot's")
    found, skipped = read(file)
    assert (len(found), skipped) == (1, [])
    assert [(turn.speaker, turn.text) for turn in found[0].turns] == [(AGENT, "Ok")]
