"""Questions that look like an accepted intent: the surest are kept, less what people decided."""

from __future__ import annotations

from dataclasses import replace

from situations import NOON

from bot.content.findings import forget_findings
from bot.content.intent_review import accept_intents
from bot.content.labels import LabelDecision, decide_labels, decided_texts, merge_intents
from bot.content.learned import ProposedIntent, labelled_examples, store_learned
from bot.content.overlooked import MOST_KEPT, LookAlike, keep_overlooked, open_overlooked
from bot.content.templates import put_template
from bot.content.unlabelled import asked_elsewhere
from bot.store import Database
from bot.store.tables import IntentRow
from knowledge import (
    AnswerTemplate,
    IntentId,
    PairId,
    QuestionAnswerPair,
    TemplateId,
    TemplateState,
    TranscriptId,
)


def accept(database: Database, *intents: str) -> None:
    with database.write() as session:
        for name in intents:
            session.add(IntentRow(id=name, name=name, source="tag", state="accepted"))


def alike(count: int) -> list[LookAlike]:
    return [LookAlike(f"question {n}", "a", n / count, ("b",)) for n in range(count)]


def test_the_surest_are_kept_in_order_and_all_are_counted(database):
    keep_overlooked(database, alike(MOST_KEPT + 5), 900, NOON)
    found = open_overlooked(database)
    assert [each.text for each in found.questions[:2]] == ["question 204", "question 203"]
    assert (len(found.questions), found.alike, found.strangers) == (MOST_KEPT, 205, 900)


def test_what_is_decided_is_counted_no_more(database):
    accept(database, "a", "b")
    keep_overlooked(database, alike(4), 9, NOON)
    decisions = [
        LabelDecision("question 3", IntentId("a")),
        LabelDecision("question 2", None, True),
    ]
    decide_labels(database, decisions, NOON, None)
    found = open_overlooked(database)
    assert [each.text for each in found.questions] == ["question 1", "question 0"]
    assert (found.alike, found.strangers) == (2, 7)


def test_an_intent_that_became_another_is_proposed_once_under_its_name(database):
    accept(database, "a", "b")
    keep_overlooked(database, alike(1), 9, NOON)
    merge_intents(database, IntentId("a"), IntentId("b"), NOON, None)
    (question,) = open_overlooked(database).questions
    assert (question.proposed, question.others) == ("b", ())


def test_nothing_is_open_before_a_look_nor_after_it_is_forgotten(database):
    assert open_overlooked(database) is None
    keep_overlooked(database, alike(1), 9, NOON)
    with database.write() as session:
        forget_findings(session)
    assert open_overlooked(database) is None


def test_a_decision_outlasts_learning_anew(database):
    accept(database, "a")
    asked = [("mine", "mine"), ("none", "none")]
    learned = ProposedIntent(IntentId("c"), "C", "cluster", 2, tuple(asked), settled=False)
    pairs = [
        QuestionAnswerPair(PairId(text), TranscriptId("t"), text, "yes", (0,), (1,))
        for text, _ in asked
    ]
    store_learned(database, pairs, [learned], [], NOON)
    decisions = [LabelDecision("mine", IntentId("a")), LabelDecision("none", None, stranger=True)]
    decide_labels(database, decisions, NOON, None)
    store_learned(database, pairs, [learned], [], NOON)
    found = asked_elsewhere(database)
    assert (found.texts, found.strangers, found.share) == (("none",), {"none"}, 0.5)


def decided(database: Database) -> set[str]:
    with database.read() as session:
        return decided_texts(session)


def test_a_new_intent_opens_what_was_confirmed_before_it_of_its_own_questions(database):
    accept(database, "a")
    told = QuestionAnswerPair(PairId("p"), TranscriptId("t"), "none", "yes", (0,), (1,))
    other = replace(told, id=PairId("q"), question="far off")
    pairs = [replace(told, intent=IntentId("new")), other]
    store_learned(database, pairs, [], [], NOON)
    with database.write() as session:
        session.add(IntentRow(id="new", name="new", source="cluster", state="draft"))
    decisions = [
        LabelDecision("none", None, stranger=True),
        LabelDecision("far off", None, stranger=True),
        LabelDecision("mine", IntentId("a"), stranger=True),
        LabelDecision("nothing to learn", None),
    ]
    decide_labels(database, decisions, NOON, None)
    accept_intents(database, [IntentId("a")])
    assert "none" in decided(database)
    accept_intents(database, [IntentId("new")])
    assert decided(database) == {"far off", "mine", "nothing to learn"}


def test_a_template_that_asks_it_later_labels_a_stranger(database):
    accept(database, "a")
    decisions = [LabelDecision("none", None, stranger=True), LabelDecision("no", None)]
    decide_labels(database, decisions, NOON, None)
    asks = AnswerTemplate(
        TemplateId("t"), "T", {"en": "Yes."}, intents=(IntentId("a"),), examples=("none", "no")
    )
    with database.write() as session:
        put_template(session, replace(asks, state=TemplateState.DRAFT), NOON)
    assert decided(database) == {"none", "no"}
    with database.write() as session:
        put_template(session, replace(asks, id=TemplateId("u"), state=TemplateState.LIVE), NOON)
    assert decided(database) == {"no"}
    assert labelled_examples(database) == [("none", "a")]


def test_what_is_confirmed_after_a_template_asks_it_stays_a_stranger(database):
    accept(database, "a")
    asks = AnswerTemplate(
        TemplateId("t"), "T", {"en": "Yes."}, intents=(IntentId("a"),), examples=("none", "b")
    )
    with database.write() as session:
        put_template(session, asks, NOON)
    decide_labels(database, [LabelDecision("none", None, stranger=True)], NOON, None)
    assert decided(database) == {"none"}
    assert labelled_examples(database) == [("b", "a")]
