"""Whole conversations with the running product, through its published contract alone."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest

UNICYCLE = {
    "title": "Unicycle lessons",
    "texts": {"en": "We teach unicycling on **Sundays**.\n\n- Bring a helmet."},
    "examples": [
        "Do you give unicycle lessons?",
        "Can I learn to ride a unicycle with you?",
        "When are the unicycle lessons?",
    ],
    "buttons": [{"label": "A person", "text": "can I speak to a person"}],
    "state": "live",
}
PARCEL = {
    "title": "Weight of a parcel",
    "texts": {"en": "Your parcel {{ order_number }} holds {{ order_items }}."},
    "examples": [
        "How many kilograms does my parcel weigh?",
        "What is the weight of my parcel in kilograms?",
        "Please tell me the parcel weight in kilograms",
    ],
    "state": "live",
}
ORDER = "LW-26-25461"
EMAIL = "nora.p@mail.example"


@pytest.fixture
def template(agent):
    """Writes a template at the desk; it is gone after the test."""
    written = []

    def write(body: dict) -> str:
        created = agent.client.post("/templates", json={"id": f"t-{uuid4().hex}", **body})
        assert created.status_code == 201, created.text
        written.append(created.json()["id"])
        return written[-1]

    yield write
    for each in written:
        tag = agent.client.get(f"/templates/{each}").headers["etag"]
        agent.client.delete(f"/templates/{each}", headers={"If-Match": tag})


def test_the_first_message_says_that_a_machine_answers(chat):
    (greeting,) = chat().messages()
    assert "automated assistant, not a person" in greeting["text"]
    assert greeting["name"] == "Automated assistant"


def test_an_approved_answer_is_given_from_the_moment_it_is_saved(chat, agent, template):
    question = "Do you give unicycle lessons?"
    before = chat().ask(question)
    assert "Sundays" not in before["text"]
    written = template(UNICYCLE)
    customer = chat()
    answer = customer.ask(question)
    assert answer["html"].startswith("<p>We teach unicycling on <strong>Sundays</strong>.")
    reasons = agent.reasons(customer, answer)
    assert (reasons["kind"], reasons["template"]["id"]) == ("answer", written)
    assert reasons["probability"] >= reasons["threshold"]
    assert reasons["candidates"][0]["example"] == question
    assert reasons["release"]


def test_an_edit_reaches_the_next_message_of_the_same_conversation(chat, agent, template):
    written = template(UNICYCLE)
    customer = chat()
    assert "Sundays" in customer.ask("Do you give unicycle lessons?")["text"]
    edited = agent.client.put(
        f"/templates/{written}",
        json={**UNICYCLE, "texts": {"en": "Lessons are on Mondays now."}},
        headers={"If-Match": '"1"'},
    )
    assert edited.status_code == 200
    assert customer.ask("Do you give unicycle lessons?")["text"] == "Lessons are on Mondays now."


def test_an_answer_is_never_said_after_its_last_moment(chat, template):
    template({**UNICYCLE, "valid_until": "2020-01-01T00:00:00Z"})
    assert "Sundays" not in chat().ask("Do you give unicycle lessons?")["text"]


def test_a_draft_is_never_said(chat, template):
    template({**UNICYCLE, "state": "draft"})
    assert "Sundays" not in chat().ask("Do you give unicycle lessons?")["text"]


def test_trying_a_message_at_the_desk_shows_what_a_customer_would_get(chat, agent, template):
    written = template(UNICYCLE)
    text = "When are the unicycle lessons?"
    tried = agent.client.post("/templates/try", json={"text": text}).json()
    assert (tried["kind"], tried["templates"][0]["id"]) == ("answer", written)
    assert tried["reply"] == chat().ask(text)["text"]
    assert {"probability", "similarity", "fuzzy", "example", "title"} <= tried["templates"][
        0
    ].keys()


def test_a_quick_reply_speaks_for_the_customer(chat, template):
    template(UNICYCLE)
    customer = chat()
    answer = customer.ask("Do you give unicycle lessons?")
    (button,) = answer["buttons"]
    assert button["label"] == "A person"
    customer.ask(button=button["id"])
    assert customer.owner() == "queue"


def test_passages_answer_with_every_sentence_sourced(chat):
    answer = chat().ask("do I pay customs in Switzerland?")
    assert answer["sources"]
    shown = " ".join(answer["text"].split())
    for source in answer["sources"]:
        assert source["title"]
        assert " ".join(source["quote"].split()) in shown
        assert source["reads"]
        assert "|" not in source["reads"]


@pytest.mark.parametrize("nonsense", ["asdf qwer zxcv", "7", "🦄", "colourless green ideas sleep"])
def test_nonsense_is_never_answered_as_if_it_were_sure(chat, agent, nonsense):
    customer = chat()
    reply = customer.ask(nonsense)
    assert agent.reasons(customer, reply)["kind"] in ("clarify", "handoff")


def test_unsure_twice_running_brings_a_person(chat):
    customer = chat()
    assert customer.ask("asdf qwer zxcv")["buttons"]
    customer.ask("zxcv asdf qwer")
    assert customer.owner() == "queue"


def test_a_question_back_is_settled_by_pressing_a_button(chat, agent, template):
    template({**UNICYCLE, "title": "Lessons for children"})
    template({**UNICYCLE, "title": "Lessons for adults"})
    customer = chat()
    question = customer.ask("Is there any place where one learns to ride a unicycle?")
    labels = [button["label"] for button in question["buttons"]]
    assert sorted(labels[:-1]) == ["Lessons for adults", "Lessons for children"]
    answer = customer.ask(button=question["buttons"][0]["id"])
    reasons = agent.reasons(customer, answer)
    assert (reasons["kind"], reasons["template"]["title"]) == ("answer", labels[0])


def test_chinese_is_answered_in_chinese(chat):
    customer = chat(locale="zh-CN")
    assert "自动客服助手" in customer.messages()[0]["text"]
    assert "退货" in customer.ask("怎么退货？")["text"]


def test_details_are_asked_for_then_looked_up_in_the_order_service(chat, template):
    template(PARCEL)
    customer = chat()
    asked = customer.ask("How many kilograms does my parcel weigh?")
    assert "order number" in asked["text"]
    assert "e-mail" in asked["text"]
    rest = customer.ask(f"it is {ORDER}")
    assert "order number" not in rest["text"]
    answer = customer.ask(EMAIL)
    assert answer["text"].startswith(f"Your parcel {ORDER} holds 2 pairs of Grein H2 brake pads")


def test_details_that_match_nothing_are_asked_for_once_more_then_bring_a_person(chat, template):
    template(PARCEL)
    customer = chat()
    customer.ask("How many kilograms does my parcel weigh?")
    again = customer.ask("LW-26-00000 nobody@mail.example")
    assert "couldn't find anything" in again["text"]
    customer.ask("LW-26-00001 nobody@mail.example")
    assert customer.owner() == "queue"


def test_a_digression_is_answered_and_the_details_still_count(chat, template):
    template(PARCEL)
    template(UNICYCLE)
    customer = chat()
    customer.ask("How many kilograms does my parcel weigh?")
    assert "Sundays" in customer.ask("Do you give unicycle lessons?")["text"]
    assert "Grein" in customer.ask(f"{ORDER} {EMAIL}")["text"]


def test_what_was_begun_can_be_called_off(chat, template):
    template(PARCEL)
    customer = chat()
    customer.ask("How many kilograms does my parcel weigh?")
    assert "left that" in customer.ask("never mind")["text"]
    assert customer.owner() == "bot"


def test_a_burst_is_answered_in_one_reply(chat):
    customer = chat()
    seqs = [customer.say(text) for text in ("hi", "I have a question", "about nothing")]
    assert customer.answer_to(seqs[0])["reply_to"] == seqs


@pytest.mark.parametrize(
    "words",
    [
        ["can I speak to a person"],
        ["I want to talk to a person", "Where is my parcel, I have waited for three weeks?"],
        ["Where is my order? Please connect me with an agent."],
    ],
)
def test_asking_for_a_person_gets_one_whatever_else_is_said(chat, words):
    customer = chat()
    seqs = [customer.say(text) for text in words]
    customer.answer_to(seqs[-1])
    assert customer.owner() == "queue"


def test_danger_goes_to_a_person_at_once(chat, agent):
    customer = chat()
    reply = customer.ask("help, the battery is smoking in my hallway")
    assert "person straight away" in reply["text"]
    assert "is smoking" in agent.thread(customer)["handoff_reason"]


def test_a_person_takes_over_answers_and_gives_back(chat, agent):
    customer = chat()
    last = customer.ask("can I speak to a person")["seq"]
    thread = agent.thread(customer)
    assert thread["status"] == "waiting"
    assert agent.act(customer, "takeover", epoch=thread["epoch"]).status_code == 200
    joined = customer.hear(last, "system")
    assert "Robin has joined" in joined["text"]
    assert "a person" in joined["text"]
    assert agent.act(customer, "takeover", epoch=thread["epoch"]).status_code == 409

    asked = customer.say("are you a machine?")
    agent.act(customer, "note", client_msg_id="n", text="a worried one")
    agent.reply(customer, "No, I am Robin.")
    answer = customer.hear(asked, "agent")
    assert (answer["name"], answer["text"]) == ("Robin", "No, I am Robin.")
    time.sleep(1.0)
    said = customer.page(after=joined["seq"])["messages"]
    assert [message["author"] for message in said] == ["customer", "agent"]

    agent.act(customer, "release")
    customer.hear(answer["seq"], "system")
    assert customer.ask("hi")["author"] == "bot"


def test_a_language_is_kept_through_a_hand_off(chat):
    customer = chat(locale="de")
    reply = customer.ask("Ich möchte mit einem Menschen sprechen, bitte.")
    assert "Kolleg" in reply["text"]
