"""Base encoders of several families, and what is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from tiny_bert import make_tiny_bert
from transformers import AutoModel, RobertaConfig, RobertaModel

from nlu import Model
from training import UnsupportedBaseModelError, export_base
from training.base_model import bundled_model, load_base_model
from training.forked import ForkedEncoder


def test_fork_computes_what_the_original_model_does(tiny_bert: Path) -> None:
    base = load_base_model(tiny_bert)
    ids = torch.tensor([[2, 5, 6, 7, 3], [2, 8, 3, 0, 0]])
    mask = (ids != 0).long()
    original = AutoModel.from_pretrained(tiny_bert, dtype="float32").eval()
    hidden = original(input_ids=ids, attention_mask=mask).last_hidden_state
    pooled = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
    expected = torch.nn.functional.normalize(pooled, dim=1)
    fork = ForkedEncoder(base, with_intents=True)
    shared = fork.shared(ids, mask)
    torch.testing.assert_close(fork.search(shared, mask), expected, atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(fork.intent(shared, mask), expected, atol=1e-5, rtol=1e-4)


def test_roberta_can_be_forked(tiny_bert: Path, tmp_path: Path) -> None:
    config = RobertaConfig(
        vocab_size=200,
        hidden_size=32,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=40,
        pad_token_id=1,
    )
    RobertaModel(config, add_pooling_layer=False).save_pretrained(tmp_path / "roberta")
    shutil.copy(tiny_bert / "tokenizer.json", tmp_path / "roberta")
    export_base(tmp_path / "model", tmp_path / "roberta")
    vector = Model.open(tmp_path / "model").encode("where is my order " * 50)
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


def test_pooling_by_the_first_token_is_kept(tiny_bert: Path, tmp_path: Path) -> None:
    cls = Path(shutil.copytree(tiny_bert, tmp_path / "cls"))
    (cls / "1_Pooling").mkdir()
    (cls / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_cls_token": True}))
    export_base(tmp_path / "a", cls)
    export_base(tmp_path / "b", tmp_path / "a")
    export_base(tmp_path / "mean", tiny_bert)
    first, again, mean = (Model.open(tmp_path / name) for name in ("a", "b", "mean"))
    assert first.encoder_id == again.encoder_id != mean.encoder_id


def test_other_weights_have_another_encoder_id(tiny_bert: Path, tmp_path: Path) -> None:
    export_base(tmp_path / "a", tiny_bert)
    export_base(tmp_path / "b", make_tiny_bert(tmp_path / "other", seed=1))
    assert Model.open(tmp_path / "a").encoder_id != Model.open(tmp_path / "b").encoder_id


def test_what_a_base_model_lacks_is_the_same_each_time(tiny_bert: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        torch.manual_seed(len(name))
        export_base(tmp_path / name, tiny_bert)
    one, other = (tmp_path / name / "model.safetensors" for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedBaseModelError, match=r"there is no config\.json"):
        export_base(tmp_path / "model", tmp_path)


def test_model_of_another_build_is_refused(tiny_bert: Path, tmp_path: Path) -> None:
    one_layer = make_tiny_bert(tmp_path / "one", layers=1)
    with pytest.raises(UnsupportedBaseModelError, match="at least two layers"):
        export_base(tmp_path / "model", one_layer)


def test_bundled_encoder_tells_near_from_far(tmp_path: Path) -> None:
    assert (bundled_model() / "model.safetensors").is_file()
    export_base(tmp_path / "base")
    model = Model.open(tmp_path / "base")
    order, parcel, weather = model.encode_each(
        ["Where is my order?", "My parcel has not arrived yet", "What a sunny day"]
    )
    assert order @ parcel > order @ weather + 0.2
    assert model.understand("Wo ist mein Paket?").readable
    assert not model.understand("我的订单在哪里").readable
