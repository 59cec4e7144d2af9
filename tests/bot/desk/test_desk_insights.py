"""The figures' routes: who may see them, what is refused, and where they lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk.users import Role
from bot.insights import Figure
from bot.settings.insights import InsightSettings
from bot.store.tables import ConversationRow, EventRow


def conversation(shop, id: str, days: int = 0, **more) -> None:
    at = shop.services.clock() - timedelta(days=days)
    moments = {"created_at": at, "updated_at": at, "customer_wrote_at": at}
    with shop.services.database.write() as session:
        session.add(ConversationRow(id=id, channel="web", **moments, **more))


def taken(shop, conversation: str, agent: str) -> None:
    row = EventRow(
        conversation_id=conversation,
        kind="take_over",
        data={"agent": agent},
        at=shop.services.clock(),
    )
    with shop.services.database.write() as session:
        session.add(row)


def show_agents(shop) -> None:
    settings = shop.services.settings
    file = settings.file.model_copy(update={"insights": InsightSettings(by_agent=True)})
    shop.services.settings = replace(settings, file=file)


@pytest.mark.parametrize("role", [Role.AGENT, Role.EDITOR])
def test_figures_are_for_leads(shop, role):
    person = shop.person("Eve", role)
    assert person.get("insights").status_code == 404
    assert person.get("insights/contacts").status_code == 404
    assert person.get("insights/contacts/conversations").status_code == 404


@pytest.mark.parametrize("figure", list(Figure))
def test_every_figure_can_be_read_of_an_empty_desk(shop, figure):
    lead = shop.person("Lea", Role.LEAD)
    found = lead.get(f"insights/{figure.value}").json()
    assert (found["total"], found["before"], found["parts"]) == (0, 0, [])
    assert len(found["buckets"]) == 30
    behind = lead.get(f"insights/{figure.value}/conversations").json()
    assert behind == {"conversations": [], "total": 0, "next": None}


def test_a_figure_leads_to_its_conversations_page_by_page(shop):
    for number in range(60):
        conversation(shop, f"c{number:02}")
    conversation(shop, "old", days=40)
    lead = shop.person("Lea", Role.LEAD)
    found = lead.get("insights/contacts").json()
    assert (found["total"], found["before"], found["conversations"]) == (60, 1, 60)
    first = lead.get("insights/contacts/conversations", part="").json()
    rest = lead.get("insights/contacts/conversations", part="", after=first["next"]).json()
    ids = [each["id"] for each in (*first["conversations"], *rest["conversations"])]
    assert (len(ids), len(set(ids)), rest["next"]) == (60, 60, None)
    today = found["buckets"][-1]
    assert lead.get("insights/contacts/conversations", bucket=today).json()["total"] == 60


@pytest.mark.parametrize(
    "query",
    [
        {"from": "2026-01-02", "to": "2026-01-01"},
        {"from": "1999-12-31", "to": "2000-01-05"},
        {"from": "2020-01-01", "to": "2026-01-01"},
        {"to": "9999-12-31"},
        {"from": "yesterday"},
        {"channel": "x" * 21},
    ],
)
def test_what_cannot_be_meant_is_refused(shop, query):
    lead = shop.person("Lea", Role.LEAD)
    assert lead.get("insights/contacts", **query).status_code == 422


@pytest.mark.parametrize("after", ["x", "[1, 2]", '["2026-01-01", "c"]', "[]", "null"])
def test_a_place_from_no_page_is_refused(shop, after):
    lead = shop.person("Lea", Role.LEAD)
    found = lead.get("insights/contacts/conversations", after=after)
    assert found.status_code == 422


def test_an_unknown_figure_or_day_is_refused(shop):
    lead = shop.person("Lea", Role.LEAD)
    assert lead.get("insights/nonsense").status_code == 422
    assert lead.get("insights/contacts/conversations", bucket="2001-01-01").status_code == 422


def test_single_agents_are_shown_only_where_the_operator_says_so(shop):
    conversation(shop, "c")
    lead, ada = shop.person("Lea", Role.LEAD), shop.person("Ada")
    taken(shop, "c", ada.id)
    found = lead.get("insights/work").json()
    assert (found["people"], found["agents"]) == (1, None)
    assert ada.id not in str(found)
    assert lead.get("insights/work/conversations", agent=ada.id).status_code == 404
    show_agents(shop)
    [row] = lead.get("insights/work").json()["agents"]
    assert row == {"id": ada.id, "name": "Ada", "did": {"taken": 1}}
    assert lead.get("insights/work/conversations", agent=ada.id).json()["total"] == 1
    assert lead.get("insights").json()["by_agent"]
