"""LiveChat's threads become conversations, from the API of today and from the one before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vendor_exports import ANYTHING, broken, read, said, write

TOM, ANNA, BOT = "b7eff798-f8df", "anna@shop.example", "5c9871d5372c824cbf22d860a707a578"


def event(number: int, kind: str, author: str | None, **more: object) -> dict[str, Any]:
    return {
        "id": f"T_{number}", "type": kind, "author_id": author, "visibility": "all",
        "created_at": f"2025-03-01T10:0{number}:00.123456Z", **more,
    }  # fmt: skip


FORM = [
    {"type": "name", "label": "Name:", "answer": "Tom"},
    {"type": "radio", "label": "Topic:", "answer": {"id": "1", "label": "Pumps"}},
    {"type": "checkbox", "label": "Needs", "answers": [{"label": "Parts"}, {"label": "Advice"}]},
]
EVENTS = [
    event(1, "filled_form", TOM, fields=FORM),
    event(2, "message", BOT, text="Which model?"),
    event(4, "message", ANNA, text="A known fault.", visibility="agents"),
    event(3, "message", TOM, text="My pump is loud."),
    event(5, "file", TOM, name="a.png", url="https://cdn.example/a.png"),
    event(6, "rich_message", ANNA, elements=[{"title": "Please oil it.", "subtitle": "Daily"}]),
    event(7, "system_message", None, text="Chat archived", system_message_type="archived"),
]
CHAT: dict[str, Any] = {
    "id": "PJ0MR", "users": [
        {"id": TOM, "type": "customer", "name": "Tom", "email": "tom@mail.example"},
        {"id": ANNA, "type": "agent", "name": "Anna"}, {"id": BOT, "type": "agent", "name": "Hal"},
    ],
    "thread": {
        "id": "K600P", "active": False, "tags": ["pump"], "events": EVENTS,
        "properties": {"rating": {"score": 1, "comment": "good"}},
    },
}  # fmt: skip
SAID = [
    ("customer", "Topic: Pumps\nNeeds: Parts, Advice"),
    ("bot", "Which model?"),
    ("customer", "My pump is loud."),
    ("note", "A known fault."),
    ("agent", "Please oil it.\nDaily"),
    ("system", "Chat archived"),
]
OLD_CHAT = {
    "type": "chat", "id": "MH022", "visitor": {"id": "S13", "name": "Tom"}, "rate": "rated_bad",
    "agents": [{"display_name": "Anna", "email": ANNA}], "tags": ["pump"],
    "messages": [{"author_name": "Tom", "text": "hi", "timestamp": 1, "user_type": "visitor"}],
    "events": [
        {"author_name": "Tom", "text": "My pump is loud.", "timestamp": 1358937653,
         "user_type": "visitor", "type": "message"},
        {"author_name": "Jane", "text": "Tell him to oil it.", "timestamp": 1358937655,
         "user_type": "supervisor", "agent_id": "jane@shop.example", "type": "message"},
        {"author_name": "Anna", "text": "Please oil it.", "timestamp": 1358937657,
         "user_type": "agent", "agent_id": ANNA, "type": "message"},
        {"text": "Tom closed the chat.", "timestamp": 1358937659, "user_type": "visitor",
         "type": "event"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "layout",
    [CHAT, [CHAT], {"chats": [CHAT], "found_chats": 1, "next_page_id": "x"},
     {**{k: v for k, v in CHAT.items() if k != "thread"}, "threads": [CHAT["thread"]]}],
    ids=["one", "list", "page", "threads"],
)  # fmt: skip
def test_every_layout_gives_the_same_conversation(tmp_path: Path, layout: object) -> None:
    (found,), skipped = read(write(tmp_path / "c.json", layout))
    assert (found.id, found.source, said(found), skipped) == ("PJ0MR-K600P", "livechat", SAID, [])
    assert (found.rating, found.tags, found.customer) == (5, ("pump",), TOM)
    assert [turn.author for turn in found.turns[:4]] == ["Tom", "Hal", "Tom", "Anna"]


def test_each_thread_is_a_conversation(tmp_path: Path) -> None:
    second = {**CHAT["thread"], "id": "K601", "events": EVENTS[3:4]}
    chat = {"id": "PJ0MR", "users": CHAT["users"], "threads": [CHAT["thread"], second]}
    found, _ = read(write(tmp_path / "c.json", [chat]))
    assert [each.id for each in found] == ["PJ0MR-K600P", "PJ0MR-K601"]
    assert said(found[1]) == [("customer", "My pump is loud.")]


def test_the_older_archive_is_read(tmp_path: Path) -> None:
    (found,), skipped = read(write(tmp_path / "c.json", {"chats": [OLD_CHAT], "total": 1}))
    assert said(found) == [
        ("customer", "My pump is loud."),
        ("note", "Tell him to oil it."),
        ("agent", "Please oil it."),
        ("system", "Tom closed the chat."),
    ]
    assert (found.id, found.rating, found.customer, skipped) == ("MH022", 1, "S13", [])


def test_older_events_name_their_readers_as_recipients(tmp_path: Path) -> None:
    whispered = {**EVENTS[2], "recipients": "agents"}
    del whispered["visibility"]
    chat = {**CHAT, "thread": {**CHAT["thread"], "events": [whispered, EVENTS[3]]}}
    (found,), _ = read(write(tmp_path / "c.json", [chat]))
    assert ("note", "A known fault.") in said(found)


@pytest.mark.parametrize(("author", "speaker"), [("ex@shop.example", "agent"), ("z", "system")])
def test_an_event_by_somebody_not_listed_is_kept(tmp_path: Path, author: str, speaker: str) -> None:
    events = [EVENTS[3], {**EVENTS[1], "author_id": author}]
    chat = {**CHAT, "thread": {**CHAT["thread"], "events": events}}
    (found,), _ = read(write(tmp_path / "c.json", [chat]))
    assert set(said(found)) == {("customer", "My pump is loud."), (speaker, "Which model?")}


def test_a_chat_without_words_is_reported(tmp_path: Path) -> None:
    silent = {**CHAT, "thread": {"id": "x", "events": [EVENTS[4]]}}
    found, skipped = read(write(tmp_path / "c.json", [CHAT, silent]))
    assert len(found) == 1
    assert [(each.position, each.reason) for each in skipped] == [
        ("record 2", "has no message with words")
    ]


events = st.lists(
    broken(EVENTS[0], list(EVENTS[0])) | broken(EVENTS[5], list(EVENTS[5])) | ANYTHING, max_size=4
)


@given(st.lists(broken(CHAT, list(CHAT)) | broken(OLD_CHAT, list(OLD_CHAT)) | ANYTHING), events)
def test_no_shape_breaks_it_and_ids_stay(
    tmp_path_factory: pytest.TempPathFactory, records: list[object], inner: list[object]
) -> None:
    strange = {**CHAT, "thread": {**CHAT["thread"], "events": inner}}
    good = {**CHAT, "id": "good"}
    file = write(tmp_path_factory.mktemp("any") / "c.json", [good, *records, strange, good])
    first, _ = read(file, format="livechat")
    assert first == read(file, format="livechat")[0]
    assert [said(each) for each in first if each.id == "good-K600P"][:2] == [SAID, SAID]
