"""Which languages go to people: as measured, unless the operator decided otherwise."""

from __future__ import annotations

import pytest

from bot.content.languages import languages_for_people, store_languages

MEASURED = {"fr": {"below_target": True}, "en": {"below_target": False}}


@pytest.mark.parametrize(
    ("decided", "for_people"),
    [
        ({}, {"fr"}),
        ({"fr": "answer"}, set()),
        ({"en": "hand_off"}, {"fr", "en"}),
        ({"it": "hand_off", "fr": "answer"}, {"it"}),
    ],
)
def test_the_operator_decides_before_the_measurement(database, decided, for_people):
    with database.write() as session:
        store_languages(session, MEASURED)
    assert languages_for_people(database, decided) == for_people


def test_nothing_is_handed_over_before_anything_was_measured(database):
    assert languages_for_people(database, {}) == frozenset()
