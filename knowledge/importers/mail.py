"""Conversations from e-mail: mbox files, single ``.eml`` and ``.emlx`` files, Maildir folders.

Each thread is a conversation, named by its first mail. Who answers for the company is said by
``--columns agent=ADDRESS`` (or a domain), else guessed as ``mail_agents.py`` says; everyone else is
a customer. What agents write to each other alone is private. Absence notes and other automatic
mail are system turns. Attached files are named in brackets below the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from knowledge.importers.columns import account_names
from knowledge.importers.interface import Columns
from knowledge.importers.mail_agents import Agents, likely_agents, named_agents
from knowledge.importers.mail_boxes import is_mail, read_mails
from knowledge.importers.mail_message import read_mail
from knowledge.importers.mail_threads import MailThreads, ThreadMail, mail_threads
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source

_MOST_TURNS: Final = 500
"""Broken programs give all their mails one id; such a thread is cut here."""
_FOLDERS_LISTED: Final = """
    inbox sent opened unread archived important starred draft drafts trash spam chat posteingang
    gesendet geöffnet ungelesen archiviert wichtig markiert
"""
_FOLDERS: Final = frozenset(_FOLDERS_LISTED.split())
"""Labels of Gmail's that say where a mail lies, not what it is about."""
_LEFT_OUT: Final = frozenset({"draft", "drafts", "spam", "entwürfe"})


class MailImporter:
    """Reads mailboxes."""

    format = "email"
    suffixes = frozenset({".mbox", ".mbx", ".eml", ".emlx"})
    options = frozenset({"agent"})

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if it is an mbox or begins with a mail's headers."""
        del columns
        return None if is_mail(source) else "begins with no e-mail's headers"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The threads of one file."""
        yield from self.read_together([source], columns, on_skip)

    def read_together(
        self, sources: Sequence[Source], columns: Columns, on_skip: OnSkip
    ) -> Iterator[Transcript]:
        """The threads of all the files, in order of their first mail."""
        with mail_threads() as threads:
            for source in sources:
                _collect(source, threads, on_skip)
            threads.tie()
            names = account_names(columns)
            agents = named_agents(names) if names else likely_agents(*threads.habits())
            for thread in threads:
                transcripts = list(_transcripts(thread, agents))
                yield from transcripts
                if not transcripts:
                    reason = "has no words that a person wrote"
                    on_skip(SkippedRecord(sources[0].label, f"thread {thread[0].root}", reason))


def _collect(source: Source, threads: MailThreads, on_skip: OnSkip) -> None:
    for position, raw in read_mails(source, on_skip):
        try:
            mail = read_mail(raw)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            reason = f"is an e-mail too damaged to read: {error}"  # The standard library gives up.
            on_skip(SkippedRecord(source.label, position, reason))
            continue
        if mail is None:
            on_skip(SkippedRecord(source.label, position, "is no e-mail with a sender"))
        elif left_out := _LEFT_OUT & {label.casefold() for label in mail.labels}:
            on_skip(SkippedRecord(source.label, position, f"is marked as {min(left_out)}"))
        else:
            threads.add(mail)


def _transcripts(thread: list[ThreadMail], agents: Agents) -> Iterator[Transcript]:
    spoken = [mail for mail in thread if mail.text]
    if all(mail.automatic for mail in spoken):
        return
    labels = dict.fromkeys(label for mail in thread for label in mail.labels)
    tags = tuple(label for label in labels if label.casefold() not in _FOLDERS)
    for begin in range(0, len(spoken), _MOST_TURNS):
        piece = f"-{begin // _MOST_TURNS + 1}" if begin else ""
        yield Transcript(
            id=TranscriptId(f"{thread[0].root}{piece}"),
            turns=tuple(_turn(mail, agents) for mail in spoken[begin : begin + _MOST_TURNS]),
            source="email",
            tags=tags,
            customer=_customer(thread, agents),
        )


def _turn(mail: ThreadMail, agents: Agents) -> Turn:
    agent = agents.has(mail.sender)
    among_agents = agent and bool(mail.recipients) and all(map(agents.has, mail.recipients))
    speaker = Speaker.AGENT if agent else Speaker.CUSTOMER
    return Turn(
        speaker=Speaker.SYSTEM if mail.automatic else speaker,
        text=mail.text,
        time=mail.time,
        author=mail.name or mail.sender,
        private=among_agents,
    )


def _customer(thread: list[ThreadMail], agents: Agents) -> str | None:
    """The first who wrote and is no agent, else the first who was written to."""
    written = [mail.sender for mail in thread if not mail.automatic]
    received = [address for mail in thread for address in mail.recipients]
    return next((each for each in (*written, *received) if not agents.has(each)), None)
