"""A language in which answers are wrong too often is told apart, and one that nobody can judge."""

from __future__ import annotations

from word_vectors import encode

from knowledge.records import IntentId
from training.language_accuracy import LanguageAccuracy, measure_languages

REFUND, PARCEL = IntentId("refund"), IntentId("parcel")
ENGLISH = [
    (f"{words} {number}", intent)
    for words, intent in (("refund money card", REFUND), ("parcel late van", PARCEL))
    for number in range(60)
]
MUDDLED = [(f"refund money card once {n}", PARCEL if n % 2 else REFUND) for n in range(60)]


def measured(*, readable: bool = True, muddled: int = 60) -> dict[str, LanguageAccuracy]:
    other = MUDDLED[:muddled]
    texts = [text for text, _ in (*ENGLISH, *other)]
    return measure_languages(
        {"en": 0.7, "fr": 0.3},
        ["en"] * len(ENGLISH) + ["fr"] * len(other),
        [intent for _, intent in (*ENGLISH, *other)],
        encode(texts),
        [True] * len(ENGLISH) + [readable] * len(other),
        target=0.9,
    )


def test_a_language_below_the_target_is_told_and_the_others_are_not() -> None:
    found = measured()
    assert found["fr"].below_target or found["fr"].reason is not None
    assert not found["en"].below_target
    assert found["en"].accuracy is not None
    assert found["fr"].accuracy is not None
    assert found["fr"].accuracy < 0.75 < found["en"].accuracy


def test_too_few_questions_give_no_figure_and_say_so() -> None:
    few = measured(muddled=10)["fr"]
    assert (few.accuracy, few.precision, few.below_target) == (None, None, False)
    assert few.reason is not None
    assert few.reason.startswith("10 questions")


def test_what_the_encoder_cannot_read_has_no_accuracy() -> None:
    unread = measured(readable=False)["fr"]
    assert (unread.accuracy, unread.below_target) == (None, False)
    assert unread.reason is not None
    assert "cannot read" in unread.reason


def test_a_language_that_answers_as_well_as_the_rest_is_not_handed_over() -> None:
    texts = [text for text, _ in ENGLISH]
    found = measure_languages(
        {"en": 0.5, "de": 0.5},
        ["en", "de"] * (len(ENGLISH) // 2),
        [intent for _, intent in ENGLISH],
        encode(texts),
        [True] * len(ENGLISH),
        target=0.95,
    )
    assert not any(each.below_target for each in found.values())
