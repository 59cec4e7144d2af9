"""Why a message is taken for what it is: words, nearest examples, and nothing that was erased."""

from __future__ import annotations

from pathlib import Path

import pytest
from live import copy_home
from sqlmodel import delete

from bot.answering import load_release
from bot.answering.explaining import Explanation, explain, explanation_to_json
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ExampleRow, IntentRow

QUESTION = "What is the warranty on a frame that cracked?"
SECRET = "My frame cracked and I am Ada Example of 5 Mill Lane"


@pytest.fixture
def home(prepared_home: Path, tmp_path: Path):
    settings = Settings.load(copy_home(prepared_home, tmp_path / "home"), {})
    database = Database.open(settings.database_url)
    yield settings, database
    database.close()


def explained(home, text: str) -> Explanation:
    settings, database = home
    return explain(database, settings, load_release(database, settings), text)


def label(database: Database, text: str) -> None:
    with database.write() as session:
        session.merge(IntentRow(id="cracked", name="cracked", source="review", state="accepted"))
        session.flush()
        session.add(ExampleRow(id="one", intent_id="cracked", text=text, source="reviewed"))


def test_the_template_that_would_answer_is_explained_by_its_words(home):
    found = explained(home, QUESTION)
    assert found.intent is None
    assert found.template is not None
    drops = [each.drop for each in found.template.words]
    assert drops == sorted(drops, reverse=True)
    assert drops[0] > 0
    assert {"warranty", "frame"} & {each.piece.text for each in found.template.words[:3]}


def test_the_nearest_labelled_texts_are_named_with_their_intents(home):
    label(home[1], QUESTION)
    nearest = explained(home, QUESTION).examples
    assert (nearest[0].text, nearest[0].intent) == (QUESTION, "cracked")
    assert nearest[0].similarity == pytest.approx(1.0, abs=0.01)
    assert nearest[0].learned is None  # a base encoder does not say what it learned from
    assert len(nearest) == 5


def test_an_erased_text_is_not_shown_again(home):
    _, database = home
    label(database, SECRET)
    assert SECRET in {each.text for each in explained(home, SECRET).examples}
    with database.write() as session:
        session.execute(delete(ExampleRow))
    assert SECRET not in str(explained(home, "my frame cracked").examples)


@pytest.mark.parametrize("text", ["", "。", "🙂🙂🙂", "我的车架裂了", "warranty", "a " * 4000])
def test_odd_texts_are_explained_as_far_as_they_can_be(home, text):
    found = explanation_to_json(explained(home, text))
    assert set(found) == {"text", "intent", "template", "examples"}
    assert len(found["text"]) <= 2000
    assert all(len(found[each]["words"]) <= 24 for each in ("intent", "template") if found[each])


def test_a_home_without_a_model_explains_nothing(database, tmp_path):
    settings = Settings.load(tmp_path, {})
    found = explain(database, settings, load_release(database, settings), QUESTION)
    assert found == Explanation(QUESTION, None, None, ())
