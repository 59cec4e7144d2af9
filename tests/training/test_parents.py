"""Intents that stand under others: how often at least the parent is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge import IntentId
from training import LabelledText, TrainingSettings, evaluate_intents, fine_tune

PARENTS = {"delivery": "shop", "refund": "shop", "cancel": "account", "login": "account"}


def placed(example: LabelledText) -> LabelledText:
    return replace(example, intent=IntentId(f"{PARENTS[example.intent]}/{example.intent}"))


@pytest.fixture(scope="module")
def model(
    tmp_path_factory: pytest.TempPathFactory, labelled: Sequence[LabelledText], tiny_bert: Path
) -> Path:
    out = tmp_path_factory.mktemp("parents") / "model"
    settings = TrainingSettings(base_model=tiny_bert, epochs=3, batch_size=8, threads=1)
    fine_tune([placed(each) for each in labelled], out, settings)
    return out


def test_a_wrong_kind_of_the_right_matter_is_right_about_the_parent(model: Path) -> None:
    data = [
        LabelledText("refund please", IntentId("shop/gift card")),
        LabelledText("cancel the account", IntentId("account/cancel")),
        LabelledText("i want my money back", IntentId("account")),
    ]
    evaluation = evaluate_intents(model, data)
    assert evaluation.accuracy == pytest.approx(1 / 3)
    assert evaluation.parent_accuracy == pytest.approx(2 / 3)


def test_where_nothing_stands_under_anything_parents_are_not_told(model: Path) -> None:
    assert evaluate_intents(model, [LabelledText("x", IntentId("refund"))]).parent_accuracy is None
