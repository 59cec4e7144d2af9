"""What `frontdesk train` refuses before it has cost anybody an hour."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.commands.conftest import Run


def test_a_folder_that_holds_something_is_refused_before_training(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the train extra (torch)")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    finished = run("train", "--out", tmp_path / "out", "--json")
    assert (finished.status, finished.out) == (1, "")
    assert "--out" in finished.err
    assert finished.err.count("\n") == 1
