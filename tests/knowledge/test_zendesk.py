"""Zendesk's tickets and chats, in all the shapes in which they leave it."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import SkippedRecord, Speaker, Transcript, UnknownFormatError, read_transcripts
from knowledge.importers.json_fields import NotAConversationError
from knowledge.importers.zendesk import zendesk_ticket
from knowledge.importers.zendesk_chat import zendesk_chat
from knowledge.importers.zendesk_pieces import PieceStore

CUSTOMER, AGENT, BOT, SYSTEM = Speaker.CUSTOMER, Speaker.AGENT, Speaker.BOT, Speaker.SYSTEM
ANNA, BEN = 101, 202
USERS = [
    {"id": ANNA, "name": "Anna Brandt", "role": "end-user", "locale": "de", "email": "a@x.example"},
    {"id": BEN, "name": "Ben Okafor", "role": "agent", "locale": "en-US", "email": "b@x.example"},
]


def comment(number: int, author: int, text: str, **more: Any) -> dict[str, Any]:
    time = f"2025-03-01T10:{number:02}:00Z"
    return {
        "id": number, "type": "Comment", "author_id": author, "body": text, "created_at": time,
        "html_body": f"<div class='zd-comment'><p>{text}</p></div>", "public": True,
        "via": {"channel": "web", "source": {"rel": None}}, **more,
    }  # fmt: skip


COMMENTS = [
    comment(1, ANNA, "My card is stuck"),
    comment(2, -1, "We got your request", via={"channel": "rule", "source": {"rel": "trigger"}}),
    comment(3, BEN, "Is she the one from May?", public=False),
    comment(4, BEN, "We send a new one"),
    comment(5, 0, "Did that help?", via={"channel": "answer_bot_for_web_widget"}),
]
TICKET = {
    "id": 35436, "requester_id": ANNA, "submitter_id": ANNA, "assignee_id": BEN,
    "subject": "Card", "description": "My card is stuck", "status": "solved",
    "tags": ["card", "stuck"], "via": {"channel": "web"}, "created_at": "2025-03-01T10:01:00Z",
    "satisfaction_rating": {"id": 1, "score": "good", "comment": "fine"},
}  # fmt: skip
TOLD = [
    (CUSTOMER, "My card is stuck", False),
    (SYSTEM, "We got your request", False),
    (AGENT, "Is she the one from May?", True),
    (AGENT, "We send a new one", False),
    (BOT, "Did that help?", False),
]


def read(*paths: Path) -> tuple[list[Transcript], list[SkippedRecord]]:
    skipped: list[SkippedRecord] = []
    return list(read_transcripts(paths, on_skip=skipped.append)), skipped


def write(path: Path, value: Any, lines: bool = False) -> Path:
    text = "".join(json.dumps(each) + "\n" for each in value) if lines else json.dumps(value)
    path.write_text(text, encoding="utf-8")
    return path


def told(transcript: Transcript) -> list[tuple[Speaker, str, bool]]:
    return [(turn.speaker, turn.text, turn.private) for turn in transcript.turns]


@pytest.mark.parametrize("lines", [True, False])
def test_tickets_with_their_comments_inside_keep_all_they_say(tmp_path: Path, lines: bool) -> None:
    tickets = [{**TICKET, "comments": COMMENTS, "requester": USERS[0]}] * 2
    found, skipped = read(write(tmp_path / "t.json", tickets, lines))
    assert (len(found), skipped) == (2, [])
    ticket = found[0]
    assert told(ticket) == TOLD
    assert (ticket.id, ticket.source, ticket.customer) == ("35436", "zendesk", str(ANNA))
    assert (ticket.tags, ticket.resolved, ticket.rating) == (("card", "stuck"), True, 5)
    assert (ticket.language, ticket.turns[0].author) == ("de", "Anna Brandt")


def test_a_page_brings_the_users_of_its_tickets(tmp_path: Path) -> None:
    others = {**TICKET, "requester_id": 999, "comments": [comment(1, ANNA, "me too")]}
    page = {"count": 1, "tickets": [{**TICKET, "comments": COMMENTS}, others], "users": USERS}
    (first, second), skipped = read(write(tmp_path / "t.json", page))
    assert (first.language, told(first), skipped) == ("de", TOLD, [])
    assert told(second) == [(CUSTOMER, "me too", False)]


def test_comments_and_users_in_files_of_their_own_complete_the_tickets(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    write(folder / "comments.jsonl", [{**c, "ticket_id": 35436} for c in COMMENTS], lines=True)
    write(folder / "tickets.json", {"tickets": [TICKET]})
    write(folder / "users.json", {"users": USERS})
    (ticket,), skipped = read(folder)
    assert (told(ticket), ticket.language, ticket.rating, skipped) == (TOLD, "de", 5, [])


def test_users_alone_are_no_transcript(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match="holds users only"):
        read(write(tmp_path / "users.json", {"users": USERS}))


def test_audits_tell_the_whole_story_without_the_ticket(tmp_path: Path) -> None:
    audits = [
        {
            "id": 9, "ticket_id": 7, "author_id": ANNA, "created_at": "2025-03-01T10:00:00Z",
            "via": {"channel": "email"},
            "events": [
                comment(1, ANNA, "Where is it?", created_at=None, via=None),
                {"type": "Create", "field_name": "requester_id", "value": str(ANNA)},
                {"type": "Create", "field_name": "status", "value": "open"},
                {"type": "Notification", "body": "Your request {{ticket.id}}", "recipients": []},
            ],
        },
        {
            "id": 10, "ticket_id": 7, "author_id": BEN, "created_at": "2025-03-01T11:00:00Z",
            "events": [
                {"type": "Comment", "id": 2, "body": "At the depot", "public": True},
                {"type": "Change", "field_name": "status", "value": "solved"},
                {"type": "SatisfactionRating", "score": "bad"},
            ],
        },
    ]  # fmt: skip
    (ticket,), skipped = read(write(tmp_path / "audits.json", {"audits": audits}))
    assert told(ticket) == [(CUSTOMER, "Where is it?", False), (AGENT, "At the depot", False)]
    assert (ticket.id, ticket.resolved, ticket.rating, skipped) == ("7", True, 1, [])
    assert ticket.turns[1].time is not None
    assert ticket.turns[1].time.hour == 11


def test_incremental_events_are_put_together_by_ticket(tmp_path: Path) -> None:
    def event(ticket: int, time: int, by: int, **child: Any) -> dict[str, Any]:
        said = {"event_type": "Comment", "id": time, "public": True, **child}
        return {"id": time, "ticket_id": ticket, "timestamp": time, "updater_id": by,
                "via": "Email", "child_events": [said, {"event_type": "Create",
                "requester_id": ANNA, "status": "open"}]}  # fmt: skip

    events = [
        event(1, 1740823300, BEN, body="Tomorrow"),
        event(2, 1740823250, ANNA, body="Thanks"),
        event(1, 1740823200, ANNA, body="When?"),
        event(1, 1740823400, -1, body="Closed", via="Rule"),
    ]
    page = {"ticket_events": events, "end_time": 1740823400, "count": 4}
    (one, two), _ = read(write(tmp_path / "events.json", page))
    assert told(one) == [
        (CUSTOMER, "When?", False), (AGENT, "Tomorrow", False), (SYSTEM, "Closed", False),
    ]  # fmt: skip
    assert (one.id, two.id, one.resolved) == ("1", "2", False)


def test_a_ticket_beside_its_comments_in_one_object(tmp_path: Path) -> None:
    shown = {"ticket": TICKET, "comments": COMMENTS, "users": USERS}
    (ticket,), _ = read(write(tmp_path / "t.json", shown))
    assert told(ticket) == TOLD


def test_without_comments_the_description_speaks_and_deleted_tickets_are_told(
    tmp_path: Path,
) -> None:
    on_behalf = {**TICKET, "submitter_id": BEN}
    gone = {**TICKET, "status": "deleted", "id": 4}
    (one, two), skipped = read(write(tmp_path / "t.json", [TICKET, on_behalf, gone]))
    assert (told(one), told(two)) == (TOLD[:1], [(AGENT, "My card is stuck", False)])
    assert [each.reason for each in skipped] == ["was deleted there"]


def test_deeply_nested_pieces_keep_their_words(tmp_path: Path) -> None:
    deep = "[" * 400 + "]" * 400
    (tmp_path / "c.json").write_text(
        f'[\n{{"ticket_id": 4, "author_id": 3, "body": "hello", "via": {deep}}}]'
    )
    (ticket,), _ = read(tmp_path / "c.json")
    assert told(ticket) == [(AGENT, "hello", False)]


def test_halves_of_characters_are_no_obstacle(tmp_path: Path) -> None:
    torn = {**comment(1, ANNA, "hi \ud83d"), "ticket_id": "\ud83d", "author_id": "\udc4d"}
    found, _ = read(
        write(tmp_path / "c.json", [torn, {"id": "\udc4d", "role": "agent"}], lines=True)
    )
    assert [turn.speaker for turn in found[0].turns] == [AGENT]


def test_people_in_copy_are_customers_and_unknown_others_agents() -> None:
    ticket = {**TICKET, "email_cc_ids": [7], "comments": [
        comment(1, 7, "I agree"), comment(2, 8, "So do I"), comment(3, 7, "he?", public=False),
    ]}  # fmt: skip
    found = zendesk_ticket(ticket, (), lambda _: None)
    assert [turn.speaker for turn in found.turns] == [CUSTOMER, AGENT, AGENT]


def test_a_chat_tells_visitor_agent_and_trigger_apart(tmp_path: Path) -> None:
    def said(name: str, text: str, **more: Any) -> dict[str, Any]:
        return {"type": "chat.msg", "name": name, "msg": text,
                "timestamp": "2025-03-01T10:00:00Z", **more}  # fmt: skip

    chat = {
        "type": "chat", "id": "2503.x", "rating": "bad", "tags": ["vip"], "agent_names": ["Ben"],
        "visitor": {"id": "v1", "name": "Visitor 7"},
        "history": [
            {"type": "chat.memberjoin", "name": "Visitor 7"},
            said("Support", "Can I help?"), said("Visitor 7", "Yes"), said("Ben", "How?"),
            said("Ben", "Me too", nick="agent:trigger"), {"type": "chat.rating", "new_rating": "x"},
        ],
    }  # fmt: skip
    (found,), skipped = read(write(tmp_path / "c.json", {"chats": [chat, {**chat, "history": []}]}))
    assert [turn.speaker for turn in found.turns] == [BOT, CUSTOMER, AGENT, BOT]
    assert (found.id, found.rating, found.customer, found.tags) == ("2503.x", 1, "v1", ("vip",))
    assert [each.position for each in skipped] == ["line 1"]


def test_what_opens_a_chat_or_a_ticket_stands_first_also_with_the_latest_first() -> None:
    def said(name: str, text: str, second: int) -> dict[str, Any]:
        time = f"2025-03-01T10:00:{second:02}Z"
        return {"type": "chat.msg", "name": name, "msg": text, "timestamp": time}

    chat = zendesk_chat(
        {
            "visitor": {"name": "Visitor 7"}, "message": "Is it open?", "agent_names": ["Ben"],
            "timestamp": "2025-03-01T10:00:00Z",
            "history": [said("Visitor 7", "Thanks", 9), said("Ben", "It is", 5),
                        said("Support", "We got it", 0)],
        }
    )  # fmt: skip
    assert [turn.text for turn in chat.turns] == ["Is it open?", "We got it", "It is", "Thanks"]
    others = [comment(4, BEN, "Later"), comment(3, BEN, "Then"), comment(1, BEN, "We got it", id=9)]
    ticket = zendesk_ticket(TICKET | {"comments": COMMENTS[:1]}, others, lambda _: None)
    assert [turn.text for turn in ticket.turns] == [
        "My card is stuck",
        "We got it",
        "Then",
        "Later",
    ]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
KEYS = ("id", "author_id", "body", "html_body", "public", "via", "created_at", "type", "author",
        "value", "field_name", "event_type", "role", "name", "locale", "score")  # fmt: skip
small = st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, values))
lists = st.lists(small | values, max_size=3) | values
holders = {"comments": lists, "audits": lists, "events": lists, "child_events": lists,
           "users": lists, "requester": small | values, "history": lists,
           "visitor": small | values, "ticket": small | values}  # fmt: skip
plain = dict.fromkeys(("id", "ticket_id", "requester_id", "status", "tags", "via", "description",
                       "satisfaction_rating", "role", "type", "msg", "email_cc_ids"),
                      values)  # fmt: skip
objects = st.fixed_dictionaries({}, optional={**plain, **holders})


@given(objects, objects)
def test_no_object_breaks_the_mapping(ticket: dict[str, Any], other: dict[str, Any]) -> None:
    with PieceStore() as store:
        store.add(other)
        store.add(ticket)
        for record in (ticket, other):
            for read_one in (lambda r: zendesk_ticket(r, (r,), store.person), zendesk_chat):
                with suppress(NotAConversationError):
                    assert read_one(record).turns
        list(store.untold())


@given(st.lists(objects, min_size=1, max_size=4))
def test_whatever_stands_beside_a_ticket_the_ticket_is_read(
    tmp_path_factory: pytest.TempPathFactory, others: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    good = {**TICKET, "id": "its-own", "comments": COMMENTS}
    found, _ = read(write(folder / "t.json", [good, *others], lines=True))
    assert "its-own" in [each.id for each in found]
