"""An agent says that the bot was wrong: it counts at once, and the last word counts."""

from __future__ import annotations

import pytest
from teaching import ANSWERS, answer_of

from bot.content.for_people import questions_for_people
from bot.content.labels import UnknownIntentError
from bot.content.learned import training_examples
from bot.content.templates import UnknownTemplateError, get_template, put_template
from bot.conversations.errors import UnknownConversationError
from bot.learning.candidates import waiting_candidates
from bot.learning.correcting import Correction, NotCorrectableError, correct
from knowledge import AnswerTemplate, IntentId, TemplateId, TemplateState

LATE = "my parcel is so late again"


@pytest.fixture
def wrong(room):
    """A conversation in which the bot answered wrongly, and the number of its reply."""
    conversation = room.asks(LATE, answer_of("t_login"))
    return conversation, room.messages(conversation, "bot")[-1].seq


def told(room, wrong, **right):
    return correct(room.database, Correction(*wrong, **right), room.later(), "ada@shop.example")


def test_the_question_becomes_an_example_of_the_right_answers_intent(room, wrong):
    assert told(room, wrong, template=TemplateId("t_delivery")) == LATE
    assert training_examples(room.database) == [(LATE, "delivery")]


def test_the_last_word_about_a_reply_counts(room, wrong):
    told(room, wrong, template=TemplateId("t_delivery"))
    told(room, wrong, intent=IntentId("refund"))
    assert training_examples(room.database) == [(LATE, "refund")]
    told(room, wrong)
    assert training_examples(room.database) == []


def test_gathering_leaves_a_correction_alone(room, wrong):
    told(room, wrong, template=TemplateId("t_delivery"))
    room.gather()
    assert training_examples(room.database) == [(LATE, "delivery")]
    assert waiting_candidates(room.database) == []


def test_an_answer_to_several_intents_gets_the_question_as_its_own_example(room, wrong):
    both = AnswerTemplate(
        id=TemplateId("both"),
        title="Both",
        texts={"en": ANSWERS["login"]},
        intents=(IntentId("refund"), IntentId("login")),
        state=TemplateState.LIVE,
    )
    with room.database.write() as session:
        put_template(session, both, room.now)
    told(room, wrong, template=TemplateId("both"))
    assert get_template(room.database, TemplateId("both")).template.examples == (LATE,)


@pytest.mark.parametrize(
    ("right", "refused"),
    [
        ({"template": TemplateId("none")}, UnknownTemplateError),
        ({"intent": IntentId("none")}, UnknownIntentError),
    ],
)
def test_what_is_not_in_service_is_refused_and_nothing_is_kept(room, wrong, right, refused):
    with pytest.raises(refused):
        told(room, wrong, **right)
    assert training_examples(room.database) == []


def test_only_replies_of_the_bot_to_words_are_corrected(room, wrong):
    conversation, seq = wrong
    with pytest.raises(NotCorrectableError):
        told(room, (conversation, seq - 1), intent=IntentId("refund"))
    with pytest.raises(UnknownConversationError):
        told(room, ("none", seq), intent=IntentId("refund"))


def test_what_a_person_should_answer_is_known_until_somebody_says_otherwise(room, wrong):
    told(room, wrong)
    assert questions_for_people(room.database) == (LATE,)
    told(room, wrong, intent=IntentId("refund"))
    assert questions_for_people(room.database) == ()
