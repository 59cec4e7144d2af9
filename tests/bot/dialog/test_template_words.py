"""Titles, texts and buttons of templates in the language of the conversation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from form_talk import Talk
from hypothesis import given
from hypothesis import strategies as st
from situations import HOURS, INVOICE, ORDER, REFUND, RETURNS, TEMPLATES, asking, reading, turn

from bot.dialog import Bearing, CustomerMessage, DialogState, Kind, Memory, OpenForm, decide
from bot.dialog.languages import best_language, language_among
from bot.dialog.template_words import buttons_in, template_text, title_in, titled
from knowledge import AnswerTemplate, Button, TemplateId

RUECKGABE = Button("Erstattung", "Wann kommt mein Geld?")
SEND_BACK = replace(
    RETURNS,
    texts={**RETURNS.texts, "zh-Hans": "请在 30 天内寄回。"},
    titles={"zh-Hans": "怎么退货？", "de": "Rückgabe"},
    buttons_in={"de": (RUECKGABE,)},
)
MONEY = replace(REFUND, titles={"zh-Hans": "退款什么时候到账"})
SPOKEN = {**TEMPLATES, SEND_BACK.id: SEND_BACK, MONEY.id: MONEY}
BOTH = DialogState(clarified=True, memory=Memory("x", (), (SEND_BACK.id, MONEY.id), "f"))
tags = st.sampled_from(["en", "de", "de-AT", "zh", "zh-Hans", "zh-CN", "zh-TW", "nl", "ZH-cn"])


def said(text: str, language: str, state: DialogState = BOTH, **more):
    return decide(turn(reading(text, language=language, **more), state=state, templates=SPOKEN))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Returning something"),
        ("zh-Hans", "怎么退货？"),
        ("zh-CN", "怎么退货？"),
        ("zh", "怎么退货？"),
        ("de-AT", "Rückgabe"),
        ("fr", "Returning something"),
    ],
)
def test_a_title_is_in_the_language_of_the_conversation_or_the_first(language, title):
    assert title_in(SEND_BACK, language) == title


def test_a_title_without_that_language_is_in_the_language_of_the_answer():
    chinese = replace(HOURS, title="营业时间", texts={"zh": "九点", "en": "Nine."})
    both = replace(chinese, titles={"en": "Opening hours"})
    assert [title_in(both, each) for each in ("zh-Hans", "de")] == ["营业时间", "Opening hours"]
    assert title_in(chinese, "de") == "营业时间"


def test_buttons_are_in_the_language_of_the_answer_or_left_out():
    assert buttons_in(SEND_BACK, "en") == buttons_in(SEND_BACK, "fr") == RETURNS.buttons
    assert buttons_in(SEND_BACK, "de-AT") == (RUECKGABE,)
    assert buttons_in(SEND_BACK, "zh-Hans") == ()


@given(
    st.dictionaries(tags, st.text(min_size=1), min_size=1), st.dictionaries(tags, st.text()), tags
)
def test_every_template_has_a_text_a_title_and_buttons_in_every_language(texts, titles, language):
    template = AnswerTemplate(TemplateId("t"), "T", texts, titles=titles)
    assert template_text(template, language) in texts.values()
    assert title_in(template, language) in {"T", *titles.values()}
    assert buttons_in(template, language) == ()


def test_simplified_chinese_comes_before_traditional():
    assert language_among(["zh-TW", "zh-CN"], "zh-Hans") == "zh-CN"
    assert language_among(["zh-TW", "en"], "zh-Hans") == "zh-TW"
    assert language_among(["en"], "zh-Hans") is None
    assert best_language(["nl", "fr"], "zh-Hans") == "nl"
    assert best_language([], "zh-Hans") is None


def test_the_question_back_and_its_buttons_are_in_one_language():
    near = reading("退", (SEND_BACK, 0.5), (MONEY, 0.5), language="zh-Hans")
    reply = decide(turn(near, templates=SPOKEN)).reply
    assert [each.label for each in reply.buttons] == ["怎么退货？", "退款什么时候到账", "都不是"]


def test_what_must_wait_is_named_in_the_language_of_the_conversation():
    order, invoice = (
        replace(each, titles={"zh-Hans": title})
        for each, title in ((ORDER, "订单"), (INVOICE, "发票"))
    )
    parts = asking(*(reading("x", (each, 0.9), language="zh-Hans") for each in (order, invoice)))
    templates = {order.id: order, invoice.id: invoice}
    asked = turn(reading("x", language="zh-Hans"), parts=parts, templates=templates)
    assert "您还问到了“发票”。" in decide(asked).reply.text


@pytest.mark.parametrize("text", ["怎么退货", "怎么退货？", "Rückgabe!", "returning something"])
def test_a_title_that_is_typed_picks_what_was_offered_in_any_language(text):
    decision = said(text, "zh-Hans")
    assert decision.reply.text == "请在 30 天内寄回。"
    assert decision.state.memory.asked == text


def test_a_title_counts_for_what_was_offered_alone():
    assert said("怎么退货", "zh-Hans", DialogState()).reply.kind is Kind.CLARIFY
    assert said("营业时间", "zh-Hans").reply.reasons.template is None


def test_a_title_that_two_templates_have_picks_neither():
    twin = replace(MONEY, title="怎么退货")
    assert titled([SEND_BACK, twin], "怎么退货") is None
    assert titled([SEND_BACK], "？") is None


@pytest.mark.parametrize("text", ["都不是", "Something else", "something else."])
def test_the_label_that_wants_none_of_these_may_be_typed(text):
    assert said(text, "en").reply.reasons.rule == "none of these"
    assert said(text, "en", replace(BOTH, clarified=False)).reply.reasons.rule != "none of these"


def test_an_operators_form_that_is_open_hears_a_title_as_its_answer():
    form = OpenForm(name="damage", asking=("what",), asked=1)
    talk = Talk(state=replace(BOTH, form=form), templates=SPOKEN)
    assert talk.say("怎么退货怎么退货", language="zh-Hans").state.form.collected["what"]
    assert talk.say("怎么退货", language="zh-Hans").reply.reasons.template is None


def test_a_title_after_a_greeting_or_a_correction_is_told_by_what_is_left_of_it():
    meant = reading("怎么退货", language="zh-Hans")
    written = (CustomerMessage(1, "不，我问的是怎么退货"),)
    mended = replace(
        turn(meant, state=BOTH, templates=SPOKEN, messages=written), bearing=Bearing.MENDED
    )
    assert decide(mended).reply.reasons.template == SEND_BACK.id
