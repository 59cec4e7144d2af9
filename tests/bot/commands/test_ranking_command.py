"""Rankings are trained and measured from files by the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retrieval.recommender import open_ranking_model
from tests.bot.commands.conftest import Run

pytest.importorskip("torch", reason="training needs the train extra (torch)")


@pytest.fixture
def files(home: Path, tmp_path: Path) -> tuple[str | Path, ...]:
    """Twelve items, thirty people who go from one to the next, and a home with a tiny encoder."""
    from tiny_bert import WORDS, make_tiny_bert

    from training import export_base

    home.mkdir()
    export_base(home / "models" / "base", make_tiny_bert(tmp_path / "bert"))
    items, events = tmp_path / "items.csv", tmp_path / "events.csv"
    listed = [f"{n},{WORDS[n]},{WORDS[n + 12]}" for n in range(12)]
    items.write_text("\n".join(["item_id,title,text", *listed, ""]), encoding="utf-8")
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    done = [
        f"u{person},{(person + step) % 12},{begin + timedelta(days=person, minutes=step)}"
        for person in range(30)
        for step in range(4)
    ]
    events.write_text("\n".join(["user_id,item_id,time", *done, ""]), encoding="utf-8")
    return ("--items", items, "--events", events)


def test_a_ranking_is_trained_from_files(run: Run, files, tmp_path: Path) -> None:
    out = tmp_path / "ranking"
    finished = run("train", "--task", "ranking", *files, "--out", out, "--json")
    assert (finished.json["model"], finished.json["classes"]) == (str(out), 12)
    assert f"recommendations: {{model: {out}}}" in finished.err
    assert open_ranking_model(out).half_life_days > 0


def test_it_is_measured_beside_its_baselines_in_one_run(run: Run, files) -> None:
    pytest.importorskip("implicit", reason="the baseline needs the train extra (implicit)")
    found = run("evaluate", "ranking", *files, "--seeds", "1", "--json").json
    assert {"hit_at_10", "ndcg_at_10", "baselines"} <= set(found)
    assert set(found["baselines"]) == {
        "popularity",
        "item_item_co_occurrence",
        "matrix_factorisation",
    }


def test_options_of_other_tasks_are_refused_and_a_home_without_a_model_says_so(run: Run) -> None:
    mixed = run("train", "--task", "ranking", "--epochs", "3")
    assert (mixed.status, mixed.out) == (2, "")
    alone = run("train", "--task", "ranking", "--json")
    assert (alone.status, alone.out, alone.err.count("\n")) == (1, "", 1)
    assert "--items and --events" in alone.err
