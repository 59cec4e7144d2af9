"""Who tells how a message sounds: the model that frontdesk.yaml names, else the built-in one."""

from __future__ import annotations

import logging
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from live import copy_home
from safetensors.numpy import load_file, save_file

from bot.answering import Release, load_release, promote
from bot.answering.releases import serving_release
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ModelRow
from knowledge import IntentId
from nlu import ExampleSentiment, TrainedSentiment, WrongTaskError
from nlu.manifest import write_manifest

HELLO = "Hello, where is my order?"


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny sentiment model."""
    pytest.importorskip("torch", reason="training needs the train extra (torch)")
    from tiny_bert import make_tiny_bert

    from training import LabelledText, fine_tune, settings_for

    place = tmp_path_factory.mktemp("moods")
    base = make_tiny_bert(place / "bert")
    texts = {"negative": ("late", "late parcel"), "positive": ("thanks", "thanks for the bike")}
    examples = [LabelledText(each, IntentId(name)) for name in texts for each in texts[name]]
    settings = replace(settings_for("sentiment"), base_model=base, epochs=1, members=1, threads=1)
    return fine_tune(examples, place / "mood", settings).directory


def lean(directory: Path, *, negative: float) -> None:
    """Let the model in ``directory`` find every text that it can read that negative."""
    tensors = load_file(directory / "head.safetensors")
    for name in ("probe", "tuned"):
        tensors[f"{name}.weight"] = np.zeros_like(tensors[f"{name}.weight"])
        tensors[f"{name}.bias"] = np.array([negative, -negative], np.float32)
    save_file(tensors, directory / "head.safetensors")
    write_manifest(directory)


@pytest.fixture
def home(prepared_home: Path, trained: Path, tmp_path: Path):
    """A home whose file may name the model ``mood``, which finds everything negative."""
    folder = copy_home(prepared_home, tmp_path / "home")
    lean(Path(shutil.copytree(trained, folder / "mood")), negative=90.0)
    database = Database.open(Settings.load(folder, {}).database_url)
    yield folder, database
    database.close()


def load(home: tuple[Path, Database], named: str | None, before: Release | None = None) -> Release:
    folder, database = home
    file = folder / "frontdesk.yaml"
    kept = [line for line in file.read_text().splitlines() if "sentiment_model" not in line]
    added = [f"sentiment_model: {named}"] if named else []
    file.write_text("\n".join([*kept, *added]))
    return load_release(database, Settings.load(folder, {}), before)


def test_without_the_setting_the_built_in_examples_tell(home):
    release = load(home, None)
    assert isinstance(release.sentiment, ExampleSentiment)
    assert abs(release.read(HELLO, "en").sentiment) < 0.5


@pytest.mark.parametrize("absolute", [True, False])
def test_the_model_that_the_file_names_tells_how_messages_sound(home, absolute):
    release = load(home, str(home[0] / "mood") if absolute else "mood")
    assert release.read(HELLO, "en").sentiment < -0.95


def test_what_the_model_cannot_read_is_left_to_the_examples(home):
    text = "你们的服务太差了，我非常生气！"
    plain, trained = load(home, None), load(home, "mood")
    assert trained.read(text, None).sentiment == plain.read(text, None).sentiment < 0


def test_an_edit_puts_the_model_in_place_and_takes_it_out_again(home):
    plain = load(home, None)
    with_model = load(home, "mood", plain)
    assert isinstance(with_model.sentiment, TrainedSentiment)
    assert load(home, "mood", with_model).sentiment is with_model.sentiment
    assert load(home, None, with_model).sentiment is plain.sentiment


def test_a_model_that_was_trained_anew_at_its_place_is_taken_up(home):
    before = load(home, "mood")
    lean(home[0] / "mood", negative=-90.0)
    assert load(home, "mood", before).read(HELLO, "en").sentiment > 0.95


@pytest.mark.parametrize("fault", ["no such folder", "altered file", "no file of a model's format"])
def test_a_model_that_cannot_be_used_leaves_the_examples_reading(home, fault, caplog):
    mood = home[0] / "mood"
    if fault == "altered file":
        (mood / "labels.json").write_text("[]")
    elif fault == "no file of a model's format":
        (mood / "encoder.onnx").write_bytes(b"nothing")
        write_manifest(mood)
    else:
        shutil.rmtree(mood)
    with caplog.at_level(logging.ERROR):
        release = load(home, "mood")
    assert isinstance(release.sentiment, ExampleSentiment)
    assert "sentiment_model cannot be used" in caplog.text
    assert str(mood) in caplog.text


def test_an_intent_model_in_its_place_is_refused(home, caplog):
    release = load(home, "models/base")
    assert isinstance(release.sentiment, ExampleSentiment)
    assert "no sentiment model" in caplog.text


def test_a_model_damaged_while_it_serves_gives_way_at_the_next_reload(home, caplog):
    before = load(home, "mood")
    (home[0] / "mood" / "manifest.json").write_text("{}")
    assert isinstance(load(home, "mood", before).sentiment, ExampleSentiment)
    assert "manifest.json" in caplog.text


def test_a_sentiment_model_is_never_put_into_service_for_intents(home):
    folder, database = home
    serving = serving_release(database)
    with database.write() as session:
        session.add(ModelRow(id="mood", directory="mood", metrics={}, created_at=utc_now()))
    with pytest.raises(WrongTaskError, match="no intent model"):
        promote(database, Settings.load(folder, {}), "mood", utc_now(), lambda *_: None)
    assert serving_release(database).id == serving.id
