"""A model directory opened for serving: one encoder pass gives the vector and the intents.

Where the encoder cannot read a text, character n-grams say the intents, if training exported any.
It reads what training exported with onnxruntime, tokenizers, numpy and safetensors alone, and knows
nothing of how the model was trained.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import load_file

from knowledge.records import IntentId
from nlu.calibration import Calibration
from nlu.encoder import Encoder, Encoding
from nlu.errors import OutdatedModelError, WrongTaskError
from nlu.fitting import check_fit, check_ngrams, check_unread_files, read_json, read_labels
from nlu.head import Head, Vector, probabilities_of
from nlu.labels import Task
from nlu.language import detect_language, is_rather_english
from nlu.manifest import listed_files, verify_manifest
from nlu.ngrams import NGRAM_RECORD, NGRAM_TENSORS, NgramClassifier
from nlu.opinion import Opinion, opinion_of
from nlu.understanding import Understanding

RECENT_TEXTS = 64
_LONGEST_REASON: Final = 200


class Model:
    """An immutable, thread-safe model.

    ``id`` names this very export. ``encoder_id`` names the search encoder: vectors of models with
    equal ids may be compared with each other. ``intents`` is empty in a base encoder, and names
    sentiments in a sentiment model; the encoder's own come first. ``head`` is None where the
    encoder has learned no intents, ``ngrams`` where it can read what was learned.
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
    def open(cls, directory: Path, *, task: Task = "intent", threads: int = 1) -> Model:
        """Verify and load a model directory; ``threads`` is how many one encoder pass may use.

        A base encoder serves intents. Raises DamagedModelError where a file is missing or altered;
        OutdatedModelError where all are as they were exported, but are not what their names say or
        do not fit together; WrongTaskError where the model is for another task.
        """
        model_id = verify_manifest(directory)
        try:
            return cls(model_id, *_load(directory, task, threads))
        except WrongTaskError:
            raise
        except Exception as error:  # onnxruntime, tokenizers and safetensors share no narrower one
            problem = " ".join(str(error).split())[:_LONGEST_REASON] or type(error).__name__
            raise OutdatedModelError(directory, problem) from error

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
            half_read=encoding.half_read and not is_rather_english(text),
            known_intents=opinion.known_intents,
            threshold=opinion.threshold,
        )

    def probability_of(self, text: str, intent: IntentId) -> float:
        """Return the probability of one intent, also where it is not among the likeliest.

        It is 0 where the classifier that reads ``text`` does not know the intent. Raises ValueError
        for an intent that the model does not know.
        """
        number, likely = self.intents.index(intent), self._likely(text, self._encode(text))
        assert likely is not None
        return float(likely[number])

    def probabilities(self, text: str) -> Vector | None:
        """Return those of all classes, in their order; None where ``text`` is unreadable."""
        encoding = self._encode(text)
        if not encoding.readable and self.ngrams is None:
            return None
        return self._likely(text, encoding)

    def encode(self, text: str) -> Vector:
        """Return the normalised search vector of shape (dimension,)."""
        return self._encoder.encode_for_search(text).vector

    def encode_each(self, texts: Iterable[str]) -> Vector:
        """Return the search vectors of shape (texts, dimension), each encoded on its own."""
        vectors = [self.encode(text) for text in texts]
        if not vectors:
            return np.empty((0, self.dimension), dtype=np.float32)
        return np.stack(vectors)

    def encode_together(self, texts: Sequence[str]) -> Vector:
        """Return the search vectors of shape (texts, dimension), in as few passes as their lengths
        allow: in half the time, but each depends a little on the others. For what is searched."""
        return self._encoder.encode_together(texts)

    def can_read(self, text: str) -> bool:
        """Whether the encoder's vocabulary can read ``text``; if not, its vector says nothing."""
        return self._encoder.can_read(text)

    def encoding(self, text: str) -> Encoding:
        """Return the raw outputs of one pass."""
        return self._encode(text)

    def encoding_for_search(self, text: str) -> Encoding:
        """Return vector and readability alone: three quarters of a pass."""
        return self._encode_for_search(text)

    def _classify(self, text: str, encoding: Encoding) -> Opinion:
        """Ask the classifier that can read the text: the encoder's head, or the n-grams."""
        ngrams = self._ngrams_for(encoding)
        if ngrams is not None:
            return ngrams.read(text)
        if self.head is None:
            return Opinion()
        logits = self._averaged(text, encoding)
        if logits is None:
            return Opinion()
        similarity = partial(self.head.neighbours.similarity, encoding.vector)
        opinion = opinion_of(logits, similarity, self._head_intents, self.calibration)
        return opinion if encoding.readable else opinion.of_the_unreadable()

    def _ngrams_for(self, encoding: Encoding) -> NgramClassifier | None:
        """The n-grams, where the text is left to them."""
        return None if encoding.readable and self.head is not None else self.ngrams

    def _likely(self, text: str, encoding: Encoding) -> Vector | None:
        """The probabilities of ``intents``, 0 for those that whoever reads the text lacks."""
        ngrams = self._ngrams_for(encoding)
        if ngrams is not None:
            return self._spread(ngrams.intents, ngrams.probabilities(text))
        logits = self._averaged(text, encoding)
        if logits is None:
            return None
        likely = probabilities_of(logits / self.calibration.temperature)
        return self._spread(self._head_intents, likely)

    def _averaged(self, text: str, encoding: Encoding) -> Vector | None:
        """What the heads say to ``text`` together, and the n-grams where they have a share."""
        if self.head is None or encoding.features is None:
            return None
        share = self.calibration.ngram_weight
        logits = self.head.logits(
            encoding.vector, encoding.features, self.calibration.probe_weight, share
        )
        if self.ngrams is None or share == 0.0:
            return logits
        heard = self.ngrams.head
        return logits + share * heard.logits(heard.vocabulary.weigh(text))

    def _spread(self, intents: tuple[IntentId, ...], likely: Vector) -> Vector:
        if intents == self.intents:
            return likely
        known = dict(zip(intents, likely, strict=True))
        return np.array([known.get(intent, 0.0) for intent in self.intents], dtype=likely.dtype)


def _load(
    directory: Path, task: Task, threads: int
) -> tuple[Encoder, tuple[IntentId, ...], Head | None, Calibration, NgramClassifier | None]:
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
    ngrams = _open_ngrams(directory)
    if calibration.ngram_weight and (ngrams is None or ngrams.intents != intents):
        raise ValueError("n-grams have a share in the labels of the encoder, and name no such")
    return encoder, intents, head, calibration, ngrams


def _open_ngrams(directory: Path) -> NgramClassifier | None:
    """Read the n-gram classifier that the manifest lists, if it lists one."""
    files = {NGRAM_RECORD, NGRAM_TENSORS} & listed_files(directory)
    if not files:
        return None
    if len(files) == 1:
        raise ValueError(f"{NGRAM_RECORD} and {NGRAM_TENSORS} belong together")
    ngrams = NgramClassifier.open(directory)
    check_ngrams(ngrams)
    return ngrams
