"""How well articles are found: `evaluate retrieval`.

Builds an index over the articles as serving does, asks it every judged query, one at a time, and
fits nothing. A query with a history is made whole as a follow-up in a chat is.
"""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from knowledge import SkippedRecord, read_articles, split_article
from nlu import Model
from retrieval import (
    EncodedPassage,
    PassageIndex,
    build_passage_index,
    encode_passages,
    last_question,
    made_whole,
)
from training.errors import LabelledDataError
from training.latency import Latency
from training.ranking_metrics import ranking_quality

Progress = Callable[[str, int, int], None]

_DEPTH = 10
_WARM_UP = 10
_AT_ONCE = 256
_SPEAKERS_OF_THE_COMPANY = ("agent", "assistant", "bot", "system")


@dataclass(frozen=True, slots=True)
class RetrievalEvaluation:
    """Means over the judged queries; see ``RankingQuality``.

    ``latency_ms`` is from text in to ranked articles out, warm, on one thread. ``skipped`` counts
    articles that could not be read, ``unjudged`` queries without a relevant article.
    """

    recall_at_1: float
    recall_at_5: float
    mrr_at_10: float
    ndcg_at_10: float
    latency_ms: Latency
    articles: int
    passages: int
    queries: int
    unjudged: int
    skipped: int


@dataclass(frozen=True, slots=True)
class _Query:
    text: str
    relevant: Mapping[Hashable, float]


def evaluate_retrieval(
    articles: Path,
    queries: Path,
    qrels: Path,
    model: Model,
    progress: Progress = lambda *_: None,
) -> RetrievalEvaluation:
    """Articles as `import articles` reads them; ``queries`` JSON Lines with ``id``, ``text`` and
    perhaps ``history``, a list of ``speaker`` and ``text``; ``qrels`` a CSV whose first three
    columns are query id, article id and relevance.

    Raises ``LabelledDataError`` where the queries or judgements cannot be read or none is left to
    ask, ``KnowledgeError`` where there are no articles.
    """
    skipped: list[SkippedRecord] = []
    read = list(read_articles([articles], skipped.append))
    passages = [passage for article in read for passage in split_article(article)]
    texts = _read_queries(queries)
    judgements = _read_judgements(qrels)
    asked = [_Query(text, judgements[id_]) for id_, text in texts.items() if id_ in judgements]
    if not asked:
        raise LabelledDataError(f"{qrels}: judges none of the queries in {queries}")
    with TemporaryDirectory() as folder:
        encoded: list[EncodedPassage] = []
        for start in range(0, len(passages), _AT_ONCE):
            encoded += encode_passages(passages[start : start + _AT_ONCE], model.encode_together)
            progress("indexing", len(encoded), len(passages))
        build_passage_index(Path(folder) / "index", encoded, encoder=model.encoder_id)
        index = PassageIndex.open(Path(folder) / "index")
        rankings, seconds = _ask(index, model, [query.text for query in asked], progress)
    quality = ranking_quality(rankings, [query.relevant for query in asked])
    return RetrievalEvaluation(
        recall_at_1=quality.recall_at_1,
        recall_at_5=quality.recall_at_5,
        mrr_at_10=quality.mrr_at_10,
        ndcg_at_10=quality.ndcg_at_10,
        latency_ms=Latency.of(seconds),
        articles=len(read),
        passages=len(passages),
        queries=len(asked),
        unjudged=len(texts) - len(asked),
        skipped=len(skipped),
    )


def _ask(
    index: PassageIndex, model: Model, texts: Sequence[str], progress: Progress
) -> tuple[list[list[Hashable]], list[float]]:
    """The ranked articles of every text, and the seconds that each took."""
    rankings: list[list[Hashable]] = []
    seconds: list[float] = []
    for place, text in enumerate([*texts[:_WARM_UP], *texts]):
        started = time.perf_counter()
        encoding = model.encoding(text)
        hits = index.search_articles(text, encoding.vector if encoding.readable else None, _DEPTH)
        if place >= min(_WARM_UP, len(texts)):
            seconds.append(time.perf_counter() - started)
            rankings.append([hit.article for hit in hits])
            progress("asking", len(rankings), len(texts))
    return rankings, seconds


def _read_queries(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                found[str(record["id"])] = _whole_text(record)
            except (ValueError, KeyError, TypeError) as error:
                raise LabelledDataError(
                    f"{path}, line {number}: a query is an object with id and text ({error!r})"
                ) from error
    return found


def _whole_text(record: Mapping[str, Any]) -> str:
    """The text of a query, made whole by the last question in its history, itself aside."""
    text = str(record["text"])
    said = [
        str(turn["text"])
        for turn in record.get("history") or ()
        if turn["speaker"] not in _SPEAKERS_OF_THE_COMPANY and turn["text"] != text
    ]
    whole = made_whole(text, last_question(said))
    return whole.text if whole else text


def _read_judgements(path: Path) -> dict[str, dict[Hashable, float]]:
    """Relevance by query and article; a first line whose relevance is no number is a header."""
    found: dict[str, dict[Hashable, float]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.reader(file), start=1):
            if not row:
                continue
            try:
                query, article, relevance = row[0], row[1], float(row[2])
            except (IndexError, ValueError) as error:
                if number == 1:
                    continue
                raise LabelledDataError(
                    f"{path}, line {number}: a judgement is query id, article id and relevance, "
                    f"not {row}"
                ) from error
            if relevance > 0:
                found.setdefault(query, {})[article] = relevance
    return found
