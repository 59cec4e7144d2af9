"""Reasons for the team: complete in every language, and recognised whatever they hold."""

from __future__ import annotations

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog.why import REASONS, why, why_in, why_key

ENGLISH = REASONS["en"]
values = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", REASONS)
def test_every_language_has_every_reason_with_the_same_places(language):
    assert {key: places(text) for key, text in REASONS[language].items()} == {
        key: places(text) for key, text in ENGLISH.items()
    }


def test_no_two_reasons_are_the_same():
    assert len(set(ENGLISH.values())) == len(ENGLISH)


@pytest.mark.parametrize("key", ENGLISH)
@given(data=st.data())
def test_a_stored_reason_is_said_anew_with_its_values(key, data):
    given_values = {place: f"«{data.draw(values)}»" for place in places(ENGLISH[key])}
    said = why_in("zh-CN", why(key, **given_values))
    assert said == REASONS["zh-Hans"][key].format(**given_values)


def test_a_reason_inside_a_reason_is_said_anew_too():
    stored = why("lookup_failed", lookup="orders", failure=why("out_of_order", status="503"))
    assert why_in("zh-Hans", stored) == "查询“orders”没有结果：该服务出现故障（HTTP 503）。"


def test_what_a_customer_wrote_is_never_translated():
    assert "thanks" in why_in("zh-Hans", why("read_as", text="thanks"))


@pytest.mark.parametrize("language", ["en", "fr", "", "de"])
def test_a_language_without_reasons_gets_them_as_they_are_stored(language):
    assert why_in(language, why("sure")) == why("sure")


def test_an_agents_own_words_stay_as_they_are():
    assert why_in("zh-Hans", "Please call back") == "Please call back"


def test_which_reason_a_stored_sentence_is_can_be_told():
    assert why_key(why("read_as_sure", text="how much is it?")) == "read_as_sure"
    assert why_key("Somebody pressed a button.") is None
