"""What a question wants measured, and which figures are figures of that."""

from __future__ import annotations

import pytest

from retrieval.measure_catalogue import MEASURES
from retrieval.measures import gives, lacks_figure, measure_asked_for, told_until

CARRIES = "The rack carries 27 kg, and everything together may be 150 kg at most."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("how heavy is the Ember", "weight"),
        ("What does the Ember weigh?", "weight"),
        ("is the Ember heavy? how many kilos is it", "weight"),
        ("Wie schwer ist der Ember?", "weight"),
        ("这辆车多重", "weight"),
        ("how heavy may the child be", "load"),
        ("how much weight can the rack take", "load"),
        ("Wie schwer darf das Kind sein?", "load"),
        ("后货架承重多少", "load"),
        ("how old must a child be", "age"),
        ("Ab welchem Alter darf man mieten?", "age"),
        ("几岁可以骑", "age"),
        ("how far does the battery go", "range"),
        ("Wie weit komme ich?", "range"),
        ("续航多少公里", "range"),
        ("what's the top speed", "speed"),
        ("at what temperature may I charge it", "temperature"),
        ("what pressure do the tyres need", "pressure"),
        ("how wide is the hammock", "width"),
        ("how tall is the tent", "height"),
        ("how much does the tent cost", "price"),
        ("how much is a small service?", "price"),
        ("押金多少钱", "price"),
        ("how long does delivery take", None),
        ("how far along is my order", None),
        ("alter the address of my order", None),
        ("what is the length of time a card takes", None),
        ("how many grams of salt are in it", None),
        ("how many people fit into it", None),
        ("where is my order", None),
    ],
)
def test_the_question_tells_what_is_to_be_measured(text: str, name: str | None) -> None:
    measure = measure_asked_for(text)
    assert (measure.name if measure else None) == name


@pytest.mark.parametrize(
    ("question", "held", "other"),
    [
        ("how heavy is it", "The bike weighs 25 kg.", "The bike carries 150 kg."),
        ("how heavy is it", "Weight: 25 kg; Maximum total: 150 kg", "Maximum total: 150 kg"),
        ("how heavy is it", "It holds 65 litres and weighs 1.9 kg.", "Only parcels up to 15 kg."),
        ("what does it weigh", "It weighs 620 g.", "It burns cartridges of 230 g."),
        ("how much can it carry", "The rack carries 27 kg.", "The rack weighs 2 kg."),
        (
            "what's its weight limit",
            "Made for 27 kg.",
            "A rider of 85 kg has 22 kg left for luggage.",
        ),
        (
            "how much can the trailer carry",
            "It takes 480 kg.",
            "It takes two people to lift the 90 kg.",
        ),
        (
            "what's the maximum load",
            "For children from 9 to 22 kg.",
            "A child of 20 kg fell off it.",
        ),
        ("what's the maximum load", "Above 60 kg it bends.", "A box of 12 kg fell over."),
        ("how old must I be", "For people aged 16 and over.", "The guarantee is 2 years."),
        ("how old may it be", "Bikes between 1 and 6 years old.", "Tell us within 2 years."),
        ("how wide is it", "It is 140 cm wide.", "It is 290 cm long."),
        ("how far does it go", "With mixed help 60-100 km.", "It goes at 25 km/h."),
        ("what's its top speed", "It stops helping at 25 km/h.", "It goes 25 km."),
        ("what temperature does it stand", "Down to -9 °C.", "Down to 9 m."),
        ("how much does it cost", "It is €14 a day.", "Cold takes 20% of it."),
        ("how much does it cost", "That is free of charge.", "It takes 3 days."),
        ("Wie schwer ist es?", "Es wiegt 25 kg.", "Es trägt 150 kg."),
        ("它多重", "车重25公斤。", "最大承重150公斤。"),
        ("它能承重多少", "最大承重150公斤。", "自重25公斤。"),
    ],
)
def test_a_figure_is_told_by_its_unit_and_the_words_beside_it(
    question: str, held: str, other: str
) -> None:
    measure = measure_asked_for(question)
    assert measure is not None
    assert gives(measure, held)
    assert not gives(measure, other)


def test_a_figure_without_words_is_told_by_its_heading() -> None:
    measure = measure_asked_for("how heavy is it")
    assert measure is not None
    assert gives(measure, "Ember: 25 kg", "Weight")
    assert not gives(measure, "Ember: 25 kg", "Maximum weight")
    assert not gives(measure, "Ember: 25 kg")


@pytest.mark.parametrize(
    "text",
    [
        "**An example:** an Ember leaves 125 kg.",
        "For instance, a piano of 230 kg is on it.",
        "if the rack stays within 27 kg",
        "You weigh 85 kg, so 40 kg remain.",
    ],
)
def test_a_sum_done_for_somebody_is_no_load_under_any_heading(text: str) -> None:
    measure = measure_asked_for("how much may my bike carry")
    assert measure is not None
    assert gives(measure, "Ember: 150 kg", "How much may my bike carry?")
    assert not gives(measure, text, "How much may my bike carry?")


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("- Charge at 20 °C. After a ride, wait.", "Charge at 20 °C."),
        ("Keep it dry. Store it at 10 °C.", "Keep it dry. Store it at 10 °C."),
        ("Store it at 10 °C, even if the shed is warm.", "Store it at 10 °C."),
        ("Keep it dry.", None),
    ],
)
def test_what_is_said_after_a_figure_or_conceded_does_not_say_what_it_is_of(
    text: str, until: str | None
) -> None:
    measure = measure_asked_for("at what temperature do I store it")
    assert measure is not None
    assert told_until(measure, text) == until


@pytest.mark.parametrize(
    ("question", "answer", "lacks"),
    [
        ("How heavy is the bike?", "It is 18 kg including the battery.", False),
        ("How heavy is the bike?", "Weight 18 kg (max. load 120 kg)", False),
        ("How old must I be?", "Riders must be at least 16 years.", False),
        ("how heavy is the Ember", CARRIES, True),
        ("how heavy is the Ember", f"{CARRIES} The Ember weighs 25 kg.", False),
        ("how heavy is the Ember", "That is written on its frame.", False),
        ("how heavy may I be for the Ember", CARRIES, False),
        ("how old must a child be", CARRIES, True),
        ("how much does the Ember cost", CARRIES, False),
        ("does the Ember carry two", CARRIES, False),
    ],
)
def test_an_answer_with_other_figures_lacks_what_was_asked(
    question: str, answer: str, lacks: bool
) -> None:
    assert lacks_figure(question, [answer]) is lacks


@pytest.mark.parametrize(
    "text",
    [
        "how fast do refunds go through?",
        "how many pounds does shipping cost?",
        "how many pounds do I get back?",
        "what is the length of the guarantee?",
        "what's the range of colours?",
        "which air pump fits?",
        "Wie weit ist meine Bestellung?",
        "Wie weit seid ihr mit der Reparatur?",
        "Welche Druckerei druckt die Rechnung?",
    ],
)
def test_words_of_measures_that_ask_for_something_else_want_no_figure(text: str) -> None:
    measure = measure_asked_for(text)
    assert measure is None or measure.name == "price"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("how many pounds does it weigh?", "weight"),
        ("Wie weit ist mein Rad vom Laden entfernt?", "range"),
        ("what is the range of this bike?", "range"),
        ("which air pressure do I need?", "pressure"),
        ("how fast does it go?", "speed"),
        ("包裹重量有限制吗", "load"),
    ],
)
def test_near_such_words_a_figure_is_still_wanted(text: str, name: str) -> None:
    measure = measure_asked_for(text)
    assert measure is not None
    assert measure.name == name


@pytest.mark.parametrize("text", ["Max. 120 kg", "The rack is made for loads of 25 kg."])
def test_what_bears_a_load_may_be_shortened_or_many(text: str) -> None:
    measure = measure_asked_for("what is the maximum load")
    assert measure is not None
    assert gives(measure, text)


@pytest.mark.parametrize("unit", ["kg", "cm", "years", "岁", "km", "bar", "watt", "Nm"])
def test_a_long_run_of_digits_is_no_figure(unit: str) -> None:
    """Were it one, every digit would be tried as the end of one figure and the start of another."""
    assert any(each.unit.search(f"12 {unit}") for each in MEASURES)
    assert not any(each.unit.search(f"{'1' * 40} {unit}") for each in MEASURES)


@pytest.mark.parametrize(
    ("question", "name", "held", "other"),
    [
        ("Combien pèse la remorque ?", "weight", "Elle pèse 14 kg.", "Elle supporte 60 kg."),
        ("Quel est le poids du vélo ?", "weight", "Poids : 22 kg", "Poids maximal : 130 kg"),
        ("Quelle charge supporte-t-elle ?", "load", "Jusqu'à 35 kg.", "Elle pèse 14 kg."),
        ("Quelle est l'autonomie ?", "range", "L'autonomie est de 80 km.", "Elle dure 3 ans."),
        ("Combien coûte la livraison ?", "price", "Elle coûte 6,90 €.", "Elle prend 3 jours."),
        ("¿Cuánto pesa la bicicleta?", "weight", "Pesa 18 kg.", "Soporta hasta 120 kg."),
        ("¿Cuál es la carga máxima?", "load", "Admite hasta 400 kg.", "Pesa 90 kg."),
        ("¿Qué edad hay que tener?", "age", "A partir de 16 años.", "Tres años: 2 años y 3 meses."),
        ("Quanto pesa il passeggino?", "weight", "Pesa 9 kg.", "Regge al massimo 22 kg."),
        ("Qual è la portata massima?", "load", "Sopporta fino a 150 kg.", "Pesa 9 kg."),
        ("Qual é a carga máxima?", "load", "Leva até 400 kg.", "Pesa 90 kg."),
        ("Que pressão precisam os pneus?", "pressure", "A pressão é de 3 bar.", "Pesam 2 kg."),
        ("Hoeveel weegt de fiets?", "weight", "Hij weegt 19 kg.", "Hij draagt 140 kg."),
        ("Hoe zwaar mag het kind zijn?", "load", "Maximaal 22 kg.", "De stoel weegt 4 kg."),
        ("Hoe breed is de tafel?", "width", "De breedte is 80 cm.", "De hoogte is 75 cm."),
    ],
)
def test_french_spanish_italian_portuguese_and_dutch_are_read(
    question: str, name: str, held: str, other: str
) -> None:
    measure = measure_asked_for(question)
    assert measure is not None
    assert measure.name == name
    assert gives(measure, held)
    assert not gives(measure, other)


@pytest.mark.parametrize(
    "text",
    [
        "Combien de temps prend la livraison ?",
        "¿Cuánto tiempo tarda el envío?",
        "Quanto tempo ci vuole per il rimborso?",
        "Quantos dias demora a entrega?",
        "Hoe lang duurt de levering?",
        "Wat is de stand van mijn bestelling?",
        "how heavy is the penalty for returning late?",
        "how deep is the discount on helmets?",
        "how far does the warranty go?",
        "how cold is the reception?",
        "Wie schwer ist die Prüfung?",
        "Wie tief ist der Rabatt?",
    ],
)
def test_what_is_no_measure_of_a_thing_wants_no_figure(text: str) -> None:
    assert measure_asked_for(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "how heavy is the fine mesh filter",
        "how deep is the service box",
        "how far does it go per charge",
    ],
)
def test_a_word_that_is_part_of_a_thing_does_not_make_it_a_manner_of_speaking(text: str) -> None:
    assert measure_asked_for(text) is not None


def test_a_unit_that_is_told_once_counts_for_bare_numbers() -> None:
    sizes = "The size follows your height in centimetres:\n\n- **Polder**: S 155-167, M 166-178"
    assert not lacks_figure("how tall must I be for size M", [sizes])
    assert lacks_figure("how tall must I be for size M", ["- **Polder**: S 155-167, M 166-178"])
