"""The queue over the desk's API: availability, skills, putting off, passing on, what is owed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.channels.web import socket as socket_module
from bot.conversations.notices import Notice, notify
from bot.desk.users import Role
from bot.settings import SETTINGS_FILE

QUEUES = "queues:\n  returns: {intents: [return], priority: high, assignment: round_robin}\n"


@pytest.fixture
def queues(shop):
    """The shop with a queue of the operator's."""
    (shop.services.settings.home / SETTINGS_FILE).write_text(QUEUES)
    shop.services._read_settings()
    return shop


def waiting(shop):
    customer = shop.customer()
    customer.post("handoff", {})
    return customer


def held(shop, person):
    customer = waiting(shop)
    person.act(customer.id, "takeover")
    return customer


def in_hours(shop, hours):
    return (shop.services.clock() + timedelta(hours=hours)).isoformat()


def test_an_agent_switches_availability(shop):
    ada = shop.person()
    assert ada.get("me/availability").json() == {
        "available": True,
        "present": False,
        "queues": [],
        "capacity": 5,
        "busy": 0,
    }
    held(shop, ada)
    switched = ada.put("me/availability", {"available": False}).json()
    assert (switched["available"], switched["present"], switched["busy"]) == (False, False, 1)
    assert ada.put("me/availability", {"available": True}).json()["present"]


def test_a_lead_says_which_queues_somebody_takes(queues):
    ada, lea = queues.person("Ada"), queues.person("Lea", Role.LEAD)
    skills = {"queues": ["returns"], "capacity": 2}
    assert ada.put(f"users/{ada.id}/queues", skills).status_code == 404
    assert lea.put(f"users/{ada.id}/queues", skills).json()["queues"] == ["returns"]
    assert ada.get("me/availability").json()["capacity"] == 2
    unknown = lea.put(f"users/{ada.id}/queues", {"queues": ["spam"]})
    assert (unknown.status_code, "returns" in unknown.json()["detail"]) == (422, True)
    assert lea.put("users/nobody/queues", {"queues": []}).status_code == 404


def test_a_conversation_is_put_off_and_stands_in_a_list_of_its_own(shop):
    ada = shop.person()
    customer = held(shop, ada)
    snoozed = ada.act(customer.id, "snooze", until=in_hours(shop, 2))
    assert (snoozed.status_code, snoozed.json()["status"]) == (200, "snoozed")
    listed = ada.get("conversations", queue="snoozed").json()
    assert [row["id"] for row in listed["conversations"]] == [customer.id]
    assert listed["counts"]["snoozed"] == 1
    customer.says("one more thing")
    assert ada.thread(customer.id)["status"] == "with_agent"


@pytest.mark.parametrize("hours", [-1, 24 * 91])
def test_a_time_to_come_back_must_lie_ahead_but_not_too_far(shop, hours):
    ada = shop.person()
    refused = ada.act(held(shop, ada).id, "snooze", until=in_hours(shop, hours))
    assert (refused.status_code, "90 days" in refused.json()["detail"]) == (422, True)


def test_only_who_holds_it_puts_it_off_or_closes_it_then(shop):
    ada, bob = shop.person("Ada"), shop.person("Bob")
    customer = held(shop, ada)
    assert bob.act(customer.id, "snooze", until=in_hours(shop, 2)).status_code == 409
    ada.act(customer.id, "snooze", until=in_hours(shop, 2))
    assert bob.act(customer.id, "close").status_code == 409
    assert ada.act(customer.id, "close").status_code == 200


def test_who_comes_back_to_it_earlier_does_not_join_again(shop):
    ada = shop.person("Ada")
    customer = held(shop, ada)
    ada.act(customer.id, "snooze", until=in_hours(shop, 2))
    ada.act(customer.id, "takeover")
    said = [message["text"] for message in customer.page()["messages"]]
    assert sum("Ada has joined" in text for text in said) == 1


def test_a_conversation_is_passed_to_a_queue(queues):
    ada = queues.person("Ada")
    customer = held(queues, ada)
    passed = ada.act(customer.id, "transfer", queue="returns").json()
    assert (passed["status"], passed["queue"], passed["priority"]) == ("waiting", "returns", 1)
    assert "Ada is passing this on" in customer.page()["messages"][-1]["text"]
    listed = ada.get("conversations", queue="returns").json()
    assert [row["id"] for row in listed["conversations"]] == [customer.id]
    assert listed["queues"] == {"returns": 1}


@pytest.mark.parametrize("body", [{}, {"queue": "", "user_id": "x"}, {"queue": "spam"}])
def test_where_it_goes_must_be_one_known_place(queues, body):
    ada = queues.person()
    assert ada.act(held(queues, ada).id, "transfer", **body).status_code == 422


def test_a_queue_that_is_not_set_has_no_list(queues):
    refused = queues.person().get("conversations", queue="spam")
    assert (refused.status_code, "returns" in refused.json()["detail"]) == (422, True)


def test_somebody_is_asked_to_take_a_conversation(shop):
    ada, bob = shop.person("Ada"), shop.person("Bob")
    customer = waiting(shop)
    asked = ada.act(customer.id, "assign", user_id=bob.id).json()
    assert asked["assignee"] == {"id": bob.id, "name": "Bob"}
    listed = bob.get("conversations", queue="assigned").json()["conversations"]
    assert [row["id"] for row in listed] == [customer.id]
    assert ada.act(customer.id, "assign", user_id=None).json()["assignee"] is None
    ada.act(customer.id, "takeover")
    assert ada.act(customer.id, "assign", user_id=bob.id).status_code == 409


async def test_the_clock_assigns_by_the_queues_own_rule(queues):
    ada = queues.person("Ada")
    ada.put("me/availability", {"available": True})
    other, customer = waiting(queues), held(queues, ada)
    ada.act(customer.id, "transfer", queue="returns")
    until = asyncio.get_running_loop().time() + 10
    while ada.thread(customer.id)["assignee"] is None:
        assert asyncio.get_running_loop().time() < until
        await asyncio.sleep(0.05)
    assert ada.thread(customer.id)["assignee"]["id"] == ada.id
    assert ada.thread(other.id)["assignee"] is None


def test_who_moves_up_in_the_queue_hears_it_by_itself(shop, monkeypatch):
    monkeypatch.setattr(socket_module, "REFRESH_SECONDS", 3_600)
    first, second, ada = waiting(shop), waiting(shop), shop.person()
    with second.socket(after=99) as socket:
        assert socket.receive_json()["position"] == 2
        shop.client.portal.call(shop.services.timekeeper.tick)
        ada.act(first.id, "takeover")
        assert socket.receive_json()["position"] == 1


def test_colleagues_see_who_looks_and_types(shop):
    ada, bob = shop.person("Ada"), shop.person("Bob")
    customer = waiting(shop)
    assert ada.act(customer.id, "presence", typing=True).json() == {"viewers": []}
    seen = bob.act(customer.id, "presence").json()["viewers"]
    assert seen == [{"id": ada.id, "name": "Ada", "typing": True}]
    assert ada.thread(customer.id)["viewers"] == [{"id": bob.id, "name": "Bob", "typing": False}]
    assert ada.act("nothing", "presence").status_code == 404


def test_whoever_comes_second_is_told_who_was_first(shop):
    ada, bob = shop.person("Ada"), shop.person("Bob")
    customer = held(shop, ada)
    for what, body in (("takeover", {}), ("reply", {"client_msg_id": "k", "text": "hi"})):
        refused = bob.act(customer.id, what, **body)
        assert (refused.status_code, "Ada has this" in refused.json()["detail"]) == (409, True)


def test_notices_are_listed_the_latest_first(shop):
    ada = shop.person()
    customers = [waiting(shop), waiting(shop)]
    with shop.services.database.write() as session:
        for customer in customers:
            notify(session, Notice.NO_AGENT, customer.id, "now", shop.services.clock())
    listed = ada.get("notices").json()["notices"]
    assert [each["conversation_id"] for each in listed] == [c.id for c in reversed(customers)]
    assert (listed[0]["kind"], listed[0]["delivered_at"]) == ("no_agent", None)
    assert len(ada.get("notices", before=listed[0]["id"]).json()["notices"]) == 1


def test_figures_of_promises_and_resolutions_can_be_read(shop):
    ada = shop.person()
    ada.act(held(shop, ada).id, "close")
    found = ada.get("service-levels", days=1).json()
    assert set(found) == {"days", "first_response", "resolution", "resolutions"}
    assert found["resolutions"]["durable"] == 0


@pytest.mark.parametrize("path", ["notices", "service-levels", "me/availability"])
def test_nothing_of_it_is_for_strangers(shop, path):
    assert shop.client.get(f"/api/desk/{path}").status_code == 401
