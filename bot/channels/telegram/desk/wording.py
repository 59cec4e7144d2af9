"""How a conversation looks in its topic: the card at the top, what is said, what happens to it.

Telegram's HTML. The team reads it, so it is English, as the reasons for handing over are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.channels.rendering import markdown_to_plain
from bot.channels.telegram.rendering import escaped
from bot.channels.telegram.wording import visible_length
from bot.conversations.parts import split_text
from bot.desk.brief import Brief
from bot.dialog import Priority, Status
from bot.store.tables import ConversationRow, EventRow, MessageRow

LONGEST_PART = 3_500
LONGEST_PIECE = 3_000
LONGEST_TITLE = 128
LONGEST_SUBJECT = 40
MOST_INTENTS = 3
UNMOVED = 0.25
"""Sentiment below which a message sounds neither unhappy nor pleased."""
MARKS = {
    Status.AUTOMATED.value: "🤖",
    Status.WAITING.value: "⏳",
    Status.WITH_AGENT.value: "💬",
    Status.CLOSED.value: "✅",
}
OTHER_MARK = "💤"
BANNED_MARK = "⛔"
EVENTS = {
    "hand_off": "⏳ Waits for a person: {reason}",
    "close": "✅ Closed",
    "reopen": "🤖 The customer wrote again",
    "unreachable": "🚫 Cannot be reached: {reason}",
    "reachable": "🟢 Can be reached again",
    "flooded": "🌊 Writes very fast; messages are answered together",
    "banned": "⛔ Banned by {name}",
    "unbanned": "🟢 Let in again by {name}",
    "rated": "⭐ Rated {score} of 5 {comment}",
    "undelivered": "⚠️ A reply did not surely arrive ({status}): {error}",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to show: HTML that says who, and their words as they were written."""

    head: str
    text: str = ""


def mark_of(conversation: ConversationRow) -> str:
    """The sign of the conversation's state, which its topic's title begins with."""
    if conversation.banned_at is not None:
        return BANNED_MARK
    return MARKS.get(conversation.status, OTHER_MARK)


def title_of(conversation: ConversationRow, subject: str) -> str:
    """A topic's title: state, customer, and what it was about."""
    short = " ".join(subject.split())
    if len(short) > LONGEST_SUBJECT:
        short = short[: LONGEST_SUBJECT - 1].rstrip() + "…"
    who = conversation.customer or f"Visitor {conversation.id[:4]}"
    name = f"{who[:60]} – {short}" if short else who
    return f"{mark_of(conversation)} {name}"[:LONGEST_TITLE]


def card_of(conversation: ConversationRow, details: Mapping[str, str]) -> Entry:
    """Who the customer is, and how it came to this."""
    lines = [
        f"<b>{escaped(conversation.customer or 'A visitor')}</b> on {conversation.channel}",
        f"Language: {conversation.language or 'unknown'}",
    ]
    if conversation.origin:
        lines.append(f"Came by a link: <code>{escaped(conversation.origin)}</code>")
    if conversation.handoff_reason:
        lines.append(f"Handed over: {escaped(conversation.handoff_reason)}")
    if conversation.priority >= Priority.URGENT:
        lines.append("<b>Urgent</b>")
    if conversation.unreachable:
        lines.append(f"🚫 Cannot be reached: {escaped(conversation.unreachable)}")
    if conversation.banned_at:
        lines.append("⛔ Banned")
    lines += [f"{escaped(name)}: {escaped(value)}" for name, value in details.items()]
    return Entry("\n".join(lines))


def brief_entries(brief: Brief) -> list[Entry]:
    """What the bot made of it, what the customer wrote in short and before, and how to reply."""
    lines = []
    if brief.intents:
        likely = (f"{escaped(each['intent'])} {each['probability']:.0%}" for each in brief.intents)
        lines.append(f"Understood as: {', '.join(list(likely)[:MOST_INTENTS])}")
    if brief.sentiment is not None:
        lines.append(f"Sounds {_mood(brief.sentiment)} ({brief.sentiment:+.2f})")
    lines += [
        f"Wrote before: {each.updated_at:%Y-%m-%d}, {each.channel}, {each.status}: "
        f"“{escaped(each.asked[:LONGEST_SUBJECT])}”"
        for each in brief.earlier
    ]
    entries = [Entry("\n".join(lines))] if lines else []
    if brief.summary:
        entries.append(Entry("<b>In short:</b>", "\n".join(each.text for each in brief.summary)))
    entries += [
        Entry(f"💡 <b>{escaped(each.title)}</b> ({each.score:.0%}):", markdown_to_plain(each.text))
        for each in brief.suggestions
    ]
    return entries


def _mood(sentiment: float) -> str:
    if abs(sentiment) < UNMOVED:
        return "matter-of-fact"
    return "unhappy" if sentiment < 0 else "pleased"


def entry_of(message: MessageRow) -> Entry:
    """A message, with who said it."""
    name = escaped(message.name or "")
    heads = {
        "customer": "👤",
        "bot": "🤖",
        "agent": f"💬 <b>{name}</b>",
        "note": f"📝 <b>{name}</b>, a note",
        "draft": "✏️ <b>A draft of the bot's</b>, which the customer does not see",
    }
    quote = ((message.context or {}).get("quote") or {}).get("text")
    about = f"\n<i>↪ {escaped(quote[:200])}</i>" if quote else ""
    edited = " (edited)" if (message.context or {}).get("edits") else ""
    return Entry(f"{heads.get(message.author, 'ℹ️')}{edited}{about}", message.text)


def event_entry(event: EventRow) -> Entry | None:
    """What happened to the conversation; None for what its messages tell already."""
    wording = EVENTS.get(event.kind)
    if wording is None:
        return None
    known = dict.fromkeys(("reason", "name", "status", "error", "score", "comment"), "")
    told = {name: escaped(str(value)) for name, value in event.data.items() if value}
    return Entry(wording.format(**{**known, **told}).rstrip())


def parts_of(entries: Iterable[Entry]) -> list[str]:
    """The entries as few messages as they fit into."""
    parts: list[str] = []
    for piece in (piece for entry in entries for piece in _pieces(entry)):
        if parts and visible_length(joined := f"{parts[-1]}\n\n{piece}") <= LONGEST_PART:
            parts[-1] = joined
        else:
            parts.append(piece)
    return parts


def _pieces(entry: Entry) -> Iterator[str]:
    head = entry.head if visible_length(entry.head) <= LONGEST_PIECE else "…"
    if not entry.text:
        yield head
        return
    for piece in split_text(entry.text, LONGEST_PART - visible_length(head) - 1):
        yield f"{head} {escaped(piece)}"
