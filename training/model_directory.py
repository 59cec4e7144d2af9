"""Writing a model directory: every file, then the manifest, then one rename.

Until the rename nothing stands at the directory's place, so an interrupted training or export
leaves no half model behind.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors.numpy import save_file

from nlu.calibration import Calibration
from nlu.head import Head
from nlu.labels import Labels
from nlu.manifest import MANIFEST, write_manifest
from training.errors import TrainingError
from training.onnx_export import QUANTISATION, write_encoder

if TYPE_CHECKING:
    from training.base_model import BaseModel
    from training.forked import ForkedEncoder

_LIBRARIES = (
    "accelerate",
    "numpy",
    "onnx",
    "onnxruntime",
    "safetensors",
    "scikit-learn",
    "tokenizers",
    "torch",
    "transformers",
)


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """What a model directory says beyond its encoder. ``head`` is None in a base encoder."""

    labels: Labels
    head: Head | None
    calibration: Calibration
    metrics: Mapping[str, Any]
    training: Mapping[str, Any]


def export_base(out: Path, base_model: Path | None = None) -> None:
    """Write a model directory without intents from a base encoder (the bundled one for None).

    Raises UnsupportedBaseModelError for a base model that cannot be used, TrainingError where
    ``out`` holds something that is no model directory.
    """
    from training.base_model import load_base_model
    from training.forked import ForkedEncoder

    check_replaceable(out)
    base = load_base_model(base_model)
    with new_directory(out) as folder:
        encoder_id = write_encoder_files(folder, base, ForkedEncoder(base, with_intents=False))
        described = {"base_model": base.name, "encoder_id": encoder_id}
        write_readings(folder, Readings(Labels("intent", ()), None, Calibration(), {}, described))


def write_encoder_files(folder: Path, base: BaseModel, encoder: ForkedEncoder) -> str:
    """Write the graph, the tokenizer and the weights; return the encoder's id.

    The base stays in transformers' own layout, so that the directory is a base model too.
    """
    encoder_id = write_encoder(encoder, base, folder / "encoder.onnx")
    (folder / "tokenizer.json").write_text(base.tokenizer.to_str(), encoding="utf-8")
    _write_json(folder / "config.json", base.encoder.config.to_dict() | {"dtype": "float32"})
    _write_json(folder / "pooling.json", {"pooling_mode_cls_token": base.pooling == "cls"})
    weights = _arrays("", base.encoder)
    if encoder.intent_top is not None:
        weights |= _arrays("intent_top.", encoder.intent_top)
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    return encoder_id


def write_readings(folder: Path, readings: Readings) -> None:
    """Write head, labels, calibration, metrics and training record, and the manifest last."""
    tensors = readings.head.to_tensors() if readings.head else {"none": np.zeros(0, np.float32)}
    save_file(tensors, folder / "head.safetensors")
    _write_json(folder / "labels.json", readings.labels.to_json())
    _write_json(folder / "calibration.json", readings.calibration.to_json())
    _write_json(folder / "metrics.json", readings.metrics)
    versions = {"libraries": _library_versions(), "quantisation": QUANTISATION}
    _write_json(folder / "training.json", versions | dict(readings.training))
    write_manifest(folder)


@contextmanager
def new_directory(out: Path) -> Iterator[Path]:
    """Give a temporary folder beside ``out`` that takes its place when the block succeeds.

    An interruption or an error leaves what stood at ``out``.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    replaced = folder.with_name(f"{folder.name}-replaced")
    try:
        yield folder
        _open_to_readers(folder)
        if out.exists():
            out.rename(replaced)
        folder.rename(out)
    finally:
        if replaced.exists() and not out.exists():
            replaced.rename(out)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(replaced, ignore_errors=True)


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


def _arrays(prefix: str, module: Any) -> dict[str, np.ndarray]:
    return {
        prefix + name: tensor.detach().float().cpu().contiguous().numpy()
        for name, tensor in module.state_dict().items()
    }


def _write_json(path: Path, document: Any) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def _library_versions() -> dict[str, str]:
    return {name: version(name) for name in _LIBRARIES}
