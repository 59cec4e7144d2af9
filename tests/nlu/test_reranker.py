"""A cross-encoder says all scores in time, or none; what is damaged is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tiny_bert import make_tiny_cross_encoder

from nlu import ModelError, Reranker
from training import export_reranker

PASSAGES = ["your parcel is late", "a refund", "the account"]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reranker")
    export_reranker(make_tiny_cross_encoder(folder / "source"), folder / "out")
    return folder / "out"


def test_every_passage_gets_a_fit_of_its_own(exported: Path) -> None:
    read = Reranker.open(exported, 60.0)
    found = read("where is my parcel", PASSAGES)
    assert found is not None
    assert all(0.0 <= fit <= 1.0 for fit in found)
    assert found[1:] == read("where is my parcel", PASSAGES[1:])


def test_what_takes_too_long_says_nothing(exported: Path) -> None:
    assert Reranker.open(exported, -1.0)("where is my parcel", PASSAGES) is None


def test_a_question_that_its_vocabulary_cannot_read_is_left_alone(exported: Path) -> None:
    assert Reranker.open(exported, 60.0)("我的包裹在哪里", PASSAGES) is None


def test_a_passage_longer_than_the_network_is_cut(exported: Path) -> None:
    found = Reranker.open(exported, 60.0)("where is it", ["late " * 500])
    assert found is not None


@pytest.mark.parametrize("name", ["reranker.onnx", "tokenizer.json", "manifest.json"])
def test_a_missing_or_altered_file_is_refused(exported: Path, tmp_path: Path, name: str) -> None:
    for spoil in (lambda path: path.unlink(), lambda path: path.write_bytes(b"{}")):
        copy = Path(shutil.copytree(exported, tmp_path / "copy"))
        spoil(copy / name)
        with pytest.raises(ModelError, match="frontdesk reranker"):
            Reranker.open(copy, 1.0)
        shutil.rmtree(copy)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="frontdesk reranker"):
        Reranker.open(tmp_path / "none", 1.0)
