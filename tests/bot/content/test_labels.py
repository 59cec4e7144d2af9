"""What people decide about labels lasts, whatever is learned anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from situations import NOON, RETURNS
from sqlmodel import select

from bot.content.findings import (
    Bought,
    Confusion,
    Doubt,
    LabelFindings,
    Likeness,
    NextQuestions,
    Question,
    keep_findings,
    open_findings,
)
from bot.content.labels import (
    LabelDecision,
    NamedIntentError,
    SameIntentError,
    UnknownIntentError,
    decide_labels,
    merge_intents,
)
from bot.content.learned import (
    ProposedIntent,
    ProposedTemplate,
    accept_all,
    labelled_examples,
    store_learned,
    training_examples,
)
from bot.content.templates import all_templates, create_template
from bot.settings.file import FileSettings
from bot.settings.named_intents import places_naming
from bot.store import Database
from bot.store.tables import IntentRow
from knowledge import IntentId, TemplateState

RETURN, REFUND = IntentId("returns"), IntentId("refunds")


def propose(database: Database, **intents: tuple[str, ...]) -> None:
    proposed = [
        ProposedIntent(
            IntentId(name), name.title(), "tag", len(asked), tuple((t, None) for t in asked), False
        )
        for name, asked in intents.items()
    ]
    store_learned(database, [], proposed, [], NOON)


@pytest.fixture
def two(database: Database) -> Database:
    propose(database, returns=("send back", "money"), refunds=("refund",))
    accept_all(database, NOON)
    return database


def decide(database: Database, text: str, intent: IntentId | None) -> None:
    decide_labels(database, [LabelDecision(text, intent)], NOON, "ada@shop.example")


def learn_again(database: Database) -> dict[str, str]:
    propose(database, returns=("send back", "money"), refunds=("refund",))
    return dict(training_examples(database))


def test_a_moved_example_stays_moved_when_learned_again(two):
    decide(two, "money", REFUND)
    assert learn_again(two) == {"send back": RETURN, "money": REFUND, "refund": REFUND}


def test_a_dropped_example_is_never_learned_again(two):
    decide(two, "money", None)
    assert "money" not in learn_again(two)


def test_an_unlabelled_question_becomes_an_example(two):
    decide(two, "new question", RETURN)
    assert learn_again(two)["new question"] == RETURN


def test_a_moved_example_leaves_the_template_that_had_it(two):
    template = replace(RETURNS, intents=(RETURN,), examples=("send back", "money"))
    create_template(two, template, (), NOON, "ada@shop.example")
    decide(two, "money", REFUND)
    (stored,) = all_templates(two)
    assert (stored.template.examples, stored.template.version) == (("send back",), 2)
    assert dict(training_examples(two))["money"] == REFUND


def test_an_intent_that_nobody_accepted_is_no_label_and_nothing_is_stored(two):
    with pytest.raises(UnknownIntentError, match="nonsense"):
        decide_labels(
            two,
            [LabelDecision("money", REFUND), LabelDecision("refund", IntentId("nonsense"))],
            NOON,
            None,
        )
    assert dict(training_examples(two))["money"] == RETURN


def test_merged_intents_are_one_from_then_on(two):
    create_template(two, replace(RETURNS, intents=(RETURN,), examples=()), (), NOON, None)
    merge_intents(two, RETURN, REFUND, NOON, None)
    assert set(learn_again(two).values()) == {REFUND}
    with two.read() as session:
        assert {row.id: row.name for row in session.exec(select(IntentRow))} == {
            "refunds": "Refunds"
        }
    assert all_templates(two)[0].template.intents == (RETURN, REFUND)


def test_merging_follows_earlier_merges_and_may_be_turned_round(two):
    propose(two, returns=("send back",), refunds=("refund",), third=("third",))
    merge_intents(two, RETURN, REFUND, NOON, None)
    merge_intents(two, REFUND, IntentId("third"), NOON, None)
    propose(two, returns=("send back",), refunds=("refund",), third=("third",))
    assert {intent for _, intent in labelled_examples(two)} == {"third"}


@pytest.mark.parametrize(
    ("pair", "error"),
    [((RETURN, RETURN), SameIntentError), ((RETURN, IntentId("nonsense")), UnknownIntentError)],
)
def test_what_cannot_be_merged_is_refused(two, pair, error):
    with pytest.raises(error):
        merge_intents(two, *pair, NOON, None)


def test_an_intent_that_rules_name_is_not_merged_away(two):
    file = FileSettings.model_validate({"handoff": {"intents": ["returns"]}})
    places = places_naming(file, RETURN)
    with pytest.raises(NamedIntentError, match=r"handoff\.intents"):
        merge_intents(two, RETURN, REFUND, NOON, None, named_in=places)
    assert places_naming(file, REFUND) == ()


def findings(doubt: Doubt) -> LabelFindings:
    like = Likeness("money", RETURN, "money!", REFUND, 0.99)
    mixed = Confusion(RETURN, REFUND, 2, 0.5, (("money", RETURN),))
    return LabelFindings("2026-03-04T12:00:00", 3, 0.5, (doubt,), (mixed,), (like,), ())


def test_what_was_decided_is_no_longer_open(two):
    keep_findings(two, findings(Doubt("money", RETURN, REFUND, 0.1, 0.8)))
    keep_findings(two, NextQuestions("", (Question("new", ((RETURN, 0.6),), 3),), Bought(9, 3)))
    labels, following = open_findings(two)
    assert labels == findings(Doubt("money", RETURN, REFUND, 0.1, 0.8))
    assert following.questions[0].guesses == ((RETURN, 0.6),)
    decide(two, "money", REFUND)
    decide(two, "new", RETURN)
    labels, following = open_findings(two)
    assert labels.suspects == labels.conflicts == following.questions == ()
    merge_intents(two, RETURN, REFUND, NOON, None)
    assert open_findings(two)[0].confusable == ()


def test_nothing_is_open_before_a_review(database):
    assert open_findings(database) == (None, None)


def test_a_draft_that_was_held_back_stays_so(two):
    held = ProposedTemplate(
        replace(RETURNS, state=TemplateState.DRAFT, intents=(RETURN,), examples=("money",)),
        {},
        "agents disagree",
    )
    store_learned(two, [], [], [held], NOON)
    decide(two, "money", None)
    assert [each.held_back for each in all_templates(two)] == ["agents disagree"]
