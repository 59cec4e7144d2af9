"""The operator's examples of what always goes to a person, compared by the real encoder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.alarms import AlarmReader
from bot.settings import read_file
from knowledge import sample
from nlu import Model

EXAMPLES = read_file(Path(sample.__file__).parent / "frontdesk.yaml").handoff.examples


@pytest.fixture(scope="module")
def model(prepared_home: Path) -> Model:
    return Model.open(prepared_home / "models" / "base")


@pytest.fixture(scope="module")
def alarms(model: Model) -> AlarmReader:
    return AlarmReader(EXAMPLES, model.encode_each)


@pytest.mark.parametrize(
    "text",
    [
        "there is smoke coming from my battery",
        "the battery got really hot and it hisses",
        "my solicitor is going to write to you",
        "I'm suing you",
        "the brakes failed and I broke my leg",
        "der akku raucht",
        "mein anwalt wird sich bei ihnen melden",
    ],
)
def test_what_comes_near_to_an_example_is_an_alarm(alarms, model, text):
    assert alarms.read(model.encoding(text).vector, 0.0) is not None


@pytest.mark.parametrize(
    "text",
    [
        "how long does the battery last?",
        "where is my order?",
        "can I talk to somebody?",
        "Ich möchte mit einem Menschen sprechen",
        "geht das auch nach dem Versand?",
        "wo ist meine Bestellung?",
    ],
)
def test_what_people_write_every_day_is_none(alarms, model, text):
    assert alarms.read(model.encoding(text).vector, 0.0) is None


def test_what_an_answer_is_nearer_to_is_none(alarms, model):
    vector = model.encoding("there is smoke coming from my battery").vector
    assert alarms.read(vector, 0.99) is None


def test_without_examples_there_is_no_alarm(model):
    vector = model.encoding("fire").vector
    assert AlarmReader((), model.encode_each).read(vector, 0.0) is None


def test_a_question_that_the_team_keeps_for_people_goes_there_and_what_is_only_like_it_does_not(
    model,
):
    told = AlarmReader((), model.encode_each, ["how much does your chief executive earn"])
    same = model.encoding("How much does your chief executive earn?").vector
    other = model.encoding("who is your chief executive").vector
    assert told.read(same, 0.5) is not None
    assert told.read(other, 0.5) is None
    assert told.read(same, 0.999) is None
