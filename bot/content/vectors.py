"""Vectors kept by text and encoder, so that what did not change is not encoded again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, select

from bot.store import Database
from bot.store.tables import VectorRow

Vector = NDArray[np.float32]
Encode = Callable[[str], Vector]
EncodeTogether = Callable[[Sequence[str]], NDArray[np.float32]]
BATCH = 500


class VectorCache:
    """Encodes through the database. ``encoder_id`` names the encoder whose vectors these are.

    ``together``, where given, encodes many texts at once instead, and sooner; see
    ``Model.encode_together``. Threads may share it where they may share these.
    """

    def __init__(
        self,
        database: Database,
        encoder_id: str,
        encode: Encode,
        together: EncodeTogether | None = None,
    ) -> None:
        self._database = database
        self._encoder_id = encoder_id
        self._encode = encode
        self._together = together

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of ``texts`` (n, d), L2-normalised; only unknown ones are encoded."""
        keys = [text_hash(text) for text in texts]
        known = self._load(set(keys))
        unknown = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        waiting = list(unknown.items())
        for start in range(0, len(waiting), BATCH):
            part = waiting[start : start + BATCH]
            encoded = self._encoded([text for _, text in part])
            fresh = dict(zip((key for key, _ in part), encoded, strict=True))
            self._store(fresh)
            known.update(fresh)
        if not keys:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([known[key] for key in keys])

    def _encoded(self, texts: Sequence[str]) -> Iterable[Vector]:
        return self._together(texts) if self._together else map(self._encode, texts)

    def _load(self, keys: Iterable[str]) -> dict[str, Vector]:
        wanted = sorted(keys)
        found: list[tuple[str, bytes]] = []
        with self._database.read() as session:
            for start in range(0, len(wanted), BATCH):
                found += session.exec(
                    select(VectorRow.text_hash, VectorRow.data).where(
                        VectorRow.encoder_id == self._encoder_id,
                        col(VectorRow.text_hash).in_(wanted[start : start + BATCH]),
                    )
                )
        if not found:
            return {}
        vectors = np.stack([np.frombuffer(data, dtype=np.float16) for _, data in found])
        vectors = vectors.astype(np.float32)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
        return dict(zip((key for key, _ in found), vectors, strict=True))

    def _store(self, vectors: dict[str, Vector]) -> None:
        """What another process stored meanwhile is the same, and stays."""
        if not vectors:
            return
        dialect = sqlite if self._database.engine.dialect.name == "sqlite" else postgresql
        rows = [
            {
                "encoder_id": self._encoder_id,
                "text_hash": key,
                "data": vector.astype(np.float16).tobytes(),
            }
            for key, vector in vectors.items()
        ]
        with self._database.write() as session:
            session.connection().execute(dialect.insert(VectorRow).on_conflict_do_nothing(), rows)


def text_hash(text: str) -> str:
    """Under which a text's vectors are kept."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
