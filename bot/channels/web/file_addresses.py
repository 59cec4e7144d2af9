"""Addresses under which a browser can show a file without a header.

A customer's address is signed and ends by itself, because it may be copied; an agent's works only
with the desk's cookie. It opens one file and no conversation: links that lead back into one are
made in ``bot/conversations/links.py``, with a key of their own.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from bot.store import Database
from bot.store.tables import SettingRow

KEY: Final = "attachment_link_key"
LIFETIME: Final = timedelta(hours=12)


def file_address_key(database: Database) -> bytes:
    """The secret that signs addresses, made once for a database."""
    with database.write() as session:
        row = session.get(SettingRow, KEY)
        if row is None:
            row = SettingRow(key=KEY, value=secrets.token_hex(32))
            session.add(row)
        return bytes.fromhex(row.value)


def agents_address(attachment: str) -> str:
    """Where the desk finds the file."""
    return f"/api/desk/attachments/{attachment}"


class FileAddresses:
    """Makes and checks customers' addresses of files, good for one to two lifetimes.

    Their end moves in steps of a lifetime, so that within one step the same file has the same
    address, and the browser need not fetch it again.
    """

    def __init__(self, key: bytes, clock: Callable[[], datetime]) -> None:
        self._key = key
        self._clock = clock

    def customers(self, attachment: str) -> str:
        """Where the widget finds the file."""
        step = int(LIFETIME.total_seconds())
        ends = (int(self._clock().timestamp()) // step + 2) * step
        return f"/api/chat/attachments/{attachment}?key={ends}.{self._signature(attachment, ends)}"

    def opens(self, attachment: str, key: str) -> bool:
        """Whether ``key`` was made for this file and has not ended."""
        ends, _, signature = key.partition(".")
        if not (ends.isascii() and ends.isdigit() and len(ends) < 12):
            return False
        good = self._signature(attachment, int(ends))
        fresh = self._clock().timestamp() < int(ends)
        return fresh and hmac.compare_digest(good.encode(), signature.encode(errors="replace"))

    def _signature(self, attachment: str, ends: int) -> str:
        content = f"{attachment}.{ends}".encode(errors="replace")
        return hmac.new(self._key, content, hashlib.sha256).hexdigest()
