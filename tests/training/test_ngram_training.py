"""Training where the encoder cannot read the texts, or only some of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from chinese import chinese_texts
from safetensors.numpy import load_file, save_file
from tiny_bert import make_tiny_bert

from knowledge.records import IntentId
from nlu import DamagedModelError, Model, OutdatedModelError
from nlu.manifest import write_manifest
from nlu.ngrams import NGRAM_RECORD, NGRAM_TENSORS
from retrieval import MatchCalibration
from training import LabelledText, TrainingReport, TrainingSettings, evaluate_intents, fine_tune
from training.ngrams import fit_ngrams

ASKED = (("请问包裹到哪里了", "delivery"), ("想退钱", "refund"), ("密码忘记了", "login"))
STRANGE = ("今天天气怎么样", "给我讲个笑话", "火星上有水吗")


@pytest.fixture(scope="module")
def tuning(tiny_bert: Path) -> TrainingSettings:
    return TrainingSettings(base_model=tiny_bert, epochs=2, batch_size=8, threads=1)


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory, tuning: TrainingSettings) -> TrainingReport:
    return fine_tune(chinese_texts(), tmp_path_factory.mktemp("chinese") / "model", tuning)


@pytest.fixture(scope="module")
def mixed(
    tmp_path_factory: pytest.TempPathFactory,
    tuning: TrainingSettings,
    labelled: Sequence[LabelledText],
) -> TrainingReport:
    """English without the intent "login", Chinese with it."""
    english = [each for each in labelled if each.intent != "login"]
    out = tmp_path_factory.mktemp("mixed") / "model"
    return fine_tune([*english, *chinese_texts()], out, tuning)


@pytest.mark.parametrize("home", ["chinese", "mixed"])
def test_chinese_is_understood_and_told_from_what_is_strange(
    home: str, request: pytest.FixtureRequest
) -> None:
    model = Model.open(request.getfixturevalue(home).directory)
    known = [model.understand(text) for text, _ in ASKED]
    assert [each.intents[0].intent for each in known] == [intent for _, intent in ASKED]
    strange = [model.understand(text).in_scope for text in STRANGE]
    assert max(strange) < min(each.in_scope for each in known)


def test_the_same_command_measures_it(chinese: TrainingReport) -> None:
    texts = [LabelledText(text, IntentId(intent)) for text, intent in ASKED]
    evaluation = evaluate_intents(chinese.directory, texts, STRANGE)
    assert (evaluation.accuracy, evaluation.frozen_accuracy) == (1.0, None)
    assert evaluation.oos_auroc == 1.0
    threshold = Model.open(chinese.directory).understand("想退钱").threshold
    assert evaluation.operating.threshold == threshold


def test_the_report_and_the_record_say_who_reads(
    chinese: TrainingReport, mixed: TrainingReport
) -> None:
    assert (chinese.examples, chinese.ngram_examples) == (80, 80)
    assert (mixed.examples, mixed.ngram_examples) == (140, 80)
    record = json.loads((mixed.directory / "training.json").read_text())
    assert record["read_by"] == {"encoder": 60, "ngrams": 80}
    assert record["data"]["unreadable"] == 80
    assert mixed.metrics["validation_texts"] <= 60
    assert mixed.metrics["ngrams"]["validation_texts"] == 80


def test_each_classifier_answers_in_its_language_with_the_intents_that_it_knows(
    mixed: TrainingReport,
) -> None:
    model = Model.open(mixed.directory)
    assert set(model.intents) == {"cancel", "delivery", "login", "refund"}
    assert "login" not in model.understand("refund please").known_intents
    assert "login" in model.understand("忘记密码").known_intents
    english = [LabelledText("parcel late", IntentId("delivery"))]
    evaluation = evaluate_intents(mixed.directory, english)
    assert evaluation.frozen_accuracy is not None


def test_the_matcher_is_calibrated_with_the_opinion_of_ngrams(chinese: TrainingReport) -> None:
    calibration = Model.open(chinese.directory).calibration
    fitted, default = MatchCalibration.from_json(calibration.match), MatchCalibration.default()
    assert fitted.characters_with_head != default.characters_with_head
    assert fitted.with_head == default.with_head
    assert calibration.match_curve


def test_same_seed_gives_the_same_ngrams(
    chinese: TrainingReport, tuning: TrainingSettings, tmp_path: Path
) -> None:
    again = fine_tune(chinese_texts(), tmp_path / "again", tuning)
    for name in (NGRAM_RECORD, NGRAM_TENSORS, "calibration.json"):
        assert (again.directory / name).read_bytes() == (chinese.directory / name).read_bytes()


def test_a_base_model_that_reads_the_language_needs_no_ngrams(
    tuning: TrainingSettings, tmp_path: Path
) -> None:
    letters = "".join(sorted({letter for each in chinese_texts() for letter in each.text}))
    base = make_tiny_bert(tmp_path / "bert", more_characters=letters)
    report = fine_tune(chinese_texts(), tmp_path / "model", replace(tuning, base_model=base))
    assert report.ngram_examples == 0
    assert Model.open(report.directory).ngrams is None
    assert 0.0 < Model.open(report.directory).understand("我想退款").in_scope < 1.0


def test_single_texts_can_be_trained_on_but_not_validated(
    tuning: TrainingSettings, tmp_path: Path
) -> None:
    texts = [LabelledText("我想退款", IntentId("a")), LabelledText("忘记密码", IntentId("b"))]
    report = fine_tune(texts, tmp_path / "model", tuning)
    assert report.metrics == {"validation_texts": 0}
    assert Model.open(report.directory).understand("退款").intents[0].intent == "a"


def test_many_intents_with_a_single_text_each_are_told_apart() -> None:
    """A regression that stops early knows none of them."""
    texts = [chr(0x4E00 + number) for number in range(1000)]
    head = fit_ngrams(texts, np.arange(len(texts)), np.random.default_rng(0))
    found = [int(head.logits(head.vocabulary.weigh(text)).argmax()) for text in texts]
    assert found == list(range(len(texts)))


def test_serving_ngrams_imports_no_training_library(chinese: TrainingReport) -> None:
    program = (
        "import sys; from pathlib import Path; from nlu import Model;"
        "Model.open(Path(sys.argv[1])).understand('我的订单在哪里');"
        "print({'torch', 'sklearn', 'transformers', 'scipy', 'onnx'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(chinese.directory)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "set()"


@pytest.fixture
def copied(chinese: TrainingReport, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in chinese.directory.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    return copy


@pytest.mark.parametrize("name", [NGRAM_RECORD, NGRAM_TENSORS])
def test_altered_or_absent_ngrams_are_refused(copied: Path, name: str) -> None:
    raw = (copied / name).read_bytes()
    (copied / name).write_bytes(raw[:-9] + b"x" + raw[-8:])
    with pytest.raises(DamagedModelError, match=f"{name} differs"):
        Model.open(copied)
    (copied / name).unlink()
    with pytest.raises(DamagedModelError, match=f"{name} is missing"):
        Model.open(copied)
    write_manifest(copied)
    with pytest.raises(DamagedModelError, match="belong together"):
        Model.open(copied)


def test_ngrams_that_were_not_exported_are_not_listened_to(copied: Path) -> None:
    kept = {name: (copied / name).read_bytes() for name in (NGRAM_RECORD, NGRAM_TENSORS)}
    for name in kept:
        (copied / name).unlink()
    write_manifest(copied)
    for name, raw in kept.items():
        (copied / name).write_bytes(raw)
    model = Model.open(copied)
    assert (model.ngrams, model.intents) == (None, ())


def test_the_probabilities_of_all_intents_come_from_whoever_reads(mixed: TrainingReport) -> None:
    model, login = Model.open(mixed.directory), IntentId("login")
    for text, knows in (("忘记密码", True), ("refund please", False)):
        likely = model.probabilities(text)
        assert likely is not None
        assert len(likely) == len(model.intents)
        assert likely.sum() == pytest.approx(1.0, abs=1e-5)
        shown = model.understand(text).intents[0]
        assert model.probability_of(text, shown.intent) == pytest.approx(shown.probability)
        assert (model.probability_of(text, login) > 0.0) == knows


def test_matching_in_a_mixed_home_promises_without_a_guarantee(mixed: TrainingReport) -> None:
    thresholds = mixed.metrics["thresholds"]
    assert set(thresholds) == {"intents", "answers"}
    assert not thresholds["answers"]["guaranteed"]
    assert set(mixed.metrics["ngrams"]["thresholds"]) == {"intents"}


@pytest.mark.parametrize(
    "damage",
    [
        {"intents": ["refund"]},
        {"intents": []},
        {"intents": ["refund", "refund", "login", "cancel"]},
        {"grams": ["我"]},
        {"unseen": float("nan")},
        {"calibration": {"temperature": 0.0}},
    ],
)
def test_a_damaged_record_is_refused(copied: Path, damage: dict[str, object]) -> None:
    record = json.loads((copied / NGRAM_RECORD).read_text(encoding="utf-8"))
    (copied / NGRAM_RECORD).write_text(json.dumps(record | damage), encoding="utf-8")
    write_manifest(copied)
    with pytest.raises(OutdatedModelError, match="Train the model anew"):
        Model.open(copied)


@pytest.mark.parametrize("name", ["bias", "rarity", "neighbours.values", "neighbours.grams"])
def test_damaged_numbers_are_refused(copied: Path, name: str) -> None:
    tensors = load_file(copied / NGRAM_TENSORS)
    worst = np.nan if tensors[name].dtype.kind == "f" else np.iinfo(tensors[name].dtype).max
    tensors[name][0] = worst
    save_file(tensors, copied / NGRAM_TENSORS)
    write_manifest(copied)
    with pytest.raises(OutdatedModelError, match="Train the model anew"):
        Model.open(copied)
