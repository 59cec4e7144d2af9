"""The cached lower layers."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.activations import Activations, token_ids
from training.base_model import load_base_model
from training.device import open_accelerator
from training.forked import ForkedEncoder


def test_activations_are_the_same_whether_kept_or_computed_anew(tiny_bert: Path) -> None:
    base = load_base_model(tiny_bert)
    encoder = ForkedEncoder(base, with_intents=False).eval()
    tokens = token_ids(base.tokenizer, ["where is my order", "refund", "a b c d e f"], 32)
    kept, anew = (
        Activations(encoder, tokens, open_accelerator(), 2, lambda *_: None, memory=size)
        for size in (10**9, 0)
    )
    assert kept.cached
    assert not anew.cached
    chosen = np.array([2, 0])
    (one, mask), (other, same_mask) = kept.batch(chosen), anew.batch(chosen)
    assert bool((mask == same_mask).all())
    np.testing.assert_allclose(
        one.float()[mask].numpy(), other.float()[mask].detach().numpy(), atol=0.05
    )
