"""Writing a model directory: every file, then the manifest, then one rename.

Until the rename nothing stands at the directory's place, so an interrupted training or export
leaves no half model behind.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors.numpy import save_file

from nlu.calibration import Calibration
from nlu.head import Head
from nlu.manifest import MANIFEST, write_manifest
from training.errors import TrainingError
from training.onnx_export import QUANTISATION, write_encoder

if TYPE_CHECKING:
    from training.base_model import BaseModel
    from training.forked import ForkedEncoder

_LIBRARIES = (
    "accelerate", "numpy", "onnx", "onnxruntime", "safetensors", "scikit-learn",
    "tokenizers", "torch", "transformers",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """All that a model directory says. ``head`` is None in a base encoder."""

    base: BaseModel
    encoder: ForkedEncoder
    labels: Sequence[str]
    head: Head | None
    calibration: Calibration
    metrics: dict[str, Any]
    training: dict[str, Any]


def export_base(out: Path, base_model: Path | None = None) -> None:
    """Write a model directory without intents from a base encoder (the bundled one for None).

    Raises UnsupportedBaseModelError for a base model that cannot be used, TrainingError where
    ``out`` holds something that is no model directory.
    """
    from training.base_model import load_base_model
    from training.forked import ForkedEncoder

    base = load_base_model(base_model)
    encoder = ForkedEncoder(base, with_intents=False)
    write_model(out, Export(base, encoder, (), None, Calibration(), {}, {}))


def write_model(out: Path, export: Export) -> None:
    """Write ``export`` to the directory ``out``, replacing a model directory that stands there."""
    with new_directory(out) as folder:
        encoder_id = write_encoder(export.encoder, export.base, folder / "encoder.onnx")
        _write_weights(folder, export)
        tensors = export.head.to_tensors() if export.head else {"empty": np.zeros(0, np.float32)}
        save_file(tensors, folder / "head.safetensors")
        _write_json(folder / "labels.json", list(export.labels))
        _write_json(folder / "calibration.json", export.calibration.to_json())
        _write_json(folder / "metrics.json", export.metrics)
        described = {
            "base_model": export.base.name,
            "encoder_id": encoder_id,
            "quantisation": QUANTISATION,
            "libraries": _library_versions(),
        }
        _write_json(folder / "training.json", described | export.training)
        write_manifest(folder)


@contextmanager
def new_directory(out: Path) -> Iterator[Path]:
    """Give a temporary folder beside ``out`` that takes its place when the block succeeds.

    Raises TrainingError before any work where ``out`` is a file or holds anything but a model.
    """
    check_replaceable(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield folder
        _open_to_readers(folder)
        if out.exists():
            shutil.rmtree(out)
        folder.rename(out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check_replaceable(out: Path) -> None:
    """Raise TrainingError unless ``out`` is free, empty, or a model directory."""
    if out.is_dir():
        if any(out.iterdir()) and not (out / MANIFEST).is_file():
            raise TrainingError(f"{out}: holds files that are no model; name another folder")
    elif out.exists():
        raise TrainingError(f"{out}: is a file; name a folder for the model")


def _open_to_readers(folder: Path) -> None:
    """Temporary folders and safetensors files are private to their writer; a model is not."""
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o644)


def _write_weights(folder: Path, export: Export) -> None:
    """Keep the base in transformers' own layout, so the directory serves as a base model too."""
    config = export.base.encoder.config.to_dict() | {"dtype": "float32"}
    _write_json(folder / "config.json", config)
    _write_json(folder / "pooling.json", {"pooling_mode_cls_token": export.base.pooling == "cls"})
    (folder / "tokenizer.json").write_text(export.base.tokenizer.to_str(), encoding="utf-8")
    weights = {
        name: tensor.detach().cpu().contiguous().numpy()
        for name, tensor in export.base.encoder.state_dict().items()
    }
    if export.encoder.intent_top is not None:
        weights |= {
            f"intent_top.{name}": tensor.detach().cpu().contiguous().numpy()
            for name, tensor in export.encoder.intent_top.state_dict().items()
        }
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def _write_json(path: Path, document: Any) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def _library_versions() -> dict[str, str | None]:
    def installed(name: str) -> str | None:
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    return {name: installed(name) for name in _LIBRARIES}
