"""What learning proposed and what people accepted, kept apart in the database."""

from __future__ import annotations

from dataclasses import replace

from situations import NOON, RETURNS
from sqlmodel import select

from bot.content.learned import (
    ProposedIntent,
    ProposedTemplate,
    accept_all,
    store_learned,
    training_examples,
)
from bot.content.templates import all_templates, update_template
from bot.store import Database
from bot.store.tables import ExampleRow, IntentRow, PairRow
from knowledge import IntentId, PairId, QuestionAnswerPair, TemplateId, TemplateState, TranscriptId

QUESTIONS = ("how do I return it?", "can I send it back?")


def pair(number: int) -> QuestionAnswerPair:
    question = QUESTIONS[number % 2]
    return QuestionAnswerPair(
        PairId(f"p{number}"), TranscriptId("t"), question, "Within 30 days.", (0,), (1,)
    )


def intent(name: str = "returns", *questions: str) -> ProposedIntent:
    asked = tuple((text, None) for text in questions or QUESTIONS)
    return ProposedIntent(IntentId(name), name.title(), "cluster", len(asked), asked, False)


def draft(name: str = "returns", held_back: str | None = None) -> ProposedTemplate:
    template = replace(
        RETURNS,
        id=TemplateId(f"draft-{name}"),
        intents=(IntentId(name),),
        examples=(),
        state=TemplateState.DRAFT,
    )
    return ProposedTemplate(template, {"pairs": 2}, held_back)


def rows(database: Database, table: type) -> list:
    with database.read() as session:
        return list(session.exec(select(table)))


def test_putting_a_draft_into_service_accepts_its_intent(database):
    store_learned(database, [pair(1), pair(2)], [intent()], [draft()], NOON)
    live = replace(draft().template, state=TemplateState.LIVE)
    update_template(database, live, 1, (), NOON, "ada@shop.example")
    assert [each.state for each in rows(database, IntentRow)] == ["accepted"]
    assert {text for text, _ in training_examples(database)} == set(QUESTIONS)


def test_proposals_wait_and_train_nothing(database):
    store_learned(database, [pair(1), pair(2)], [intent()], [draft()], NOON)
    assert len(rows(database, PairRow)) == len(rows(database, ExampleRow)) == 2
    assert [each.state for each in rows(database, IntentRow)] == ["draft"]
    assert training_examples(database) == []


def test_learning_again_replaces_what_nobody_accepted(database):
    store_learned(database, [pair(1)], [intent("old")], [draft("old")], NOON)
    store_learned(database, [pair(2), pair(2)], [intent("new")], [draft("new")], NOON)
    assert [each.id for each in rows(database, PairRow)] == ["p2"]
    assert [each.id for each in rows(database, IntentRow)] == ["new"]
    assert [each.template.id for each in all_templates(database)] == ["draft-new"]


def test_what_was_accepted_stays_accepted(database):
    store_learned(database, [], [intent()], [draft()], NOON)
    assert accept_all(database, NOON) == (1, 0)
    store_learned(database, [], [intent()], [draft()], NOON)
    assert [each.state for each in rows(database, IntentRow)] == ["accepted"]
    assert [each.template.state for each in all_templates(database)] == [TemplateState.LIVE]
    assert sorted(text for text, _ in training_examples(database)) == sorted(QUESTIONS)


def test_a_contradicted_draft_waits_with_its_intent(database):
    store_learned(database, [], [intent()], [draft(held_back="agents disagree")], NOON)
    assert accept_all(database, NOON) == (0, 1)
    assert [each.state for each in rows(database, IntentRow)] == ["draft"]
    assert training_examples(database) == []


def test_a_question_under_two_intents_trains_neither(database):
    both = [intent("a", "same", "one"), intent("b", "same", "two")]
    store_learned(database, [], both, [], NOON)
    accept_all(database, NOON)
    assert sorted(text for text, _ in training_examples(database)) == ["one", "two"]
