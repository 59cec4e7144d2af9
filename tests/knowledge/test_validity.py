"""What says of itself until when it holds is told from what only speaks of a validity."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.articles.validity import held_until

LAST = date(2025, 12, 31)


@pytest.mark.parametrize(
    "title",
    [
        "Opening hours (valid until December 2025)",
        "Opening hours (valid until December 2025) | Fernhill",
        "Prices – valid from 1 January 2025 to 31 December 2025 – summer",
        "Price list, valid through December 31st, 2025",
        "Price list in effect until the end of 2025",
        "Price list (valid to 12/31/2025)",
        "Preisliste gültig bis 31.12.2025",
        "Preise (gültig vom 1.1. bis zum 31. Dezember 2025)",
        "Preise (bis 31.12.25 gültig)",
        "Gebühren, gilt bis Ende 2025",
        "Tarifs valables jusqu’au 31 décembre 2025",
        "Horaires (en vigueur jusqu'à fin 2025)",
        "Tarifs valables du 1er janvier au 31 décembre 2025",
        "Precios válidos hasta el 31 de diciembre de 2025",
        "Horario (vigente hasta diciembre de 2025)",
        "Prezzi validi fino al 31 dicembre 2025",
        "Orari (validi dal 1° gennaio al 31 dicembre 2025)",
        "Prijzen geldig t/m 31-12-2025",
        "Openingstijden (geldig tot en met december 2025)",
        "开放时间（有效期至2025年12月31日）",
        "价目表有效期：2025年1月1日至2025年12月31日",
        "价目表（2025年12月31日前有效）",
        "价目表（有效至2025年底）",
    ],
)
def test_a_title_tells_the_last_day(title):
    assert held_until(title, "We charge nothing.") == LAST


@pytest.mark.parametrize(
    "title",
    [
        "Price list 2025",
        "History 1999",
        "Boilers until 2019",
        "Summer sale until 31 August 2025",
        "Is a ticket valid until December 2025 refundable?",
        "Is my ticket valid until December 2025?",
        "Tickets valid until 2025 can be exchanged",
        "What to do when your card expires in 2025",
        "Rules applicable to 2025",
        "How to apply until December 2025",
        "Vouchers are valid until they are used",
        "Not valid until December 2025",
        "Preise (nicht gültig bis 31.12.2025)",
        "Prices (valid until 31 February 2025)",
        "Tarifs valables",
        "有效期至年底",
    ],
)
def test_a_title_that_speaks_of_something_else_tells_none(title):
    assert held_until(title, "We charge nothing.") is None


def test_of_a_date_that_may_be_read_two_ways_the_later_counts():
    assert held_until("Prices (valid until 3/4/2025)", "") == date(2025, 4, 3)
    assert held_until("Prices (valid until 3.4.2025)", "") == date(2025, 4, 3)
    assert held_until("Prices (valid until 5/4/2025)", "") == date(2025, 5, 4)


@pytest.mark.parametrize(
    ("body", "last"),
    [
        ("# Hours (valid until 2025)\n\nNine to five.", LAST),
        ("# Hours\n\n*Valid until 31 December 2025.*\n\nNine to five.", LAST),
        ("（有效期至2025年12月31日）\n\n九点到五点。", LAST),
        ("# Summer (valid until 2025)\n\nNine.\n\n# Winter\n\nTen.", None),
        ("Nine to five.\n\nValid until 31 December 2025.", None),
        ("The pass is valid until 31 December 2025.", None),
        ("Valid until 31 December 2025 are all passes that we sold.", None),
    ],
)
def test_only_what_stands_over_the_whole_text_speaks_for_it(body, last):
    assert held_until("Hours", body) == last


def test_a_title_that_is_one_of_several_headings_speaks_for_its_section():
    title, sections = "Summer (valid until 2025)", "Nine.\n\n## {}\n\nTen.\n\n## Winter\n\nEleven."
    assert held_until(title, sections.format(title)) is None


@given(st.text(), st.text())
def test_any_text_is_read(title, body):
    held_until(f"{title} valid until {body}", f"# {body}\n\n{title}")


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_was_written(day):
    assert held_until(f"Prices (valid until {day.isoformat()})", "") == day
    assert held_until(f"Prices (valid until {day.day} {day:%B} {day.year})", "") == day
    assert held_until(f"Preise (gültig bis {day:%d.%m.%Y})", "") == day
