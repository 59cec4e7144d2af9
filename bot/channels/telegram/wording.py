"""How a message of a conversation looks in Telegram: who speaks, the words, sources, buttons.

What a machine says begins with a robot, so that nobody takes it for a person.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from bot.channels.telegram.rendering import escaped, link, markdown_to_telegram
from bot.conversations.outbox import Outgoing, OutgoingSource
from bot.dialog.phrases import phrase

ROBOT = "🤖 "
LONGEST = 4_096
LONGEST_LABEL = 60
LONGEST_BUTTON_ID = 64
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="([^"]*)">([^<]*(?:<(?!/a>)[^<]*)*)</a>')


@dataclass(frozen=True, slots=True)
class Button:
    """A button of an inline keyboard; ``data`` comes back when it is pressed."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message as Telegram takes it: as HTML, and as plain text should that be refused."""

    html: str
    plain: str
    buttons: tuple[Button, ...]


def word(message: Outgoing, base: str | None) -> Spoken:
    """Word ``message`` for Telegram; relative links are joined to ``base``.

    Sources that do not fit any more are left out; words never are.
    """
    rendered = _rendered(message, base)
    if visible_length(rendered) > LONGEST:
        rendered = escaped(message.text)
    plain = _plain(rendered)
    for source in _sources(message, base):
        if visible_length(rendered + source) > LONGEST:
            break
        rendered += source
    buttons = tuple(
        Button(_cut(each.label), each.id)
        for each in message.buttons
        if len(each.id.encode()) <= LONGEST_BUTTON_ID
    )
    return Spoken(rendered, plain, buttons)


def visible_length(text: str) -> int:
    """UTF-16 code units that stay once Telegram has read the HTML."""
    return len(html.unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2


def _rendered(message: Outgoing, base: str | None) -> str:
    match message.author:
        case "bot":
            return ROBOT + markdown_to_telegram(message.text, base)
        case "agent":
            name = f"<b>{escaped(message.name)}</b>\n" if message.name else ""
            return name + markdown_to_telegram(message.text, base)
        case _:
            return f"<i>{escaped(message.text)}</i>"


def _plain(rendered: str) -> str:
    """``rendered`` without tags, an address in brackets behind what was a link."""
    return html.unescape(_TAG.sub("", _LINK.sub(_with_address, rendered)))


def _with_address(link: re.Match[str]) -> str:
    return link[2] if link[1] == link[2] else f"{link[2]} ({link[1]})"


def _sources(message: Outgoing, base: str | None) -> list[str]:
    once = dict.fromkeys(OutgoingSource(each.title, each.url) for each in message.sources)
    lines = [f"\n• {link(escaped(each.title), each.url, base)}" for each in once]
    if lines:
        lines[0] = f"\n\n{escaped(phrase('sources', message.language))}{lines[0]}"
    return lines


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"
