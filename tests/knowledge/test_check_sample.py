"""The check of the sample company finds what it is there to find."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from knowledge.sample import check_sample
from knowledge.sample.duplicates import near_pairs

REAL = Path(check_sample.__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The real articles, templates and intents, with two small conversations."""
    for name in ("intents.csv", "templates.yaml"):
        shutil.copy(REAL / name, tmp_path)
    shutil.copytree(REAL / "articles", tmp_path / "articles")
    put_transcripts(tmp_path, ("T-9", "2026-02-02", "squeaky saddle what now"))
    put_held_out(tmp_path, ("why is my invoice so late", "invoice_vat", "tpl_invoice_vat", "T-10"))
    return tmp_path


def put_transcripts(folder: Path, *talks: tuple[str, str, str]) -> None:
    lines = [
        json.dumps(
            {
                "id": name,
                "turns": [{"speaker": "customer", "text": text, "time": f"{day}T09:00:00+00:00"}],
                "source": "sample",
                "customer": "c1",
            }
        )
        for name, day, text in talks
    ]
    (folder / "transcripts.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def put_held_out(folder: Path, *questions: tuple[str, str, str, str]) -> None:
    with (folder / "held_out.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "intent", "template", "transcript"), *questions])


def test_files_that_fit_together_pass(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_sample.main([str(folder)]) == 0
    printed, complaints = capsys.readouterr()
    assert complaints == ""
    assert printed.count("\n") > 10


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        (("Squeaky saddle, what now?", "warranty_claim", "", "T-10"), "stands in T-9"),
        (("squeaky saddles what now", "warranty_claim", "", "T-10"), "nearly stands in T-9"),
        (("tracking link plz LW-26-20001", "order_status", "", "T-10"), "in tpl_order_status"),
        (("is the sun warm", "weather", "", "T-10"), "unknown intent 'weather'"),
        (("is the sun warm", "none", "tpl_express", "T-10"), "out of scope, yet has a template"),
        (("is the sun warm", "none", "", "T-8"), "T-8 is not later than T-9"),
        (("is the sun warm", "none", "", "T-9"), "T-9 is not later than T-9"),
    ],
)
def test_a_bad_held_out_question_is_named(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    question: tuple[str, str, str, str],
    complaint: str,
) -> None:
    put_held_out(folder, question)
    assert check_sample.main([str(folder)]) == 1
    assert complaint in capsys.readouterr().err


def test_conversations_must_be_numbered_by_time(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_transcripts(folder, ("T-8", "2026-05-02", "a flat tyre"), ("T-9", "2026-02-02", "rust"))
    assert check_sample.main([str(folder)]) == 1
    assert "T-9 began before T-8" in capsys.readouterr().err


def test_an_article_that_is_too_short_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "articles" / "refunds.md"
    path.write_text(path.read_text("utf-8")[:400], "utf-8")
    assert check_sample.main([str(folder)]) == 1
    assert "articles/refunds.md has" in capsys.readouterr().err


def test_a_missing_article_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "articles" / "refunds.md").unlink()
    assert check_sample.main([str(folder)]) == 1
    assert "refund_when names the article refunds" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["transcripts.jsonl", "held_out.csv", "templates.yaml"])
def test_a_missing_file_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / name).unlink()
    assert check_sample.main([str(folder)]) == 1
    assert name in capsys.readouterr().err


def test_a_broken_line_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "transcripts.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "T-11"}\n')
    assert check_sample.main([str(folder)]) == 1
    assert "line 2" in capsys.readouterr().err


def test_a_longer_message_that_holds_a_short_one_is_no_duplicate() -> None:
    short, long = (
        "where is my bike",
        "where is my bike, the grey one that I ordered in May for my son",
    )
    assert near_pairs([short], [long]) == []
    assert near_pairs([short], ["Where is my bike?? LW-26-20001"]) == [(0, 0)]
