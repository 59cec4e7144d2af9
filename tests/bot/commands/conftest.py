"""Runs the command line as a shell would: arguments in; status, standard output and error out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.content.learned import ProposedIntent, accept_all, store_learned
from bot.content.templates import put_template
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from knowledge import AnswerTemplate, IntentId, TemplateId, TemplateState
from tests.bot.commands.shop_words import OPENINGS, WORDS


@dataclass(frozen=True)
class Finished:
    """What a command left."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Finished]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str | Path, stdin: str = "") -> Finished:
        import io

        words = ["frontdesk", "--home", str(home), *(str(each) for each in arguments)]
        monkeypatch.setattr(sys, "argv", words)
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        captured = capsys.readouterr()
        return Finished(status, captured.out, captured.err)

    return command


@pytest.fixture
def school(run: Run, home: Path, tmp_path: Path) -> Iterator[Database]:
    """A home with a tiny model in service, and its database."""
    pytest.importorskip("torch", reason="training needs the train extra (torch)")
    from tiny_bert import make_tiny_bert

    home.mkdir()
    database = Database.open(Settings.load(home, {}).database_url)
    intents = [
        ProposedIntent(
            IntentId(name),
            name,
            "review",
            10,
            tuple((f"{opening} {word}", None) for opening in OPENINGS),
            settled=True,
        )
        for name, word in WORDS.items()
    ]
    store_learned(database, (), intents, (), utc_now())
    accept_all(database, utc_now())
    with database.write() as session:
        for name, word in WORDS.items():
            template = AnswerTemplate(
                id=TemplateId(f"t_{name}"),
                title=name,
                texts={"en": f"All about your {word}."},
                intents=(IntentId(name),),
                state=TemplateState.LIVE,
            )
            put_template(session, template, utc_now())
    base = make_tiny_bert(tmp_path / "bert")
    trained = run("train", "--base-model", base, "--epochs", "2", "--json")
    assert trained.status == 0, trained.err
    yield database
    database.close()
