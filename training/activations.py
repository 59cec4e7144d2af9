"""What the frozen lower layers make of every text, computed once and kept in half precision.

The lower layers never change, so their output per text is the same in every epoch. Where the
machine has too little memory for all of it, it is computed anew for each batch.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
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

_READ_BATCH = 64
_MEMORY_SHARE = 0.25
_KEPT = torch.bfloat16


class Activations:
    """Gives the shared activations of any texts as a padded batch."""

    def __init__(
        self,
        encoder: ForkedEncoder,
        tokens: Sequence[Sequence[int]],
        accelerator: Accelerator,
        readers: int,
        progress: Callable[[int, int], None],
        *,
        memory: int | None = None,
    ) -> None:
        """Compute the activations of all texts, given as token ids, where they fit in ``memory``.

        ``readers`` threads compute at once; their number changes nothing about the result.

        ``memory`` in bytes defaults to a quarter of what the machine has.
        """
        self._encoder = encoder
        self._tokens = [torch.tensor(ids, dtype=torch.long) for ids in tokens]
        self._accelerator = accelerator
        self._computed = _KEPT if accelerator.mixed_precision == "bf16" else torch.float32
        self.lengths = np.array([len(ids) for ids in tokens], dtype=np.int64)
        self._starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]]).astype(np.int64)
        self._readers = readers
        self._kept: Tensor | None = None
        budget = _quarter_of_memory() if memory is None else memory
        width = encoder.embeddings.word_embeddings.weight.shape[1]
        if int(self.lengths.sum()) * width * 2 <= budget:
            self._kept = self._read_all(progress)

    def __len__(self) -> int:
        return len(self._tokens)

    @property
    def cached(self) -> bool:
        """Whether the activations are held in memory."""
        return self._kept is not None

    def batch(self, indices: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        """Return activations (n, tokens, dimension) and mask (n, tokens) of the texts.

        What stands where the mask is off is arbitrary but finite.
        """
        if self._kept is None:
            return self._compute(indices)
        lengths = self.lengths[indices]
        place = np.minimum(np.arange(lengths.max())[None, :], lengths[:, None] - 1)
        rows = torch.from_numpy(self._starts[indices][:, None] + place).to(self._kept.device)
        return self._kept[rows].to(self._computed), self._mask(indices)

    def search_vectors(self) -> Vector:
        """Return the frozen search vectors (texts, dimension) of all texts."""
        width = int(self._encoder.embeddings.word_embeddings.weight.shape[1])
        vectors = np.empty((len(self), width), dtype=np.float32)

        @torch.no_grad()
        def search(chosen: NDArray[np.int64]) -> None:
            hidden, mask = self.batch(chosen)
            with self._accelerator.autocast():
                vectors[chosen] = self._encoder.search(hidden, mask).float().cpu().numpy()

        for _ in self._each(search):
            pass
        return vectors

    def _by_length(self) -> Iterator[NDArray[np.int64]]:
        order = np.argsort(self.lengths, kind="stable")
        for start in range(0, len(order), _READ_BATCH):
            yield order[start : start + _READ_BATCH]

    def _each(self, do: Callable[[NDArray[np.int64]], None]) -> Iterator[int]:
        """Do every batch with all readers; yields how many texts are done after each."""

        def count(chosen: NDArray[np.int64]) -> int:
            do(chosen)
            return len(chosen)

        with ThreadPoolExecutor(self._readers) as pool:
            yield from accumulate(pool.map(count, self._by_length()))

    def _read_all(self, progress: Callable[[int, int], None]) -> Tensor:
        """Return the rows of all texts end to end, (tokens, dimension), on the device."""
        width = self._encoder.embeddings.word_embeddings.weight.shape[1]
        kept = torch.empty(
            int(self.lengths.sum()), width, dtype=_KEPT, device=self._accelerator.device
        )

        def read(chosen: NDArray[np.int64]) -> None:
            hidden, _ = self._compute(chosen)
            for row, index in enumerate(chosen):
                start, length = self._starts[index], self.lengths[index]
                kept[start : start + length] = hidden[row, :length]

        for done in self._each(read):
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
