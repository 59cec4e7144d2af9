"""Signed links that lead back to one conversation. They expire, and say nothing but its id.

The key lies in the home, in ``secrets/links.key``, made with the first link. Whoever deletes that
file ends every link sent so far.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import jwt

LINK_LIFETIME = timedelta(days=14)
LINK_PATH = "/c/"
_ALGORITHM = "HS256"
_PURPOSE = "frontdesk link"


class InvalidLinkError(Exception):
    """The link is none of ours, was changed, or its time is over."""

    def __init__(self, *, expired: bool) -> None:
        said = "this link has expired" if expired else "this link is not valid"
        super().__init__(f"{said}; open the chat where you began it, or begin a new one")
        self.expired = expired


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and reads the links of one home."""

    home: Path

    def address(self, public_url: str, conversation_id: str, now: datetime) -> str:
        """The whole link to a conversation, good for ``LINK_LIFETIME`` from ``now`` on."""
        claims = {"aud": _PURPOSE, "sub": conversation_id, "exp": now + LINK_LIFETIME}
        token = jwt.encode(claims, self._key_or_new(), algorithm=_ALGORITHM)
        return f"{public_url.rstrip('/')}{LINK_PATH}{token}"

    def conversation(self, token: str, now: datetime) -> str:
        """The id of the conversation that the link's ``token`` leads to.

        Raises:
            InvalidLinkError: it is not ours, or has expired.
        """
        try:
            claims = jwt.decode(
                token,
                self._key() or secrets.token_bytes(32),
                algorithms=[_ALGORITHM],
                audience=_PURPOSE,
                options={"require": ["exp", "sub", "aud"], "verify_exp": False},
            )
            expires = datetime.fromtimestamp(int(claims["exp"]), now.tzinfo)
        except (jwt.InvalidTokenError, ValueError, OverflowError):
            raise InvalidLinkError(expired=False) from None
        if expires <= now:
            raise InvalidLinkError(expired=True)
        return str(claims["sub"])

    def _key(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None

    def _key_or_new(self) -> bytes:
        known = self._key()
        if known is not None:
            return known
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._path.with_name(f"{self._path.name}.{secrets.token_hex(4)}")
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(32))
        try:
            os.link(fresh, self._path)  # whole or not at all, and only the first counts
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
        return self._path.read_bytes()

    @property
    def _path(self) -> Path:
        return self.home / "secrets" / "links.key"
