"""What happens in conversations becomes candidates; only the team's acts teach by themselves."""

from __future__ import annotations

import pytest
from conversing import answering
from teaching import answer_of, because_of, called, clarifying

from bot.content.labels import LabelDecision, UnknownIntentError, decide_labels
from bot.content.learned import training_examples
from bot.content.templates import put_template
from bot.conversations.asking import ask_for_person
from bot.dialog import OpeningHours
from bot.learning.candidates import waiting_candidates
from bot.learning.deciding import (
    NothingProposedError,
    UnknownCandidateError,
    accept,
    accept_safe,
    accept_what_the_team_said,
    reject,
)
from knowledge import AnswerTemplate, IntentId, TemplateId, TemplateState

LATE = "my parcel is so late again"
SAID = "Parcels arrive within three working days and you get a link to follow them"


def waiting(room):
    room.gather()
    return waiting_candidates(room.database)


def test_the_same_question_of_three_people_is_one_candidate_of_weight_three(room):
    for text in (LATE, "My parcel is so late again!!", LATE.upper()):
        room.asks(text)
    (found,) = waiting(room)
    assert (found.people, found.kinds) == (3, {"unanswered": 3})
    assert len(found.messages) == 3


def test_gathering_again_changes_nothing(room):
    room.asks(LATE)
    assert waiting(room) == waiting(room)


def test_an_agents_answer_is_kept_with_the_question_that_the_bot_handed_over(room):
    conversation = room.asks(LATE)
    room.answered(
        conversation, room.agent(), "One moment", "It was sent yesterday, you have it soon."
    )
    (found,) = waiting(room)
    assert found.answer == "It was sent yesterday, you have it soon."
    assert found.kinds == {"unanswered": 1, "answered_by_agent": 1}
    assert found.proposals == ()


def test_who_asks_for_a_person_still_wants_what_was_asked_before(room):
    conversation = room.asks(LATE, clarifying())
    room.says(conversation, "a person please", "second key")
    wished = because_of(answering("I fetch somebody.", hand_off="asked"), rule="asked")
    room.commit(room.pending(conversation), wished)
    room.answered(conversation, room.agent(), "It was sent yesterday, you have it soon.")
    (found,) = waiting(room)
    assert found.text == LATE
    assert found.answer == "It was sent yesterday, you have it soon."


def test_the_button_for_a_person_leaves_the_question_open_too(room):
    conversation = room.asks(LATE, clarifying())
    with room.database.write() as session:
        assert ask_for_person(session, conversation, OpeningHours(), "en", room.later())
    room.answered(conversation, room.agent(), "It was sent yesterday, you have it soon.")
    (found,) = waiting(room)
    assert found.answer == "It was sent yesterday, you have it soon."


def test_what_an_agent_wrote_is_known_as_the_template_that_nearly_says_so(room):
    room.answered(room.asks(LATE), room.agent(), f"Hello! {SAID}.")
    (found,) = waiting(room)
    assert [each.intent for each in found.proposals] == ["delivery"]
    assert accept_what_the_team_said(room.database, room.now) == 0
    assert accept_safe(room.database, room.now, "lea@shop.example") == 1
    assert training_examples(room.database) == [(LATE, "delivery")]


def test_a_used_suggestion_becomes_an_example_by_itself(room):
    room.answered(room.asks(LATE), room.agent(), SAID, suggestion="t_delivery")
    room.gather()
    assert accept_what_the_team_said(room.database, room.now) == 1
    assert training_examples(room.database) == [(LATE, "delivery")]
    assert waiting(room) == []


def test_a_suggestion_that_was_rewritten_is_no_longer_one(room):
    room.answered(
        room.asks(LATE),
        room.agent(),
        "Sorry, it was lost; we send another one.",
        suggestion="t_delivery",
    )
    (found,) = waiting(room)
    assert found.kinds == {"unanswered": 1, "answered_by_agent": 1}


def test_a_suggestion_that_was_changed_speaks_for_its_template_and_waits_for_a_person(room):
    changed = "Parcels arrive within three working days. Yours is late, and I am sorry for that."
    room.answered(room.asks(LATE), room.agent(), changed, suggestion="t_delivery")
    (found,) = waiting(room)
    assert found.kinds == {"unanswered": 1, "suggestion_edited": 1}
    assert [each.template for each in found.proposals] == ["t_delivery"]
    assert accept_what_the_team_said(room.database, room.now) == 0


def test_who_asks_for_a_person_after_an_answer_speaks_against_it_and_the_question_is_open(room):
    conversation = room.asks(LATE, answer_of("t_login"))
    room.says(conversation, "let me talk to a person", "key of the call")
    room.commit(room.pending(conversation), called())
    room.answered(conversation, room.agent(), SAID)
    (found,) = waiting(room)
    assert (found.text, found.against, found.safe) == (LATE, ("t_login",), False)
    assert found.kinds == {"left_for_person": 1, "answered_by_agent": 1}


def test_two_agents_who_disagree_leave_it_to_a_person(room):
    login = "Press Forgot password, and we send you a new one by e-mail."
    room.answered(room.asks(LATE), room.agent("Ada"), SAID, suggestion="t_delivery")
    room.answered(room.asks(LATE), room.agent("Bob"), login, suggestion="t_login")
    room.gather()
    assert accept_what_the_team_said(room.database, room.now) == 0
    (found,) = waiting(room)
    assert {each.intent for each in found.proposals} == {"delivery", "login"}


def test_what_customers_press_and_like_teaches_nothing_by_itself(room):
    for _ in range(20):
        room.thumbs(room.asks(LATE, answer_of("t_login")), helpful=True)
    room.gather()
    assert accept_what_the_team_said(room.database, room.now) == 0
    assert accept_safe(room.database, room.now, None) == 0
    assert training_examples(room.database) == []


def test_thumbs_down_speak_against_the_answer_even_to_a_known_example(room):
    conversation = room.asks(LATE, answer_of("t_login"))
    room.gather()
    room.thumbs(conversation, helpful=False)
    (found,) = waiting(room)
    assert (found.against, found.safe) == (("t_login",), False)


def test_a_thumb_that_was_turned_counts_as_it_stands(room):
    conversation = room.asks(LATE, answer_of("t_login"))
    room.thumbs(conversation, helpful=False)
    assert waiting(room)[0].against == ("t_login",)
    room.thumbs(conversation, helpful=True)
    (found,) = waiting(room)
    assert (found.kinds, found.against) == ({"thumbs_up": 1}, ())


def test_what_failed_for_many_comes_before_what_failed_for_one_and_what_was_liked(room):
    room.thumbs(room.asks("thanks for nothing at all", answer_of("t_login")), helpful=True)
    room.asks("where is the nearest shop", clarifying())
    for _ in range(2):
        room.asks(LATE)
    assert [each.people for each in waiting(room)] == [2, 1, 1]
    assert waiting(room)[-1].kinds == {"thumbs_up": 1}


def test_one_person_who_asks_ten_times_counts_once(room):
    conversation = room.asks(LATE)
    with room.database.write() as session:
        from bot.store.tables import ConversationRow

        row = session.get_one(ConversationRow, conversation)
        row.customer_key = "web:1"
        session.add(row)
    room.says(conversation, LATE, "again")
    (found,) = waiting(room)
    assert found.people == 1


def test_personal_data_is_taken_out(room):
    room.asks("my address is ada@lovelace.example and my parcel is late")
    assert "lovelace" not in waiting(room)[0].text


def test_a_call_for_a_person_and_a_short_word_are_no_questions(room):
    room.asks("help me")
    room.waiting()
    assert waiting(room) == []


def test_a_rejected_candidate_does_not_come_back(room):
    room.asks(LATE)
    reject(room.database, waiting(room)[0].id, room.now, "lea@shop.example")
    room.asks(LATE)
    assert waiting(room) == []


def test_an_accepted_one_is_an_example_of_the_intent_that_was_chosen(room):
    room.asks(LATE)
    (found,) = waiting(room)
    with pytest.raises(NothingProposedError):
        accept(room.database, found.id, None, room.now, None)
    with pytest.raises(UnknownIntentError):
        accept(room.database, found.id, IntentId("nonsense"), room.now, None)
    assert accept(room.database, found.id, IntentId("refund"), room.now, None) == "refund"
    assert training_examples(room.database) == [(LATE, "refund")]
    assert waiting(room) == []


def test_a_candidate_that_is_not_there_is_refused(room):
    with pytest.raises(UnknownCandidateError):
        reject(room.database, "none", room.now, None)


def test_a_known_example_is_not_given_to_another_intent_while_somebody_dislikes_something(room):
    known = LabelDecision(LATE, IntentId("delivery"))
    decide_labels(room.database, [known], room.now, "lea@shop.example")
    conversation = room.asks(LATE)
    room.thumbs(conversation, helpful=False)
    login = "Press Forgot password, and we send you a new one by e-mail."
    room.answered(conversation, room.agent("Bob"), login, suggestion="t_login")
    (found,) = waiting(room)
    assert found.kinds["suggestion_used"] == 1
    assert accept_what_the_team_said(room.database, room.now) == 0
    assert training_examples(room.database) == [(LATE, "delivery")]


def test_an_accepted_one_waits_again_once_its_answer_is_disliked(room):
    room.asks(LATE)
    accept(room.database, waiting(room)[0].id, IntentId("delivery"), room.later(), None)
    assert waiting(room) == []
    room.thumbs(room.asks(LATE, answer_of("t_delivery")), helpful=False)
    (found,) = waiting(room)
    assert found.against == ("t_delivery",)
    accept(room.database, found.id, IntentId("refund"), room.later(), None)
    assert waiting(room) == []


def test_a_question_for_which_somebody_wrote_an_answer_waits_no_more(room):
    room.asks(LATE)
    assert len(waiting(room)) == 1
    answer = AnswerTemplate(
        id=TemplateId("new"),
        title="New",
        texts={"en": "It is on its way."},
        examples=(LATE,),
        state=TemplateState.LIVE,
    )
    with room.database.write() as session:
        put_template(session, answer, room.now)
    assert waiting(room) == []
