"""Which texts the encoder learns from, and which n-grams."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from chinese import chinese_texts
from tiny_bert import make_tiny_bert

from knowledge.records import IntentId
from training import LabelledText
from training.base_model import load_base_model
from training.shares import FEWEST_TEXTS, Shares, share_out
from training.splits import prepare

ENGLISH = [
    LabelledText(f"{phrase} {word}", IntentId(intent))
    for intent, phrase in (("delivery", "where is my order"), ("refund", "money back"))
    for word in ("please", "thanks", "for you", "bike", "parcel", "account", "my bike", "the bike")
]


@pytest.fixture(scope="module")
def share(tiny_bert: Path):
    base = load_base_model(tiny_bert)
    return lambda *texts: share_out(prepare([each for part in texts for each in part]), base)


def sizes(shares: Shares) -> tuple[int, int]:
    return tuple(len(part.texts) if part else 0 for part in (shares.encoder, shares.ngrams))


def test_the_encoder_takes_what_it_can_read(share) -> None:
    shares = share(ENGLISH)
    assert (sizes(shares), shares.unreadable) == ((len(ENGLISH), 0), 0)


def test_ngrams_take_what_it_cannot_read(share) -> None:
    assert sizes(share(chinese_texts())) == (0, 80)


def test_each_takes_its_own_language_and_the_intents_of_it(share) -> None:
    english = [*ENGLISH, *[LabelledText(f"{each.text} now", each.intent) for each in ENGLISH]]
    shares = share(english, chinese_texts())
    assert sizes(shares) == (len(english), 80)
    assert shares.encoder.intents == ("delivery", "refund")
    assert shares.ngrams.intents == ("cancel", "delivery", "login", "refund")
    assert shares.encoder.names == shares.encoder.intents
    chosen = {shares.ngrams.intents[label] for label in shares.ngrams.labels}
    assert chosen == set(shares.ngrams.intents)


def test_a_handful_in_another_language_stays_with_the_encoder(share) -> None:
    english = [*ENGLISH, *[LabelledText(f"{each.text} now", each.intent) for each in ENGLISH]]
    few = chinese_texts()[:: len(chinese_texts()) // (FEWEST_TEXTS - 1) + 1]
    shares = share(english, few)
    assert sizes(shares) == (len(english) + len(few), 0)
    assert shares.unreadable == len(few)


def test_a_few_brand_names_go_to_ngrams_with_the_rest(share) -> None:
    names: Sequence[LabelledText] = ENGLISH[:5]
    assert sizes(share(chinese_texts(), names)) == (0, 85)


def test_a_small_home_that_cannot_be_read_still_learns(share) -> None:
    assert sizes(share(chinese_texts()[::10])) == (0, 8)


def test_a_base_model_that_reads_the_language_takes_it(tmp_path: Path) -> None:
    letters = "".join(sorted({letter for each in chinese_texts() for letter in each.text}))
    base = load_base_model(make_tiny_bert(tmp_path / "bert", more_characters=letters))
    assert sizes(share_out(prepare(chinese_texts()), base)) == (80, 0)
