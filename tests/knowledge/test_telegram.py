"""Telegram's exports become conversations of a customer with an agent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge import (
    SkippedRecord,
    Speaker,
    Transcript,
    UnknownFormatError,
    detect_format,
    read_transcripts,
)
from knowledge.importers.json_events import BLOCK_SIZE

HOUR = 3600


Entry = dict[str, object]


def message(number: int, hour: float, sender: int, text: object, **more: object) -> Entry:
    return {
        "id": number, "type": "message", "date_unixtime": str(int(1700000000 + hour * HOUR)),
        "from": f"Name {sender}", "from_id": f"user{sender}", "text": text, **more,
    }  # fmt: skip


def read(
    folder: Path, export: object, agent: str | None = None
) -> tuple[list[Transcript], list[SkippedRecord]]:
    file = folder / "result.json"
    file.write_text(export if isinstance(export, str) else json.dumps(export), encoding="utf-8")
    skipped: list[SkippedRecord] = []
    columns = {"agent": agent} if agent else {}
    return list(read_transcripts([file], columns=columns, on_skip=skipped.append)), skipped


def said(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker.value, turn.text) for turn in transcript.turns]


def private_chat(number: int, *messages: object) -> Entry:
    return {"name": f"Name {number}", "type": "personal_chat", "id": number, "messages": messages}


def test_in_a_private_chat_everyone_but_its_partner_is_an_agent(tmp_path: Path) -> None:
    (transcript,), skipped = read(
        tmp_path,
        private_chat(
            5,
            message(1, 0, 5, "hi"),
            message(2, 0.1, 1, ["see ", {"type": "link", "text": "https://x.example"}, "!"]),
            message(3, 0.2, 5, "", media_type="sticker"),
            {"id": 4, "type": "service", "date_unixtime": "1700000900", "action": "phone_call"},
            message(5, 0.3, 2, "anything else?"),
        ),
    )
    assert said(transcript) == [
        ("customer", "hi"),
        ("agent", "see https://x.example!"),
        ("agent", "anything else?"),
    ]
    assert (transcript.id, transcript.source) == ("telegram-5-1", "telegram")
    assert (transcript.customer, transcript.turns[0].author) == ("user5", "Name 5")
    assert not skipped


def test_half_a_day_of_silence_begins_a_new_conversation(tmp_path: Path) -> None:
    export = private_chat(5, message(1, 0, 5, "a"), message(2, 11, 1, "b"), message(3, 24, 5, "c"))
    found, _ = read(tmp_path, export)
    assert [(t.id, len(t.turns)) for t in found] == [("telegram-5-1", 2), ("telegram-5-3", 1)]
    assert found == read(tmp_path, export)[0]


def test_the_owner_of_a_whole_export_is_the_agent(tmp_path: Path) -> None:
    group = {"name": "G", "type": "private_group", "id": 9}
    export = {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 1, "first_name": "Name"},
        "contacts": {"list": [{"user_id": 5, "first_name": "Name"}]},
        "chats": {
            "list": [
                private_chat(5, message(1, 0, 5, "a"), message(2, 0, 1, "b")),
                {**group, "messages": [message(3, 0, 6, "c"), message(4, 0, 1, "d")]},
                {"type": "saved_messages", "id": 1, "messages": [message(5, 0, 1, "milk")]},
            ]
        },
    }
    found, skipped = read(tmp_path, export)
    assert [said(t) for t in found] == [
        [("customer", "a"), ("agent", "b")],
        [("customer", "c"), ("agent", "d")],
    ]
    assert [(s.position, "saved_messages" in s.reason) for s in skipped] == [("chat 3", True)]


def test_otherwise_agents_are_who_most_chats_share(tmp_path: Path) -> None:
    chats = [
        {"type": "private_group", "messages": [message(n, n, n, "q"), message(n, n, 1, "a")]}
        for n in (5, 6, 7)
    ]
    chats[1]["messages"] += [message(9, 6, 2, "me too")]  # type: ignore[operator]
    chats[2]["messages"] += [message(9, 7, 2, "me too")]  # type: ignore[operator]
    found, _ = read(tmp_path, {"chats": {"list": chats}})
    assert [[speaker for speaker, _ in said(t)] for t in found] == [
        ["customer", "agent"],
        ["customer", "agent", "agent"],
        ["customer", "agent", "agent"],
    ]


@pytest.mark.parametrize("name", ["Ticket Bot", "HelperBot", "ticket_bot"])
def test_a_program_in_a_group_is_no_agent(tmp_path: Path, name: str) -> None:
    group = {
        "name": "Help", "type": "private_supergroup", "id": 9,
        "messages": [
            message(1, 0, 5, "brakes squeak"),
            message(2, 0, 8, "We got it", **{"from": name}),
            message(3, 0.1, 1, "clean the rim", **{"from": "Anna Talbot"}),
        ],
    }  # fmt: skip
    (found,), _ = read(tmp_path, group)
    assert [who for who, _ in said(found)] == ["customer", "bot", "agent"]
    (named,), _ = read(tmp_path, group, agent=name)
    assert [who for who, _ in said(named)] == ["customer", "agent", "customer"]


def test_the_agents_can_be_named_by_name_or_account(tmp_path: Path) -> None:
    export = private_chat(5, message(1, 0, 5, "a"), message(2, 0, 1, "b"))
    for agent in ("Name 5", "user5", "someone, name 5"):
        (transcript,), _ = read(tmp_path, export, agent)
        assert [speaker for speaker, _ in said(transcript)] == ["agent", "customer"]


def test_damaged_messages_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    export = private_chat(
        5, message(1, 0, 5, "a"), "what", {**message(2, 0, 1, "b"), "date_unixtime": None}
    )
    (transcript,), skipped = read(tmp_path, export)
    assert said(transcript) == [("customer", "a")]
    assert [(s.position, s.reason) for s in skipped] == [
        ("message 2", "is no JSON object"),
        ("message 3", "has no time"),
    ]


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    whole = json.dumps(private_chat(5, message(1, 0, 5, "a"), message(2, 0, 1, "b")))
    (transcript,), skipped = read(tmp_path, whole[: whole.index('"id": 2') + 20])
    assert said(transcript) == [("customer", "a")]
    assert [s.position for s in skipped] == ["message 2"]


@pytest.mark.parametrize("before_the_border", range(8))
def test_escapes_that_json_does_not_have_are_mended(tmp_path: Path, before_the_border: int) -> None:
    raw = json.dumps(private_chat(5, message(1, 0, 5, "MARK")))
    padding = BLOCK_SIZE - raw.index("MARK") - before_the_border
    raw = raw.replace("MARK", "x" * padding + r"\xe9 \\x41 \\\x42")
    (transcript,), skipped = read(tmp_path, raw)
    assert transcript.turns[0].text.lstrip("x") == r"é \x41 \B"
    assert not skipped


def test_bytes_that_are_no_text_cost_only_themselves(tmp_path: Path) -> None:
    export = json.dumps(private_chat(5, message(1, 0, 5, "aMARKb"), message(2, 0, 1, "c")))
    (tmp_path / "result.json").write_bytes(
        b"\xef\xbb\xbf" + export.encode().replace(b"MARK", b"\xc0\x91")
    )
    found = list(read_transcripts([tmp_path / "result.json"], on_skip=lambda _: None))
    assert said(found[0]) == [("customer", "a\ufffd\ufffdb"), ("agent", "c")]


def test_many_messages_without_a_pause_are_cut_up(tmp_path: Path) -> None:
    messages = [message(n, n / 100, 5 if n % 2 else 1, "x") for n in range(1, 1101)]
    found, _ = read(tmp_path, private_chat(5, *messages))
    assert [len(t.turns) for t in found] == [500, 500, 100]
    assert len({t.id for t in found}) == 3


def test_accounts_written_as_bare_numbers_are_those_of_private_chats(tmp_path: Path) -> None:
    export = private_chat(
        5, {**message(1, 0, 5, "a"), "from_id": 5}, {**message(2, 0, 1, "b"), "from_id": 1}
    )
    (transcript,), _ = read(tmp_path, export)
    assert [speaker for speaker, _ in said(transcript)] == ["customer", "agent"]


def test_strange_entries_are_read_as_far_as_they_say_something(tmp_path: Path) -> None:
    (transcript,), skipped = read(
        tmp_path,
        private_chat(
            5,
            {**message(1, 0, 5, ""), "text_entities": [{"type": "plain", "text": "only here"}]},
            {**message(2, 0, 1, "forwarded"), "forwarded_from": "Somebody", "edited": "now"},
            {**message(3, 0, 1, ""), "poll": {"question": "Happy?", "answers": []}},
            {**message(4, 0, 5, "answered"), "reply_to_message_id": 2, "from": None},
            {**message(5, 0, 5, ""), "type": "unsupported"},
            {**message(6, 0, 5, [7, None, {"type": "bold"}, ["x"]])},
            {**message(7, 0, 5, {"no": "text"})},
        ),
    )
    assert said(transcript) == [
        ("customer", "only here"), ("agent", "forwarded"), ("customer", "answered"),
    ]  # fmt: skip
    assert not skipped


def test_the_team_is_found_in_a_file_that_breaks_off(tmp_path: Path) -> None:
    group = [message(1, 0, 5, "q"), message(2, 0, 1, "a"), message(3, 0, 1, "b")]
    raw = json.dumps({"type": "private_group", "id": 9, "messages": group})
    (transcript,), skipped = read(tmp_path, raw[: raw.index('"id": 3')])
    assert said(transcript) == [("customer", "q"), ("agent", "a")]
    assert len(skipped) == 1


@pytest.mark.parametrize("name", ["result.json", "messages.html"])
def test_the_export_for_reading_is_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("<!DOCTYPE html>\n<html><body class='page_wrap'>hi</body></html>")
    with pytest.raises(UnknownFormatError, match="Machine-readable JSON"):
        detect_format(file)


@pytest.mark.data
def test_public_samples_are_read(shared_data: Path) -> None:
    folder = shared_data / "exports" / "telegram"
    assert detect_format(folder) == "telegram"
    skipped: list[SkippedRecord] = []
    batch, single, styled = read_transcripts([folder], on_skip=skipped.append)
    assert batch.id == single.id
    assert [turn.speaker for turn in single.turns] == [Speaker.CUSTOMER, Speaker.AGENT]
    assert (len(styled.turns), styled.customer) == (9, "user222")
    assert not skipped
