"""What a half-read question finds: by its letters, in any writing that sets spaces."""

from __future__ import annotations

import numpy as np
import pytest
from help_centre import encoded, passage, spell

from retrieval import MatchCalibration, PassageIndex, Retriever, TemplateMatcher
from retrieval.letters import letter_shares, runs_of

ARTICLES = (
    passage("vertrag", 0, "Vertragsende", "Eine Kündigung ist zum Monatsende möglich."),
    passage("vertrag", 1, "Vertragsende", "Nach dem Auszug lesen wir den Zähler ab."),
    passage("tarif", 0, "Grundpreise", "Der Grundpreis beträgt 11 Euro im Monat."),
    passage("lieferung", 0, "Доставка", "Курьер привозит заказы по будням."),
    passage("zwroty", 0, "Zwroty", "Towar można zwrócić w ciągu 14 dni."),
)


def retriever() -> Retriever:
    index = PassageIndex().with_changes(encoded(*ARTICLES))
    return Retriever(TemplateMatcher((), MatchCalibration.default()), index)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ich habe gekuendigt und kündige nochmal", "Eine Kündigung ist zum Monatsende möglich."),
        ("zählerablesung beim ausziehen", "Nach dem Auszug lesen wir den Zähler ab."),
        ("monatlicher grundpreis?", "Der Grundpreis beträgt 11 Euro im Monat."),
        ("когда курьеры привезут мой заказ", "Курьер привозит заказы по будням."),
        ("czy mogę zwrocic towary", "Towar można zwrócić w ciągu 14 dni."),
    ],
)
def test_inflected_compounded_and_unaccented_words_find_their_passage(
    text: str, first: str
) -> None:
    nowhere = np.zeros_like(spell(text))
    found = retriever().evidence(text, nowhere, {}, (), half_read=True)
    assert found.passages[0].passage.text == first
    assert found.passages[0].letters > 0


def test_vectors_that_say_little_make_nothing_sure() -> None:
    text = "Was gilt bei einem Wasserschaden?"
    near = encoded(*ARTICLES)[0].vector
    evidence = retriever().evidence(text, near, {}, (), half_read=True)
    assert evidence.composed is None
    assert retriever().evidence(text, near, {}, ()).answerability > evidence.answerability


def test_a_question_in_the_passages_own_words_is_answered() -> None:
    text = "Ist eine Kündigung zum Monatsende möglich?"
    evidence = retriever().evidence(text, spell(text), {}, (), half_read=True)
    assert evidence.composed is not None
    assert evidence.composed.sentences[0].text == "Eine Kündigung ist zum Monatsende möglich."


def test_runs_stay_within_words_without_capitals_and_accents() -> None:
    assert runs_of("Zähler 2024, ab") == {"zah", "ahl", "hle", "ler", "2024", "ab"}


def test_shares_count_by_rarity() -> None:
    common, rare = letter_shares("der Zähler", ["der Vertrag", "ein Zähler der"])
    assert 0 < common < 0.5 < rare
    assert letter_shares("", ["der Vertrag"]).tolist() == [0.0]
    assert letter_shares("der Vertrag", []).tolist() == []


def test_a_question_for_a_price_is_not_answered_without_one() -> None:
    text = "Was kostet eine Kündigung zum Monatsende?"
    evidence = retriever().evidence(text, spell(text), {}, (), half_read=True)
    assert evidence.passages[0].passage.article == "vertrag"
    assert evidence.composed is None
    assert not evidence.worth_naming


def test_an_article_that_holds_much_of_it_is_worth_naming_though_nothing_is_sure() -> None:
    text = "Kündigung im Todesfall, was tun?"
    evidence = retriever().evidence(text, spell(text), {}, (), half_read=True)
    assert evidence.composed is None
    assert evidence.worth_naming
    assert not retriever().evidence(text, spell(text), {}, ()).worth_naming


def test_english_articles_are_found_by_meaning_though_the_question_looks_half_read() -> None:
    thefts = passage("theft", 0, "Theft", "If your Wielzeker was taken, tell the police and us.")
    index = PassageIndex().with_changes(encoded(*ARTICLES, thefts))
    asked = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    text = "insurance wielzeker"
    assert asked.evidence(text, spell(text), {}, (), half_read=True) == asked.evidence(
        text, spell(text), {}, ()
    )
