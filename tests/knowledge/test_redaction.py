"""Personal data goes, and what only looks like it stays."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import (
    Redactor,
    Speaker,
    Transcript,
    TranscriptId,
    Turn,
    redact_transcript,
)

REDACTOR = Redactor(names=["Crystal Minh", "Will O'Brien", "王小明", "Support Team"])


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Write to a.b+c@mail.shop.example.", "Write to [email]."),
        ("müller@bücher.example, bob＠shop.example", "[email], [email]"),
        ("Call (977) 625-2661 or +49 30 1234567!", "Call [phone] or [phone]!"),
        ("07911 123456, 0044 7911 123456 或 138 1234 5678", "[phone], [phone] 或 [phone]"),
        ("my number is 2025550143", "my number is [phone]"),
        ("Card 4111 1111 1111 1111 12/26 123", "Card [card] 12/26 123"),
        ("5500-0000-0000-0004, 340000000000009", "[card], [card]"),
        ("Pay to DE89 3704 0044 0532 0130 00 please", "Pay to [iban] please"),
        ("gb82west12345698765432", "[iban]"),
        ("Hi crystal  minh, thanks Crystal. CRYSTAL?", "Hi [name], thanks [name]. [name]?"),
        ("Thanks Will! Will you call O'Brien?", "Thanks [name]! Will you call [name]?"),
        ("您好王小明，谢谢", "您好[name]，谢谢"),
    ],
)
def test_personal_data_is_replaced_by_what_it_was(text: str, redacted: str) -> None:
    assert REDACTOR.redact(text).text == redacted


@pytest.mark.parametrize(
    "text",
    [
        "It was $1,234,567.00, now 1.234.567,00 € or USD 12345678.90 or 1234567890 dollars.",
        "On 2023-05-01 12:01:00, 01.05.2023, 5/1/2023, 20230501 and at 20:15-21:45.",
        "Flight 1403, gate 12, size 42-44, model 700x35C, pages 100-200, 2024-2025",
        "Order 3348917502 and ticket #20231145 are late; card 4111 1111 1111 1112",
        "DE89 3704 0044 0532 0130 01 is no account; 192.168.100.200 is a computer",
        "See https://shop.example/p/2025550143?x=1",
        "die REGENHOSE in 52, BORNHOLM 3.4.2020, PINATA 1234",
        "crystal clear, Support Team, the Minhas, May 5",
        "Order 1234-567 Blue mug, Teil 1234-567 Schraube fehlt, Modell 4500-123 Schwarz",
        "Platz der Bestellung 12345 war falsch. Ihr Platz am Gang 12. Ring der Größe 54 bitte",
        "Flight from Heathrow gate 12, 2026 onwards",
        "пр. Иванов сказал 5, пер. 1 этап 2; 이름은 필수입니다",
    ],
)
def test_what_only_looks_like_personal_data_stays(text: str) -> None:
    redacted = REDACTOR.redact(text)
    assert (redacted.text, redacted.found) == (text, {})


def test_order_numbers_go_on_request() -> None:
    text = "Order no. 3348917502, Bestellung AB-1234567, 订单号：12345678, #20231145, 45 euros"
    assert Redactor(order_numbers=True).redact(text).text == (
        "Order no. [order], Bestellung [order], 订单号：[order], #[order], 45 euros"
    )


def test_what_was_found_is_counted_by_kind() -> None:
    found = REDACTOR.redact("a@b.example, c@d.example and Crystal").found
    assert found == {"email": 2, "name": 1}


def test_telephone_numbers_of_other_countries_are_found_when_asked_for() -> None:
    assert Redactor().redact("98765 43210").found == {}
    assert Redactor(regions=["IN"]).redact("98765 43210").found == {"phone": 1}


pieces = st.sampled_from(
    ["a@b.example", "+49 30 1234567", "4111111111111111", "DE89370400440532013000", "Crystal",
     "Minh", "[email]", "[card]", "2025550143", "order", "#", "00", "12", "(", ")", "-", " ", " ",
     ".", "@", "[", "]", "name"]
)  # fmt: skip


@given(st.lists(pieces, max_size=12).map("".join) | st.text(max_size=40), st.booleans())
def test_redacting_twice_changes_nothing_more(text: str, order_numbers: bool) -> None:
    redactor = Redactor(names=["Crystal Minh", "Name Card"], order_numbers=order_numbers)
    once = redactor.redact(text)
    twice = redactor.redact(once.text)
    assert (twice.text, twice.found) == (once.text, {})


@given(st.text(alphabet="abc @.[]", max_size=30))
def test_nothing_found_means_nothing_changed(text: str) -> None:
    redacted = Redactor().redact(text)
    assert bool(redacted.found) == (redacted.text != text)


def _transcript() -> Transcript:
    time = datetime(2025, 3, 1, tzinfo=UTC)
    return Transcript(
        id=TranscriptId("chat-1"),
        turns=(
            Turn(Speaker.CUSTOMER, "Hello, Crystal here", time, "Crystal Minh"),
            Turn(Speaker.AGENT, "Hi Crystal, I am Ben", time, "Ben (Support)"),
            Turn(Speaker.AGENT, "she is on 07911 123456", time, "Ben (Support)", private=True),
        ),
        tags=("vip", "crystal minh"),
        customer="crystal@minh.example",
    )


def test_a_transcript_loses_the_names_that_it_gives_itself() -> None:
    redacted, found = redact_transcript(_transcript(), Redactor(key=b"secret"))
    assert [turn.text for turn in redacted.turns] == [
        "Hello, [name] here",
        "Hi [name], I am [name]",
        "she is on [phone]",
    ]
    assert redacted.tags == ("vip", "[name]")
    assert found == {"name": 4, "phone": 1}
    assert redacted.id == "chat-1"


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("Hi Dharmeshwar, your refund is on its way.", "Hi [name], your refund is on its way."),
        ("Hi there, your refund is on its way.", "Hi there, your refund is on its way."),
    ],
)
def test_whom_an_agent_greets_is_a_name_throughout_the_conversation(said: str, stored: str) -> None:
    turns = (Turn(Speaker.AGENT, said), Turn(Speaker.CUSTOMER, "Thanks! Dharmeshwar"))
    redacted, _ = redact_transcript(Transcript(TranscriptId("1"), turns), Redactor())
    assert redacted.turns[0].text == stored
    assert ("Dharmeshwar" in redacted.turns[1].text) == (stored == said)


def test_a_customer_who_greets_a_company_keeps_it() -> None:
    turns = (Turn(Speaker.CUSTOMER, "Hi Nordhavn, where is my sofa?"),)
    redacted, found = redact_transcript(Transcript(TranscriptId("1"), turns), Redactor())
    assert (redacted.turns, found) == (turns, {})


def test_one_person_has_one_pseudonym_as_customer_and_as_author() -> None:
    known = Transcript(
        TranscriptId("1"),
        (Turn(Speaker.CUSTOMER, "hello", author="Anna Keller"),),
        customer="77",
        customer_aliases=("anna@post.example",),
    )
    by_mail = Transcript(
        TranscriptId("2"),
        (Turn(Speaker.CUSTOMER, "hello", author="Anna Keller <ANNA@post.example>"),),
        customer="anna@post.example",
    )
    redactor = Redactor(key=b"secret")
    one, _ = redact_transcript(known, redactor)
    two, _ = redact_transcript(by_mail, redactor)
    assert one.customer == one.turns[0].author == two.customer == two.turns[0].author
    assert one.customer_aliases == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_an_export_calls_people_nothing_of_it_is_kept(author: str, customer: str) -> None:
    turns = (Turn(Speaker.CUSTOMER, "hello", author=author or None),)
    transcript = Transcript(TranscriptId("1"), turns, customer=customer or None)
    redacted, _ = redact_transcript(transcript, Redactor(key=b"k"))
    for shown in (redacted.customer, redacted.turns[0].author):
        assert shown is None or shown.startswith("customer-")


def test_people_stay_apart_under_pseudonyms_that_depend_on_the_key() -> None:
    one, _ = redact_transcript(_transcript(), Redactor(key=b"one"))
    same, _ = redact_transcript(_transcript(), Redactor(key=b"one"))
    other, _ = redact_transcript(_transcript(), Redactor(key=b"two"))
    assert one == same
    authors = [turn.author for turn in one.turns]
    assert authors[0] != authors[1] == authors[2]
    assert one.customer != other.customer
    assert "minh" not in repr(one).casefold()


def test_an_id_that_is_an_address_becomes_a_pseudonym() -> None:
    turns = (Turn(Speaker.CUSTOMER, "hi"),)
    redacted, _ = redact_transcript(Transcript(TranscriptId("a@b.example"), turns), Redactor())
    again, _ = redact_transcript(Transcript(TranscriptId("a@b.example"), turns), Redactor())
    assert redacted.id.startswith("conversation-")
    assert redacted.id == again.id


def test_a_long_message_is_redacted_throughout() -> None:
    text = "a@b.example 2025550143 " * 2000 + "x" * 20000 + "1 " * 5000
    assert Redactor().redact(text).found == {"email": 2000, "phone": 2000}
