"""Everybody's actions in order, and the pairs that are counted from them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from reading_room import DAY, START, catalogue, reads

from retrieval.recommender import Action, Histories
from retrieval.recommender.neighbours import NEXT, TOGETHER, Neighbours

LETTERS = "abcd"


def test_each_person_counts_an_item_once_at_the_first_time():
    actions = [*reads("p", "ab"), *reads("p", "ba", START + DAY)]
    histories = Histories.of(actions, catalogue(*LETTERS))
    assert histories.items.tolist() == [0, 1]


def test_what_has_the_same_time_is_not_before_each_other():
    actions = [Action("p", each, START) for each in "ab"] + [Action("p", "c", START + DAY)]
    histories = Histories.of(actions, catalogue(*LETTERS))
    assert [histories.before(place).tolist() for place in range(3)] == [[], [], [0, 1]]
    assert histories.windows(2).tolist() == [[-1, -1], [-1, -1], [1, 0]]


def test_nobody_reads_on_where_somebody_else_stopped():
    histories = Histories.of([*reads("p", "ab"), *reads("q", "cd")], catalogue(*LETTERS))
    follows = Neighbours.counted(histories, 4, NEXT)
    assert follows.weight(1, 2) == 0
    assert follows.weight(0, 1) > 0
    assert follows.weight(1, 0) == 0


def test_together_counts_both_ways_and_less_for_what_everybody_reads():
    actions = [*reads("p", "ab"), *reads("q", "ac"), *reads("r", "ac"), *reads("s", "dc")]
    together = Neighbours.counted(Histories.of(actions, catalogue(*LETTERS)), 4, TOGETHER)
    assert together.weight(1, 0) > 0
    assert together.weight(3, 2) > together.weight(3, 0) == 0


@given(
    st.lists(
        st.tuples(st.sampled_from("pqr"), st.sampled_from(LETTERS), st.integers(0, 3)), max_size=30
    )
)
def test_every_row_is_a_distribution_that_never_exceeds_one(rows):
    actions = [Action(person, item, START + day * DAY) for person, item, day in rows]
    histories = Histories.of(actions, catalogue(*LETTERS))
    for counting in (NEXT, TOGETHER):
        found = Neighbours.counted(histories, 4, counting)
        for item in range(4):
            votes = found.votes(np.array([item]), np.ones(1))
            assert votes[item] == 0
            assert (votes >= 0).all()
            assert votes.sum() < 1
