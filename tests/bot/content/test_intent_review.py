"""What people make of discovered intents lasts: learning anew undoes none of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.content.intent_review import (
    SettledIntentError,
    UnnamedIntentError,
    accept_intents,
    examples_under_review,
    intents_under_review,
    leave_out,
    move_examples,
    rename_intent,
    split_intent,
)
from bot.content.labels import UnknownIntentError, merge_intents
from bot.content.learned import (
    ProposedIntent,
    ProposedTemplate,
    sorted_by_search,
    store_learned,
    training_examples,
)
from bot.content.templates import all_templates
from bot.store.tables import IntentRow
from knowledge import AnswerTemplate, IntentId, TemplateId, TemplateState

NOW = datetime(2026, 11, 26, tzinfo=UTC)
BY = "eve@shop.example"
PARCEL, MONEY = IntentId("parcel"), IntentId("money")


def proposed(id: IntentId, *questions: str) -> ProposedIntent:
    texts = tuple((text, None) for text in questions)
    return ProposedIntent(id, id.title(), "tag", len(texts), texts, settled=False)


def learn(database, *drafts: ProposedTemplate) -> None:
    intents = [
        proposed(PARCEL, "where is it", "is it late", "my money back"),
        proposed(MONEY, "refund me"),
    ]
    store_learned(database, (), intents, drafts, NOW)


@pytest.fixture
def learned(database):
    learn(database)
    return database


def examples(database, intent) -> set[str]:
    return {each.text for each in examples_under_review(database, intent)}


def by_id(database):
    return {each.id: each for each in intents_under_review(database)}


def test_a_name_that_a_person_gave_stays_when_learning_anew(learned):
    rename_intent(learned, PARCEL, "  Where is   my parcel? ", NOW, BY)
    learn(learned)
    assert by_id(learned)[PARCEL].name == "Where is my parcel?"
    assert by_id(learned)[MONEY].name == "Money"


def test_a_drafted_answer_is_called_what_a_person_called_its_intent(learned):
    template = AnswerTemplate(
        TemplateId("draft"), "Wtf", {"en": "Soon."}, (PARCEL,), state=TemplateState.DRAFT
    )
    draft = ProposedTemplate(template, {"conversations": 2}, "names a day")
    learn(learned, draft)
    with learned.write() as session:
        session.get_one(IntentRow, PARCEL).name = "Wtf"
    rename_intent(learned, PARCEL, "A late parcel", NOW, BY)
    (stored,) = all_templates(learned)
    assert (stored.template.title, stored.held_back) == ("A late parcel", "names a day")
    learn(learned, draft)
    (again,) = all_templates(learned)
    assert again.template.title == "A late parcel"


def test_a_name_that_nobody_can_read_is_refused(learned):
    with pytest.raises(UnnamedIntentError):
        rename_intent(learned, PARCEL, " … ", NOW, BY)


def test_a_question_that_was_moved_stays_there_when_learning_anew(learned):
    move_examples(learned, ["my money back"], MONEY, NOW, BY)
    learn(learned)
    assert examples(learned, MONEY) == {"my money back", "refund me"}
    assert examples(learned, PARCEL) == {"where is it", "is it late"}
    assert [each.decided for each in examples_under_review(learned, MONEY)] == [False, True]


def test_moving_to_an_intent_that_there_is_not_moves_nothing(learned):
    with pytest.raises(UnknownIntentError):
        move_examples(learned, ["where is it"], IntentId("none"), NOW, BY)
    assert "where is it" in examples(learned, PARCEL)


def test_what_is_split_off_is_an_intent_of_its_own_and_outlives_learning_anew(learned):
    new = split_intent(learned, PARCEL, ["is it late"], "Late parcels", NOW, BY)
    again = split_intent(learned, PARCEL, ["my money back"], "Late parcels", NOW, BY)
    learn(learned)
    assert (new, again) == ("late_parcels", "late_parcels_2")
    assert examples(learned, new) == {"is it late"}
    assert by_id(learned)[new].state == "draft"
    assert examples(learned, PARCEL) == {"where is it"}


def test_what_is_left_out_is_not_proposed_again(learned):
    leave_out(learned, PARCEL, NOW, BY)
    learn(learned)
    assert set(by_id(learned)) == {MONEY}


def test_an_accepted_intent_is_trained_on_and_not_left_out_as_a_whole(learned):
    accept_intents(learned, [MONEY])
    assert training_examples(learned) == [("refund me", MONEY)]
    with pytest.raises(SettledIntentError):
        leave_out(learned, MONEY, NOW, BY)
    with pytest.raises(UnknownIntentError):
        accept_intents(learned, [PARCEL, IntentId("none")])
    assert by_id(learned)[PARCEL].state == "draft"


def test_those_that_wait_come_first_and_merged_ones_are_gone(learned):
    accept_intents(learned, [PARCEL])
    assert [each.id for each in intents_under_review(learned)] == [MONEY, PARCEL]
    merge_intents(learned, MONEY, PARCEL, NOW, BY)
    learn(learned)
    assert [each.id for each in intents_under_review(learned)] == [PARCEL]
    assert by_id(learned)[PARCEL].examples == 4


def test_what_a_person_decided_is_not_the_search_alone(learned):
    accept_intents(learned, [PARCEL, MONEY])
    assert sorted_by_search(learned) == set()  # tags of an export are people's
    with learned.write() as session:
        session.get_one(IntentRow, PARCEL).source = "cluster"
    move_examples(learned, ["where is it"], PARCEL, NOW, BY)
    assert sorted_by_search(learned) == {("is it late", PARCEL), ("my money back", PARCEL)}
