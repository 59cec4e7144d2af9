"""Conversations with a company that has three intents and a template for each, in few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conversing import Desk, answering

from bot.content.templates import put_template
from bot.conversations import agents
from bot.conversations.agents import Agent
from bot.conversations.turns import DecidedTurn
from bot.dialog import Kind, Reasons
from bot.learning.gathering import gather
from bot.learning.reading_exchanges import SUGGESTION
from bot.store import Database
from bot.store.tables import FeedbackRow, IntentRow
from knowledge import AnswerTemplate, IntentId, TemplateId, TemplateState

ANSWERS = {
    "delivery": "Parcels arrive within **three** working days, and you get a link to follow them.",
    "refund": "Your money is back on your account {{ days }} days after we have the item.",
    "login": "Press “Forgot password”, and we send you a new one by e-mail.",
}


@dataclass
class Classroom(Desk):
    """A desk whose conversations teach something."""

    def furnish(self) -> None:
        with self.database.write() as session:
            for name, text in ANSWERS.items():
                session.add(IntentRow(id=name, name=name.title(), source="tag", state="accepted"))
                session.flush()
                template = AnswerTemplate(
                    id=TemplateId(f"t_{name}"),
                    title=name.title(),
                    texts={"en": text},
                    intents=(IntentId(name),),
                    state=TemplateState.LIVE,
                )
                put_template(session, template, self.now)

    def asks(self, text: str, decided: DecidedTurn | None = None, key: str = "") -> str:
        """A new conversation that asks ``text``; the bot hands it over, not being sure."""
        conversation = self.conversation()
        self.says(conversation, text, key or f"key of {text} {self.now}"[:90])
        self.commit(self.pending(conversation), decided or unsure())
        return conversation

    def thumbs(self, conversation: str, helpful: bool) -> None:
        seq = self.messages(conversation, "bot")[-1].seq
        row = FeedbackRow(conversation_id=conversation, seq=seq, helpful=helpful, at=self.later())
        with self.database.write() as session:
            session.merge(row)

    def answered(
        self, conversation: str, agent: Agent, *texts: str, suggestion: str | None = None
    ) -> None:
        """``agent`` takes over and writes ``texts``, perhaps with a suggestion's words."""
        self.take_over(conversation, agent)
        for place, text in enumerate(texts):
            key = f"{place} {text}"[:90]
            context = {SUGGESTION: suggestion} if suggestion else None
            agents.reply(
                self.database, conversation, agent, key, text, self.later(), context=context
            )

    def gather(self) -> int:
        return gather(self.database, None)


def unsure() -> DecidedTurn:
    return because_of(answering("I pass this on.", hand_off="not sure"), rule="unsure")


def answer_of(template: str, kind: Kind = Kind.ANSWER) -> DecidedTurn:
    return because_of(answering("an answer"), kind=kind, template=TemplateId(template))


def called() -> DecidedTurn:
    """The customer asked for a person."""
    return because_of(answering("I pass this on.", hand_off="asked for a person"), rule="asked")


def clarifying() -> DecidedTurn:
    return because_of(answering("Which do you mean?"), kind=Kind.CLARIFY)


def because_of(decided: DecidedTurn, **reasons: object) -> DecidedTurn:
    reply = decided.decision.reply
    made: Reasons = replace(reply.reasons, **reasons)  # type: ignore[arg-type]
    reply = replace(reply, reasons=made, kind=made.kind)
    return replace(decided, decision=replace(decided.decision, reply=reply))


def classroom(database: Database) -> Classroom:
    made = Classroom(database)
    made.furnish()
    return made


def texts_of(found: Sequence[object]) -> list[str]:
    return [each.text for each in found]  # type: ignore[attr-defined]
