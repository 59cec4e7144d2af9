"""What a home's training is given: accepted examples, and what customers asked beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.context import Home
from bot.content.labels import LabelDecision, decide_labels
from bot.services import utc_now
from bot.store.tables import ExampleRow, IntentRow, PairRow
from tests.bot.commands.conftest import Run

pytest.importorskip("torch", reason="training needs the train extra (torch)")

from bot.commands.home_training import unlabelled_of
from knowledge import IntentId
from nlu import is_golden


def test_what_is_asked_under_no_accepted_intent_is_what_strangers_look_like(home: Path) -> None:
    own = Home(home, {})
    others = [f"can you tell me about thing {number}" for number in range(30)]
    with own.database.write() as session:
        for state in ("accepted", "draft"):
            session.add(IntentRow(id=state, name=state, source="tag", state=state))
        session.flush()
        session.add(ExampleRow(id="1", intent_id="accepted", text="refund", source="learned"))
        session.add(ExampleRow(id="2", intent_id="draft", text=others[0], source="learned"))
        asked = [*["refund"] * 20, *others, *others[:10]]
        for number, text in enumerate(asked):
            intent = {"refund": "accepted", others[0]: "draft"}.get(text)
            row = PairRow(id=str(number), transcript_key="t", intent_id=intent)
            row.content = {"question": text}
            session.add(row)
    found = unlabelled_of(own)
    assert set(found.texts) == {text for text in others if not is_golden(text)}
    assert 20 < len(found.texts) < 30
    assert found.share == pytest.approx(40 / 60)
    one, other, third, *_ = found.texts
    decided = [
        LabelDecision(one, None, stranger=True),
        LabelDecision(other, None),
        LabelDecision(third, IntentId("accepted"), stranger=True),
        LabelDecision("refund", IntentId("accepted")),
        LabelDecision("nobody asked this", None, stranger=True),
    ]
    decide_labels(own.database, decided, utc_now(), None)
    after = unlabelled_of(own)
    assert after.confirmed == {one}  # nothing to learn from does not say that it is of no intent
    assert set(after.texts) == set(found.texts) - {third}
    assert after.share < found.share
    assert (found.found, after.found) == (0, 1)


def test_a_home_that_imported_nothing_knows_no_strangers(home: Path) -> None:
    assert unlabelled_of(Home(home, {})).texts == ()


def test_questions_without_a_label_stand_beside_a_file_of_labelled_ones(
    run: Run, tmp_path: Path
) -> None:
    import json

    from tiny_bert import make_tiny_bert

    labelled, asked, out = (tmp_path / name for name in ("a.csv", "b.csv", "model"))
    rows = [
        f"{start} {thing} {end},{intent}"
        for start in ("where is", "how is", "is it")
        for end in ("please", "thanks", "for you")
        for thing, intent in (("the parcel", "delivery"), ("my money", "refund"))
    ]
    labelled.write_text("\n".join(["text,intent", *rows, ""]), encoding="utf-8")
    words = ("bike", "account", "password", "order", "login", "late", "reset", "cancel")
    others = [f"{first} {second}" for first in words for second in words if first != second]
    asked.write_text("\n".join(["text", *others, ""]), encoding="utf-8")
    base = ("--base-model", make_tiny_bert(tmp_path / "bert"), "--epochs", "1")
    trained = run("train", "--data", labelled, "--unlabelled", asked, "--out", out, *base, "--json")
    assert trained.status == 0, trained.err
    record = json.loads((out / "training.json").read_text())
    assert record["unlabelled"] == {"encoder": 56, "ngrams": 0}


@pytest.mark.parametrize("beside", [(), ("--task", "sentiment", "--data", "x.csv")])
def test_they_are_refused_where_nothing_could_be_done_with_them(
    run: Run, beside: tuple[str, ...]
) -> None:
    finished = run("train", "--unlabelled", "asked.csv", *beside)
    assert (finished.status, finished.out) == (2, "")
    assert "--unlabelled is for intents from --data" in finished.err


def test_texts_to_validate_on_are_for_a_file_alone(run: Run) -> None:
    finished = run("train", "--validation", "asked.csv")
    assert (finished.status, finished.out) == (2, "")
    assert "--validation is for --data" in finished.err


def test_a_file_to_validate_on_is_read_as_the_one_to_learn_from(run: Run, tmp_path: Path) -> None:
    learned, asked = tmp_path / "learned.csv", tmp_path / "asked.csv"
    learned.write_text("text,intent\nrefund me,refund\nwhere is it,delivery\n", encoding="utf-8")
    asked.write_text("text,intent\nis it cold,weather\n", encoding="utf-8")
    out = tmp_path / "model"
    finished = run("train", "--data", learned, "--validation", asked, "--out", out)
    assert finished.status == 1
    assert "taught by no text, such as weather" in finished.err
    assert not out.exists()
