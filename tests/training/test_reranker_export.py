"""A cross-encoder as an int8 graph says what the network it came from says."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from tiny_bert import make_tiny_bert, make_tiny_cross_encoder
from tokenizers import Tokenizer
from transformers import BertForSequenceClassification

from nlu import Reranker
from training import TrainingError, UnsupportedBaseModelError, export_reranker

QUESTION = "where is my parcel"
PASSAGES = ["delivery is late", "refund", "cancel the subscription please"]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_cross_encoder(tmp_path_factory.mktemp("cross") / "encoder")


def fits(source: Path) -> list[float]:
    network = BertForSequenceClassification.from_pretrained(source).eval()
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    pairs = [tokenizer.encode(QUESTION, each) for each in PASSAGES]
    with torch.no_grad():
        logits = [
            network(torch.tensor([each.ids]), token_type_ids=torch.tensor([each.type_ids])).logits
            for each in pairs
        ]
    return [float(torch.sigmoid(each)) for each in logits]


def test_the_graph_fits_pairs_as_the_network_does(source: Path, tmp_path: Path) -> None:
    export_reranker(source, tmp_path / "out")
    found = Reranker.open(tmp_path / "out", 60.0)(QUESTION, PASSAGES)
    assert found == pytest.approx(fits(source), abs=0.03)


def test_exporting_twice_replaces_what_was_exported(source: Path, tmp_path: Path) -> None:
    for _ in range(2):
        export_reranker(source, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_an_encoder_without_a_classifier_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedBaseModelError, match="without a classifier"):
        export_reranker(make_tiny_bert(tmp_path / "bert"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_classifier_of_several_classes_is_refused(tmp_path: Path) -> None:
    several = make_tiny_cross_encoder(tmp_path / "several", outputs=3)
    with pytest.raises(UnsupportedBaseModelError, match="3 classes"):
        export_reranker(several, tmp_path / "out")


def test_other_files_are_never_overwritten(source: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(TrainingError, match="holds files"):
        export_reranker(source, tmp_path)
