"""The forked encoder: shared lower layers, the original top for search, a copy tuned for intents.

The lower layers and the original top are never trained, so however often the intents are learned
anew, the search vectors stay as they were.
"""

from __future__ import annotations

import copy
import hashlib
import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from training.base_model import BaseModel
    from training.settings import TrainingSettings


def tuned_layers_of(layers: int, settings: TrainingSettings, *, plenty: bool = False) -> int:
    """Return how many of an encoder's ``layers`` are tuned, by ``plenty`` of texts or by few."""
    if settings.tuned_layers is not None:
        return min(settings.tuned_layers, layers)
    if settings.task == "sentiment":
        return layers
    return max(1, layers // 2) if plenty else top_third(layers)


def top_third(layers: int) -> int:
    """Return a third of the layers, at least one."""
    return max(1, math.ceil(layers / 3))


class ForkedEncoder(nn.Module):
    """``lower`` and ``search_top`` are frozen, ``intent_top`` (absent in a base encoder) learns."""

    def __init__(
        self, base: BaseModel, *, with_intents: bool, tuned_layers: int | None = None
    ) -> None:
        """Fork ``tuned_layers`` from the top, a third of the layers for None."""
        super().__init__()
        layers = list(base.encoder.encoder.layer)
        tuned = top_third(len(layers)) if tuned_layers is None else tuned_layers
        self.pooling = base.pooling
        self.embeddings = base.encoder.embeddings
        self.lower = nn.ModuleList(layers[:-tuned])
        self.search_top = nn.ModuleList(layers[-tuned:])
        self.requires_grad_(False)
        self.intent_top: nn.ModuleList | None = None
        if with_intents:
            self.intent_top = copy.deepcopy(self.search_top)
            self.intent_top.requires_grad_(True)

    @property
    def step_share(self) -> float:
        """What part of a step each tuned layer takes: the less, the more beyond a third learn."""
        tuned = len(self.search_top)
        return min(1.0, top_third(len(self.lower) + tuned) / tuned)

    def shared(self, input_ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return the activations below the fork, (batch, tokens, dimension)."""
        hidden: Tensor = self.embeddings(input_ids=input_ids)
        return self._run(self.lower, hidden, mask)

    def search(self, shared: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return normalised search vectors, (batch, dimension)."""
        return self._pool(self._run(self.search_top, shared, mask), mask)

    def intent(self, shared: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return normalised intent features, (batch, dimension)."""
        return self._pool(self.intent_states(shared, mask), mask)

    def intent_states(self, shared: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return what the tuned layers make of every token, (batch, tokens, dimension)."""
        assert self.intent_top is not None, "this encoder was forked without intents"
        return self._run(self.intent_top, shared, mask)

    def forward(self, input_ids: Tensor) -> tuple[Tensor, ...]:
        """The exported graph: one text without padding in, each output once out."""
        shared = self.shared(input_ids)
        if self.intent_top is None:
            return (self.search(shared),)
        return self.search(shared), self.intent(shared)

    def _run(self, layers: nn.ModuleList, hidden: Tensor, mask: Tensor | None) -> Tensor:
        bias = None
        if mask is not None:
            bias = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * torch.finfo(hidden.dtype).min
        for layer in layers:
            hidden = layer(hidden, attention_mask=bias)
        return hidden

    def _pool(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        if self.pooling == "cls":
            pooled = hidden[:, 0]
        elif mask is None:
            pooled = hidden.mean(dim=1)
        else:
            weights = mask[:, :, None].to(hidden.dtype)
            pooled = (hidden * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1.0)
        return nn.functional.normalize(pooled.float(), dim=-1)


def search_path_digest(encoder: ForkedEncoder, base: BaseModel, quantisation: str) -> str:
    """Return the encoder's id: a digest of all that a search vector depends on.

    It is the same wherever the encoder is forked: the layers are named as if by a third.
    """
    settings = f"{base.pooling}\n{base.max_tokens}\n{quantisation}\n{base.tokenizer.to_str()}"
    digest = hashlib.sha256(settings.encode())
    layers = [*encoder.lower, *encoder.search_top]
    third = top_third(len(layers))
    lower, top = nn.ModuleList(layers[:-third]), nn.ModuleList(layers[-third:])
    for part in (encoder.embeddings, lower, top):
        for name, tensor in sorted(part.state_dict().items()):
            digest.update(name.encode())
            digest.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:16]
