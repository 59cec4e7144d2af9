"""Help Scout's threads, listed newest first, become conversations in the order they were said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vendor_exports import ANYTHING, broken, read, said, write

from knowledge import UnknownFormatError

TOM = {"id": 9, "type": "customer", "first": "Tom", "last": "Miller", "email": "tom@mail.example"}
ANNA = {"id": 2, "type": "user", "first": "Anna", "last": "Berg", "email": "anna@shop.example"}


def thread(number: int, kind: str, body: str, by: object, **more: object) -> dict[str, Any]:
    return {
        "id": number, "type": kind, "body": body, "createdBy": by, "state": "published",
        "createdAt": f"2025-03-01T10:{number:02}:00Z", **more,
    }  # fmt: skip


THREADS = [
    thread(5, "lineitem", "", ANNA, action={"type": "default", "text": "Anna closed it"}),
    thread(4, "customer", "It is <b>quiet</b> now.<br>Thanks!", TOM),
    thread(3, "note", "A known fault.", ANNA),
    thread(2, "message", "<p>Please oil it.</p>", ANNA),
    thread(1, "customer", "My pump is loud.", TOM),
]
CONVERSATION: dict[str, Any] = {
    "id": 71, "number": 12, "threads": 4, "type": "email", "status": "closed", "mailboxId": 1,
    "subject": "Pump", "primaryCustomer": TOM, "tags": [{"id": 1, "tag": "pump", "color": "x"}],
    "createdAt": "2025-03-01T10:01:00Z", "_embedded": {"threads": THREADS},
}  # fmt: skip
SAID = [
    ("customer", "My pump is loud."),
    ("agent", "Please oil it."),
    ("note", "A known fault."),
    ("customer", "It is quiet now.\nThanks!"),
]


@pytest.mark.parametrize(
    "layout",
    [
        CONVERSATION,
        [CONVERSATION],
        {"_embedded": {"conversations": [CONVERSATION]}, "page": {"size": 25, "number": 1}},
        {"items": [{**CONVERSATION, "threads": THREADS, "_embedded": {}}]},
        [{"conversation": {**CONVERSATION, "_embedded": {}}, "threads": THREADS}],
    ],
    ids=["one", "list", "page", "first version", "side by side"],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_every_layout_gives_the_same_conversation(
    tmp_path: Path, layout: object, indent: int | None
) -> None:
    file = tmp_path / "c.json"
    file.write_text(json.dumps(layout, indent=indent), encoding="utf-8")
    (found,), skipped = read(file)
    assert (said(found), skipped) == (SAID, [])
    assert (found.id, found.source, found.tags, found.customer) == (
        "71", "helpscout", ("pump",), "9",
    )  # fmt: skip
    assert found.resolved is True
    assert [turn.author for turn in found.turns[:2]] == ["Tom Miller", "Anna Berg"]


def test_threads_without_times_are_read_from_the_last(tmp_path: Path) -> None:
    timeless = [{k: v for k, v in each.items() if k != "createdAt"} for each in THREADS]
    changed = {**CONVERSATION, "_embedded": {"threads": timeless}}
    (found,), _ = read(write(tmp_path / "c.json", [changed]))
    assert said(found) == SAID


@pytest.mark.parametrize(
    ("kind", "by", "word"),
    [
        ("chat", TOM, "customer"),
        ("beaconchat", ANNA, "agent"),
        ("phone", {}, "customer"),
        ("message", {**ANNA, "type": "system_user"}, "bot"),
        ("forwardparent", ANNA, "note"),
        ("forwardchild", TOM, "note"),
    ],
)
def test_type_and_author_tell_who_speaks(tmp_path: Path, kind: str, by: object, word: str) -> None:
    changed = {**CONVERSATION, "_embedded": {"threads": [thread(1, kind, "Hello.", by)]}}
    (found,), _ = read(write(tmp_path / "c.json", [changed]), format="helpscout")
    assert said(found) == [(word, "Hello.")]


def test_what_a_workflow_sent_is_the_bots(tmp_path: Path) -> None:
    sent = thread(6, "message", "We got it.", ANNA, action={"type": "automatic-workflow"})
    changed = {**CONVERSATION, "_embedded": {"threads": [sent, *THREADS]}}
    (found,), _ = read(write(tmp_path / "c.json", [changed]))
    assert said(found)[-1] == ("bot", "We got it.")


def test_drafts_are_left_out_and_spam_is_reported(tmp_path: Path) -> None:
    draft = thread(6, "message", "Not sent.", ANNA, state="draft")
    changed = {**CONVERSATION, "_embedded": {"threads": [draft, *THREADS]}}
    found, (skipped,) = read(
        write(tmp_path / "c.json", [changed, {**CONVERSATION, "status": "spam"}])
    )
    assert [said(each) for each in found] == [SAID]
    assert skipped.reason == "is marked as spam"


@pytest.mark.parametrize(("word", "rating"), [("great", 5), ("okay", 3), ("not_good", 1)])
def test_the_rating_of_a_thread_is_the_conversations(
    tmp_path: Path, word: str, rating: int
) -> None:
    rated = [{**THREADS[3], "rating": {"rating": word}}, THREADS[4]]
    changed = {**CONVERSATION, "_embedded": {"threads": rated}}
    (found,), _ = read(write(tmp_path / "c.json", [changed]))
    assert found.rating == rating


def test_conversations_without_threads_are_refused(tmp_path: Path) -> None:
    bare = {k: v for k, v in CONVERSATION.items() if k != "_embedded"}
    with pytest.raises(UnknownFormatError):
        read(write(tmp_path / "c.json", [bare]))


threads = st.lists(broken(THREADS[1], list(THREADS[1])) | ANYTHING, max_size=4)


@given(st.lists(broken(CONVERSATION, list(CONVERSATION)) | ANYTHING, max_size=3), threads)
def test_no_shape_breaks_it_and_ids_stay(
    tmp_path_factory: pytest.TempPathFactory, records: list[object], inner: list[object]
) -> None:
    strange = {**CONVERSATION, "id": 1, "_embedded": {"threads": inner}}
    good = {**CONVERSATION, "id": 77}
    file = write(tmp_path_factory.mktemp("any") / "c.json", [good, *records, strange, good])
    first, _ = read(file, format="helpscout")
    assert first == read(file, format="helpscout")[0]
    assert [said(each) for each in first if each.id == "77"][:2] == [SAID, SAID]
