"""E-mail addresses: which ones a mail can be sent to. Knows nothing of mails."""

from __future__ import annotations

from email.errors import MessageError
from email.headerregistry import Address

LONGEST = 254


def mail_address(text: str) -> str:
    """``text`` as an address that any server takes, without blanks around it.

    Raises:
        ValueError: it is none, or holds letters that only some servers take.
    """
    trimmed = text.strip()
    if not trimmed.isascii() or not trimmed.isprintable() or len(trimmed) > LONGEST:
        raise ValueError("this is no e-mail address that any server takes")
    try:
        address = Address(addr_spec=trimmed)
    except (ValueError, IndexError, MessageError):
        raise ValueError("this is no e-mail address") from None
    if address.addr_spec != trimmed or "." not in address.domain.strip(".") or '"' in trimmed:
        raise ValueError("this is no e-mail address; one looks like ada@shop.example")
    return trimmed


def is_mail_address(text: str | None) -> bool:
    """Whether a mail can be sent to ``text``."""
    try:
        return text is not None and mail_address(text) != ""
    except ValueError:
        return False
