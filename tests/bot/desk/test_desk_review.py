"""Editors decide about labels at the desk; agents only look."""

from __future__ import annotations

import pytest

from bot.content.findings import Doubt, LabelFindings, keep_findings
from bot.content.learned import training_examples
from bot.content.overlooked import LookAlike, keep_overlooked
from bot.content.unlabelled import asked_elsewhere
from bot.desk.users import Role
from bot.services import utc_now
from bot.store.tables import ExampleRow, IntentRow, PairRow

LOST = LookAlike("where has my money got to", "refunds", 0.9, ("returns",))
KITES = LookAlike("have you got kites", "returns", 0.7)
DOUBT = Doubt("money", "returns", "refunds", 0.1, 0.8)


@pytest.fixture
def reviewed(shop):
    with shop.services.database.write() as session:
        for name in ("returns", "refunds"):
            session.add(IntentRow(id=name, name=name.title(), source="tag", state="accepted"))
        session.flush()
        session.add(ExampleRow(id="1", intent_id="returns", text="money", source="learned"))
    keep_findings(shop.services.database, LabelFindings("", 1, None, (DOUBT,)))
    return shop


def test_an_editor_moves_an_example_and_it_is_no_longer_open(reviewed):
    editor = reviewed.person("Eve", Role.EDITOR)
    found = editor.get("review").json()
    assert [each["text"] for each in found["labels"]["suspects"]] == ["money"]
    assert [each["id"] for each in found["intents"]] == ["refunds", "returns"]
    moved = editor.post("review/labels", {"text": "money", "intent": "refunds"})
    assert moved.status_code == 204, moved.text
    assert editor.get("review").json()["labels"]["suspects"] == []
    assert training_examples(reviewed.services.database) == [("money", "refunds")]


@pytest.fixture
def overlooked(reviewed):
    database = reviewed.services.database
    with database.write() as session:
        for each in (LOST, KITES):
            row = PairRow(id=each.text, transcript_key="t")
            row.content = {"question": each.text}
            session.add(row)
    keep_overlooked(database, [KITES, LOST], 9, utc_now())
    return reviewed


def left_of(person) -> tuple[list[str], int, int]:
    found = person.get("review").json()["overlooked"]
    return [each["text"] for each in found["questions"]], found["alike"], found["strangers"]


def test_an_editor_says_what_strangers_are_and_they_are_not_asked_again(overlooked):
    editor, database = overlooked.person("Eve", Role.EDITOR), overlooked.services.database
    assert left_of(editor) == ([LOST.text, KITES.text], 2, 9)
    mine = {"text": LOST.text, "intent": LOST.proposed, "stranger": True}
    none = {"text": KITES.text, "intent": None, "stranger": True}
    for body in (mine, none, none):
        assert editor.post("review/labels", body).status_code == 204
    assert left_of(editor) == ([], 0, 7)
    assert (LOST.text, "refunds") in training_examples(database)
    assert asked_elsewhere(database).texts == (KITES.text,)
    assert asked_elsewhere(database).strangers == {KITES.text}
    assert asked_elsewhere(database).found == {LOST.text}
    entries = overlooked.person("Rose", Role.ADMIN).get("audit").json()["entries"]
    noted = [each["after"] for each in entries if each["act"] == "question.labelled"]
    assert [(each.get("intent"), each.get("stranger")) for each in noted] == [
        (None, True),
        ("refunds", None),
    ]


def test_a_later_decision_takes_the_place_of_a_stranger(overlooked):
    editor, database = overlooked.person("Eve", Role.EDITOR), overlooked.services.database
    editor.post("review/labels", {"text": KITES.text, "intent": None, "stranger": True})
    editor.post("review/labels", {"text": KITES.text, "intent": "returns", "stranger": True})
    assert asked_elsewhere(database).strangers == frozenset()
    assert (KITES.text, "returns") in training_examples(database)


def test_an_editor_drops_an_example_and_merges_intents(reviewed):
    editor = reviewed.person("Eve", Role.EDITOR)
    assert editor.post("review/labels", {"text": "money", "intent": None}).status_code == 204
    assert training_examples(reviewed.services.database) == []
    merged = editor.post("review/merges", {"intent": "returns", "into": "refunds"})
    assert merged.status_code == 204, merged.text
    assert [each["id"] for each in editor.get("review").json()["intents"]] == ["refunds"]


@pytest.mark.parametrize(
    ("call", "body", "status"),
    [
        ("labels", {"text": "money", "intent": "nonsense"}, 404),
        ("labels", {"text": "", "intent": None}, 422),
        ("merges", {"intent": "returns", "into": "returns"}, 422),
        ("merges", {"intent": "nonsense", "into": "returns"}, 404),
    ],
)
def test_what_makes_no_sense_is_refused(reviewed, call, body, status):
    assert reviewed.person("Eve", Role.EDITOR).post(f"review/{call}", body).status_code == status


def test_an_agent_looks_and_does_not_decide(reviewed):
    agent = reviewed.person()
    assert agent.get("review").status_code == 200
    assert agent.post("review/labels", {"text": "money", "intent": None}).status_code == 404
