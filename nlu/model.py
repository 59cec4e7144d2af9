"""A model directory opened for serving: one encoder pass gives the vector and the intents.

It reads what training exported with onnxruntime, tokenizers, numpy and safetensors alone, and
knows nothing of how the model was trained.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import load_file

from knowledge.records import IntentId
from nlu.calibration import Calibration
from nlu.encoder import Encoder, Encoding
from nlu.errors import DamagedModelError, WrongTaskError
from nlu.fitting import check_fit, check_unread_files, read_json, read_labels
from nlu.head import Head, Vector, probabilities_of, scope_signals
from nlu.labels import Task
from nlu.language import detect_language
from nlu.manifest import verify_manifest
from nlu.understanding import IntentProbability, Understanding

SHOWN_INTENTS = 5
RECENT_TEXTS = 64
_LONGEST_REASON: Final = 200


class Model:
    """An immutable, thread-safe model.

    ``id`` names this very export. ``encoder_id`` names the search encoder: vectors of models with
    equal ids may be compared with each other. ``intents`` is empty in a base encoder, and names
    sentiments in a sentiment model.
    """

    def __init__(
        self,
        model_id: str,
        encoder: Encoder,
        intents: tuple[IntentId, ...],
        head: Head | None,
        calibration: Calibration,
    ) -> None:
        self.id = model_id
        self.intents = intents
        self.calibration = calibration
        self.head = head
        self.encoder_id = encoder.id
        self.dimension = encoder.dimension
        self._encoder = encoder
        self._encode = lru_cache(RECENT_TEXTS)(encoder.encode)
        self._encode_for_search = lru_cache(RECENT_TEXTS)(encoder.encode_for_search)

    @classmethod
    def open(cls, directory: Path, *, task: Task = "intent", threads: int = 1) -> Model:
        """Verify and load a model directory; ``threads`` is how many one encoder pass may use.

        A base encoder serves intents. Raises DamagedModelError where a file is missing, altered, or
        not what its name says, and where the files do not fit together; WrongTaskError where the
        model is for another task.
        """
        model_id = verify_manifest(directory)
        try:
            return cls(model_id, *_load(directory, task, threads))
        except WrongTaskError:
            raise
        except Exception as error:  # onnxruntime, tokenizers and safetensors share no narrower one
            problem = " ".join(str(error).split())[:_LONGEST_REASON] or type(error).__name__
            raise DamagedModelError(
                directory, f"its files do not fit together ({problem})"
            ) from error

    def understand(self, text: str) -> Understanding:
        """Return what ``text`` means, from one encoder pass."""
        encoding = self._encode(text)
        intents, in_scope = self._classify(encoding)
        return Understanding(
            text=text,
            vector=encoding.vector,
            intents=intents,
            in_scope=in_scope if encoding.readable else 0.0,
            language=detect_language(text),
            readable=encoding.readable,
        )

    def probability_of(self, text: str, intent: IntentId) -> float:
        """Return the probability of one intent, also where it is not among the likeliest.

        Raises ValueError for an intent that the model does not know.
        """
        number, logits = self.intents.index(intent), self._logits(self._encode(text))
        assert logits is not None
        return float(probabilities_of(logits)[number])

    def probabilities(self, text: str) -> Vector | None:
        """Return those of all classes, in their order; None where ``text`` is unreadable."""
        encoding = self._encode(text)
        logits = self._logits(encoding)
        return None if logits is None or not encoding.readable else probabilities_of(logits)

    def encode(self, text: str) -> Vector:
        """Return the normalised search vector of shape (dimension,)."""
        return self._encoder.encode_for_search(text).vector

    def encode_each(self, texts: Iterable[str]) -> Vector:
        """Return the search vectors of shape (texts, dimension), each encoded on its own."""
        vectors = [self.encode(text) for text in texts]
        if not vectors:
            return np.empty((0, self.dimension), dtype=np.float32)
        return np.stack(vectors)

    def can_read(self, text: str) -> bool:
        """Whether the encoder's vocabulary can read ``text``; if not, its vector says nothing."""
        return self._encoder.can_read(text)

    def encoding(self, text: str) -> Encoding:
        """Return the raw outputs of one pass."""
        return self._encode(text)

    def encoding_for_search(self, text: str) -> Encoding:
        """Return vector and readability alone: three quarters of a pass."""
        return self._encode_for_search(text)

    def _classify(self, encoding: Encoding) -> tuple[tuple[IntentProbability, ...], float]:
        logits = self._logits(encoding)
        if self.head is None or logits is None:
            return (), 0.0
        probabilities = probabilities_of(logits)
        best = np.argsort(-probabilities, kind="stable")[:SHOWN_INTENTS]
        shown = tuple(
            IntentProbability(self.intents[index], float(probabilities[index])) for index in best
        )
        if self.calibration.scope is None:
            return shown, 0.0
        signals = scope_signals(logits, probabilities, self.head.similarity(encoding.vector))
        return shown, self.calibration.scope.probability(signals)

    def _logits(self, encoding: Encoding) -> Vector | None:
        if self.head is None or encoding.features is None:
            return None
        logits = self.head.logits(encoding.vector, encoding.features, self.calibration.probe_weight)
        scaled: Vector = logits / self.calibration.temperature
        return scaled


def _load(
    directory: Path, task: Task, threads: int
) -> tuple[Encoder, tuple[IntentId, ...], Head | None, Calibration]:
    check_unread_files(directory)
    labels = read_labels(directory / "labels.json")
    if labels.task != task:
        raise WrongTaskError(directory, labels.task, task)
    intents = tuple(IntentId(name) for name in labels.names)
    calibration = Calibration.from_json(read_json(directory / "calibration.json"))
    tensors = load_file(directory / "head.safetensors")
    head = Head.from_tensors(tensors) if intents else None
    encoder = Encoder(directory / "encoder.onnx", directory / "tokenizer.json", threads=threads)
    check_fit(encoder, head, intents)
    return encoder, intents, head, calibration
