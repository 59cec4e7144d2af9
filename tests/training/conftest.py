"""A tiny base model and a toy shop's labelled texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tiny_bert import make_tiny_bert

from knowledge.records import IntentId
from training import LabelledText, TrainingSettings

PHRASES = {
    "delivery": ("where is my order", "parcel late", "delivery late", "where is the parcel"),
    "refund": ("i want my money back", "refund please", "money back", "how do i refund"),
    "cancel": ("cancel my subscription", "cancel the account", "cancel please", "i cancel"),
    "login": ("reset my password", "login password", "how do i login", "password reset please"),
}


@pytest.fixture(scope="session")
def tiny_bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_bert(tmp_path_factory.mktemp("tiny") / "bert")


@pytest.fixture(scope="session")
def labelled() -> Sequence[LabelledText]:
    endings = ("", " thanks", " please", " you", " for a bike")
    return [
        LabelledText(phrase + ending, IntentId(intent))
        for intent, phrases in PHRASES.items()
        for phrase in phrases
        for ending in endings
    ]


@pytest.fixture
def settings(tiny_bert: Path) -> TrainingSettings:
    return TrainingSettings(base_model=tiny_bert, epochs=3, batch_size=8, threads=1)
