"""The mail server that takes our mails, as ``FRONTDESK_SMTP_URL`` names it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from bot.mail_address import is_mail_address
from bot.settings import Settings, SettingsError

EXAMPLE = "smtp://user:password@mail.example.com:587?from=support@example.com"
LOCAL = ("localhost", "127.0.0.1", "::1")
SWITCH: Final = {"1": True, "0": False}


class Encryption(Enum):
    """How the line to the server is kept private; certificates are always checked."""

    TLS = "from the first byte"
    STARTTLS = "before anything is said"
    NONE = "not at all"


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mails are handed in, and from which address they come."""

    host: str
    port: int
    encryption: Encryption
    sender: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, settings: Settings) -> SmtpServer | None:
        """Read it from the settings; None where no mail is to be sent.

        Raises:
            SettingsError: the address cannot be used; it is never repeated, for its password.
        """
        if settings.smtp_url is None:
            return None
        if not settings.public_url:
            raise SettingsError(
                "FRONTDESK_SMTP_URL is set but FRONTDESK_PUBLIC_URL is not; mails lead back to the "
                "conversation by a link, so put the address there that customers reach us under"
            )
        return parse_smtp_url(settings.smtp_url)


def parse_smtp_url(url: str) -> SmtpServer:
    """The server that ``url`` names: ``smtp://`` with STARTTLS, or ``smtps://``.

    ``?starttls=0`` leaves the line open, as it is to this machine itself; ``&from=`` is the sender
    where the user's name is no address.

    Raises:
        SettingsError: a part of it cannot be used.
    """
    parts, port = _split(url)
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    for name in options.keys() - {"starttls", "from"}:
        raise _unusable(f"knows no option {name!r}; there are starttls and from")
    encryption = _encryption(parts, options.get("starttls"))
    user = unquote(parts.username) if parts.username else None
    password = unquote(parts.password) if parts.password else None
    if (user is None) != (password is None):
        raise _unusable("needs both a user and a password, or neither")
    if password and encryption is Encryption.NONE and parts.hostname not in LOCAL:
        raise _unusable("would send its password unencrypted; leave starttls=0 out")
    sender = options.get("from", user)
    if sender is None or not is_mail_address(sender):
        raise _unusable("needs the address that mails come from; add ?from=support@example.com")
    default = 465 if encryption is Encryption.TLS else 587
    return SmtpServer(str(parts.hostname), port or default, encryption, sender, user, password)


def _split(url: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _unusable("has a port or host that is none") from None
    host = parts.hostname or ""
    if parts.scheme not in ("smtp", "smtps") or not host or not host.isascii():
        raise _unusable("begins with smtp:// or smtps:// and a host")
    if parts.path.strip("/"):
        raise _unusable("has nothing after the host but options, begun with a question mark")
    return parts, port


def _encryption(parts: SplitResult, starttls: str | None) -> Encryption:
    if starttls is not None and starttls not in SWITCH:
        raise _unusable("takes starttls=1 or starttls=0")
    if parts.scheme == "smtps":
        if starttls is not None:
            raise _unusable("is encrypted with smtps:// from the beginning; leave starttls out")
        return Encryption.TLS
    wanted = parts.hostname not in LOCAL if starttls is None else SWITCH[starttls]
    return Encryption.STARTTLS if wanted else Encryption.NONE


def _unusable(what: str) -> SettingsError:
    return SettingsError(f"FRONTDESK_SMTP_URL cannot be used: it {what}; one looks like {EXAMPLE}")
