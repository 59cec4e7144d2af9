"""Questions that nobody has labelled: imported ones without an intent, and those of live chats that
the bot could not answer.

Live messages are redacted before anything else sees them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.content.labels import confirmed_strangers, decided_texts, found_strangers
from bot.content.learned import labelled_examples
from bot.content.transcripts import pseudonym_key
from bot.store import Database
from bot.store.tables import MessageRow, PairRow
from knowledge import Redactor

FEWEST_WORDS, LONGEST = 3, 500
FOLLOW_UP_ALONE_WORDS = 9
"""A shorter question that follows another says too little without it."""


@dataclass(frozen=True, slots=True)
class AskedElsewhere:
    """The different imported questions under no accepted intent, in the order they came.

    ``share`` is how large a part of all they are, None where no question was imported. Of the
    ``strangers`` among them a person said that they are of none. Those that were ``found`` stand
    among them no longer, since a person gave them an intent.
    """

    texts: tuple[str, ...]
    share: float | None
    strangers: frozenset[str]
    found: frozenset[str]


def asked_elsewhere(database: Database) -> AskedElsewhere:
    """Where a person put a question counts, not where the search did."""
    known = {text for text, _ in labelled_examples(database)}
    with database.read() as session:
        asked = [content["question"] for content in session.exec(select(PairRow.content))]
        strangers, found = confirmed_strangers(session), found_strangers(session)
    others = [text for text in asked if text not in known]
    return AskedElsewhere(
        tuple(dict.fromkeys(others)),
        len(others) / len(asked) if asked else None,
        strangers.intersection(others),
        found.intersection(asked) & known,
    )


def unlabelled_questions(
    database: Database, labelled: Collection[str]
) -> dict[str, datetime | None]:
    """When each question was asked that is neither ``labelled`` nor decided about."""
    redactor = Redactor(key=pseudonym_key(database))
    with database.read() as session:
        known = decided_texts(session) | set(labelled)
        found = {**_imported(session), **_live(session, redactor)}
    return {text: time for text, time in found.items() if text not in known and says_enough(text)}


def redacted_texts(
    session: Session, conversations: Collection[str], redactor: Redactor
) -> set[str]:
    """What customers wrote in live ``conversations``, as it would stand among the examples."""
    rows = session.exec(
        select(MessageRow.text).where(
            col(MessageRow.conversation_id).in_(conversations), MessageRow.author == "customer"
        )
    )
    return {redactor.redact(text).text for text in rows}


def _imported(session: Session) -> dict[str, datetime | None]:
    rows = session.exec(select(PairRow.content).where(col(PairRow.intent_id).is_(None)))
    return {
        each["question"]: _moment(each["asked_at"])
        for each in rows
        if not each["context"] or len(each["question"].split()) >= FOLLOW_UP_ALONE_WORDS
    }


def _live(session: Session, redactor: Redactor) -> dict[str, datetime | None]:
    """The messages that the bot asked back about, or handed over because it was not sure."""
    replies = session.exec(
        select(MessageRow.conversation_id, MessageRow.reply_to, MessageRow.reasons).where(
            MessageRow.author == "bot"
        )
    )
    unanswered = {
        (conversation, seq)
        for conversation, answered, reasons in replies
        if reasons and (reasons["kind"] == "clarify" or reasons["rule"] == "unsure")
        for seq in answered
    }
    asked = session.exec(select(MessageRow).where(MessageRow.author == "customer"))
    return {
        redactor.redact(row.text).text: row.sent_at
        for row in asked
        if (row.conversation_id, row.seq) in unanswered
    }


def says_enough(text: str) -> bool:
    """Whether a question is long enough to mean something alone, and short enough to be one."""
    spaced = len(text.split()) >= FEWEST_WORDS
    return len(text) <= LONGEST and (spaced or (not text.isascii() and len(text) > FEWEST_WORDS))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
