"""Answers in writing without spaces, where no encoder reads it: by the words asked about."""

from __future__ import annotations

import pytest
from help_centre import encoded, passage, spell

from retrieval import Evidence, MatchCalibration, PassageIndex, Retriever, TemplateMatcher
from retrieval.spelled import Spelled

ARTICLES = (
    passage(
        "lamps", 0, "灯具安装", "吊灯上门安装每盏60元。壁灯需要顾客自行安装。安装大约需要30分钟。"
    ),
    passage("shop", 0, "门店", "体验店在中山路18号二楼。门店支持银行卡付款，不收现金。"),
    passage("points", 0, "积分", "积分有效期为两年。积分不能转让。"),
    passage("ja", 0, "送料について", "送料は全国一律600円です。離島への配送はできません。"),
    passage("th", 0, "การจัดส่ง", "ค่าจัดส่งทั่วประเทศ 50 บาท\nจัดส่งภายใน 3 วัน"),
)


def found(text: str) -> Evidence:
    index = PassageIndex().with_changes(encoded(*ARTICLES))
    retriever = Retriever(TemplateMatcher((), MatchCalibration.default()), index)
    return retriever.evidence(text, spell(text), {}, (), readable=False)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("吊灯上门安装多少钱", "吊灯上门安装每盏60元。"),
        ("请问体验店在哪里？", "体验店在中山路18号二楼。"),
        ("积分可以转让吗", "积分不能转让。"),
        ("积分的有效期是多久", "积分有效期为两年。"),
        ("可以用现金付款吗", "门店支持银行卡付款，不收现金。"),
        ("送料はいくらですか", "送料は全国一律600円です。"),
        ("離島への配送はできますか", "離島への配送はできません。"),
        ("ค่าจัดส่งเท่าไหร่", "ค่าจัดส่งทั่วประเทศ 50 บาท"),
    ],
)
def test_the_fact_comes_first_with_its_source(text: str, first: str) -> None:
    composed = found(text).composed
    assert composed is not None
    assert composed.sentences[0].text == first
    assert composed.sentences[0].url is not None


@pytest.mark.parametrize(
    "text",
    [
        "吊灯上门安装要多久预约",
        "体验店的电话是多少",
        "体验店有停车场吗",
        "可以用支付宝付款吗",
        "积分怎么兑换礼品",
        "壁灯多重",
        "今天天气怎么样",
        "返品の送料はいくらですか",
        "ที่จอดรถราคาเท่าไหร่",
    ],
)
def test_what_names_something_else_is_not_answered(text: str) -> None:
    assert found(text).composed is None


def test_what_only_asks_names_nothing() -> None:
    assert Spelled.by("请问多少钱？") is None
    assert Spelled.by("how much is it") is None


def test_a_code_among_characters_must_be_named_too() -> None:
    spelled = Spelled.by("屏幕显示E07怎么办")
    assert spelled is not None
    assert spelled.told("屏幕显示E07时请重启。", "") == 1.0
    assert spelled.told("屏幕显示E15时请重启。", "") == 0.0
