"""Exports of any size are read in memory that does not grow with them."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import Transcript, read_transcripts

CONVERSATIONS = 1200
WORDS = "the pump is loud and it does not stop at night " * 40
MOST_BYTES = 8 << 20


def words(number: int, turn: int) -> str:
    return f"{number} {turn} {WORDS}"


def freshdesk(n: int) -> object:
    notes = [{"id": n * 9 + k, "body": f"<p>{words(n, k)}</p>", "incoming": k % 2 == 0,
              "private": False} for k in (1, 2, 3)]  # fmt: skip
    return {"id": n, "status": 4, "requester_id": n, "description": words(n, 0),
            "conversations": notes}  # fmt: skip


def helpscout(n: int) -> object:
    threads = [{"id": n * 9 + k, "type": "customer" if k % 2 == 0 else "message",
                "body": words(n, k)} for k in (3, 2, 1, 0)]  # fmt: skip
    return {"id": n, "mailboxId": 1, "_embedded": {"threads": threads}}


def crisp(n: int) -> object:
    messages = [{"type": "text", "from": "user" if k % 2 == 0 else "operator",
                 "content": words(n, k)} for k in range(4)]  # fmt: skip
    return {"session_id": f"s{n}", "messages": messages}


def livechat(n: int) -> object:
    events = [{"type": "message", "author_id": "c" if k % 2 == 0 else "a@b.example",
               "text": words(n, k)} for k in range(4)]  # fmt: skip
    users = [{"id": "c", "type": "customer"}, {"id": "a@b.example", "type": "agent"}]
    return {"id": f"c{n}", "users": users, "thread": {"id": f"t{n}", "events": events}}


def json_file(of: Callable[[int], object]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            file.write("[")
            for number in range(CONVERSATIONS):
                file.write(("," if number else "") + json.dumps(of(number)))
            file.write("]")

    return write


def mbox(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for turn in range(4):
            for number in range(CONVERSATIONS):
                people = [f"c{number}@mail.example", "help@shop.example"]
                sender, receiver = people if turn % 2 == 0 else people[::-1]
                file.write(
                    f"From x@x.example Sat Mar  1 10:00:00 2025\nFrom: {sender}\nTo: {receiver}\n"
                    f"Subject: Pump\nMessage-ID: <{number}.{turn}>\nReferences: <{number}.0>\n"
                    f"Date: Sat, 01 Mar 2025 1{turn}:00:00 +0000\n\n{words(number, turn)}\n\n"
                )


@pytest.mark.parametrize(
    ("format", "write"),
    [("freshdesk", json_file(freshdesk)), ("helpscout", json_file(helpscout)),
     ("crisp", json_file(crisp)), ("livechat", json_file(livechat)), ("email", mbox)],
)  # fmt: skip
def test_memory_does_not_grow_with_the_file(
    tmp_path: Path, format: str, write: Callable[[Path], None]
) -> None:
    file = tmp_path / "export"
    write(file)
    size = file.stat().st_size
    tracemalloc.start()
    count = sum(map(has_four_turns, read_transcripts([file], format=format, on_skip=print)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == CONVERSATIONS
    assert peak < MOST_BYTES < size


def has_four_turns(transcript: Transcript) -> bool:
    return [turn.speaker.value for turn in transcript.turns] == ["customer", "agent"] * 2


@pytest.mark.parametrize("of", [freshdesk, helpscout, crisp, livechat])
def test_one_huge_message_is_cut_or_kept_but_read(
    tmp_path: Path, of: Callable[[int], object]
) -> None:
    file = tmp_path / "export.json"
    huge = json.dumps(of(1)).replace("1 1 the", "1 1 " + "huge " * 1_000_000)
    file.write_text(f"[{json.dumps(of(0))}, {huge}, {json.dumps(of(2))}]", encoding="utf-8")
    assert all(map(has_four_turns, read_transcripts([file], on_skip=print)))
