"""What `frontdesk train` refuses before it has cost anybody an hour."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.commands.conftest import Run


def test_sentiment_without_a_file_says_what_it_needs(run: Run) -> None:
    pytest.importorskip("torch", reason="training needs the train extra (torch)")
    finished = run("train", "--task", "sentiment", "--json")
    assert (finished.status, finished.out) == (2, "")
    assert "--data FILE.csv, with the columns text,sentiment" in finished.err


def test_labels_that_are_no_sentiments_are_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the train extra (torch)")
    data = tmp_path / "moods.csv"
    data.write_text("text,sentiment\nwhere is it,refund\nthanks,positive\n", encoding="utf-8")
    finished = run("train", "--task", "sentiment", "--data", data, "--out", tmp_path / "mood")
    assert (finished.status, finished.out) == (1, "")
    assert "'refund' names no sentiment" in finished.err
    assert finished.err.count("\n") == 1
    assert not (tmp_path / "mood").exists()


def test_a_sentiment_model_is_trained_and_evaluated_from_files(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the train extra (torch)")
    from tiny_bert import make_tiny_bert

    data, out = tmp_path / "moods.csv", tmp_path / "mood"
    rows = [f"{word} is late,negative\nthanks for {word},positive" for word in ("bike", "parcel")]
    data.write_text("\n".join(["text,sentiment", *rows, ""]), encoding="utf-8")
    base = ("--base-model", make_tiny_bert(tmp_path / "bert"), "--epochs", "1")
    trained = run("train", "--task", "sentiment", "--data", data, "--out", out, *base, "--json")
    assert (trained.json["model"], trained.json["classes"]) == (str(out), 2)
    assert f"sentiment_model: {out}" in trained.err
    assert "None of the labels negative, positive is neutral" in trained.err
    found = run("evaluate", "sentiment", "--model", out, "--data", data, "--json").json
    assert {"accuracy", "macro_f1"} <= set(found)
    refused = run("evaluate", "intents", "--model", out, "--data", data, "--json")
    assert (refused.status, refused.out, refused.err.count("\n")) == (1, "", 1)


def test_a_folder_that_holds_something_is_refused_before_training(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the train extra (torch)")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    finished = run("train", "--out", tmp_path / "out", "--json")
    assert (finished.status, finished.out) == (1, "")
    assert "--out" in finished.err
    assert finished.err.count("\n") == 1
