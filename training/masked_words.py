"""Masked words: what the tuned layers learn from messages that nobody has labelled.

Beside every batch of labelled texts they read as many messages with some words hidden, and are to
say which those were (Devlin et al. 2019). The frozen layers and the words' own vectors stay as they
are; the small head that says the words is dropped in the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from training.activations import token_ids
from training.errors import TrainingError, UnsupportedBaseModelError

if TYPE_CHECKING:
    from accelerate import Accelerator

    from training.base_model import BaseModel
    from training.forked import ForkedEncoder

FEWEST = 100
"""Fewer different messages say too little about a company's words."""
_HIDDEN_SHARE = 0.15
_MASKS = ("[MASK]", "<mask>")


def check_messages(messages: Sequence[str]) -> None:
    """Raise TrainingError for fewer than 100 messages."""
    if len(messages) < FEWEST:
        raise TrainingError(
            f"{len(messages)} different customer messages are too few to adapt to; "
            f"at least {FEWEST} are needed, and some thousand are better"
        )


@dataclass(frozen=True, slots=True, eq=False)
class MaskedBatch:
    """``ids`` (n, tokens) with words hidden, the ``mask`` of what is text, where words are
    ``hidden`` (n, tokens), and which ones (hidden,)."""

    ids: Tensor
    mask: Tensor
    hidden: Tensor
    words: Tensor


class Messages:
    """Messages as token ids, of which any few can be had with words hidden."""

    def __init__(self, base: BaseModel, messages: Sequence[str], max_tokens: int) -> None:
        """Raises UnsupportedBaseModelError where the vocabulary has no word for what is hidden."""
        found = (base.tokenizer.token_to_id(each) for each in _MASKS)
        mask_id = next((each for each in found if each is not None), None)
        if mask_id is None:
            raise UnsupportedBaseModelError(
                f"{base.name}: its vocabulary has neither {' nor '.join(_MASKS)}, so it cannot "
                "learn from messages without labels; leave --adapt out"
            )
        self._mask_id = mask_id
        self._tokens = [
            np.array(ids, dtype=np.int64) for ids in token_ids(base.tokenizer, messages, max_tokens)
        ]

    def some(self, count: int, rng: np.random.Generator) -> MaskedBatch:
        """Return ``count`` messages drawn by ``rng``, in each of which a word at least is hidden.

        The first and the last token are marks of the tokenizer's and are never hidden.
        """
        chosen = [self._tokens[index] for index in rng.integers(len(self._tokens), size=count)]
        longest = max(len(ids) for ids in chosen)
        ids = np.zeros((count, longest), dtype=np.int64)
        mask = np.zeros((count, longest), dtype=np.bool_)
        hidden = np.zeros((count, longest), dtype=np.bool_)
        for row, tokens in enumerate(chosen):
            ids[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = True
            hidden[row, 1 : len(tokens) - 1] = rng.random(len(tokens) - 2) < _HIDDEN_SHARE
            if len(tokens) > 2 and not hidden[row].any():
                hidden[row, 1 + rng.integers(len(tokens) - 2)] = True
        words = ids[hidden]
        return MaskedBatch(
            torch.from_numpy(np.where(hidden, self._mask_id, ids)),
            torch.from_numpy(mask),
            torch.from_numpy(hidden),
            torch.from_numpy(words),
        )


class WordHead(nn.Module):
    """Says the hidden words from what the tuned layers make of their surroundings."""

    def __init__(self, encoder: ForkedEncoder, width: int) -> None:
        """``width`` is what the tuned layers give for each token."""
        super().__init__()
        vectors = encoder.embeddings.word_embeddings.weight
        self.transform = nn.Linear(width, vectors.shape[1])
        self.normalise = nn.LayerNorm(vectors.shape[1])
        self.bias = nn.Parameter(torch.zeros(len(vectors)))
        nn.init.eye_(self.transform.weight)
        nn.init.zeros_(self.transform.bias)

    def loss(self, encoder: ForkedEncoder, batch: MaskedBatch, accelerator: Accelerator) -> Tensor:
        """Return the mean cross-entropy of the hidden words, 0 where none is hidden."""
        device = accelerator.device
        hidden = batch.hidden.to(device)
        if not len(batch.words):
            return torch.zeros((), device=device)
        mask = batch.mask.to(device)
        with accelerator.autocast():
            with torch.no_grad():
                shared = encoder.shared(batch.ids.to(device), mask)
            states = encoder.intent_states(shared, mask)[hidden]
        said = self.normalise(nn.functional.gelu(self.transform(states.float())))
        vectors = encoder.embeddings.word_embeddings.weight
        with accelerator.autocast():
            logits = said @ vectors.T
        return nn.functional.cross_entropy(logits.float() + self.bias, batch.words.to(device))
