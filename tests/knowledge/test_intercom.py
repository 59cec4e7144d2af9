"""Intercom's conversations: people, bots, notes and events told apart."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import SkippedRecord, Speaker, Transcript, UnknownFormatError, read_transcripts
from knowledge.importers.intercom import intercom_conversation
from knowledge.importers.json_fields import NotAConversationError

CUSTOMER, AGENT, BOT, SYSTEM = Speaker.CUSTOMER, Speaker.AGENT, Speaker.BOT, Speaker.SYSTEM
ANNA = {"type": "user", "id": "6f0", "name": "Anna Brandt", "email": "anna@x.example"}
BEN = {"type": "admin", "id": "9", "name": "Ben Okafor", "email": "ben@x.example"}
FIN = {"type": "bot", "id": "1", "name": "Fin"}


def part(number: int, author: Any, body: str | None, kind: str = "comment", **more: Any) -> Any:
    return {"type": "conversation_part", "id": str(number), "part_type": kind, "body": body,
            "created_at": 1740823200 + number, "author": author, "redacted": False,
            **more}  # fmt: skip


def conversation(*parts: Any, **more: Any) -> dict[str, Any]:
    return {
        "type": "conversation", "id": "335", "created_at": 1740823200, "updated_at": 1740829999,
        "source": {"type": "conversation", "delivered_as": "customer_initiated", "subject": "",
                   "body": "<p>Where is<br>my parcel?</p>", "author": ANNA},
        "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "6f0"}]},
        "state": "closed", "open": False,
        "tags": {"type": "tag.list", "tags": [{"type": "tag", "id": "1", "name": "parcel"}]},
        "conversation_rating": {"rating": 4, "remark": "ok"},
        "custom_attributes": {"Language": "pt_BR"},
        "conversation_parts": {"type": "conversation_part.list", "conversation_parts": list(parts),
                               "total_count": len(parts)},
        **more,
    }  # fmt: skip


WHOLE = conversation(
    part(1, FIN, "<p>Let me look.</p>"),
    part(2, {"type": "bot", "id": "0"}, None, "assignment"),
    part(3, BEN, "<p>She called before</p>", "note"),
    part(5, BEN, "<p>It comes <b>today</b>.</p>"),
    part(4, BEN, None, "close"),
    part(6, ANNA, "<p>secret</p>", redacted=True),
    part(7, ANNA, "<p>Thanks!</p>"),
    part(8, {"type": "nobody_yet", "id": "3"}, "<p>?</p>", "brand_new_kind"),
)


def read(path: Path) -> tuple[list[Transcript], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    return list(read_transcripts([path], on_skip=skipped.append)), skipped


def test_a_conversation_keeps_who_said_what_and_what_became_of_it() -> None:
    found = intercom_conversation(WHOLE)
    assert [(turn.speaker, turn.text, turn.private) for turn in found.turns] == [
        (CUSTOMER, "Where is\nmy parcel?", False),
        (BOT, "Let me look.", False),
        (AGENT, "She called before", True),
        (AGENT, "It comes today.", False),
        (CUSTOMER, "Thanks!", False),
        (SYSTEM, "?", False),
    ]
    assert (found.id, found.source, found.customer) == ("335", "intercom", "6f0")
    assert (found.tags, found.resolved, found.rating) == (("parcel",), True, 4)
    assert (found.language, found.turns[3].author) == ("pt-BR", "Ben Okafor")


@pytest.mark.parametrize("how", ["automated", "campaigns_initiated", "operator_initiated"])
def test_what_a_campaign_sends_in_a_persons_name_is_the_bots(how: str) -> None:
    source = {"body": "<p>Our news</p>", "delivered_as": how, "author": BEN}
    assert intercom_conversation(conversation(source=source)).turns[0].speaker is BOT


def test_an_answer_of_the_ai_agent_is_the_bots_whoever_bears_it() -> None:
    record = conversation(part(1, {**BEN, "from_ai_agent": True}, "<p>Hi</p>"))
    assert intercom_conversation(record).turns[1].speaker is BOT


def test_a_contact_tells_the_language_where_the_conversation_does_not() -> None:
    contact = {"id": "6f0", "browser_language": "fr"}
    record = conversation(custom_attributes={}, contacts={"contacts": [contact]})
    assert intercom_conversation(record).language == "fr"
    assert intercom_conversation(conversation(custom_attributes={}), "da").language == "da"


def test_a_rating_beyond_all_numbers_is_none() -> None:
    record = conversation(conversation_rating={"rating": 10**400})
    assert intercom_conversation(record).rating is None


def test_a_part_that_stands_there_twice_is_said_once() -> None:
    again = conversation(part(1, BEN, "It comes today"), part(1, BEN, "It comes today"))
    assert [turn.text for turn in intercom_conversation(again).turns][1:] == ["It comes today"]


@pytest.mark.parametrize("opened", [1740823200, None], ids=["in its second", "without a time"])
def test_the_opening_stands_first_also_with_the_latest_first(opened: int | None) -> None:
    parts = [part(9, ANNA, "Thanks!"), part(5, BEN, "It comes today"), part(0, FIN, "We got it")]
    found = intercom_conversation(conversation(*parts, created_at=opened))
    texts = [turn.text.replace("\n", " ") for turn in found.turns]
    assert texts == ["Where is my parcel?", "We got it", "It comes today", "Thanks!"]


@pytest.mark.parametrize("layout", ["list", "page", "single", "lines"])
def test_every_layout_is_read(tmp_path: Path, layout: str) -> None:
    page = {"type": "conversation.list", "pages": {"page": 1}, "conversations": [WHOLE]}
    whole = {"list": [WHOLE], "page": page, "single": WHOLE, "lines": WHOLE}[layout]
    text = json.dumps(whole, indent=None if layout == "lines" else 1)
    (tmp_path / "x.json").write_text(text * 2 if layout == "page" else text)
    found, skipped = read(tmp_path / "x.json")
    assert len(found) == (2 if layout == "page" else 1)
    assert (found[0], skipped) == (intercom_conversation(WHOLE), [])


def test_what_is_no_conversation_is_told_with_its_place(tmp_path: Path) -> None:
    lines = [WHOLE, {"type": "admin", "id": "1"}, conversation(source={"body": None})]
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    found, skipped = read(tmp_path / "x.jsonl")
    assert len(found) == 1
    assert [each.position for each in skipped] == ["line 2", "line 3"]


def test_articles_with_a_source_are_not_taken_for_conversations(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"id": 1, "title": "A", "body": "B", "source": "web"}\n')
    with pytest.raises(UnknownFormatError):
        read(tmp_path / "x.jsonl")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
small = st.fixed_dictionaries({}, optional=dict.fromkeys(
    ("id", "type", "name", "body", "author", "part_type", "created_at", "redacted", "subject",
     "delivered_as", "language_override"), values))  # fmt: skip
wrapped = st.fixed_dictionaries({}, optional=dict.fromkeys(
    ("conversation_parts", "contacts", "tags"), st.lists(small | values, max_size=3)))  # fmt: skip
records = st.fixed_dictionaries(
    {"source": small | values},
    optional=dict.fromkeys(("conversation_parts", "contacts", "tags", "custom_attributes",
                            "conversation_rating", "state", "id", "user"),
                           wrapped | values),
)  # fmt: skip


@given(records)
def test_no_object_breaks_the_mapping(record: dict[str, Any]) -> None:
    with suppress(NotAConversationError):
        assert intercom_conversation(record).turns


@pytest.mark.data
def test_published_examples_are_read(shared_data: Path) -> None:
    folder = shared_data / "exports" / "intercom"
    if not folder.is_dir():
        pytest.skip("no samples of Intercom's")
    found, _ = read(folder)
    assert {each.turns[0].text for each in found} == {"this is the message body"}
    notes = [turn for each in found for turn in each.turns if turn.private]
    assert [note.speaker for note in notes] == [AGENT]
    assert "- Coffee" in notes[0].text
