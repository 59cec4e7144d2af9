"""Who looks at the same conversation, for as long as they say so."""

from __future__ import annotations

from datetime import timedelta

from situations import NOON

from bot.conversations.onlookers import LOOKS_FOR, Onlookers


def test_who_stops_saying_so_is_gone_after_a_moment():
    there = Onlookers()
    there.note("c", "ada", "Ada", NOON, typing=False)
    assert [each.name for each in there.at("c", NOON + LOOKS_FOR / 2)] == ["Ada"]
    assert there.at("c", NOON + LOOKS_FOR) == []
    assert there.at("other", NOON) == []


def test_only_what_colleagues_would_see_is_news():
    there = Onlookers()
    steps = [("ada", False), ("ada", False), ("ada", True), ("bob", False), ("ada", True)]
    news = [there.note("c", who, who, NOON, typing=typing) for who, typing in steps]
    assert news == [True, False, True, True, False]
    later = NOON + LOOKS_FOR + timedelta(seconds=1)
    assert there.note("c", "ada", "ada", later, typing=True)
