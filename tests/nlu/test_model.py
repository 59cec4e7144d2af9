"""A model directory serves: vectors, intents, and refusal of what is damaged."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnx
import pytest

from knowledge.records import IntentId
from nlu import DamagedModelError, Model, OutdatedModelError
from nlu.encoder import Encoder
from nlu.manifest import REQUIRED, write_manifest


def test_base_encoder_gives_vectors_and_no_intents(base_directory: Path) -> None:
    model = Model.open(base_directory)
    understanding = model.understand("where is my order")
    assert (model.intents, understanding.intents, understanding.in_scope) == ((), (), 0.0)
    assert understanding.vector.shape == (model.dimension,)
    assert understanding.vector.dtype == np.float32
    assert np.linalg.norm(understanding.vector) == pytest.approx(1.0, abs=1e-5)


def test_tuned_model_ranks_its_intents_by_probability(tuned_directory: Path) -> None:
    model = Model.open(tuned_directory)
    understanding = model.understand("where is my order")
    probabilities = [each.probability for each in understanding.intents]
    assert {each.intent for each in understanding.intents} == set(model.intents)
    assert probabilities == sorted(probabilities, reverse=True)
    assert sum(probabilities) == pytest.approx(1.0, abs=1e-5)
    assert 0.0 < understanding.in_scope < 1.0


def test_training_intents_leaves_every_search_vector_as_it_was(
    base_directory: Path, tuned_directory: Path
) -> None:
    base, tuned = Model.open(base_directory), Model.open(tuned_directory)
    assert base.encoder_id == tuned.encoder_id
    assert base.id != tuned.id
    for text in ("where is my order", "refund", "a b c d e f g h i"):
        np.testing.assert_array_equal(base.encode(text), tuned.encode(text))


def test_vector_does_not_depend_on_how_it_is_asked_for(tuned_directory: Path) -> None:
    model = Model.open(tuned_directory)
    texts = ["where is my order", "refund please", "login"]
    together = model.encode_each(texts)
    for row, text in zip(together, texts, strict=True):
        np.testing.assert_array_equal(row, model.encode(text))
        np.testing.assert_array_equal(row, model.understand(text).vector)
    assert model.encode_each([]).shape == (0, model.dimension)


TO_BE_SEARCHED = (
    "Where is my order?",
    "A child's helmet costs less than one for grown-ups, and lasts as long.",
    "How long does it take?",
    "Refunds reach your account five days after the parcel has come back to us.",
    "Is it waterproof?",
    "",
    "Where is my money?",
    "Returns are free within thirty days of the day on which you were sent it.",
)


def test_texts_read_together_mean_what_each_means_alone(bundled_model: Model) -> None:
    together = bundled_model.encode_together(TO_BE_SEARCHED)
    alone = bundled_model.encode_each(TO_BE_SEARCHED)
    assert (np.sum(together * alone, axis=1) > 0.95).all()
    assert (np.argmax(together @ alone.T, axis=1) == np.arange(len(TO_BE_SEARCHED))).all()
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)
    assert bundled_model.encode_together([]).shape == (0, bundled_model.dimension)


def test_texts_of_one_length_share_a_pass(base_directory: Path, monkeypatch) -> None:
    encoder = Encoder(base_directory / "encoder.onnx", base_directory / "tokenizer.json")
    passes = passes_of(encoder, monkeypatch)
    encoder.encode_together(["my order", "refund please", "where is my order", "login"])
    assert sorted(passes) == [(1, 3), (1, 6), (2, 4)]


def test_long_texts_are_not_all_read_at_once(base_directory: Path, monkeypatch) -> None:
    encoder = Encoder(base_directory / "encoder.onnx", base_directory / "tokenizer.json")
    passes = passes_of(encoder, monkeypatch)
    encoder.encode_together(["where is my order " * 8] * 30)
    assert sum(texts for texts, _ in passes) == 30
    assert len(passes) > 1
    assert all(texts * tokens <= 192 for texts, tokens in passes)


def test_a_graph_that_takes_one_text_reads_each_alone(copied_directory: Path) -> None:
    path = copied_directory / "encoder.onnx"
    graph = onnx.load(path)
    graph.graph.input[0].type.tensor_type.shape.dim[0].dim_value = 1
    onnx.save(graph, path)
    encoder = Encoder(path, copied_directory / "tokenizer.json")
    texts = ["my order", "refund please", "where is my order"]
    for vector, text in zip(encoder.encode_together(texts), texts, strict=True):
        np.testing.assert_array_equal(vector, encoder.encode_for_search(text).vector)


def passes_of(encoder: Encoder, monkeypatch) -> list[tuple[int, ...]]:
    """A list that takes the shape of what is fed to the network, pass by pass."""
    session, passes = encoder._session, []

    class Watched:
        def run(self, outputs, fed, options):
            passes.append(fed["input_ids"].shape)
            return session.run(outputs, fed, options)

    monkeypatch.setattr(encoder, "_session", Watched())
    return passes


def test_text_outside_the_vocabulary_is_unreadable_and_out_of_scope(tuned_directory: Path) -> None:
    model = Model.open(tuned_directory)
    for text in ("我的订单在哪里", "", "   "):
        understanding = model.understand(text)
        assert not understanding.readable
        assert understanding.in_scope == 0.0


def test_very_long_text_is_cut_and_not_refused(tuned_directory: Path) -> None:
    understanding = Model.open(tuned_directory).understand("where is my order " * 2000)
    assert np.isfinite(understanding.vector).all()


def test_threads_share_a_model(tuned_directory: Path) -> None:
    model = Model.open(tuned_directory)
    texts = [f"where is my order {'please ' * count}" for count in range(20)]
    alone = [model.encode(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        for expected, vector in zip(alone, pool.map(model.encode, texts), strict=True):
            np.testing.assert_array_equal(expected, vector)


@pytest.mark.parametrize("name", [*REQUIRED, "manifest.json"])
def test_directory_that_lacks_a_file_is_refused(copied_directory: Path, name: str) -> None:
    (copied_directory / name).unlink()
    with pytest.raises(DamagedModelError, match=name):
        Model.open(copied_directory)


@pytest.mark.parametrize("name", REQUIRED)
def test_directory_with_an_altered_file_is_refused(copied_directory: Path, name: str) -> None:
    path = copied_directory / name
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    with pytest.raises(DamagedModelError, match=f"{name} differs"):
        Model.open(copied_directory)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 2, "files": {}}'])
def test_unreadable_manifest_is_refused(copied_directory: Path, text: str) -> None:
    (copied_directory / "manifest.json").write_text(text)
    with pytest.raises(DamagedModelError, match=r"manifest\.json"):
        Model.open(copied_directory)


def test_a_manifest_of_another_version_is_outdated_not_damaged(copied_directory: Path) -> None:
    document = json.loads((copied_directory / "manifest.json").read_text())
    (copied_directory / "manifest.json").write_text(json.dumps(document | {"format": 0}))
    with pytest.raises(OutdatedModelError, match=r"outdated.*format 0, not 1.*Train"):
        Model.open(copied_directory)


def test_a_calibration_of_other_signals_is_outdated_not_damaged(copied_directory: Path) -> None:
    path = copied_directory / "calibration.json"
    scope = {"means": [0], "scales": [1], "weights": [1], "intercept": 0}
    path.write_text(json.dumps(json.loads(path.read_text()) | {"scope": scope}))
    write_manifest(copied_directory)
    with pytest.raises(OutdatedModelError, match="scope does not weigh"):
        Model.open(copied_directory)


def test_manifest_cannot_point_outside_its_directory(copied_directory: Path) -> None:
    (copied_directory / "manifest.json").write_text('{"format": 1, "files": {"../x": "0"}}')
    with pytest.raises(DamagedModelError, match="lists"):
        Model.open(copied_directory)


def test_serving_imports_no_training_library(tuned_directory: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from nlu import Model;"
        "Model.open(Path(sys.argv[1])).understand('where is my order');"
        "print({'torch', 'sklearn', 'transformers', 'scipy', 'onnx'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tuned_directory)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "set()"


def test_the_probability_of_any_intent_is_the_one_it_is_listed_with(tuned_directory: Path) -> None:
    model = Model.open(tuned_directory)
    for shown in model.understand("where is my order").intents:
        found = model.probability_of("where is my order", shown.intent)
        assert found == pytest.approx(shown.probability)
    with pytest.raises(ValueError, match="not in tuple"):
        model.probability_of("where is my order", IntentId("none"))
