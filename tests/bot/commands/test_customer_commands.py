"""A customer is forgotten on request, stays forgotten, and can have a copy before."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from bot.content.transcripts import pseudonym_key
from bot.content.vectors import text_hash
from bot.recommending.behaviour import keep_acts
from bot.recommending.choice import Choice, choose
from bot.services import utc_now
from bot.store import Database
from bot.store.database import sqlite_url
from bot.store.tables import (
    BehaviourRow,
    ConversationRow,
    ExampleRow,
    IntentRow,
    MessageRow,
    ModelRow,
    PairRow,
    SuggestionChoiceRow,
    TranscriptRow,
    VectorRow,
)
from tests.bot.commands.conftest import Run

QUESTION = "Where is the lamp that I ordered for the veranda?"


def export(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(each) for each in records), encoding="utf-8")
    return path


def conversation(id: str, question: str = QUESTION, **known: str) -> dict[str, Any]:
    turns = [
        {"speaker": "customer", "text": question, "author": known.pop("author", None)},
        {"speaker": "agent", "text": "It left on Monday.", "author": "Bea"},
    ]
    return {"id": id, "source": "shop", "turns": turns, **known}


ANNA = conversation("1", customer="anna@post.example", author="Anna Keller")
OTHER = conversation("2", "How do I return a chair?", customer="bo@post.example", author="Bo Lind")


@pytest.fixture
def imported(run: Run, tmp_path: Path) -> Path:
    path = export(tmp_path / "export.jsonl", ANNA, OTHER)
    assert run("import", "transcripts", path, "--json").status == 0
    return path


def opened(home: Path) -> Database:
    return Database.open(sqlite_url(home / "frontdesk.db"))


def stored_bytes(home: Path) -> bytes:
    return b"".join(file.read_bytes() for file in home.glob("frontdesk.db*"))


@pytest.mark.parametrize("called", ["anna@post.example", "ANNA@Post.example", "Anna Keller"])
def test_an_erased_customer_is_not_brought_back_by_a_later_import(
    run: Run, imported: Path, called: str
) -> None:
    assert run("erase", called, "--json").json["erased"]["transcripts"] == 1
    again = run("import", "transcripts", imported, "--json").json
    assert (again["erased"], again["duplicates"], again["conversations"]) == (1, 1, 0)


def test_nothing_of_an_erased_customer_stays_in_the_files(
    run: Run, home: Path, imported: Path
) -> None:
    assert b"veranda" in stored_bytes(home)
    run("erase", "anna@post.example")
    assert b"veranda" not in stored_bytes(home)
    assert b"return a chair" in stored_bytes(home)


def test_a_new_conversation_of_an_erased_customer_is_left_out_too(
    run: Run, imported: Path, tmp_path: Path
) -> None:
    run("erase", "anna@post.example")
    newer = export(tmp_path / "new.jsonl", {**ANNA, "id": "9"})
    assert run("import", "transcripts", newer, "--json").json["erased"] == 1


def test_who_is_erased_before_any_import_is_left_out_of_it(run: Run, tmp_path: Path) -> None:
    run("erase", "4711")
    path = export(tmp_path / "export.jsonl", conversation("1", customer="4711"), OTHER)
    counts = run("import", "transcripts", path, "--json").json
    assert (counts["erased"], counts["conversations"]) == (1, 1)


def test_what_was_learned_from_them_goes_and_models_are_marked(
    run: Run, home: Path, imported: Path
) -> None:
    database = opened(home)
    with database.write() as session:
        session.add(IntentRow(id="i", name="i", source="tag", state="accepted"))
        session.flush()
        for id, text in (("1", QUESTION), ("2", "How do I return a chair?")):
            content = {"question": text, "answer": "It left on Monday.", "context": []}
            session.add(PairRow(id=f"p{id}", transcript_key=id, content=content))
            session.add(
                ExampleRow(id=id, intent_id="i", text=text, source="learned", pair_id=f"p{id}")
            )
            session.add(VectorRow(encoder_id="e", text_hash=text_hash(text), data=b"1234"))
        session.add(ModelRow(id="m", directory="models/m", created_at=utc_now()))
    erased = run("erase", "anna@post.example", "--json").json["erased"]
    assert (erased["pairs"], erased["examples"], erased["vectors"]) == (1, 1, 1)
    assert erased["models_to_retrain"] == ["m"]
    with database.read() as session:
        assert [row.id for row in session.exec(select(ExampleRow))] == ["2"]
    assert run("models", "list", "--json").json["models"][0]["retrain_since"]
    assert "retrain" in run("models", "list").out
    database.close()


def test_models_adapted_to_files_are_marked_whoever_is_erased(run: Run, home: Path) -> None:
    home.mkdir(exist_ok=True)
    database = opened(home)
    with database.write() as session:
        for id, messages in (("adapted", 500), ("other", 0)):
            session.add(
                ModelRow(
                    id=id,
                    directory=f"models/{id}",
                    created_at=utc_now(),
                    metrics={"adapted_to": messages},
                )
            )
    finished = run("erase", "nobody@post.example", "--json")
    assert finished.json["erased"]["models_to_retrain"] == ["adapted"]
    assert "1 models may have learned" in run("erase", "nobody@post.example").out
    database.close()


def live_conversation(home: Path, id: str, **known: Any) -> None:
    database = opened(home)
    with database.write() as session:
        now = utc_now()
        session.add(ConversationRow(id=id, channel="web", created_at=now, updated_at=now, **known))
        session.flush()
        session.add(
            MessageRow(conversation_id=id, seq=1, author="customer", text="my secret", sent_at=now)
        )
    database.close()


def test_live_conversations_of_the_same_person_go_with_all_their_messages(
    run: Run, home: Path, imported: Path
) -> None:
    live_conversation(home, "a", customer_key="web:77", customer_email="Anna@post.example")
    live_conversation(home, "b", customer_key="web:77")
    live_conversation(home, "c", customer_key="web:78")
    erased = run("erase", "anna@post.example", "--json").json["erased"]
    assert (erased["conversations"], erased["messages"], erased["transcripts"]) == (2, 2, 1)
    database = opened(home)
    with database.read() as session:
        assert [row.id for row in session.exec(select(ConversationRow))] == ["c"]
    database.close()


def test_what_was_kept_for_suggestions_is_in_the_copy_and_goes_with_the_customer(
    run: Run, home: Path, imported: Path
) -> None:
    live_conversation(home, "a", customer_key="web:77", signed_in=True)
    database = opened(home)
    with database.write() as session:
        choose(session, "web:77", Choice.PERSONAL, utc_now())
        keep_acts(session, session.get_one(ConversationRow, "a"), "read", ["article:x"], utc_now())
    copy = run("export", "customer", "web:77", "--json").json["suggestions"]
    assert [each["choice"] for each in copy["choices"]] == ["personal"]
    assert [each["item"] for each in copy["acts"]] == ["article:x"]
    assert run("erase", "web:77", "--json").status == 0
    with database.read() as session:
        assert session.exec(select(BehaviourRow)).all() == []
        assert session.exec(select(SuggestionChoiceRow)).all() == []
    database.close()


def test_an_id_that_two_channels_gave_is_refused(run: Run, home: Path, imported: Path) -> None:
    live_conversation(home, "a", customer_key="web:77")
    live_conversation(home, "b", customer_key="telegram:77")
    refused = run("erase", "77")
    assert (refused.status, refused.out) == (1, "")
    assert run("erase", "telegram:77", "--json").json["erased"]["conversations"] == 1


def test_erasing_an_id_of_one_system_leaves_another_systems_alone(run: Run, tmp_path: Path) -> None:
    there = {**conversation("5", customer="5"), "source": "club"}
    path = export(tmp_path / "a.jsonl", conversation("1", customer="77"), there)
    run("import", "transcripts", path)
    run("erase", "77")
    later = export(tmp_path / "b.jsonl", {**conversation("6", customer="77"), "source": "club"})
    counts = run("import", "transcripts", later, "--json").json
    assert (counts["erased"], counts["conversations"]) == (0, 1)


def test_a_name_of_several_people_is_refused_with_those_it_may_mean(
    run: Run, tmp_path: Path
) -> None:
    namesake = conversation("3", customer="other@post.example", author="Anna Keller")
    run("import", "transcripts", export(tmp_path / "export.jsonl", ANNA, namesake))
    refused = run("erase", "Anna Keller")
    assert (refused.status, refused.out) == (1, "")
    one = next(word.strip(",") for word in refused.err.split() if word.startswith("customer-"))
    assert run("erase", one, "--json").json["erased"]["transcripts"] == 1


def test_a_copy_holds_what_is_stored_of_one_customer_only(
    run: Run, home: Path, imported: Path
) -> None:
    live_conversation(home, "a", customer_email="anna@post.example")
    copy = run("export", "customer", "anna@post.example", "--json").json
    assert [each["id"] for each in copy["imported"]] == ["1"]
    assert [each["text"] for each in copy["conversations"][0]["messages"]] == ["my secret"]
    assert run("export", "customer", "nobody@post.example").status == 1


def test_originals_are_thrown_away_unless_the_operator_keeps_them(
    run: Run, home: Path, imported: Path
) -> None:
    refused = run("export", "original", "shop:1")
    assert (refused.status, refused.out) == (1, "")
    assert "keep_originals" in refused.err
    assert not (home / "originals.key").exists()


@pytest.fixture
def keeping(run: Run, home: Path, tmp_path: Path) -> Iterable[Path]:
    home.mkdir()
    (home / "frontdesk.yaml").write_text("keep_originals: true\n", encoding="utf-8")
    run("import", "transcripts", export(tmp_path / "export.jsonl", ANNA, OTHER))
    return home


def test_a_kept_original_can_be_read_but_not_from_the_database_alone(
    run: Run, keeping: Path
) -> None:
    original = run("export", "original", "shop:1", "--json").json
    assert original["customer"] == "anna@post.example"
    assert b"anna@post.example" not in stored_bytes(keeping)
    key = keeping / "originals.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_bytes() not in stored_bytes(keeping)
    key.unlink()
    assert run("export", "original", "shop:1").status == 1


def test_a_key_that_does_not_fit_is_told(run: Run, keeping: Path) -> None:
    (keeping / "originals.key").write_text("00" * 32)
    refused = run("export", "original", "shop:1")
    assert "originals.key" in refused.err


def test_an_original_goes_with_its_customer(run: Run, keeping: Path) -> None:
    assert run("erase", "anna@post.example", "--json").json["erased"]["originals"] == 1
    assert run("export", "original", "shop:1").status == 1
    assert run("export", "original", "shop:2", "--json").json["customer"] == "bo@post.example"


def test_the_operator_sees_what_was_found_by_kind(run: Run, tmp_path: Path) -> None:
    text = "I am Tom Miller, tom@post.example or +49 30 1234567. Thanks, Tom"
    path = export(tmp_path / "export.jsonl", conversation("1", text))
    assert (
        run("import", "transcripts", path)
        .out.rstrip()
        .endswith("Personal data taken out: names 2, e-mail addresses 1, telephone numbers 1.")
    )


def test_a_dry_run_counts_and_stores_nothing(run: Run, home: Path, tmp_path: Path) -> None:
    path = export(tmp_path / "export.jsonl", conversation("1", "write to tom@post.example"))
    counts = run("import", "transcripts", path, "--dry-run", "--json").json
    assert (counts["conversations"], counts["redactions"]) == (1, {"email": 1})
    assert not (home / "frontdesk.db").exists() or customers(home) == {}
    assert run("import", "transcripts", path, "--json").json["conversations"] == 1


def test_somebody_of_a_system_not_imported_yet_can_be_erased(run: Run, tmp_path: Path) -> None:
    run("erase", "shop:77")
    path = export(tmp_path / "export.jsonl", conversation("1", customer="77"))
    assert run("import", "transcripts", path, "--json").json["erased"] == 1


def customers(home: Path) -> dict[str, str | None]:
    database = opened(home)
    with database.read() as session:
        found = {row.key: row.customer for row in session.exec(select(TranscriptRow))}
    database.close()
    return found


def test_one_person_stays_one_person_over_files_once_a_conversation_links_them(
    run: Run, home: Path, tmp_path: Path
) -> None:
    by_mail = conversation("1", customer="anna@post.example")
    by_id = conversation("2", customer="77")
    both = conversation("3", customer="77", customer_email="Anna@post.example")
    for number, record in enumerate((by_mail, by_id, both)):
        run("import", "transcripts", export(tmp_path / f"{number}.jsonl", record))
    assert len(set(customers(home).values())) == 1
    again = run("import", "transcripts", tmp_path / "1.jsonl", "--json").json
    assert again["duplicates"] == 1


def test_the_same_id_in_two_systems_is_not_one_person(run: Run, home: Path, tmp_path: Path) -> None:
    here = conversation("1", customer="77")
    there = {**conversation("1", customer="77"), "source": "club"}
    run("import", "transcripts", export(tmp_path / "export.jsonl", here, there))
    assert len(set(customers(home).values())) == 2
    assert run("erase", "77").status == 1
    assert run("erase", "club:77", "--json").json["erased"]["transcripts"] == 1


def test_another_home_gives_other_pseudonyms(run: Run, home: Path, tmp_path: Path) -> None:
    path = export(tmp_path / "export.jsonl", ANNA)
    run("import", "transcripts", path)
    first = customers(home)
    home.rename(tmp_path / "first")
    run("import", "transcripts", path)
    assert first.keys() == customers(home).keys()
    assert first != customers(home)
    database = opened(home)
    assert len(pseudonym_key(database)) == 32
    database.close()
