"""Questions without a label: what a model reckons with as out of scope where a home knows them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from chinese import chinese_texts
from test_match_calibration import clusters

from knowledge.records import IntentId
from nlu import Model
from nlu.guarantee import RiskCurve, choose_threshold
from training import (
    Beside,
    LabelledText,
    TrainingSettings,
    Unlabelled,
    fine_tune,
    unlabelled_beside,
)
from training.match_calibration import LabelledVectors, StrangeVectors, fit_match_calibration
from training.match_curve import certified_match_curve, match_curve
from training.outcomes import NO_CLASS, Validated
from training.reading import Outputs
from training.splits import prepare
from training.strangers import NOBODY, Strangers, heard, without_overlooked
from training.unlabelled import FEWEST, NONE, as_read

WORDS = ("where", "is", "my", "order", "refund", "money", "password", "parcel", "account", "bike")
SHOP = [LabelledText("where is it", IntentId("order")), LabelledText("pay", IntentId("money"))]


def questions(count: int) -> tuple[str, ...]:
    rng = np.random.default_rng(3)
    drawn = (" ".join(rng.permutation(WORDS)[:4]) for _ in range(10 * count))
    return tuple(list(dict.fromkeys(drawn))[:count])


def strangers_of(count: int, share: float = 0.5) -> Strangers:
    rows = np.arange(count)
    logits = np.zeros((count, 2), dtype=np.float32)
    said = Validated(
        rows, logits, Outputs(logits, None, logits), np.full(count, NO_CLASS), np.arange(2)
    )
    return Strangers([str(row) for row in rows], [said], share)


def test_they_are_read_as_messages_are_and_what_is_labelled_is_left_out() -> None:
    asked = (*questions(FEWEST), "where  is it", "order LW-26-14498 is late", "order is late")
    read = as_read(Unlabelled(asked, 0.7), prepare(SHOP), seed=1)
    assert len(read.texts) == FEWEST + 1
    assert "where is it" not in read.texts
    assert not any("14498" in text for text in read.texts)
    assert read.share == 0.7


def test_what_is_confirmed_stays_so_as_messages_are_read() -> None:
    said = frozenset({"order LW-26-14498 is late", "where is it"})
    read = as_read(Unlabelled((*questions(FEWEST), *said), 0.7, said), prepare(SHOP), seed=1)
    (confirmed,) = read.confirmed
    assert confirmed in read.texts
    assert confirmed.startswith("order")
    assert "14498" not in confirmed
    assert heard(read, []).confirmed == frozenset()


def test_a_few_say_too_little() -> None:
    assert as_read(Unlabelled(questions(FEWEST - 1), 0.7), prepare(SHOP), seed=1) is NONE


def test_their_share_counts_repetitions() -> None:
    found = unlabelled_beside(SHOP, ["a", "a", "b"])
    assert (found.texts, found.share) == (("a", "b"), 0.6)


@pytest.mark.parametrize("part", [0.0, 0.1, 0.4])
def test_those_of_a_known_label_are_noticed_and_never_more_than_there_are(part: float) -> None:
    rng = np.random.default_rng(0)
    inside = rng.normal(1.5, 1.0, (600, 4))
    known = rng.random(1000) < part
    signals = rng.normal(np.where(known, 1.5, -1.0)[:, None], 1.0, (1000, 4))
    left = without_overlooked(strangers_of(1000), inside, signals, rng)
    taken_out = 1000 - len(left)
    assert 0.7 * known.sum() - 10 <= taken_out <= known.sum() + 10
    assert left.share == pytest.approx(0.5 * len(left) / 1000)
    remaining = {int(row) for one in left.said for row in one.chosen}
    assert len(remaining - set(np.flatnonzero(known).tolist())) > 0.93 * (~known).sum()


def test_those_that_a_person_confirmed_are_never_left_out() -> None:
    rng = np.random.default_rng(0)
    inside = rng.normal(1.5, 1.0, (600, 4))
    signals = rng.normal(np.where(rng.random(1000) < 0.4, 1.5, -1.0)[:, None], 1.0, (1000, 4))
    order = np.argsort(-signals.sum(1))
    for sure in (order[:100], order):
        confirmed = replace(strangers_of(1000), confirmed={str(row) for row in sure})
        left = without_overlooked(confirmed, inside, signals, np.random.default_rng(1))
        remaining = {int(row) for one in left.said for row in one.chosen}
        assert set(sure.tolist()) <= remaining
        assert left.sure.sum() == len(sure)
    unsure = without_overlooked(strangers_of(1000), inside, signals, np.random.default_rng(1))
    gone = set(range(1000)) - {int(row) for one in unsure.said for row in one.chosen}
    assert len(gone & set(order[:100].tolist())) > 50  # nothing else would have kept them


def test_those_that_people_found_hide_nobody_among_the_rest() -> None:
    rng = np.random.default_rng(0)
    inside = rng.normal(1.5, 1.0, (600, 4))
    known = rng.random(1000) < 0.3
    signals = rng.normal(np.where(known, 1.5, -1.0)[:, None], 1.0, (1000, 4))
    surest = np.argsort(-signals.sum(1))[:100]
    assert known[surest].all()
    rest = np.setdiff1d(np.arange(1000), surest)

    def taken_out(found: int) -> int:
        asked = replace(strangers_of(len(rest)), found=found)
        left = without_overlooked(asked, inside, signals[rest], np.random.default_rng(1))
        return len(rest) - len(left)

    overlooked = int(known[rest].sum())
    assert 0.7 * overlooked <= taken_out(100) <= overlooked
    assert taken_out(0) < 0.5 * overlooked  # as if nobody had been among them


def test_each_is_told_by_a_model_that_knows_what_it_is_taken_for() -> None:
    likely = np.eye(3, dtype=np.float32)[np.arange(60) % 3] * 5.0
    rows, nothing = np.arange(60), np.full(60, NO_CLASS)
    judging = []
    for lacking in range(3):
        classes = np.setdiff1d(np.arange(3), [lacking])
        logits = likely[:, classes]
        judging.append(Validated(rows, logits, Outputs(logits, None, logits), nothing, classes))
    found = heard(Unlabelled(questions(60), 0.4), judging)
    assert len(found) == 60
    told = [each for one in found.said for each in one.chosen.tolist()]
    assert sorted(told) == list(range(60))
    for one in found.said:
        assert len(one.chosen) == 20
        assert np.isin(one.chosen % 3, one.classes).all()


def test_without_strangers_nothing_is_left_out() -> None:
    nothing = np.zeros((3, 4))
    assert without_overlooked(NOBODY, nothing, nothing, np.random.default_rng(0)) is NOBODY


def like(data: LabelledVectors, share: float, rows: np.ndarray) -> StrangeVectors:
    """Questions that lie where the messages ``rows`` do, and are about something else."""
    asked = LabelledVectors(
        texts=[f"other {data.texts[row]}" for row in rows],
        intents=[IntentId("")] * len(rows),
        vectors=data.vectors[rows],
        head_intents=data.head_intents,
        head_probabilities=None if (p := data.head_probabilities) is None else p[rows],
    )
    return StrangeVectors(asked, share)


def curve_of(data: LabelledVectors) -> RiskCurve:
    return match_curve(data, fit_match_calibration(data), out_of_scope_share=0.2, seed=1)


def test_templates_are_given_more_rarely_where_strangers_are_near_and_many() -> None:
    data = clusters(noise=0.5)
    rng = np.random.default_rng(0)
    near = rng.permutation(len(data.texts))[:60]
    alone = curve_of(data)
    few, many = (curve_of(replace(data, strange=like(data, share, near))) for share in (0.3, 0.8))
    assert (alone.out_of_scope_share, few.out_of_scope_share) == (0.2, 0.3)
    assert many.out_of_scope_share == 0.8
    lowest = [min(each.points, key=lambda p: p.threshold) for each in (alone, few, many)]
    assert lowest[0].precision > lowest[1].precision > lowest[2].precision
    assert lowest[2].precision < 0.4  # four in five messages are strangers, and look like the rest


def test_a_guarantee_is_tested_on_strangers_kept_aside() -> None:
    data = clusters(noise=0.5)
    fitted = fit_match_calibration(data)
    rng = np.random.default_rng(0)
    near = rng.permutation(len(data.texts))[:80]
    halves = [replace(data, strange=like(data, 0.5, rows)) for rows in (near[:40], near[40:])]
    curve = match_curve(halves[0], fitted, out_of_scope_share=0.2, seed=1)
    tested = certified_match_curve(curve, *halves, fitted, rng)
    assert 0 < tested.kept_aside <= 2 * 80
    lowest = min(tested.points, key=lambda each: each.threshold)
    assert lowest.right < 0.75 * lowest.answered
    assert not choose_threshold(tested, 0.9).guaranteed


def test_a_model_says_how_many_strangers_it_reckons_with(
    settings: TrainingSettings, labelled: Sequence[LabelledText], tmp_path: Path
) -> None:
    asked = unlabelled_beside(labelled, questions(320))
    known = fine_tune(labelled, tmp_path / "with", settings, beside=Beside(unlabelled=asked))
    alone = fine_tune(labelled, tmp_path / "without", settings)
    calibrations = [Model.open(each.directory).calibration for each in (known, alone)]
    assert calibrations[1].out_of_scope_share == calibrations[1].match_curve.out_of_scope_share
    assert calibrations[1].out_of_scope_share == 0.2
    assert 0.5 < calibrations[0].out_of_scope_share <= asked.share == 0.8
    assert calibrations[0].match_curve.out_of_scope_share > 0.5
    record = json.loads((known.directory / "training.json").read_text())
    assert record["unlabelled"] == {"encoder": 320, "ngrams": 0}
    assert 250 < known.metrics["strangers"] <= 320
    assert "strangers" not in alone.metrics
    weights = [(each.directory / "encoder.onnx").read_bytes() for each in (known, alone)]
    assert weights[0] == weights[1]  # nothing was learned from them


def test_what_the_encoder_cannot_read_is_asked_of_the_ngrams(
    settings: TrainingSettings, labelled: Sequence[LabelledText], tmp_path: Path
) -> None:
    strange = [f"{thing}{number}" for thing in "天地山水火木金土" for number in "一二三四五六七八"]
    examples = [*(each for each in labelled if each.intent != "login"), *chinese_texts()]
    asked = Unlabelled((*strange, *questions(FEWEST + 10)), 0.6)
    report = fine_tune(examples, tmp_path / "model", settings, beside=Beside(unlabelled=asked))
    record = json.loads((report.directory / "training.json").read_text())
    assert record["unlabelled"] == {"encoder": FEWEST + 10, "ngrams": 64}
    ngrams = Model.open(report.directory).ngrams
    assert ngrams is not None
    assert ngrams.calibration.out_of_scope_share > 0.2
