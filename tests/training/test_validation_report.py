"""What a model directory says of its validation: by intent, confusions, conviction, misreadings."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from knowledge import IntentId
from nlu import read_validation, text_digest
from nlu.validation import VALIDATION, Confused, IntentValidation
from training.match_calibration import LabelledVectors
from training.validation_report import validation_report

INTENTS = (IntentId("delivery"), IntentId("returns"))
READ = LabelledVectors(
    texts=["where is it", "send it back", "the parcel", "late"],
    intents=[INTENTS[0], INTENTS[1], INTENTS[0], INTENTS[0]],
    vectors=np.zeros((4, 1), dtype=np.float32),
    head_intents=INTENTS,
    head_probabilities=np.array([[0.9, 0.1], [0.2, 0.8], [0.3, 0.7], [0.45, 0.55]]),
)


def test_each_intent_tells_what_was_read_rightly_and_what_was_taken_for_it() -> None:
    found = validation_report(READ, None)
    assert found.intents == (
        IntentValidation("delivery", texts=3, right=1, said=1),
        IntentValidation("returns", texts=1, right=1, said=3),
    )
    assert found.confused == (Confused("delivery", "returns", 2),)


def test_what_was_misread_with_most_conviction_comes_first_and_by_its_digest_alone() -> None:
    found = validation_report(READ)
    assert [each.digest for each in found.misread] == [
        text_digest("the parcel"),
        text_digest("late"),
    ]
    assert found.misread[0].probability == 0.7


def test_conviction_is_compared_with_what_was_right_from_doubtful_to_sure() -> None:
    found = validation_report(READ)
    assert [each.texts for each in found.reliability] == [1, 1, 1, 1]
    assert [each.right for each in found.reliability] == [0.0, 0.0, 1.0, 1.0]


def test_a_report_is_read_as_it_was_written_and_an_unreadable_one_is_none(tmp_path: Path) -> None:
    assert read_validation(tmp_path) is None
    validation_report(READ).write(tmp_path)
    assert read_validation(tmp_path) == validation_report(READ)
    (tmp_path / VALIDATION).write_text(json.dumps({"texts": 1, "intents": [{"odd": 1}]}))
    assert read_validation(tmp_path) is None


def test_a_training_that_could_spare_no_text_reports_none() -> None:
    assert validation_report(None).texts == 0
