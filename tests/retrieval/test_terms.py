"""Terms and character n-grams: what lexical search counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.character_similarity import CharacterSimilarity
from retrieval.terms import terms_of


def test_words_lose_their_endings_accents_and_stop_words() -> None:
    assert terms_of("How do I cancel the cancelled orders?") == ("cancel", "cancel", "order")
    assert terms_of("How much, and how many?") == ()
    assert terms_of("Zürich") == terms_of("zurich")


def test_german_stop_words_go_too() -> None:
    assert terms_of("Wie kann ich das für mich bestellen") == terms_of("bestellen")


def test_a_code_is_kept_in_one_piece_beside_its_parts() -> None:
    assert set(terms_of("ERR-404")) == {"err", "404", "err404"}
    assert "wellknown" not in terms_of("well-known")


def test_chinese_becomes_overlapping_pairs() -> None:
    assert terms_of("我想退货 iPhone") == ("iphon", "我想", "想退", "退货")


@pytest.mark.parametrize(
    ("article", "question"),
    [
        ("คุณสามารถคืนสินค้าได้ภายในสามสิบวัน", "ขอคืนสินค้า"),
        ("返品は三十日以内にお願いします", "返品"),
        ("ｲﾝﾎﾞｲｽの発行", "インボイス"),
        ("佐々木まで", "佐々木"),
        ("환불은 30일 이내에", "환불"),
        ("ທ່ານສາມາດສົ່ງຄືນສິນຄ້າ", "ສົ່ງຄືນ"),
        ("ကျေးဇူးပြု၍ ပြန်ပေးပါ", "ပြန်ပေး"),
        ("អាចប្រគល់ទំនិញវិញបាន", "ប្រគល់ទំនិញ"),
        ("错误ＥＲＲ－４０４", "err-404"),
    ],
)
def test_a_word_is_found_inside_writing_without_spaces(article: str, question: str) -> None:
    asked = terms_of(question)
    assert sum(term in terms_of(article) for term in asked) >= len(asked) / 2
    assert not set(asked) & set(terms_of("完全に別の話 เรื่องอื่น 다른 것 รถยนต์ ឡាន"))


def test_vowels_and_tones_stay_with_their_consonants() -> None:
    assert terms_of("เพื่อน") == ("เพื่อ", "อน")
    assert len(terms_of("น้ำ")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("DVDs", "a DVD"), ("hrs", "an hr"), ("my e-mail", "email"), ("T-shirt", "tshirt")],
)
def test_two_spellings_of_a_word_meet(one: str, other: str) -> None:
    assert set(terms_of(one)) & set(terms_of(other))


@pytest.mark.parametrize("word", ["gas", "press", "bus", "rhythms", "s"])
def test_a_word_with_vowels_or_of_one_letter_gains_no_further_term(word: str) -> None:
    assert len(terms_of(word)) <= 1


@given(st.text())
def test_any_text_gives_terms_without_white_space(text: str) -> None:
    assert all(term and not term.isspace() for term in terms_of(text))


def test_a_text_is_most_like_itself() -> None:
    texts = ["我想退货", "怎么换货", "where is my order", "когда придёт заказ"]
    similarity = CharacterSimilarity(texts)
    for place, text in enumerate(texts):
        assert similarity(text).argmax() == place
        assert similarity(text)[place] > 0.999


@given(st.text(), st.lists(st.text(), max_size=4))
def test_similarities_stay_between_nought_and_one(text: str, texts: list[str]) -> None:
    scores = CharacterSimilarity(texts)(text)
    assert scores.shape == (len(texts),)
    assert ((scores >= 0.0) & (scores <= 1.0)).all()


def test_typos_cost_little() -> None:
    similarity = CharacterSimilarity(["reset my password", "where is my parcel"])
    scores = similarity("reset my pasword")
    assert scores[0] > 0.7 > 0.3 > scores[1]
