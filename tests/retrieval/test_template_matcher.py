"""Matching templates: examples, the classifier's opinion, and languages the encoder cannot read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from help_centre import spell
from numpy.typing import NDArray

from knowledge import IntentId, TemplateId
from retrieval import (
    MatchCalibration,
    MismatchedVectorsError,
    TemplateCandidate,
    TemplateEntry,
    TemplateMatcher,
)

RETURN, STATUS = IntentId("return"), IntentId("status")
GIBBERISH = "xkcd qwfp zxcv jjjj"


def entry(name: str, *examples: str, intents: tuple[IntentId, ...] = ()) -> TemplateEntry:
    vectors = np.array([spell(text) for text in examples], dtype=np.float32)
    return TemplateEntry(TemplateId(name), intents, examples, vectors.reshape(-1, 256))


ENTRIES = (
    entry("return", "How do I return my bike?", "I want to send it back", intents=(RETURN,)),
    entry("status", "Where is my order?", "When does the parcel come", intents=(STATUS,)),
    entry("warranty", "What does the warranty cover?"),
    entry("zh-return", "我想退货怎么办", "怎么退货"),
    entry("zh-ship", "我的订单什么时候发货"),
)


@pytest.fixture
def matcher() -> TemplateMatcher:
    return TemplateMatcher(ENTRIES, MatchCalibration.default())


def match(
    matcher: TemplateMatcher,
    text: str,
    intents: Mapping[IntentId, float] | None = None,
    *,
    known: tuple[IntentId, ...] = (),
    readable: bool = True,
) -> tuple[TemplateCandidate, ...]:
    vector = spell(text) if readable else None
    return matcher.match(text, vector, intents or {}, known_intents=known)


def test_a_repeated_example_is_near_certain_and_named_in_the_reasons(
    matcher: TemplateMatcher,
) -> None:
    best = match(matcher, "How do I return my bike")[0]
    assert best.template == "return"
    assert best.probability > 0.9
    assert best.reasons.example == "How do I return my bike?"
    assert best.reasons.intent_probability is None


def test_gibberish_matches_nothing_with_confidence(matcher: TemplateMatcher) -> None:
    assert match(matcher, GIBBERISH)[0].probability < 0.2
    assert match(matcher, GIBBERISH, readable=False)[0].probability < 0.1


def test_candidates_come_by_falling_probability_within_the_limit(matcher: TemplateMatcher) -> None:
    found = matcher.match("return", spell("return"), {}, known_intents=(), limit=3)
    probabilities = [candidate.probability for candidate in found]
    assert len(found) == 3
    assert probabilities == sorted(probabilities, reverse=True)


def test_the_classifier_lifts_what_it_believes_and_lowers_what_it_does_not(
    matcher: TemplateMatcher,
) -> None:
    text, known = "my bike, about sending it", (RETURN, STATUS)
    sure = match(matcher, text, {RETURN: 0.97}, known=known)
    unsure = match(matcher, text, {RETURN: 0.02}, known=known)
    assert sure[0].template == "return"
    believed, doubted = (
        next(item for item in found if item.template == "return") for found in (sure, unsure)
    )
    assert believed.probability > doubted.probability + 0.3
    assert believed.reasons.intent_probability == 0.97


def test_an_intent_missing_among_the_known_counts_as_unlikely(matcher: TemplateMatcher) -> None:
    found = match(matcher, "Where is it?", {}, known=(STATUS,))
    status = next(item for item in found if item.template == "status")
    assert status.reasons.intent_probability == 0.0


def test_what_the_classifier_believes_is_looked_at_however_far_its_examples() -> None:
    others = [entry(f"t{n}", f"Where is my order number {n}?") for n in range(40)]
    far = entry("far", "zzzz", intents=(RETURN,))
    matcher = TemplateMatcher([*others, far], MatchCalibration.default())
    templates = {
        item.template
        for item in matcher.features(
            "Where is my order?", spell("order"), {RETURN: 0.9}, known_intents=(RETURN,)
        )
    }
    assert "far" in templates


def test_a_repeated_chinese_example_is_near_certain_without_a_vector(
    matcher: TemplateMatcher,
) -> None:
    best = match(matcher, "我想退货怎么办？", readable=False)[0]
    assert best.template == "zh-return"
    assert best.probability > 0.9


def test_another_chinese_question_is_not_answered_with_confidence(matcher: TemplateMatcher) -> None:
    assert match(matcher, "今天天气怎么样", readable=False)[0].probability < 0.3


def test_an_opinion_on_intents_that_no_classifier_knows_is_not_heard(
    matcher: TemplateMatcher,
) -> None:
    with_opinion = match(matcher, "怎么退货", {STATUS: 0.99}, readable=False)
    assert with_opinion == match(matcher, "怎么退货", readable=False)


def test_a_classifier_that_can_read_chinese_is_heard(matcher: TemplateMatcher) -> None:
    def probability(opinion: float) -> float:
        found = match(matcher, "钱不要了", {RETURN: opinion}, known=(RETURN,), readable=False)
        return next(each.probability for each in found if each.template == "return")

    assert probability(0.95) > probability(0.05) + 0.3


def test_two_templates_with_the_same_example_are_both_uncertain() -> None:
    twins = [entry("one", "Where is my order?"), entry("two", "Where is my order?")]
    found = match(TemplateMatcher(twins, MatchCalibration.default()), "Where is my order?")
    assert found[0].probability == pytest.approx(found[1].probability)
    assert found[0].probability < 0.75


def on_topic(share: float, axis: int) -> NDArray[np.float32]:
    """A vector of which ``share`` (of its square) lies on the topic's axis, the rest on its own."""
    vector = np.zeros(8, dtype=np.float32)
    vector[0], vector[axis] = np.sqrt(share), np.sqrt(1.0 - share)
    return vector


def test_what_shares_only_the_topic_of_a_template_that_stands_alone_is_not_answered() -> None:
    texts = ("how much is a kayak", "kayak rental price", "what does a kayak cost")
    prices = np.stack([on_topic(0.8, axis) for axis in (1, 2, 3)])
    others = np.stack([on_topic(0.0, axis) for axis in (4, 5)])
    matcher = TemplateMatcher(
        [
            TemplateEntry(TemplateId("price"), (), texts, prices),
            TemplateEntry(TemplateId("order"), (), ("where is my order", "order status"), others),
        ],
        MatchCalibration.default(),
    )
    asked, another = (
        matcher.match(text, vector, {}, known_intents=())[0]
        for text, vector in (
            ("price of a kayak", on_topic(0.8, 6)),
            ("can a kayak be towed", on_topic(0.35, 7)),
        )
    )
    assert (asked.template, another.template) == ("price", "price")
    assert asked.probability > 0.8
    assert another.probability < 0.6


def test_a_large_lead_says_little_more_than_a_clear_one(matcher: TemplateMatcher) -> None:
    found = matcher.features("Where is my order?", spell("order"), {}, known_intents=())[0]
    none, clear, large = (replace(found, margin=margin).lead for margin in (0.0, 0.2, 0.6))
    assert none == 0.0
    assert clear > 2 * (large - clear) > 0.0


def test_examples_near_each_other_expect_near_messages() -> None:
    alike = entry("alike", "Where is my order?", "Where is my order now?")
    apart = entry("apart", "Where is my order?", "Has the parcel left?")
    closeness = [
        TemplateMatcher([each], MatchCalibration.default())
        .features("Where is my bike?", spell("Where is my bike?"), {}, known_intents=())[0]
        .closeness
        for each in (alike, apart)
    ]
    assert closeness[0] < closeness[1]


def test_whether_the_same_kind_of_fact_is_asked_for_is_told(matcher: TemplateMatcher) -> None:
    entries = [entry("price", "How much is a kayak?"), entry("place", "Where is the kayak?")]
    found = TemplateMatcher(entries, MatchCalibration.default()).features(
        "How much does it cost?", spell("How much does it cost?"), {}, known_intents=()
    )
    assert {each.template: each.asks_alike for each in found} == {"price": 1.0, "place": 0.0}


def test_asking_in_the_same_way_about_something_else_is_no_match_in_chinese() -> None:
    label = entry("label", "退货标签在哪里下载", "怎么退货")
    matcher = TemplateMatcher([label, *ENTRIES[3:]], MatchCalibration.default())
    asked, another = (
        next(each for each in match(matcher, text, readable=False) if each.template == "label")
        for text in ("退货标签去哪儿下载", "发票在哪里下载")
    )
    assert asked.probability > another.probability + 0.3
    assert another.probability < 0.5


def test_without_templates_or_examples_nothing_matches() -> None:
    for entries in ((), (entry("empty"),)):
        assert match(TemplateMatcher(entries, MatchCalibration.default()), "hello") == ()


def test_one_template_alone_still_refuses_what_it_does_not_say() -> None:
    matcher = TemplateMatcher([entry("return", "How do I return it?")], MatchCalibration.default())
    assert match(matcher, "How do I return it?")[0].probability > 0.9
    assert match(matcher, GIBBERISH)[0].probability < 0.2


def test_examples_without_their_vectors_are_refused() -> None:
    with pytest.raises(MismatchedVectorsError, match="2 examples need as many vectors"):
        TemplateEntry(TemplateId("a"), (), ("one", "two"), np.zeros((1, 8), dtype=np.float32))


def test_a_calibration_survives_json_and_refuses_another_version() -> None:
    calibration = MatchCalibration.default()
    data = calibration.to_json()
    assert MatchCalibration.from_json(data) == calibration
    data["with_head"]["mood"] = 1.0
    with pytest.raises(ValueError, match="another version"):
        MatchCalibration.from_json(data)


def test_a_calibration_of_the_version_before_means_what_it_meant(matcher: TemplateMatcher) -> None:
    data = MatchCalibration.default().to_json()
    data["without_head"] = {
        "similarity": 1.0, "margin": 4.0, "centre": 3.5, "centre_margin": 7.0, "fuzzy": 3.0,
        "verbatim": 1.5, "intercept": -6.5,
    }  # fmt: skip
    data["characters"] = {
        "similarity": 2.5, "margin": 3.0, "fuzzy": 2.5, "verbatim": 2.0, "intercept": -5.0
    }  # fmt: skip
    data["characters_with_head"] = data["characters"] | {"intent_log_odds": 1.0}
    calibration = MatchCalibration.from_json(data)
    assert calibration.to_json() == data
    found = matcher.features("Where is my order", spell("Where is my order"), {}, known_intents=())
    one = found[0]
    logit = one.similarity + 4 * one.margin + 3.5 * one.centre + 7 * one.centre_margin
    logit += 3 * one.fuzzy + 1.5 * one.verbatim - 6.5
    expected = 1 / (1 + np.exp(-logit))
    assert calibration.probability(one, readable=True) == pytest.approx(expected)
