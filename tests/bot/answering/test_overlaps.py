"""What a draft shares with other answers, as the real encoder and the words see it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from live import copy_home

from bot.answering import DialogAnswerer, first_message, load_release
from bot.answering.overlaps import OverlapKind, overlaps
from bot.content.templates import create_template, get_template, update_template
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from knowledge import AnswerTemplate, TemplateId, TemplateState

CARGO = AnswerTemplate(
    TemplateId("cargo_rental"),
    "Renting a cargo bike",
    {"en": "You can rent a cargo bike for 25 euros a day. Bring it back within 3 days."},
    examples=("can I rent a cargo bike", "how much is it to rent a cargo bike", "cargo bike hire"),
    state=TemplateState.DRAFT,
)
DRAFT = AnswerTemplate(TemplateId("draft"), "Draft", {"en": "Hello there, dear customer."})
PARAPHRASES = (
    "do you hire out cargo bikes?", "I'd like to borrow a cargo bike for the weekend",
    "what does renting a cargo bike cost", "cargo bike rental price?",
    "is it possible to rent one of your cargo bikes", "looking to rent a bike for cargo",
    "hi, could i rent a cargobike pls", "Rental of cargo bikes - how much per day?",
    "need a cargo bike just for one day, can I rent it", "how do I go about hiring a cargo bike",
)  # fmt: skip


@pytest.fixture
def home(prepared_home: Path, tmp_path: Path):
    settings = Settings.load(copy_home(prepared_home, tmp_path / "home"), {})
    database = Database.open(settings.database_url)
    create_template(database, CARGO, settings.known_fields(), utc_now(), None)
    yield settings, database
    database.close()


@pytest.fixture
def found(home):
    settings, database = home
    release = load_release(database, settings)
    return lambda draft: overlaps(database, release, draft)


def kinds(found, draft) -> list[tuple[str, str]]:
    return [(each.kind.value, each.template) for each in found(draft)]


def test_a_question_that_the_others_would_answer_is_named_with_its_probability(found):
    asked = replace(DRAFT, examples=("what does it cost to rent a cargo bike?", "do fish dream?"))
    (overlap,) = found(asked)
    assert (overlap.kind, overlap.template) == (OverlapKind.ANSWERED_THERE, CARGO.id)
    assert overlap.theirs in CARGO.examples
    assert (overlap.probability or 0.0) >= 0.5


def test_a_question_that_stands_there_already_is_named_once(found):
    asked = replace(DRAFT, examples=("Can I rent a cargo bike?",))
    assert kinds(found, asked) == [("same_question", CARGO.id)]


@pytest.mark.parametrize(
    "text",
    [
        "You can rent a cargo bike for 30 euros a day.",
        "You cannot rent a cargo bike for 25 euros a day.",
    ],
)
def test_a_sentence_about_the_same_that_says_otherwise_is_a_contradiction(found, text):
    (overlap,) = found(replace(DRAFT, texts={"en": text}))
    assert (overlap.kind, overlap.ours) == (OverlapKind.CONTRADICTS, text)
    assert overlap.theirs == "You can rent a cargo bike for 25 euros a day."


def test_the_same_said_again_repeats_and_does_not_contradict(found):
    assert kinds(found, replace(DRAFT, texts=CARGO.texts)) == [("repeats", CARGO.id)]


def test_other_languages_and_other_matters_are_left_alone(found):
    german = {"de": "Ein Lastenrad kostet 30 Euro am Tag."}
    assert found(replace(DRAFT, texts=german)) == []
    assert found(replace(DRAFT, texts={"en": "A helmet costs 30 euros."})) == []


def test_without_a_model_words_alone_are_compared(home):
    settings, database = home
    empty = replace(load_release(database, settings), model=None)
    draft = replace(DRAFT, examples=CARGO.examples[:1], texts=CARGO.texts)
    assert [each.kind.value for each in overlaps(database, empty, draft)] == [
        "same_question",
        "repeats",
    ]


def test_a_template_with_three_examples_is_found_at_once_by_ten_who_never_saw_it(home):
    settings, database = home
    before = load_release(database, settings)
    stored = get_template(database, CARGO.id).template
    live = replace(stored, state=TemplateState.LIVE)
    update_template(database, live, stored.version, settings.known_fields(), utc_now(), None)
    release = load_release(database, settings, before)
    answerer = DialogAnswerer(lambda: release, utc_now)
    first = [
        next(iter(answerer.decide(first_message(text, "web")).decision.reply.reasons.candidates))
        for text in PARAPHRASES
    ]
    assert sum(each.template == CARGO.id for each in first) >= 9
