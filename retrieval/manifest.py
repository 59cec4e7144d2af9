"""The manifest of an index directory: what it holds, and the size and SHA-256 of every file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from retrieval.errors import DamagedIndexError
from retrieval.fusion import Fusion

_NAME = "manifest.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """``encoder`` names what made the vectors; ``average_terms`` is BM25's average length."""

    encoder: str
    passages: int
    dimension: int
    average_terms: float
    fusion: Fusion


def write_manifest(directory: Path, manifest: Manifest) -> None:
    """Writes the manifest over the files that stand in the directory now."""
    files = {
        str(path.relative_to(directory)): [path.stat().st_size, _digest(path)]
        for path in _files(directory)
    }
    content = {
        "format": _FORMAT,
        "encoder": manifest.encoder,
        "passages": manifest.passages,
        "dimension": manifest.dimension,
        "average_terms": manifest.average_terms,
        "fusion": manifest.fusion.to_json(),
        "files": files,
    }
    (directory / _NAME).write_text(json.dumps(content, indent=2, ensure_ascii=False), "utf-8")


def read_manifest(directory: Path, *, thorough: bool) -> Manifest:
    """Reads the manifest and checks that every file is there in its size, or in its SHA-256 too.

    Raises ``DamagedIndexError``.
    """
    path = directory / _NAME
    if not path.is_file():
        raise DamagedIndexError(directory, f"it has no {_NAME}")
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["format"] != _FORMAT:
            raise DamagedIndexError(directory, f"its format is {content['format']}, not {_FORMAT}")
        manifest = Manifest(
            encoder=content["encoder"],
            passages=content["passages"],
            dimension=content["dimension"],
            average_terms=content["average_terms"],
            fusion=Fusion(**content["fusion"]),
        )
        files: dict[str, tuple[int, str]] = content["files"]
        for name, (size, digest) in files.items():
            _check(directory, name, size, digest if thorough else None)
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedIndexError(directory, f"its {_NAME} cannot be read: {error}") from error
    return manifest


def _check(directory: Path, name: str, size: int, digest: str | None) -> None:
    path = directory / name
    if not path.is_file():
        raise DamagedIndexError(directory, f"{name} is missing")
    if path.stat().st_size != size:
        raise DamagedIndexError(directory, f"{name} has {path.stat().st_size} bytes, not {size}")
    if digest is not None and _digest(path) != digest:
        raise DamagedIndexError(directory, f"{name} is not the file that was written")


def _files(directory: Path) -> list[Path]:
    """All files but locks, which tantivy leaves and may make anew."""
    return sorted(
        path
        for path in directory.rglob("*")
        if path.is_file() and path.suffix != ".lock" and path.name != _NAME
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
