"""Models at the desk: their reports, comparing before promoting, and the precision that counts."""

from __future__ import annotations

import json

import pytest

from bot.answering.releases import register_model
from bot.desk.users import Role
from bot.learning import promoting
from bot.learning.curves import FILE, curves_folder
from bot.learning.job_starting import JobStarter
from bot.learning.jobs import JobKind, JobState, latest_jobs, take_next, working
from bot.learning.runs import Ending, RunState, running
from bot.store.tables import ExampleRow, IntentRow, PairRow, ReleaseRow
from nlu import Calibration, CurvePoint, RiskCurve, text_digest
from nlu.validation import IntentValidation, Misread, ValidationReport

POINTS = tuple(CurvePoint(t / 10, 0.6 + t / 25, 1 - t / 12) for t in range(1, 10))


@pytest.fixture
def school(shop, monkeypatch):
    """Two models, the old one in service, and nothing that begins by itself."""
    monkeypatch.setattr("bot.learning.job_starting.missing_for_training", list)
    monkeypatch.setattr(JobStarter, "look", lambda _: False)
    services = shop.services
    for id in ("new", "old"):
        register_model(services.database, id, {"accuracy": 0.9}, services.clock())
        folder = services.settings.models / id
        folder.mkdir(parents=True)
        calibration = Calibration(match_curve=RiskCurve(POINTS, texts=80))
        (folder / "calibration.json").write_text(json.dumps(calibration.to_json()))
    with services.database.write() as session:
        session.add(
            ReleaseRow(id="r", model_id="old", state="serving", created_at=services.clock())
        )
        session.add(IntentRow(id="parcel", name="Parcels", source="tag", state="accepted"))
        session.flush()
        session.add(ExampleRow(id="1", intent_id="parcel", text="still here", source="reviewed"))
    return shop


@pytest.fixture
def lea(school):
    return school.person("Lea", Role.LEAD)


def compared(school, lea, verdict: str) -> None:
    """The comparison that the lead asks for is carried out, and comes to ``verdict``."""
    asked = lea.post("learning/comparisons", {"before": "old", "after": "new"})
    assert asked.status_code == 202, asked.text
    services = school.services
    take_next(services.database, services.clock())
    with working(services.database, services.clock, asked.json()["job"]) as job:
        told = {"before": "old", "after": "new", "verdict": verdict, "because": ["So it is."]}
        job.end(JobState.DONE, result=told)


@pytest.fixture
def promoted(monkeypatch):
    models = []
    monkeypatch.setattr(promoting, "promote", lambda *given: models.append(given[2]) or "r2")
    return models


def test_the_list_says_which_serves_and_what_its_answers_promise(lea):
    found = lea.get("learning/models").json()
    assert found["target_precision"] == 0.95
    old = next(each for each in found["models"] if each["id"] == "old")
    assert (old["standing"], old["accuracy"], old["promise"]["guaranteed"]) == (
        "serving",
        0.9,
        False,
    )


def test_a_report_shows_only_texts_that_the_home_still_holds(school, lea):
    report = ValidationReport(
        texts=2,
        intents=(IntentValidation("parcel", 2, 0, 0),),
        misread=(
            Misread(text_digest("still here"), "parcel", "money", 0.9),
            Misread(text_digest("was erased"), "parcel", "money", 0.8),
        ),
    )
    report.write(school.services.settings.models / "new")
    found = lea.get("learning/models/new").json()
    assert [each["text"] for each in found["validation"]["misread"]] == ["still here"]
    assert found["names"] == {"parcel": "Parcels"}
    precisions = [each["precision"] for each in found["curve"]]
    assert (precisions[0], precisions[-1], len(precisions)) == (0.6, 0.99, 40)
    coverages = [each["coverage"] for each in found["curve"]]
    assert coverages == sorted(coverages, reverse=True)


def test_an_older_model_has_no_report_and_an_unknown_one_is_none(lea):
    assert lea.get("learning/models/new").json()["validation"] is None
    assert lea.get("learning/models/none").status_code == 404


def test_a_model_serves_only_once_it_was_compared(school, lea, promoted):
    early = lea.post("learning/models/new/promote")
    assert (early.status_code, "was not compared" in early.text) == (409, True)
    compared(school, lea, "better")
    assert lea.post("learning/models/new/promote").json() == {"promoted": "new", "release": "r2"}
    assert promoted == ["new"]


@pytest.mark.parametrize("verdict", ["worse", "unjudged"])
def test_one_that_did_not_come_off_well_serves_only_where_somebody_insists(
    school, lea, promoted, verdict
):
    compared(school, lea, verdict)
    refused = lea.post("learning/models/new/promote")
    assert (refused.status_code, refused.json()["detail"]) == (409, "So it is.")
    assert lea.post("learning/models/new/promote", {"insist": True}).status_code == 200
    assert promoted == ["new"]


def test_the_precision_is_set_in_the_file_and_counts_at_once(school, lea):
    changed = lea.put("learning/target-precision", {"target_precision": 0.88})
    assert changed.json() == {"target_precision": 0.88}
    file = school.services.settings.home / "frontdesk.yaml"
    assert file.read_text() == "target_precision: 0.88\n"
    assert lea.put("learning/target-precision", {"target_precision": 1.5}).status_code == 422


def test_editors_and_agents_change_no_model(school):
    eve = school.person("Eve", Role.EDITOR)
    assert eve.get("learning/models").status_code == 200
    assert eve.post("learning/models/new/promote").status_code == 404
    assert eve.post("learning/comparisons", {"before": "old", "after": "new"}).status_code == 404
    assert eve.put("learning/target-precision", {"target_precision": 0.9}).status_code == 404


def test_comparing_with_what_there_is_not_is_refused_before_anything_begins(school, lea):
    assert lea.post("learning/comparisons", {"before": "old", "after": "x"}).status_code == 404
    assert latest_jobs(school.services.database, JobKind.COMPARE) == []


def test_curves_of_a_run_are_read_while_it_runs(school, lea):
    services = school.services
    with running(services.database, services.clock) as run:
        folder = curves_folder(services.settings.home, run.id)
        folder.mkdir(parents=True)
        (folder / FILE).write_text('{"tuning": "member-1", "epoch": 1, "loss": 0.5}\n')
        (epoch,) = lea.get(f"learning/retraining/{run.id}/curves").json()["epochs"]
        run.end(Ending(RunState.FAILED))
    assert (epoch["tuning"], epoch["validation_accuracy"]) == ("member-1", None)
    assert lea.get("learning/retraining/..%2F..%2Fetc/curves").status_code == 404
    assert lea.get("learning/retraining/none/curves").status_code == 404


def test_a_report_tells_how_many_texts_nobody_but_the_search_sorted(school, lea):
    metrics = {"examples": 30, "sorted_by_search": 28}
    register_model(school.services.database, "new", metrics, school.services.clock())
    told = lea.get("learning/models/new").json()
    assert told["labels"] == {"texts": 30, "sorted_by_search": 28}
    assert lea.get("learning/models/old").json()["labels"] is None


def test_a_report_tells_how_much_customers_asked_that_nobody_accepted(school, lea):
    assert lea.get("learning/models/new").json()["unknown_share"] is None
    with school.services.database.write() as session:
        for number, text in enumerate(("still here", "gone", "who", "why")):
            content = {"question": text}
            session.add(PairRow(id=str(number), transcript_key="t", content=content))
    assert lea.get("learning/models/new").json()["unknown_share"] == 0.75


def test_a_report_tells_how_many_strangers_its_thresholds_reckon_with(school, lea):
    assert lea.get("learning/models/old").json()["strangers"] == 0
    metrics = {"strangers": 120, "ngrams": {"strangers": 60}}
    register_model(school.services.database, "new", metrics, school.services.clock())
    assert lea.get("learning/models/new").json()["strangers"] == 180
