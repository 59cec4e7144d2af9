"""The loop over HTTP: who may correct, decide, start and promote, and what they see."""

from __future__ import annotations

import pytest
from serving import Shop
from sqlmodel import select

from bot.answering.releases import register_model
from bot.answering.verdicts import verdict_words
from bot.content.templates import put_template
from bot.desk.users import Role
from bot.learning import starting
from bot.learning.runs import Ending, RunState, running
from bot.learning.starting import Retrainer
from bot.store.tables import EvidenceRow, IntentRow, MessageRow, ReleaseRow
from knowledge import AnswerTemplate, IntentId, TemplateId, TemplateState

LATE = "my parcel is so late again"
ANSWER = "Parcels arrive within three working days, and you get a link to follow them."


@pytest.fixture
def school(shop: Shop) -> Shop:
    """A shop with an intent and its template."""
    template = AnswerTemplate(
        id=TemplateId("t_delivery"),
        title="Delivery",
        texts={"en": ANSWER},
        intents=(IntentId("delivery"),),
        state=TemplateState.LIVE,
    )
    with shop.services.database.write() as session:
        session.add(IntentRow(id="delivery", name="Delivery", source="tag", state="accepted"))
        session.flush()
        put_template(session, template, shop.services.clock())
    return shop


@pytest.fixture
def spawned(monkeypatch):
    monkeypatch.setattr(starting, "missing_for_training", list)
    ids = []
    monkeypatch.setattr(Retrainer, "_spawn", lambda _, id, scheduled: ids.append(id))
    return ids


def handed_over(shop):
    """A customer whose question went to a person, and the number of the bot's reply."""
    customer = shop.customer()
    return customer, customer.asks(LATE)["seq"]


def test_an_agent_corrects_a_reply_and_the_question_is_an_example_at_once(school):
    customer, seq = handed_over(school)
    ada = school.person()
    wrong = ada.act(customer.id, "corrections", seq=seq, template="t_delivery")
    assert wrong.status_code == 204, wrong.text
    overview = ada.get("learning/retraining").json()
    assert overview["news"]["by_evidence"] == {"corrected": 1}
    person = ada.act(customer.id, "corrections", seq=seq, person=True)
    assert person.status_code == 204
    assert ada.get("learning/retraining").json()["news"]["fresh"] == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"template": "none"}, 404),
        ({"intent": "none"}, 404),
        ({}, 422),
        ({"template": "t_delivery", "person": True}, 422),
        ({"seq": 1, "person": True}, 422),
        ({"words": " \n"}, 422),
        ({"words": "w" * 8_001}, 422),
        ({"words": "these", "person": True}, 422),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(school, body, status):
    customer, seq = handed_over(school)
    refused = school.person().act(customer.id, "corrections", **{"seq": seq, **body})
    assert refused.status_code == status, refused.text


def test_an_agents_own_words_become_a_draft_for_whoever_edits_and_then_an_answer(school):
    customer, seq = handed_over(school)
    ada, eve = school.person(), school.person("Eve", Role.EDITOR)
    words = "Parcels to islands take a week longer."
    assert ada.act(customer.id, "corrections", seq=seq, words=f" {words} ").status_code == 204
    assert len(customer.page()["messages"]) == 3
    (found,) = eve.get("learning/candidates").json()["candidates"]
    (worded,) = found["worded"]
    assert (worded["by"], worded["text"]) == ("ada@shop.example", words)
    path, reply = f"learning/candidates/{found['id']}/draft", {"conversation": customer.id}
    assert ada.post(path, {**reply, "seq": seq}).status_code == 404
    assert eve.post(path, {**reply, "seq": seq + 9}).status_code == 409
    made = eve.post(path, {**reply, "seq": seq})
    assert made.status_code == 201, made.text
    assert eve.post(path, {**reply, "seq": seq}).status_code == 409
    assert eve.get("learning/candidates").json()["candidates"] == []
    draft = eve.get(f"templates/{made.json()['template']}")
    assert draft.json()["state"] == "draft"
    body = {key: draft.json()[key] for key in ("title", "examples", "texts")}
    live = {**body, "state": "live"}
    saved = eve.put(
        f"templates/{made.json()['template']}", live, **{"If-Match": draft.headers["ETag"]}
    )
    assert saved.status_code == 200, saved.text
    assert saved.json()["held_back"] is None
    assert (saved.json()["texts"], saved.json()["examples"]) == ({"en": words}, [LATE])


def test_who_corrected_and_who_drafted_is_on_record_without_anybodys_words(school):
    customer, seq = handed_over(school)
    eve, root = school.person("Eve", Role.EDITOR), school.person("Root", Role.ADMIN)
    eve.act(customer.id, "corrections", seq=seq, words="Parcels to islands take a week longer.")
    (found,) = eve.get("learning/candidates").json()["candidates"]
    eve.post(f"learning/candidates/{found['id']}/draft", {"conversation": customer.id, "seq": seq})
    drafted, corrected = root.get("audit").json()["entries"]
    assert (drafted["act"], drafted["name"]) == ("answer.drafted", "Eve")
    assert (corrected["act"], corrected["subject"]) == ("reply.corrected", customer.id)
    assert corrected["after"] == {"message": seq, "right": "words"}
    assert "islands" not in str((drafted, corrected))


def test_nobody_corrects_without_being_signed_in_or_without_the_header(school):
    customer, seq = handed_over(school)
    ada = school.person()
    path = f"/api/desk/conversations/{customer.id}/corrections"
    body = {"seq": seq, "person": True}
    assert school.client.post(path, json=body).status_code == 401
    cookie = {"Cookie": ada.headers["Cookie"]}
    assert school.client.post(path, json=body, headers=cookie).status_code == 403


def test_a_suggestion_that_an_agent_used_is_learned_from_by_itself(school):
    customer, _ = handed_over(school)
    ada = school.person()
    ada.act(customer.id, "takeover")
    sent = ada.act(customer.id, "reply", client_msg_id="1", text=ANSWER, suggestion="t_delivery")
    assert sent.status_code == 200, sent.text
    with school.services.database.read() as session:
        row = session.exec(select(MessageRow).where(MessageRow.author == "agent")).one()
        assert row.context == {"suggestion": "t_delivery"}
    assert ada.get("learning/candidates").json()["candidates"] == []
    overview = ada.get("learning/retraining").json()
    assert overview["news"]["by_evidence"] == {"suggestion_used": 1}


def test_a_lead_decides_about_candidates_and_an_agent_only_looks(school):
    customer, _ = handed_over(school)
    ada, lea = school.person(), school.person("Lea", Role.LEAD)
    ada.act(customer.id, "takeover")
    ada.act(customer.id, "reply", client_msg_id="1", text=ANSWER)
    (found,) = ada.get("learning/candidates").json()["candidates"]
    path = f"learning/candidates/{found['id']}"
    assert ada.post(f"{path}/accept").status_code == 404
    assert lea.post(f"{path}/accept", {"intent": "none"}).status_code == 404
    assert lea.post("learning/candidates/accept-safe").json() == {"accepted": 1}
    assert lea.get("learning/candidates").json()["candidates"] == []
    assert lea.post(f"{path}/reject").status_code == 204
    assert lea.post("learning/candidates/none/reject").status_code == 404


def test_an_editor_starts_one_and_a_second_start_is_told_that_one_runs(school, spawned):
    ada, eve = school.person(), school.person("Eve", Role.EDITOR)
    assert ada.post("learning/retraining").status_code == 404
    started = eve.post("learning/retraining")
    assert (started.status_code, [started.json()["retraining"]]) == (202, spawned)
    second = eve.post("learning/retraining")
    assert second.status_code == 409
    assert "runs already" in second.json()["detail"]
    assert eve.get("learning/retraining").json()["current"]["state"] == "asked"


def test_only_what_passed_against_what_serves_is_promoted(school):
    services, lea = school.services, school.person("Lea", Role.LEAD)
    runs = {}
    for name, state, before in (("bad", RunState.REFUSED, "old"), ("good", RunState.PASSED, "old")):
        register_model(services.database, name, {}, services.clock())
        with running(services.database, services.clock) as run:
            run.end(Ending(state, model=name, report={"before": before}))
        runs[name] = run.id
    assert lea.post(f"learning/retraining/{runs['bad']}/promote").status_code == 409
    other = lea.post(f"learning/retraining/{runs['good']}/promote")
    assert (other.status_code, "another model serves" in other.text) == (409, True)
    assert lea.post("learning/retraining/none/promote").status_code == 404
    assert school.person().post(f"learning/retraining/{runs['good']}/promote").status_code == 404


def test_a_lead_goes_back_to_the_release_before(school):
    services, lea = school.services, school.person("Lea", Role.LEAD)
    assert lea.post("learning/rollback").status_code == 404
    with services.database.write() as session:
        for state in ("serving", "previous"):
            session.add(
                ReleaseRow(id=state, model_id=state, state=state, created_at=services.clock())
            )
    assert lea.post("learning/rollback").json() == {"release": "previous"}


def test_erasing_a_customer_takes_what_they_asked_out_of_the_loop(school):
    from bot.content.file_bytes import FileBytes
    from bot.conversations.removal import remove_conversations
    from bot.learning.candidates import waiting_candidates
    from bot.learning.forgetting import forget_conversations

    customer, seq = handed_over(school)
    services = school.services
    school.person().act(customer.id, "corrections", seq=seq, template="t_delivery")
    report = {"trial": {"shadow": {"parted": 1, "examples": [{"text": LATE}]}}}
    with running(services.database, services.clock) as run:
        run.end(Ending(RunState.PASSED, report=report))
    with services.database.erase() as session:
        forget_conversations(session, services.settings.home, {customer.id}, services.clock())
        remove_conversations(session, FileBytes(services.settings.attachments), {customer.id})
    with services.database.read() as session:
        assert session.exec(select(EvidenceRow)).all() == []
    assert waiting_candidates(services.database) == []
    shown = school.person("Bob").get("learning/retraining").json()
    assert LATE not in str(shown)
    assert shown["news"]["examples"] == 0
    assert shown["runs"][0]["report"]["trial"]["shadow"] == {"parted": 1, "examples": []}


def test_what_speaks_for_a_model_comes_in_the_language_that_is_asked_for(school):
    because = verdict_words("finds_template", gained=2, lost=0, examples=30)
    remark = verdict_words("adapted_again", messages=9)
    report = {"because": [because, "Beyond words."], "remarks": [remark]}
    with running(school.services.database, school.services.clock) as run:
        run.end(Ending(RunState.FAILED, verdict_words("ended"), "m", report))
    ada = school.person()
    ada.headers["Accept-Language"] = "zh-CN"
    (found,) = ada.get("learning/retraining").json()["runs"]
    assert found["problem"] == "进程已结束"
    assert found["report"]["because"] == [
        "30 条示例中，新找到模板的有 2 条，不再找到的有 0 条。",
        "Beyond words.",
    ]
    assert found["report"]["remarks"][0].startswith("与之前的模型一样")
