"""Writing the forked encoder as an int8 ONNX graph.

The graph takes one text without padding and gives every output in one pass. Dynamic int8
quantisation per channel: the weights of the search path quantise to the same numbers whatever
stands beside them, so search vectors survive a training bit for bit.
"""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from training.forked import ForkedEncoder, search_path_digest

if TYPE_CHECKING:
    from training.base_model import BaseModel

QUANTISATION = "int8 dynamic per channel"
_OPSET = 17


def write_encoder(encoder: ForkedEncoder, base: BaseModel, path: Path) -> str:
    """Write the graph to ``path`` and return the encoder's id, which the graph carries too."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    encoder_id = search_path_digest(encoder, base, QUANTISATION)
    with tempfile.TemporaryDirectory() as folder:
        plain, quantised = Path(folder, "plain.onnx"), Path(folder, "int8.onnx")
        _trace(encoder, plain)
        with _quiet_root_logger():
            quantize_dynamic(plain, quantised, per_channel=True, weight_type=QuantType.QInt8)
        model = onnx.load(quantised)
    onnx.helper.set_model_props(
        model,
        {
            "encoder_id": encoder_id,
            "dimension": str(int(base.encoder.config.hidden_size)),
            "max_tokens": str(base.max_tokens),
            "unknown_token": str(unknown_token(base)),
        },
    )
    onnx.save(model, path)
    return encoder_id


def unknown_token(base: BaseModel) -> int:
    """Return the id that the tokenizer gives to what it cannot read, -1 where there is none."""
    for token in ("[UNK]", "<unk>"):
        number = base.tokenizer.token_to_id(token)
        if number is not None:
            return int(number)
    return -1


def _trace(encoder: ForkedEncoder, path: Path) -> None:
    import torch

    names = ["search"] if encoder.intent_top is None else ["search", "intent"]
    encoder = encoder.to("cpu").eval()
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            encoder,
            (torch.ones(1, 8, dtype=torch.long),),
            str(path),
            input_names=["input_ids"],
            output_names=names,
            dynamic_axes={"input_ids": {1: "tokens"}},
            opset_version=_OPSET,
            dynamo=False,
        )


@contextmanager
def _quiet_root_logger() -> Iterator[None]:
    """The quantiser logs advice for its own command line through the root logger."""
    logger = logging.getLogger()
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
