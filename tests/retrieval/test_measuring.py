"""The figure that was asked for, of the thing that was named, or an honest no."""

from __future__ import annotations

import pytest
from help_centre import encoded, passage, spell

from retrieval import Evidence, MatchCalibration, PassageIndex, Retriever, TemplateMatcher
from retrieval.retriever import UNTOLD

WEIGHTS = (
    "| Tent | Weight of the tent | Maximum load |\n|---|---|---|\n"
    "| Nimbus | 4 kg | 90 kg |\n| Fjell | 3 kg | 70 kg |\n| Basecamp | - | 120 kg |"
)
ARTICLES = (
    passage("tents", 0, "Our tents", WEIGHTS),
    passage("packs", 0, "Backpacks and stoves", "The Tarn backpack weighs 1.9 kg. It is red."),
    passage("packs", 1, "Backpacks and stoves", "The Ember stove boils a litre in 4 minutes."),
    passage("hammocks", 0, "Hammocks", "The Koru holds 160 kg. Hang it from trees 3 m apart."),
    passage(
        "ladders",
        0,
        "Ladders",
        "The Vela is approved for 150 kg. A painter of 95 kg on the Vela has 55 kg left for tools.",
    ),
    passage("kites", 0, "Kites", "Kite size S is for people from 150 to 165 cm, size L to 195 cm."),
    passage("zips", 0, "Repairs", "A new zip costs €28. Poles are sent to their maker."),
)


def found(text: str) -> Evidence:
    index = PassageIndex().with_changes(encoded(*ARTICLES))
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    return retriever.evidence(text, spell(text), {}, ())


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("how heavy is the Nimbus", "| Nimbus | 4 kg | 90 kg |"),
        ("how much can the Fjell carry", "| Fjell | 3 kg | 70 kg |"),
        ("what does the Tarn weigh", "The Tarn backpack weighs 1.9 kg."),
        ("how much weight can the Koru hold", "The Koru holds 160 kg."),
        ("what's the weight limit of the Vela", "The Vela is approved for 150 kg."),
        (
            "how tall must I be for kite size L",
            "Kite size S is for people from 150 to 165 cm, size L to 195 cm.",
        ),
        ("what does a new zip cost", "A new zip costs €28."),
    ],
)
def test_a_sentence_that_gives_the_figure_of_what_was_named_answers(text: str, answer: str) -> None:
    evidence = found(text)
    assert evidence.composed is not None
    assert answer in [each.text for each in evidence.composed.sentences]
    assert not any("left for tools" in each.text for each in evidence.composed.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "how heavy is the Basecamp",
        "how heavy is the Koru hammock",
        "how wide is the Koru",
        "how tall must I be for kite size M",
        "how heavy is the Ember stove",
        "how old must I be for the Ember stove",
        "what do poles cost",
    ],
)
def test_a_figure_of_another_kind_or_of_another_thing_is_no_answer(text: str) -> None:
    evidence = found(text)
    assert evidence.composed is None
    assert evidence.answerability <= UNTOLD


def test_a_unit_in_the_head_of_a_table_counts_for_its_cells() -> None:
    table = "| Tent | Weight (kg) | Load (kg) |\n|---|---|---|\n| Nimbus | 4 | 90 |"
    index = PassageIndex().with_changes(encoded(passage("tents", 0, "Tents", table)))
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    text = "how heavy is the Nimbus"
    evidence = retriever.evidence(text, spell(text), {}, ())
    assert evidence.composed is not None
    assert "| Nimbus | 4 | 90 |" in [each.text for each in evidence.composed.sentences]


NOLO = (
    "La remorque Nolo supporte jusqu'à 60 kg. La remorque Tiva pèse 14 kg. Sa largeur est de 78 cm."
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Quelle charge maximale pour la remorque Nolo ?",
            "La remorque Nolo supporte jusqu'à 60 kg.",
        ),
        ("Combien pèse la remorque Tiva ?", "La remorque Tiva pèse 14 kg."),
        ("Quelle est la largeur de la remorque Tiva ?", "Sa largeur est de 78 cm."),
        ("Combien pèse la Nolo ?", None),
        ("Quelle est la hauteur de la remorque Tiva ?", None),
    ],
)
def test_a_french_company_says_the_figure_of_what_was_named(text: str, answer: str | None) -> None:
    index = PassageIndex().with_changes(encoded(passage("nolo", 0, "Nos remorques", NOLO)))
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    evidence = retriever.evidence(text, spell(text), {}, ())
    said = [each.text for each in evidence.composed.sentences] if evidence.composed else []
    assert (answer in said) if answer else not said
