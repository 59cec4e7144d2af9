"""Freshdesk's tickets give the same conversation in each of the layouts that they come in."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vendor_exports import ANYTHING, broken, read, said, write

from knowledge import UnknownFormatError, detect_format

TICKET: dict[str, Any] = {
    "id": 31, "subject": "Pump", "description": "<p>My pump is <b>loud</b>.</p>", "status": 4,
    "description_text": "My pump is loud.", "source": 1, "requester_id": 7, "responder_id": 2,
    "tags": ["pump"], "created_at": "2025-03-01T10:00:00Z",
    "requester": {"id": 7, "name": "Tom", "email": "tom@mail.example", "language": "de"},
}  # fmt: skip
NOTES: list[dict[str, Any]] = [
    {"id": 3, "body": "<p>It is quiet now.</p>", "body_text": "It is quiet now.", "incoming": True,
     "private": False, "user_id": 7, "ticket_id": 31, "created_at": "2025-03-03T10:00:00Z"},
    {"id": 1, "body": "<p>Please oil it.</p>", "body_text": "Please oil it.", "incoming": False,
     "private": False, "user_id": 2, "ticket_id": 31, "created_at": "2025-03-01T12:00:00Z"},
    {"id": 2, "body": "<p>A known fault.</p>", "body_text": "A known fault.", "incoming": False,
     "private": True, "user_id": 2, "ticket_id": 31, "created_at": "2025-03-01T13:00:00Z"},
]  # fmt: skip
SAID = [
    ("customer", "My pump is loud."),
    ("agent", "Please oil it."),
    ("note", "A known fault."),
    ("customer", "It is quiet now."),
]
RATING = {"id": 5, "survey_id": 1, "ticket_id": 31, "ratings": {"default_question": 102}}


def old_ticket() -> dict[str, Any]:
    """The ticket as version 1 of the API and the account export have it."""
    notes = [
        {"note": {**note, "body": note["body_text"], "body_html": note["body"]}} for note in NOTES
    ]
    for note in notes:
        del note["note"]["body_text"]
    old = {**TICKET, "id": 900031, "display_id": 31, "helpdesk_notes": notes}
    old |= {"description": TICKET["description_text"], "description_html": TICKET["description"]}
    del old["description_text"]
    return old | {"tags": [{"name": "pump"}]}


def xml_ticket() -> str:
    notes = "".join(
        f"<helpdesk-note><id type='integer'>{n['id']}</id><body>{n['body_text']}</body>"
        f"<incoming type='boolean'>{str(n['incoming']).lower()}</incoming>"
        f"<private type='boolean'>{str(n['private']).lower()}</private>"
        f"<user-id type='integer'>{n['user_id']}</user-id>"
        f"<created-at type='datetime'>{n['created_at']}</created-at></helpdesk-note>"
        for n in NOTES
    )
    return (
        "<helpdesk-ticket><display-id type='integer'>31</display-id><status>4</status>"
        "<description>My pump is loud.</description><subject>Pump</subject>"
        "<created-at>2025-03-01T10:00:00Z</created-at><requester-id>7</requester-id>"
        "<responder-id>2</responder-id><tags type='array'><tag><name>pump</name></tag></tags>"
        f"<helpdesk-notes type='array'>{notes}</helpdesk-notes></helpdesk-ticket>"
    )


def xml_export(*tickets: str) -> str:
    listed = "".join(tickets)
    return f'<?xml version="1.0"?>\n<helpdesk-tickets type="array">{listed}</helpdesk-tickets>'


LAYOUTS: dict[str, Callable[[], object]] = {
    "list": lambda: [{**TICKET, "conversations": NOTES}],
    "one ticket": lambda: {**TICKET, "conversations": NOTES},
    "page": lambda: {"total": 1, "results": [{**TICKET, "conversations": NOTES}]},
    "side by side": lambda: {"ticket": TICKET, "conversations": NOTES},
    "wrapped": lambda: [{"helpdesk_ticket": old_ticket()}],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_json_layout_gives_the_same_conversation(tmp_path: Path, layout: str) -> None:
    (found,), skipped = read(write(tmp_path / "t.json", LAYOUTS[layout]()))
    assert (said(found), skipped) == (SAID, [])
    assert (found.id, found.source, found.tags, found.resolved) == (
        "31", "freshdesk", ("pump",), True,
    )  # fmt: skip
    assert (found.customer, found.language) == ("7", "de")
    assert [turn.author for turn in found.turns] == ["Tom", "2", "2", "Tom"]


def test_the_export_in_xml_gives_the_same(tmp_path: Path) -> None:
    file = tmp_path / "Tickets.xml"
    file.write_text(xml_export(xml_ticket()), encoding="utf-8")
    (found,), skipped = read(file)
    assert (said(found), skipped, found.id, found.tags) == (SAID, [], "31", ("pump",))
    assert (found.customer, found.resolved) == ("7", True)


def test_tickets_notes_and_ratings_in_files_of_their_own_are_joined(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    write(folder / "a_conversations.json", NOTES)
    write(folder / "b_ratings.json", [RATING])
    write(folder / "c_tickets.json", [TICKET, {**TICKET, "id": 32}])
    (first, second), skipped = read(folder)
    assert (said(first), first.rating, skipped) == (SAID, 5, [])
    assert (second.id, said(second)) == ("32", SAID[:1])
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    assert read(tmp_path / "e.zip")[0] == [first, second]


def test_notes_whose_ticket_is_missing_are_still_a_conversation(tmp_path: Path) -> None:
    (found,), _ = read(write(tmp_path / "c.json", NOTES))
    assert (found.id, said(found)) == ("31", SAID[1:])


def test_what_copies_of_a_ticket_tell_is_brought_together(tmp_path: Path) -> None:
    listed = {k: v for k, v in TICKET.items() if not k.startswith("description")}
    one = write(tmp_path / "list.json", [listed | {"tags": ["b"]}])
    two = write(tmp_path / "31.json", {**TICKET, "tags": [], "conversations": NOTES})
    (found,), _ = read(one, two)
    assert (said(found), found.tags) == (SAID, ("b",))


def test_notes_may_stand_under_their_tickets_number_alone(tmp_path: Path) -> None:
    bundle = {"ticket_id": 31, "conversations": NOTES}
    (found,), _ = read(write(tmp_path / "c.json", [bundle]))
    assert (found.id, said(found)) == ("31", SAID[1:])


def test_notes_of_one_second_in_a_list_with_the_latest_first_keep_their_order(
    tmp_path: Path,
) -> None:
    second = "2025-03-01T12:00:00Z"
    notes = [{**NOTES[0], "created_at": second}, {**NOTES[1], "created_at": second}]
    notes.append({**NOTES[2], "created_at": "2025-03-01T11:00:00Z"})
    (found,), _ = read(write(tmp_path / "t.json", {**TICKET, "conversations": notes}))
    assert said(found) == [SAID[0], SAID[2], SAID[1], SAID[3]]


def test_repeated_notes_are_said_once(tmp_path: Path) -> None:
    (found,), _ = read(write(tmp_path / "t.json", [{**TICKET, "conversations": NOTES + NOTES}]))
    assert said(found) == SAID


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"source": 6}, "system"),
        ({"source": 8, "incoming": False}, "note"),
        ({"incoming": "true", "private": "false"}, "customer"),
    ],
)
def test_the_kind_of_a_note_tells_who_speaks(
    tmp_path: Path, changes: dict[str, object], word: str
) -> None:
    note = {**NOTES[0], **changes}
    (found,), _ = read(write(tmp_path / "t.json", [{**TICKET, "conversations": [note]}]))
    assert said(found)[1] == (word, "It is quiet now.")


def test_an_outbound_ticket_is_opened_by_an_agent(tmp_path: Path) -> None:
    (found,), _ = read(write(tmp_path / "t.json", [{**TICKET, "source": 10}]))
    assert said(found) == [("agent", "My pump is loud.")]


def test_what_a_reply_quotes_is_left_out(tmp_path: Path) -> None:
    quoting = (
        "<div>Thanks.</div><div class='freshdesk_quote'><blockquote>Oil it.</blockquote></div>"
    )
    html = {**NOTES[0], "body": quoting, "body_text": "Thanks. Oil it."}
    plain = {
        **NOTES[0],
        "id": 9,
        "body_text": "Bye.\n\nOn 3 Mar 2025 10:02, A <a@b.example> wrote:\n> x",
    }
    (found,), _ = read(write(tmp_path / "t.json", [{**TICKET, "conversations": [html, plain]}]))
    assert [text for _, text in said(found)] == ["My pump is loud.", "Thanks.", "Bye."]


@pytest.mark.parametrize("mark", ["spam", "deleted"])
def test_spam_and_deleted_tickets_are_left_out_with_the_reason(tmp_path: Path, mark: str) -> None:
    found, (skipped,) = read(write(tmp_path / "t.json", [{**TICKET, mark: True}]))
    assert (found, skipped.reason) == ([], f"is marked as {mark}")


@pytest.mark.parametrize(
    ("given", "rating"),
    [({"ratings": {"default_question": 103}}, 5), ({"rating": -103}, 1), ({"rating": 2}, 3),
     ({"rating": "unknown"}, None)],
)  # fmt: skip
def test_ratings_run_from_one_to_five(tmp_path: Path, given: object, rating: int | None) -> None:
    (found,), _ = read(write(tmp_path / "t.json", [{**TICKET, "satisfaction_ratings": [given]}]))
    assert found.rating == rating


def test_damaged_xml_keeps_what_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "t.xml"
    file.write_text(xml_export(xml_ticket(), "<helpdesk-ticket>\x0b<x>", xml_ticket())[:-40])
    found, skipped = read(file)
    assert said(found[0]) == SAID
    assert any("damaged" in each.reason for each in skipped)


def test_characters_that_are_none_cost_their_text_alone(tmp_path: Path) -> None:
    file = tmp_path / "t.xml"
    broken_text = xml_ticket().replace("Please oil it.", "Please &#xd800; oil it.")
    file.write_text(xml_export(broken_text.replace("type='datetime'", "type='&#xd800;'")))
    (found,), _ = read(file)
    assert [text for _, text in said(found)] == [text for _, text in SAID if "oil" not in text]


def test_entities_of_a_hostile_file_are_not_expanded(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    file = tmp_path / "t.xml"
    file.write_text(
        f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">{bomb}]>'
        + xml_export(xml_ticket().replace("loud.", "loud &j; &f;")).partition("\n")[2]
    )
    (found,), _ = read(file)
    assert len(found.turns[0].text) < 100
    assert "root" not in found.turns[0].text


def test_other_vendors_tickets_are_refused(tmp_path: Path) -> None:
    foreign = {**TICKET, "status": "open"}
    with pytest.raises(UnknownFormatError):
        read(write(tmp_path / "t.json", [foreign]), format="freshdesk")


KEYS = [*TICKET, "conversations", "helpdesk_notes", "satisfaction_ratings", "display_id"]


@given(
    st.lists(
        broken({**TICKET, "conversations": NOTES}, KEYS)
        | broken(NOTES[0], list(NOTES[0]))
        | broken(RATING, list(RATING))
        | ANYTHING,
        max_size=4,
    )
)
def test_no_shape_breaks_it_and_ids_stay(
    tmp_path_factory: pytest.TempPathFactory, records: list[object]
) -> None:
    file = write(tmp_path_factory.mktemp("any") / "t.json", [*records, {**TICKET, "id": 77}])
    first, _ = read(file, format="freshdesk")
    assert first == read(file, format="freshdesk")[0]
    assert "77" in {transcript.id for transcript in first}


@given(st.integers(0, 2000), st.binary(max_size=3))
def test_damage_anywhere_costs_no_more_than_what_follows(
    tmp_path_factory: pytest.TempPathFactory, place: int, damage: bytes
) -> None:
    data = json.dumps([TICKET, {**TICKET, "conversations": NOTES}]).encode()
    file = tmp_path_factory.mktemp("any") / "t.json"
    file.write_bytes(data[: place % len(data)] + damage)
    try:
        found, skipped = read(file, format="freshdesk")
    except UnknownFormatError:
        return
    assert len(found) + len(skipped) >= 1


@pytest.mark.data
def test_published_samples_are_read(shared_data: Path) -> None:
    folder = shared_data / "exports" / "freshdesk"
    (found,), skipped = read(folder / "chatwoot_import_ticket_with_conversations.json")
    assert ([word for word, _ in said(found)], skipped) == (
        ["customer", "agent", "note", "customer"],
        [],
    )
    assert (found.id, found.resolved, found.customer) == ("2001", True, "1001")
    for name in ("ticket_1", "conversations", "all_tickets", "search_tickets", "note_1"):
        assert detect_format(folder / f"{name}.json") == "freshdesk"
    with pytest.raises(UnknownFormatError):
        detect_format(folder / "solution_articles.json")
    joined, _ = read(folder)
    assert ("1", 3) in {(transcript.id, len(transcript.turns)) for transcript in joined}
