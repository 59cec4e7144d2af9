"""Drafted answers: impersonal, agreed on, and held back where a person must look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from word_vectors import encode

from knowledge.records import (
    Article,
    ArticleId,
    IntentId,
    PairId,
    QuestionAnswerPair,
    TemplateState,
    TranscriptId,
)
from training.assignment import IntentSource
from training.contradictions import (
    ContradictionKind,
    DatedAnswer,
    find_contradictions,
    marks,
)
from training.discovery import LearnedIntent
from training.drafts import Draft, draft_templates
from training.personal_parts import make_impersonal, names_addressed

START = datetime(2026, 2, 1, tzinfo=UTC)
QUESTION = "How long do I have to return a jacket?"


def intent(answers: Sequence[str]) -> LearnedIntent:
    pairs = tuple(
        QuestionAnswerPair(
            id=PairId(f"p{number:02}"),
            transcript=TranscriptId(f"t{number:02}"),
            question=QUESTION,
            answer=answer,
            question_turns=(0,),
            answer_turns=(1,),
            asked_at=START + timedelta(days=number),
            agent="Mira" if number % 2 else "Tom",
            score=0.6,
        )
        for number, answer in enumerate(answers)
    )
    name = IntentId("return_period")
    return LearnedIntent(
        name, "Return period", (QUESTION,), pairs, len(pairs), IntentSource.CLUSTER, 0.8
    )


def drafted(answers: Sequence[str]) -> Draft:
    (draft,) = draft_templates([intent(answers)], encode)
    return draft


def test_a_draft_is_an_answer_that_was_given_and_waits_for_review() -> None:
    answers = [
        "You can return a jacket within 30 days of delivery.",
        "You can return any jacket within 30 days of delivery.",
        "A jacket can be returned within 30 days of delivery.",
    ]
    draft = drafted(answers)
    assert draft.template.state is TemplateState.DRAFT
    assert draft.template.texts["en"] in answers
    assert draft.template.examples == (QUESTION,)
    assert draft.evidence.conversations == 3
    assert draft.evidence.agents == ("Mira", "Tom")
    assert (draft.evidence.first, draft.evidence.last) == (START, START + timedelta(days=2))
    assert "30 days" in draft.evidence.marks
    assert draft.held_back == ()


def test_what_is_no_answer_is_never_drafted() -> None:
    silent = ["Please DM us your order number.", "Let me check.", "Sorry to hear that!"]
    assert draft_templates([intent(silent)], encode) == ()


def test_one_conversation_alone_is_no_draft() -> None:
    assert draft_templates([intent(["You can return a jacket within 30 days."])], encode) == ()


def test_approved_intents_get_no_draft() -> None:
    answers = ["You can return a jacket within 30 days of delivery."] * 3
    assert draft_templates([intent(answers)], encode, approved={IntentId("return_period")}) == ()


def test_a_policy_that_changed_is_held_back_with_both_figures() -> None:
    answers = ["You can return a jacket within 30 days of delivery."] * 4
    answers += ["You can return a jacket within 45 days of delivery."] * 4
    draft = drafted(answers)
    assert draft.template.texts["en"] == answers[-1]
    (contradiction,) = draft.evidence.contradictions
    assert contradiction.kind is ContradictionKind.CHANGED
    assert (contradiction.ours, contradiction.theirs) == ("45 days", "30 days")
    assert any("30 days" in reason for reason in draft.held_back)


def test_agents_who_say_yes_and_no_contradict_each_other() -> None:
    answers = ["Yes, you can return a worn jacket.", "No, you can not return a worn jacket."]
    found = find_contradictions(answers[0], [DatedAnswer(text, None) for text in answers])
    assert [each.kind for each in found] == [ContradictionKind.YES_AND_NO]


def test_figures_about_different_things_do_not_contradict() -> None:
    other = DatedAnswer("Batteries are covered by a warranty of 700 days.", None)
    assert find_contradictions("You can return a jacket within 30 days.", [other]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("within 14 days", "within fourteen days"), ("for 4,90 €", "for 4.90 €")],
)
def test_the_same_figure_written_otherwise_is_no_contradiction(one: str, other: str) -> None:
    answer = DatedAnswer(f"You can return a jacket {other}.", None)
    assert find_contradictions(f"You can return a jacket {one}.", [answer]) == ()


def test_what_speaks_of_one_case_is_held_back() -> None:
    answers = ["I have checked and your parcel was sent today with the carrier."] * 3
    assert "it may speak of one customer's case" in drafted(answers).held_back


def test_marks_point_at_prices_links_and_promises() -> None:
    text = "A full refund of €20 follows, see https://shop.example/returns within 3 working days."
    assert set(marks(text)) == {
        "€20",
        "https://shop.example/returns",
        "full refund",
        "3 working days",
    }


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Hi Jeff, you can do that online. *TMT", "You can do that online."),
        ("Hi, there. You can do that online.", "You can do that online."),
        ("Dear Ms Nowicka, you can do that online. ^AB", "You can do that online."),
        ("We deliver on Saturdays, [name].", "We deliver on Saturdays."),
        ("We deliver on Saturdays.\n\nKind regards,\nMira", "We deliver on Saturdays."),
        ("Hallo [name], wir liefern samstags.\nViele Grüße\nMira", "Wir liefern samstags."),
        ("We deliver on Saturdays. Mira", "We deliver on Saturdays."),
        ("Your order [order] is late.", "Your order {{ order_number }} is late."),
        ("Returns are free in Utrecht.", "Returns are free in Utrecht."),
    ],
)
def test_personal_parts_go_and_the_rest_stays(reply: str, expected: str) -> None:
    assert make_impersonal(reply, frozenset({"Jeff"}), "Mira").text == expected


def test_names_are_learned_from_how_customers_are_addressed() -> None:
    replies = ["Hi Bill, your bill is paid.", "Sure thing, Zoe!", "Thanks, we deliver to Utrecht."]
    names = names_addressed(replies)
    assert {"Bill", "Zoe"} <= names
    assert "Utrecht" not in names


@pytest.mark.parametrize(
    "reply",
    [
        "We can refund receipts, 1/2",
        "The crew said that (cont...)",
        "Please report it to our partner Gogo at.",
        "Thank you for your patience. We'll do our",
        "We send it to",
    ],
)
def test_a_reply_that_breaks_off_is_not_complete(reply: str) -> None:
    assert not make_impersonal(reply, frozenset()).complete


@pytest.mark.parametrize("reply", ["It takes a week. Thank you.", "Is it the one you ordered to?"])
def test_a_polite_end_does_not_break_off(reply: str) -> None:
    assert make_impersonal(reply, frozenset()).complete


def test_a_reply_in_two_parts_is_complete() -> None:
    assert make_impersonal("Send us receipts 1/2 and we refund them. 2/2", frozenset()).complete


def test_drafts_come_in_the_order_of_what_a_minute_of_review_covers() -> None:
    often = replace(
        intent(["You can return a jacket within 30 days of delivery."] * 9), id=IntentId("often")
    )
    seldom = intent(["You can return a jacket within 30 days of delivery."] * 3)
    drafts = draft_templates([seldom, often], encode)
    assert [draft.intent for draft in drafts] == ["often", "return_period"]
    assert [draft.evidence.covers for draft in drafts] == [9, 3]


def test_a_draft_that_an_article_contradicts_is_held_back_and_takes_longer() -> None:
    answers = ["You can return a jacket within 30 days of delivery."] * 3
    article = Article(
        ArticleId("a"), "Returns", "You can return a jacket within 14 days of delivery."
    )
    (draft,) = draft_templates([intent(answers)], encode, articles=[article])
    assert "14 days" in draft.held_back[0]
    assert draft.evidence.minutes > drafted(answers).evidence.minutes
