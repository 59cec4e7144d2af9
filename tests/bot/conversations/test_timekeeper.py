"""What happens by the clock: nothing twice, nothing over a person's head, nothing that is owed."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime, time, timedelta

import pytest
from conversing import Desk, answering
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import insert
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot.conversations import agents, inactivity, patience, timekeeper
from bot.conversations.bus import Bus
from bot.conversations.notices import locked
from bot.conversations.timekeeper import Timekeeper, tick
from bot.dialog import Move, OpeningHours, Priority, Status, held_by_person
from bot.dialog.clock_rules import ClockRules, Inactivity, Patience
from bot.dialog.lifecycle import MOVES
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow, OutboxRow

RULES = ClockRules()
NO_PATIENCE = Patience(None, None, None, None)
OFFICE = ClockRules(hours=OpeningHours("UTC", {d: ((time(9), time(17)),) for d in range(5)}))
SAYING = ClockRules(inactivity=Inactivity(say=True))


def test_a_snooze_ends_at_its_time_and_its_agent_has_it_again(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    agents.snooze(desk.database, conversation, ada, desk.now + timedelta(hours=2), desk.later())
    assert tick(desk.database, RULES, desk.passes(hours=1)) == {conversation}  # its clocks only
    assert desk.row(conversation).status == Status.SNOOZED
    tick(desk.database, RULES, desk.passes(hours=2))
    row = desk.row(conversation)
    assert (row.status, row.agent_id, row.snoozed_until) == (Status.WITH_AGENT, ada.id, None)


def test_what_was_put_off_for_long_does_not_close_the_moment_it_comes_back(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    agents.snooze(desk.database, conversation, ada, desk.now + timedelta(days=9), desk.later())
    tick(desk.database, RULES, desk.passes(days=9))
    tick(desk.database, RULES, desk.passes(hours=71))
    assert desk.row(conversation).status == Status.WITH_AGENT


def test_an_old_conversation_stays_open_for_whoever_takes_it_again(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    agents.close(desk.database, conversation, ada, desk.later())
    desk.passes(days=9)
    desk.take_over(conversation, ada)
    tick(desk.database, RULES, desk.passes(minutes=1))
    assert desk.row(conversation).status == Status.WITH_AGENT
    tick(desk.database, RULES, desk.passes(hours=73))
    assert desk.row(conversation).status == Status.CLOSED


def test_nothing_closes_over_a_message_that_is_held_for_a_common_answer(desk):
    conversation = desk.conversation()
    seq = desk.says(conversation, "hello").seq
    with desk.database.write() as session:
        row = session.exec(select(MessageRow).where(MessageRow.seq == seq)).one()
        row.turn = "held"
        session.add(row)
    tick(desk.database, RULES, desk.passes(days=9))
    assert desk.row(conversation).status == Status.AUTOMATED


def test_a_quiet_conversation_of_the_bot_closes(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    desk.answers(conversation)
    tick(desk.database, RULES, desk.passes(hours=23))
    assert desk.row(conversation).status == Status.AUTOMATED
    tick(desk.database, RULES, desk.passes(hours=2))
    assert desk.row(conversation).status == Status.CLOSED
    assert [row.author for row in desk.messages(conversation)] == ["bot", "customer", "bot"]


def test_nothing_closes_over_a_message_that_the_bot_owes_an_answer(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    tick(desk.database, RULES, desk.passes(days=9))
    assert desk.row(conversation).status == Status.AUTOMATED


def test_nothing_closes_over_a_reply_that_has_not_left(desk):
    conversation = desk.telegram_conversation()
    desk.says(conversation, "hello")
    desk.answers(conversation)
    tick(desk.database, RULES, desk.passes(days=9))
    assert desk.row(conversation).status == Status.AUTOMATED
    assert [row.status for row in desk.outbox(conversation)] == ["pending"]


def test_nothing_closes_that_a_person_has_not_answered(desk):
    ada = desk.agent()
    silent, answered = desk.held_by(ada), desk.held_by(ada)
    desk.replies(answered, ada)
    desk.says(answered, "and another thing")
    rules = ClockRules(patience=NO_PATIENCE)
    tick(desk.database, rules, desk.passes(days=30))
    assert {desk.row(each).status for each in (silent, answered)} == {Status.WITH_AGENT}


def test_an_agent_is_reminded_once_before_a_silent_customers_conversation_closes(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    for _ in range(3):
        tick(desk.database, RULES, desk.passes(hours=20))
    (note,) = desk.messages(conversation, "note")
    assert "closes by itself in 24 hours" in note.text
    tick(desk.database, RULES, desk.passes(hours=20))
    assert desk.row(conversation).status == Status.CLOSED


def test_a_customer_is_told_of_the_closing_where_the_operator_wants_it(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    desk.answers(conversation)
    tick(desk.database, SAYING, desk.passes(hours=25))
    last = desk.messages(conversation)[-1]
    assert (last.author, "Write any time" in last.text) == ("system", True)


def test_but_no_telephone_rings_at_night(desk):
    conversation = desk.telegram_conversation()
    desk.says(conversation, "hello")
    desk.move(conversation, Move.TAKE_OVER, agent_id=desk.agent().id)
    desk.move(conversation, Move.RELEASE)
    tick(desk.database, SAYING, desk.passes(hours=35))
    assert desk.row(conversation).status == Status.AUTOMATED
    tick(desk.database, SAYING, desk.passes(hours=10))
    assert desk.row(conversation).status == Status.CLOSED


def test_rules_that_are_off_close_nothing(desk):
    conversation = desk.conversation()
    off = ClockRules(inactivity=Inactivity(bot=None, agent=None))
    tick(desk.database, off, desk.passes(days=99))
    assert desk.row(conversation).status == Status.AUTOMATED


def test_whom_nobody_took_in_time_is_told_once_and_keeps_the_place(desk):
    conversation = desk.waiting()
    since, epoch = desk.row(conversation).waiting_since, desk.row(conversation).epoch
    for _ in range(4):
        tick(desk.database, RULES, desk.passes(minutes=6))
    row = desk.row(conversation)
    assert (row.status, row.waiting_since, row.epoch) == (Status.WAITING, since, epoch + 1)
    assert row.handoff_reason == "asked"
    said = [m for m in desk.messages(conversation, "bot") if "nobody has been free" in m.text]
    assert len(said) == 1
    assert ("no_agent", conversation) in desk.notices()


def test_outside_hours_nobody_times_out_and_the_team_is_told_what_waits(desk):
    desk.now = datetime.fromisoformat("2026-03-04T18:00+00:00")
    conversation = desk.waiting()
    tick(desk.database, OFFICE, desk.passes(hours=14))
    tick(desk.database, OFFICE, desk.passes(minutes=1))
    assert desk.notices() == [("waiting_outside_hours", conversation)]
    tick(desk.database, OFFICE, datetime.fromisoformat("2026-03-05T09:05+00:00"))
    assert desk.row(conversation).timed_out_at is None
    tick(desk.database, OFFICE, datetime.fromisoformat("2026-03-05T09:11+00:00"))
    assert desk.row(conversation).timed_out_at is not None


def test_an_agent_who_does_not_answer_gives_the_conversation_back_to_the_front(desk):
    ada = desk.agent("Ada")
    dropped = desk.held_by(ada)
    desk.replies(dropped, ada)
    written = desk.says(dropped, "are you there?")
    asked_at = desk.messages(dropped)[-1].sent_at
    desk.passes(minutes=50)
    later = desk.waiting()
    tick(desk.database, RULES, desk.passes(minutes=15))
    row = desk.row(dropped)
    assert (row.status, row.agent_id, row.waiting_since) == (Status.WAITING, None, asked_at)
    assert row.priority == Priority.HIGH > desk.row(later).priority
    last = desk.messages(dropped)[-1]
    assert (last.author, last.seq > written.seq) == ("system", True)
    assert "Ada hasn't been able to answer" in last.text
    assert ("agent_idle", dropped) in desk.notices()


def test_an_agent_who_spoke_last_is_not_idle(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    tick(desk.database, RULES, desk.passes(hours=5))
    assert desk.row(conversation).agent_id == ada.id


def test_an_agents_time_begins_when_the_conversation_comes_to_them(desk):
    ada, bob = desk.agent("Ada"), desk.agent("Bob")
    conversation = desk.held_by(ada)
    desk.passes(minutes=50)
    agents.transfer(desk.database, conversation, ada, bob.id, desk.now)
    tick(desk.database, RULES, desk.passes(minutes=50))
    assert desk.row(conversation).agent_id == bob.id


def test_people_are_alerted_to_what_nobody_looked_at_and_to_what_is_urgent(desk):
    calm, urgent = desk.waiting(), desk.waiting(priority=Priority.URGENT)
    tick(desk.database, RULES, desk.passes(seconds=90))
    assert desk.notices() == [("unattended_urgent", urgent)]
    for _ in range(2):
        tick(desk.database, RULES, desk.passes(seconds=60))
    assert sorted(desk.notices()[1:]) == sorted(
        [("nobody_looked", calm), ("nobody_looked", urgent)]
    )


@pytest.mark.parametrize("attempt", range(3))
def test_two_timekeepers_at_once_do_each_thing_once(desk, attempt):
    ada = desk.agent()
    waiting, quiet, idle = desk.waiting(), desk.conversation(), desk.held_by(ada)
    desk.says(quiet, "hello")
    desk.answers(quiet)
    now, gate = desk.passes(hours=30), threading.Barrier(2)

    def run() -> None:
        gate.wait()
        tick(desk.database, RULES, now)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(desk.events(waiting, "time_out")) == 1
    assert len(desk.events(quiet, "lapse")) == 1
    assert len(desk.events(idle, "time_out")) == 1
    assert len(desk.notices()) == len(set(desk.notices()))


def test_a_step_that_fails_keeps_no_other_from_being_done(desk, monkeypatch, caplog):
    def broken(database: Database, rules: ClockRules, now: datetime) -> list[str]:
        raise OperationalError("x", {}, Exception("the disk is full"))

    conversation = desk.waiting()
    monkeypatch.setattr(timekeeper, "STEPS", (broken, *timekeeper.STEPS))
    tick(desk.database, RULES, desk.passes(minutes=11))
    assert desk.row(conversation).timed_out_at is not None
    assert "broken failed; it is tried again" in caplog.text


async def test_it_goes_on_after_the_unforeseen_and_tells_those_who_look(desk, monkeypatch, caplog):
    monkeypatch.setattr(timekeeper, "TICK_SECONDS", 0.01)
    conversation, bus, stumbles = desk.waiting(), Bus(), iter([True])
    desk.passes(minutes=11)

    def rules() -> ClockRules:
        if next(stumbles, False):
            raise ZeroDivisionError
        return RULES

    keeper = Timekeeper(desk.database, bus, None, lambda: desk.now, rules)
    with bus.subscribe(conversation) as news:
        running = asyncio.create_task(keeper.run())
        assert await news.wait(5)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert "the timekeeper stumbled" in caplog.text


async def test_those_who_move_up_in_the_queue_are_told(desk):
    first, second, bus = desk.waiting(), desk.waiting(), Bus()
    keeper = Timekeeper(desk.database, bus, None, lambda: desk.now, lambda: RULES)
    await keeper.tick()
    desk.take_over(first, desk.agent())
    await keeper.tick()
    with bus.subscribe(second) as news:
        await keeper.tick()
        assert not await news.wait(0)
        third = desk.waiting()
        desk.take_over(second, agents.Agent("id of Ada", "Ada"))
        await keeper.tick()
        with bus.subscribe(third) as others:
            await keeper.tick()
            assert not await others.wait(0)


class AnyHistory(RuleBasedStateMachine):
    """Whatever people, customers and the bot do, the clock keeps to its rules."""

    @initialize()
    def begin(self) -> None:
        self.desk = Desk(Database.open("sqlite://"))
        self.agent = self.desk.agent()
        self.conversation = self.desk.telegram_conversation()
        self.sent = 0

    def teardown(self) -> None:
        self.desk.database.close()

    @rule(what=st.sampled_from([m for m in Move if m not in (Move.WAKE, Move.TIME_OUT)]))
    def a_move(self, what: Move) -> None:
        if (Status(self.desk.row(self.conversation).status), what) in MOVES:
            until = self.desk.now + timedelta(hours=3)
            self.desk.move(self.conversation, what, agent_id=self.agent.id, until=until)

    @rule()
    def the_customer_writes(self) -> None:
        self.sent += 1
        self.desk.says(self.conversation, f"message {self.sent}")

    @rule(hand_off=st.sampled_from([None, "unsure"]))
    def the_bot_answers(self, hand_off: str | None) -> None:
        row = self.desk.row(self.conversation)
        pending = [m for m in self.desk.messages(self.conversation) if m.turn == "pending"]
        if pending and row.status in (Status.AUTOMATED, Status.WAITING):
            turn = self.desk.pending(self.conversation)
            self.desk.commit(turn, answering(hand_off=hand_off), final=True)

    @rule()
    def the_agent_answers(self) -> None:
        if self.desk.row(self.conversation).status == Status.WITH_AGENT:
            self.desk.replies(self.conversation, self.agent)

    @rule(minutes=st.sampled_from([1, 5, 30, 61, 240, 1_500, 5_000]))
    def time_passes(self, minutes: int) -> None:
        self.desk.passes(minutes=minutes)

    @rule()
    def the_clock_ticks(self) -> None:
        before, owed = self.desk.row(self.conversation), self._owed()
        tick(self.desk.database, RULES, self.desk.now)
        after = self.desk.row(self.conversation)
        if after.status != before.status:
            what = self._by_the_clock(before.epoch)
            assert MOVES[Status(before.status), what] == after.status
        if after.status == Status.CLOSED != before.status:
            assert not owed
        rows = self._rows()
        tick(self.desk.database, RULES, self.desk.now)
        assert (self._rows(), self.desk.row(self.conversation).epoch) == (rows, after.epoch)

    def _rows(self) -> tuple[int, int]:
        messages = self.desk.messages(self.conversation)
        return len(messages), len(self.desk.events(self.conversation))

    def _owed(self) -> bool:
        pending = {message.turn for message in self.desk.messages(self.conversation)}
        unsent = {row.status for row in self.desk.outbox(self.conversation)}
        return "pending" in pending | unsent

    @rule()
    def the_outbox_is_sent(self) -> None:
        with self.desk.database.write() as session:
            for row in session.exec(select(OutboxRow).where(OutboxRow.status == "pending")):
                row.status = "sent"
                session.add(row)

    def _by_the_clock(self, epoch: int) -> Move:
        kinds = {move.value for move in Move}
        moved = [e for e in self.desk.events(self.conversation) if e.kind in kinds]
        made = [Move(e.kind) for e in moved if e.data["epoch"] > epoch]
        assert len(made) == 1
        assert made[0] in (Move.WAKE, Move.TIME_OUT, Move.LAPSE)
        return made[0]

    @rule()
    def nothing_is_done_to_what_somebody_just_did(self) -> None:
        row = self.desk.row(self.conversation)
        if row.status != Status.CLOSED and held_by_person(Status(row.status)) is False:
            self.desk.take_over(self.conversation, self.agent)
            tick(self.desk.database, RULES, self.desk.now)
            assert self.desk.row(self.conversation).agent_id == self.agent.id

    @invariant()
    def no_more_than_one_clock_of_a_kind_runs(self) -> None:
        from bot.conversations.service_clocks import _running

        with self.desk.database.read() as session:
            kinds = [clock.kind for clock in _running(session, self.conversation)]
        assert len(kinds) == len(set(kinds))


AnyHistory.TestCase.settings = settings(max_examples=25, stateful_step_count=30)
TestAnyHistory = AnyHistory.TestCase


def test_one_conversation_that_breaks_holds_up_no_other(desk, monkeypatch):
    ada = desk.agent()
    first, second = desk.held_by(ada), desk.held_by(ada)
    for each in (first, second):
        agents.snooze(desk.database, each, ada, desk.now + timedelta(hours=1), desk.later())
    move = inactivity.move

    def breaks_for_the_first(session, conversation_id, *more, **given):
        if conversation_id == first:
            raise ValueError("damaged")
        return move(session, conversation_id, *more, **given)

    monkeypatch.setattr(inactivity, "move", breaks_for_the_first)
    assert second in tick(desk.database, RULES, desk.passes(hours=2))
    assert desk.row(first).status == Status.SNOOZED
    assert desk.row(second).status == Status.WITH_AGENT


def test_who_wrote_last_stays_true_when_the_clock_is_put_back(desk):
    ada = desk.agent()
    conversation = desk.held_by(ada)
    desk.replies(conversation, ada)
    desk.now -= timedelta(days=1)
    desk.says(conversation, "and another thing")
    tick(desk.database, ClockRules(patience=NO_PATIENCE), desk.passes(days=9))
    assert desk.row(conversation).status == Status.WITH_AGENT


def _many_waiting(desk, many: int) -> list[str]:
    rows = [
        {"id": f"w{number:03}", "channel": "web", "status": "waiting", "waiting_since": desk.now,
         "created_at": desk.now, "updated_at": desk.now}
        for number in range(many)
    ]  # fmt: skip
    with desk.database.write() as session:
        session.execute(insert(ConversationRow), rows)
    return [row["id"] for row in rows]


def test_however_many_wait_everybody_is_told_of(desk):
    waiting = _many_waiting(desk, 250)
    desk.passes(minutes=3)
    for _ in range(3):
        tick(desk.database, RULES, desk.passes(seconds=2))
    assert sorted(desk.notices()) == [("nobody_looked", each) for each in waiting]


def test_alerts_that_cannot_be_kept_keep_nobody_else_waiting(desk, monkeypatch):
    waiting = _many_waiting(desk, 150)

    def locked_unless_broken(session, conversation_id):
        if conversation_id in waiting[:120]:
            raise RuntimeError("the row is damaged")
        return locked(session, conversation_id)

    monkeypatch.setattr(patience, "locked", locked_unless_broken)
    tick(desk.database, RULES, desk.passes(minutes=3))
    assert {conversation for _, conversation in desk.notices()} == set(waiting[120:])
