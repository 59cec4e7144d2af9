"""Batches and losses: the pieces of the loop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from tiny_bert import make_tiny_bert

from nlu.head import Linear
from training.base_model import load_base_model
from training.batches import bucketed_batches
from training.forked import ForkedEncoder, top_third, tuned_layers_of
from training.losses import disagreement, supervised_contrast, training_loss
from training.settings import TrainingSettings, settings_for
from training.tuning import IntentTop


@given(
    st.lists(st.integers(3, 60), min_size=1, max_size=300), st.integers(1, 40), st.integers(0, 9)
)
def test_an_epoch_holds_every_text_once(lengths: list[int], size: int, seed: int) -> None:
    chosen = np.arange(0, len(lengths), dtype=np.int64)
    batches = bucketed_batches(np.array(lengths), chosen, size, np.random.default_rng(seed))
    assert sorted(np.concatenate(batches).tolist()) == chosen.tolist()
    assert max(map(len, batches)) <= size


def test_batches_need_little_padding() -> None:
    lengths = np.random.default_rng(0).integers(3, 60, 2000)
    batches = bucketed_batches(lengths, np.arange(2000), 32, np.random.default_rng(0))
    padded = sum(lengths[batch].max() * len(batch) for batch in batches)
    assert padded < 1.15 * lengths.sum()


def test_contrast_is_less_where_intents_lie_together() -> None:
    labels = torch.tensor([0, 0, 1, 1])
    apart = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    mixed = apart[[0, 2, 1, 3]]
    assert supervised_contrast(apart, labels, 0.1) < supervised_contrast(mixed, labels, 0.1)


def test_contrast_without_companions_is_zero_and_differentiable() -> None:
    features = torch.nn.functional.normalize(torch.randn(3, 4)).requires_grad_()
    loss = supervised_contrast(features, torch.tensor([0, 1, 2]), 0.1)
    loss.backward()
    assert loss.item() == 0.0
    assert torch.isfinite(features.grad).all()


def test_contrast_agrees_with_its_formula() -> None:
    features = torch.nn.functional.normalize(torch.randn(6, 4, dtype=torch.float64), dim=1)
    labels = [0, 0, 0, 1, 1, 2]
    losses = []
    for i in range(6):
        others = [j for j in range(6) if j != i]
        total = sum(torch.exp(features[i] @ features[j] / 0.1) for j in others)
        same = [j for j in others if labels[j] == labels[i]]
        if same:
            shares = [torch.log(torch.exp(features[i] @ features[j] / 0.1) / total) for j in same]
            losses.append(-sum(shares) / len(same))
    expected = sum(losses) / len(losses)
    actual = supervised_contrast(features, torch.tensor(labels), 0.1)
    assert actual.item() == pytest.approx(expected.item(), abs=1e-4)


def test_two_readings_disagree_as_much_as_their_probabilities_diverge() -> None:
    logits = torch.tensor([[2.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    first, second = logits.softmax(1).chunk(2)
    divergences = ((first - second) * (first / second).log()).sum(1) / 2
    assert disagreement(logits).item() == pytest.approx(divergences.mean().item())


def test_the_loss_grows_with_the_disagreement_where_that_counts() -> None:
    settings = TrainingSettings(contrastive_weight=0.0, consistency_weight=2.0)
    logits, labels = torch.randn(4, 3), torch.tensor([0, 1, 0, 1])
    plain = training_loss(logits, logits, labels, replace(settings, consistency_weight=0.0))
    expected = plain + 2 * disagreement(logits)
    assert training_loss(logits, logits, labels, settings).item() == pytest.approx(expected.item())


@pytest.mark.parametrize(("layers", "tuned"), [(2, 1), (3, 1), (4, 2), (6, 2), (12, 4), (24, 8)])
def test_the_top_third_is_tuned_for_intents(layers: int, tuned: int) -> None:
    assert top_third(layers) == tuned_layers_of(layers, settings_for("intent")) == tuned


@pytest.mark.parametrize(("layers", "tuned"), [(1, 1), (2, 1), (3, 1), (6, 3), (12, 6)])
def test_half_of_the_layers_is_tuned_where_texts_are_plenty(layers: int, tuned: int) -> None:
    assert tuned_layers_of(layers, settings_for("intent"), plenty=True) == tuned
    few = replace(settings_for("intent"), tuned_layers=1)
    assert tuned_layers_of(layers, few, plenty=True) == 1


@pytest.mark.parametrize(("tuned", "share"), [(1, 1.0), (2, 1.0), (3, 2 / 3), (6, 1 / 3)])
def test_the_more_layers_learn_the_smaller_are_their_steps(
    tuned: int, share: float, tmp_path: Path
) -> None:
    base = load_base_model(make_tiny_bert(tmp_path / "bert", layers=6))
    encoder = ForkedEncoder(base, with_intents=True, tuned_layers=tuned)
    assert encoder.step_share == pytest.approx(share)


def test_every_layer_is_tuned_for_sentiment_unless_told_otherwise() -> None:
    sentiment = settings_for("sentiment")
    assert tuned_layers_of(6, sentiment) == 6
    assert tuned_layers_of(6, replace(sentiment, tuned_layers=4)) == 4
    assert tuned_layers_of(2, replace(sentiment, tuned_layers=4)) == 2


def test_a_part_of_what_enters_is_left_out_only_while_it_learns(tiny_bert: Path) -> None:
    encoder = ForkedEncoder(load_base_model(tiny_bert), with_intents=True)
    width = encoder.embeddings.word_embeddings.weight.shape[1]
    start = Linear(np.ones((2, width), np.float32), np.zeros(2, np.float32))
    top = IntentTop(encoder, start, input_dropout=1.0)
    shared, mask = torch.randn(2, 5, width), torch.ones(2, 5)
    assert not torch.equal(top.eval()(shared, mask)[0][0], top(shared, mask)[0][1])
    torch.manual_seed(0)
    left_out = top.train()(shared, mask)[0]
    torch.manual_seed(0)
    nothing = encoder.intent(torch.zeros_like(shared), mask)
    torch.testing.assert_close(left_out, nothing)
