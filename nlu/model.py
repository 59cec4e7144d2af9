"""A model directory opened for serving: one encoder pass gives the vector and the intents.

Where the encoder cannot read a text, character n-grams say the intents, if training exported any.
It reads what training exported with onnxruntime, tokenizers, numpy and safetensors alone, and knows
nothing of how the model was trained.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file

from knowledge.records import IntentId
from nlu.calibration import Calibration
from nlu.encoder import Encoder, Encoding
from nlu.errors import DamagedModelError
from nlu.head import Head, Vector
from nlu.language import detect_language
from nlu.manifest import listed_files, verify_manifest
from nlu.ngrams import NGRAM_RECORD, NGRAM_TENSORS, NgramClassifier
from nlu.opinion import Opinion, opinion_of
from nlu.understanding import Understanding

RECENT_TEXTS = 64


class Model:
    """An immutable, thread-safe model.

    ``id`` names this very export. ``encoder_id`` names the search encoder: vectors of models with
    equal ids may be compared with each other. ``intents`` is empty in a base encoder. ``head`` is
    None where the encoder has learned no intents, ``ngrams`` where it can read what was learned.
    """

    def __init__(
        self,
        model_id: str,
        encoder: Encoder,
        intents: tuple[IntentId, ...],
        head: Head | None,
        calibration: Calibration,
        ngrams: NgramClassifier | None = None,
    ) -> None:
        self.id = model_id
        self.ngrams = ngrams
        self.intents = tuple(dict.fromkeys((*intents, *(ngrams.intents if ngrams else ()))))
        self._head_intents = intents
        self.calibration = calibration
        self.head = head
        self.encoder_id = encoder.id
        self.dimension = encoder.dimension
        self._encoder = encoder
        self._encode = lru_cache(RECENT_TEXTS)(encoder.encode)
        self._encode_for_search = lru_cache(RECENT_TEXTS)(encoder.encode_for_search)

    @classmethod
    def open(cls, directory: Path, *, threads: int = 1) -> Model:
        """Verify and load a model directory; ``threads`` is how many one encoder pass may use.

        Raises DamagedModelError where a file is missing, altered, or not what its name says.
        """
        model_id = verify_manifest(directory)
        try:
            intents = tuple(IntentId(name) for name in _read(directory / "labels.json"))
            calibration = Calibration.from_json(_read(directory / "calibration.json"))
            tensors = load_file(directory / "head.safetensors")
            head = Head.from_tensors(tensors) if intents else None
            encoder = Encoder(
                directory / "encoder.onnx", directory / "tokenizer.json", threads=threads
            )
            ngrams = _open_ngrams(directory)
        except (ValueError, KeyError) as error:
            raise DamagedModelError(directory, f"its files do not fit together: {error}") from error
        return cls(model_id, encoder, intents, head, calibration, ngrams)

    def understand(self, text: str) -> Understanding:
        """Return what ``text`` means, from one encoder pass."""
        encoding = self._encode(text)
        opinion = self._classify(text, encoding)
        return Understanding(
            text=text,
            vector=encoding.vector,
            intents=opinion.intents,
            in_scope=opinion.in_scope,
            language=detect_language(text),
            readable=encoding.readable,
            known_intents=opinion.known_intents,
            threshold=opinion.threshold,
        )

    def encode(self, text: str) -> Vector:
        """Return the normalised search vector of shape (dimension,)."""
        return self._encoder.encode_for_search(text).vector

    def encode_each(self, texts: Iterable[str]) -> Vector:
        """Return the search vectors of shape (texts, dimension), each encoded on its own."""
        vectors = [self.encode(text) for text in texts]
        if not vectors:
            return np.empty((0, self.dimension), dtype=np.float32)
        return np.stack(vectors)

    def encoding(self, text: str) -> Encoding:
        """Return the raw outputs of one pass."""
        return self._encode(text)

    def encoding_for_search(self, text: str) -> Encoding:
        """Return vector and readability alone: three quarters of a pass."""
        return self._encode_for_search(text)

    def _classify(self, text: str, encoding: Encoding) -> Opinion:
        """Ask the classifier that can read the text: the encoder's head, or the n-grams."""
        if self.ngrams is not None and not (encoding.readable and self.head is not None):
            return self.ngrams.read(text)
        if self.head is None or encoding.features is None:
            return Opinion()
        logits = self.head.logits(encoding.vector, encoding.features, self.calibration.probe_weight)
        similarity = self.head.similarity(encoding.vector)
        opinion = opinion_of(logits, similarity, self._head_intents, self.calibration)
        return opinion if encoding.readable else opinion.of_the_unreadable()


def _open_ngrams(directory: Path) -> NgramClassifier | None:
    """Read the n-gram classifier that the manifest lists, if it lists one."""
    files = {NGRAM_RECORD, NGRAM_TENSORS} & listed_files(directory)
    if not files:
        return None
    if len(files) == 1:
        raise ValueError(f"{NGRAM_RECORD} and {NGRAM_TENSORS} belong together")
    return NgramClassifier.open(directory)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
