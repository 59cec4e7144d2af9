"""Searching passages: what is found, what edits change, and that many may search at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from help_centre import PASSAGES, encoded, passage, spell, spell_each

from knowledge import ArticleId
from retrieval import (
    EncodedPassage,
    MismatchedVectorsError,
    PassageIndex,
    build_passage_index,
    encode_passages,
)
from retrieval.bm25 import decisive


def articles(index: PassageIndex, text: str, *, readable: bool = True) -> list[str]:
    hits = index.search_articles(text, spell(text) if readable else None)
    return [str(hit.article) for hit in hits]


def test_the_passage_that_says_it_comes_first(index: PassageIndex) -> None:
    assert articles(index, "how long does delivery take")[0] == "delivery"


def test_a_code_finds_its_passage_even_when_spelt_without_its_hyphen(index: PassageIndex) -> None:
    assert articles(index, "err404")[0] == "codes"
    assert articles(index, "what does ERR-404 mean")[0] == "codes"


def test_words_alone_find_chinese_where_there_is_no_vector(index: PassageIndex) -> None:
    assert articles(index, "我想退货", readable=False) == ["zh"]


def test_nothing_in_common_finds_nothing_without_a_vector(index: PassageIndex) -> None:
    assert index.search("zzz qqq", None) == ()


def test_a_text_without_words_is_still_searched_by_its_vector(index: PassageIndex) -> None:
    assert len(index.search("how do I?", spell("how do I?"))) == len(PASSAGES)


def test_scores_fall_and_lexical_shares_stay_within_one(index: PassageIndex) -> None:
    hits = index.search("return a bike", spell("return a bike"))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0.0 <= hit.lexical <= 1.0 for hit in hits)


def test_an_article_scores_as_its_best_passage(index: PassageIndex) -> None:
    text = "refunds arrive after how many days"
    best = index.search(text, spell(text))[0]
    assert index.search_articles(text, spell(text))[0].score == best.score


def test_passages_come_back_as_they_were_stored(index: PassageIndex) -> None:
    found = {hit.passage for hit in index.search("return delivery display 退货", spell("a"), 10)}
    assert found == set(PASSAGES)


def test_an_added_article_is_found_at_once_and_only_in_the_new_index(index: PassageIndex) -> None:
    later = index.with_changes(encoded(passage("locks", 0, "Locks", "Lock keys: write to us.")))
    assert articles(later, "lock keys")[0] == "locks"
    assert "locks" not in articles(index, "lock keys")
    assert len(later) == len(index) + 1


def test_a_changed_article_has_only_its_new_passages(index: PassageIndex) -> None:
    later = index.with_changes(encoded(passage("returns", 0, "Returns", "Returns cost nothing.")))
    texts = {hit.passage.text for hit in later.search("return refund", spell("return refund"))}
    assert "Returns cost nothing." in texts
    assert not any("30 days" in text or "Refunds arrive" in text for text in texts)
    again = later.with_changes(encoded(passage("returns", 0, "Returns", "Returns are free.")))
    assert len(again) == len(later)


def test_a_deleted_article_is_gone_from_base_and_delta(index: PassageIndex) -> None:
    added = index.with_changes(encoded(passage("locks", 0, "Locks", "Lock keys.")))
    later = added.with_changes(deleted=[ArticleId("locks"), ArticleId("delivery")])
    assert not {"locks", "delivery"} & set(articles(later, "delivery of lock keys"))
    assert len(later) == len(index) - 1


def test_an_edit_scores_as_it_does_once_the_index_is_rebuilt(
    index: PassageIndex, tmp_path: Path
) -> None:
    extra = passage("locks", 0, "Locks", "The lock of the express cargo bike has two keys.")
    edited = index.with_changes(encoded(extra))
    build_passage_index(tmp_path / "index", encoded(*PASSAGES, extra), encoder="letters")
    rebuilt = PassageIndex.open(tmp_path / "index")
    text = "keys of the cargo lock"
    before, after = (each.search(text, spell(text), 1)[0] for each in (edited, rebuilt))
    assert before.passage == after.passage == extra
    assert before.score == pytest.approx(after.score, abs=0.05)


def test_an_index_in_memory_needs_no_files() -> None:
    index = PassageIndex().with_changes(encoded(*PASSAGES))
    assert articles(index, "express delivery costs")[0] == "delivery"
    assert PassageIndex().search("anything", spell("anything")) == ()


def test_the_same_paragraph_of_two_articles_takes_one_place(index: PassageIndex) -> None:
    text = "Refunds arrive after five  working days."
    packed = passage("longer", 0, "Money", f"{text} So it is.")
    doubled = index.with_changes(encoded(passage("twin", 0, "Money", text), packed))
    hits = doubled.search("when do refunds arrive", spell("when do refunds arrive"))
    said = [hit.passage.article for hit in hits if "Refunds arrive" in hit.passage.text]
    assert len(said) == 1
    assert {hit.passage.id for hit in hits} >= {"delivery#0", "codes#0"}


def test_an_article_may_repeat_itself(index: PassageIndex) -> None:
    steps = [passage("steps", n, "Steps", "Press the button.") for n in range(2)]
    found = index.with_changes(encoded(*steps)).search("press the button", spell("press button"))
    assert [hit.passage.id for hit in found[:2]] == ["steps#0", "steps#1"]


def test_versions_come_from_the_base_until_an_edit_tells_another(tmp_path: Path) -> None:
    told = {ArticleId("returns"): "1", ArticleId("zh"): "1", ArticleId("empty"): "1"}
    build_passage_index(tmp_path / "v", encoded(*PASSAGES), encoder="letters", versions=told)
    opened = PassageIndex.open(tmp_path / "v")
    changed = passage("returns", 0, "Returns", "Returns cost nothing.")
    later = opened.with_changes(encoded(changed), ["zh"], {ArticleId("returns"): "2"})
    assert opened.versions == told
    assert later.versions == {"returns": "2", "empty": "1"}
    assert later.with_changes(deleted=["returns"]).versions == {"empty": "1"}


def test_vectors_of_another_dimension_are_refused(index: PassageIndex) -> None:
    other = encode_passages(PASSAGES[:1], lambda texts: np.ones((len(texts), 3), dtype=np.float32))
    with pytest.raises(MismatchedVectorsError, match="dimension 3"):
        index.with_changes(other)


def test_a_text_that_many_passages_share_is_encoded_once() -> None:
    asked: list[str] = []
    parts = [passage("a", n, "Bikes", f"Wheel {n}. Order it.") for n in range(3)]
    encode_passages(parts, lambda texts: (asked.extend(texts), spell_each(texts))[1])
    assert len(asked) == len(set(asked))
    assert [asked.count("Bikes"), asked.count("Order it.")] == [1, 1]


def test_a_single_sentence_serves_as_its_passage_with_its_headings_beside_it() -> None:
    (one,) = encoded(passage("a", 0, "Bikes", "Wheels fit."))
    mixed = 0.75 * spell("Wheels fit.") + 0.25 * spell("Bikes")
    assert np.allclose(one.vector, mixed / np.linalg.norm(mixed), atol=1e-6)
    assert np.allclose(one.sentences.vectors, [spell("Wheels fit.")])


def test_the_graph_finds_what_exact_search_finds(tmp_path: Path) -> None:
    many = [passage(f"a{n}", 0, f"Part {n}", f"Spare part number {n * 7919}.") for n in range(300)]
    items: list[EncodedPassage] = encoded(*many)
    build_passage_index(tmp_path / "exact", items, encoder="letters")
    build_passage_index(tmp_path / "graph", items, encoder="letters", exact_below=10)
    exact, graph = (PassageIndex.open(tmp_path / name) for name in ("exact", "graph"))
    texts = [f"part {n * 7919}" for n in range(0, 300, 10)]
    agreeing = [
        exact.search(text, spell(text), 1)[0].passage
        == graph.search(text, spell(text), 1)[0].passage
        for text in texts
    ]
    assert sum(agreeing) >= len(texts) - 1


def test_threads_searching_at_once_find_what_one_finds(tmp_path: Path) -> None:
    build_passage_index(tmp_path / "index", encoded(*PASSAGES), encoder="letters", exact_below=1)
    index = PassageIndex.open(tmp_path / "index")
    texts = ["return a bike", "express delivery", "ERR-404", "refunds"] * 50
    alone = [articles(index, text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: articles(index, text), texts)) == alone


def test_words_that_stand_everywhere_are_not_looked_up() -> None:
    rarities = {"handlebar": 6.0, "brake": 5.0, "bicycle": 0.3, "shop": 0.2}

    assert decisive(rarities) == {"handlebar": 6.0, "brake": 5.0}


def test_a_question_of_common_words_alone_keeps_them() -> None:
    assert decisive({"bicycle": 0.0}) == {"bicycle": 0.0}
    assert decisive({}) == {}
    assert set(decisive({"bicycle": 0.3, "shop": 0.2})) == {"bicycle", "shop"}
