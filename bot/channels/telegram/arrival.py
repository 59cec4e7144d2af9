"""One update on its way into its conversation, and what may be done about it at once.

Everything happens in the transaction in which the update is marked as worked off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.channels.telegram.flood import hold_if_flooding
from bot.channels.telegram.incoming import Incoming, Quote
from bot.content.attachments import expect_attachment
from bot.conversations.asking import ask_for_person
from bot.conversations.intake import Accepted, Inbound, accept_within
from bot.conversations.posting import Post, allot_seq, post
from bot.conversations.serialised import state_from_json, state_to_json
from bot.conversations.silence import standing_author
from bot.dialog import OpeningHours, ReplyButton, Status, bot_may_speak
from bot.dialog.phrases import phrase
from bot.settings import FileSettings
from bot.store.tables import ConversationRow, MessageRow, OutboxRow

CHANNEL = "telegram"
Seqs = tuple[int, ...]
"""Messages of one conversation, by their numbers."""


@dataclass(frozen=True, slots=True)
class House:
    """What the company has set: its words, and when somebody is there."""

    file: FileSettings
    hours: OpeningHours


@dataclass(frozen=True, slots=True)
class Arrival:
    """The transaction, the conversation, and the key under which the message is stored."""

    session: Session
    conversation_id: str
    key: str
    incoming: Incoming
    house: House
    now: datetime

    @property
    def conversation(self) -> ConversationRow:
        return self.session.get_one(ConversationRow, self.conversation_id, populate_existing=True)

    @property
    def language(self) -> str:
        return self.conversation.language or self.house.file.locale

    @property
    def bot_may_speak(self) -> bool:
        conversation = self.conversation
        return bot_may_speak(Status(conversation.status)) and conversation.banned_at is None

    def accept(
        self,
        text: str,
        button: str | None = None,
        *,
        key: str | None = None,
        holding: bool = True,
        **context: Any,
    ) -> Accepted:
        """Store the message with its context; one of too many is held for a common answer."""
        expected = self.expect_files()
        context = self._context(context) or {}
        inbound = Inbound(key or self.key, text, button, expected, context=context or None)
        accepted = accept_within(self.session, self.conversation_id, inbound, self.now)
        if accepted.awaits_turn and holding and not accepted.duplicate:
            notice = hold_if_flooding(self.session, self.conversation_id, accepted.seq, self.now)
            if notice is not None:
                if notice:
                    self.say(phrase("slow_down", self.language))
                return replace(accepted, awaits_turn=False)
        return accepted

    def expect_files(self) -> tuple[str, ...]:
        """Note that the files are still at Telegram; they are fetched afterwards. Their ids."""
        return tuple(
            expect_attachment(
                self.session,
                self.conversation_id,
                source=file.file_id,
                name=file.name,
                media_type=file.mime_type,
                size=file.size,
                now=self.now,
            )
            for file in self.incoming.files
        )

    def answer(self, seqs: Seqs, text: str, buttons: tuple[ReplyButton, ...] = ()) -> None:
        """Answer these messages here and now, all at once; they wait for no turn."""
        self._settle(seqs)
        self.say(text, seqs, buttons)

    def hand_over(self, seqs: Seqs, because: str, before: str) -> None:
        """Put the conversation into the queue; ``before`` is said first."""
        self._settle(seqs)
        ask_for_person(
            self.session,
            self.conversation_id,
            self.house.hours,
            self.house.file.locale,
            self.now,
            because=because,
            before=before,
            reply_to=seqs,
        )

    def say(self, text: str, reply_to: Seqs = (), buttons: tuple[ReplyButton, ...] = ()) -> None:
        """Say something for the bot, unless a person holds the conversation.

        While the bot is switched off it is a notice, which nothing cancels.
        """
        if not self.bot_may_speak:
            return
        name = phrase("notice", self.language)
        author = standing_author(self.session)
        message = Post(author, text, name=name, reply_to=reply_to, buttons=buttons)
        seq = allot_seq(self.session, self.conversation_id, self.now)
        post(self.session, self.conversation, seq, message, self.now)

    def disclosure(self) -> str:
        """What the bot is, where it has not said so yet in this conversation; now it has."""
        if state_from_json(self.conversation.dialog).disclosed:
            return ""
        self.set_disclosed()
        return phrase("disclosure", self.language, company=self.house.file.company)

    def disclosed(self, text: str) -> str:
        """``text``, after what the bot is where it has not said so yet."""
        disclosure = self.disclosure()
        return f"{disclosure}\n\n{text}" if disclosure else text

    def set_disclosed(self) -> None:
        """The customer has been told what the bot is."""
        state = state_from_json(self.conversation.dialog)
        self.change(dialog=state_to_json(replace(state, disclosed=True)))

    def change(self, **values: Any) -> None:
        """Set columns of the conversation."""
        conversation = self.conversation
        for name, value in values.items():
            setattr(conversation, name, value)
        self.session.add(conversation)
        self.session.flush()

    def _settle(self, seqs: Seqs) -> None:
        self.session.execute(
            update(MessageRow)
            .where(
                col(MessageRow.conversation_id) == self.conversation_id,
                col(MessageRow.seq).in_(seqs),
            )
            .values(turn="answered")
            .execution_options(synchronize_session=False)
        )

    def _context(self, more: dict[str, Any]) -> dict[str, Any] | None:
        incoming = self.incoming
        known = {
            "quote": self._quote(incoming.quote) if incoming.quote else None,
            "files": [file.as_json() for file in incoming.files],
            "album": incoming.album,
            "sender": incoming.sender,
            **more,
        }
        return {name: value for name, value in known.items() if value} or None

    def _quote(self, quote: Quote) -> dict[str, Any]:
        ours = self._said_as(quote.message_id) if quote.author == "bot" else None
        if ours is None:
            return {"text": quote.text, "author": quote.author}
        return {"text": quote.text, "author": ours.author, "seq": ours.seq}

    def _said_as(self, message_id: int | None) -> MessageRow | None:
        """The message of ours that Telegram knows by this number."""
        return self.session.exec(
            select(MessageRow)
            .join(OutboxRow, col(OutboxRow.conversation_id) == MessageRow.conversation_id)
            .where(
                MessageRow.conversation_id == self.conversation_id,
                OutboxRow.channel == CHANNEL,
                OutboxRow.seq == MessageRow.seq,
                OutboxRow.external_id == str(message_id),
            )
            .limit(1)
        ).first()
