"""A conversation as a file to keep: for people as text, for programs as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

KINDS: Final = {"txt": "text/plain; charset=utf-8", "json": "application/json"}
MARKS: Final = {"bot": "automated", "note": "private note", "draft": "draft, not sent"}
"""What stands behind the name of whoever did not simply say something to the customer."""


def transcript(thread: Mapping[str, Any], kind: str) -> str:
    """The thread, as ``threads.thread`` gives it, in one of ``KINDS``. Notes are marked as such."""
    if kind == "json":
        return json.dumps(thread, ensure_ascii=False, indent=2)
    return "\n".join(_lines(thread)) + "\n"


def _lines(thread: Mapping[str, Any]) -> Iterator[str]:
    name = thread["customer"] or "Customer"
    yield f"Conversation {thread['id']} with {name} ({thread['channel']})"
    for message in thread["messages"]:
        yield ""
        yield f"[{_time(message['sent_at'])}] {_who(message, name)}"
        if message["text"]:
            yield message["text"]
        for file in message.get("attachments") or ():
            yield f"(file: {file['name']})"
        for source in message.get("sources") or ():
            yield f"(source: {source['title']}{' ' + source['url'] if source.get('url') else ''})"


def _who(message: Mapping[str, Any], customer: str) -> str:
    author = message["author"]
    own = customer if author == "customer" else author.capitalize()
    mark = f" ({MARKS[author]})" if author in MARKS else ""
    return f"{message['name'] or own}{mark}"


def _time(at: str) -> str:
    return f"{at[:19].replace('T', ' ')} UTC"
