"""Recent conversations held once more with two releases, turn by turn; nothing is sent to anybody.

Each release goes on from what it said itself. Where the two part, the conversation ends: what the
customer wrote afterwards was written to an answer that one of them did not give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from bot.answering.answerer import DialogAnswerer
from bot.answering.release import Release
from bot.conversations.customers import identity_of
from bot.conversations.turns import DecidedTurn, PendingTurn, customer_messages
from bot.dialog import CustomerMessage, DialogState, LookupOutcome, Status
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow

RECENT: Final = 50
SHOWN: Final = 20
Progress = Callable[[str, int, int], None]
Decide = Callable[[PendingTurn, datetime], DecidedTurn]
"""What a release does with a turn at a moment."""


@dataclass(frozen=True, slots=True)
class PastTurn:
    """A burst that the bot answered, and when."""

    messages: tuple[CustomerMessage, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class PastTalk:
    """A conversation's turns with the bot, up to where a person came in."""

    conversation: str
    first: PendingTurn
    turns: tuple[PastTurn, ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """Where the releases part: in which turn (from 1), on which words, and what each would say."""

    conversation: str
    turn: int
    text: str
    before: str
    after: str
    before_text: str
    after_text: str


@dataclass(frozen=True, slots=True)
class Shadow:
    """``turns`` of ``conversations`` were held alike or parted; ``before`` and ``after`` count
    replies by kind."""

    conversations: int
    turns: int
    before: dict[str, int]
    after: dict[str, int]
    parted: int
    examples: tuple[Parting, ...]


def deciding(release: Release) -> Decide:
    """Decides as ``release`` would; nothing is looked up anywhere."""

    def decide(turn: PendingTurn, at: datetime) -> DecidedTurn:
        failed = LookupOutcome(failed=True)
        return DialogAnswerer(lambda: release, lambda: at, lambda *_: failed).decide(turn)

    return decide


def shadow(
    database: Database, before: Decide, after: Decide, progress: Progress, most: int = RECENT
) -> Shadow:
    """Hold the last conversations with both."""
    talks = recent_talks(database, most)
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    partings = []
    for done, talk in enumerate(talks, start=1):
        partings.append(_held(talk, before, after, counts))
        progress("shadowing", done, len(talks))
    found = [each for each in partings if each is not None]
    return Shadow(
        conversations=len(talks),
        turns=counts[0].total(),
        before=dict(counts[0]),
        after=dict(counts[1]),
        parted=len(found),
        examples=tuple(found[:SHOWN]),
    )


def recent_talks(database: Database, most: int) -> list[PastTalk]:
    """The last conversations in which the bot answered somebody, latest first."""
    answered = select(MessageRow.conversation_id).where(MessageRow.turn == "answered")
    with database.read() as session:
        rows = session.exec(
            select(ConversationRow)
            .where(col(ConversationRow.id).in_(answered), col(ConversationRow.banned_at).is_(None))
            .order_by(col(ConversationRow.updated_at).desc())
            .limit(most)
        ).all()
        talks = [_talk(session, row) for row in rows]
    return [each for each in talks if each.turns]


def _talk(session: Session, row: ConversationRow) -> PastTalk:
    rows = session.exec(
        select(MessageRow).where(MessageRow.conversation_id == row.id).order_by(col(MessageRow.seq))
    ).all()
    written = {each.seq: each for each in rows if each.author == "customer"}
    turns = []
    for reply in rows:
        if reply.author == "agent" or (reply.reasons or {}).get("rule") == "waiting":
            break
        burst = [written[seq] for seq in reply.reply_to if seq in written]
        if reply.author == "bot" and burst:
            turns.append(PastTurn(customer_messages(session, row.id, burst), reply.sent_at))
    return PastTalk(row.id, _first(row), tuple(turns))


def _first(row: ConversationRow) -> PendingTurn:
    """The conversation before its first message."""
    return PendingTurn(
        conversation_id=row.id,
        channel=row.channel,
        epoch=1,
        status=Status.AUTOMATED,
        state=DialogState(disclosed=True),
        language=None,
        customer=row.customer,
        messages=(),
        identity=identity_of(row, row.created_at),
    )


def _held(
    talk: PastTalk, before: Decide, after: Decide, counts: Sequence[Counter[str]]
) -> Parting | None:
    """Hold ``talk`` with both releases until they part or hand over."""
    pending = [talk.first, talk.first]
    for number, turn in enumerate(talk.turns, start=1):
        decided = [
            decide(replace(each, messages=turn.messages), turn.at)
            for decide, each in zip((before, after), pending, strict=True)
        ]
        said = [_said(each) for each in decided]
        for count, each in zip(counts, said, strict=True):
            count[each.partition(" ")[0]] += 1
        if said[0] != said[1]:
            text = "\n".join(each.text for each in turn.messages)
            texts = [each.decision.reply.text for each in decided]
            return Parting(talk.conversation, number, text, said[0], said[1], texts[0], texts[1])
        if decided[0].decision.hand_off is not None:
            return None
        pending = [
            replace(each, state=its.decision.state, language=its.language)
            for each, its in zip(pending, decided, strict=True)
        ]
    return None


def _said(decided: DecidedTurn) -> str:
    """The kind of reply, with the template if any."""
    reply = decided.decision.reply
    template = reply.reasons.template
    return f"{reply.kind.value} {template}" if template else reply.kind.value
