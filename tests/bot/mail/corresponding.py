"""Conversations whose customers can be reached by mail, and letters, in few words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from conversing import Desk
from situations import NOON
from sqlmodel import col, select

from bot.conversations import agents
from bot.conversations.agents import Agent
from bot.dialog import Move
from bot.mail.answers import write_unread_answers
from bot.mail.letters import Correspondence
from bot.mail.outbox import Letter, Mail
from bot.settings import FileSettings
from bot.store.tables import ConversationRow, MailRow

PUBLIC = "https://help.shop.example"


@dataclass
class Post:
    """One home's mail, over the conversations of a desk."""

    desk: Desk
    by: Correspondence
    people: dict[str, Agent] = field(default_factory=dict)

    def customer(self, email: str | None = "eve@home.example", language: str = "en") -> str:
        """A conversation of a customer who can be reached by mail."""
        conversation = self.desk.conversation()
        self.change(conversation, customer_email=email, language=language)
        return conversation

    def change(self, conversation: str, **values: object) -> None:
        with self.desk.database.write() as session:
            row = session.get_one(ConversationRow, conversation)
            for name, value in values.items():
                setattr(row, name, value)
            session.add(row)

    def answers(self, conversation: str, text: str = "It is on its way.", name: str = "Ada") -> int:
        """Somebody at the desk answers."""
        agent = self.people.get(name) or self.people.setdefault(name, self.desk.agent(name))
        holder = self.desk.row(conversation).agent_id
        if holder is None:
            self.desk.take_over(conversation, agent)
        elif holder != agent.id:
            self.desk.move(conversation, Move.TRANSFER, agent_id=agent.id)
        key, now = f"key of {text}", self.desk.later()
        return agents.reply(self.desk.database, conversation, agent, key, text, now)

    def after(self, **passed: float) -> datetime:
        self.desk.now += timedelta(**passed)
        return self.desk.now

    def write(self) -> int:
        return write_unread_answers(self.desk.database, self.by, self.desk.now)

    def set(self, **sections: object) -> None:
        file = FileSettings.model_validate({"company": "The Shop", **sections})
        self.by = replace(self.by, file=file)

    def mails(self) -> list[MailRow]:
        with self.desk.database.read() as session:
            rows = list(session.exec(select(MailRow).order_by(col(MailRow.id))))
            session.expunge_all()
            return rows


def letter(**other: str) -> Letter:
    given = {"to": "eve@home.example", "subject": "Hello", "text": "Words.\n", "html": "<p>Words."}
    return Letter(**{**given, **other})


def mail(key: str = "key", kind: str = "answer", **other: str) -> Mail:
    return Mail(1, key, kind, letter(**other), NOON, 1, "c1" if kind == "answer" else None)
