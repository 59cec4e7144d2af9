"""The dialog's memory in JSON, and back."""

from __future__ import annotations

import json

from situations import NOON

from bot.conversations.serialised import state_from_json, state_to_json
from bot.dialog import DialogState, OpenForm, Stage
from knowledge.records import TemplateId

UNDER = OpenForm(TemplateId("t"), {"a": "1"}, asked=1, asking=("b",))
OPEN = OpenForm(None, {"c": "2"}, 2, "damage", ("d",), ("e",), Stage.CHECKING, 3, 4, NOON, UNDER)


def test_what_is_remembered_comes_back_whole():
    state = DialogState(True, True, OPEN, {"c": "2"}, 1, frozenset({"a@b.nl"}))
    assert state_from_json(json.loads(json.dumps(state_to_json(state)))) == state


def test_nothing_remembered_is_nothing():
    assert state_from_json({}) == DialogState()
    assert state_from_json(state_to_json(DialogState())) == DialogState()


def test_a_form_stored_by_another_version_takes_defaults():
    stored = {"form": {"template": "t", "collected": {}, "asked": 1, "stage": "gone"}}
    assert state_from_json(stored).form == OpenForm(TemplateId("t"), {}, asked=1)
