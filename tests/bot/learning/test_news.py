"""Whether a retraining would learn anything."""

from __future__ import annotations

import pytest

from bot.learning.news import News


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
