"""Chats from LiveChat's archives: the Agent Chat API of today, and the REST API before it.

Each thread of a chat is a conversation. Its ``users`` say who is a customer and who an agent; an
agent's id is an e-mail address, so an "agent" with any other id is taken for a bot, which is a
guess. Events that only agents see are private, and so is a supervisor's whisper. System messages
are system turns; files have no words. Filled forms are the customer's words, a field a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from knowledge.importers.interface import Columns
from knowledge.importers.json_records import first_records, read_json_records
from knowledge.importers.parts import Part, listed_oldest_first, turns_in_order
from knowledge.importers.shapes import Record, record_in, records_in, words_in
from knowledge.importers.values import id_from_content, parse_name, parse_tags
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source
from knowledge.times import parse_time

_LISTS: Final = ("chats",)
_USER_TYPES: Final[Mapping[str, Speaker]] = {
    "visitor": Speaker.CUSTOMER, "customer": Speaker.CUSTOMER, "client": Speaker.CUSTOMER,
    "agent": Speaker.AGENT, "supervisor": Speaker.AGENT, "operator": Speaker.AGENT,
    "bot": Speaker.BOT,
}  # fmt: skip
_RATES: Final[Mapping[object, int]] = {1: 5, 0: 1, "rated_good": 5, "rated_bad": 1}
_SYSTEM: Final = frozenset({"system_message", "event"})


class LiveChatImporter:
    """Reads archives of chats."""

    format = "livechat"
    suffixes = frozenset({".json", ".jsonl"})
    options: frozenset[str] = frozenset()

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if one of its first objects is a chat with events."""
        del columns
        if any(_is_chat(each.value) for each in first_records(source, _LISTS)):
            return None
        return "has no chats with events as LiveChat's archives hold them"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """A conversation for each thread of each chat."""
        del columns
        for found in read_json_records(source, _LISTS, on_skip):
            count = 0
            for transcript in _conversations(found.value):
                count += 1
                yield transcript
            if not count:
                reason = "has no message with words" if _is_chat(found.value) else "is no chat"
                on_skip(SkippedRecord(source.label, found.position, reason))


def _is_chat(record: Record) -> bool:
    if isinstance(record.get("users"), list):
        return bool(_threads(record))
    lists = any(isinstance(record.get(name), list) for name in ("events", "messages"))
    return lists and "visitor" in record


def _threads(chat: Record) -> list[Record]:
    alone = record_in(chat.get("thread"))
    return [alone] if alone else records_in(chat.get("threads"))


def _conversations(chat: Record) -> Iterator[Transcript]:
    if not _is_chat(chat):
        return
    if isinstance(chat.get("users"), list):
        people, threads = _People.of(records_in(chat["users"])), _threads(chat)
    else:
        people, threads = _People.of([{**record_in(chat["visitor"]), "type": "visitor"}]), [chat]
    for thread in threads:
        parts = (part for event in _events(thread) if (part := _part(event, people)))
        turns = turns_in_order(listed_oldest_first(parts))
        if turns:
            yield Transcript(
                id=_id(chat, thread, turns),
                turns=turns,
                source="livechat",
                tags=parse_tags(thread.get("tags")),
                rating=_rating(thread),
                customer=people.customer,
            )


@dataclass(frozen=True, slots=True)
class _People:
    """Who the users of a chat are."""

    speakers: Mapping[str, Speaker]
    names: Mapping[str, str]
    customer: str | None

    @classmethod
    def of(cls, users: Sequence[Record]) -> _People:
        speakers: dict[str, Speaker] = {}
        names: dict[str, str] = {}
        for user in users:
            identifier = parse_name(user.get("id"))
            speaker = _USER_TYPES.get(words_in(user.get("type")))
            if identifier is None or speaker is None:
                continue
            if speaker is Speaker.AGENT and "@" not in identifier:
                speaker = Speaker.BOT
            speakers[identifier] = speaker
            names[identifier] = words_in(user.get("name")) or identifier
        customers = [name for name, who in speakers.items() if who is Speaker.CUSTOMER]
        return cls(speakers, names, customers[0] if customers else None)

    def speaker_of(self, event: Record) -> Speaker | None:
        """Who wrote an event; ``None`` where it has no author.

        Whom the chat does not list among its users (they left the team) is told by the id; others
        are kept as the system's, and not learned from.
        """
        author = parse_name(event.get("author_id"))
        known = self.speakers.get(author or "")
        known = known or _USER_TYPES.get(words_in(event.get("user_type")))
        if known is not None or author is None:
            return known
        return Speaker.AGENT if "@" in author else Speaker.SYSTEM

    def author_of(self, event: Record) -> str | None:
        """The author's name, else what the event calls them."""
        author = parse_name(event.get("author_id"))
        return self.names.get(author or "") or parse_name(event.get("author_name")) or author


def _events(thread: Record) -> list[Record]:
    """The events; the older API has the messages among them a second time, by themselves."""
    events = thread.get("events")
    return records_in(events if isinstance(events, list) else thread.get("messages"))


def _part(event: Record, people: _People) -> Part | None:
    kind = words_in(event.get("type")) or "message"
    text = _words(event, kind)
    speaker = Speaker.SYSTEM if kind in _SYSTEM else people.speaker_of(event)
    if not text or speaker is None:
        return None
    for_agents = words_in(event.get("visibility") or event.get("recipients")) == "agents"
    turn = Turn(
        speaker=speaker,
        text=text,
        time=parse_time(event.get("timestamp") or event.get("created_at") or event.get("date")),
        author=people.author_of(event),
        private=for_agents or words_in(event.get("user_type")) == "supervisor",
    )
    return Part(turn, parse_name(event.get("id")))


def _words(event: Record, kind: str) -> str:
    if kind == "message" or kind in _SYSTEM:
        return words_in(event.get("text"))
    if kind == "filled_form":
        lines = (_answer(field) for field in records_in(event.get("fields")))
        return "\n".join(line for line in lines if line)
    if kind == "rich_message":
        elements = records_in(event.get("elements"))
        texts = (words_in(e.get(part)) for e in elements for part in ("title", "subtitle"))
        return "\n".join(text for text in texts if text)
    return ""


def _answer(field: Record) -> str:
    """A form's field with what was put in; the name and the address are kept out of the words."""
    given = (
        field.get("answers") if isinstance(field.get("answers"), list) else [field.get("answer")]
    )
    answers = (
        words_in(a.get("label")) if isinstance(a, dict) else words_in(a) for a in given or []
    )
    answer = ", ".join(each for each in answers if each)
    if not answer or words_in(field.get("type")) in {"name", "email"}:
        return ""
    label = words_in(field.get("label")).rstrip(":")
    return f"{label}: {answer}" if label else answer


def _rating(thread: Record) -> int | None:
    """Good is 5 and bad 1: there is nothing in between."""
    rating = record_in(record_in(thread.get("properties")).get("rating"))
    score = rating.get("score")
    score = score.get("value") if isinstance(score, dict) else score
    if isinstance(score, bool) or not isinstance(score, int):
        score = thread.get("rate")
    return _RATES.get(score) if isinstance(score, int | str) else None


def _id(chat: Record, thread: Record, turns: Sequence[Turn]) -> TranscriptId:
    known = [parse_name(chat.get("id"))]
    known += [parse_name(thread.get("id"))] if thread is not chat else []
    names = [name for name in known if name]
    return TranscriptId("-".join(names)) if names else id_from_content(turns)
