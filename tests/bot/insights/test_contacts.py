"""How often customers turned to the team, and about what."""

from __future__ import annotations

from counting import ask, asked, behind, change, counted, facts, says_template, scope

from bot.content.file_bytes import FileBytes
from bot.content.templates import put_template
from bot.conversations.removal import remove_conversations
from bot.dialog import Move
from bot.insights import Figure, Intents
from bot.store.tables import IntentRow, MergedIntentRow
from knowledge import AnswerTemplate, IntentId, TemplateId

CONTACTS = Figure.CONTACTS


def test_a_contact_counts_once_by_the_first_matter_that_was_recognised(desk):
    asked(desk, "billing/refund")
    conversation = asked(desk, None)
    ask(desk, conversation, "shipping", probability=0.4)
    ask(desk, conversation, "returns")
    ask(desk, conversation, "billing/refund")
    asked(desk, "hours", probability=0.3)
    assert counted(desk, CONTACTS) == {"billing/refund": 1, "returns": 1, "": 1}


def test_an_answered_template_says_what_it_was_about(desk):
    said = {"en": "Within 30 days."}
    template = AnswerTemplate(TemplateId("t"), "Returns", said, (IntentId("returns"),))
    with desk.database.write() as session:
        put_template(session, template, desk.now)
    says_template(desk, desk.conversation(), "t")
    assert counted(desk, CONTACTS) == {"returns": 1}


def test_reopened_by_its_customer_it_is_another_contact(desk):
    conversation = asked(desk, "returns")
    desk.move(conversation, Move.LAPSE)
    desk.passes(days=2)
    ask(desk, conversation, "warranty")
    assert counted(desk, CONTACTS) == {"returns": 1, "warranty": 1}
    assert behind(desk, CONTACTS) == {conversation}
    days = [fact.at.date() for fact in facts(desk, CONTACTS)]
    assert (max(days) - min(days)).days == 2


def test_a_colleague_who_takes_what_was_closed_makes_no_contact(desk):
    conversation = asked(desk, "returns")
    desk.move(conversation, Move.LAPSE)
    desk.take_over(conversation, desk.agent())
    assert counted(desk, CONTACTS) == {"returns": 1}


def test_where_nobody_wrote_there_was_no_contact(desk):
    desk.conversation()
    assert counted(desk, CONTACTS) == {}


def test_the_period_before_is_counted_apart(desk):
    asked(desk, "returns")
    desk.passes(days=10)
    asked(desk, "warranty")
    assert counted(desk, CONTACTS, scope(desk, days=7)) == {"warranty": 1}
    before = [each for each in facts(desk, CONTACTS, scope(desk, days=7)) if each.part == "returns"]
    assert len(before) == 1


def test_contacts_are_narrowed_by_channel_language_and_matter(desk):
    one, other = asked(desk, "billing/refund"), asked(desk, "billing/invoice")
    third = asked(desk, "hours")
    change(desk, one, language="de")
    change(desk, other, channel="telegram", channel_ref="7")
    assert behind(desk, CONTACTS, language="de") == {one}
    assert behind(desk, CONTACTS, channel="telegram") == {other}
    assert behind(desk, CONTACTS, intents=frozenset({"hours"})) == {third}
    assert behind(desk, CONTACTS, channel="web", language="de") == {one}


def test_a_matter_holds_what_stands_under_it_and_what_was_merged_into_it(desk):
    for id in ("billing", "billing/refund", "hours"):
        with desk.database.write() as session:
            session.add(IntentRow(id=id, name=id, source="test"))
    with desk.database.write() as session:
        row = MergedIntentRow(intent_id="money-back", into_id="billing/refund", merged_at=desk.now)
        session.add(row)
    asked(desk, "money-back")
    with desk.database.read() as session:
        intents = Intents.read(session)
    assert intents.under("billing") == {"billing", "billing/refund", "money-back"}
    assert counted(desk, CONTACTS) == {"billing/refund": 1}


def test_who_was_erased_counts_no_more(desk, tmp_path):
    gone, stays = asked(desk, "returns"), asked(desk, "returns")
    with desk.database.write() as session:
        remove_conversations(session, FileBytes(tmp_path), [gone])
    assert behind(desk, CONTACTS) == {stays}
    assert counted(desk, CONTACTS) == {"returns": 1}
