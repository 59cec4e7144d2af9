"""Evaluating templates: which is found, and whether "none" is known."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from knowledge import AnswerTemplate, TemplateId, write_templates
from nlu import Model
from training import export_base
from training.errors import LabelledDataError
from training.evaluate_templates import Found, evaluate_templates


@pytest.fixture(scope="module")
def tiny_model(tiny_bert: Path, tmp_path_factory: pytest.TempPathFactory) -> Model:
    directory = tmp_path_factory.mktemp("models") / "base"
    export_base(directory, tiny_bert)
    return Model.open(directory)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    path = tmp_path / "templates.yaml"
    examples = {
        "delivery": ("where is my order", "parcel late"),
        "refund": ("i want my money back",),
        "login": (),
    }
    write_templates(
        [
            AnswerTemplate(TemplateId(name), f"reset password {name}", {"en": "…"}, examples=texts)
            for name, texts in examples.items()
        ],
        path,
    )
    return path


def write_rows(path: Path, rows: list[tuple[str, str]], header: tuple[str, ...]) -> Path:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def test_repeated_examples_are_found_and_strangers_rank_below(
    templates: Path, tiny_model: Model, tmp_path: Path
) -> None:
    rows = [
        ("Where is my order?", "delivery"),
        ("parcel late", "delivery"),
        ("i want my money back", "refund"),
        ("reset password login", "login"),
        ("zzz qqq", ""),
        ("cancel subscription", ""),
    ]
    data = write_rows(tmp_path / "data.csv", rows, ("text", "template"))
    found = evaluate_templates(templates, data, tiny_model)
    assert (found.templates, found.texts, found.texts_without_template) == (3, 6, 2)
    assert found.top1 == found.top3 == 1.0
    assert found.auroc_none == 1.0
    assert found.baselines["rapidfuzz"] == found.baselines["vectors"] == Found(1.0, 1.0)


def test_without_strangers_there_is_no_auroc(
    templates: Path, tiny_model: Model, tmp_path: Path
) -> None:
    data = write_rows(tmp_path / "data.csv", [("parcel late", "delivery")], ("text", "template"))
    assert evaluate_templates(templates, data, tiny_model).auroc_none is None


@pytest.mark.parametrize(
    ("rows", "header", "problem"),
    [
        ([("a", "other")], ("text", "template"), "no template 'other'"),
        ([("a", "b")], ("text", "intent"), "no column template"),
        ([], ("text", "template"), "has no row"),
    ],
)
def test_data_that_cannot_be_judged_is_refused(
    templates: Path,
    tiny_model: Model,
    tmp_path: Path,
    rows: list[tuple[str, str]],
    header: tuple[str, ...],
    problem: str,
) -> None:
    data = write_rows(tmp_path / "data.csv", rows, header)
    with pytest.raises(LabelledDataError, match=problem):
        evaluate_templates(templates, data, tiny_model)
