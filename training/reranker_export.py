"""Writing a cross-encoder as an int8 ONNX graph that reads one pair without padding.

It takes a folder as transformers writes it, with a classifier of one output, and trains nothing.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from nlu.manifest import write_manifest
from nlu.reranker import RERANKER_FILES
from training.base_model import load_tokenizer, position_offset, quiet_transformers
from training.errors import UnsupportedBaseModelError
from training.model_directory import check_replaceable, new_directory
from training.onnx_export import unknown_token, write_graph

_LONGEST = 256
"""Tokens of a question and a passage; what is longer is cut."""


class _Fit(nn.Module):
    """The classifier's one number, (1, 1)."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, token_type_ids: Tensor | None = None) -> Tensor:
        typed = {} if token_type_ids is None else {"token_type_ids": token_type_ids}
        fit: Tensor = self.model(input_ids=input_ids, **typed).logits
        return fit


def export_reranker(source: Path, out: Path) -> None:
    """Write the directory that ``nlu.Reranker`` opens.

    Raises UnsupportedBaseModelError where ``source`` is no such cross-encoder, TrainingError where
    ``out`` holds something that is no model directory.
    """
    check_replaceable(out)
    model = _load(source)
    tokenizer = load_tokenizer(source)
    positions = int(model.config.max_position_embeddings) - position_offset(model.base_model)
    properties = {
        "max_tokens": str(min(_LONGEST, positions)),
        "unknown_token": str(unknown_token(tokenizer)),
    }
    names = ["input_ids"]
    if "token_type_ids" in inspect.signature(model.forward).parameters:
        names.append("token_type_ids")
    inputs = {name: torch.zeros(1, 8, dtype=torch.long) for name in names}
    with new_directory(out) as folder:
        write_graph(_Fit(model), inputs, ["fit"], properties, folder / "reranker.onnx")
        (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
        write_manifest(folder, RERANKER_FILES)


def _load(source: Path) -> Any:
    from transformers import AutoModelForSequenceClassification

    for name in ("config.json", "tokenizer.json"):
        if not (source / name).is_file():
            raise UnsupportedBaseModelError(
                f"{source}: there is no {name}; a cross-encoder is a folder as transformers' "
                "save_pretrained writes it, with a fast tokenizer"
            )
    try:
        with quiet_transformers():
            model, loading = AutoModelForSequenceClassification.from_pretrained(
                source,
                local_files_only=True,
                attn_implementation="eager",
                dtype="float32",
                output_loading_info=True,
            )
    except (OSError, ValueError) as error:
        raise UnsupportedBaseModelError(f"{source}: {error}") from None
    if loading["missing_keys"]:
        raise UnsupportedBaseModelError(
            f"{source}: is an encoder without a classifier; a cross-encoder was trained with one"
        )
    if model.config.num_labels != 1:
        raise UnsupportedBaseModelError(
            f"{source}: tells {model.config.num_labels} classes apart; a cross-encoder that ranks "
            "gives one number"
        )
    return model.eval()
