"""The desk asks what a message is taken for: only people who signed in may."""

from __future__ import annotations

from bot.desk.users import Role


def test_a_message_is_explained_to_an_agent(shop):
    found = shop.person("Ann", Role.AGENT).post("explain", {"text": "Where is my parcel?"})
    assert found.status_code == 200
    assert found.json()["text"] == "Where is my parcel?"
    assert found.json()["examples"] == []  # nothing has been learned in this home


def test_strangers_and_broken_texts_are_refused(shop):
    agent = shop.person("Ann", Role.AGENT)
    assert shop.client.post("/api/desk/explain", json={"text": "a"}).status_code in {401, 403, 404}
    assert agent.post("explain", {"text": ""}).status_code == 422
    assert agent.post("explain", {"text": "a" * 8_001}).status_code == 422
    assert agent.post("explain", {"text": "a", "more": 1}).status_code == 422
