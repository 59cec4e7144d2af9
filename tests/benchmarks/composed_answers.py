"""How often an answer made of sentences holds what was asked, and how often there is an honest no.

    python -m tests.benchmarks.composed_answers MODEL [MTRAG_FOLDER]

MODEL is a model directory (its encoder alone is used). Asks the sample company's articles 340
questions whose answering sentence is known, or known to be missing, and the passages of MTRAG,
where its folder is given, its turns with their histories. Fits nothing.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sklearn.metrics import roc_auc_score

from knowledge import read_articles, split_article
from nlu import Model, detect_language
from retrieval import (
    Answerability,
    PassageIndex,
    answer_signs,
    build_passage_index,
    compose,
    encode_passages,
    last_question,
    made_whole,
)
from retrieval.letters import search_by_letters
from retrieval.retriever import MINIMUM_ANSWERABILITY

SAMPLE = Path(__file__).parents[2] / "knowledge" / "sample"
FOUND = 10
COMPARED = 40
"""Characters by which a sentence is known again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; ``answered_by`` is the sentence that answers it, None where none does."""

    text: str
    answered_by: str | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a question: its ``answerability``, and the sentences composed at any."""

    asked: Asked
    answerability: float
    text: str
    verbatim: bool


def index_of(paths: Sequence[Path], model: Model, folder: Path) -> PassageIndex:
    """An index as serving builds it."""
    passages = [part for each in read_articles(paths, print) for part in split_article(each)]
    encoded = encode_passages(passages, model.encode_together)
    build_passage_index(folder, encoded, encoder=model.encoder_id)
    return PassageIndex.open(folder)


def ask(index: PassageIndex, model: Model, questions: Iterable[Asked]) -> Iterator[Answered]:
    """Look every question up and compose, whatever the answerability."""
    answerability = Answerability.default()
    for asked in questions:
        meant = model.understand(asked.text)
        vector = meant.vector if meant.readable else None
        rarities = index.rarities(asked.text)
        hits = search_by_letters(index, asked.text, vector, FOUND) if meant.half_read else ()
        half_read = bool(hits)
        hits = hits or index.search(asked.text, vector, FOUND)
        signs = answer_signs(vector, hits, rarities)
        sure = 0.0
        if hits:
            readable = vector is not None
            sure = answerability.probability(signs, readable=readable, half_read=half_read)
        composed = compose(asked.text, vector, hits, rarities, sure)
        sentences = composed.sentences if composed else ()
        texts = {hit.passage.id: hit.passage.text for hit in hits}
        verbatim = all(each.text in texts[each.passage] for each in sentences)
        yield Answered(asked, sure, " ".join(each.text for each in sentences), verbatim)


def sample_questions() -> list[Asked]:
    """Those about the sample company."""
    with (SAMPLE / "questions.csv").open(encoding="utf-8", newline="") as file:
        return [Asked(row["text"], row["answered_by"] or None) for row in csv.DictReader(file)]


def mtrag_questions(folder: Path) -> tuple[list[Asked], list[bool]]:
    """Answerable and unanswerable turns, made whole by their histories, and which are which."""
    texts, answerable = [], []
    for line in (folder / "tasks.jsonl").read_text(encoding="utf-8").splitlines():
        task = json.loads(line)
        kind = task["answerability"][0]
        if kind not in ("ANSWERABLE", "UNANSWERABLE"):
            continue
        said = [each["text"] for each in task["history"] if each["speaker"] == "user"]
        before = [text for text in said if text != task["question"]]
        whole = made_whole(task["question"], last_question(before))
        texts.append(Asked(whole.text if whole else task["question"], None))
        answerable.append(kind == "ANSWERABLE")
    return texts, answerable


def is_held(answered: Answered) -> bool:
    """Whether the sentence that answers is among those composed."""
    wanted = plain(answered.asked.answered_by or "")[:COMPARED]
    return bool(wanted) and wanted in plain(answered.text)


def plain(text: str) -> str:
    """``text`` without marks of Markdown."""
    words = text.replace("**", "").replace("|", " ").split()
    return " ".join(words).strip("-*0123456789. ").lower()


def shares(title: str, answers: Sequence[Answered]) -> str:
    """A line of the table for these questions."""
    answerable = [each for each in answers if each.asked.answered_by]
    others = [each for each in answers if not each.asked.answered_by]
    said = [each for each in answers if each.answerability >= MINIMUM_ANSWERABILITY]
    right = sum(is_held(each) for each in said)
    held = sum(map(is_held, answerable))
    wrong = sum(not each.asked.answered_by for each in said)
    return (
        f"| {title} | {held} of {len(answerable)} | {len(said) - wrong} of {len(answerable)} "
        f"| {right} | {wrong} of {len(others)} |"
    )


def main(model_folder: str, mtrag: str | None = None) -> None:
    """Print the table, and MTRAG's figures where its folder is given."""
    model = Model.open(Path(model_folder))
    with TemporaryDirectory() as folder:
        index = index_of([SAMPLE / "articles"], model, Path(folder) / "sample")
        answers = list(ask(index, model, sample_questions()))
        print(
            "| language | answer among the sentences | said where answerable | rightly "
            "| said where not |\n|---|---|---|---|---|"
        )
        for language in ("en", "de", "zh"):
            chosen = [each for each in answers if detect_language(each.asked.text) == language]
            print(shares(language, chosen))
        print(shares("all", answers))
        print(f"verbatim: {sum(each.verbatim for each in answers)} of {len(answers)}")
        if mtrag is not None:
            report_mtrag(Path(mtrag), model, Path(folder))


def report_mtrag(data: Path, model: Model, folder: Path) -> None:
    """Answerable against unanswerable turns."""
    articles = folder / "mtrag.jsonl"
    with (
        gzip.open(data / "passages.jsonl.gz", "rt", encoding="utf-8") as lines,
        articles.open("w", encoding="utf-8") as file,
    ):
        for line in lines:
            passage = json.loads(line)
            title = passage["title"] or passage["text"][:60]
            article = {"id": passage["id"], "title": title, "body": passage["text"]}
            file.write(json.dumps(article) + "\n")
    index = index_of([articles], model, folder / "mtrag")
    questions, answerable = mtrag_questions(data)
    answers = list(ask(index, model, questions))
    scores = [each.answerability for each in answers]
    said = [score >= MINIMUM_ANSWERABILITY for score in scores]
    print(f"mtrag: AUROC {roc_auc_score(answerable, scores):.3f}")
    for kind in (True, False):
        of_kind = [each for each, is_kind in zip(said, answerable, strict=True) if is_kind is kind]
        name = "answerable" if kind else "unanswerable"
        print(f"composed on {sum(of_kind)} of {len(of_kind)} {name}")
    print(f"verbatim: {sum(each.verbatim for each in answers)} of {len(answers)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
