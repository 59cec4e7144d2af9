"""What long work is doing is said in words: every stage has some, in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TOLD_BY = (
    "training/learning.py",
    "bot/commands/backtesting.py",
    "bot/commands/content.py",
    "bot/commands/jobs.py",
    "bot/answering/backtest.py",
    "bot/answering/matching_gate.py",
    "bot/learning/known_answers.py",
)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_every_stage_of_work_at_the_desk_has_words(language):
    told = {
        stage
        for file in TOLD_BY
        for stage in re.findall(r'progress\(\s*"([^"]+)"', (ROOT / file).read_text("utf-8"))
    }
    assert len(told) > 5
    words = (ROOT / f"bot/web/src/desk/words/learning-{language}.ts").read_text("utf-8")
    (stages,) = re.findall(r"stages(?:: Record<string, string> =|:) \{(.*?)\}", words, re.DOTALL)
    named = {quoted or plain for quoted, plain in re.findall(r'(?:"([^"]*)"|(\w+)): "', stages)}
    assert told <= named
