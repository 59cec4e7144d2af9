"""Discovered intents over HTTP: agents look, editors decide, and nonsense is refused."""

from __future__ import annotations

import pytest

from bot.desk.users import Role
from bot.store.tables import ExampleRow, IntentRow

QUESTIONS = {"is it late": "billing/parcel", "where is it": "billing/parcel", "refund me": "money"}


@pytest.fixture
def discovered(shop):
    with shop.services.database.write() as session:
        for id in ("billing/parcel", "money"):
            session.add(IntentRow(id=id, name=id, source="cluster", state="draft"))
        session.flush()
        for text, intent in QUESTIONS.items():
            session.add(ExampleRow(id=text, intent_id=intent, text=text, source="learned"))
    return shop


@pytest.fixture
def eve(discovered):
    return discovered.person("Eve", Role.EDITOR)


def examples(person, intent) -> list[str]:
    found = person.get("review/intents/examples", intent=intent)
    assert found.status_code == 200, found.text
    return [each["text"] for each in found.json()["examples"]]


def ids(person) -> dict[str, str]:
    return {each["id"]: each["state"] for each in person.get("review/intents").json()["intents"]}


def test_an_editor_moves_splits_renames_and_accepts(eve):
    assert ids(eve) == {"billing/parcel": "draft", "money": "draft"}
    moved = eve.post("review/intents/moves", {"texts": ["refund me"], "into": "billing/parcel"})
    assert moved.status_code == 204, moved.text
    assert examples(eve, "billing/parcel") == ["is it late", "where is it", "refund me"]
    body = {"intent": "billing/parcel", "texts": ["is it late"], "name": "Late"}
    assert eve.post("review/intents/splits", body).json() == {"intent": "late"}
    assert examples(eve, "late") == ["is it late"]
    named = eve.post("review/intents/names", {"intent": "late", "name": "Too late"})
    assert named.status_code == 204
    assert eve.post("review/intents/accepted", {"intents": ["late"]}).status_code == 204
    assert ids(eve)["late"] == "accepted"


def test_an_editor_leaves_out_what_was_not_accepted(eve):
    assert eve.post("review/intents/left-out", {"intent": "money"}).status_code == 204
    assert ids(eve) == {"billing/parcel": "draft"}
    eve.post("review/intents/accepted", {"intents": ["billing/parcel"]})
    kept = eve.post("review/intents/left-out", {"intent": "billing/parcel"})
    assert (kept.status_code, "was accepted" in kept.text) == (409, True)


@pytest.mark.parametrize(
    ("call", "body", "status"),
    [
        ("moves", {"texts": ["refund me"], "into": "none"}, 404),
        ("moves", {"texts": [], "into": None}, 422),
        ("splits", {"intent": "money", "texts": ["refund me"], "name": "  ?  "}, 422),
        ("names", {"intent": "none", "name": "A"}, 404),
        ("accepted", {"intents": ["none"]}, 404),
        ("left-out", {"intent": "none"}, 404),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(eve, call, body, status):
    assert eve.post(f"review/intents/{call}", body).status_code == status
    assert examples(eve, "money") == ["refund me"]


def test_an_agent_looks_and_does_not_decide(discovered):
    ada = discovered.person()
    assert examples(ada, "money") == ["refund me"]
    refused = ada.post("review/intents/moves", {"texts": ["refund me"], "into": None})
    assert refused.status_code == 404
    assert ada.get("review/intents/examples", intent="none").status_code == 404
