"""The desk inside Telegram: topics, replies from them, and what never reaches a customer."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fakes.bot_api import BotApi, until
from sqlmodel import col, select
from telegram_house import House, arrived, running, settings_for

from bot.conversations import agents
from bot.conversations.intake import Inbound
from bot.conversations.opening import open_web_conversation
from bot.desk.users import Role, add_user, link_telegram
from bot.store.tables import AuditRow, ConversationRow, TelegramTopicRow, UserRow

DESK = -1009
OTHER_DESK = -1010
ADA = 501
BEN = 502
EVE = 666


@dataclass
class Team:
    """The group, and the topic of the customer in chat 7."""

    house: House

    @property
    def api(self) -> BotApi:
        return self.house.api

    def thread(self, chat: int | str = 7) -> int | None:
        conversation = self.house.conversation(chat)
        return conversation and self.thread_of(conversation.id)

    def thread_of(self, conversation_id: str) -> int | None:
        with self.house.services.database.read() as session:
            row = session.get(TelegramTopicRow, conversation_id)
            return row and row.thread_id

    def title(self) -> str:
        return next(iter(self.api.topics[DESK].values()))

    def shown(self, chat: int | str = 7) -> str:
        return "\n".join(self.api.in_topic(DESK, self.thread(chat) or 0))

    async def handed_over(self, chat: int = 7) -> None:
        self.api.text(chat, "Where is my parcel?")
        await until(lambda: "Where is my parcel?" in self.shown(chat))

    async def settled(self) -> None:
        """Everything for the topics has left."""
        await until(lambda: set(self.house.statuses(DESK)) == {"sent"})

    def writes(self, text: str, user: int = ADA, **more: Any) -> None:
        self.api.in_desk(DESK, self.thread(), user, text, **more)

    async def answered(self, text: str) -> None:
        await until(lambda: text in self.shown(), what=text)


@pytest.fixture
async def team(
    tmp_path: Path, bot_api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Team]:
    monkeypatch.setattr("bot.channels.telegram.desk.running.GROUP_SECONDS", 0.01)
    monkeypatch.setattr("bot.channels.telegram.desk.running.TITLE_SECONDS", 0.1)
    (tmp_path / "frontdesk.yaml").write_text(f"telegram_desk_chat: {DESK}\n")
    bot_api.open_desk(DESK, ADA, 502)
    async with running(settings_for(tmp_path, bot_api), bot_api) as house:
        yield Team(house)


async def test_who_is_handed_over_gets_a_topic_with_all_that_was_said(team: Team) -> None:
    team.api.text(7, "/start order_9")
    await until(arrived(team.house, 7))
    assert team.thread() is None
    await team.handed_over()
    assert team.title() == "⏳ Kim – Where is my parcel?"
    shown = team.shown()
    assert "<b>Kim</b> on telegram" in shown
    assert "order_9" in shown
    assert "<b>In short:</b> Where is my parcel?" in shown
    assert "I don't have a sure answer" in shown
    team.api.text(7, "Hello <b>?")
    await team.answered("👤 Hello &lt;b&gt;?")


async def test_a_reply_from_the_topic_takes_over_and_reaches_the_customer_once(team: Team) -> None:
    await team.handed_over()
    await until(arrived(team.house, 7))
    team.writes("It leaves today.")
    await until(arrived(team.house, 7, 3))
    assert team.house.api.to(7)[1].startswith("<i>Ada has joined")
    assert team.house.api.to(7)[2] == "<b>Ada</b>\nIt leaves today."
    conversation = team.house.conversation(7)
    assert (conversation.status, conversation.agent_id) == ("with_agent", f"telegram:{ADA}")
    await team.answered("ℹ️ Ada has joined")
    await team.settled()
    assert "It leaves today." not in team.shown()
    await until(lambda: team.title().startswith("💬 Kim"))


async def test_a_linked_user_answers_under_her_own_name(team: Team) -> None:
    services = team.house.services
    now = services.clock()
    user = add_user(services.database, "ada@shop.example", "a password", Role.AGENT, now, "Dr Ada")
    await team.handed_over()
    team.writes("first")
    await until(lambda: team.house.messages(7, "agent"))
    link_telegram(services.database, "ada@shop.example", ADA)
    team.writes("second")
    await until(lambda: len(team.house.messages(7, "agent")) == 2)
    assert [row.name for row in team.house.messages(7, "agent")] == ["Ada", "Dr Ada"]
    assert team.house.conversation(7).agent_id == user.id


async def test_a_note_stays_inside(team: Team) -> None:
    await team.handed_over()
    await until(arrived(team.house, 7))
    team.writes("/note Third time this week")
    await team.answered("customers do not see it")
    team.writes("/note")
    await team.answered("Write the note behind the command")
    assert [row.text for row in team.house.messages(7, "note")] == ["Third time this week"]
    assert len(team.api.to(7)) == 1


async def test_a_conversation_is_closed_and_given_back_from_the_topic(team: Team) -> None:
    await team.handed_over()
    team.writes("/return")
    await until(lambda: team.house.conversation(7).status == "automated")
    team.writes("/return")
    await team.answered("The bot has it already")
    team.writes("/close")
    await until(lambda: team.house.conversation(7).status == "closed")
    await team.answered("✅ Closed")
    team.writes("/close")
    await team.answered("It is closed already")


async def test_a_banned_customer_is_stored_and_answered_by_nobody(team: Team) -> None:
    await team.handed_over()
    await until(arrived(team.house, 7))
    team.writes("/ban")
    await team.answered("⛔ Banned by Ada")
    team.api.text(7, "/human")
    team.api.text(7, "spam")
    await until(lambda: len(team.house.messages(7, "customer")) == 3)
    team.writes("Stop it")
    await team.answered("the customer is banned")
    assert len(team.api.to(7)) == 1
    assert "spam" not in team.shown()
    await until(lambda: team.title().startswith("⛔"))
    team.writes("/unban")
    await team.answered("Let in again by Ada")
    with team.house.services.database.read() as session:
        acts = session.exec(select(AuditRow.act).order_by(col(AuditRow.id))).all()
    assert acts == ["customer.banned", "customer.unbanned"]
    team.api.text(7, "I'll behave")
    await until(arrived(team.house, 7, 2))


async def test_info_tells_who_it_is(team: Team) -> None:
    await team.handed_over()
    team.writes("/info")
    await team.answered("State: waiting")


async def test_what_must_not_reach_the_customer_does_not(team: Team) -> None:
    await team.handed_over()
    await until(arrived(team.house, 7))
    team.writes("/clos")
    await team.answered("there is no such command")
    team.writes("from outside", user=EVE)
    await team.answered("only members of this group")
    document = {"file_id": "d", "file_unique_id": "d"}
    team.writes("the bill", document=document)
    await team.answered("files cannot be passed on")
    team.writes("anonymous", sender_chat={"id": DESK, "type": "supergroup", "title": "Team"})
    await team.answered("Remain anonymous")
    bot = {"id": 9, "is_bot": True, "first_name": "Other bot"}
    team.writes("beep", **{"from": bot})
    general = team.api.message(ADA, "Ada", text="Lunch?")
    group = {"id": DESK, "type": "supergroup", "title": "Team", "is_forum": True}
    team.api.push(message={**general, "chat": group})
    team.api.in_desk(DESK, 999_999, ADA, "in a topic of our own")
    edited = team.api.message(ADA, "Ada", text="better words")
    topic = {"is_topic_message": True, "message_thread_id": team.thread()}
    team.api.push(edited_message={**edited, "chat": group, **topic, "edit_date": 1})
    await team.answered("does not see an edit")
    assert team.house.messages(7, "agent") == []
    assert len(team.api.to(7)) == 1
    with team.house.services.database.read() as session:
        assert session.exec(select(UserRow.id)).all() == [f"telegram:{ADA}"]
        assert len(session.exec(select(ConversationRow.id)).all()) == 1


async def test_a_topic_that_was_deleted_is_made_anew_and_nothing_is_lost(team: Team) -> None:
    await team.handed_over()
    await team.settled()
    before = team.thread()
    del team.api.topics[DESK][before]
    team.api.text(7, "Anybody there?")
    await until(lambda: team.thread() != before and "Anybody there?" in team.shown())
    team.writes("Yes")
    await until(lambda: team.house.messages(7, "agent"))


async def test_a_visitor_of_the_web_site_gets_a_topic_too(team: Team) -> None:
    services = team.house.services
    opened = open_web_conversation(
        services.database,
        language="en",
        greeting="Hi",
        name="Bot",
        company="Shop",
        now=services.clock(),
    ).conversation_id
    await services.accept(opened, Inbound("1", "Where is my parcel?"))
    await until(lambda: team.thread_of(opened))
    thread = team.thread_of(opened)
    await until(lambda: team.api.in_topic(DESK, thread))
    team.api.in_desk(DESK, thread, ADA, "On its way")
    await until(lambda: team.house.said_in(opened, "agent") == ["On its way"])


async def test_a_colleague_on_the_web_is_shown_and_can_be_taken_from(team: Team) -> None:
    await team.handed_over()
    services = team.house.services
    bob = await team.house.taken_over_by("Bob", 7)
    conversation = team.house.conversation(7).id
    agents.reply(services.database, conversation, bob, "k", "Hello from Bob", services.clock())
    services.changed(conversation)
    await team.answered("💬 <b>Bob</b> Hello from Bob")
    team.writes("I have got it")
    await until(lambda: team.house.conversation(7).agent_id == f"telegram:{ADA}")
    await until(lambda: len(team.house.messages(7, "agent")) == 2)
    await team.answered("⚠️ Bob had this conversation and wrote")


async def test_two_who_answer_in_one_topic_hear_of_it(team: Team) -> None:
    await team.handed_over()
    team.writes("I look into it")
    await until(lambda: len(team.house.messages(7, "agent")) == 1)
    team.writes("Me too", user=BEN, **{"from": {"id": BEN, "is_bot": False, "first_name": "Ben"}})
    await team.answered("⚠️ Ada had this conversation and wrote")
    assert "It is Ben's now." in team.shown()
    team.writes("Me three", user=BEN, **{"from": {"id": BEN, "is_bot": False, "first_name": "Ben"}})
    await until(lambda: len(team.house.messages(7, "agent")) == 3)
    await team.settled()
    assert team.shown().count("had this conversation") == 1


async def test_who_types_on_the_web_is_shown_to_who_answers_in_the_topic(team: Team) -> None:
    await team.handed_over()
    services, conversation = team.house.services, team.house.conversation(7).id
    services.onlookers.note(conversation, "bob", "Bob <b>", services.clock(), typing=True)
    team.writes("I have got it")
    await team.answered("⚠️ Types here on the web, too: Bob &lt;b&gt;.")


async def test_a_reply_that_did_not_arrive_is_told_to_who_wrote_it(team: Team) -> None:
    await team.handed_over()
    await until(arrived(team.house, 7))
    await team.house.taken_over_by("Bob", 7)
    await until(arrived(team.house, 7, 2))
    team.api.refuse(7, behaviour="break", times=2)
    team.writes("It leaves today.")
    await team.answered("A reply did not surely arrive (unknown)")


async def test_many_messages_go_together(team: Team) -> None:
    await team.handed_over()
    await team.settled()
    team.api.throttle(DESK, seconds=1)
    team.api.text(7, "first")
    await until(lambda: "pending" in team.house.statuses(DESK))
    for number in range(10):
        team.api.text(7, f"more {number}")
    await team.answered("more 9")
    sent = [each for each in team.api.in_topic(DESK, team.thread()) if "more" in each]
    assert len(sent) <= 2


async def test_a_desk_without_rights_says_so_and_waits(
    tmp_path: Path,
    bot_api: BotApi,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.channels.telegram.desk.sending.TRY_AGAIN_SECONDS", 0.2)
    (tmp_path / "frontdesk.yaml").write_text(f"telegram_desk_chat: {DESK}\n")
    bot_api.open_desk(DESK, ADA, manages=False)
    bot_api.topics_refused = True
    async with running(settings_for(tmp_path, bot_api), bot_api) as house:
        team = Team(house)
        await until(lambda: "the bot may not manage topics" in caplog.text)
        bot_api.text(7, "Where is my parcel?")
        await until(lambda: "no topic can be made" in caplog.text)
        bot_api.topics_refused = False
        await until(lambda: "Where is my parcel?" in team.shown())


async def test_a_part_that_may_be_missing_is_pointed_out(team: Team) -> None:
    await team.handed_over()
    await team.settled()
    team.api.refuse(DESK, behaviour="break", times=2)
    team.api.text(7, "lost on the way")
    await until(lambda: "unknown" in team.house.statuses(DESK))
    team.api.relent(DESK)
    team.api.text(7, "after it")
    await team.answered("may be missing here")


async def test_a_desk_that_moves_to_another_group_takes_open_conversations_along(
    tmp_path: Path, bot_api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.telegram.desk.running.GROUP_SECONDS", 0.01)
    settings_file = tmp_path / "frontdesk.yaml"
    for chat in (DESK, OTHER_DESK):
        bot_api.open_desk(chat, ADA, 502)
        settings_file.write_text(f"telegram_desk_chat: {chat}\n")
        async with running(settings_for(tmp_path, bot_api), bot_api) as house:
            team = Team(house)
            if chat == DESK:
                await team.handed_over()
                await team.settled()
            await until(lambda chat=chat: bool(bot_api.topics.get(chat)))
            thread = next(iter(bot_api.topics[chat]))
            shown = functools.partial(bot_api.in_topic, chat, thread)
            await until(lambda shown=shown: "Where is my parcel?" in "\n".join(shown()))
            assert team.thread() == thread


async def test_a_group_that_is_named_while_serving_takes_over_without_a_restart(team: Team) -> None:
    await team.handed_over()
    await team.settled()
    team.api.open_desk(OTHER_DESK, ADA, 502)
    settings = team.house.services.settings.home / "frontdesk.yaml"
    settings.write_text(f"telegram_desk_chat: {OTHER_DESK}\n# moved\n")
    await until(lambda: bool(team.api.topics[OTHER_DESK]))
    thread = next(iter(team.api.topics[OTHER_DESK]))
    shown = functools.partial(team.api.in_topic, OTHER_DESK, thread)
    await until(lambda: "Where is my parcel?" in "\n".join(shown()))
    team.api.in_desk(OTHER_DESK, thread, ADA, "On its way")
    await until(
        lambda: team.house.said_in(team.house.conversation(7).id, "agent") == ["On its way"]
    )
    settings.write_text("")
    await until(lambda: not team.house.services.settings.file.telegram_desk_chat)
    team.api.text(8, "And mine?")
    await until(arrived(team.house, 8))
    assert len(team.api.topics[OTHER_DESK]) == 1
