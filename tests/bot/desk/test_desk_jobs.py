"""Imports, the search for intents and backtests: begun, refused, tried again, removed."""

from __future__ import annotations

import io

import pytest

from bot.cli import cli
from bot.commands.context import CommandError, Home
from bot.content.transcripts import count_transcripts
from bot.desk.users import Role
from bot.learning.job_files import file_of
from bot.learning.job_starting import JobStarter
from bot.learning.jobs import take_next
from knowledge import UnknownFormatError

TALK = b'{"id": "1", "turns": [{"speaker": "customer", "text": "Where is my parcel?"}]}\n'


@pytest.fixture
def quiet(shop, monkeypatch):
    """A shop in which nothing begins by itself, and training counts as installed."""
    monkeypatch.setattr("bot.learning.job_starting.missing_for_training", list)
    monkeypatch.setattr(JobStarter, "look", lambda _: False)
    monkeypatch.setattr("bot.commands.jobs._leave_others_first", lambda: None)
    return shop


@pytest.fixture
def lea(quiet):
    return quiet.person("Lea", Role.LEAD)


def upload(shop, person, name: str, content: bytes, where: str = "imports"):
    files = {"file": (name, io.BytesIO(content), "application/octet-stream")}
    path = f"/api/desk/learning/{where}"
    return shop.client.post(path, files=files, headers=person.headers)


def carry_out(shop) -> None:
    """As the process does that the server starts."""
    services = shop.services
    taken = take_next(services.database, services.clock())
    home = Home(services.settings.home, {"FRONTDESK_DATABASE_URL": services.settings.database_url})
    cli.get_command(None, "job").main([taken], obj=home, standalone_mode=False)
    home.database.close()


def only_job(person, where: str = "imports"):
    (found,) = person.get(f"learning/{where}").json()["jobs"]
    return found


def test_an_export_is_taken_in_and_its_file_is_gone_afterwards(quiet, lea):
    assert upload(quiet, lea, "talk.jsonl", TALK).status_code == 201
    assert only_job(lea)["state"] == "waiting"
    carry_out(quiet)
    job = only_job(lea)
    assert (job["state"], job["name"]) == ("done", "talk.jsonl")
    assert (job["result"]["conversations"], job["result"]["left_out"]) == (1, [])
    assert count_transcripts(quiet.services.database) == 1
    assert file_of(quiet.services.settings.home, job["id"]) is None


def test_what_is_no_export_is_refused_with_its_reason_and_may_be_read_otherwise(quiet, lea):
    content = b"Nr,Who,Said\n1,customer,Where is it?\n"
    upload(quiet, lea, "odd.csv", content)
    with pytest.raises(UnknownFormatError):
        carry_out(quiet)
    job = only_job(lea)
    assert job["state"] == "failed"
    assert job["problem"].startswith("odd.csv: ")
    assert "name them with columns conversation=" in job["problem"]
    again = lea.post(
        f"learning/jobs/{job['id']}/again",
        {"format": "csv", "columns": "conversation=Nr,text=Said,speaker=Who"},
    )
    assert again.status_code == 204, again.text
    carry_out(quiet)
    assert only_job(lea)["state"] == "done"
    assert count_transcripts(quiet.services.database) == 1


def test_what_was_taken_off_the_list_takes_its_file_along(quiet, lea):
    upload(quiet, lea, "talk.jsonl", TALK)
    job = only_job(lea)["id"]
    assert file_of(quiet.services.settings.home, job) is not None
    assert lea.delete(f"learning/jobs/{job}").status_code == 204
    assert file_of(quiet.services.settings.home, job) is None
    assert lea.delete(f"learning/jobs/{job}").status_code == 404


def test_only_leads_bring_conversations_in_and_begin_long_work(quiet):
    eve = quiet.person("Eve", Role.EDITOR)
    assert upload(quiet, eve, "talk.jsonl", TALK).status_code == 404
    assert eve.post("learning/intents").status_code == 404
    assert eve.post("learning/backtests", {"since": None}).status_code == 404
    assert eve.get("learning/imports").json()["jobs"] == []
    assert eve.post("learning/doubts").status_code == 202


def test_as_many_intents_are_kept_for_review_as_a_lead_wants(quiet, lea, monkeypatch):
    wanted: list[int | None] = []

    def learn(home, most, progress):
        wanted.append(most)
        raise CommandError("that is enough")

    monkeypatch.setattr("bot.commands.learning.learn_home", learn)
    for body in ({"max_intents": 40}, {"max_intents": None}, None):
        assert lea.post("learning/intents", body).status_code == 202
        with pytest.raises(CommandError):
            carry_out(quiet)
    assert wanted == [40, None, None]
    assert lea.post("learning/intents", {"max_intents": 0}).status_code == 422


def test_a_second_backtest_waits_until_the_first_is_over(quiet, lea):
    assert lea.post("learning/backtests", {"since": "2026-01-31"}).status_code == 202
    assert lea.post("learning/backtests", {"since": None}).status_code == 409
    assert lea.post("learning/backtests", {"since": "soon enough"}).status_code == 422
    refused = upload(quiet, lea, "talk.jsonl", TALK, "backtests/file")
    assert refused.status_code == 409
    folder = quiet.services.settings.home / "imports"
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_request_without_a_file_is_refused(quiet, lea):
    path = "/api/desk/learning/imports"
    assert quiet.client.post(path, headers=lea.headers).status_code == 422
    assert only_missing(lea) == []


def only_missing(person):
    return person.get("learning/imports").json()["jobs"]
