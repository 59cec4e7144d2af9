"""Who owns a conversation, what a change of owner settles, and that no reply slips past one."""

from __future__ import annotations

import threading

import pytest
from conversing import Answerer, Desk, answering
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.conversations import agents
from bot.conversations.errors import (
    ConflictingMessageError,
    StaleOwnerError,
    UnknownConversationError,
)
from bot.conversations.reading import customer_view
from bot.conversations.serialised import state_from_json, state_to_json
from bot.conversations.turns import CommitOutcome, load_turn
from bot.desk.inbox import InboxQuery, inbox
from bot.dialog import (
    DialogState,
    Memory,
    Move,
    OpenForm,
    Priority,
    Route,
    Status,
    bot_may_speak,
    held_by_person,
)
from bot.dialog.lifecycle import MOVES
from bot.store import Database
from bot.store.tables import ConversationRow
from knowledge.records import TemplateId


def test_given_back_the_bot_answers_what_no_agent_did(desk):
    ada, conversation = desk.agent(), desk.conversation()
    desk.says(conversation, "taken over unanswered")
    desk.take_over(conversation, ada)
    desk.replies(conversation, ada)
    owed = desk.says(conversation, "and this?").seq
    agents.release(desk.database, conversation, ada, desk.later())
    assert [each.seq for each in desk.pending(conversation).messages] == [owed]


def test_given_back_the_bot_leaves_alone_what_was_closed_meanwhile(desk):
    ada, conversation = desk.agent(), desk.conversation()
    desk.take_over(conversation, ada)
    desk.says(conversation, "never mind")
    agents.close(desk.database, conversation, ada, desk.later())
    desk.take_over(conversation, ada)
    agents.release(desk.database, conversation, ada, desk.later())
    assert load_turn(desk.database, conversation, desk.later()) is None


def test_given_back_the_bot_does_not_go_on_where_it_was(desk):
    ada, conversation = desk.agent(), desk.conversation()
    open_form = DialogState(
        disclosed=True,
        clarified=True,
        form=OpenForm(TemplateId("where")),
        details={"order": "7"},
        memory=Memory("where is it?"),
    )
    with desk.database.write() as session:
        row = session.get_one(ConversationRow, conversation)
        row.dialog = state_to_json(open_form)
        session.add(row)
    desk.take_over(conversation, ada)
    agents.release(desk.database, conversation, ada, desk.later())
    state = state_from_json(desk.row(conversation).dialog)
    assert state == DialogState(disclosed=True, details={"order": "7"})


def test_every_move_raises_the_epoch(desk):
    conversation, agent = desk.conversation(), desk.agent()
    epochs = [desk.row(conversation).epoch]
    desk.move(conversation, Move.HAND_OFF)
    epochs.append(desk.row(conversation).epoch)
    desk.take_over(conversation, agent)
    epochs.append(desk.row(conversation).epoch)
    agents.release(desk.database, conversation, agent, desk.later())
    epochs.append(desk.row(conversation).epoch)
    assert epochs == [1, 2, 3, 4]


def test_a_reply_computed_before_a_takeover_is_not_stored(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    turn = desk.pending(conversation)
    desk.take_over(conversation, desk.agent())
    assert desk.commit(turn) is CommitOutcome.STALE
    assert len(desk.messages(conversation, "bot")) == 1
    assert load_turn(desk.database, conversation, desk.later()) is None


def test_nor_where_the_conversation_came_back_to_the_bot_meanwhile(desk):
    conversation, agent = desk.conversation(), desk.agent()
    desk.says(conversation, "hello")
    turn = desk.pending(conversation)
    desk.take_over(conversation, agent)
    agents.release(desk.database, conversation, agent, desk.later())
    assert desk.commit(turn) is CommitOutcome.STALE


@pytest.mark.parametrize("attempt", range(6))
def test_takeover_and_commit_racing_leave_one_of_two_worlds(desk, attempt):
    agent = desk.agent()
    conversations = [desk.conversation() for _ in range(4)]
    for conversation in conversations:
        desk.says(conversation, "hello")
    turns = {each: desk.pending(each) for each in conversations}
    outcomes = {}
    gate = threading.Barrier(2 * len(conversations))

    def commit(conversation: str) -> None:
        gate.wait()
        outcomes[conversation] = desk.commit(turns[conversation])

    def take(conversation: str) -> None:
        gate.wait()
        agents.take_over(desk.database, conversation, agent, None, desk.now)

    threads = [
        threading.Thread(target=work, args=(each,))
        for each in conversations
        for work in (commit, take)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for conversation in conversations:
        rows = desk.messages(conversation)
        replies = [row for row in rows if row.author == "bot" and row.reply_to]
        joined = next(row.seq for row in rows if row.author == "system")
        assert len(replies) == (outcomes[conversation] is CommitOutcome.COMMITTED)
        assert all(reply.seq < joined for reply in replies)
        assert rows[1].turn == ("answered" if replies else "person")


def test_of_many_agents_who_take_over_at_once_one_gets_it(desk):
    conversation = desk.conversation()
    people = [desk.agent(f"Agent{number}") for number in range(6)]
    gate, won, lost = threading.Barrier(len(people)), [], []

    def take(agent) -> None:
        gate.wait()
        try:
            agents.take_over(desk.database, conversation, agent, 1, desk.now)
            won.append(agent)
        except StaleOwnerError:
            lost.append(agent)

    threads = [threading.Thread(target=take, args=(each,)) for each in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(won), len(lost)) == (1, 5)
    assert desk.row(conversation).agent_id == won[0].id
    assert len(desk.messages(conversation, "system")) == 1


def test_a_takeover_names_the_person_to_the_customer(desk):
    conversation = desk.conversation()
    desk.take_over(conversation, desk.agent("Ada"))
    assert "Ada has joined" in desk.messages(conversation)[-1].text
    state = customer_view(desk.database, conversation, 0).state
    assert (state.owner, state.name) == ("agent", "Ada")


def test_a_takeover_seen_too_late_is_refused(desk):
    conversation, seen = desk.conversation(), 1
    desk.move(conversation, Move.HAND_OFF)
    with pytest.raises(StaleOwnerError, match="look at it again"):
        desk.take_over(conversation, desk.agent(), epoch=seen)


def test_a_takeover_cancels_what_the_bot_had_not_sent(desk):
    conversation = desk.telegram_conversation()
    desk.says(conversation, "hello")
    desk.answers(conversation, "an answer on its way")
    assert [row.status for row in desk.outbox(conversation)] == ["pending"]
    desk.take_over(conversation, desk.agent())
    assert [(row.author, row.status) for row in desk.outbox(conversation)] == [
        ("bot", "cancelled"),
        ("system", "pending"),
    ]


def test_handing_to_the_queue_keeps_what_the_bot_had_not_sent(desk):
    conversation = desk.telegram_conversation()
    desk.says(conversation, "hello")
    desk.answers(conversation)
    desk.move(conversation, Move.HAND_OFF)
    (row,) = desk.outbox(conversation)
    assert (row.status, row.epoch) == ("pending", desk.row(conversation).epoch)


def test_the_reply_that_hands_off_goes_out_under_the_new_epoch(desk):
    conversation = desk.telegram_conversation()
    desk.says(conversation, "a person, please")
    desk.commit(desk.pending(conversation), answering("passing on", hand_off="asked"))
    row = desk.row(conversation)
    assert (row.status, row.handoff_reason) == ("waiting", "asked")
    assert [each.epoch for each in desk.outbox(conversation)] == [row.epoch]


def test_what_waited_for_the_bot_at_a_takeover_is_the_persons_to_answer(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    desk.take_over(conversation, desk.agent())
    assert [row.turn for row in desk.messages(conversation, "customer")] == ["person"]


def test_what_waited_for_the_bot_at_a_hand_off_is_still_answered_by_it(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    desk.move(conversation, Move.HAND_OFF)
    turn = desk.pending(conversation)
    assert turn.status is Status.WAITING
    assert desk.commit(turn) is CommitOutcome.COMMITTED


def test_only_the_owner_writes_gives_back_and_transfers(desk):
    conversation, ada, bob = desk.conversation(), desk.agent("Ada"), desk.agent("Bob")
    desk.take_over(conversation, ada)
    now = desk.later()
    for act in (
        lambda: agents.reply(desk.database, conversation, bob, "k", "hi", now),
        lambda: agents.release(desk.database, conversation, bob, now),
        lambda: agents.transfer(desk.database, conversation, bob, ada.id, now),
        lambda: agents.close(desk.database, conversation, bob, now),
        lambda: agents.transfer(desk.database, conversation, ada, "nobody", now),
    ):
        with pytest.raises(StaleOwnerError):
            act()
    assert desk.row(conversation).agent_id == ada.id


def test_a_transfer_passes_the_conversation_and_names_the_new_person(desk):
    conversation, ada, bob = desk.conversation(), desk.agent("Ada"), desk.agent("Bob")
    desk.take_over(conversation, ada)
    agents.transfer(desk.database, conversation, ada, bob.id, desk.later())
    assert desk.row(conversation).agent_id == bob.id
    assert "Bob has joined" in desk.messages(conversation)[-1].text
    with pytest.raises(StaleOwnerError):
        agents.reply(desk.database, conversation, ada, "k", "too late", desk.later())


def test_an_agents_reply_is_stored_once(desk):
    conversation, ada = desk.conversation(), desk.agent()
    desk.take_over(conversation, ada)
    first = agents.reply(desk.database, conversation, ada, "k", "hi", desk.later())
    assert agents.reply(desk.database, conversation, ada, "k", "hi", desk.later()) == first
    with pytest.raises(ConflictingMessageError):
        agents.reply(desk.database, conversation, ada, "k", "other", desk.later())
    assert len(desk.messages(conversation, "agent")) == 1


def test_a_repeated_reply_is_acknowledged_even_after_giving_back(desk):
    conversation, ada = desk.conversation(), desk.agent()
    desk.take_over(conversation, ada)
    first = agents.reply(desk.database, conversation, ada, "k", "hi", desk.later())
    agents.release(desk.database, conversation, ada, desk.later())
    assert agents.reply(desk.database, conversation, ada, "k", "hi", desk.later()) == first


def test_a_note_is_never_shown_to_the_customer(desk):
    conversation, ada = desk.telegram_conversation(), desk.agent()
    agents.note(desk.database, conversation, ada, "k", "angry one", desk.later())
    assert [row.author for row in customer_view(desk.database, conversation, 0).messages] == []
    assert desk.outbox(conversation) == []
    assert [row.author for row in desk.messages(conversation)] == ["note"]


def test_acting_on_an_unknown_conversation_is_refused(desk):
    ada, now = desk.agent(), desk.now
    for act in (
        lambda: agents.take_over(desk.database, "nobody", ada, None, now),
        lambda: agents.close(desk.database, "nobody", ada, now),
        lambda: agents.release(desk.database, "nobody", ada, now),
        lambda: agents.note(desk.database, "nobody", ada, "k", "x", now),
        lambda: agents.reply(desk.database, "nobody", ada, "k", "x", now),
    ):
        with pytest.raises(UnknownConversationError):
            act()


def test_closing_over_a_message_just_written_is_refused(desk):
    conversation, ada = desk.conversation(), desk.agent()
    desk.says(conversation, "hello")
    with pytest.raises(StaleOwnerError, match="a moment ago"):
        agents.close(desk.database, conversation, ada, desk.later())
    desk.answers(conversation)
    agents.close(desk.database, conversation, ada, desk.later())
    assert desk.row(conversation).status == "closed"


def test_nobody_is_said_to_leave_who_never_joined(desk):
    conversation, ada = desk.conversation(), desk.agent("Ada")
    desk.move(conversation, Move.HAND_OFF)
    agents.release(desk.database, conversation, ada, desk.later())
    said = desk.messages(conversation)[-1].text
    assert said == "You are talking to the automated assistant again."


def test_a_conversation_that_waits_has_its_place_in_the_queue(desk):
    first, second = desk.conversation(), desk.conversation()
    desk.move(first, Move.HAND_OFF)
    desk.move(second, Move.HAND_OFF)
    positions = [customer_view(desk.database, each, 0).state.position for each in (first, second)]
    assert positions == [1, 2]


def test_an_urgent_conversation_waits_before_all_others(desk):
    calm, alarmed = desk.conversation(), desk.conversation()
    desk.move(calm, Move.HAND_OFF)
    desk.move(alarmed, Move.HAND_OFF, route=Route(priority=Priority.URGENT))
    positions = [customer_view(desk.database, each, 0).state.position for each in (calm, alarmed)]
    listed = inbox(desk.database, InboxQuery("waiting", "nobody"))["conversations"]
    assert positions == [2, 1]
    assert [each["id"] for each in listed] == [alarmed, calm]


class OneConversation(RuleBasedStateMachine):
    """Any order of moves, messages and turns keeps the rows to the rules."""

    @initialize()
    def begin(self) -> None:
        self.desk = Desk(Database.open("sqlite://"))
        self.conversation = self.desk.telegram_conversation()
        self.agent = self.desk.agent()
        self.sent = 0
        self.status = Status.AUTOMATED
        self.epoch = 1
        self.loaded = None

    def teardown(self) -> None:
        self.desk.database.close()

    @rule(what=st.sampled_from(Move))
    def moves(self, what: Move) -> None:
        legal = (self.status, what) in MOVES
        try:
            self.desk.move(self.conversation, what, agent_id=self.agent.id)
        except StaleOwnerError:
            assert not legal
            return
        assert legal
        self.status = MOVES[self.status, what]
        self.epoch += 1

    @rule()
    def customer_writes(self) -> None:
        self.sent += 1
        self.desk.says(self.conversation, f"message {self.sent}")
        after = {Status.CLOSED: Status.AUTOMATED, Status.SNOOZED: Status.WITH_AGENT}
        if self.status in after:
            self.status, self.epoch = after[self.status], self.epoch + 1

    @rule()
    def bot_begins_a_turn(self) -> None:
        self.loaded = (
            load_turn(self.desk.database, self.conversation, self.desk.later()) or self.loaded
        )

    @rule(final=st.booleans(), hand_off=st.sampled_from([None, "unsure"]))
    def bot_commits(self, final: bool, hand_off: str | None) -> None:
        if self.loaded is None:
            return
        decided = answering(hand_off=hand_off)
        outcome = self.desk.commit(self.loaded, decided, final=final)
        if outcome is CommitOutcome.COMMITTED:
            assert self.loaded.epoch == self.epoch
            if hand_off and self.status is Status.AUTOMATED:
                self.status, self.epoch = Status.WAITING, self.epoch + 1
        if outcome is not CommitOutcome.GROWN:
            self.loaded = None

    @invariant()
    def the_row_agrees(self) -> None:
        row = self.desk.row(self.conversation)
        assert (row.status, row.epoch) == (self.status.value, self.epoch)
        assert (row.agent_id == self.agent.id) is held_by_person(self.status)
        assert (row.waiting_since is not None) is (self.status is Status.WAITING)

    @invariant()
    def no_message_is_lost_or_answered_twice(self) -> None:
        rows = self.desk.messages(self.conversation)
        customers = {row.seq: row.turn for row in rows if row.author == "customer"}
        assert len(customers) == self.sent
        answered = [seq for row in rows for seq in row.reply_to]
        assert len(answered) == len(set(answered))
        assert {seq for seq, turn in customers.items() if turn == "answered"} == set(answered)
        assert [row.seq for row in rows] == sorted({row.seq for row in rows})
        assert all(seq < row.seq for row in rows for seq in row.reply_to)

    @invariant()
    def nothing_waits_for_a_silent_bot(self) -> None:
        if not bot_may_speak(self.status):
            rows = self.desk.messages(self.conversation, "customer")
            assert "pending" not in {row.turn for row in rows}
            outbox = self.desk.outbox(self.conversation)
            assert not [row for row in outbox if row.author == "bot" and row.status == "pending"]

    @invariant()
    def what_the_bot_may_still_send_carries_the_epoch(self) -> None:
        for row in self.desk.outbox(self.conversation):
            if row.author == "bot" and row.status == "pending":
                assert row.epoch == self.epoch


OneConversation.TestCase.settings = settings(max_examples=25, stateful_step_count=30)
TestOneConversation = OneConversation.TestCase


def test_the_fake_answerer_sees_what_the_customer_said(desk):
    conversation = desk.conversation()
    desk.says(conversation, "hello")
    decided = Answerer().decide(desk.pending(conversation))
    assert decided.decision.reply.text == "hello"
