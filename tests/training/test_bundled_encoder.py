"""The bundled encoder, fine-tuned on a handful of texts, understands what it has not read."""

from __future__ import annotations

import pytest

from knowledge.records import IntentId
from nlu import Model
from training import LabelledText, TrainingSettings, fine_tune

TAUGHT = {
    "delivery": (
        "where is my order",
        "my parcel has not arrived",
        "when will the package get here",
        "the tracking has not moved for days",
        "how long does shipping take",
    ),
    "refund": (
        "i want my money back",
        "when do i get my refund",
        "please reimburse me",
        "the refund is not on my account yet",
        "can you pay me back for this order",
    ),
    "password": (
        "i forgot my password",
        "i cannot log in",
        "how do i reset my login",
        "the site says my password is wrong",
        "my account is locked",
    ),
    "sizing": (
        "which frame size do i need",
        "i am 180 cm tall, is a medium right",
        "do these shoes run small",
        "the jacket is too big, what size should i take",
        "is there a size chart",
    ),
}
ASKED = {
    "still waiting for the courier": "delivery",
    "you owe me the price i paid": "refund",
    "signing in does not work, it rejects my passphrase": "password",
    "i have long legs, would a large fit me": "sizing",
}
STRANGE = (
    "what is the capital of France",
    "tell me a joke about cats",
    "who won the football match",
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    examples = [
        LabelledText(text, IntentId(name)) for name, texts in TAUGHT.items() for text in texts
    ]
    out = tmp_path_factory.mktemp("bundled") / "model"
    return Model.open(fine_tune(examples, out, TrainingSettings(epochs=4, threads=1)).directory)


@pytest.mark.parametrize(("text", "intent"), ASKED.items())
def test_unseen_words_are_understood(model: Model, text: str, intent: str) -> None:
    assert model.understand(text).intents[0].intent == intent


def test_strange_questions_score_below_every_known_one(model: Model) -> None:
    known = [model.understand(text).in_scope for text in ASKED]
    strange = [model.understand(text).in_scope for text in STRANGE]
    assert max(strange) < min(known)
