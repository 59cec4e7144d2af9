"""Versions, restoring, overlaps and files of answers, over the desk's API."""

from __future__ import annotations

import pytest

from bot.content.template_outcomes import note_said
from bot.desk.users import Role
from bot.store.tables import FeedbackRow
from knowledge import TemplateId

BODY = {
    "id": "returns",
    "title": "Returns",
    "texts": {"en": "Within 30 days."},
    "examples": ["How do I return this?"],
    "state": "live",
    "variants": {"en": ["You have 30 days.", " "]},
    "texts_on": {"telegram": {"en": "30 days!"}, "web": {"en": " "}},
    "owner": "eve@shop.example",
}
EDIT = {name: value for name, value in BODY.items() if name != "id"}
OLD_EDITOR = {name: EDIT[name] for name in ("title", "texts", "examples", "state")}
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def eve(shop):
    eve = shop.person("Eve", Role.EDITOR)
    assert eve.post("templates", BODY).status_code == 201
    return eve


def save(eve, version: int, **changes):
    return eve.put("templates/returns", {**EDIT, **changes}, **{"If-Match": f'"{version}"'})


def upload(shop, eve, name: str = "form.pdf", content: bytes = PDF):
    files = {"file": (name, content, "application/pdf")}
    return shop.client.post("/api/desk/template-files", files=files, headers=eve.headers)


def test_what_holds_nothing_is_left_out_and_what_an_older_editor_does_not_send_stays(eve):
    stored = eve.get("templates/returns").json()
    assert stored["variants"] == {"en": ["You have 30 days."]}
    assert stored["texts_on"] == {"telegram": {"en": "30 days!"}}
    eve.put("templates/returns", OLD_EDITOR, **{"If-Match": '"1"'})
    again = eve.get("templates/returns").json()
    parts = ("variants", "texts_on", "owner", "follow_ups", "attachments")
    assert {each: again[each] for each in parts} == {each: stored[each] for each in parts}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"variants": {"en": ["x {{ nobody }}"]}}, "variant 1, en, line 1, column 3"),
        ({"variants": {"en": ["Within 30 days."]}}, "two wordings are the same"),
        ({"variants": {"de": ["x"]}}, "no text in 'de'"),
        ({"texts_on": {"fax": {"en": "x"}}}, "no channel is called 'fax'"),
        ({"texts_on": {"telegram": {"en": "{{ x"}}}, "telegram, en, line 1"),
        ({"title": "Hi {{ company_name }}"}, "title: the field 'company_name'"),
        ({"titles": {"de": "{{ x }}"}}, "titles, de: the field 'x'"),
        ({"buttons": [{"label": "x", "text": "{{ a }}"}]}, "button 'x': the field 'a'"),
        ({"buttons": [{"label": "{% x %}", "text": "a"}]}, "is no field"),
        ({"follow_ups": ["none"]}, "no template 'none'"),
        ({"follow_ups": ["returns"]}, "a follow-up is another template"),
        ({"follow_ups": ["a", "b", "c", "d"]}, "at most 3 follow-ups"),
        ({"attachments": [{"name": "a", "sha256": "0" * 64}]}, "its bytes are not here"),
        ({"attachments": [{"name": "a", "sha256": "x"}]}, "sha256"),
        ({"attachments": [{"name": " ", "sha256": "0" * 64}]}, "needs a name"),
        ({"attachments": [{"name": "a", "sha256": "0" * 64}] * 6}, "at most 5 attachments"),
    ],
)
def test_what_could_not_be_sent_is_refused_with_its_place_and_nothing_is_saved(
    eve, change, problem
):
    refused = save(eve, 1, **change)
    assert refused.status_code == 422
    assert problem in refused.text
    assert eve.get("templates/returns").json()["version"] == 1


def test_versions_say_who_saved_what_and_one_can_be_brought_back(eve):
    save(eve, 1, texts={"en": "Within 14 days."}, state="retired")
    listed = eve.get("templates/returns/versions").json()["versions"]
    assert [(each["version"], each["saved_by"]) for each in listed] == [
        (2, "eve@shop.example"),
        (1, "eve@shop.example"),
    ]
    assert listed[1]["content"]["texts"] == {"en": "Within 30 days."}
    restore = "templates/returns/versions/1/restore"
    assert eve.post(restore, {}, **{"If-Match": '"1"'}).status_code == 412
    back = eve.post(restore, {}, **{"If-Match": '"2"'})
    assert (back.headers["etag"], back.json()["texts"]) == ('"3"', {"en": "Within 30 days."})
    assert back.json()["state"] == "retired"


def test_a_version_that_never_was_is_404_and_one_that_no_longer_fits_is_refused(shop, eve):
    for version, status in ((9, 404), (0, 422), (10**30, 422)):
        path = f"templates/returns/versions/{version}/restore"
        assert eve.post(path, {}, **{"If-Match": '"1"'}).status_code == status
    assert eve.get("templates/none/versions").status_code == 404
    other = {"id": "next", "title": "Next", "texts": {"en": "x"}}
    eve.post("templates", other)
    save(eve, 1, follow_ups=["next"])
    save(eve, 2)
    eve.delete("templates/next", **{"If-Match": '"1"'})
    refused = eve.post("templates/returns/versions/2/restore", {}, **{"If-Match": '"3"'})
    assert (refused.status_code, "no template 'next'" in refused.text) == (422, True)


def test_a_question_and_an_answer_that_stand_elsewhere_are_named_while_typing(eve):
    typed = {
        "title": "…",
        "texts": {"en": "Within 30 days!", "de": "{{ half"},
        "examples": ["how do i return this", "something else"],
    }
    found = eve.post("templates/overlaps", typed).json()["overlaps"]
    assert [(each["kind"], each["template"]) for each in found] == [
        ("same_question", "returns"),
        ("repeats", "returns"),
    ]
    assert eve.post("templates/overlaps", {**typed, "id": "returns"}).json()["overlaps"] == []


def test_retired_templates_are_in_nobodys_way(eve):
    save(eve, 1, state="retired")
    typed = {"title": "…", "texts": {}, "examples": ["How do I return this?"]}
    assert eve.post("templates/overlaps", typed).json()["overlaps"] == []


def test_a_file_is_sent_ahead_and_opened_by_people_at_the_desk_alone(shop, eve):
    stored = upload(shop, eve).json()
    saved = save(eve, 1, attachments=[{"name": "Form.pdf", "sha256": stored["sha256"]}])
    assert saved.json()["attachments"] == [{"name": "Form.pdf", "sha256": stored["sha256"]}]
    assert eve.get(f"template-files/{stored['sha256']}").content == PDF
    assert eve.get(f"template-files/{'0' * 64}").status_code == 404
    shop.client.cookies.clear()
    assert shop.client.get(f"/api/desk/template-files/{stored['sha256']}").status_code == 401


def test_a_file_of_a_kind_that_is_not_sent_is_refused(shop, eve):
    assert upload(shop, eve, "run.exe", b"MZ\x90\x00").status_code == 415
    ada = shop.person("Ada", Role.AGENT)
    assert upload(shop, ada).status_code == 404


def test_the_list_and_the_template_itself_say_what_it_did(shop, eve):
    eve.post("templates", BODY | {"id": "other", "title": "Other", "examples": ["And that?"]})
    conversation = shop.customer().id
    with shop.services.database.write() as session:
        said = [(TemplateId("returns"), 1), (TemplateId("other"), 1)]
        note_said(session, conversation, 1, said, shop.services.clock())
        session.add(
            FeedbackRow(conversation_id=conversation, seq=1, helpful=True, at=shop.services.clock())
        )
    listed = {each["id"]: each for each in eve.get("templates").json()["templates"]}
    outcome = eve.get("templates/returns").json()["outcome"]
    assert (outcome["shown"], outcome["helpful"], outcome["rating"]) == (1, 1, None)
    assert listed["returns"]["outcome"] == outcome


def test_owners_are_the_people_at_the_desk(eve):
    assert eve.get("owners").json() == {"owners": [{"email": "eve@shop.example", "name": "Eve"}]}
