"""Importing twice adds nothing twice, and what goes out comes in again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.services import Services
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ArticleRow
from knowledge import Article, ArticleId
from knowledge.sample import __file__ as sample_file
from tests.bot.commands.conftest import Run

SAMPLE = Path(sample_file).parent


def write_transcripts(path: Path, *, answer: str = "It left today.") -> Path:
    turns = [
        {"speaker": "customer", "text": "Where is it? Write to ann@example.org", "time": 1},
        {"speaker": "agent", "text": answer, "time": 2},
    ]
    path.write_text(json.dumps({"id": "t1", "turns": turns}) + "\n{broken\n")
    return path


def test_importing_again_adds_nothing_and_says_so(run: Run, tmp_path: Path) -> None:
    file = write_transcripts(tmp_path / "export.jsonl")

    first = run("import", "transcripts", file, "--json").json
    second = run("import", "transcripts", file, "--json").json

    assert (first["conversations"], first["turns"], first["duplicates"]) == (1, 2, 0)
    assert (second["conversations"], second["duplicates"]) == (0, 1)
    assert first["skipped"] == 1
    assert first["redactions"] == {"email": 1}


def test_half_a_character_costs_no_more_than_itself(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    turns = [{"speaker": "customer", "text": "hi \ud83d"}]
    file.write_text(json.dumps({"id": "\udc4d", "turns": turns}) + "\n")
    assert run("import", "transcripts", file, "--json").json["conversations"] == 1
    assert run("import", "transcripts", file, "--json").json["duplicates"] == 1


def test_columns_of_any_name_can_be_mapped(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "export.csv"
    table.write_text("Nr,Wer,Inhalt\n1,customer,hello\n1,agent,hi\n", encoding="utf-8")
    mapping = "conversation=Nr,speaker=Wer,text=Inhalt"
    finished = run("import", "transcripts", table, "--columns", mapping, "--json")
    assert finished.status == 0, finished.err
    assert (finished.json["format"], finished.json["turns"]) == ("csv", 2)


def test_personal_data_never_reaches_the_database(run: Run, home: Path, tmp_path: Path) -> None:
    run("import", "transcripts", write_transcripts(tmp_path / "export.jsonl"))

    stored = b"".join(file.read_bytes() for file in home.glob("frontdesk.db*"))

    assert b"It left today." in stored
    assert b"ann@example.org" not in stored


def test_a_conversation_that_has_grown_replaces_its_older_self(run: Run, tmp_path: Path) -> None:
    run("import", "transcripts", write_transcripts(tmp_path / "a.jsonl"))

    grown = write_transcripts(tmp_path / "b.jsonl", answer="It arrived.")
    counts = run("import", "transcripts", grown, "--json").json

    assert (counts["conversations"], counts["duplicates"]) == (1, 0)


@pytest.mark.parametrize("together", [False, True])
def test_an_older_export_takes_no_message_away(
    run: Run, home: Path, tmp_path: Path, together: bool
) -> None:
    turns = [
        {"speaker": "customer", "text": "Where is it?", "time": "2026-03-01T10:00:00Z"},
        {"speaker": "agent", "text": "It left today.", "time": "2026-03-01T10:05:00Z"},
        {"speaker": "customer", "text": "It came!", "time": "2026-03-02T10:00:00Z"},
    ]
    new, old = tmp_path / "a-new.jsonl", tmp_path / "b-old.jsonl"
    new.write_text(json.dumps({"id": "7", "turns": turns}) + "\n")
    old.write_text(json.dumps({"id": "7", "turns": turns[:2]}) + "\n")
    for paths in [[new, old]] if together else [[new], [old]]:
        counts = run("import", "transcripts", *paths, "--json").json

    assert counts["duplicates"] == 1
    with closing(sqlite3.connect(home / "frontdesk.db")) as database:
        ((content,),) = database.execute("SELECT content FROM transcript")
    assert [each["text"] for each in json.loads(content)["turns"]][-1] == "It came!"


def test_who_is_named_only_later_takes_no_message_away(
    run: Run, home: Path, tmp_path: Path
) -> None:
    turns = [
        {"speaker": "customer", "text": "Your colleague Okwudili promised a refund."},
        {"speaker": "agent", "text": "I will ask."},
        {"speaker": "customer", "text": "Thanks"},
        {"speaker": "agent", "text": "It left today.", "author": "Okwudili"},
    ]
    file = tmp_path / "a.jsonl"
    for said in (turns, turns[:2]):
        file.write_text(json.dumps({"id": "7", "turns": said}) + "\n")
        run("import", "transcripts", file)

    with closing(sqlite3.connect(home / "frontdesk.db")) as database:
        ((content,),) = database.execute("SELECT content FROM transcript")
    assert len(json.loads(content)["turns"]) == 4


def test_a_file_that_is_no_transcript_is_refused_with_a_sentence(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "holiday.bin"
    file.write_bytes(bytes(range(256)) * 50)

    finished = run("import", "transcripts", file)

    assert finished.status == 1
    assert "holiday.bin" in finished.err


def test_templates_survive_the_round_trip(run: Run, home: Path, tmp_path: Path) -> None:
    home.mkdir()
    (home / "frontdesk.yaml").write_bytes((SAMPLE / "frontdesk.yaml").read_bytes())
    assert run("import", "templates", SAMPLE / "templates.yaml", "--json").json["templates"] == 45

    out = tmp_path / "out.yaml"
    run("export", "templates", out)
    again = run("import", "templates", out, "--json").json

    assert again == {"templates": 45, "changed": 0, "doubts": []}


def test_a_template_with_an_unknown_place_is_refused_and_nothing_is_stored(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(
        "- {id: good, title: Good, texts: {en: Fine.}, state: live}\n"
        "- {id: bad, title: Bad, texts: {en: 'Hello {{ nonsense }}'}, state: live}\n"
    )

    finished = run("import", "templates", file)
    run("export", "templates", tmp_path / "out.yaml")

    assert finished.status == 1
    assert "nonsense" in finished.err
    assert "good" not in (tmp_path / "out.yaml").read_text()


def test_a_folder_imported_again_loses_what_it_no_longer_has(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("fees", "returns"):
        (folder / f"{name}.md").write_text(f"# {name}\n\nAll about {name}.")
    run("import", "articles", folder)
    (folder / "fees.md").unlink()
    again = run("import", "articles", folder, "--json").json

    assert (again["articles"], again["changed"], again["retired"]) == (1, 0, 1)


def test_what_says_that_it_held_until_a_day_that_has_passed_is_told(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "old.md").write_text("# Fees (valid until December 2025)\n\nTwo euros.")
    (folder / "new.md").write_text("# Fees (valid until December 2999)\n\nThree euros.")
    imported = run("import", "articles", folder, "--json")

    assert (imported.json["articles"], imported.json["outdated"]) == (2, 1)
    assert imported.json["older_versions"] == 0
    assert "held until 2025-12-31" in imported.err


@pytest.mark.parametrize("address", ["http://127.0.0.1/sitemap.xml", "http://localhost/fees"])
def test_what_stands_on_this_machine_is_not_fetched(run: Run, address: str) -> None:
    refused = run("import", "articles", address)

    assert refused.status == 1
    assert "not a public address" in refused.err


def test_articles_are_counted_with_their_passages(run: Run) -> None:
    result = run("import", "articles", SAMPLE / "articles", "--json").json

    assert result["articles"] == 40
    assert result["passages"] > 100
    assert result["changed"] == 40
    assert run("import", "articles", SAMPLE / "articles", "--json").json["changed"] == 0


def test_learning_without_conversations_says_what_to_do(run: Run) -> None:
    finished = run("learn")

    assert finished.status == 1
    assert "import transcripts" in finished.err


def test_a_user_is_linked_to_one_telegram_account(run: Run) -> None:
    for name in ("mira", "noor"):
        added = ("user", "add", f"{name}@example.org", "--role", "agent")
        run(*added, stdin="long enough!\n")
    linked = run("user", "link", "mira@example.org", "501", "--json")
    moved = run("user", "link", "noor@example.org", "501")
    nobody = run("user", "link", "nobody@example.org", "501")
    assert linked.json["telegram_id"] == "501"
    assert (moved.status, nobody.status) == (0, 1)
    assert "there is no user" in nobody.err


def test_users_are_made_once_and_weak_passwords_refused(run: Run) -> None:
    weak = run("user", "add", "mira@example.org", "--role", "agent", stdin="short\n")
    made = run(
        "user", "add", "mira@example.org", "--role", "agent", "--json", stdin="long enough!\n"
    )
    again = run("user", "add", "mira@example.org", "--role", "agent", stdin="long enough!\n")

    assert (weak.status, made.status, again.status) == (1, 0, 1)
    assert made.json["role"] == "agent"
    assert "long enough!" not in made.out + made.err


def test_asking_a_home_that_has_learned_nothing_ends_with_a_person(run: Run) -> None:
    result = run("ask", "Where is my parcel?", "--json").json

    assert result["kind"] == "handoff"
    assert result["reasons"]["because"] == ["The bot has not learned anything yet."]


@pytest.mark.parametrize("public", [("--host", "0.0.0.0"), ("--telegram",)])
def test_a_trial_is_served_to_this_machine_only(
    run: Run, monkeypatch: pytest.MonkeyPatch, public: tuple[str, ...]
) -> None:
    monkeypatch.setenv("FRONTDESK_TELEGRAM_TOKEN", "123456:ABC")
    run("review", "accept-all")

    finished = run("serve", "--port", "0", *public)

    assert finished.status == 1
    assert "trial" in finished.err


def test_a_server_that_does_not_come_up_is_a_failure(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(services: Services) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Services, "start", broken)
    finished = run("serve", "--port", "0")

    assert (finished.status, finished.out) == (1, "")
    assert "did not start" in finished.err


def test_several_workers_are_refused_with_the_reason(run: Run) -> None:
    finished = run("serve", "--workers", "2")

    assert finished.status == 1
    assert "PostgreSQL and Redis" in finished.err


def test_several_agents_are_named_with_commas(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("no,who,text\n1,Anna,hi\n1,Ben,hello\n1,Cleo,bye\n", encoding="utf-8")
    columns = "conversation=no,agent=Ben, Cleo,speaker=who"

    result = run("import", "transcripts", file, "--columns", columns, "--json").json

    assert (result["conversations"], result["turns"]) == (1, 3)
    assert run("import", "transcripts", file, "--columns", "no").status == 2


def test_what_did_not_change_is_read_again_when_asked_and_the_desks_edits_stay(
    run: Run, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("fees", "hours"):
        (folder / f"{name}.md").write_text(f"# {name}\n\nAs the file says.", encoding="utf-8")
    run("import", "articles", folder)
    database = Database.open(Settings.load(home, {}).database_url)
    with database.write() as session:
        edited, other = session.get_one(ArticleRow, "fees"), session.get_one(ArticleRow, "hours")
        edited.body, edited.content_hash = "As the desk says.", "edited"
        edited.version, edited.saved_by = 2, "eve@shop.example"
        edited.updated_at = edited.saved_at = datetime.now(UTC)
        other.body, other.content_hash = "As an older reader saw it.", "older"
    assert run("import", "articles", folder, "--json").json["changed"] == 0
    again = run("import", "articles", folder, "--again", "--json")
    assert again.json["changed"] == 1
    assert "edited at the desk" in again.err
    single = run("import", "articles", folder / "fees.md", "--again", "--json")
    assert single.json["changed"] == 0
    with database.read() as session:
        assert session.get_one(ArticleRow, "fees").body == "As the desk says."
        assert "As the file says." in session.get_one(ArticleRow, "hours").body
    database.close()


def test_a_page_that_was_edited_at_the_desk_stays_when_it_is_read_again(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Article(ArticleId("fees"), "Fees", "As the page says.")
    monkeypatch.setattr("bot.commands.articles.fetch_article", lambda _: page)
    run("import", "articles", "https://shop.example/fees")
    database = Database.open(Settings.load(home, {}).database_url)
    with database.write() as session:
        row = session.get_one(ArticleRow, "fees")
        row.body, row.content_hash, row.version = "As the desk says.", "edited", 2
        row.saved_by, row.saved_at = "eve@shop.example", datetime.now(UTC)
        row.updated_at = row.saved_at
    again = run("import", "articles", "https://shop.example/fees", "--again", "--json")
    assert again.json["changed"] == 0
    assert "edited at the desk" in again.err
    with database.read() as session:
        assert session.get_one(ArticleRow, "fees").body == "As the desk says."
    database.close()
