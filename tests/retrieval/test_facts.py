"""What a question asks for, and what holds it."""

from __future__ import annotations

import pytest

from retrieval.facts import Fact, fact_asked_for, holds


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("How much does the lock cost?", Fact.MONEY),
        ("what's the delivery fee", Fact.MONEY),
        ("Was kostet die Inspektion?", Fact.MONEY),
        ("运费多少钱", Fact.MONEY),
        ("how much weight can it carry", Fact.FIGURE),
        ("how heavy is it", Fact.FIGURE),
        ("Wie viele Gänge hat es?", Fact.FIGURE),
        ("can you tell me how long a refund takes", Fact.DURATION),
        ("退款要多久", Fact.DURATION),
        ("how often should I oil it", Fact.RHYTHM),
        ("Wie oft muss die Kette geölt werden?", Fact.RHYTHM),
        ("链条多久上一次油", Fact.RHYTHM),
        ("how old is it", Fact.FIGURE),
        ("When do you open?", Fact.TIME),
        ("hi, can you tell me when you open", Fact.TIME),
        ("what must I bring when I rent it", None),
        ("Hello\nWhen do you open?", Fact.TIME),
        ("I don't know what to do. When do you open?", Fact.TIME),
        ("where and when can I collect it", Fact.TIME),
        ("what is included in the price", None),
        ("what is the price of the lock", Fact.MONEY),
        ("wo finde ich die Nummer", Fact.PLACE),
        ("does it fit a child", Fact.YES_NO),
        ("Kann ich umtauschen?", Fact.YES_NO),
        ("可以退货吗", Fact.YES_NO),
        ("送料はいくらですか", Fact.MONEY),
        ("配送は何日かかりますか", Fact.DURATION),
        ("お店はどこですか", Fact.PLACE),
        ("返品できますか", Fact.YES_NO),
        ("ค่าจัดส่งเท่าไหร่", Fact.MONEY),
        ("จัดส่งกี่วัน", Fact.DURATION),
        ("how do I change my address", None),
        ("my bell is broken", None),
    ],
)
def test_the_question_word_tells_what_is_asked_for(text: str, fact: Fact | None) -> None:
    assert fact_asked_for(text) is fact


@pytest.mark.parametrize(
    ("fact", "held", "other"),
    [
        (Fact.MONEY, "The lock is €39.", "The lock weighs 39 kg."),
        (Fact.MONEY, "Returns are free.", "Returns take 3 days."),
        (Fact.RHYTHM, "Oil it every 8 weeks.", "Oil it at 8 °C."),
        (Fact.RHYTHM, "Oil it every 200 km.", "It runs for 200 km."),
        (Fact.RHYTHM, "We write to you twice a year.", "It takes two years."),
        (Fact.RHYTHM, "Alle zwei Wochen ölen.", "Alle Teile kosten zwei Euro."),
        (Fact.RHYTHM, "每两个月检查一次。", "两个月内送到。"),
        (Fact.MONEY, "运费是10元。", "三天送到。"),
        (Fact.DURATION, "It takes two working days.", "It takes patience."),
        (Fact.DURATION, "Das dauert 3-5 Werktage.", "Das dauert."),
        (Fact.TIME, "We open at 9:30.", "We open soon."),
        (Fact.FIGURE, "It carries 27 kg.", "It carries much."),
        (Fact.PLACE, "It is under the bracket.", "It is silver."),
        (Fact.MONEY, "送料は600円です。", "送料は別です。"),
        (Fact.DURATION, "3日間で届きます。", "早く届きます。"),
        (Fact.DURATION, "จัดส่งภายใน 3 วัน", "จัดส่งเร็ว"),
        (Fact.YES_NO, "返品はできません。", "返品の箱。"),
        (Fact.YES_NO, "停车免费两小时。", "停车场在地下。"),
        (Fact.YES_NO, "Helmets cannot be returned.", "Helmets come in red."),
    ],
)
def test_a_sentence_holds_a_fact_of_its_kind(fact: Fact, held: str, other: str) -> None:
    assert holds(fact, held)
    assert not holds(fact, other)


@pytest.mark.parametrize(
    ("fact", "unit"), [(Fact.DURATION, "days"), (Fact.MONEY, "€"), (Fact.MONEY, "円")]
)
def test_a_long_run_of_digits_is_no_figure(fact, unit):
    """Were it one, every digit would be tried as the end of one figure and the start of another."""
    assert holds(fact, f"12 {unit}")
    assert not holds(fact, f"{'1' * 40} {unit}")
