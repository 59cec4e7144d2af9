"""Crisp's messages become conversations, whether they stand in sessions, lists or single files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vendor_exports import ANYTHING, broken, read, said, write

SESSION = "session_8f1c"
TOM = {"user_id": SESSION, "nickname": "Tom"}
ANNA = {"user_id": "u-2", "nickname": "Anna"}


def message(number: int, kind: str, content: object, sender: str, **more: object) -> dict[str, Any]:
    return {
        "session_id": SESSION, "website_id": "w", "type": kind, "from": sender, "origin": "chat",
        "content": content, "fingerprint": number, "timestamp": 1740823200000 + number * 1000,
        "user": TOM if sender == "user" else ANNA, "stamped": True, **more,
    }  # fmt: skip


MESSAGES = [
    message(6, "text", "It is quiet now.", "user"),
    message(5, "event", {"namespace": "state:resolved"}, "operator"),
    message(1, "text", "My pump is loud.", "user"),
    message(2, "text", "We reply within an hour.", "operator", automated=True),
    message(3, "note", "A known fault.", "operator"),
    message(4, "text", "Please oil it.", "operator"),
    message(7, "file", {"name": "a.png", "url": "https://x.example/a.png"}, "user"),
]
CONVERSATION: dict[str, Any] = {
    "session_id": SESSION, "website_id": "w", "state": "resolved", "status": 2,
    "meta": {"email": "tom@mail.example", "segments": ["pump"], "device": {"locales": ["de"]}},
}  # fmt: skip
SAID = [
    ("customer", "My pump is loud."),
    ("bot", "We reply within an hour."),
    ("note", "A known fault."),
    ("agent", "Please oil it."),
    ("customer", "It is quiet now."),
]


@pytest.mark.parametrize("way", [1, -1], ids=["oldest first", "latest first"])
def test_what_was_chosen_or_put_in_is_the_customers(tmp_path: Path, way: int) -> None:
    choices = [
        {"value": "1", "label": "Pump", "selected": False},
        {"value": "2", "label": "Lamp", "selected": True},
    ]
    asked = message(1, "picker", {"id": "a", "text": "What is it?", "choices": choices}, "operator")
    field = {"id": "b", "text": "Its number?", "value": "L-7"}
    messages = [asked, message(2, "field", field, "operator")]
    (found,), _ = read(write(tmp_path / "c.json", messages[::way]))
    assert said(found) == [
        ("agent", "What is it?"),
        ("customer", "Lamp"),
        ("agent", "Its number?"),
        ("customer", "L-7"),
    ]


@pytest.mark.parametrize(
    "layout",
    [
        MESSAGES,
        {"error": False, "reason": "listed", "data": MESSAGES},
        {**CONVERSATION, "messages": MESSAGES},
        [{**CONVERSATION, "messages": MESSAGES}],
        [{"event": "message:send", "data": each} for each in MESSAGES],
        [{"conversation": CONVERSATION, "messages": MESSAGES}],
    ],
    ids=["list", "page", "session", "sessions", "events", "side by side"],
)
def test_every_layout_gives_the_same_conversation(tmp_path: Path, layout: object) -> None:
    (found,), skipped = read(write(tmp_path / "c.json", layout))
    assert (found.id, found.source, said(found), skipped) == (SESSION, "crisp", SAID, [])
    assert [turn.author for turn in found.turns[:2]] == ["Tom", "Anna"]


def test_the_session_tells_state_customer_and_tags(tmp_path: Path) -> None:
    (found,), _ = read(write(tmp_path / "c.json", [{**CONVERSATION, "messages": MESSAGES}]))
    assert (found.resolved, found.tags) == (True, ("pump",))
    assert (found.customer, found.language) == ("tom@mail.example", "de")


def test_sessions_and_messages_in_files_of_their_own_are_joined(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    write(folder / "a.json", MESSAGES[3:])
    write(folder / "b.json", [CONVERSATION])
    write(folder / "c.json", MESSAGES[:4])
    (found,), _ = read(folder)
    assert (said(found), found.resolved) == (SAID, True)


def test_messages_of_several_sessions_may_be_mixed(tmp_path: Path) -> None:
    others = [{**each, "session_id": "session_2"} for each in MESSAGES]
    mixed = [each for pair in zip(MESSAGES, others, strict=True) for each in pair]
    found, _ = read(write(tmp_path / "c.json", mixed))
    assert [(each.id, said(each)) for each in found] == [(SESSION, SAID), ("session_2", SAID)]


def test_messages_without_a_session_are_their_files_conversation(tmp_path: Path) -> None:
    bare = [{k: v for k, v in each.items() if k != "session_id"} for each in MESSAGES]
    (one,), _ = read(write(tmp_path / "one.json", bare))
    (two,), _ = read(write(tmp_path / "two.json", bare))
    assert said(one) == SAID
    assert one.id == two.id != SESSION


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"origin": "urn:crisp.im:bot:0"}, "bot"),
        ({"origin": "urn:acme:support-ai:0"}, "bot"),
        ({"user": {"type": "bot"}}, "bot"),
        ({"origin": "urn:crisp.im:slack:0"}, "agent"),
        ({"origin": "email"}, "agent"),
        ({"type": "note", "automated": True}, "note"),
        ({"from": "user", "automated": True}, "customer"),
    ],
)
def test_origin_and_marks_tell_the_bot(
    tmp_path: Path, changes: dict[str, object], word: str
) -> None:
    (found,), _ = read(write(tmp_path / "c.json", [{**MESSAGES[5], **changes}]))
    assert said(found) == [(word, "Please oil it.")]


def test_of_a_form_question_and_answer_are_kept(tmp_path: Path) -> None:
    choices = {"id": "x", "text": "Which model?", "choices": [{"label": "A"}]}
    form = [
        message(1, "picker", choices, "operator"),
        message(2, "field", {"text": "Number?", "value": "17"}, "user"),
    ]
    (found,), _ = read(write(tmp_path / "c.json", form))
    assert said(found) == [("agent", "Which model?"), ("customer", "17")]


@given(
    st.lists(
        broken(MESSAGES[0], list(MESSAGES[0]))
        | broken({**CONVERSATION, "messages": MESSAGES}, [*CONVERSATION, "messages"])
        | ANYTHING,
        max_size=5,
    )
)
def test_no_shape_breaks_it_and_ids_stay(
    tmp_path_factory: pytest.TempPathFactory, records: list[object]
) -> None:
    good = {**MESSAGES[0], "session_id": "good"}
    file = write(tmp_path_factory.mktemp("any") / "c.json", [good, *records, good])
    first, _ = read(file, format="crisp")
    assert first == read(file, format="crisp")[0]
    assert "good" in {transcript.id for transcript in first}


@given(st.integers(0, 5000))
def test_a_list_that_breaks_off_gives_what_it_has(
    tmp_path_factory: pytest.TempPathFactory, place: int
) -> None:
    data = json.dumps(MESSAGES)
    start = len(json.dumps(MESSAGES[:1]))
    file = tmp_path_factory.mktemp("any") / "c.json"
    file.write_text(data[: start + place % (len(data) - start - 1)])
    found, skipped = read(file, format="crisp")
    assert len(found) == 1
    assert "breaks off" in skipped[-1].reason
