"""Turns: one at a time, a burst as one, and an honest end whatever goes wrong."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import ClassVar

import pytest
from conversing import Answerer, Desk, answering, echo

from bot.conversations.bus import Bus
from bot.conversations.intake import Inbound, accept
from bot.conversations.runner import TurnRunner, TurnTiming
from bot.conversations.turns import PendingTurn, conversations_with_pending_turns
from bot.dialog import ButtonAction, Move, QuotedTurn, ReplyButton, Source
from bot.store import Database
from knowledge import TemplateId

QUICK = TurnTiming(quiet=0.05, decision=0.5, retry=0.05)


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Somebody else writes, for as long as the block lasts."""
    with database.write() as session:
        session.connection()
        yield


def assert_sorry(replies: list[str], sentence: str) -> None:
    """One reply that says so, and which place in the queue that leaves."""
    (reply,) = replies
    assert reply.startswith(f"{sentence} You are number ")


class House:
    """A runner over a desk. It ends with the test, before the database does."""

    open: ClassVar[list[House]] = []

    def __init__(
        self,
        desk: Desk,
        answerer: Answerer,
        timing: TurnTiming = QUICK,
        rewording_seconds: float = 5.0,
    ) -> None:
        self.desk = desk
        self.bus = Bus()
        self.runner = TurnRunner(
            desk.database, answerer, self.bus, lambda: desk.now, timing, lambda: rewording_seconds
        )
        House.open.append(self)

    def says(self, conversation: str, text: str) -> int:
        accepted = self.desk.says(conversation, text)
        self.runner.wake(conversation)
        return accepted.seq

    async def replies(self, conversation: str, count: int, seconds: float = 10) -> list[str]:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = [row for row in self.desk.messages(conversation, "bot") if row.reply_to]
            if len(found) >= count:
                return [row.text for row in found]
            await asyncio.sleep(0.01)
        raise AssertionError(f"fewer than {count} replies after {seconds} s")

    async def settled(self) -> None:
        """Until no turn runs any more."""
        async with asyncio.timeout(10):
            await asyncio.gather(*self.runner._tasks.values())


@pytest.fixture(autouse=True)
async def _ended(desk: Desk) -> AsyncIterator[None]:
    yield
    while House.open:
        await House.open.pop().runner.stop()


async def test_a_message_is_answered(desk):
    house = House(desk, Answerer())
    conversation = desk.conversation()
    seq = house.says(conversation, "hello")
    assert await house.replies(conversation, 1) == ["hello"]
    assert desk.messages(conversation)[-1].reply_to == [seq]


async def test_a_burst_becomes_one_turn(desk):
    house = House(desk, Answerer(), TurnTiming(quiet=0.4))
    conversation = desk.conversation()
    seqs = [house.says(conversation, text) for text in ("I", "have", "a question")]
    assert await house.replies(conversation, 1) == ["I + have + a question"]
    assert desk.messages(conversation)[-1].reply_to == seqs


async def test_somebody_who_never_pauses_is_answered_all_the_same(desk):
    house = House(desk, Answerer(), TurnTiming(quiet=0.2, longest=0.5))
    conversation = desk.conversation()
    for number in range(30):
        house.says(conversation, str(number))
        await asyncio.sleep(0.05)
        if len(desk.messages(conversation, "bot")) > 1:
            break
    assert number < 29
    await house.runner.stop()


async def test_a_burst_that_grows_while_it_is_decided_is_decided_again_once(desk):
    conversation = desk.conversation()
    house: House

    def grow(turn: PendingTurn):
        desk.says(conversation, f"and more {len(turn.messages)}")
        return echo(turn)

    answerer = Answerer(grow)
    house = House(desk, answerer)
    house.says(conversation, "first")
    await house.replies(conversation, 1)
    await house.runner.stop()
    sizes = [len(turn.messages) for turn in answerer.turns[:2]]
    assert sizes == [1, 2]
    first = next(row for row in desk.messages(conversation, "bot") if row.reply_to)
    assert first.text == "first + and more 1"


async def test_what_came_too_late_for_a_reply_gets_one_of_its_own(desk):
    conversation = desk.conversation()

    def grow_twice(turn: PendingTurn):
        if len(turn.messages) < 3 and not turn.messages[0].text.startswith("more 2"):
            desk.says(conversation, f"more {len(turn.messages)}")
        return echo(turn)

    house = House(desk, Answerer(grow_twice))
    house.says(conversation, "first")
    assert await house.replies(conversation, 2) == ["first + more 1", "more 2"]


async def test_turns_of_one_conversation_never_overlap(desk):
    running, most = 0, 0
    lock = threading.Lock()

    def slow(turn: PendingTurn):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        return echo(turn)

    house = House(desk, Answerer(slow), TurnTiming(quiet=0.0))
    conversation = desk.conversation()
    for number in range(12):
        house.says(conversation, str(number))
        await asyncio.sleep(0.015)
    await house.settled()
    rows = desk.messages(conversation)
    assert most == 1
    assert sorted(seq for row in rows for seq in row.reply_to) == [
        row.seq for row in rows if row.author == "customer"
    ]


async def test_conversations_do_not_wait_for_each_other(desk):
    gate = threading.Event()

    def wait_for(turn: PendingTurn):
        if turn.messages[0].text == "slow":
            gate.wait(5)
        return echo(turn)

    house = House(desk, Answerer(wait_for), TurnTiming(quiet=0.0))
    slow, quick = desk.conversation(), desk.conversation()
    house.says(slow, "slow")
    house.says(quick, "quick")
    assert await house.replies(quick, 1) == ["quick"]
    gate.set()
    assert await house.replies(slow, 1) == ["slow"]


async def test_an_answerer_that_fails_ends_with_a_person(desk):
    def broken(turn: PendingTurn):
        raise ZeroDivisionError

    house = House(desk, Answerer(broken))
    conversation = desk.conversation()
    house.says(conversation, "hello")
    assert_sorry(await house.replies(conversation, 1), "sorry: Deciding failed.")
    assert desk.row(conversation).status == "waiting"


async def test_a_reply_that_cannot_be_stored_ends_with_a_person(desk):
    house = House(desk, Answerer(lambda turn: answering("half a pair: \ud800")))
    conversation = desk.conversation()
    house.says(conversation, "hello")
    assert_sorry(await house.replies(conversation, 1), "sorry: The reply could not be stored.")
    assert desk.row(conversation).status == "waiting"


async def test_an_answerer_that_hangs_ends_with_a_person(desk):
    gate = threading.Event()
    house = House(desk, Answerer(lambda turn: gate.wait(20) and echo(turn)))
    conversation = desk.conversation()
    house.says(conversation, "hello")
    assert_sorry(await house.replies(conversation, 1), "sorry: Deciding took too long.")
    gate.set()
    await house.settled()
    assert len(desk.messages(conversation, "bot")) == 2


async def test_however_many_decisions_hang_every_conversation_gets_its_honest_end(desk):
    gate = threading.Event()
    house = House(desk, Answerer(lambda turn: gate.wait(20) and echo(turn)))
    conversations = [desk.conversation() for _ in range(10)]
    for conversation in conversations:
        house.says(conversation, "hello")
    try:
        for conversation in conversations:
            assert_sorry(await house.replies(conversation, 1), "sorry: Deciding took too long.")
    finally:
        gate.set()
    await house.settled()


async def test_other_words_may_take_longer_than_deciding(desk):
    def slowly(turn: PendingTurn):
        return replace(answering("as it stands"), rewording=lambda: reworded_after(1.0))

    house = House(desk, Answerer(slowly))
    conversation = desk.conversation()
    house.says(conversation, "hello")
    assert await house.replies(conversation, 1) == ["in other words"]


async def test_what_was_decided_is_said_where_other_words_fail_or_never_come(desk):
    gate = threading.Event()
    ways = {
        "hangs": lambda: gate.wait(20) and answering("too late"),
        "fails": lambda: (_ for _ in ()).throw(RuntimeError("no")),
    }
    house = House(
        desk,
        Answerer(
            lambda turn: replace(answering("as it stands"), rewording=ways[turn.messages[-1].text])
        ),
        rewording_seconds=0.3,
    )
    conversations = {way: desk.conversation() for way in ways}
    for way, conversation in conversations.items():
        house.says(conversation, way)
    try:
        for conversation in conversations.values():
            assert await house.replies(conversation, 1) == ["as it stands"]
            assert desk.row(conversation).status == "automated"
    finally:
        gate.set()


async def test_those_who_wait_for_other_words_keep_nobody_from_deciding(desk):
    gate = threading.Event()

    def decide(turn: PendingTurn):
        if turn.messages[-1].text == "plain":
            return answering("at once")
        return replace(answering("late"), rewording=lambda: gate.wait(20) and answering("late"))

    house = House(desk, Answerer(decide), rewording_seconds=20.0)
    for conversation in [desk.conversation() for _ in range(10)]:
        house.says(conversation, "reword")
    await asyncio.sleep(0.5)
    plain = desk.conversation()
    house.says(plain, "plain")
    try:
        assert await house.replies(plain, 1) == ["at once"]
    finally:
        gate.set()


def reworded_after(seconds: float):
    time.sleep(seconds)
    return answering("in other words")


async def test_a_decision_that_comes_back_after_its_time_is_dropped(desk):
    def late(turn: PendingTurn):
        time.sleep(0.3)
        return answering("too late")

    house = House(desk, Answerer(late), TurnTiming(quiet=0.0, decision=0.1))
    conversation = desk.conversation()
    house.says(conversation, "hello")
    await house.replies(conversation, 1)
    await asyncio.sleep(0.5)
    assert "too late" not in [row.text for row in desk.messages(conversation)]


async def test_a_database_that_is_locked_for_a_while_loses_nothing(desk, monkeypatch):
    monkeypatch.setattr("bot.store.database.BUSY_TIMEOUT_MS", 20)
    impatient = Database.open(str(desk.database.engine.url))
    house = House(desk, Answerer(), TurnTiming(quiet=0.3, retry=0.05))
    house.runner._database = impatient
    conversation = desk.conversation()
    house.says(conversation, "hello")
    with locked(desk.database):
        await asyncio.sleep(1.0)
        assert len(desk.messages(conversation, "bot")) == 1
    assert await house.replies(conversation, 1) == ["hello"]
    await house.settled()
    impatient.close()


async def test_an_error_nobody_thought_of_does_not_silence_the_conversation(desk):
    class Hopeless(Answerer):
        tries = 0

        def give_up(self, turn: PendingTurn, because: str):
            self.tries += 1
            if self.tries < 3:
                raise RuntimeError("even this failed")
            return super().give_up(turn, because)

    def broken(turn: PendingTurn):
        raise ZeroDivisionError

    house = House(desk, Hopeless(broken))
    conversation = desk.conversation()
    house.says(conversation, "hello")
    assert_sorry(await house.replies(conversation, 1), "sorry: Deciding failed.")


async def test_a_takeover_in_the_middle_of_a_turn_silences_the_bot(desk):
    conversation, ada = desk.conversation(), desk.agent()

    def interrupted(turn: PendingTurn):
        desk.take_over(conversation, ada)
        return echo(turn)

    house = House(desk, Answerer(interrupted))
    house.says(conversation, "hello")
    await asyncio.sleep(0.1)
    await house.settled()
    assert [row.author for row in desk.messages(conversation)] == ["bot", "customer", "system"]


async def test_a_hand_off_in_the_middle_of_a_turn_answers_the_message_once(desk):
    conversation = desk.conversation()

    def interrupted(turn: PendingTurn):
        if turn.status == "automated":
            desk.move(conversation, Move.HAND_OFF)
        return echo(turn)

    house = House(desk, Answerer(interrupted))
    house.says(conversation, "hello")
    await house.replies(conversation, 1)
    await house.settled()
    assert [row.reply_to for row in desk.messages(conversation, "bot")] == [[], [2]]


async def test_what_was_owed_at_the_last_end_is_answered_at_the_next_start(desk):
    owed = [desk.conversation() for _ in range(3)]
    for conversation in owed:
        desk.says(conversation, "hello")
    house = House(desk, Answerer())
    assert await house.runner.recover() == 3
    for conversation in owed:
        assert await house.replies(conversation, 1) == ["hello"]


@pytest.mark.parametrize("fails", [False, True])
async def test_nothing_is_decided_before_what_it_needs_is_loaded_or_has_failed(desk, fails):
    loaded = asyncio.Event()

    async def load() -> None:
        await loaded.wait()
        if fails:
            raise OSError("it cannot be loaded")

    house = House(desk, Answerer(), TurnTiming(quiet=0.0))
    house.runner.begin_after(asyncio.create_task(load()))
    conversation = desk.conversation()
    house.says(conversation, "hello")
    await asyncio.sleep(0.1)
    assert conversations_with_pending_turns(desk.database) == [conversation]
    loaded.set()
    assert await house.replies(conversation, 1) == ["hello"]


async def test_stopping_leaves_what_is_not_committed_to_the_next_start(desk):
    house = House(desk, Answerer(), TurnTiming(quiet=5))
    conversation = desk.conversation()
    house.says(conversation, "hello")
    await house.runner.stop()
    house.says(conversation, "are you there?")
    assert [row.turn for row in desk.messages(conversation, "customer")] == ["pending", "pending"]
    assert conversations_with_pending_turns(desk.database) == [conversation]
    assert len(desk.messages(conversation, "bot")) == 1


async def test_listeners_hear_that_the_bot_types_and_then_that_it_answered(desk):
    house = House(desk, Answerer())
    conversation = desk.conversation()
    with house.bus.subscribe(conversation) as news:
        house.says(conversation, "hello")
        assert await news.wait(5)
        assert news.take() == (set(), {conversation})
        assert await news.wait(5)
        assert news.take() == ({conversation}, set())


def quoting(desk: Desk, conversation: str, **quote: object) -> QuotedTurn | None:
    inbound = Inbound("k", "and for express?", context={"quote": quote} if quote else None)
    accept(desk.database, conversation, inbound, desk.later())
    return desk.pending(conversation).messages[-1].quoted


def test_who_quotes_an_answer_comes_back_to_what_was_asked_then(desk: Desk) -> None:
    conversation = desk.conversation()
    desk.says(conversation, "How long does delivery take?")
    desk.answers(conversation)
    answer = desk.messages(conversation, "bot")[-1].seq
    desk.says(conversation, "Do you sell bells?")
    desk.answers(conversation)
    quoted = quoting(desk, conversation, text="Two days.", author="bot", seq=answer)
    assert quoted is not None
    assert (quoted.asked, quoted.text) == ("How long does delivery take?", "an answer")


def test_a_quoted_answer_is_recalled_with_all_that_it_said(desk: Desk) -> None:
    conversation = desk.conversation()
    desk.says(conversation, "and for express?")
    decided = answering("It costs €14.95.")
    reasons = replace(
        decided.decision.reply.reasons,
        template=TemplateId("express"),
        also=(TemplateId("cost"),),
        asked="for express? How long does delivery take?",
    )
    button = ReplyButton("Normal delivery", ButtonAction(text="How long does delivery take?"))
    source = Source("Delivery", None, "Express costs €14.95.")
    reply = replace(decided.decision.reply, reasons=reasons, buttons=(button,), sources=(source,))
    decision = replace(decided.decision, reply=reply)
    desk.commit(desk.pending(conversation), replace(decided, decision=decision))
    answer = desk.messages(conversation, "bot")[-1].seq
    desk.says(conversation, "Do you sell bells?")
    desk.answers(conversation)
    assert quoting(desk, conversation, text="It costs", author="bot", seq=answer) == QuotedTurn(
        "for express? How long does delivery take?",
        "It costs €14.95.",
        (TemplateId("express"), TemplateId("cost")),
        (button,),
        ("Express costs €14.95.",),
    )


def test_who_quotes_the_last_answer_comes_back_to_nothing_earlier(desk: Desk) -> None:
    conversation = desk.conversation()
    desk.says(conversation, "How long does delivery take?")
    desk.answers(conversation)
    answer = desk.messages(conversation, "bot")[-1].seq
    assert quoting(desk, conversation, text="an answer", author="bot", seq=answer) is None


@pytest.mark.parametrize(
    ("quote", "question"),
    [
        ({}, None),
        ({"text": "How long?", "author": "customer"}, "How long?"),
        ({"text": "Hi there.", "author": "bot"}, None),
        ({"text": "Hi there.", "author": "bot", "seq": 1}, None),
    ],
)
def test_what_answered_no_question_is_no_question(desk: Desk, quote, question) -> None:
    quoted = quoting(desk, desk.conversation(), **quote)
    assert (quoted and quoted.asked) == question
