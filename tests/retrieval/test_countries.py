"""A country is named by its name in one text and by its code in the other."""

from __future__ import annotations

import pytest

from retrieval import shares_country
from retrieval.countries import countries_named

TABLE = "| NL, BE | €4.95 |\n| UK, CH, NO | €14.95 |\n| US, CA, JP | €34.95 |"


@pytest.mark.parametrize(
    "named",
    ["Canada", "and to Switzerland", "die Schweiz", "加拿大", "the UK", "Belgique", "USA"],
)
def test_a_country_stands_in_a_table_by_its_code(named):
    assert shares_country(TABLE, named)


@pytest.mark.parametrize("named", ["Austria", "express", "", "Hamburg", "no", "be quick"])
def test_what_the_table_does_not_hold_is_not_in_it(named):
    assert not shares_country(TABLE, named)


def test_names_are_words_of_their_own():
    assert countries_named("a Chadwick of Mali") == {"ML"}
    assert shares_country("We deliver to Österreich.", "Austria")
