"""Hands one mail to the mail server, once, and says what became of it.

The message's own id is made from the mail's key, so that a receiver who gets it twice can tell.
"""

from __future__ import annotations

import hashlib
import smtplib
import ssl
from contextlib import suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime

from bot.conversations.dispatcher import Unreachable
from bot.conversations.outbox import Delivered, Refused, Uncertain
from bot.mail.outbox import Mail
from bot.mail.server import Encryption, SmtpServer

PATIENCE = 15.0
"""Seconds that each answer of the mail server may take."""
Outcome = Delivered | Unreachable | Uncertain | Refused
_POLICY: EmailPolicy[EmailMessage] = SMTP.clone(cte_type="7bit")
_TAKEN = (250, 251)
_LINE_ERRORS = (OSError, UnicodeError, smtplib.SMTPException)


def as_message(
    mail: Mail, sender: str, display_name: str, reply_to: str | None = None
) -> EmailMessage:
    """The mail with its headers; what a machine wrote says so, and answers itself to nothing.

    Raises:
        ValueError: a header would break a line, or the receiver's address is none.
    """
    message = EmailMessage(_POLICY)
    message["From"] = Address(one_line(display_name), addr_spec=sender)
    message["To"] = Address(addr_spec=mail.letter.to)
    message["Subject"] = one_line(mail.letter.subject)
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = _message_id(mail.key, sender)
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if mail.conversation_id is not None:
        message["References"] = _message_id(f"conversation {mail.conversation_id}", sender)
    if mail.kind.startswith("notice"):
        message["List-Id"] = f"<frontdesk-notices.{_domain(sender)}>"
    if reply_to:
        message["Reply-To"] = Address(addr_spec=reply_to)
    message.set_content(mail.letter.text)
    message.add_alternative(mail.letter.html, subtype="html")
    return message


def deliver(
    server: SmtpServer, message: EmailMessage, receiver: str, patience: float = PATIENCE
) -> Outcome:
    """Try once to hand ``message`` in for ``receiver``. Blocks; never raises for what is answered.

    Where the line breaks once the text is under way, nobody knows whether it was taken.
    """
    try:
        line = _open(server, patience)
    except _LINE_ERRORS as error:
        return Unreachable(_said(error))
    try:
        return _hand_in(line, server, message, receiver)
    finally:
        with suppress(*_LINE_ERRORS):
            line.close()


def one_line(text: str) -> str:
    """``text`` for a header: blanks for whatever would break the line or cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _open(server: SmtpServer, patience: float) -> smtplib.SMTP:
    trust = ssl.create_default_context()
    line: smtplib.SMTP
    if server.encryption is Encryption.TLS:
        line = smtplib.SMTP_SSL(server.host, server.port, timeout=patience, context=trust)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=patience)
    try:
        line.ehlo_or_helo_if_needed()
        if server.encryption is Encryption.STARTTLS:
            line.starttls(context=trust)
            line.ehlo_or_helo_if_needed()
        if server.user is not None and server.password is not None:
            line.login(server.user, server.password)
    except BaseException:
        line.close()
        raise
    return line


def _hand_in(
    line: smtplib.SMTP, server: SmtpServer, message: EmailMessage, receiver: str
) -> Outcome:
    try:
        code, said = line.mail(server.sender)
        if code not in _TAKEN:  # our own address, so a matter of the settings, not of this mail
            return Unreachable(_answered(code, said))
        code, said = line.rcpt(receiver)
        if code not in _TAKEN:
            return _refusal(code, said)
    except _LINE_ERRORS as error:
        return Unreachable(_said(error))
    try:
        code, said = line.data(message.as_bytes())
    except smtplib.SMTPDataError as error:
        return _refusal(error.smtp_code, error.smtp_error)
    except _LINE_ERRORS as error:
        return Uncertain(_said(error))
    if code != 250:
        return _refusal(code, said)
    with suppress(*_LINE_ERRORS):
        line.quit()
    return Delivered(str(message["Message-ID"]))


def _refusal(code: int, said: bytes | str) -> Outcome:
    """What is refused for good (5xx) is not tried again; everything else is."""
    answered = _answered(code, said)
    return Refused(answered) if 500 <= code < 600 else Unreachable(answered)


def _answered(code: int, said: bytes | str) -> str:
    words = said.decode(errors="replace") if isinstance(said, bytes) else said
    return f"The mail server answered {code}: {one_line(words)[:300]}"


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _answered(error.smtp_code, error.smtp_error)
    return f"{type(error).__name__}: {one_line(str(error))[:300]}"


def _message_id(key: str, sender: str) -> str:
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{_domain(sender)}>"


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
