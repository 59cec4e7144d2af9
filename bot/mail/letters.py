"""The words of our mails: plain text and simple HTML, in the reader's language.

What people wrote stands in them word for word and escaped; nothing in it is read as markup.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from bot.channels.rendering import plain_to_html
from bot.conversations.links import LINK_LIFETIME, Links
from bot.dialog.phrases import phrase, spoken_language
from bot.mail.notice_words import notice_frame, notice_words, team_language
from bot.mail.outbox import Letter
from bot.settings import FileSettings
from bot.store.tables import MessageRow, NoticeRow

MOST_LINES = 20
PAGE = '<!doctype html>\n<html lang="{language}"><body>\n{body}\n</body></html>\n'


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What letters are written with: the settings in force, and where their links lead."""

    file: FileSettings
    public_url: str
    links: Links


class Form(Enum):
    """How a part of a letter is set."""

    WORDS = "words"
    QUOTE = "quote"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: our words, somebody's words, or an address to open."""

    form: Form
    text: str


def answer_letter(
    to: str, company: str, language: str | None, replies: Sequence[MessageRow], link: str
) -> Letter:
    """What agents answered, for a customer who had left, with the way back."""
    names = ", ".join(dict.fromkeys(reply.name for reply in replies if reply.name)) or company
    parts = (
        Part(Form.WORDS, phrase("mail_answer", language, name=names, company=company)),
        *(Part(Form.QUOTE, reply.text) for reply in replies if reply.text.strip()),
        Part(Form.WORDS, phrase("mail_answer_link", language, days=str(LINK_LIFETIME.days))),
        Part(Form.LINK, link),
        Part(Form.WORDS, phrase("mail_answer_why", language)),
    )
    subject = phrase("mail_answer_subject", language, name=names, company=company)
    return _letter(to, subject, parts, language)


def notice_letter(to: str, by: Correspondence, notices: Sequence[NoticeRow]) -> Letter:
    """Notices of one kind for somebody of the team: one line each, and where to look.

    It holds nothing that a customer said: mail is read in more places than the desk.
    """
    language, shown = team_language(by.file.locale), notices[:MOST_LINES]
    what = notice_words(notices[0].kind, language)
    more = len(notices) - len(shown)
    parts = [Part(Form.WORDS, f"{what}:")]
    parts += [Part(Form.LINK, desk_address(by.public_url, each)) for each in shown]
    if more:
        parts.append(Part(Form.WORDS, notice_frame("more", language, count=str(more))))
    parts.append(Part(Form.WORDS, notice_frame("why", language)))
    count = f" ({len(notices)})" if len(notices) > 1 else ""
    return _letter(to, f"{by.file.company}: {what}{count}", parts, language)


def mention_letter(to: str, by: Correspondence, author: str, conversation: str) -> Letter:
    """That ``author`` called somebody of the team in a note, and where; not what it says."""
    language = team_language(by.file.locale)
    what = notice_frame("mentioned", language, name=author)
    parts = (
        Part(Form.WORDS, f"{what}:"),
        Part(Form.LINK, conversation_address(by.public_url, conversation)),
        Part(Form.WORDS, notice_frame("why_mentioned", language)),
    )
    return _letter(to, f"{by.file.company}: {what}", parts, language)


def desk_address(public_url: str, notice: NoticeRow) -> str:
    """Where the desk shows what the notice is about."""
    if notice.conversation_id is not None:
        return conversation_address(public_url, notice.conversation_id)
    return f"{public_url.rstrip('/')}/desk/review"


def conversation_address(public_url: str, conversation: str) -> str:
    """Where the desk shows a conversation."""
    return f"{public_url.rstrip('/')}/desk/inbox/all/{conversation}"


def _letter(to: str, subject: str, parts: Sequence[Part], language: str | None) -> Letter:
    body = "\n".join(_html(part) for part in parts)
    page = PAGE.format(language=spoken_language(language), body=body)
    return Letter(to, subject, "\n\n".join(_text(part) for part in parts) + "\n", page)


def _text(part: Part) -> str:
    if part.form is not Form.QUOTE:
        return part.text
    return "\n".join(f"> {line}".rstrip() for line in part.text.splitlines())


def _html(part: Part) -> str:
    match part.form:
        case Form.WORDS:
            return f"<p>{html.escape(part.text)}</p>"
        case Form.QUOTE:
            return f"<blockquote>{plain_to_html(part.text)}</blockquote>"
        case Form.LINK:
            address = html.escape(part.text)
            return f'<p><a href="{address}" rel="noreferrer">{address}</a></p>'
        case _:
            assert_never(part.form)
