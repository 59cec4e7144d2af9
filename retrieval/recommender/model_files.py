"""The files of a ranking model: towers as safetensors, weights as JSON, digests in the manifest.

A directory that is not what was written is refused.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from retrieval.errors import DamagedRankingError
from retrieval.recommender.ranking_model import SOURCES, RankingModel
from retrieval.recommender.text_tower import READ, TextTower

TENSORS, RECORD, MANIFEST = "towers.safetensors", "ranking.json", "manifest.json"
_FORMAT = 1


def write_ranking_files(directory: Path, model: RankingModel, **more: Any) -> None:
    """Write the model into ``directory``: ``more`` as JSON files so named, the manifest last."""
    towers = model.towers
    tensors = {
        "reading": towers.reading,
        "offering": towers.offering,
        "loudness": towers.loudness,
    }
    arrays = {name: np.ascontiguousarray(each, np.float32) for name, each in tensors.items()}
    save_file(arrays, directory / TENSORS)
    record = {
        "encoder_id": model.encoder_id,
        "weights": dict(zip(SOURCES, map(float, model.weights), strict=True)),
        "opening": dict(zip(SOURCES, map(float, model.opening), strict=True)),
        "half_life_days": model.half_life_days,
    }
    for name, document in {"ranking": record, **more}.items():
        _write_json(directory / f"{name}.json", document)
    files = {
        path.name: _digest(path) for path in sorted(directory.iterdir()) if path.name != MANIFEST
    }
    _write_json(directory / MANIFEST, {"format": _FORMAT, "task": "ranking", "files": files})


def open_ranking_model(directory: Path) -> RankingModel:
    """Verify and load a ranking model.

    Raises DamagedRankingError where a file is missing, altered, or not what its name says, and for
    a model of another task.
    """
    try:
        raw = (directory / MANIFEST).read_bytes()
        manifest = json.loads(raw)
        if manifest.get("format") != _FORMAT or manifest.get("task") != "ranking":
            raise DamagedRankingError(directory, "it is no ranking model of this version")
        for name in {TENSORS, RECORD} | manifest["files"].keys():
            _check(directory, name, manifest["files"].get(name))
        return _read(directory, hashlib.sha256(raw).hexdigest()[:16])
    except DamagedRankingError:
        raise
    except FileNotFoundError as error:
        raise DamagedRankingError(directory, f"{Path(error.filename).name} is missing") from None
    except Exception as error:  # safetensors, json and numpy share no narrower one
        raise DamagedRankingError(directory, f"its files do not fit ({error})") from error


def _read(directory: Path, model_id: str) -> RankingModel:
    tensors = load_file(directory / TENSORS)
    record = json.loads((directory / RECORD).read_text("utf-8"))
    towers = TextTower(tensors["reading"], tensors["offering"], tensors["loudness"])
    weights, opening = (
        np.array([float(record[part][name]) for name in SOURCES]) for part in ("weights", "opening")
    )
    half_life = float(record["half_life_days"])
    fits = towers.reading.shape == towers.offering.shape and towers.loudness.shape == (READ,)
    numbers = [
        *weights,
        *opening,
        half_life,
        *(float(np.abs(each).max()) for each in tensors.values()),
    ]
    if not fits or towers.reading.ndim != 2 or not np.isfinite(numbers).all() or half_life <= 0:
        raise DamagedRankingError(directory, "its towers or weights do not fit together")
    return RankingModel(str(record["encoder_id"]), towers, weights, opening, half_life, model_id)


def _check(directory: Path, name: str, digest: str | None) -> None:
    if digest is None or Path(name).name != name:
        raise DamagedRankingError(directory, f"{name[:100]} is not rightly in its manifest")
    if _digest(directory / name) != digest:
        raise DamagedRankingError(directory, f"{name} differs from what was written")


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write_json(path: Path, document: Any) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
