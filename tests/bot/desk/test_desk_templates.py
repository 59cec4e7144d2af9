"""Editing answers at the desk: versions, entity tags, and nobody overwritten unseen."""

from __future__ import annotations

import json

import pytest

from bot.content.templates import get_template
from bot.desk.users import Role
from bot.store.tables import IntentRow
from knowledge import TemplateState

BODY = {
    "id": "returns",
    "title": "Returns",
    "texts": {"en": "Within **30** days.", "de": "Binnen 30 Tagen."},
    "intents": ["return_item"],
    "examples": ["How do I return this?", " how long? ", "how long?"],
    "buttons": [{"label": "Refunds", "text": "When is my refund?"}],
    "state": "live",
}
EDIT = {name: value for name, value in BODY.items() if name != "id"}


@pytest.fixture
def eve(shop):
    return shop.person("Eve", Role.EDITOR)


def test_a_template_is_created_as_version_1(eve):
    created = eve.post("templates", BODY)
    assert (created.status_code, created.headers["etag"]) == (201, '"1"')
    found = eve.get("templates/returns")
    assert found.json() == created.json()
    assert found.json()["examples"] == ["How do I return this?", "how long?"]
    assert eve.get("templates").json()["templates"] == [created.json()]


def test_an_id_is_taken_once(eve):
    eve.post("templates", BODY)
    assert eve.post("templates", BODY).status_code == 409


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"id": None}, "id"),
        ({"id": "no spaces"}, "id"),
        ({"title": ""}, "title"),
        ({"title": "  "}, "title"),
        ({"texts": {}}, "text"),
        ({"texts": {"en": "  "}}, "text"),
        ({"texts": {"en": "Dear {{ nobody_knows }}"}}, "nobody_knows"),
        ({"texts": {"en": "Dear {{ company_name"}}, "en"),
        ({"texts": {"english please": "x"}}, "english please"),
        ({"buttons": [{"label": "", "text": "x"}]}, "buttons.0.label"),
        ({"titles": {"zh-Hans": ""}}, "titles.zh-Hans"),
        ({"titles": {"zh-Hans": "  "}}, "zh-Hans"),
        ({"titles": "退货"}, "titles"),
        ({"titles": {"cn": "退货"}}, "cn"),
        ({"buttons_in": {"zh": [{"label": "x"}]}}, "buttons_in.zh.0.text"),
        ({"state": "alive"}, "state"),
        ({"colour": "red"}, "colour"),
        ({"valid_from": "2026-03-01T00:00:00"}, "valid_from"),
        ({"valid_from": "2026-03-02T00:00:00Z", "valid_until": "2026-03-01T00:00:00Z"}, "valid"),
    ],
)
def test_what_could_not_be_sent_is_refused_with_its_place(eve, change, place):
    refused = eve.post("templates", {**BODY, **change})
    assert refused.status_code == 422
    assert place in refused.text
    assert eve.get("templates").json()["templates"] == []


def test_half_of_a_surrogate_pair_is_refused_wherever_it_stands(shop, eve):
    content = json.dumps({**BODY, "texts": {"en": "half: \ud83d"}})
    headers = {**eve.headers, "Content-Type": "application/json"}
    refused = shop.client.post("/api/desk/templates", content=content, headers=headers)
    assert refused.status_code == 422
    assert "half of a surrogate pair" in refused.json()["detail"]


def test_a_save_needs_the_tag_of_what_was_edited(eve):
    eve.post("templates", BODY)
    assert eve.put("templates/returns", EDIT).status_code == 428
    for tag in ("x", "", '"²"', "*", '"' + "9" * 5_000 + '"'):
        assert eve.put("templates/returns", EDIT, **{"If-Match": tag.encode()}).status_code == 428


def test_a_save_over_somebody_elses_is_refused(eve):
    eve.post("templates", BODY)
    mine = eve.put("templates/returns", {**EDIT, "title": "Mine"}, **{"If-Match": '"1"'})
    assert (mine.status_code, mine.headers["etag"]) == (200, '"2"')
    late = eve.put("templates/returns", {**EDIT, "title": "Late"}, **{"If-Match": '"1"'})
    assert late.status_code == 412
    assert "now version 2" in late.json()["detail"]
    assert eve.get("templates/returns").json()["title"] == "Mine"
    assert eve.delete("templates/returns", **{"If-Match": '"1"'}).status_code == 412


def test_a_deleted_template_is_gone_and_its_versions_are_never_reused(eve):
    eve.post("templates", BODY)
    assert eve.delete("templates/returns").status_code == 428
    assert eve.delete("templates/returns", **{"If-Match": '"1"'}).status_code == 204
    assert eve.get("templates/returns").status_code == 404
    again = eve.post("templates", BODY)
    assert again.headers["etag"] == '"2"'
    late = eve.put("templates/returns", EDIT, **{"If-Match": '"1"'})
    assert late.status_code == 412


def test_what_is_not_there_is_404(eve):
    assert eve.get("templates/none").status_code == 404
    assert eve.put("templates/none", EDIT, **{"If-Match": '"1"'}).status_code == 404
    assert eve.delete("templates/none", **{"If-Match": '"1"'}).status_code == 404


def test_dates_that_an_editor_did_not_send_stay(shop, eve):
    until = "2030-01-01T00:00:00+00:00"
    eve.post("templates", {**BODY, "valid_until": until})
    eve.put("templates/returns", EDIT, **{"If-Match": '"1"'})
    assert eve.get("templates/returns").json()["valid_until"] == until
    eve.put("templates/returns", {**EDIT, "valid_until": None}, **{"If-Match": '"2"'})
    assert get_template(shop.services.database, "returns").template.valid_until is None


def test_titles_and_buttons_have_languages_and_stay_where_an_editor_did_not_send_them(eve):
    words = {
        "titles": {"de": "Rückgabe"},
        "buttons_in": {"de": [{"label": "Erstattung", "text": "Wann kommt das Geld?"}]},
    }
    eve.post("templates", {**BODY, **words})
    eve.put("templates/returns", EDIT, **{"If-Match": '"1"'})
    stored = eve.get("templates/returns").json()
    assert {name: stored[name] for name in words} == words
    none = {"titles": {}, "buttons_in": {"de": []}}
    eve.put("templates/returns", {**EDIT, **none}, **{"If-Match": '"2"'})
    stored = eve.get("templates/returns").json()
    assert (stored["titles"], stored["buttons_in"]) == ({}, {})


def test_every_state_may_be_saved(shop, eve):
    for number, state in enumerate(TemplateState, start=1):
        body = {**BODY, "id": f"t{number}", "state": state.value}
        assert eve.post("templates", body).json()["state"] == state.value


def test_the_fields_that_may_stand_in_an_answer_are_listed(eve):
    assert eve.get("fields").json() == {"fields": ["company_name"]}


def test_intents_are_listed_by_name(eve):
    assert eve.get("intents").json() == {"intents": []}


def test_an_intent_is_listed_with_what_it_stands_under(eve, shop):
    named = {"money": "Money", "money/back": "Refund", "goods/size": "goods/size"}
    with shop.services.database.write() as session:
        for id, name in named.items():
            session.add(IntentRow(id=id, name=name, source="review"))
    listed = [each["name"] for each in eve.get("intents").json()["intents"]]
    assert listed == ["Money", "Money › Refund", "goods › size"]


def test_trying_without_a_model_says_that_it_goes_to_a_person(eve):
    tried = eve.post("templates/try", {"text": "where?"}).json()
    assert tried["kind"] == "handoff"
    assert tried["because"] == ["The bot has not learned anything yet."]


def test_names_that_nobody_knows_are_told_with_the_nearest_and_saved_all_the_same(shop, eve):
    with shop.app.state.services.database.write() as session:
        session.add(IntentRow(id="return_item", name="Returns", source="review", state="accepted"))
    made = eve.post("templates", {**BODY, "intents": ["retrun_item"], "owner": "Evve"})
    assert made.status_code == 201
    assert made.json()["doubts"] == [
        {"about": "intent", "name": "retrun_item", "nearest": "return_item"},
        {"about": "owner", "name": "Evve", "nearest": "Eve"},
    ]
    assert eve.get("templates/returns").json()["doubts"] == made.json()["doubts"]
    mended = {**EDIT, "intents": ["return_item"], "owner": "Eve"}
    saved = eve.put("templates/returns", mended, **{"If-Match": '"1"'})
    assert saved.json()["doubts"] == []


def test_who_retires_or_deletes_an_answer_is_told_who_offers_it_next_and_so_are_these(eve):
    eve.post("templates", {**BODY, "id": "refunds", "title": "Refunds"})
    eve.post("templates", {**BODY, "follow_ups": ["refunds"]})
    offering = [{"id": "returns", "title": "Returns"}]
    assert eve.get("templates/refunds").json()["offered_by"] == offering
    retired = {**EDIT, "title": "Refunds", "state": "retired"}
    saved = eve.put("templates/refunds", retired, **{"If-Match": '"1"'}).json()
    assert (saved["state"], saved["offered_by"]) == ("retired", offering)
    missing = [{"about": "follow_up", "name": "refunds", "nearest": None}]
    assert eve.get("templates/returns").json()["doubts"] == missing
    assert eve.delete("templates/refunds", **{"If-Match": '"2"'}).status_code == 204
    assert eve.get("templates/returns").json()["doubts"] == missing
    eve.put("templates/returns", {**EDIT, "follow_ups": []}, **{"If-Match": '"1"'})
    assert eve.get("templates/returns").json()["doubts"] == []


def test_a_draft_may_be_offered_next_and_what_is_retired_offers_nothing(eve):
    eve.post("templates", {**BODY, "id": "refunds", "state": "draft"})
    made = eve.post("templates", {**BODY, "follow_ups": ["refunds"]})
    assert made.json()["doubts"] == []
    retired = {**EDIT, "follow_ups": ["refunds"], "state": "retired"}
    eve.put("templates/returns", retired, **{"If-Match": '"1"'})
    assert eve.get("templates/refunds").json()["offered_by"] == []
