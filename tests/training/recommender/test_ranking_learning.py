"""What a ranking learns, and that it learns nothing from later."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from shelves import START, readers, shelf

from retrieval.recommender import Action, open_ranking_model

pytest.importorskip("torch", reason="training needs the train extra (torch)")
pytest.importorskip("scipy", reason="training needs the train extra (scipy)")

from training.errors import LabelledDataError, TrainingError
from training.recommender.evaluation import evaluate_ranking
from training.recommender.learning import learn_ranking, train_ranking
from training.recommender.windows import MOST_OF_A_PERSON, moment_of_share, window


def test_the_window_counts_people_alike_and_cuts_by_time():
    actions = readers()
    begin = moment_of_share(actions, 0.2)
    found = window(actions, shelf(), begin, np.inf)
    assert found.weights.sum() == pytest.approx(1)
    assert (found.histories.times[found.points] >= begin).all()
    people = found.histories.people[found.points]
    assert len({found.weights[people == each].sum().round(9) for each in set(people)}) == 1


def test_of_somebody_who_did_very_much_a_part_is_asked_about():
    actions = [Action("p", f"book-{n % 40}", START) for n in range(40)]
    actions += [replace(each, person=f"q{n}") for n, each in enumerate(actions * 3)]
    found = window(actions, shelf(), START.timestamp(), np.inf)
    counts = np.bincount(found.histories.people[found.points])
    assert counts.max() <= MOST_OF_A_PERSON


def test_too_little_and_timeless_behaviour_are_refused():
    with pytest.raises(LabelledDataError, match="49 events are too few"):
        moment_of_share(readers()[:49], 0.2)
    with pytest.raises(LabelledDataError, match="the same time"):
        moment_of_share([Action("p", "book-1", START)] * 60, 0.2)


def test_the_same_seed_learns_the_same_and_weights_are_not_negative():
    first, _ = learn_ranking(shelf(), readers(), "encoder", 1)
    second, _ = learn_ranking(shelf(), readers(), "encoder", 1)
    assert np.array_equal(first.towers.reading, second.towers.reading)
    assert np.array_equal(first.weights, second.weights)
    assert (first.weights >= 0).all()


def test_what_people_did_in_the_test_changes_nothing_that_was_learned():
    pytest.importorskip("implicit", reason="the baseline needs the train extra (implicit)")
    actions = readers()
    begin = moment_of_share(actions, 0.2)
    other = [
        replace(each, item="book-0") if each.at.timestamp() >= begin else each for each in actions
    ]
    found = [evaluate_ranking(shelf(), each, "encoder", [1]).learned for each in (actions, other)]
    assert found[0] == found[1]


def test_where_order_tells_the_ranking_is_above_every_baseline():
    pytest.importorskip("implicit", reason="the baseline needs the train extra (implicit)")
    found = evaluate_ranking(shelf(), readers(), "encoder", [1, 2])
    assert set(found.baselines) == {
        "popularity",
        "item_item_co_occurrence",
        "matrix_factorisation",
    }
    assert all(found.ndcg_at_10 > each.ndcg_at_10 for each in found.baselines.values())
    assert set(found.seeds) == {"1", "2"}


def test_a_trained_directory_opens_and_another_folder_is_left_alone(tmp_path):
    report = train_ranking(shelf(), readers(), "encoder", tmp_path / "ranking", 1)
    assert open_ranking_model(report.directory).encoder_id == "encoder"
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(TrainingError, match="no model"):
        train_ranking(shelf(), readers(), "encoder", tmp_path / "notes", 1)
