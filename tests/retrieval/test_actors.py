"""What the company does answers nothing of what the customer does."""

from __future__ import annotations

import pytest
from help_centre import encoded, passage, spell

from retrieval import PassageIndex, compose
from retrieval.actors import acts_instead

STAYS = "If we cancel, you get everything back. You pay half if you cancel 45 days before arrival."


@pytest.mark.parametrize(
    ("question", "sentence", "instead"),
    [
        ("what if we cancel?", "If we cancel, you get everything back.", True),
        ("Was ist, wenn ich storniere?", "Wenn wir stornieren, erhalten Sie alles zurück.", True),
        ("what if we cancel?", "If you cancel, you pay half.", False),
        ("what if you cancel?", "If we cancel, you get everything back.", False),
        ("what if I cancel?", "If I cancel, I pay half of it.", False),
    ],
)
def test_who_acts_is_told_by_the_condition(question: str, sentence: str, instead: bool) -> None:
    assert acts_instead(question, sentence) is instead


def test_the_sentence_about_the_customer_is_quoted() -> None:
    text = "What happens if we cancel?"
    index = PassageIndex().with_changes(encoded(passage("stays", 0, "Stays", STAYS)))
    hits = index.search(text, spell(text))
    answer = compose(text, spell(text), hits, index.rarities(text), 0.9)
    assert answer is not None
    assert [each.text for each in answer.sentences] == [STAYS.split(". ")[1]]
