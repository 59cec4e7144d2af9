"""Greetings, thanks and goodbyes are heard in every language of the phrasebooks."""

from __future__ import annotations

import pytest

from nlu import courtesy_in
from nlu.courtesies import GOODBYE, GREETING, THANKS, Courtesy
from nlu.phrasebooks import BOOKS


@pytest.mark.parametrize("books", [GREETING, THANKS, GOODBYE])
def test_every_language_of_the_phrasebooks_is_courteous(books):
    assert set(books) == set(BOOKS)


@pytest.mark.parametrize(
    ("text", "courtesy", "languages"),
    [
        ("Bonjour !", Courtesy.GREETING, ("fr",)),
        ("DZIEŃ DOBRY", Courtesy.GREETING, ("pl",)),
        ("¡Muchas gracias!", Courtesy.THANKS, ("es",)),
        ("再见。", Courtesy.GOODBYE, ("zh-Hans",)),
        ("hallo", Courtesy.GREETING, ("de", "nl")),
    ],
)
def test_a_courtesy_tells_its_languages(text, courtesy, languages):
    heard = courtesy_in(text)
    assert heard
    assert (heard.courtesy, heard.languages) == (courtesy, languages)


@pytest.mark.parametrize("text", ["", "bonjour, où est ma commande ?", "hello kitty", "x" * 99])
def test_what_says_more_is_no_courtesy(text):
    assert courtesy_in(text) is None


def test_no_words_are_two_courtesies():
    said = [
        word.strip()
        for books in (GREETING, THANKS, GOODBYE)
        for word in {word.strip() for words in books.values() for word in words.split(",")}
    ]
    assert len(said) == len(set(said))
