"""Imported conversations as they came, encrypted, where the operator wants them kept.

AES-256-GCM with a key that lies in a file of the home and never in the database, so that a copy of
the database alone tells nothing. Each is bound to its conversation: one put in another's place
cannot be opened.
"""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import Session

from bot.content.transcript_json import content_of, transcript_from_json
from bot.store import Database
from bot.store.tables import OriginalRow
from knowledge import Transcript

_KEY_BYTES = 32
_NONCE_BYTES = 12


class OriginalError(Exception):
    """An original cannot be kept or read; the message says why and what to do."""


class Originals:
    """Seals and opens originals with the key in ``key_file``."""

    def __init__(self, key_file: Path) -> None:
        self._key_file = key_file

    def prepare(self) -> None:
        """Make the key, readable by its owner only, where there is none yet.

        Raises:
            OriginalError: there is a file, and it is no key.
        """
        try:
            handle = os.open(self._key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            self._cipher()
            return
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())

    def keep(self, session: Session, key: str, transcript: Transcript) -> None:
        """Store the transcript as it came, in place of an earlier one of this key."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        data, bound = (
            content_of(transcript).encode(errors="surrogatepass"),
            key.encode(errors="surrogatepass"),
        )
        sealed = nonce + self._cipher().encrypt(nonce, data, bound)
        session.merge(OriginalRow(transcript_key=key, sealed=sealed))

    def read(self, database: Database, key: str) -> Transcript:
        """The original of the conversation ``key``.

        Raises:
            OriginalError: none was kept, or it cannot be opened.
        """
        with database.read() as session:
            row = session.get(OriginalRow, key)
        if row is None:
            raise OriginalError(
                f"no original of {key!r} was kept; a conversation is named SOURCE:ID, and "
                "`keep_originals: true` keeps those of later imports"
            )
        return self.open(row)

    def open(self, row: OriginalRow) -> Transcript:
        """The conversation in ``row``.

        Raises:
            OriginalError: the key is missing, or not the one that sealed it.
        """
        nonce, data = row.sealed[:_NONCE_BYTES], row.sealed[_NONCE_BYTES:]
        bound = row.transcript_key.encode(errors="surrogatepass")
        try:
            text = self._cipher().decrypt(nonce, data, bound)
        except InvalidTag as error:
            raise OriginalError(
                f"{self._key_file} is not the key that sealed {row.transcript_key!r}, or it was "
                "tampered with; put the right key back"
            ) from error
        return transcript_from_json(json.loads(text.decode(errors="surrogatepass")))

    def _cipher(self) -> AESGCM:
        try:
            key = bytes.fromhex(self._key_file.read_text(encoding="ascii"))
        except FileNotFoundError as error:
            raise OriginalError(
                f"{self._key_file} is missing, and originals cannot be opened without it; put it "
                "back from where you keep it"
            ) from error
        except ValueError as error:
            raise OriginalError(f"{self._key_file} holds no key; put the right one back") from error
        if len(key) != _KEY_BYTES:
            raise OriginalError(f"{self._key_file} holds no key; put the right one back")
        return AESGCM(key)
