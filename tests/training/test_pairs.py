"""Which message is the question, which reply is its answer, and why."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from training.pairs import AskedQuestion, build_pairs, read_questions
from training.speech_acts import ReplyAct, count_words, read_reply

SIDES = {"C": Speaker.CUSTOMER, "A": Speaker.AGENT, "B": Speaker.BOT, "S": Speaker.SYSTEM}


def transcript(*lines: str, resolved: bool | None = None) -> Transcript:
    """A conversation from lines such as ``C: hello``; ``N:`` is an agent's private note."""
    turns = tuple(
        Turn(SIDES.get(line[0], Speaker.AGENT), line[3:], private=line[0] == "N") for line in lines
    )
    return Transcript(TranscriptId("t-1"), turns, resolved=resolved)


def only(*lines: str, resolved: bool | None = None) -> AskedQuestion:
    (question,) = read_questions(transcript(*lines, resolved=resolved))
    return question


def test_the_question_is_what_is_asked_and_not_the_greeting() -> None:
    question = only(
        "C: Hi there",
        "A: Hello, how can I help you?",
        "C: How long do I have to return a jacket?",
        "A: You can return it within 30 days of delivery.",
        "C: thanks a lot!",
    )
    assert question.pair is not None
    assert question.pair.question == "How long do I have to return a jacket?"
    assert question.pair.answer_turns == (3,)
    assert question.pair.question_turns == (2,)


def test_the_answer_is_neither_stalling_nor_asking_back() -> None:
    question = only(
        "C: Can I change the delivery address of my order?",
        "A: Let me check that for you, one moment.",
        "A: Could you tell me your order number?",
        "C: It is 12345",
        "A: You can change it in your account until the parcel is packed.",
    )
    assert question.pair is not None
    assert question.pair.answer.startswith("You can change it in your account")


@pytest.mark.parametrize(
    ("reply", "act"),
    [
        ("Please DM us your confirmation number.", ReplyAct.SENDS_ELSEWHERE),
        ("Could you send us a private message with your details?", ReplyAct.SENDS_ELSEWHERE),
        ("Let me look into this for you.", ReplyAct.STALLS),
        ("Which flight were you on?", ReplyAct.ASKS_BACK),
        ("We're sorry to hear that.", ReplyAct.COURTESY),
        ("You're welcome, have a great day!", ReplyAct.COURTESY),
        ("Have you tried reinstalling the app?", ReplyAct.ANSWERS),
        ("Sorry about that! Refunds reach your card within 5 days.", ReplyAct.ANSWERS),
        ("Leider ist die Rückgabe nach 30 Tagen nicht mehr möglich.", ReplyAct.ANSWERS),
        ("Ich schaue kurz nach.", ReplyAct.STALLS),
        ("请稍等", ReplyAct.STALLS),
        ("您可以在收到货后三十天内退货", ReplyAct.ANSWERS),
    ],
)
def test_what_a_reply_does_is_told_apart(reply: str, act: ReplyAct) -> None:
    assert read_reply(reply).act is act


def test_bot_system_and_private_turns_are_never_read() -> None:
    question = only(
        "B: Welcome! Ask me anything about refunds.",
        "C: When will my refund arrive on my card?",
        "N: customer is known to complain, refund takes 99 days",
        "B: Refunds take 1 day.",
        "S: Agent Mira joined",
        "A: It takes up to five working days after we receive the parcel.",
    )
    assert question.pair is not None
    assert question.pair.answer_turns == (5,)
    assert "99" not in question.pair.answer


def test_a_clarifying_question_is_given_with_a_low_score_when_it_is_all_there_is() -> None:
    asked_back = only("C: My parcel has not arrived yet, where is it?", "A: What is your number?")
    answered = only(
        "C: My parcel has not arrived yet, where is it?",
        "A: Parcels take three days; the tracking link is in the e-mail we sent you.",
    )
    assert asked_back.pair is not None
    assert answered.pair is not None
    assert asked_back.pair.score < 0.3 < answered.pair.score


def test_thanks_and_a_resolved_mark_raise_the_score() -> None:
    lines = ("C: How do I reset my password?", "A: Choose Forgot password on the sign-in page.")
    plain, thanked = only(*lines), only(*lines, "C: great, thank you!")
    resolved = only(*lines, resolved=True)
    assert plain.pair
    assert thanked.pair
    assert resolved.pair
    assert thanked.pair.score > plain.pair.score
    assert resolved.pair.score > plain.pair.score


def test_a_second_question_has_the_first_as_context() -> None:
    first, second = read_questions(
        transcript(
            "C: How much is standard shipping to France?",
            "A: Standard shipping to France costs 9 euros.",
            "C: and how much is express?",
            "A: Express costs 19 euros and takes one day.",
        )
    )
    assert second.pair is not None
    assert second.pair.context == (first.text,)
    assert not second.stands_alone


def test_a_conversation_without_a_reply_has_a_question_but_no_pair() -> None:
    silent = transcript("C: Is anyone reading this? My order never came.")
    assert list(build_pairs([silent])) == []
    assert read_questions(silent)[0].text.startswith("Is anyone")


def test_praise_that_opens_a_conversation_is_its_matter() -> None:
    question = only(
        "C: Thank you for the wonderful crew on my flight home last night, they were great",
        "A: We will tell the crew, it means a lot to them.",
    )
    assert question.pair is not None


def test_mentions_are_left_out_but_the_turns_are_traced() -> None:
    question = only("C: @acme __company__ do you ship to Norway?", "A: Yes, within five days.")
    assert question.pair is not None
    assert question.pair.question == "do you ship to Norway?"
    assert question.pair.question_turns == (0,)


lines = st.lists(
    st.tuples(
        st.sampled_from(list(Speaker)),
        st.text(max_size=60),
        st.booleans(),
    ),
    max_size=12,
)


@given(lines)
def test_any_conversation_gives_pairs_that_trace_to_its_own_public_turns(
    drawn: list[tuple[Speaker, str, bool]],
) -> None:
    time = datetime(2026, 3, 1, tzinfo=UTC)
    turns = tuple(Turn(speaker, text, time, private=private) for speaker, text, private in drawn)
    for pair in build_pairs([Transcript(TranscriptId("x"), turns)]):
        assert all(turns[i].speaker is Speaker.CUSTOMER for i in pair.question_turns)
        assert all(turns[i].speaker is Speaker.AGENT for i in pair.answer_turns)
        assert not any(turns[i].private for i in (*pair.question_turns, *pair.answer_turns))
        assert max(pair.question_turns[:1]) < min(pair.answer_turns)
        assert 0.0 <= pair.score <= 1.0


@pytest.mark.parametrize(
    "reply",
    [
        "We know waiting is frustrating. Our team is working hard to have you on your way soon.",
        "Your feedback is very important to us. I'll be sure to pass this on to our leaders.",
        "Our sincerest apology, it is never our intention to disappoint.",
        "We love having you with us!",
    ],
)
def test_a_company_speaking_of_its_feelings_and_efforts_answers_nothing(reply: str) -> None:
    assert read_reply(reply).act is not ReplyAct.ANSWERS


def test_sympathy_with_an_instruction_in_it_answers() -> None:
    reply = "We know delays are frustrating. You can change to another train on our website."
    assert read_reply(reply).act is ReplyAct.ANSWERS


@pytest.mark.parametrize(
    ("reply", "act"),
    [
        ("Sorry for the wait, your parcel left our depot this morning.", ReplyAct.ANSWERS),
        (
            "Danke für Ihre Geduld, die Gutschrift ist heute bei Ihnen eingegangen.",
            ReplyAct.ANSWERS,
        ),
        ("抱歉让您久等了，您的订单今天下午已发出，明天到达。", ReplyAct.ANSWERS),
        ("Sorry for the trouble, could you share your order number?", ReplyAct.ASKS_BACK),
        ("您好，请问您的订单号是多少？", ReplyAct.ASKS_BACK),
        ("Sorry to hear that, Jane.", ReplyAct.COURTESY),
        ("Thanks for flying with us, we can't wait to see you again soon.", ReplyAct.COURTESY),
        ("感谢您的反馈，如果还有问题，请随时联系我们。", ReplyAct.COURTESY),
        ("Sorry for the wait, it left this morning on the early van.", ReplyAct.ANSWERS),
    ],
)
def test_what_stands_behind_a_courtesy_counts(reply: str, act: ReplyAct) -> None:
    assert read_reply(reply).act is act


@pytest.mark.parametrize(
    "reply",
    [
        "Thank you for contacting Acme, my name is Anna and I will help you today.",
        "Thanks for your patience, a colleague of mine will be with you shortly.",
        "Thanks for your patience, somebody from the workshop will be with you shortly.",
        "Sorry about that, that must have been very annoying for you today.",
        "Sorry for the trouble, that must have been very annoying for you today.",
        "You're welcome, it was a pleasure to chat with you this morning.",
        "Tut mir leid, das ist natürlich sehr ärgerlich für Sie und Ihre Familie.",
        "Danke für Ihre Geduld, ein Kollege wird gleich bei Ihnen sein.",
        "您好，我是今天为您服务的客服小王。",
        "谢谢您的理解，我们会尽快处理您的问题。",
    ],
)
def test_a_greeting_and_a_feeling_behind_a_courtesy_answer_nothing(reply: str) -> None:
    assert read_reply(reply).act is ReplyAct.COURTESY


def test_a_message_ends_a_sentence_whatever_it_ends_with() -> None:
    question = only("C: 头盔可以退货吗？", "A: 请稍等，我查一下", "A: 头盔七天内无理由退货。")
    assert question.signals is not None
    assert question.signals.answers


def test_nothing_that_is_said_to_praise_is_an_answer() -> None:
    turns = (
        Turn(Speaker.CUSTOMER, "Thank you for the great service in the Utrecht shop yesterday!"),
        Turn(Speaker.AGENT, "The Utrecht shop opens at nine every day of the week."),
    )
    (question,) = read_questions(Transcript(TranscriptId("praise"), turns))
    assert question.signals is not None
    assert not question.signals.answers


def test_a_question_put_anew_after_a_question_back_is_the_one_that_is_answered() -> None:
    turns = (
        Turn(Speaker.CUSTOMER, "I have something to ask about my rental bike, please help."),
        Turn(Speaker.AGENT, "How may I help you?"),
        Turn(Speaker.CUSTOMER, "Can I bring the rental bike back to another shop than yours?"),
        Turn(Speaker.AGENT, "You can bring it back to any of our shops."),
    )
    (question,) = read_questions(Transcript(TranscriptId("anew"), turns))
    assert question.pair is not None
    assert (question.pair.question_turns, question.pair.answer_turns) == ((2,), (3,))
    assert question.pair.context == ("I have something to ask about my rental bike, please help.",)


@pytest.mark.parametrize(
    ("text", "words"), [("退款什么时候到", 7), ("我的 iPhone 退款", 5), ("don't know", 2), ("", 0)]
)
def test_characters_count_as_words_where_there_are_no_spaces(text: str, words: int) -> None:
    assert count_words(text) == words
