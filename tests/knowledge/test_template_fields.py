"""Fields are plain names; whatever else looks like one is refused with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import (
    AnswerTemplate,
    Button,
    InvalidTemplateError,
    MissingFieldError,
    TemplateId,
    check_template,
    fields_of,
    fill,
)

GREETING = AnswerTemplate(
    id=TemplateId("greeting"), title="Greeting", texts={"en": "Hi {{ name }}", "de": "Hallo"}
)


def test_fields_are_named_once_in_order() -> None:
    assert fields_of("{{b}} and {{ a }}, again {{ b }}") == ("b", "a")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hi {{ name", "line 1, column 4"),
        ("Hi\n\nname }}", "line 3, column 6"),
        ("{{ customer.name }}", "line 1, column 1"),
        ("{{ name|upper }}", "line 1, column 1"),
        ("{{}}", "line 1, column 1"),
        ("{{{ name }}}", "line 1, column 1"),
        ("{% if x %}", "line 1, column 1"),
        ("{{ ok }} {name}", "line 1, column 10"),
        ("您好｛｛ name ｝｝", "line 1, column 3"),
        ("｛name｝", "line 1, column 1"),
        ("{{　name　}}", "line 1, column 1"),
    ],
)
def test_malformed_braces_are_refused_with_their_place(text: str, place: str) -> None:
    with pytest.raises(InvalidTemplateError, match=place):
        fields_of(text)


def test_single_braces_around_other_text_are_just_text() -> None:
    assert fields_of("a set {1, 2} and a face :-{") == ()


def test_filling_replaces_every_field() -> None:
    assert fill("{{a}}, {{ b }} and {{ a }}", {"a": "1", "b": "2"}) == "1, 2 and 1"


def test_filling_names_all_missing_fields() -> None:
    with pytest.raises(MissingFieldError, match="a, b"):
        fill("{{ a }} {{ b }} {{ c }}", {"c": ""})


@given(st.text(alphabet="{} ax", max_size=8), st.text(alphabet="{} ax", max_size=8))
def test_no_doubled_brace_is_ever_sent(first: str, second: str) -> None:
    filled = fill("{{ a }}{{ b }} and {{ a }}", {"a": first, "b": second})
    assert "{{" not in filled
    assert "}}" not in filled


def test_a_sound_template_passes() -> None:
    check_template(GREETING, known_fields={"name"})


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"texts": {}}, "has no text"),
        ({"texts": {"en": "  "}}, "greeting', en: the text is empty"),
        ({"texts": {"english please": "x"}}, "name the language"),
        ({"texts": {"cn": "x"}}, "cn: no language is called 'cn'"),
        ({"titles": {"cn": "x"}}, "titles: no language is called 'cn'"),
        ({"titles": {"Chinese": "x"}}, "titles: name the language"),
        ({"titles": {"zh": " "}}, "titles, zh: the title is empty"),
        ({"buttons_in": {"xx": (Button("Yes", "Yes"),)}}, "buttons: no language is called 'xx'"),
        ({"buttons_in": {"zh": (Button("好", ""),)}}, "zh: a button needs"),
        ({"texts": {"en": "Hi {{ nmae }}"}}, "line 1, column 4: no field is called 'nmae'"),
        ({"texts": {"en": "ok", "de": "{{ }}"}}, "de, line 1, column 1"),
        ({"title": " "}, "title"),
        ({"examples": ("x", "")}, "example is empty"),
        ({"buttons": (Button("Yes", ""),)}, "button"),
    ],
)
def test_an_unsound_template_is_refused(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(InvalidTemplateError, match=complaint):
        check_template(replace(GREETING, **change), known_fields={"name"})  # type: ignore[arg-type]
