"""What figures are taken of: a period with the one before it, and which conversations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.insights.period import Period
from bot.store.tables import ConversationRow, IntentRow, MergedIntentRow, TopicRow
from knowledge import IntentId, lineage


@dataclass(frozen=True, slots=True)
class Intents:
    """What became of intents: those that were merged are counted as what took them over."""

    merged: dict[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    @classmethod
    def read(cls, session: Session) -> Intents:
        """As they are now."""
        merged = {row.intent_id: row.into_id for row in session.exec(select(MergedIntentRow))}
        return cls(merged, frozenset(session.exec(select(IntentRow.id))))

    def now(self, intent: str) -> str:
        """What ``intent`` is called now."""
        seen = {intent}
        while (into := self.merged.get(intent)) is not None and into not in seen:
            seen.add(into)
            intent = into
        return intent

    def under(self, intent: str) -> frozenset[str]:
        """``intent`` with all that stands below it or was merged into these."""
        everything = {*self.known, *self.merged, intent}
        return frozenset(each for each in everything if intent in lineage(IntentId(self.now(each))))


@dataclass(frozen=True, slots=True)
class Scope:
    """``period`` is what is asked about at ``now``; without a filter all conversations count.

    ``intents`` keeps those conversations in which the bot ever read one of them. A resolution is
    lasting after ``durable_after``.
    """

    period: Period
    now: datetime
    durable_after: timedelta = timedelta(days=7)
    channel: str | None = None
    language: str | None = None
    intents: frozenset[str] | None = None

    @property
    def since(self) -> datetime:
        """When the period before begins."""
        return self.period.before().start

    def when(self, at: Any) -> ColumnElement[bool]:
        """Whether the column ``at`` is in the period or in the one before it."""
        return (col(at) >= self.since) & (col(at) < self.period.end)

    def holds(self, conversation: Any) -> list[ColumnElement[bool]]:
        """The conditions on the column that names a conversation; none without a filter."""
        conditions: list[ColumnElement[bool]] = []
        if self.channel is not None or self.language is not None:
            conditions.append(col(conversation).in_(self._conversations()))
        if self.intents is not None:
            about = select(TopicRow.conversation_id).where(col(TopicRow.intent).in_(self.intents))
            conditions.append(col(conversation).in_(about))
        return conditions

    def _conversations(self) -> SelectOfScalar[str]:
        found = select(ConversationRow.id)
        if self.channel is not None:
            found = found.where(ConversationRow.channel == self.channel)
        if self.language is not None:
            found = found.where(ConversationRow.language == self.language)
        return found
