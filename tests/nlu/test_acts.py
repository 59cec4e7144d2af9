"""Acts are told from requests by the real encoder; none of these texts is among the examples."""

from __future__ import annotations

import pytest

from nlu import Act, ActReader, Model
from nlu.acts import EXAMPLES

SAID = {
    Act.HUMAN: (
        "pls let me chat with a real person",
        "HUMAN!!!",
        "can i talk with someone from your team",
        "this bot is useless, let me talk to a human",
        "我要找人工客服。",
        "kann ich bitte mit einem mitarbeiter sprechen",
    ),
    Act.THANKS: ("thank u", "ok thank you very much", "好的谢谢你"),
    Act.GREETING: ("hey there", "hello everyone", "hi good morning"),
    Act.GOODBYE: ("ok bye", "have a great day"),
    Act.CANCEL: ("oh never mind then", "forget about it", "不用了谢谢"),
    Act.IDENTITY: ("are you a real human being or a bot", "你是机器人吗？"),
    Act.DISTRESS: ("i want to die", "I'm going to kill myself"),
}
ASKED = (
    "you idiots, where did you send my parcel?",
    "I love this shop, but when does my order come?",
    "no, the one from last week",
    "wait, is that with tax?",
    "where is my bike",
    "Hello, my order is late",
    "thanks but where is my refund",
    "I want to cancel order 123",
    "the battery is smoking",
    "how do i reset my password",
    "is there someone who can fix my bike in Utrecht",
    "谢谢，请问运费多少",
    "取消订单",
    "wie lange dauert die lieferung?",
)


@pytest.fixture(scope="module")
def reader(bundled_model: Model) -> ActReader:
    return ActReader(bundled_model.encode_each)


@pytest.mark.parametrize(("act", "text"), [(act, text) for act in SAID for text in SAID[act]])
def test_an_act_is_recognised(bundled_model: Model, reader: ActReader, act: Act, text: str) -> None:
    meant = bundled_model.understand(text)

    assert text not in EXAMPLES[act]
    assert reader.read(text, meant.vector if meant.readable else None) is act


@pytest.mark.parametrize("text", ASKED)
def test_a_request_is_no_act(bundled_model: Model, reader: ActReader, text: str) -> None:
    meant = bundled_model.understand(text)

    assert reader.read(text, meant.vector if meant.readable else None) is None


def test_without_a_vector_the_characters_decide(reader: ActReader) -> None:
    assert reader.read("转人工！", None) is Act.HUMAN
    assert reader.read("", None) is None
    assert reader.read("😀", None) is None
