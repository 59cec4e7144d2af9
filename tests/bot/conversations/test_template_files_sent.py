"""Files of an answer reach the customer with it, and wordings follow a customer around."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from conversing import answering
from situations import NOON

from bot.content.attachment_removal import sweep
from bot.content.attachments import AttachmentLimits, Upload, customers_attachment
from bot.content.file_bytes import FileBytes
from bot.content.template_files import store_template_file
from bot.content.template_references import check_references
from bot.store.tables import ConversationRow
from knowledge import AnswerTemplate, Enclosure, InvalidTemplateError, TemplateId

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
LIMITS = AttachmentLimits(2**20, ("application/pdf",), 5, 2**20)


@pytest.fixture
def files(tmp_path: Path) -> FileBytes:
    return FileBytes(tmp_path / "files")


@pytest.fixture
def form(desk, files) -> Enclosure:
    upload = Upload(BytesIO(PDF), "form.pdf", "application/pdf", "template")
    stored = store_template_file(desk.database, files, upload, LIMITS, NOON)
    return Enclosure("Return form.pdf", stored.sha256)


def sending(*enclosures: Enclosure):
    decided = answering("Here is the form.")
    reply = replace(decided.decision.reply, files=enclosures)
    return replace(decided, decision=replace(decided.decision, reply=reply))


def told(desk, conversation: str, *enclosures: Enclosure) -> list[str]:
    desk.says(conversation, "form?", "first")
    desk.commit(desk.pending(conversation), sending(*enclosures))
    return desk.messages(conversation, "bot")[-1].attachments


def test_each_customer_gets_the_file_under_an_id_of_their_own(desk, form):
    one, other = desk.conversation(), desk.conversation()
    (first,), (second,) = told(desk, one, form), told(desk, other, form)
    opened = customers_attachment(desk.database, one, first)
    assert (opened.name, opened.size, first != second) == ("Return form.pdf", len(PDF), True)


def test_on_a_channel_that_is_pushed_to_it_goes_out_after_the_words(desk, form):
    conversation = desk.telegram_conversation()
    (file,) = told(desk, conversation, form)
    rows = [row for row in desk.outbox(conversation) if row.author == "bot"][-2:]
    assert [row.payload["text"] for row in rows] == ["Here is the form.", ""]
    assert rows[1].payload["attachments"] == [file]


def test_a_file_whose_bytes_are_not_here_does_not_hold_back_the_words(desk):
    assert told(desk, desk.conversation(), Enclosure("gone.pdf", "0" * 64)) == []


def test_bytes_stay_while_a_saved_template_names_them_and_go_when_none_was_saved(desk, files, form):
    later = NOON + timedelta(days=8)
    named = AnswerTemplate(TemplateId("t"), "T", {"en": "x"}, attachments=(form,))
    with desk.database.write() as session:
        check_references(session, (named,))
    assert sweep(desk.database, files, later) == 0
    upload = Upload(BytesIO(PDF + b"%2\n"), "b.pdf", "application/pdf", "template")
    unsaved = store_template_file(desk.database, files, upload, LIMITS, NOON)
    sweep(desk.database, files, later)
    lonely = replace(named, attachments=(Enclosure("b.pdf", unsaved.sha256),))
    with (
        desk.database.write() as session,
        pytest.raises(InvalidTemplateError, match="bytes are not here"),
    ):
        check_references(session, (lonely,))


def test_a_known_customer_gets_the_next_wording_in_a_new_conversation(desk):
    first, second = desk.conversation(), desk.conversation()
    with desk.database.write() as session:
        for name, dialog in ((first, {"wordings": {"t": "mark"}}), (second, {})):
            row = session.get_one(ConversationRow, name)
            row.customer_key, row.dialog = "web:ann", dialog
            session.add(row)
    desk.says(second, "hello again", "k")
    assert desk.pending(second).state.wordings == {"t": "mark"}
