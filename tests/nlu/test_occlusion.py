"""Leaving words out: which pieces there are, and what each was worth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nlu.occlusion import MOST_PIECES, pieces_of, weigh_pieces, without


def words(text: str) -> list[str]:
    return [piece.text for piece in pieces_of(text)]


def test_words_keep_their_inner_marks_and_lose_the_outer_ones() -> None:
    assert words("Where's my e-mail, v1.2?") == ["Where's", "my", "e-mail", "v1.2"]


def test_in_chinese_each_character_is_a_word() -> None:
    assert words("我的order呢？") == ["我", "的", "order", "呢"]


@given(st.text())
def test_pieces_are_parts_of_the_text_in_order_and_few(text: str) -> None:
    pieces = pieces_of(text)
    assert len(pieces) <= MOST_PIECES
    assert all(text[each.start : each.end] == each.text != "" for each in pieces)
    ends = [0, *(place for each in pieces for place in (each.start, each.end))]
    assert ends == sorted(ends)


def test_words_of_a_long_text_go_together() -> None:
    text = " ".join(f"w{number}" for number in range(60))
    assert words(text)[0] == "w0 w1 w2"
    assert " ".join(words(text)) == text


def test_what_is_left_out_leaves_single_spaces() -> None:
    text = "cancel my  order, please"
    _, my, _, please = pieces_of(text)
    assert without(text, [please, my]) == "cancel order,"


def test_the_word_that_the_score_hangs_on_comes_first() -> None:
    def score(text: str) -> float:
        return 0.1 + 0.6 * ("refund" in text) + 0.2 * ("money" in text) - 0.1 * ("hello" in text)

    found = weigh_pieces("hello i want a refund of my money", score)
    assert [each.piece.text for each in found[:2]] == ["refund", "money"]
    assert round(found[0].drop, 6) == 0.6
    assert (found[-1].piece.text, round(found[-1].drop, 6)) == ("hello", -0.1)


def test_a_single_word_is_not_left_out_of_itself() -> None:
    assert weigh_pieces("refund", lambda text: 1.0) == ()
    assert weigh_pieces("", lambda text: 1.0) == ()
