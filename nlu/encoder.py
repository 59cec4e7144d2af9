"""The exported encoder: text in, search vector and intent features out, in one pass.

It runs the int8 ONNX graph on one message at a time, because dynamic quantisation makes a vector
depend on what else is in its batch. Many texts to be found are read together all the same: by
themselves they are as far from what the network means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Encoding as TokenEncoding
from tokenizers import Tokenizer

from nlu.head import Vector

SEARCH = "search"
INTENT = "intent"
_READABLE_SHARE = 0.75
_WHOLE_WORDS = 1.4
"""Pieces of the vocabulary that a word takes on average, above which a text is half read."""
_OF_MANY_LANGUAGES = 100_000
"""A vocabulary of so many pieces was made for many languages, some of which take more a word."""
_TOKENS_TOGETHER = 192
"""Read in one pass: enough that fetching the weights costs little, and few enough for the cache."""
_SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""The kernel of sum and normalisation in one computes number by number, the two apart do not."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoding:
    """``vector`` (dimension,) is normalised; ``features`` is None without intents, or for search.

    ``readable`` is False where the vocabulary knows too few of the text's words; ``half_read`` is
    True where it knows them in pieces alone, as English does German: the vector then says little.
    """

    vector: Vector
    features: Vector | None
    readable: bool
    half_read: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A text in the vocabulary's pieces: ``ids`` (1, tokens)."""

    ids: np.ndarray
    readable: bool
    half_read: bool


class Encoder:
    """An ONNX session and its tokenizer. Thread-safe: neither keeps state between calls."""

    def __init__(self, model: Path, tokenizer: Path, *, threads: int = 1) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._of_many_languages = self._tokenizer.get_vocab_size() >= _OF_MANY_LANGUAGES
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4  # what goes wrong is raised, not printed as well
        self._session = ort.InferenceSession(
            str(model),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=_SLOW_FUSIONS,
        )
        texts, _ = self._session.get_inputs()[0].shape
        self._most_together = texts if isinstance(texts, int) else _TOKENS_TOGETHER
        described = self._session.get_modelmeta().custom_metadata_map
        self.id = described["encoder_id"]
        self.dimension = int(described["dimension"])
        self._unknown = int(described["unknown_token"])
        self._tokenizer.enable_truncation(int(described["max_tokens"]))
        names = {output.name for output in self._session.get_outputs()}
        if SEARCH not in names:
            raise ValueError(f"{model.name} has no output {SEARCH}")
        self._outputs = [name for name in (SEARCH, INTENT) if name in names]
        self._search_only = ort.RunOptions()
        self._search_only.only_execute_path_to_fetches = True

    def encode(self, text: str) -> Encoding:
        """Return both outputs for one text."""
        read = self._read(text)
        vector, *features = self._session.run(self._outputs, {"input_ids": read.ids})
        return Encoding(
            vector[0], features[0][0] if features else None, read.readable, read.half_read
        )

    def encode_for_search(self, text: str) -> Encoding:
        """Return the vector without features, leaving the tuned layers out of the pass."""
        read = self._read(text)
        (vector,) = self._session.run([SEARCH], {"input_ids": read.ids}, self._search_only)
        return Encoding(vector[0], None, read.readable, read.half_read)

    def encode_together(self, texts: Sequence[str]) -> Vector:
        """Return the search vectors (texts, dimension), those of equal length from one pass.

        Much faster, and as near to the network before it was quantised, but a vector depends a
        little on its neighbours. Graphs from before this was possible take one text at a time.
        """
        read = [self._tokenizer.encode(text).ids for text in texts]
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for places in self._of_equal_length(read):
            ids = np.asarray([read[place] for place in places], dtype=np.int64)
            (vectors[places],) = self._session.run([SEARCH], {"input_ids": ids}, self._search_only)
        return vectors

    def _of_equal_length(self, read: Sequence[Sequence[int]]) -> Iterator[list[int]]:
        """The places of the texts that are encoded in one pass, for every pass."""

        def length(place: int) -> int:
            return len(read[place])

        for tokens, group in groupby(sorted(range(len(read)), key=length), length):
            places = list(group)
            most = max(1, min(self._most_together, _TOKENS_TOGETHER // max(tokens, 1)))
            for start in range(0, len(places), most):
                yield places[start : start + most]

    def try_vocabulary(self) -> None:
        """Encode the word of the highest number; raises where the graph does not know so many."""
        highest = max(self._tokenizer.get_vocab(with_added_tokens=True).values())
        self._session.run([SEARCH], {"input_ids": np.array([[highest]])}, self._search_only)

    def can_read(self, text: str) -> bool:
        """Whether the vocabulary knows enough of the text's words; the network is not run."""
        return self._read(text).readable

    def _read(self, text: str) -> _Read:
        encoded = self._tokenizer.encode(text)
        readable = is_readable(encoded, self._unknown)
        half_read = readable and not self._of_many_languages and _is_in_pieces(encoded)
        return _Read(np.asarray([encoded.ids], dtype=np.int64), readable, half_read)


def is_readable(encoded: TokenEncoding, unknown: int) -> bool:
    """Whether a vocabulary whose ``unknown`` token has this id knows enough of a text."""
    words = [
        token
        for token, special in zip(encoded.ids, encoded.special_tokens_mask, strict=True)
        if not special
    ]
    known = sum(token != unknown for token in words)
    return bool(words) and known >= _READABLE_SHARE * len(words)


def _is_in_pieces(encoded: TokenEncoding) -> bool:
    """Whether the words of a text, codes and signs aside, stand in the vocabulary as pieces only
    (its fertility; Rust and others, "How Good is Your Tokenizer?", 2021).

    A single word may be a brand's name in any language, and tells nothing of its language.
    """
    words: dict[int, str] = {}
    for word, token in zip(encoded.word_ids, encoded.tokens, strict=True):
        if word is not None:
            words[word] = f"{words.get(word, '')} {token.lstrip('#')}"
    pieces = [split for split in map(str.split, words.values()) if "".join(split).isalpha()]
    return len(pieces) > 1 and sum(map(len, pieces)) > _WHOLE_WORDS * len(pieces)
