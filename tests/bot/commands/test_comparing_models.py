"""Models are compared on texts new to both, and one that is worse is not promoted."""

from __future__ import annotations

from pathlib import Path

import pytest
from conversing import Desk
from tiny_bert import make_tiny_bert

from bot.answering import promote
from bot.answering.releases import register_model
from bot.content.learned import ProposedIntent, accept_all, store_learned
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from knowledge import IntentId
from tests.bot.commands.conftest import Run
from tests.bot.commands.shop_words import OPENINGS, WORDS
from training import LabelledText, TrainingSettings, fine_tune

WRONG = {"delivery": "money", "refund": "password", "login": "parcel"}


def labelled(words: dict[str, str], start: int = 0) -> list[LabelledText]:
    return [
        LabelledText(f"{opening} {word}{' please' * times}", IntentId(intent))
        for intent, word in words.items()
        for opening in OPENINGS
        for times in (start, start + 1)
    ]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Three model directories: two that learned the same, and one that learned nonsense."""
    folder = tmp_path_factory.mktemp("compared")
    base = make_tiny_bert(folder / "bert")
    learned = {"good": labelled(WORDS), "alike": labelled(WORDS), "bad": labelled(WRONG)}
    for seed, (name, examples) in enumerate(learned.items()):
        settings = TrainingSettings(base_model=base, epochs=3, threads=1, seed=seed)
        fine_tune(examples, folder / name, settings)
    return {name: folder / name for name in learned}


@pytest.fixture
def serving(home: Path, models: dict[str, Path]) -> Database:
    """A home where "good" serves, with reviewed examples that no model has seen."""
    (home / "models").mkdir(parents=True)
    settings = Settings.load(home, {})
    database = Database.open(settings.database_url)
    for name, directory in models.items():
        (home / "models" / name).symlink_to(directory)
        register_model(database, name, {}, utc_now())
    intents = [
        ProposedIntent(IntentId(name), name, "review", 1, (), settled=True) for name in WORDS
    ]
    for place, intent in enumerate(intents):
        texts = [(each.text, None) for each in labelled(WORDS, 2) if each.intent == intent.id]
        seen = [(each.text, None) for each in labelled(WORDS) if each.intent == intent.id]
        intents[place] = ProposedIntent(
            intent.id, intent.name, "review", 1, (*texts, *seen), settled=True
        )
    store_learned(database, (), intents, (), utc_now())
    accept_all(database, utc_now())
    promote(database, settings, "good", utc_now(), lambda *_: None)
    database.close()
    return database


def test_a_model_that_is_worse_is_refused_and_the_old_one_serves_on(run: Run, serving) -> None:
    refused = run("models", "promote", "bad", "--json")
    assert (refused.status, refused.out) == (1, "")
    assert "bad is worse than good, which serves on" in refused.err
    listed = run("models", "list", "--json").json["models"]
    assert [each["id"] for each in listed if each["serving"]] == ["good"]


def test_whoever_insists_gets_it_all_the_same(run: Run, serving) -> None:
    assert run("models", "promote", "bad", "--force").status == 0


def test_a_model_that_is_no_worse_is_promoted_with_what_was_found(run: Run, serving) -> None:
    done = run("models", "promote", "alike", "--json")
    assert done.json["verdict"] in ("alike", "better")
    assert "Compared with what served" in done.err


def test_the_comparison_shows_intents_and_uses_only_what_is_new(run: Run, serving) -> None:
    found = run("models", "compare", "good", "bad", "--json").json["comparison"]["golden"]
    assert (found["texts"], found["verdict"]) == (60, "worse")
    assert {each["intent"] for each in found["intents"]} == set(WORDS)
    assert "->" in run("models", "compare", "good", "bad").out


def test_recent_messages_are_answered_with_both_and_nothing_is_sent(
    run: Run, serving, home
) -> None:
    database = Database.open(Settings.load(home, {}).database_url)
    desk = Desk(database)
    conversation = desk.conversation()
    for text in ("my parcel", "my money", "my parcel"):
        desk.says(conversation, text, key=f"{text} {desk.now}")
        desk.answers(conversation)
    before = len(desk.messages(conversation))
    recent = run("models", "compare", "good", "bad", "--json").json["comparison"]["recent"]
    assert recent["messages"] == 2
    assert sum(recent["before"].values()) == sum(recent["after"].values()) == 2
    assert len(desk.messages(conversation)) == before
    database.close()


def test_a_model_that_is_not_there_is_refused_in_a_sentence(run: Run, serving) -> None:
    refused = run("models", "compare", "good", "none")
    assert refused.status == 1
    assert "there is no model 'none'" in refused.err
