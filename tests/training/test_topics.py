"""Topics: intents that lie together, and none where they do not."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.records import IntentId
from training.topics import find_topics

ABOUT = ("card", "parcel", "refund")
TEXTS = {
    IntentId(f"{about}-{n}"): [f"my {about} {word}", f"the {about} {word}"]
    for about in ABOUT
    for n, word in enumerate(("lost", "late", "broken", "gone"))
}


def centres(spread: float) -> dict[IntentId, np.ndarray]:
    """Centres around one direction for each thing, ``spread`` wide."""
    chance = np.random.default_rng(3)
    axes = np.eye(48, dtype=np.float32)
    return {
        each: axes[ABOUT.index(each.split("-")[0])]
        + spread * chance.standard_normal(48).astype(np.float32)
        for each in TEXTS
    }


def test_intents_about_one_thing_share_a_topic_named_by_it() -> None:
    topics = find_topics(centres(spread=0.03), TEXTS)
    assert topics == {each: each.split("-")[0].capitalize() for each in TEXTS}


def test_there_are_no_topics_where_intents_do_not_lie_together() -> None:
    assert find_topics(centres(spread=30.0), TEXTS) == {}


def test_a_handful_of_intents_needs_no_topics() -> None:
    few = dict(list(centres(spread=0.03).items())[:7])
    assert find_topics(few, TEXTS) == {}


@pytest.mark.parametrize("seed", range(3))
def test_topics_do_not_hang_on_the_order_of_intents(seed: int) -> None:
    given = list(centres(spread=0.1).items())
    shuffled = [given[i] for i in np.random.default_rng(seed).permutation(len(given))]
    assert find_topics(dict(shuffled), TEXTS) == find_topics(dict(given), TEXTS)
