"""Demands for a decision are told from questions about the rules, by the real encoder."""

from __future__ import annotations

import pytest
from held_out_messages import held_out

from nlu import Concern, Matter, MatterReader, Model


@pytest.fixture(scope="module")
def reader(bundled_model: Model) -> MatterReader:
    return MatterReader(bundled_model.encode_each)


def concern_of(model: Model, reader: MatterReader, text: str) -> Concern | None:
    meant = model.understand(text)
    return reader.read(text, meant.vector if meant.readable else None)


def test_most_held_out_demands_are_noticed(bundled_model: Model, reader: MatterReader) -> None:
    demands = [text for label, text in held_out("matters") if label]
    noticed = [text for text in demands if concern_of(bundled_model, reader, text)]
    assert len(noticed) / len(demands) >= 0.95


def test_few_held_out_questions_are_taken_for_demands(
    bundled_model: Model, reader: MatterReader
) -> None:
    asked = [text for label, text in held_out("matters") if not label]
    wrong = [text for text in asked if concern_of(bundled_model, reader, text)]
    assert len(wrong) / len(asked) <= 0.05


@pytest.mark.parametrize("name", ["decisions", "decisions_again"])
def test_most_held_out_questions_about_blame_and_promises_are_noticed(
    bundled_model: Model, reader: MatterReader, name: str
) -> None:
    demands = [text for label, text in held_out(name) if label]
    noticed = [text for text in demands if concern_of(bundled_model, reader, text)]
    assert len(noticed) / len(demands) >= 0.8


@pytest.mark.parametrize("name", ["decisions", "decisions_again"])
def test_few_held_out_questions_near_them_are_taken_for_such(
    bundled_model: Model, reader: MatterReader, name: str
) -> None:
    asked = [text for label, text in held_out(name) if not label]
    wrong = [text for text in asked if concern_of(bundled_model, reader, text)]
    assert len(wrong) / len(asked) <= 0.1


def test_demands_in_five_languages_are_mostly_told_from_harmless_questions(
    bundled_model: Model, reader: MatterReader
) -> None:
    heard = [
        (bool(label), concern_of(bundled_model, reader, text) is not None)
        for label, text in held_out("five_languages_again")
    ]
    demands = [noticed for is_demand, noticed in heard if is_demand]
    harmless = [noticed for is_demand, noticed in heard if not is_demand]
    assert sum(demands) / len(demands) >= 0.7
    assert sum(harmless) / len(harmless) <= 0.25


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("You'd better give me all my money back", Matter.MONEY),
        ("我的律师会找你们的", Matter.LEGAL),
        ("Können Sie mir versprechen, dass es bis Ostern kommt?", Matter.PROMISE),
        ("I burnt my fingers on the charger", Matter.INJURY),
    ],
)
def test_a_demand_is_named_with_the_example_it_comes_near(
    bundled_model: Model, reader: MatterReader, text: str, matter: Matter
) -> None:
    concern = concern_of(bundled_model, reader, text)
    assert concern
    assert concern.matter is matter
    assert concern.example


@pytest.mark.parametrize("text", ["", "😀", "8.4.25", "How do refunds work with you?", "退款流程"])
def test_what_demands_nothing_is_no_matter(
    bundled_model: Model, reader: MatterReader, text: str
) -> None:
    assert concern_of(bundled_model, reader, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "the chain came off and the frame is scratched",
        "one leg of the table is broken",
        "the bottle arrived broken",
        "my bike has a puncture, what does it cost?",
        "la chaîne est cassée, vous réparez ?",
        "se me pinchó una rueda, ¿cuánto cuesta?",
        "meine Bremse quietscht",
        "杯子碎了",
    ],
)
def test_what_broke_hurt_nobody(bundled_model: Model, reader: MatterReader, text: str) -> None:
    assert concern_of(bundled_model, reader, text) is None
