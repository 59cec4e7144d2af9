"""Templates go out with all they have and come in again, also into another home."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from bot.content.attachments import Upload
from bot.content.file_bytes import FileBytes
from bot.content.template_files import store_template_file
from bot.content.templates import all_templates, delete_template
from bot.desk.users import Role, add_user
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import IntentRow
from knowledge import AnswerTemplate, IntentId, TemplateId, write_templates
from tests.bot.commands.conftest import Run

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
WHOLE = """
- id: returns
  title: Returns
  owner: eve@shop.example
  texts: {{en: Within 30 days.}}
  variants: {{en: ["You have 30 days.", "Thirty days."]}}
  texts_on: {{telegram: {{en: 30 days!}}}}
  follow_ups: [refunds]
  attachments: [{{name: Form.pdf, sha256: {sha256}}}]
  examples: [how do I return it]
  valid_until: 2030-01-01
- id: refunds
  texts: {{en: Soon.}}
"""


def stored_in(home: Path):
    database = Database.open(Settings.load(home, {}).database_url)
    try:
        return [each.template for each in all_templates(database)]
    finally:
        database.close()


@pytest.fixture
def whole(home: Path, tmp_path: Path) -> Path:
    """A file of templates whose attachment the home has."""
    home.mkdir()
    settings = Settings.load(home, {})
    database = Database.open(settings.database_url)
    upload = Upload(BytesIO(PDF), "form.pdf", "application/pdf", "template")
    limits = settings.file.attachments.limits()
    stored = store_template_file(
        database, FileBytes(settings.attachments), upload, limits, utc_now()
    )
    database.close()
    file = tmp_path / "templates.yaml"
    file.write_text(WHOLE.format(sha256=stored.sha256), encoding="utf-8")
    return file


@pytest.mark.parametrize("suffix", ["yaml", "csv"])
def test_all_that_a_template_has_comes_back_in_another_home(
    run: Run, home: Path, whole: Path, tmp_path: Path, suffix: str
) -> None:
    assert run("import", "templates", whole).status == 0
    out = tmp_path / f"out.{suffix}"
    assert run("export", "templates", out).status == 0
    before = stored_in(home)
    home.rename(tmp_path / "old")
    finished = run("import", "templates", out, "--json")
    assert finished.json == {"templates": 2, "changed": 2, "doubts": []}
    assert stored_in(home) == before
    assert run("import", "templates", out, "--json").json["changed"] == 0


def test_bytes_that_are_nowhere_or_changed_are_refused_and_nothing_is_stored(
    run: Run, home: Path, whole: Path, tmp_path: Path
) -> None:
    run("import", "templates", whole)
    run("export", "templates", tmp_path / "out.yaml")
    home.rename(tmp_path / "old")
    (folder,) = tmp_path.glob("out.yaml.files")
    (file,) = folder.iterdir()
    file.write_bytes(PDF + b"%\n")
    changed = run("import", "templates", tmp_path / "out.yaml")
    assert (changed.status, "are others than they are named for" in changed.err) == (1, True)
    file.unlink()
    missing = run("import", "templates", tmp_path / "out.yaml")
    assert (missing.status, "its bytes are not here" in missing.err) == (1, True)
    assert stored_in(home) == []


def test_a_follow_up_that_is_in_neither_file_nor_home_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text("- id: a\n  texts: {en: x}\n  follow_ups: [b]\n", encoding="utf-8")
    refused = run("import", "templates", file)
    assert (refused.status, "there is no template 'b'" in refused.err) == (1, True)


def test_what_is_retired_from_under_another_answer_is_told_with_both_names(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(
        "- {id: a, texts: {en: x}, follow_ups: [b], state: live}\n"
        "- {id: b, texts: {en: y}, state: retired}\n",
        encoding="utf-8",
    )
    assert run("import", "templates", file, "--json").json["doubts"] == [
        "template 'a': 'b' is retired or deleted, so it is not offered as what to ask next",
        "template 'b' is retired, and no longer offered by 'a' as what to ask next",
    ]


@pytest.mark.parametrize("suffix", ["yaml", "csv"])
def test_an_export_names_no_deleted_follow_up_and_can_be_imported(
    run: Run, home: Path, tmp_path: Path, suffix: str
) -> None:
    file, out = tmp_path / "t.yaml", tmp_path / f"out.{suffix}"
    file.write_text(
        "- {id: a, texts: {en: x}, follow_ups: [b, c]}\n"
        "- {id: b, texts: {en: y}}\n- {id: c, texts: {en: z}}\n",
        encoding="utf-8",
    )
    run("import", "templates", file)
    database = Database.open(Settings.load(home, {}).database_url)
    delete_template(database, TemplateId("b"), None)
    database.close()
    told = run("export", "templates", out)
    assert "template 'a': 'b', which it offers next, is deleted; left out" in told.err
    assert run("import", "templates", out).status == 0
    assert [each.follow_ups for each in stored_in(home)] == [("c",), ()]


@pytest.mark.parametrize("suffix", ["yaml", "csv"])
def test_an_unknown_intent_or_owner_is_told_when_templates_come_in(
    run: Run, home: Path, tmp_path: Path, suffix: str
) -> None:
    home.mkdir()
    database = Database.open(Settings.load(home, {}).database_url)
    with database.write() as session:
        session.add(IntentRow(id="refund_when", name="Refunds", source="review", state="accepted"))
    add_user(database, "eve@shop.example", "a long password", Role.EDITOR, utc_now(), "Eve")
    database.close()
    template = AnswerTemplate(
        TemplateId("refunds"),
        "Refunds",
        {"en": "Soon."},
        intents=(IntentId("refund_wen"), IntentId("refund_when")),
        owner="evee@shop.example",
    )
    file = tmp_path / f"templates.{suffix}"
    write_templates([template], file)
    assert run("import", "templates", file, "--json").json["doubts"] == [
        "template 'refunds': the intent 'refund_wen' is not known; did you mean 'refund_when'?",
        "template 'refunds': the owner 'evee@shop.example' is nobody at the desk; "
        "did you mean 'eve@shop.example'?",
    ]
    assert len(stored_in(home)) == 1
