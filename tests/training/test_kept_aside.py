"""Texts kept aside teach nothing, and are there only where there are enough to validate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nlu import Model
from training import LabelledText, TrainingSettings, fine_tune
from training.plan import plan_for
from training.splits import prepare


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the toy shop had enough texts to spare some."""
    monkeypatch.setattr("training.plan.FEW_TEXTS", 10)


def test_kept_aside_texts_are_in_no_part_of_the_plan(
    many: None, labelled: Sequence[LabelledText], settings: TrainingSettings
) -> None:
    texts = prepare(labelled)
    plan = plan_for(texts, replace(settings, validation_share=0.2))
    parts = (*plan.members, *plan.rehearsals)
    used = np.unique(np.concatenate([one for p in parts for one in (p.train, p.validation)]))
    assert len(plan.kept_aside)
    assert not np.isin(plan.kept_aside, used).any()
    assert np.array_equal(used, plan.learned)
    assert len(plan.kept_aside) + len(plan.learned) == len(texts.texts)


def test_members_spare_different_texts(
    many: None, labelled: Sequence[LabelledText], settings: TrainingSettings
) -> None:
    plan = plan_for(prepare(labelled), settings)
    spared = [set(member.validation.tolist()) for member in plan.members]
    assert all(spared)
    assert not spared[0] & spared[1]
    assert not spared[1] & spared[2]


def test_few_texts_are_all_learned_from(
    labelled: Sequence[LabelledText], settings: TrainingSettings
) -> None:
    texts = prepare(labelled)
    plan = plan_for(texts, settings)
    assert len(plan.kept_aside) == 0
    assert all(len(member.train) == len(texts.texts) for member in plan.members)


def test_a_model_says_by_how_many_texts_its_thresholds_were_tested(
    many: None, labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    report = fine_tune(labelled, tmp_path / "model", replace(settings, validation_share=0.5))
    calibration = Model.open(tmp_path / "model").calibration
    assert calibration.match_curve.kept_aside == 20
    assert set(report.metrics["thresholds"]) == {"intents", "answers"}
    assert not report.metrics["thresholds"]["answers"]["guaranteed"]
