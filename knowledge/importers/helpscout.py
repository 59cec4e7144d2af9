"""Conversations from Help Scout's Mailbox API, with their threads embedded.

A thread's ``type`` says who speaks: ``customer``, or a user's ``message``. In chats and calls
(``chat``, ``beaconchat``, ``phone``) its ``createdBy`` does; where that is missing, the customer is
taken for the speaker, who opens them. Notes are private, and so is what was forwarded to others.
Line items, drafts and what a workflow or the AI sent are no words of a person: the first are
left out, the last count as the bot's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from knowledge.importers.html_text import looks_like_markup
from knowledge.importers.interface import Columns
from knowledge.importers.json_records import first_records, read_json_records
from knowledge.importers.mail_text import own_words, own_words_of_html
from knowledge.importers.parts import Part, listed_oldest_first, turns_in_order
from knowledge.importers.shapes import Record, record_in, records_in, words_in
from knowledge.importers.values import parse_name
from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.skipped import OnSkip, SkippedRecord
from knowledge.sources import Source
from knowledge.times import parse_time

_LISTS: Final = ("_embedded.conversations", "conversations", "items")
_TYPES: Final[Mapping[str, Speaker | None]] = {
    "customer": Speaker.CUSTOMER,
    "message": Speaker.AGENT,
    "reply": Speaker.AGENT,
    "note": Speaker.AGENT,
    "forwardparent": Speaker.AGENT,
    "forwardchild": Speaker.CUSTOMER,
    "chat": None,
    "beaconchat": None,
    "phone": None,
}
"""Who speaks in a thread of each type; ``None`` where only its author says so."""
_AUTHORS: Final[Mapping[str, Speaker]] = {
    "customer": Speaker.CUSTOMER,
    "user": Speaker.AGENT,
    "team": Speaker.AGENT,
    "system_user": Speaker.BOT,
}
_PRIVATE: Final = frozenset({"note", "forwardparent", "forwardchild"})
_UNSEEN: Final = frozenset({"draft", "hidden", "underreview"})
_RESOLVED: Final[Mapping[str, bool]] = {"closed": True, "active": False, "pending": False}
_RATINGS: Final[Mapping[str, int]] = {
    "great": 5, "okay": 3, "ok": 3, "not_good": 1, "not good": 1, "bad": 1,
}  # fmt: skip


class HelpScoutImporter:
    """Reads lists and single conversations of the Mailbox API."""

    format = "helpscout"
    suffixes = frozenset({".json", ".jsonl"})
    options: frozenset[str] = frozenset()

    def refusal(self, source: Source, columns: Columns) -> str | None:
        """A file is taken if one of its first objects is a conversation with its threads."""
        del columns
        if any(_is_conversation(_unwrapped(each.value)) for each in first_records(source, _LISTS)):
            return None
        return "has no conversations with embedded threads as Help Scout's API gives them"

    def read(self, source: Source, columns: Columns, on_skip: OnSkip) -> Iterator[Transcript]:
        """The conversations in the file's order."""
        del columns
        for found in read_json_records(source, _LISTS, on_skip):
            result = _transcript(_unwrapped(found.value))
            if isinstance(result, Transcript):
                yield result
            else:
                on_skip(SkippedRecord(source.label, found.position, result))


def _is_conversation(record: Record) -> bool:
    threads = _threads(record)
    names = {"mailbox", "mailboxId", "primaryCustomer", "folderId", "customer"}
    return bool(names & record.keys()) and any(
        words_in(each.get("type")) in _TYPES or "createdBy" in each for each in threads
    )


def _unwrapped(record: Record) -> Record:
    """The conversation, where it stands under its name beside its threads."""
    inner = record_in(record.get("conversation"))
    return (
        {**inner, **{k: v for k, v in record.items() if k != "conversation"}} if inner else record
    )


def _threads(record: Record) -> list[Record]:
    """The threads, oldest first as far as their places say it: they are listed newest first."""
    listed = record_in(record.get("_embedded")).get("threads")
    return records_in(listed if isinstance(listed, list) else record.get("threads"))[::-1]


def _transcript(record: Record) -> Transcript | str:
    identifier = parse_name(record.get("id"))
    if identifier is None:
        return "has no id"
    status = words_in(record.get("status"))
    if status == "spam":
        return "is marked as spam"
    parts = (part for each in _threads(record) if (part := _part(each)))
    turns = turns_in_order(listed_oldest_first(parts))
    if not turns:
        return "has no message with words"
    return Transcript(
        id=TranscriptId(identifier),
        turns=turns,
        source="helpscout",
        tags=_tags(record.get("tags")),
        resolved=_RESOLVED.get(status),
        rating=_rating(record),
        customer=_customer(record),
    )


def _part(thread: Record) -> Part | None:
    kind = words_in(thread.get("type"))
    text = _words(thread.get("body"))
    if kind not in _TYPES or not text or words_in(thread.get("state")) in _UNSEEN:
        return None
    creator = record_in(thread.get("createdBy"))
    author = _AUTHORS.get(words_in(creator.get("type")))
    speaker = _TYPES[kind] or author or Speaker.CUSTOMER
    if (author is Speaker.BOT and speaker is Speaker.AGENT) or _is_automatic(thread):
        speaker = Speaker.BOT
    time = parse_time(thread.get("createdAt"))
    private = kind in _PRIVATE
    return Part(Turn(speaker, text, time, _name(creator), private), parse_name(thread.get("id")))


def _is_automatic(thread: Record) -> bool:
    """Whether a workflow wrote it of its own accord."""
    action = words_in(record_in(thread.get("action")).get("type"))
    via = words_in(record_in(thread.get("source")).get("via"))
    written = words_in(thread.get("type")) in {"message", "reply"}
    return written and (action == "automatic-workflow" or via in {"auto", "automation"})


def _words(body: object) -> str:
    text = words_in(body)
    return own_words_of_html(text) if looks_like_markup(text) else own_words(text)


def _name(person: Record) -> str | None:
    names = (words_in(person.get(f"{part}Name") or person.get(part)) for part in ("first", "last"))
    return " ".join(name for name in names if name) or parse_name(person.get("email"))


def _tags(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else []
    named = (
        item.get("tag", item.get("name")) if isinstance(item, dict) else item for item in items
    )
    return tuple(dict.fromkeys(tag for each in named if (tag := words_in(each))))


def _rating(record: Record) -> int | None:
    """The last satisfaction rating, which stands with the conversation or with its threads."""
    given = [record, *_threads(record)]
    rated = (each.get("rating") or each.get("satisfaction") for each in given)
    words = (words_in(each.get("rating") if isinstance(each, dict) else each) for each in rated)
    found = [rating for word in words if (rating := _RATINGS.get(word.casefold()))]
    return found[-1] if found else None


def _customer(record: Record) -> str | None:
    person = record_in(record.get("primaryCustomer")) or record_in(record.get("customer"))
    return parse_name(person.get("id")) or parse_name(person.get("email"))
