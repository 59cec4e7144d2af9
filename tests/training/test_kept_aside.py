"""Texts kept aside teach nothing, and are there only where there are enough to validate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nlu import Model
from training import LabelledText, TrainingSettings, fine_tune
from training.kept_aside import keep_aside
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
    before = plan_for(texts, replace(settings, validation_share=0.4))
    plan, kept = keep_aside(before, texts.labels, settings.seed)
    used = [getattr(part, name) for part in (plan.final, *plan.rehearsals)
            for name in ("train", "validation")]  # fmt: skip
    assert not np.isin(kept, np.concatenate(used)).any()
    together = np.union1d(kept, plan.final.validation)
    assert np.array_equal(together, np.sort(before.final.validation))
    assert 0 < len(kept) < len(before.final.validation)


def test_few_texts_are_all_learned_from(
    labelled: Sequence[LabelledText], settings: TrainingSettings
) -> None:
    texts = prepare(labelled)
    before = plan_for(texts, settings)
    plan, kept = keep_aside(before, texts.labels, settings.seed)
    assert plan is before
    assert len(kept) == 0


def test_a_model_says_by_how_many_texts_its_thresholds_were_tested(
    many: None, labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    report = fine_tune(labelled, tmp_path / "model", replace(settings, validation_share=0.5))
    calibration = Model.open(tmp_path / "model").calibration
    assert calibration.match_curve.kept_aside == 20
    assert set(report.metrics["thresholds"]) == {"intents", "answers"}
    assert not report.metrics["thresholds"]["answers"]["guaranteed"]
