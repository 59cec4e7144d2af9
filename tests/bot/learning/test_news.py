"""Whether a retraining would learn anything."""

from __future__ import annotations

from datetime import timedelta

import pytest
from situations import NOON

from bot.answering.releases import register_model
from bot.content.labels import LabelDecision, decide_labels
from bot.learning.news import LEARNED, STRANGERS, News, fingerprint, news, strangers_fingerprint
from bot.settings import Settings
from knowledge import IntentId


@pytest.mark.parametrize(
    ("news", "anything"),
    [
        (News(0, 0), False),
        (News(9, 9), True),
        (News(9, 0, changed=False), False),
        (News(9, 0, changed=False, erased=True), True),
    ],
)
def test_nothing_is_learned_of_nothing(news, anything):
    assert news.anything is anything


def trained(database, hours: int, examples, **strangers: str) -> None:
    metrics = {LEARNED: fingerprint(examples), **strangers}
    register_model(database, f"model-{hours}", metrics, NOON + timedelta(hours=hours))


@pytest.mark.parametrize("knew_strangers", [True, False])
def test_that_a_question_is_of_no_intent_is_news_once(database, tmp_path, knew_strangers):
    settings, examples = Settings.load(tmp_path, {}), [("send back", IntentId("returns"))]
    none_yet = {STRANGERS: strangers_fingerprint(database)} if knew_strangers else {}
    trained(database, 0, examples, **none_yet)
    assert not news(database, settings, examples).changed
    decide_labels(database, [LabelDecision("kites", None, stranger=True)], NOON, None)
    assert news(database, settings, examples).changed
    trained(database, 1, examples, **{STRANGERS: strangers_fingerprint(database)})
    assert not news(database, settings, examples).changed
