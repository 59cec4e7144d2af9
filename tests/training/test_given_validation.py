"""Texts given to validate on: they choose and calibrate, nothing learns from them, and all else is
learned from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge import IntentId
from nlu import Model
from training import Beside, LabelledDataError, LabelledText, TrainingSettings, fine_tune
from training.plan import plan_for
from training.shares import share_out
from training.splits import FEWEST_VALIDATING, prepare

SAID = ("hello", "hi there", "good day", "please", "listen", "well", "excuse me", "so")
ENDED = ("now", "today", "again", "soon", "at last", "quickly", "then")


@pytest.fixture(scope="session")
def asked(labelled: Sequence[LabelledText]) -> Sequence[LabelledText]:
    """Some five hundred other wordings of the toy shop's texts."""
    some = labelled[:: len(ENDED) - 1]
    return [
        replace(one, text=f"{said} {one.text} {ended}")
        for one in some
        for said in SAID
        for ended in ENDED
    ]


def test_every_member_learns_from_all_that_is_not_spared(
    labelled: Sequence[LabelledText], asked: Sequence[LabelledText], settings: TrainingSettings
) -> None:
    texts = prepare(labelled, asked)
    plan = plan_for(texts, settings)
    assert [texts.texts[index] for index in texts.taught] == [each.text for each in labelled]
    assert all(np.array_equal(member.train, texts.taught) for member in plan.members)
    validating = np.concatenate([*(each.validation for each in plan.members), plan.kept_aside])
    assert np.array_equal(np.sort(validating), texts.spared)
    assert 0.3 < len(plan.kept_aside) / len(texts.spared) < 0.36
    assert len(plan.rehearsals) == 1
    assert not np.isin(plan.rehearsals[0].train, texts.spared).any()


def test_a_mood_has_no_threshold_to_test(
    labelled: Sequence[LabelledText], asked: Sequence[LabelledText], settings: TrainingSettings
) -> None:
    plan = plan_for(prepare(labelled, asked), replace(settings, task="sentiment"))
    assert len(plan.kept_aside) == 0
    assert sum(len(each.validation) for each in plan.members) == len(asked)


def test_what_is_learned_from_does_not_validate(
    labelled: Sequence[LabelledText], asked: Sequence[LabelledText]
) -> None:
    texts = prepare(labelled, [*labelled, *asked])
    assert len(texts.spared) == len(asked)
    assert texts.duplicates == len(labelled)


def test_a_text_of_several_intents_validates_the_rarest_that_is_taught(
    labelled: Sequence[LabelledText], asked: Sequence[LabelledText]
) -> None:
    both = LabelledText("late and lost", IntentId("nothing"), (IntentId("refund"),))
    texts = prepare(labelled, [*asked, both])
    assert texts.intents[texts.labels[-1]] == "refund"


@pytest.mark.parametrize(
    ("intent", "count", "said"),
    [
        ("weather", 400, "1 of the labels to validate on are taught by no text, such as weather"),
        ("refund", FEWEST_VALIDATING - 1, "299 texts to validate on are left .* it takes 300"),
    ],
)
def test_texts_that_cannot_validate_are_refused(
    labelled: Sequence[LabelledText], intent: str, count: int, said: str
) -> None:
    given = [LabelledText(f"number {'i' * each}", IntentId(intent)) for each in range(count)]
    with pytest.raises(LabelledDataError, match=said):
        prepare(labelled, given)


def test_character_ngrams_take_no_spared_texts(
    labelled: Sequence[LabelledText], asked: Sequence[LabelledText], settings: TrainingSettings
) -> None:
    from training.base_model import load_base_model

    chinese = [
        LabelledText(f"{what}{'很' * some}{more}", IntentId(intent))
        for intent, what in (("refund", "退款"), ("delivery", "快递"), ("weather", "天气"))
        for some in range(1, 5)
        for more in ("吗", "呢", "啊")
    ]
    unread = [replace(each, text=each.text + "好") for each in chinese]
    unknown = LabelledText("good day to the weather today", IntentId("weather"))
    texts = prepare([*labelled, *chinese], [*asked, *unread, unknown])
    shares = share_out(texts, load_base_model(settings.base_model))
    assert shares.encoder is not None
    assert shares.ngrams is not None
    assert set(shares.ngrams.texts) == {each.text for each in chinese}
    assert len(shares.ngrams.spared) == 0
    assert len(shares.encoder.spared) == len(asked)
    assert "weather" not in shares.encoder.intents


def test_a_model_is_calibrated_by_them_and_says_how_many_they_were(
    labelled: Sequence[LabelledText],
    asked: Sequence[LabelledText],
    settings: TrainingSettings,
    tmp_path: Path,
) -> None:
    report = fine_tune(labelled, tmp_path / "model", settings, beside=Beside(validation=asked))
    record = json.loads((tmp_path / "model" / "training.json").read_text())
    aside = Model.open(tmp_path / "model").calibration.match_curve.kept_aside
    assert report.examples == record["data"]["texts"] == len(labelled)
    assert record["data"]["validating"] == len(asked)
    assert report.metrics["validation_texts"] + aside == len(asked)
    assert "are given to validate on" in record["plan"]
