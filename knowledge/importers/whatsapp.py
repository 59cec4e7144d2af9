"""Conversations from chats that WhatsApp exports: ``.txt``, alone or with media in a ``.zip``.

Guessed, because the export does not say it: the order of day and month (``--columns
dates=month-first``), that the phone's clock was UTC, and who the agent is (``--columns
agent=NAME``): of several chats the names that most share; in a single one whoever writes first on
the fewest days, for customers open conversations. What the app itself writes (encryption, members
coming and going, calls, pictures left out, deleted messages) is left out, for nobody said it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from knowledge.importers.chat_cutting import ChatTurn, TeamSearch, cut_into_conversations
from knowledge.importers.columns import account_names
from knowledge.importers.date_order import DateOrder, FoundOrder, OrderSearch
from knowledge.importers.interface import Columns
from knowledge.importers.values import digest_of
from knowledge.importers.whatsapp_lines import Entry, begins_a_chat, read_entries
from knowledge.importers.whatsapp_words import words_of
from knowledge.lines import read_text_lines
from knowledge.records import Speaker, Transcript, Turn
from knowledge.skipped import OnSkip, SkippedRecord, ignore_skipped
from knowledge.sources import Source

_SOURCE: Final = "whatsapp"
_LINES_BEFORE_A_CHAT: Final = 10
_LOG_LEVELS: Final = frozenset({"info", "warn", "warning", "error", "debug", "trace", "fatal"})


class WhatsAppImporter:
    """Reads exported chats of Android and iOS."""

    format = "whatsapp"
    suffixes = frozenset({".txt"})
    options = frozenset({"agent", "dates"})

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if it begins as a chat does, and two people write in it."""
        if columns.get("dates", DateOrder.DAY_FIRST) not in list(DateOrder):
            return f"cannot be read with dates={columns['dates']}; say {', '.join(DateOrder)}"
        beginning = islice(read_text_lines(source, ignore_skipped), _LINES_BEFORE_A_CHAT)
        if not any(begins_a_chat(line) for _, line in beginning):
            return "does not begin with a date, a time and what was said then"
        people: set[str] = set()
        for entry in read_entries(source, ignore_skipped):
            if entry.sender is not None and words_of(entry.text):
                people.add(entry.sender.casefold())
            if len(people - _LOG_LEVELS) > 1:
                return None
        return "has no two people who say something"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The chat, cut where it was silent for half a day."""
        yield from _conversations(source, columns, frozenset(), on_skip)

    def read_together(
        self, sources: Sequence[Source], columns: Columns, on_skip: OnSkip
    ) -> Iterator[Transcript]:
        """All of the chats; the names that most of them share are the agents'."""
        search = TeamSearch()
        if "agent" not in columns and len(sources) > 1:
            for source in sources:
                _survey(source, search)
        for source in sources:
            yield from _conversations(source, columns, search.shared(), on_skip)


@dataclass(frozen=True, slots=True)
class _Survey:
    dates: FoundOrder
    people: frozenset[str]


def _survey(source: Source, search: TeamSearch) -> _Survey:
    """What only the whole file tells; who writes goes into ``search``."""
    order = OrderSearch()
    people: set[str] = set()
    day_opens = True
    for entry in read_entries(source, ignore_skipped):
        day_opens = order.note(entry.stamp) or day_opens
        if entry.sender is not None and words_of(entry.text):
            name = entry.sender.casefold()
            people.add(name)
            search.note(source.label, name, opens=day_opens)
            day_opens = False
    return _Survey(order.found(), frozenset(people))


def _conversations(
    source: Source, columns: Columns, team: frozenset[str], on_skip: OnSkip
) -> Iterator[Transcript]:
    """The chat's conversations; ``team`` are agents that other chats gave away."""
    search = TeamSearch()
    survey = _survey(source, search)
    order = DateOrder(columns["dates"]) if "dates" in columns else survey.dates.order
    _report(source, survey, on_skip, asked="dates" not in columns)
    agents = account_names(columns) or (team & survey.people) or search.team()
    yield from cut_into_conversations(_turns(source, survey, order, agents, on_skip), _SOURCE)


def _report(source: Source, survey: _Survey, on_skip: OnSkip, *, asked: bool) -> None:
    dates = survey.dates
    if asked and not dates.certain:
        reason = (
            f"nothing tells the order of day and month; read {dates.order} "
            "(--columns dates=day-first or dates=month-first says it)"
        )
        on_skip(SkippedRecord(source.label, "dates", reason))
    if dates.impossible:
        reason = f"{dates.impossible:,} of them are in no calendar known here; left without a time"
        on_skip(SkippedRecord(source.label, "dates", reason))


def _turns(
    source: Source, survey: _Survey, order: DateOrder, agents: frozenset[str], on_skip: OnSkip
) -> Iterator[ChatTurn]:
    # Who talks in a chat of two names it, wherever a later export of it begins.
    chat = "\n".join(sorted(survey.people)) if len(survey.people) == 2 else ""
    for entry in read_entries(source, on_skip):
        said = words_of(entry.text)
        if entry.sender is None or not said:
            continue
        speaker = Speaker.AGENT if entry.sender.casefold() in agents else Speaker.CUSTOMER
        turn = Turn(speaker, said, entry.stamp.moment(order), entry.sender)
        yield ChatTurn(source.label, entry.sender, turn, _key(chat, entry))


def _key(chat: str, entry: Entry) -> str:
    stamp = " ".join(str(number) for number in entry.stamp[:6])
    return digest_of(chat, stamp, entry.sender or "", entry.text)
