"""One e-mail as bytes, read into what a conversation needs of it.

Declared character sets that are wrong, missing or unknown are seen through; attachments are named,
not read. Who among the people is an agent, this module does not know.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final

from knowledge.importers.mail_agents import side_of
from knowledge.importers.mail_body import attachments_of, words_of
from knowledge.importers.mail_headers import headers_of
from knowledge.importers.mail_origin import is_automatic
from knowledge.importers.values import parse_tags

_ID: Final = re.compile(r"<([^<>\s]{1,500})>")
_MOST_IDS: Final = 200
_SENDERS: Final = ("x-original-from", "x-original-sender", "from", "sender")
"""A mailing list's own sender stands in ``from``; whom it stands for, in the first two."""


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


_FORMS: Final = re.compile(
    r"^(?:.*(?:no|not)[-_.]?reply.*|.*form(?:ular|s|ulaire)?|contact.*|kontakt.*|web.*|wordpress|www.*"
    r"|info|mail|mailer|notif.*|server)@"
)
"""Senders under which websites pass on what a visitor wrote."""


def read_mail(raw: bytes) -> Mail | None:
    """The mail, or ``None`` where it names no sender, and so is none."""
    message = message_from_bytes(raw)
    headers = headers_of(message)
    referred = _ID.findall(f"{headers.get('references', '')} {headers.get('in-reply-to', '')}")
    name, sender = _sender(headers)
    if not referred and _FORMS.match(sender):
        name, sender = _whom_it_stands_for(headers, name, sender)
    if not sender:
        return None
    subject = headers.get("subject", "")
    attached = [f"[{name}]" for name in attachments_of(message)]
    text = "\n\n".join(part for part in (words_of(message), *attached) if part)
    given = _ID.findall(headers.get("message-id", ""))
    return Mail(
        id=given[0] if given else _content_id(sender, subject, headers.get("date", ""), text),
        references=tuple(dict.fromkeys(referred[:_MOST_IDS])),
        subject=subject,
        sender=sender,
        sender_name=name,
        recipients=_recipients(headers),
        time=_time(headers),
        text=text,
        automatic=is_automatic(headers, subject, sender),
        labels=parse_tags(headers.get("x-gmail-labels", "")),
    )


def _sender(headers: Mapping[str, str]) -> tuple[str, str]:
    found = (_person(headers, name) for name in _SENDERS)
    return next((person for person in found if person[1]), ("", ""))


def _whom_it_stands_for(headers: Mapping[str, str], name: str, sender: str) -> tuple[str, str]:
    """Who filled in a contact form: an answer goes to them, not to the website that sent it."""
    person = _person(headers, "reply-to")
    return person if person[1] and side_of(person[1]) != side_of(sender) else (name, sender)


def _person(headers: Mapping[str, str], header: str) -> tuple[str, str]:
    """Name and address of the first whom a header names."""
    people = getaddresses([headers.get(header, "")])
    found = ((name.strip(), each.strip().casefold()) for name, each in people if "@" in each)
    return next(found, ("", ""))


def _recipients(headers: Mapping[str, str]) -> tuple[str, ...]:
    named = getaddresses([headers.get("to", ""), headers.get("cc", "")])
    found = (address.strip().casefold() for _, address in named)
    return tuple(dict.fromkeys(address for address in found if "@" in address))


def _time(headers: Mapping[str, str]) -> datetime | None:
    """When it was sent, else when the last server took it."""
    received = headers.get("received", "").rpartition(";")[2]
    for written in (headers.get("date", ""), received):
        try:
            moment = parsedate_to_datetime(written)
            aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
            return aware.astimezone(UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def _content_id(*words: str) -> str:
    digest = hashlib.blake2b("\x1f".join(words).encode("utf-8", "replace"), digest_size=10)
    return f"content-{digest.hexdigest()}"
