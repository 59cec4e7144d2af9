"""What is recommended to whom, and why."""

from __future__ import annotations

import numpy as np
import pytest
from reading_room import DAY, START, catalogue, reads

from retrieval import MismatchedVectorsError
from retrieval.recommender import Catalogue, RankingModel, Recommender, TextTower

LETTERS = "abcdefgh"
LATER = START + 10 * DAY


def recommender(actions, items=None, now=LATER):
    items = items or catalogue(*LETTERS)
    model = RankingModel.untrained("encoder", items.vectors.shape[1])
    return Recommender.over(items, actions, model, now)


def test_what_followed_for_others_is_recommended_and_owed_to_what_was_read():
    others = [each for n in range(5) for each in reads(f"p{n}", "ab")]
    strangers = [each for n in range(5) for each in reads(f"q{n}", "cd")]
    first = recommender(others + strangers).recommend(["a"], 1, among=LETTERS)[0]
    assert (first.item, first.because) == ("b", "a")


def test_somebody_new_gets_what_is_read_of_late():
    once = [each for n in range(4) for each in reads(f"p{n}", "a", START - 300 * DAY)]
    lately = [each for n in range(3) for each in reads(f"q{n}", "b", START)]
    found = recommender(once + lately).recommend([], 2, among=LETTERS)
    assert [each.item for each in found] == ["b", "a"]
    assert all(each.because is None for each in found)


def test_a_new_item_is_reached_through_its_text_at_once():
    items = catalogue(*LETTERS, vectors={"h": [0.9, 0.0, 0.0, 0.436]})
    found = recommender([], items).recommend(["a"], 1, among=LETTERS)
    assert [(each.item, each.because) for each in found] == [("h", "a")]


def test_only_what_is_allowed_and_not_yet_read_is_recommended():
    actions = [each for n in range(5) for each in reads(f"p{n}", "abcd")]
    found = recommender(actions).recommend(["a"], 8, among="acd")
    assert {each.item for each in found} == {"c", "d"}


def test_what_nothing_speaks_for_is_left_out():
    assert recommender([]).recommend([], 5, among=LETTERS) == []


def test_what_was_passed_by_comes_after_others():
    actions = [each for n in range(5) for each in reads(f"p{n}", "abc")]
    plain = recommender(actions).recommend(["a"], 1, among=LETTERS)[0].item
    found = recommender(actions).recommend(["a"], 1, among=LETTERS, skipped={plain: 5})[0].item
    assert {plain, found} == {"b", "c"}


def test_what_happens_later_is_not_known():
    late = [each for n in range(5) for each in reads(f"p{n}", "ab", LATER)]
    assert recommender(late).recommend([], 5, among=LETTERS) == []


def test_items_and_people_unknown_to_the_catalogue_do_no_harm():
    found = recommender(reads("p", "axyb")).recommend(["z", "a"], 1, among=[*LETTERS, "zz"])
    assert [each.item for each in found] == ["b"]


def test_an_empty_catalogue_recommends_nothing():
    empty = Catalogue((), np.zeros((0, 4), dtype=np.float32))
    assert recommender(reads("p", "ab"), empty).recommend(["a"], 3, among="a") == []


def test_a_model_of_other_vectors_is_refused():
    model = RankingModel("encoder", TextTower.untrained(3), np.ones(5), np.ones(5), 30.0)
    with pytest.raises(MismatchedVectorsError, match="3 dimensions, the items have 8"):
        Recommender.over(catalogue(*LETTERS), [], model, LATER)


NEAR_AND_FAR = {"b": [0.8, 0.6], "c": [0.1, 0.995]}


def test_what_only_texts_speak_for_has_to_be_related():
    items = catalogue("a", "b", "c", vectors=NEAR_AND_FAR)
    found = recommender([], items).recommend(["a"], 3, among="abc", related=0.4)
    assert [each.item for each in found] == ["b"]
    everything = recommender([], items).recommend(["a"], 3, among="abc")
    assert {each.item for each in everything} == {"b", "c"}


def test_what_people_did_next_is_offered_however_its_text_reads():
    items = catalogue("a", "b", "c", vectors=NEAR_AND_FAR)
    did = [each for n in range(5) for each in reads(f"p{n}", "ac")]
    found = recommender(did, items).recommend(["a"], 3, among="abc", related=0.4)
    assert "c" in {each.item for each in found}
