"""`frontdesk explain`: refused without words or a model, else words and neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest
from live import copy_home

from tests.bot.commands.conftest import Run


def test_without_words_or_a_model_it_says_what_to_do(run: Run) -> None:
    empty, untrained = run("explain", "  "), run("explain", "where is my order")
    assert (empty.status, untrained.status) == (1, 1)
    assert "write what a customer would" in empty.err
    assert "frontdesk train" in untrained.err


def test_words_and_neighbours_are_shown(prepared_home: Path, home: Path, run: Run) -> None:
    pytest.importorskip("torch", reason="the home's encoder is exported with the train extra")
    copy_home(prepared_home, home)
    told = run("explain", "how long is the warranty on a frame")
    assert told.status == 0
    assert "nearest labelled texts:" in told.out
    assert "without “" in told.out
    shown = run("explain", "how long is the warranty on a frame", "--json").json
    assert {"text", "start", "end", "drop"} == set(shown["template"]["words"][0])


def test_models_are_listed_with_what_they_promise(
    prepared_home: Path, home: Path, run: Run
) -> None:
    copy_home(prepared_home, home)
    assert run("models", "list", "--json").json["models"][0]["promise"] is None
