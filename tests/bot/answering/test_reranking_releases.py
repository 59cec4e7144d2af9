"""A release reranks with the cross-encoder that the settings name, and serves without a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest
from live import copy_home
from tiny_bert import make_tiny_cross_encoder

from bot.answering import Release, load_release
from bot.commands.context import Home
from bot.commands.doctor import _checks
from bot.settings import Settings
from bot.store import Database
from training import export_reranker

NAMED = "\nreranking: {folder: reranker, budget_ms: 3000}\n"


@pytest.fixture
def home(prepared_home: Path, tmp_path: Path) -> Path:
    copied = copy_home(prepared_home, tmp_path / "home")
    with (copied / "frontdesk.yaml").open("a") as file:
        file.write(NAMED)
    return copied


def release_in(home: Path, before: Release | None = None) -> Release:
    settings = Settings.load(home, {})
    return load_release(Database.open(settings.database_url), settings, before)


def told_by_doctor(home: Path) -> tuple[bool, str]:
    (check,) = (each for each in _checks(Home(home, {})) if each.name == "reranking")
    return check.ok, check.says


def test_the_cross_encoder_that_is_named_reranks(home: Path, tmp_path: Path) -> None:
    export_reranker(make_tiny_cross_encoder(tmp_path / "source"), home / "reranker")
    release = release_in(home)
    assert release.retriever is not None
    assert release.retriever.reranking is not None
    assert release.read("how do I return a bike", None).passages
    again = release_in(home, release).retriever
    assert again is not None
    assert again.reranking is not None
    assert again.reranking.read is release.retriever.reranking.read
    assert told_by_doctor(home) == (True, f"{home / 'reranker'} reranks passages within 3000 ms")


@pytest.mark.parametrize("damaged", [False, True])
def test_one_that_cannot_be_used_leaves_search_as_it_was(
    home: Path, tmp_path: Path, damaged: bool, caplog: pytest.LogCaptureFixture
) -> None:
    if damaged:
        export_reranker(make_tiny_cross_encoder(tmp_path / "source"), home / "reranker")
        (home / "reranker" / "reranker.onnx").write_bytes(b"cut off")
    release = release_in(home)
    assert release.read("how do I return a bike", None).passages
    assert "passages keep their order" in caplog.text
    ok, says = told_by_doctor(home)
    assert not ok
    assert "frontdesk reranker" in says
