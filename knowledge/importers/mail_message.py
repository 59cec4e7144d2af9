"""One e-mail as bytes, read into what a conversation needs of it.

Declared character sets that are wrong, missing or unknown are seen through; attachments are named,
not read. Who among the people is an agent, this module does not know.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final

from knowledge.importers.mail_body import attachments_of, decoded, words_of
from knowledge.importers.mail_origin import is_automatic

_ID: Final = re.compile(r"<([^<>\s]{1,500})>")
_SPACES: Final = re.compile(r"\s+")
_MOST_IDS: Final = 200
_ORIGINAL_SENDERS: Final = ("X-Original-From", "X-Original-Sender", "From", "Sender")
"""A mailing list's own sender stands in ``From``; whom it stands for, in the first two."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What one e-mail says. Addresses are in lower case; ``references`` run oldest first."""

    id: str
    references: tuple[str, ...]
    subject: str
    sender: str
    sender_name: str
    recipients: tuple[str, ...]
    time: datetime | None
    text: str
    automatic: bool
    labels: tuple[str, ...]


def read_mail(raw: bytes) -> Mail | None:
    """The mail, or ``None`` where it names no sender, and so is none."""
    message = message_from_bytes(raw)
    sender_name, sender = _sender(message)
    if not sender:
        return None
    subject = _header(message, "Subject")
    names = attachments_of(message)
    text = "\n\n".join([part for part in (words_of(message),) if part] + [f"[{n}]" for n in names])
    given = _ids(message, "Message-ID")
    referred = [*_ids(message, "References"), *_ids(message, "In-Reply-To")]
    return Mail(
        id=given[0] if given else _content_id(sender, subject, _header(message, "Date"), text),
        references=tuple(dict.fromkeys(referred)),
        subject=subject,
        sender=sender,
        sender_name=sender_name,
        recipients=_recipients(message),
        time=_time(message),
        text=text,
        automatic=is_automatic(
            {name.casefold(): _header(message, name) for name in message}, subject, sender
        ),
        labels=tuple(label.strip() for label in _header(message, "X-Gmail-Labels").split(",")),
    )


def _sender(message: Message) -> tuple[str, str]:
    for name in _ORIGINAL_SENDERS:
        for shown, address in getaddresses([_header(message, name)]):
            if "@" in address:
                return shown.strip(), address.strip().casefold()
    return "", ""


def _recipients(message: Message) -> tuple[str, ...]:
    headers = [_header(message, name) for name in ("To", "Cc")]
    found = (address.strip().casefold() for _, address in getaddresses(headers))
    return tuple(dict.fromkeys(address for address in found if "@" in address))


def _ids(message: Message, name: str) -> list[str]:
    return _ID.findall(_header(message, name))[:_MOST_IDS]


def _time(message: Message) -> datetime | None:
    """When it was sent, else when the last server took it."""
    received = _header(message, "Received").rpartition(";")[2]
    for written in (_header(message, "Date"), received):
        try:
            moment = parsedate_to_datetime(written)
            aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
            return aware.astimezone(UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def _header(message: Message, name: str) -> str:
    """A header's text, its encoded words decoded and its lines unfolded."""
    value = message.get(name)
    if value is None:
        return ""
    written = str(value)
    try:
        pieces = decode_header(written)
    except (HeaderParseError, ValueError, UnicodeError):
        pieces = [(written, None)]
    text = "".join(
        piece if isinstance(piece, str) else decoded(piece, charset) for piece, charset in pieces
    )
    return _SPACES.sub(" ", text).strip()


def _content_id(*words: str) -> str:
    digest = hashlib.blake2b("\x1f".join(words).encode("utf-8", "replace"), digest_size=10)
    return f"content-{digest.hexdigest()}"
