"""The inbox: searched over everything, narrowed by filters, and paged by where a page ended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.store.tables import ConversationRow, MessageRow


def conversation(shop, id: str, *texts: str, minutes: int = 0, **more) -> None:
    """A conversation in which these texts were said, changed so many minutes ago."""
    at = shop.services.clock() - timedelta(minutes=minutes)
    row = ConversationRow(
        id=id, channel=more.pop("channel", "web"), created_at=at, updated_at=at, **more
    )
    with shop.services.database.write() as session:
        session.add(row)
        session.flush()
        for seq, text in enumerate(texts, start=1):
            message = MessageRow(
                conversation_id=id, seq=seq, author="customer", text=text, sent_at=at
            )
            session.add(message)


def found(person, **query) -> list[str]:
    listed = person.get("conversations", **query)
    assert listed.status_code == 200, listed.text
    return sorted(each["id"] for each in listed.json()["conversations"])


def test_all_words_are_looked_for_in_all_that_was_said(shop):
    conversation(shop, "a", "my parcel is late", "the red bike")
    conversation(shop, "b", "my parcel is here")
    ada = shop.person()
    assert found(ada, q="parcel bike") == ["a"]
    assert found(ada, q="PARCEL") == ["a", "b"]
    assert found(ada, q='"parcel is here"') == ["b"]
    assert found(ada, q="50%_\\") == []


def test_words_are_found_whatever_the_script_and_the_case(shop):
    conversation(shop, "a", "ÜBERWEISUNG fehlt", customer="Łukasz")
    conversation(shop, "b", "我的包裹在哪里")
    ada = shop.person()
    assert found(ada, q="überweisung") == ["a"]
    assert found(ada, q="łukasz") == ["a"]
    assert found(ada, q="包裹") == ["b"]


def test_what_was_found_is_shown_at_its_place(shop):
    conversation(shop, "a", "x" * 500 + " the needle " + "y" * 500, "the last word")
    [row] = shop.person().get("conversations", q="the needle").json()["conversations"]
    assert row["match"]["seq"] == 1
    assert "the needle" in row["match"]["text"]
    assert len(row["match"]["text"]) < 250
    assert row["last_message"]["text"] == "the last word"


def test_a_search_is_narrowed_by_state_agent_language_channel_and_dates(shop):
    ada = shop.person()
    conversation(shop, "a", "hi", language="de", status="closed", agent_id=ada.id, minutes=3000)
    conversation(shop, "b", "hi", language="en", channel="telegram", channel_ref="1")
    assert found(ada, queue="closed") == ["a"]
    assert found(ada, agent=ada.id) == ["a"]
    assert found(ada, agent="nobody") == ["b"]
    assert found(ada, language="de") == ["a"]
    assert found(ada, channel="telegram") == ["b"]
    yesterday = (shop.services.clock() - timedelta(days=1)).isoformat()
    assert found(ada, since=yesterday) == ["b"]
    assert found(ada, until=yesterday) == ["a"]
    assert ada.get("conversations", since="yesterday").status_code == 422
    assert ada.get("inbox/filters").json() == {
        "languages": ["de", "en"],
        "channels": ["telegram", "web"],
        "agents": [{"id": ada.id, "name": "Ada"}],
    }


@pytest.mark.parametrize("queue", ["all", "waiting"])
def test_pages_hold_each_conversation_once_also_where_many_are_of_one_moment(shop, queue):
    now = shop.services.clock()
    with shop.services.database.write() as session:
        for n in range(95):
            at = now - timedelta(seconds=n // 10)
            session.add(
                ConversationRow(
                    id=f"c{n:02}", channel="web", status="waiting", priority=n % 3,
                    waiting_since=at, created_at=at, updated_at=at,
                )
            )  # fmt: skip
    ada, seen, after = shop.person(), [], {}
    while True:
        page = ada.get("conversations", queue=queue, limit=20, **after).json()
        seen += [each["id"] for each in page["conversations"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert len(seen) == len(set(seen)) == 95
    with shop.services.database.read() as session:
        row = ConversationRow
        order = (
            (row.updated_at.desc(), row.id)
            if queue == "all"
            else (row.priority.desc(), row.waiting_since, row.id)
        )
        assert seen == list(session.exec(select(row.id).order_by(*order)))


def test_what_comes_in_while_somebody_scrolls_moves_nothing_out_of_the_next_page(shop):
    for n in range(4):
        conversation(shop, f"c{n}", "hi", minutes=n)
    ada = shop.person()
    first = ada.get("conversations", limit=2).json()
    conversation(shop, "new", "hi", minutes=-1)
    assert found(ada, limit=2, after=first["next"]) == ["c2", "c3"]


@pytest.mark.parametrize(
    "after", ['["x", "y"]', "[1]", '{"a": 1}', '[1, "2026-01-01T00:00:00+00:00", "c"]']
)
def test_a_place_from_no_page_is_refused(shop, after):
    assert shop.person().get("conversations", after=after).status_code == 422
