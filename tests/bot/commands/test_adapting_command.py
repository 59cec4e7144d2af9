"""`frontdesk train --adapt` and `--layers`, asked as a user would."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.bot.commands.conftest import Run

pytest.importorskip("torch", reason="training needs the train extra (torch)")

from tiny_bert import make_tiny_bert

ASKED = {
    "refund": ("i want my money back", "refund please", "how do i refund the bike"),
    "delivery": ("where is my order", "parcel late", "is my delivery late"),
}


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    path = tmp_path / "examples.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("text", "intent"))
        rows.writerows((text, intent) for intent, texts in ASKED.items() for text in texts)
    return path


def write_transcripts(path: Path, count: int) -> Path:
    lines = (
        {
            "id": str(number),
            "turns": [
                {"speaker": "customer", "text": f"where is the parcel of bike number {number}"},
                {"speaker": "customer", "text": "please reply to jo.miller@example.com soon"},
                {"speaker": "agent", "text": "It left us this morning."},
            ],
        }
        for number in range(count)
    )
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_a_base_is_adapted_and_made_smaller_before_training(
    run: Run, labelled: Path, tmp_path: Path
) -> None:
    from nlu import read_learned_from, text_digest

    base = make_tiny_bert(tmp_path / "bert", layers=3, with_mask=True)
    transcripts = write_transcripts(tmp_path / "chats.jsonl", 120)
    finished = run(
        "train", "--data", labelled, "--base-model", base, "--adapt", transcripts,
        "--layers", "2", "--epochs", "1", "--out", tmp_path / "model", "--json",
    )  # fmt: skip
    assert finished.status == 0, finished.err
    assert "121 different messages" in finished.err
    record = json.loads((tmp_path / "model" / "training.json").read_text())
    assert (record["adapted_to"], record["settings"]["layers"]) == (121, 2)
    known = read_learned_from(tmp_path / "model")
    assert known is not None
    assert text_digest("please reply to jo.miller@example.com soon") not in known
    assert text_digest("please reply to [email] soon") in known


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--adapt", "no-such-file"), "no-such-file"),
        (("--adapt", "few.jsonl"), "too few to adapt to"),
        (("--adapt", "silent.jsonl"), "no customer says three words"),
        (("--layers", "3"), "has 3 layers"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line_and_leaves_nothing(
    run: Run, labelled: Path, tmp_path: Path, options: tuple[str, str], said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    write_transcripts(tmp_path / "few.jsonl", 5)
    silent = {"id": "1", "turns": [{"speaker": "agent", "text": "Are you still there, please?"}]}
    (tmp_path / "silent.jsonl").write_text(json.dumps(silent), encoding="utf-8")
    base = make_tiny_bert(tmp_path / "bert", layers=3, with_mask=True)
    finished = run("train", "--data", labelled, "--base-model", base, *options, "--out", "model")
    assert (finished.status, finished.out) == (1, "")
    assert said in finished.err.splitlines()[-1]
    assert not (tmp_path / "model").exists()


def test_what_was_erased_or_is_kept_for_comparing_is_not_adapted_to(
    run: Run, home: Path, tmp_path: Path
) -> None:
    from bot.commands.adapting import messages_for_home
    from bot.commands.context import Home
    from nlu import is_golden

    path = tmp_path / "chats.jsonl"
    lines = [
        {"id": str(n), "customer": f"c{n % 2}@example.com",
         "turns": [{"speaker": "customer", "text": f"my bike number {n} is broken"}]}
        for n in range(40)
    ]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    run("import", "transcripts", path)
    assert run("erase", "c1@example.com").status == 0
    kept = messages_for_home(path, Home(home, {}))
    expected = [f"my bike number {n} is broken" for n in range(0, 40, 2)]
    assert sorted(kept) == sorted(text for text in expected if not is_golden(text))
