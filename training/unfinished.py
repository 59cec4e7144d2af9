"""What an interrupted training leaves behind, so that running it again goes on from there.

One folder for one training: the same data, settings and base model find it again, others never
do. It is removed when the training is done. Tensors are read back without unpickling code.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

_PREFIX = ".unfinished-"
_KEPT_SECONDS = 7 * 24 * 3600.0
EVERY_SECONDS = 20.0

_log = logging.getLogger(__name__)


class Bookmark:
    """The place of one tuning: a file that is replaced whole, at most every 20 seconds."""

    def __init__(self, path: Path | None) -> None:
        """Keep nothing where ``path`` is None."""
        self._path = path
        self._last = time.monotonic()

    def put(self, state: Mapping[str, Any], *, finished: bool = False) -> None:
        """Store ``state`` unless that was done moments ago; a ``finished`` one always."""
        if self._path is None or not (finished or time.monotonic() - self._last >= EVERY_SECONDS):
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        torch.save(dict(state), beside)
        beside.replace(self._path)
        self._last = time.monotonic()

    def take(self) -> dict[str, Any] | None:
        """Return what was stored last, None where there is nothing that can be read."""
        if self._path is None or not self._path.is_file():
            return None
        try:
            state: dict[str, Any] = torch.load(self._path, map_location="cpu", weights_only=True)
        except Exception as error:  # a damaged file costs time, nothing else
            _log.warning("%s cannot be read (%s); this part starts anew", self._path, error)
            return None
        return state


class Unfinished:
    """The folder of one training beside the model directory that it will become."""

    def __init__(self, out: Path, key: Mapping[str, Any]) -> None:
        """``key`` holds, as plain JSON values, all that the result depends on."""
        text = json.dumps(key, sort_keys=True, default=str)
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        self._folder = out.parent / f"{_PREFIX}{digest}"
        _remove_old(out.parent)

    def bookmark(self, name: str) -> Bookmark:
        """Return the place of the part called ``name``."""
        return Bookmark(self._folder / f"{name}.pt")

    def remove(self) -> None:
        """Forget everything: the training is done."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _remove_old(parent: Path) -> None:
    """Remove what nobody went on with for a week."""
    for folder in parent.glob(f"{_PREFIX}*"):
        if time.time() - folder.stat().st_mtime > _KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
