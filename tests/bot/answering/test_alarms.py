"""The operator's examples of what always goes to a person, compared by the real encoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.answering.alarms import AlarmReader
from bot.dialog.trigger_words import says
from bot.settings import read_file
from knowledge import read_templates, sample
from nlu import Act, ActReader, MatterReader, Model, danger_in
from nlu.matters import GRAVE

HANDOFF = read_file(Path(sample.__file__).parent / "frontdesk.yaml").handoff
EXAMPLES = HANDOFF.examples
SENTENCES = [
    line.split(" ", 2)
    for line in Path(__file__).with_name("emergencies.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


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
    ],
)
def test_what_comes_near_to_an_example_is_an_alarm(alarms, model, text):
    assert alarms.read(text, model.encoding(text).vector, 0.0) is not None


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
    assert alarms.read(text, model.encoding(text).vector, 0.0) is None


def test_what_an_answer_is_nearer_to_is_none(alarms, model):
    text = "there is smoke coming from my battery"
    assert alarms.read(text, model.encoding(text).vector, 0.99) is None


def test_without_examples_there_is_no_alarm(model):
    vector = model.encoding("fire").vector
    assert AlarmReader((), model.encode_each).read("fire", vector, 0.0) is None


def test_a_question_that_the_team_keeps_for_people_goes_there_and_what_is_only_like_it_does_not(
    model,
):
    told = AlarmReader((), model.encode_each, ["how much does your chief executive earn"])
    same = model.encoding("How much does your chief executive earn?").vector
    other = model.encoding("who is your chief executive").vector
    assert told.read("", same, 0.5) is not None
    assert told.read("", other, 0.5) is None
    assert told.read("", same, 0.999) is None


@pytest.fixture(scope="module")
def examples(model: Model) -> np.ndarray:
    """What the sample company's answers are examples of; the nearest holds an alarm back."""
    folder = Path(sample.__file__).parent
    answers = read_templates(folder / "templates.yaml")
    return model.encode_each([text for answer in answers for text in answer.examples])


@pytest.fixture(scope="module")
def acts(model: Model) -> ActReader:
    return ActReader(model.encode_each)


@pytest.fixture(scope="module")
def matters(model: Model) -> MatterReader:
    return MatterReader(model.encode_each)


@pytest.fixture(scope="module")
def fires(alarms, acts, matters, examples, model):
    """Whether a sentence is taken for an emergency, by whichever rule."""

    def fires_at(text: str) -> bool:
        encoding = model.encoding(text)
        vector = encoding.vector if encoding.readable else None
        concern = matters.read(text, vector)
        answerable = 0.0 if vector is None else float((examples @ vector).max())
        return (
            danger_in(text) is not None
            or any(says(text, words) for words in HANDOFF.words)
            or (vector is not None and alarms.read(text, vector, answerable) is not None)
            or acts.read(text, vector) is Act.DISTRESS
            or (concern is not None and concern.matter in GRAVE)
        )

    return fires_at


@pytest.mark.parametrize("language", sorted({each[0] for each in SENTENCES}))
def test_what_happens_is_an_emergency(fires, language):
    told = [text for spoken, mark, text in SENTENCES if (spoken, mark) == (language, "!")]
    assert [text for text in told if not fires(text)] == []


@pytest.mark.parametrize("language", sorted({each[0] for each in SENTENCES}))
def test_what_is_only_named_is_none_but_for_one_sentence_in_fifteen(fires, language):
    """An encoder that hardly reads a language keeps taking single sentences for a threat."""
    named = [text for spoken, mark, text in SENTENCES if (spoken, mark) == (language, "-")]
    wrong = [text for text in named if fires(text)]
    assert len(wrong) <= 1, wrong


def test_the_sentences_are_many_enough_in_every_language():
    for language in {each[0] for each in SENTENCES}:
        marks = [mark for spoken, mark, _ in SENTENCES if spoken == language]
        assert marks.count("-") >= 15
        assert marks.count("!") >= 8


def test_other_examples_or_questions_want_another_reader(model) -> None:
    made = AlarmReader(EXAMPLES, model.encode_each, ["how much does your chief earn"])
    assert made.knows(list(EXAMPLES), ["how much does your chief earn"])
    assert not made.knows(EXAMPLES, ())
    assert not made.knows(EXAMPLES[:1], ["how much does your chief earn"])
