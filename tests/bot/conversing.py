"""Conversations and the people at the desk, in few words, and answerers written by hand."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from situations import NOON, reading
from sqlmodel import col, select

from bot.conversations import agents
from bot.conversations.agents import Agent
from bot.conversations.intake import Accepted, Inbound, accept
from bot.conversations.opening import conversation_of_channel, open_web_conversation
from bot.conversations.ownership import move
from bot.conversations.turns import (
    CommitOutcome,
    DecidedTurn,
    PendingTurn,
    commit_turn,
    load_turn,
)
from bot.dialog import Decision, DialogState, Kind, Move, Reasons, Reply
from bot.store import Database
from bot.store.tables import (
    ConversationRow,
    EventRow,
    MessageRow,
    NoticeRow,
    OutboxRow,
    UserRow,
)


@dataclass
class Desk:
    """Shorthand over one database."""

    database: Database
    now: datetime = NOON

    def later(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def conversation(self) -> str:
        return open_web_conversation(
            self.database,
            language="en",
            greeting="Hi, I'm a bot.",
            name="Bot",
            company="A shop",
            now=self.later(),
        ).conversation_id

    def telegram_conversation(self, chat: str = "7") -> str:
        with self.database.write() as session:
            return conversation_of_channel(session, "telegram", chat, self.later()).id

    def says(
        self, conversation: str, text: str, key: str | None = None, button: str | None = None
    ) -> Accepted:
        inbound = Inbound(key or f"key of {text}", text, button)
        return accept(self.database, conversation, inbound, self.later())

    def agent(self, name: str = "Ada") -> Agent:
        """Somebody at the desk, who never signs in: hashing passwords is slow on purpose."""
        row = UserRow(
            id=f"id of {name}",
            email=f"{name.lower()}@shop.example",
            name=name,
            role="agent",
            password_hash="",
            created_at=self.now,
        )
        with self.database.write() as session:
            session.add(row)
        return Agent(f"id of {name}", name)

    def take_over(self, conversation: str, agent: Agent, epoch: int | None = None) -> None:
        agents.take_over(self.database, conversation, agent, epoch, self.later())

    def passes(self, **time: float) -> datetime:
        """So much time goes by."""
        self.now += timedelta(**time)
        return self.now

    def waiting(self, **route: Any) -> str:
        """A conversation whose customer wrote, was answered, and waits for a person."""
        conversation = self.conversation()
        self.says(conversation, "a person, please")
        self.commit(self.pending(conversation), answering("passing on", hand_off="asked"))
        if route:
            with self.database.write() as session:
                row = session.get_one(ConversationRow, conversation)
                row.queue, row.priority = route.get("queue", ""), int(route.get("priority", 0))
                session.add(row)
        return conversation

    def held_by(self, agent: Agent) -> str:
        """A conversation that ``agent`` holds and has not written in yet."""
        conversation = self.waiting()
        self.take_over(conversation, agent)
        return conversation

    def replies(self, conversation: str, agent: Agent, text: str = "a person's answer") -> None:
        key = f"key of {text} at {self.now}"
        agents.reply(self.database, conversation, agent, key, text, self.later())

    def events(self, conversation: str, kind: str | None = None) -> list[EventRow]:
        statement = select(EventRow).where(EventRow.conversation_id == conversation)
        with self.database.read() as session:
            rows = list(session.exec(statement.order_by(col(EventRow.id))))
            session.expunge_all()
        return [row for row in rows if kind in (None, row.kind)]

    def notices(self) -> list[tuple[str, str]]:
        """Kind and conversation of every notice."""
        with self.database.read() as session:
            rows = session.exec(select(NoticeRow).order_by(col(NoticeRow.id)))
            return [(row.kind, row.conversation_id) for row in rows]

    def move(self, conversation: str, what: Move, **more: Any) -> None:
        with self.database.write() as session:
            move(session, conversation, what, self.later(), **more)

    def pending(self, conversation: str) -> PendingTurn:
        turn = load_turn(self.database, conversation, self.later())
        assert turn is not None
        return turn

    def commit(
        self, turn: PendingTurn, decided: DecidedTurn | None = None, *, final: bool = False
    ) -> CommitOutcome:
        return commit_turn(self.database, turn, decided or answering(), self.later(), final=final)

    def answers(self, conversation: str, text: str = "an answer") -> None:
        outcome = self.commit(self.pending(conversation), answering(text))
        assert outcome is CommitOutcome.COMMITTED

    def row(self, conversation: str) -> ConversationRow:
        with self.database.read() as session:
            row = session.get_one(ConversationRow, conversation)
            session.expunge(row)
            return row

    def messages(self, conversation: str, author: str | None = None) -> list[MessageRow]:
        statement = (
            select(MessageRow)
            .where(MessageRow.conversation_id == conversation)
            .order_by(col(MessageRow.seq))
        )
        with self.database.read() as session:
            rows = list(session.exec(statement))
            session.expunge_all()
        return [row for row in rows if author in (None, row.author)]

    def outbox(self, conversation: str) -> list[OutboxRow]:
        statement = (
            select(OutboxRow)
            .where(OutboxRow.conversation_id == conversation)
            .order_by(col(OutboxRow.seq))
        )
        with self.database.read() as session:
            rows = list(session.exec(statement))
            session.expunge_all()
        return rows


def answering(text: str = "an answer", *, hand_off: str | None = None) -> DecidedTurn:
    """A decision that says ``text``."""
    kind = Kind.HANDOFF if hand_off else Kind.ANSWER
    reply = Reply(kind, text, Reasons(kind, ("because of the test",)))
    decision = Decision(reply, DialogState(disclosed=True), hand_off)
    return DecidedTurn(decision, reading().language, "release-1", {}, "Automated assistant")


class Answerer:
    """Answers with whatever ``decide`` returns, and keeps the turns that it saw."""

    def __init__(self, decide: Callable[[PendingTurn], DecidedTurn] | None = None) -> None:
        self._decide = decide or echo
        self._lock = threading.Lock()
        self.turns: list[PendingTurn] = []

    def decide(self, turn: PendingTurn) -> DecidedTurn:
        with self._lock:
            self.turns.append(turn)
        return self._decide(turn)

    def give_up(self, turn: PendingTurn, because: str) -> DecidedTurn:
        return answering(f"sorry: {because}", hand_off=because)


def echo(turn: PendingTurn) -> DecidedTurn:
    """Says what the customer said."""
    return answering(" + ".join(message.text for message in turn.messages))
