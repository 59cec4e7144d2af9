"""What reads question and passage together moves passages, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from help_centre import spell

from retrieval import MatchCalibration, PassageIndex, Reranking, Retriever, TemplateMatcher

QUESTION = "return delivery display"


def fits(wanted: str) -> Reranking:
    """Likes passages that say this word."""

    def read(_: str, passages: Sequence[str]) -> list[float]:
        return [float(wanted in each) for each in passages]

    return Reranking(read, 2.0)


def retriever(index: PassageIndex, reranking: Reranking | None = None) -> Retriever:
    matcher = TemplateMatcher((), MatchCalibration.default())
    return Retriever(matcher, index, reranking=reranking)


def found(retriever: Retriever) -> list[str]:
    evidence = retriever.evidence(QUESTION, spell(QUESTION), {}, ())
    return [str(hit.passage.id) for hit in evidence.passages]


def test_a_passage_that_fits_rises_and_the_others_keep_their_order(index: PassageIndex) -> None:
    before = found(retriever(index))
    last = before[-1]
    text = next(
        hit.passage.text
        for hit in index.search(QUESTION, spell(QUESTION))
        if hit.passage.id == last
    )
    assert found(retriever(index, fits(text))) == [last, *before[:-1]]


def test_scores_fall_and_similarities_stay(index: PassageIndex) -> None:
    hits = index.search(QUESTION, spell(QUESTION))
    again = fits("ERR")(QUESTION, hits)
    assert [hit.score for hit in again] == sorted((hit.score for hit in again), reverse=True)
    assert {(hit.passage.id, hit.similarity) for hit in again} == {
        (hit.passage.id, hit.similarity) for hit in hits
    }


def test_one_that_cannot_say_changes_nothing(index: PassageIndex) -> None:
    silent = Reranking(lambda *_: None, 2.0)
    assert found(retriever(index, silent)) == found(retriever(index))


def test_passages_behind_the_first_twenty_stay_behind_them(index: PassageIndex) -> None:
    (hit, *_) = index.search(QUESTION, spell(QUESTION))
    hits = [replace(hit, score=1.0 - place / 100) for place in range(25)]
    again = Reranking(lambda _, passages: [0.5] * len(passages), 1.0)(QUESTION, hits)
    assert list(again[20:]) == hits[20:]
    assert all(each.score > 1.0 for each in again[:20])
