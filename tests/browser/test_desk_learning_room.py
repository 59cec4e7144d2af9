"""The learning room in a real browser: imports, intents, models with their reports, backtests."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import delete, select

from bot.answering.releases import register_model
from bot.content.overlooked import LookAlike, keep_overlooked
from bot.content.templates import put_template
from bot.learning.curves import FILE, curves_folder
from bot.learning.jobs import JobKind, JobState, ask_for, take_next, working
from bot.learning.runs import Ending, RunState, running
from bot.services import utc_now
from bot.settings import SETTINGS_FILE, Settings, change_of, replace_file, stored_settings
from bot.store import Database
from bot.store.tables import (
    ExampleRow,
    IntentRow,
    LabelDecisionRow,
    LearningJobRow,
    MergedIntentRow,
    ModelRow,
    TemplateRow,
)
from knowledge import AnswerTemplate, IntentId, TemplateId, TemplateState
from nlu import Calibration, CurvePoint, RiskCurve, text_digest
from nlu.manifest import write_manifest
from nlu.validation import (
    Confused,
    IntentValidation,
    Misread,
    ReliabilityBin,
    ValidationReport,
)

from .accessibility import violations
from .agent import Agent, sign_in_wordless
from .conftest import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]
Visit = Callable[..., Page]
Shot = Callable[[Page, str], None]
WIDE = {"width": 1360, "height": 900}
PHONE = {"width": 390, "height": 844}
SLOW_MS = 90_000
"""A process of its own is started for it, on a machine that has other things to do."""
PARTS = ("questions", "intents", "models", "imports", "backtest")
PARCEL = ("Where is my parcel?", "Is it late?", "I want my money back")
MODEL = "20260101-000000-abcd"
POINTS = tuple(CurvePoint(t / 10, 0.6 + t / 25, 1 - t / 12) for t in range(1, 10))


@pytest.fixture
def database(live_server: LiveServer) -> Iterator[Database]:
    opened = Database.open(Settings.load(live_server.home, {}).database_url)
    yield opened
    opened.close()


@pytest.fixture
def discovered(database: Database) -> Iterator[None]:
    """Two intents that wait for review, and one that was accepted."""
    names = {"parcel": "Where is my parcel", "money": "Money back", "fit": "Which size fits"}
    with database.write() as session:
        for id, name in names.items():
            state = "accepted" if id == "fit" else "draft"
            session.merge(IntentRow(id=id, name=name, source="cluster", state=state, size=3))
        session.flush()
        texts = dict.fromkeys(PARCEL, "parcel") | {"Refund me": "money", "What size?": "fit"}
        for text, intent in texts.items():
            session.merge(ExampleRow(id=text, intent_id=intent, text=text, source="learned"))
    yield
    with database.write() as session:
        for table in (ExampleRow, LabelDecisionRow, MergedIntentRow, IntentRow):
            session.execute(delete(table))


@pytest.fixture
def reported(live_server: LiveServer, database: Database, discovered: None) -> Iterator[str]:
    """A model with a report beside the one that serves."""
    folder = live_server.home / "models" / MODEL
    shutil.copytree(live_server.home / "models" / "base", folder, dirs_exist_ok=True)
    curve = RiskCurve(POINTS, texts=120, out_of_scope_share=0.2)
    (folder / "calibration.json").write_text(json.dumps(Calibration(match_curve=curve).to_json()))
    ValidationReport(
        texts=120,
        intents=(
            IntentValidation("parcel", 40, 26, 30),
            IntentValidation("money", 30, 26, 36),
            IntentValidation("fit", 50, 49, 54),
        ),
        confused=(Confused("parcel", "money", 10), Confused("money", "fit", 4)),
        reliability=tuple(ReliabilityBin(12, p / 10, min(1, p / 9)) for p in range(3, 11)),
        misread=(Misread(text_digest("What size?"), "fit", "money", 0.93),),
    ).write(folder)
    write_manifest(folder)
    metrics: dict[str, object] = {"accuracy": 0.842, "ece": 0.021, "validation_texts": 120}
    metrics |= {"examples": 90, "sorted_by_search": 80}
    register_model(database, MODEL, metrics, utc_now())
    yield MODEL
    with database.write() as session:
        session.delete(session.get_one(ModelRow, MODEL))
    shutil.rmtree(folder)


def room(visit: Visit, server: LiveServer, part: str, **options: object) -> Page:
    page = visit(**{"viewport": WIDE, **options})
    Agent(page, server).sign_in(f"/desk/learning/{part}")
    expect(page.get_by_role("heading", name="Learning", level=1)).to_be_visible()
    return page


def choose(page: Page, name: str, content: str) -> None:
    file = {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
    page.locator("input[type=file]").first.set_input_files(file)


def test_an_export_is_taken_in_and_what_is_none_says_why(
    visit: Visit, live_server: LiveServer, screenshot: Shot
) -> None:
    page = room(visit, live_server, "imports")
    turns = [{"speaker": "customer", "text": "I am Mia Jones, mia@example.com. Where is it?"}]
    choose(page, "talk.jsonl", json.dumps({"id": "room-1", "turns": turns}) + "\n")
    line = page.get_by_role("listitem").filter(has_text="talk.jsonl")
    expect(line.get_by_text("Done")).to_be_visible(timeout=SLOW_MS)
    expect(line.get_by_text("1 conversation with 1 message")).to_be_visible()
    expect(line.get_by_text("e-mail addresses 1")).to_be_visible()
    choose(page, "agents.json", json.dumps([{"id": 3, "name": "Robin"}]))
    unread = page.get_by_role("listitem").filter(has_text="agents.json")
    expect(unread.get_by_text("No conversations of any known kind")).to_be_visible(timeout=SLOW_MS)
    expect(unread.get_by_text("requester_id")).to_be_hidden()
    unread.get_by_text("What each of").click()
    expect(unread.get_by_text("requester_id")).to_be_visible()
    unread.get_by_role("button", name="Remove from this list").click()
    choose(page, "odd.csv", "Nr,Who,Said\n1,customer,Where is it?\n")
    odd = page.get_by_role("listitem").filter(has_text="odd.csv")
    expect(odd.get_by_text("Failed")).to_be_visible(timeout=SLOW_MS)
    screenshot(page, "desk-learning-imports")
    odd.get_by_text("Read it in another way").click()
    odd.get_by_label("Columns").fill("conversation=Nr,text=Said,speaker=Who")
    odd.get_by_role("button", name="Try again").click()
    expect(odd.get_by_text("Done")).to_be_visible(timeout=SLOW_MS)
    assert not list((live_server.home / "imports").iterdir())
    assert violations(page.main_frame) == []


def row(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="List of intents").get_by_role("link", name=name)


def test_questions_are_moved_by_key_and_by_drag_then_split_off_and_accepted(
    visit: Visit, live_server: LiveServer, discovered: None, screenshot: Shot
) -> None:
    page = room(visit, live_server, "intents")
    row(page, "Where is my parcel").click()
    expect(page.get_by_text("3 questions")).to_be_visible()
    page.get_by_label(PARCEL[2]).focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("1 marked")).to_be_visible()
    page.keyboard.press("m")
    expect(page.get_by_label("Move to…")).to_be_focused()
    page.get_by_label("Move to…").select_option(label="Money back")
    expect(page.get_by_text("2 questions")).to_be_visible()
    screenshot(page, "desk-learning-intents")
    page.locator(".example").filter(has_text=PARCEL[1]).drag_to(row(page, "Which size fits"))
    expect(page.get_by_text("1 question", exact=True)).to_be_visible()
    page.get_by_label(PARCEL[0]).check()
    page.get_by_label("Name of a new intent").fill("Lost parcels")
    page.get_by_role("button", name="Split off").click()
    expect(page.get_by_label("Name of the intent")).to_have_value("Lost parcels")
    page.get_by_label("Name of the intent").fill("Lost for good")
    page.get_by_role("button", name="Rename").click()
    expect(row(page, "Lost for good")).to_be_visible()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("Wait for review (2)")).to_be_visible()
    expect(page.get_by_label("Name of the intent")).to_have_value("Where is my parcel")
    assert violations(page.main_frame) == []


def test_an_intent_is_accepted_with_the_answer_that_was_read(
    visit: Visit,
    live_server: LiveServer,
    database: Database,
    discovered: None,
    screenshot: Shot,
) -> None:
    answer = AnswerTemplate(
        TemplateId("draft_parcel"),
        "Where is my parcel",
        {"en": "It takes two days."},
        (IntentId("parcel"),),
        PARCEL[:2],
        state=TemplateState.DRAFT,
    )
    with database.write() as session:
        put_template(session, answer, utc_now(), held_back="names a deadline")
    page = room(visit, live_server, "intents")
    row(page, "Where is my parcel").click()
    expect(page.get_by_role("region", name="Answered by")).to_contain_text("It takes two days.")
    expect(page.get_by_text("names a deadline")).to_be_visible()
    assert violations(page.main_frame) == []
    screenshot(page, "desk-learning-answer")
    page.get_by_role("button", name="Accept with this answer").click()
    expect(page.get_by_label("Name of the intent")).to_have_value("Money back")
    row(page, "Where is my parcel").click()
    expect(page.get_by_role("region", name="Answered by")).to_contain_text("Live")
    with database.write() as session:
        assert session.get_one(TemplateRow, "draft_parcel").state == "live"
        assert session.get_one(IntentRow, "parcel").state == "accepted"
        session.delete(session.get_one(TemplateRow, "draft_parcel"))


def test_an_intent_is_merged_or_left_out_for_good(
    visit: Visit, live_server: LiveServer, discovered: None
) -> None:
    page = room(visit, live_server, "intents")
    page.on("dialog", lambda dialog: dialog.accept())
    row(page, "Money back").click()
    page.get_by_label("Merge into…").select_option(label="Where is my parcel")
    expect(page.get_by_text("4 questions")).to_be_visible()
    page.get_by_role("button", name="Leave out").click()
    expect(row(page, "Where is my parcel")).to_have_count(0)
    expect(row(page, "Which size fits")).to_be_visible()


def test_a_stranger_is_given_its_intent_and_one_decision_is_thought_better_of(
    visit: Visit, live_server: LiveServer, database: Database, discovered: None, screenshot: Shot
) -> None:
    asked = [LookAlike("Is it for tall people?", "fit", 0.9), LookAlike("Got kites?", "fit", 0.6)]
    keep_overlooked(database, asked, 9, utc_now())
    page = room(visit, live_server, "questions")
    alike = page.locator("section").filter(
        has=page.get_by_role("heading", name="Look like an accepted intent")
    )
    expect(alike).to_contain_text("2 of 9 questions without an intent look", timeout=SLOW_MS)
    screenshot(page, "desk-learning-look-alikes")
    assert violations(page.main_frame) == []
    first, second = (alike.get_by_role("listitem").filter(has_text=each.text) for each in asked)
    first.get_by_role("button", name="Which size fits 90%").click()
    expect(first).to_have_count(0)
    second.get_by_role("button", name="Which size fits").click()
    expect(alike).to_contain_text("0 of 7 questions")
    latest = alike.get_by_role("status")
    expect(latest).to_contain_text("Got kites?")
    latest.get_by_role("button", name="None of ours").click()
    expect(latest.locator("strong")).to_have_text("None of ours")
    with database.read() as session:
        rows = session.exec(select(LabelDecisionRow)).all()
    decided = {row.text: (row.intent_id, row.stranger) for row in rows}
    assert decided == {asked[0].text: ("fit", True), asked[1].text: (None, True)}
    sized = visit(viewport=PHONE, locale="zh-CN")
    sign_in_wordless(sized, live_server, "/desk/learning/questions")
    expect(sized.get_by_text("9 个没有意图")).to_have_count(0)
    expect(sized.get_by_text("7 个没有意图的问题中")).to_be_visible(timeout=SLOW_MS)
    assert sized.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_slider_sets_the_precision_that_counts(
    visit: Visit, live_server: LiveServer, reported: str, screenshot: Shot
) -> None:
    before = Settings.load(live_server.home, {}).file.target_precision
    page = room(visit, live_server, f"models/{reported}")
    slider = page.get_by_role("slider")
    slider.fill("80")
    expect(page.locator(".promise")).to_contain_text("answers 5")
    page.get_by_role("button", name="Use this precision").click()
    expect(page.get_by_text("In force: 80%")).to_be_visible()
    try:
        assert Settings.load(live_server.home, {}).file.target_precision == 0.8
        expect(page.get_by_role("heading", name="Worst mistakes")).to_be_visible(timeout=SLOW_MS)
        expect(
            page.get_by_text("is Which size fits, taken for Money back (93% sure)")
        ).to_be_visible()
        page.set_viewport_size({"width": 1360, "height": 2300})
        screenshot(page, "desk-learning-model")
        assert violations(page.main_frame) == []
    finally:
        path = live_server.home / SETTINGS_FILE
        replace_file(path, change_of(stored_settings(path), {"target_precision": before}).text)


def test_a_model_is_put_into_service_and_taken_back(
    visit: Visit, live_server: LiveServer, reported: str
) -> None:
    page = room(visit, live_server, f"models/{reported}")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Put into service").click()
    versions = page.get_by_role("table").first
    expect(versions.get_by_text("Serves", exact=True)).to_be_visible(timeout=SLOW_MS)
    page.get_by_role("button", name="Back to the model before").click()
    expect(versions.get_by_text("Serves", exact=True)).to_have_count(0, timeout=SLOW_MS)


def test_a_training_shows_its_curves_while_it_runs(
    visit: Visit, live_server: LiveServer, database: Database, screenshot: Shot
) -> None:
    with running(database, utc_now) as run:
        folder = curves_folder(live_server.home, run.id)
        folder.mkdir(parents=True)
        with (folder / FILE).open("w") as lines:
            for epoch in range(1, 7):
                for name in ("rehearsal-1", "member-1"):
                    figures = {"loss": 3 / epoch, "validation_accuracy": 1 - 0.6 / epoch}
                    lines.write(json.dumps({"tuning": name, "epoch": epoch, **figures}) + "\n")
        page = room(visit, live_server, "models")
        expect(page.get_by_text("epoch 6, loss 0.50, 90% right")).to_be_visible()
        expect(page.get_by_role("img", name="Loss")).to_be_visible()
        screenshot(page, "desk-learning-training")
        run.end(Ending(RunState.FAILED, "It was only shown."))
    shutil.rmtree(folder.parent)


def test_a_backtest_tells_what_a_lead_decides_on(
    visit: Visit, live_server: LiveServer, database: Database, screenshot: Shot
) -> None:
    share = {"value": 0.78, "low": 0.66, "high": 0.87, "of": 60}
    past = {"transcript": "1", "question": PARCEL[0], "answer": "It left on Monday."}
    found = {
        "conversations": 120,
        "answered": 0.55,
        "asked_back": 0.2,
        "handed_off": 0.25,
        "agreement": share,
        "refused": 3,
        "by_intent": [
            {
                "intent": "parcel",
                "name": "Parcels",
                "conversations": 70,
                "answered": 0.6,
                "agreement": share,
            }
        ],
        "worst": [{"past": past, "reply": "Returns are free for 30 days.", "agrees": False}],
    }
    ask_for(database, JobKind.BACKTEST, "lea@lindewiel.example", utc_now(), name="spring.zip")
    id = take_next(database, utc_now())
    assert id is not None
    with working(database, utc_now, id) as job:
        job.end(JobState.DONE, result=found)
    page = room(visit, live_server, "backtest")
    expect(page.get_by_text("(66% to 87%, of 60)").first).to_be_visible()
    page.get_by_text("By intent").click()
    expect(page.get_by_role("rowheader", name="Parcels")).to_be_visible()
    page.get_by_text("least like the person’s").click()
    expect(page.get_by_text("It left on Monday.")).to_be_visible()
    screenshot(page, "desk-learning-backtest")
    assert violations(page.main_frame) == []
    page.get_by_role("button", name="Remove from this list").click()
    expect(page.get_by_text("spring.zip")).to_have_count(0)


def test_what_waits_for_other_work_does_not_look_busy(
    visit: Visit, live_server: LiveServer, database: Database
) -> None:
    ask_for(database, JobKind.LABELS, "lea@lindewiel.example", utc_now())
    id = take_next(database, utc_now())
    assert id is not None
    with working(database, utc_now, id) as job:
        waiting = ask_for(
            database, JobKind.IMPORT, "lea@lindewiel.example", utc_now(), name="b.zip"
        )
        page = room(visit, live_server, "imports")
        line = page.get_by_role("listitem").filter(has_text="b.zip")
        expect(line.get_by_text("Waits")).to_have_count(1)
        expect(line.get_by_role("progressbar")).to_have_count(0)
        with database.write() as session:
            session.delete(session.get_one(LearningJobRow, waiting))
        job.end(JobState.DONE, result={})


@pytest.mark.parametrize("part", PARTS)
def test_each_part_fits_a_phone_and_reads_in_chinese_and_in_the_dark(
    visit: Visit, live_server: LiveServer, reported: str, screenshot: Shot, part: str
) -> None:
    address = f"models/{reported}" if part == "models" else part
    page = room(visit, live_server, address, viewport=PHONE)
    page.wait_for_timeout(500)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
    screenshot(page, f"desk-learning-{part}-phone")
    dark = visit(viewport=WIDE, color_scheme="dark", locale="zh-CN")
    dark.goto(f"{live_server.url}/desk/learning/{address}")
    dark.locator("input[type=email], input[type=text]").first.fill(live_server.desk_email)
    dark.locator("input[type=password]").fill(live_server.desk_password)
    dark.locator("button.primary").click()
    expect(dark.get_by_role("heading", name="学习", level=1)).to_be_visible()
    dark.wait_for_timeout(500)
    assert violations(dark.main_frame) == []
    screenshot(dark, f"desk-learning-{part}-zh-dark")
