"""What the frozen lower layers make of every text, computed once and kept in half precision.

The lower layers never change, so their output per text is the same in every epoch. Where the
machine has too little memory for all of it, it is computed anew for each batch.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

if TYPE_CHECKING:
    from accelerate import Accelerator
    from tokenizers import Tokenizer

    from nlu.head import Vector
    from training.forked import ForkedEncoder
    from training.threads import ThreadPace

_READ_BATCH = 64
_MEMORY_SHARE = 0.25


class Activations:
    """Gives the shared activations of any texts as a padded batch."""

    def __init__(
        self,
        encoder: ForkedEncoder,
        tokens: Sequence[Sequence[int]],
        accelerator: Accelerator,
        pace: ThreadPace,
        progress: Callable[[int, int], None],
        *,
        memory: int | None = None,
    ) -> None:
        """Compute the activations of all texts, given as token ids, where they fit in ``memory``.

        ``memory`` in bytes defaults to a quarter of what the machine has.
        """
        self._encoder = encoder
        self._tokens = [torch.tensor(ids, dtype=torch.long) for ids in tokens]
        self._accelerator = accelerator
        self.lengths = np.array([len(ids) for ids in tokens], dtype=np.int64)
        self._kept: list[Tensor] | None = None
        budget = _quarter_of_memory() if memory is None else memory
        width = encoder.embeddings.word_embeddings.weight.shape[1]
        if int(self.lengths.sum()) * width * 2 <= budget:
            self._kept = self._read_all(pace, progress)

    def __len__(self) -> int:
        return len(self._tokens)

    @property
    def cached(self) -> bool:
        """Whether the activations are held in memory."""
        return self._kept is not None

    def batch(self, indices: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        """Return activations (n, tokens, dimension) and mask (n, tokens) of the texts."""
        if self._kept is None:
            return self._compute(indices)
        parts = [self._kept[index] for index in indices]
        hidden = torch.nn.utils.rnn.pad_sequence(parts, batch_first=True)
        return hidden, self._mask(indices)

    def search_vectors(self, pace: ThreadPace) -> Vector:
        """Return the frozen search vectors (texts, dimension) of all texts."""
        width = int(self._encoder.embeddings.word_embeddings.weight.shape[1])
        vectors = np.empty((len(self), width), dtype=np.float32)
        for chosen in self._by_length():
            hidden, mask = self.batch(chosen)
            with pace.step(mask.numel()), torch.no_grad(), self._accelerator.autocast():
                vectors[chosen] = self._encoder.search(hidden, mask).float().cpu().numpy()
        return vectors

    def _by_length(self) -> Iterator[NDArray[np.int64]]:
        order = np.argsort(self.lengths, kind="stable")
        for start in range(0, len(order), _READ_BATCH):
            yield order[start : start + _READ_BATCH]

    def _read_all(self, pace: ThreadPace, progress: Callable[[int, int], None]) -> list[Tensor]:
        kept: list[Tensor] = [torch.empty(0)] * len(self)
        done = 0
        for chosen in self._by_length():
            with pace.step(float(self.lengths[chosen].sum())):
                hidden, _ = self._compute(chosen)
            for row, index in enumerate(chosen):
                kept[index] = hidden[row, : self.lengths[index]].to(torch.bfloat16, copy=True)
            done += len(chosen)
            progress(done, len(self))
        return kept

    @torch.no_grad()
    def _compute(self, indices: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        ids = torch.nn.utils.rnn.pad_sequence(
            [self._tokens[index] for index in indices], batch_first=True
        ).to(self._accelerator.device)
        mask = self._mask(indices)
        with self._accelerator.autocast():
            return self._encoder.shared(ids, mask), mask

    def _mask(self, indices: NDArray[np.int64]) -> Tensor:
        lengths = torch.as_tensor(self.lengths[indices])
        mask = torch.arange(int(lengths.max()))[None, :] < lengths[:, None]
        return mask.to(self._accelerator.device)


def token_ids(tokenizer: Tokenizer, texts: Sequence[str], max_tokens: int) -> list[list[int]]:
    """Return the token ids of each text, special ones included, cut to ``max_tokens``."""
    tokenizer.enable_truncation(max_tokens)
    try:
        return [encoded.ids for encoded in tokenizer.encode_batch(list(texts))]
    finally:
        tokenizer.no_truncation()


def _quarter_of_memory() -> int:
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return int(total * _MEMORY_SHARE)
