"""Evaluating retrieval: files in, the documented figures out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nlu import Model
from retrieval import PassageIndex
from training import export_base
from training.errors import LabelledDataError
from training.evaluate_retrieval import evaluate_retrieval
from training.latency import Latency
from training.ranking_metrics import ranking_quality

ARTICLES = {
    "delivery": ("Delivery", "A parcel takes three days. Express delivery costs nine euros."),
    "refund": ("Refunds", "Money comes back after five days, the way you paid."),
    "login": ("Password", "Reset the password from the login page."),
}


@pytest.fixture(scope="module")
def tiny_model(tiny_bert: Path, tmp_path_factory: pytest.TempPathFactory) -> Model:
    directory = tmp_path_factory.mktemp("models") / "base"
    export_base(directory, tiny_bert)
    return Model.open(directory)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    articles, queries, qrels = (
        tmp_path / name for name in ("articles.jsonl", "queries.jsonl", "qrels.csv")
    )
    articles.write_text(
        "".join(
            json.dumps({"id": name, "title": title, "body": body}) + "\n"
            for name, (title, body) in ARTICLES.items()
        )
    )
    queries.write_text(
        '{"id": "q1", "text": "express delivery parcel"}\n'
        '{"id": "q2", "text": "reset password login page"}\n'
        '{"id": "q3", "text": "nobody judged this"}\n'
    )
    qrels.write_text("query,article,relevance\nq1,delivery,1\nq2,login,1\nq2,refund,0\n")
    return articles, queries, qrels


def test_judged_queries_are_asked_and_scored(
    files: tuple[Path, Path, Path], tiny_model: Model
) -> None:
    found = evaluate_retrieval(*files, tiny_model)
    assert (found.articles, found.queries, found.unjudged) == (3, 2, 1)
    assert found.recall_at_5 == 1.0
    assert found.recall_at_1 <= found.mrr_at_10 <= found.ndcg_at_10 <= 1.0
    assert 0.0 < found.latency_ms.p50 <= found.latency_ms.p99


def test_a_query_with_a_history_is_made_whole(
    files: tuple[Path, Path, Path], tiny_model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    search = PassageIndex.search_articles

    def note(index: PassageIndex, text: str, *more: Any) -> Any:
        asked.append(text)
        return search(index, text, *more)

    monkeypatch.setattr(PassageIndex, "search_articles", note)
    history = [
        {"speaker": "customer", "text": "How long does delivery to Spain take?"},
        {"speaker": "agent", "text": "Three days."},
        {"speaker": "customer", "text": "and to Peru?"},
    ]
    queries = [
        {"id": "q1", "text": "and to Peru?", "history": history},
        {"id": "q2", "text": "How do I reset my password?", "history": history},
    ]
    files[1].write_text("".join(json.dumps(each) + "\n" for each in queries))
    evaluate_retrieval(*files, tiny_model)
    assert set(asked) == {
        "How long does delivery to Peru take?",
        "How do I reset my password?",
    }


def test_judgements_without_queries_are_refused(
    files: tuple[Path, Path, Path], tiny_model: Model
) -> None:
    files[2].write_text("other,delivery,1\n")
    with pytest.raises(LabelledDataError, match="judges none of the queries"):
        evaluate_retrieval(*files, tiny_model)


@pytest.mark.parametrize("line", ["q1,delivery", "q1,delivery,much"])
def test_a_broken_judgement_is_named_by_its_line(
    files: tuple[Path, Path, Path], tiny_model: Model, line: str
) -> None:
    files[2].write_text(f"q1,delivery,1\n{line}\n")
    with pytest.raises(LabelledDataError, match="line 2"):
        evaluate_retrieval(*files, tiny_model)


def test_a_broken_query_is_named_by_its_line(
    files: tuple[Path, Path, Path], tiny_model: Model
) -> None:
    files[1].write_text('{"id": "q1"}\n')
    with pytest.raises(LabelledDataError, match="line 1"):
        evaluate_retrieval(*files, tiny_model)


def test_figures_agree_with_those_worked_out_by_hand() -> None:
    quality = ranking_quality(
        [["a", "b", "c"], ["x", "y", "b"], ["x"]], [{"a": 1.0}, {"b": 1.0, "c": 1.0}, {"q": 2.0}]
    )
    assert quality.recall_at_1 == pytest.approx(1 / 3)
    assert quality.recall_at_5 == pytest.approx(2 / 3)
    assert quality.mrr_at_10 == pytest.approx((1 + 1 / 3) / 3)
    assert quality.ndcg_at_10 == pytest.approx((1 + 0.5 / (1 + 0.6309298)) / 3)


def test_latency_is_in_milliseconds() -> None:
    assert Latency.of([0.001, 0.003]).p50 == pytest.approx(2.0)
    assert Latency.of([]) == Latency(0.0, 0.0)


@pytest.mark.data
@pytest.mark.slow
def test_fusion_beats_vectors_alone_on_questions_in_everyday_words(
    shared_data: Path, tmp_path: Path
) -> None:
    export_base(tmp_path / "base")
    folder = shared_data / "stackfaq"
    found = evaluate_retrieval(
        folder / "faq.jsonl",
        folder / "queries.jsonl",
        folder / "qrels.csv",
        Model.open(tmp_path / "base"),
    )
    assert found.recall_at_1 > 0.928
