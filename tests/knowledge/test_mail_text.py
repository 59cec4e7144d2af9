"""Of a mail only its author's own words are left, whatever its client and its language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importers.mail_text import own_words, own_words_of_html


def examples() -> dict[str, tuple[str, str]]:
    """By name: a mail's text, and its author's own words."""
    written = (Path(__file__).parent / "mail_examples.txt").read_text(encoding="utf-8")
    _, *blocks = written.split("%%%% ")
    mails: dict[str, tuple[str, str]] = {}
    for mail, own in zip(blocks[::2], blocks[1::2], strict=True):
        name, _, text = mail.partition("\n")
        mails[name] = (text, own.partition("\n")[2].strip())
    return mails


EXAMPLES = examples()


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_authors_own_words_are_left(name: str) -> None:
    text, own = EXAMPLES[name]
    assert own_words(text) == own


@pytest.mark.parametrize("name", EXAMPLES)
def test_taking_off_twice_changes_nothing(name: str) -> None:
    once = own_words(EXAMPLES[name][0])
    assert own_words(once) == once


@pytest.mark.parametrize("name", EXAMPLES)
def test_windows_line_ends_change_nothing(name: str) -> None:
    text, own = EXAMPLES[name]
    assert own_words(text.replace("\n", "\r\n")) == own


@given(st.text(max_size=200))
def test_whatever_the_text_no_words_are_made_up(text: str) -> None:
    assert set(own_words(text).split()) <= set(text.split())


PIECES = (
    "> q\n", "On 3.3.2025 10:02 ", "a <b@c.example> ", "wrote:\n", "From: x\n", "Sent: y\n",
    "word ", "\n", " \n", "-- \n", "-----Original Message-----\n", "____________\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_mixture_of_the_marks_is_survived(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert len(own_words(text)) <= len(text)


@pytest.mark.timeout(60)  # Work that grew with the square of the text would take hours.
@pytest.mark.parametrize("piece", [*PIECES, "-", "_ ", "*", "<a@", "#-", "发自"])
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    assert len(own_words(text)) <= len(text)


def test_signatures_in_html_are_taken_off() -> None:
    html = '<p>Oil it.</p>-- <br><div class="gmail_signature">Anna<br>Shop</div>'
    assert own_words_of_html(html) == "Oil it."


def test_quotations_in_html_are_taken_off() -> None:
    html = (
        "<div>Still <b>nothing</b>.</div><div>Tom</div>"
        '<div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Help &lt;h@shop.example&gt;'
        "<br><b>Sent:</b> Monday<br><b>To:</b> Tom<br><b>Subject:</b> Lamp</p></div><p>Sent.</p>"
    )
    assert own_words_of_html(html) == "Still nothing.\nTom"
