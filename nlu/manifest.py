"""The manifest of a model directory: the SHA-256 of every file in it.

Writing it is the last act of an export, checking it the first act of opening. It knows file names
and bytes, not what they mean.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from nlu.errors import DamagedModelError, OutdatedModelError

MANIFEST = "manifest.json"
REQUIRED = (
    "calibration.json",
    "config.json",
    "encoder.onnx",
    "head.safetensors",
    "labels.json",
    "metrics.json",
    "model.safetensors",
    "tokenizer.json",
    "training.json",
)
_FORMAT = 1


def write_manifest(directory: Path, required: Sequence[str] = REQUIRED) -> None:
    """Write the digests of every file in ``directory``, all that are ``required`` among them."""
    files = {
        path.relative_to(directory).as_posix(): file_digest(path)
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    _check_names(directory, files, required)
    document = json.dumps({"format": _FORMAT, "files": files}, indent=2, sort_keys=True)
    (directory / MANIFEST).write_text(document + "\n", encoding="utf-8")


def verify_manifest(directory: Path, required: Sequence[str] = REQUIRED) -> str:
    """Check every file against the manifest and return the model's id, a digest of the manifest.

    Raises DamagedModelError for a missing manifest or file, or for other content than exported;
    OutdatedModelError for a manifest of another version.
    """
    path = directory / MANIFEST
    try:
        raw = path.read_bytes()
        _check_format(directory, raw)
        files = _parse(raw)
    except FileNotFoundError:
        raise DamagedModelError(directory, f"there is no {MANIFEST}, so no whole model") from None
    except (ValueError, OSError, RecursionError) as error:
        raise DamagedModelError(directory, f"{MANIFEST} cannot be read ({error})") from None
    _check_names(directory, files, required)
    for name, digest in files.items():
        _check_file(directory, name, digest)
    return _id_of(raw)


def _check_format(directory: Path, raw: bytes) -> None:
    document = json.loads(raw)
    found = document.get("format") if isinstance(document, dict) else None
    if type(found) is int and found != _FORMAT:
        raise OutdatedModelError(directory, f"{MANIFEST} has the format {found}, not {_FORMAT}")


def _check_file(directory: Path, name: str, digest: str) -> None:
    try:
        if not (directory / name).is_file():
            raise DamagedModelError(directory, f"{name} is missing")
        if file_digest(directory / name) != digest:
            raise DamagedModelError(directory, f"{name} differs from what was exported")
    except OSError as error:
        raise DamagedModelError(directory, f"{name[:100]} cannot be read ({error})") from None


def manifest_id(directory: Path) -> str | None:
    """Return the id of the model that ``directory`` says it holds, None where it says nothing."""
    try:
        return _id_of((directory / MANIFEST).read_bytes())
    except OSError:
        return None


def listed_files(directory: Path) -> frozenset[str]:
    """Return the names that a verified manifest lists; what else lies there was not exported."""
    return frozenset(_parse((directory / MANIFEST).read_bytes()))


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _id_of(manifest: bytes) -> str:
    return hashlib.sha256(manifest).hexdigest()[:16]


def _parse(raw: bytes) -> Mapping[str, str]:
    document = json.loads(raw)
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise ValueError(f"its format is not {_FORMAT}")
    files = document.get("files")
    if not isinstance(files, dict):
        raise ValueError("it lists no files")
    for name, digest in files.items():
        if Path(name).is_absolute() or ".." in Path(name).parts or not isinstance(digest, str):
            raise ValueError(f"it lists {name!r}")
    return files


def _check_names(directory: Path, files: Mapping[str, str], required: Sequence[str]) -> None:
    if absent := [name for name in required if name not in files]:
        raise DamagedModelError(directory, f"{', '.join(absent)} is not in it")
