"""Writing the forked encoder, and other networks that read one text, as int8 ONNX graphs.

The graph takes texts of one length, so without padding, and gives every output in one pass. Dynamic
int8 quantisation per channel: the weights of the search path quantise to the same numbers whatever
stands beside them, so the search vectors of single texts survive a training bit for bit.
"""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from training.forked import ForkedEncoder, search_path_digest

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor
    from torch.nn import Module

    from training.base_model import BaseModel

QUANTISATION = "int8 dynamic per channel"
_OPSET = 17


def write_encoder(encoder: ForkedEncoder, base: BaseModel, path: Path) -> str:
    """Write the graph to ``path`` and return the encoder's id, which the graph carries too."""
    import torch

    encoder_id = search_path_digest(encoder, base, QUANTISATION)
    names = ["search"] if encoder.intent_top is None else ["search", "intent"]
    inputs = {"input_ids": torch.ones(1, 8, dtype=torch.long)}
    properties = {
        "encoder_id": encoder_id,
        "dimension": str(int(base.encoder.config.hidden_size)),
        "max_tokens": str(base.max_tokens),
        "unknown_token": str(unknown_token(base.tokenizer)),
    }
    write_graph(encoder, inputs, names, properties, path)
    return encoder_id


def unknown_token(tokenizer: Tokenizer) -> int:
    """Return the id that the tokenizer gives to what it cannot read, -1 where there is none."""
    for token in ("[UNK]", "<unk>"):
        number = tokenizer.token_to_id(token)
        if number is not None:
            return int(number)
    return -1


def write_graph(
    module: Module,
    inputs: Mapping[str, Tensor],
    outputs: Sequence[str],
    properties: Mapping[str, str],
    path: Path,
) -> None:
    """Write ``module`` as an int8 graph that carries ``properties``.

    ``inputs`` are an example, each of shape (texts, tokens); either may be any number later.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        plain, quantised = Path(folder, "plain.onnx"), Path(folder, "int8.onnx")
        _trace(module, inputs, outputs, plain)
        with _quiet_root_logger():
            quantize_dynamic(plain, quantised, per_channel=True, weight_type=QuantType.QInt8)
        model = onnx.load(quantised)
    onnx.helper.set_model_props(model, dict(properties))
    onnx.save(model, path)


def _trace(
    module: Module, inputs: Mapping[str, Tensor], outputs: Sequence[str], path: Path
) -> None:
    import torch

    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.to("cpu").eval(),
            tuple(inputs.values()),
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in inputs},
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
