"""Carries out what a member of the team writes in a topic: a reply to the customer, or a command.

Every act is safe to repeat: the update is marked as worked off after it, and a process that ends in
between finds it done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import col, select

from bot.answering import Release
from bot.channels.telegram.desk.mirroring import FROM_TOPIC
from bot.channels.telegram.desk.reading import DeskMessage
from bot.channels.telegram.desk.topics import conversation_of_topic, send_to_topic
from bot.channels.telegram.desk.wording import Entry, brief_entries, card_of, parts_of
from bot.channels.telegram.updates import mark_handled
from bot.conversations import agents
from bot.conversations.agents import Agent
from bot.conversations.banning import ban, unban
from bot.conversations.errors import ConversationError, StaleOwnerError
from bot.conversations.onlookers import Onlooker
from bot.desk.audit import Author, noting
from bot.desk.brief import brief
from bot.dialog import Status
from bot.store import Database, Note
from bot.store.tables import ConversationRow, MessageRow, UserRow

Answer = Sequence[Entry]
"""What is said about it in the topic."""
TAKEOVER_TRIES = 3
UNKNOWN = (
    "Nothing was sent: there is no such command. There are /close, /note TEXT, /info, /return (to "
    "the bot), /ban and /unban."
)
ANONYMOUS = (
    "Nothing was sent: the customer should see who answers. Turn “Remain anonymous” off for "
    "yourself in the group's list of admins."
)
OUTSIDER = "Nothing was sent: only members of this group answer customers."
FILE = "Nothing was sent: files cannot be passed on to customers from here. Put it into words."
EDITED = "The customer does not see an edit. Write what is new as a message of its own."
BANNED = "Nothing was sent: the customer is banned. /unban lets them in again."


@dataclass(frozen=True, slots=True)
class Group:
    """The team's group, and what is behind it.

    ``typing`` tells who types at the desk on the web just now, by conversation.
    """

    database: Database
    release: Release
    chat: str
    typing: Mapping[str, Sequence[Onlooker]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """What one message in a topic asks for, by whom, about which conversation."""

    group: Group
    conversation_id: str
    key: str
    message: DeskMessage
    agent: Agent
    now: datetime

    @property
    def database(self) -> Database:
        return self.group.database

    @property
    def argument(self) -> str:
        return self.message.command.argument if self.message.command else ""

    def conversation(self) -> ConversationRow:
        with self.database.read() as session:
            row = session.get_one(ConversationRow, self.conversation_id)
            session.expunge(row)
            return row


def take_desk_message(
    group: Group,
    update_key: tuple[str, int],
    message: DeskMessage | None,
    agent: Agent | None,
    now: datetime,
) -> str | None:
    """Carry the message out and work its update off; the conversation that it concerned.

    ``agent`` is None where whoever wrote is no member of the group, or stays anonymous.
    """
    bot_id, update_id = update_key
    conversation_id = (
        conversation_of_topic(group.database, group.chat, message.thread) if message else None
    )
    answer: Answer = ()
    if message is not None and conversation_id is not None:
        if agent is None:
            answer = [Entry(ANONYMOUS if message.user_id is None else OUTSIDER)]
        else:
            key = f"{FROM_TOPIC}{bot_id}:{update_id}"
            act = Act(group, conversation_id, key, message, agent, now)
            answer = _carry_out(act)
    with group.database.write() as session:
        if mark_handled(session, bot_id, update_id, now) and answer and conversation_id:
            send_to_topic(session, conversation_id, parts_of(answer), now)
    return conversation_id


def _carry_out(act: Act) -> Answer:
    message = act.message
    if message.edited:
        return [Entry(EDITED)]
    if message.has_file:
        return [Entry(FILE)]
    try:
        if message.command is None:
            return _reply(act)
        carry_out = COMMAND.get(message.command.name)
        return carry_out(act) if carry_out else [Entry(UNKNOWN)]
    except ConversationError as refused:
        return [Entry("⚠️ Not done:", str(refused))]


def _reply(act: Act) -> Answer:
    if act.conversation().banned_at is not None:
        return [Entry(BANNED)]
    if _is_stored(act):
        return ()
    told = [*_own(act), *_typing_too(act)]
    agents.reply(act.database, act.conversation_id, act.agent, act.key, act.message.text, act.now)
    return told


def _is_stored(act: Act) -> bool:
    """Whether a process that ended since has sent the reply; whoever owns it now keeps it."""
    with act.database.read() as session:
        found = session.exec(
            select(MessageRow.id).where(
                MessageRow.conversation_id == act.conversation_id,
                col(MessageRow.client_msg_id).endswith(act.key, autoescape=True),
            )
        ).first()
    return found is not None


def _note(act: Act) -> Answer:
    if not act.argument:
        return [Entry("Write the note behind the command: /note TEXT")]
    agents.note(act.database, act.conversation_id, act.agent, act.key, act.argument, act.now)
    return [Entry("📝 Noted; customers do not see it.")]


def _close(act: Act) -> Answer:
    status = act.conversation().status
    if status == Status.CLOSED:
        return [Entry("It is closed already.")]
    told = _own(act) if status == Status.WITH_AGENT else ()
    agents.close(act.database, act.conversation_id, act.agent, act.now)
    return told


def _return(act: Act) -> Answer:
    status = act.conversation().status
    if status in (Status.AUTOMATED, Status.CLOSED):
        return [Entry("The bot has it already.")]
    told = _own(act) if status != Status.WAITING else ()
    agents.release(act.database, act.conversation_id, act.agent, act.now)
    return told


def _ban(act: Act) -> Answer:
    note = _noting(act, "customer.banned")
    done = ban(act.database, act.conversation_id, act.agent, act.now, note)
    return () if done else [Entry("The customer is banned already.")]


def _unban(act: Act) -> Answer:
    note = _noting(act, "customer.unbanned")
    done = unban(act.database, act.conversation_id, act.agent, act.now, note)
    return () if done else [Entry("The customer is not banned.")]


def _noting(act: Act, called: str) -> Note:
    author = Author(act.agent.id, act.agent.name)
    return noting(author, called, act.conversation_id, act.now)


def _info(act: Act) -> Answer:
    conversation = act.conversation()
    told = brief(act.database, act.group.release, act.conversation_id)
    card = card_of(conversation, told.details)
    return [Entry(f"{card.head}\nState: {conversation.status}"), *brief_entries(told)]


COMMAND: dict[str, Callable[[Act], Answer]] = {
    "close": _close,
    "note": _note,
    "return": _return,
    "ban": _ban,
    "unban": _unban,
    "info": _info,
}


def _own(act: Act) -> Answer:
    """Make the conversation the writer's, whoever had it; two who answer at once hear of it.

    Raises:
        StaleOwnerError: somebody else was faster, again and again.
    """
    for further in reversed(range(TAKEOVER_TRIES)):
        conversation = act.conversation()
        held = conversation.status == Status.WITH_AGENT
        if held and conversation.agent_id == act.agent.id:
            return ()
        try:
            if held:
                return [_take_from_colleague(act, conversation)]
            agents.take_over(
                act.database, act.conversation_id, act.agent, conversation.epoch, act.now
            )
        except StaleOwnerError:
            if not further:
                raise
    return ()


def _take_from_colleague(act: Act, conversation: ConversationRow) -> Entry:
    owner_id = conversation.agent_id or ""
    with act.database.read() as session:
        owner = session.get(UserRow, owner_id)
        name = owner.name if owner else ""
    agents.transfer(act.database, act.conversation_id, Agent(owner_id, name), act.agent.id, act.now)
    wrote = conversation.agent_wrote_at
    ago = f" and wrote {_ago(act.now - wrote)} ago" if wrote else ""
    return Entry("⚠️", f"{name} had this conversation{ago}. It is {act.agent.name}'s now.")


def _ago(passed: timedelta) -> str:
    minutes = int(passed.total_seconds()) // 60
    return f"{minutes} min" if minutes else f"{max(0, int(passed.total_seconds()))} s"


def _typing_too(act: Act) -> Answer:
    """Colleagues who write to the same customer at the desk on the web, which no topic shows."""
    there = act.group.typing.get(act.conversation_id, ())
    names = ", ".join(each.name for each in there if each.user_id != act.agent.id)
    return [Entry("⚠️", f"Types here on the web, too: {names}.")] if names else ()
