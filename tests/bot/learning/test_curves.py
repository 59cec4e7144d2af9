"""A retraining's curves as somebody sees them who looks while it runs."""

from __future__ import annotations

from bot.learning.curves import FILE, EpochPoint, curves_folder, read_curves


def test_what_is_not_written_yet_is_no_curve(tmp_path):
    assert read_curves(tmp_path, "run") == ()


def test_a_line_that_is_half_written_waits_for_the_next_look(tmp_path):
    folder = curves_folder(tmp_path, "run")
    folder.mkdir(parents=True)
    line = '{"tuning": "member-1", "epoch": 1.0, "loss": 0.5, "validation_accuracy": 0.75}\n'
    (folder / FILE).write_text(line + line[:30])
    assert read_curves(tmp_path, "run") == (EpochPoint("member-1", 1, 0.5, 0.75),)
