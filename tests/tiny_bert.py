"""A random BERT of a few thousand parameters, for tests in which weights do not matter."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertForSequenceClassification, BertModel

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
MASK = "[MASK]"
TEXT = (
    "where is my order parcel delivery late refund money back return bike the a i want to cancel "
    "subscription account password reset login how do can you change address please thanks for"
)
WORDS = tuple(TEXT.split())


def make_tiny_bert(
    folder: Path,
    *,
    layers: int = 2,
    seed: int = 0,
    more_characters: str = "",
    with_mask: bool = False,
) -> Path:
    """Write a base model as transformers does: config, weights, fast tokenizer.

    It reads English letters, and ``more_characters``; ``with_mask`` its words can be hidden.
    """
    torch.manual_seed(seed)
    config = _write_tokenizer(folder, layers, more_characters, with_mask)
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return folder


def make_tiny_cross_encoder(folder: Path, *, outputs: int = 1) -> Path:
    """Write a classifier of question and passage, whose weights say nothing."""
    torch.manual_seed(1)
    config = _write_tokenizer(folder, layers=2)
    config.num_labels = outputs
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def _write_tokenizer(
    folder: Path, layers: int, more_characters: str = "", with_mask: bool = False
) -> BertConfig:
    """Write a tokenizer; returns the shape of a network that goes with it."""
    folder.mkdir(parents=True, exist_ok=True)
    letters = [
        f"{prefix}{letter}" for prefix in ("", "##") for letter in "abcdefghijklmnopqrstuvwxyz"
    ]
    mask = (MASK,) if with_mask else ()
    words = dict.fromkeys((*SPECIAL, *WORDS, *letters, *more_characters, *mask))
    vocabulary = {word: index for index, word in enumerate(words)}
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=layers,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=64,
        initializer_range=0.2,
    )
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    tokenizer.save(str(folder / "tokenizer.json"))
    return config
