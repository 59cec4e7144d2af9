"""Details of every other type: what is taken, in which form, and what is refused and why."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from bot.dialog import DetailField, FieldType, Option
from bot.dialog.details import Found, Moment, Refused, as_words, read_answer, read_anywhere, shown

LABELLED = (
    Option("frame", {"en": "Frame or fork", "de": "Rahmen"}, ("fork",)),
    Option("wheel", {"en": "Wheel"}, ("rear wheel",)),
    Option("rear", {"en": "Rear wheel"}),
    Option("else"),
)


def made(kind: FieldType, **more: object) -> DetailField:
    return DetailField("it", **{"pattern": None, "prompts": {}, "type": kind, **more})  # type: ignore[arg-type]


def read(field: DetailField, text: str, language: str = "en") -> object:
    found = read_answer(field, text, Moment(date(2026, 3, 4), language))
    if isinstance(found, Refused):
        return found.problem
    return found.value if isinstance(found, Found) else found


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("3", "en", "3"),
        ("I have 3 of them.", "en", "3"),
        ("3kg", "en", "3"),
        ("-2.50", "en", "-2.5"),
        ("+7", "en", "7"),
        ("1,234.5", "en", "1234.5"),
        ("1.234,5", "de", "1234.5"),
        ("1,234", "en", "1234"),
        ("1,234", "de", "1.234"),
        ("1.234", "de", "1234"),
        ("1 234 567", "en", "1234567"),
        ("1'234.50", "de", "1234.5"),
        ("1.234.567", "en", "1234567"),
        ("0,125", "en", "0.125"),
        ("3,5", "en", "3.5"),
        ("zwei", "de", "2"),
        ("两", "zh-Hans", "2"),
        ("买了3个", "zh-Hans", "3"),
        ("2 or 3", "en", "detail_several"),
        ("3 and 3", "en", "3"),
        ("1.23.4567", "en", None),
        ("1,2.3,4", "en", None),
        ("3-5", "en", None),
        ("12:30", "en", None),
        ("LW-26-12345", "en", None),
        ("1.5abc", "en", None),
        ("many", "en", None),
    ],
)
def test_a_number_is_read_as_the_language_writes_it(text, language, value):
    assert read(made(FieldType.NUMBER), text, language) == value


def test_numbers_keep_their_limits():
    field = made(FieldType.INTEGER, least=Decimal(1), most=Decimal("9.0"))
    assert read(field, "9.0") == "9"
    assert read(field, "1.5") == "detail_integer"
    assert read(field, "0") == "detail_too_small"
    assert read_answer(field, "10", Moment(date(2026, 3, 4), "en")) == Refused(
        "detail_too_large", {"limit": "9"}
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("€ 12,5", "12.50 EUR"),
        ("12.50 euros", "12.50 EUR"),
        ("100元", "100.00 CNY"),
        ("12", "detail_currency"),
        ("12 € or $", "detail_currency"),
    ],
)
def test_an_amount_has_its_currency(text, value):
    assert read(made(FieldType.AMOUNT), text, "de" if "," in text else "en") == value


def test_an_amount_may_be_in_one_currency_only():
    field = made(FieldType.AMOUNT, currency="EUR")
    assert read(field, "12") == "12.00 EUR"
    assert read(field, "$12") == "detail_currency"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Write to Nora.P@Mail.Example.", "nora.p@mail.example"),
        ("(a+b@c-d.co.uk)", "a+b@c-d.co.uk"),
        ("a@b.nl or c@d.nl", "detail_several"),
        ("nora@mail", "detail_email"),
        ("I have none", None),
    ],
)
def test_an_email_address_is_found_and_written_small(text, value):
    assert read(made(FieldType.EMAIL), text) == value


def test_an_email_address_may_have_a_pattern_of_its_own():
    field = made(FieldType.EMAIL, pattern=re.compile(r"\w+@shop\.nl", re.IGNORECASE))
    assert read(field, "Me@Shop.nl") == "me@shop.nl"
    assert read(field, "me@else.nl") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call +31 20 123 4567 please", "+31201234567"),
        ("020-1234567", "+31201234567"),
        ("12345", "detail_phone"),
        ("+31 20 123 4567 or +31 20 123 4568", "detail_several"),
        ("none", None),
    ],
)
def test_a_phone_number_must_be_one_that_exists(text, value):
    assert read(made(FieldType.PHONE, region="NL"), text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Frame or fork", "frame"),
        ("der Rahmen!", "frame"),
        ("it is the fork", "frame"),
        ("2", "wheel"),
        ("9", None),
        ("wheel", "wheel"),
        ("Rear wheel", "detail_several"),
        ("Rear wheels", "rear"),
        ("ELSE", "else"),
        ("framework", None),
        ("fork and wheel", "detail_several"),
    ],
)
def test_a_choice_is_made_by_label_synonym_or_number(text, value):
    assert read(made(FieldType.CHOICE, options=LABELLED), text) == value


@pytest.mark.parametrize(("text", "value"), [("yes!", "yes"), ("nein", "no"), ("perhaps", None)])
def test_yes_and_no_are_told_apart(text, value):
    assert read(made(FieldType.YES_NO), text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("  The\trim is bent \u202e\x00", "The rim is bent"),
        ("two\nlines", "two\nlines"),
        ("👍 …", None),
        ("bent", "detail_too_short"),
        ("b" * 31, "detail_too_long"),
    ],
)
def test_a_free_text_is_the_whole_answer(text, value):
    assert read(made(FieldType.TEXT, shortest=5, longest=30), text) == value


def test_what_looks_like_a_pattern_is_found_and_written_in_one_way():
    pattern = re.compile(r"LW[ -]?(\d{3})", re.IGNORECASE)
    field = made(FieldType.TEXT, pattern=pattern, canonical=r"LW-\1")
    assert read(field, "it's lw 123, I think") == "LW-123"
    assert read(field, "LW123 (LW-123)") == "LW-123"
    assert read(field, "LW123 LW124") == "detail_several"
    assert read_anywhere(made(FieldType.TEXT, pattern=re.compile(r"\s*")), "  ") is None


def test_a_value_is_shown_in_the_customers_words():
    field = made(FieldType.CHOICE, options=LABELLED)
    assert [shown(field, each, "de") for each in ("frame", "else", "gone")] == [
        "Rahmen",
        "else",
        "gone",
    ]
    assert [shown(made(FieldType.YES_NO), each, "de") for each in ("yes", "no")] == ["Ja", "Nein"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("*bold* _it_ a_b", r"\*bold\* \_it\_ a_b"),
        ("[x](http://y) <b> &lt; a & b", r"\[x\](http://y) \<b\> \&lt; a & b"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("+31 20", "+31 20"),
        ("two\nlines\u202e", "two lines"),
        ("![x](y)", r"\!\[x\](y)"),
    ],
)
def test_a_value_is_never_markup(value, words):
    assert as_words(value) == words
