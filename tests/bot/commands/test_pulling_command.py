"""`import transcripts VENDOR` brings everything in, once, and goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.content.articles import all_articles
from bot.content.templates import all_templates, delete_template, update_template
from bot.content.transcripts import all_transcripts
from bot.store import Database
from bot.store.database import sqlite_url
from knowledge import AnswerTemplate, TemplateId, TemplateState
from tests.bot.commands.conftest import Run
from tests.fakes.help_desk_api import TOKEN, Answer, Zendesk, served


@pytest.fixture
def desk() -> Iterator[Zendesk]:
    made = Zendesk()
    for number in range(1, 6):
        add_ticket(made, number)
    action = {"field": "comment_value", "value": "Dear {{ticket.requester.name}}, it is coming."}
    made.macros = [
        {"id": 1, "title": "Coming", "actions": [action]},
        {"id": 2, "title": "Bye", "actions": [{**action, "value": "Have a very nice day, all."}]},
    ]
    made.articles = [{"id": 5, "title": "Fees", "body": "<p>None.</p>", "locale": "en-us"}]
    with served(made):
        yield made


def add_ticket(desk: Zendesk, number: int) -> None:
    desk.tickets.append({"id": number, "requester_id": 7, "status": "solved", "tags": ["late"],
                         "generated_timestamp": 100 + number, "via": {}})  # fmt: skip
    desk.comments[str(number)] = [
        {"id": 1, "author_id": 7, "body": "Where is it? Write to ann@example.org"},
        {"id": 2, "author_id": 8, "body": "It comes today."},
    ]


@pytest.fixture
def pull(run: Run, desk: Zendesk, tmp_path: Path) -> Any:
    token = tmp_path / "token"
    token.write_text(TOKEN)
    token.chmod(0o600)

    def command(*more: str) -> Any:
        return run("import", "transcripts", "zendesk", "--token-file", token,
                   "--base-url", desk.url, *more)  # fmt: skip

    return command


@pytest.fixture
def database(home: Path) -> Iterator[Database]:
    home.mkdir(exist_ok=True)
    opened = Database.open(sqlite_url(home / "frontdesk.db"))
    yield opened
    opened.close()


def test_a_pull_says_what_came_and_again_only_what_changed(pull: Any, desk: Zendesk) -> None:
    first = pull("--json").json
    assert first == {
        "format": "zendesk", "conversations": 5, "turns": 10, "skipped": 0, "duplicates": 0,
        "erased": 0, "redactions": {"email": 5}, "templates": 2, "articles": 1,
    }  # fmt: skip
    add_ticket(desk, 6)
    second = pull("--json").json
    assert (second["conversations"], second["duplicates"]) == (1, 0)
    assert (second["templates"], second["articles"]) == (0, 0)


def test_what_is_pulled_is_redacted_and_stored(pull: Any, database: Database) -> None:
    assert "5 conversations" in pull().out
    found = list(all_transcripts(database))
    assert {each.turns[0].text for each in found} == {"Where is it? Write to [email]"}
    assert (found[0].tags, found[0].resolved) == (("late",), True)
    assert [each.body for each in all_articles(database)] == ["None."]


def test_canned_answers_wait_for_review(pull: Any, database: Database, run: Run) -> None:
    pull()
    bye, coming = all_templates(database)
    assert {each.template.state for each in (bye, coming)} == {TemplateState.DRAFT}
    assert coming.template.texts == {"en": "Dear [ticket requester name], it is coming."}
    assert "ticket requester name" in str(coming.held_back)
    assert bye.held_back is None
    assert run("review", "accept-all", "--json").json["held_back"] == 1


def test_what_a_person_decided_about_a_canned_answer_stays(
    pull: Any, desk: Zendesk, database: Database
) -> None:
    pull()
    mine = AnswerTemplate(TemplateId("zendesk-1"), "Mine", {"en": "My words."})
    now = all_templates(database)[0].updated_at
    update_template(database, mine, None, frozenset(), now, "ann@example.org")
    delete_template(database, TemplateId("zendesk-2"), None)
    for macro in desk.macros:
        macro["actions"] = [{"field": "comment_value", "value": "New words of the macro."}]
    assert pull("--json").json["templates"] == 0
    assert [each.template.texts["en"] for each in all_templates(database)] == ["My words."]


def test_an_interrupted_pull_keeps_its_pages_and_goes_on(
    pull: Any, desk: Zendesk, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.connectors.client.sleep", lambda _: None)
    for number in (4, 5):
        desk.trouble[f"/api/v2/tickets/{number}/comments.json"] = [Answer({}, 500)] * 6
    path = "/api/v2/incremental/tickets/cursor.json"
    desk.trouble[path] = []
    monkeypatch.setattr("knowledge.connectors.whole._MOST_FAILURES", 1)
    stopped = pull("--json")
    assert (stopped.status, stopped.out) == (1, "")
    assert "goes on from there" in stopped.err
    assert {each.id for each in all_transcripts(database)} == {"1", "2"}
    desk.trouble.clear()
    assert pull("--json").json["conversations"] == 3


def test_a_damaged_state_is_told_with_its_place(pull: Any, home: Path) -> None:
    pull()
    (state,) = (home / "pulls").iterdir()
    state.write_text("{")
    finished = pull()
    assert finished.status == 1
    assert str(state) in finished.err


def test_a_vendor_needs_a_token_and_files_need_none(run: Run, tmp_path: Path) -> None:
    assert "--token-file" in run("import", "transcripts", "chatwoot").err
    token = tmp_path / "token"
    token.write_text("x")
    token.chmod(0o600)
    assert "--base-url" in run("import", "transcripts", "zendesk", "--token-file", token).err
    assert run("import", "transcripts", token, "--token-file", token).status == 2
    assert run("import", "transcripts", "zendesk", "--format", "csv").status == 2


def test_a_file_with_a_vendors_name_is_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    turns = '[{"speaker": "customer", "text": "hi"}]'
    Path("zendesk").write_text(f'{{"id": "a", "turns": {turns}}}\n')
    assert run("import", "transcripts", "zendesk", "--json").json["format"] == "jsonl"
