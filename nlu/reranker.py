"""A cross-encoder: it reads a question and a passage together and says how well they fit.

It serves what `frontdesk reranker` exported, a pair at a time, because dynamic quantisation makes a
score depend on what else is in its batch. It knows no index and puts nothing in order.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from nlu.encoder import is_readable
from nlu.errors import DamagedModelError, DamagedRerankerError
from nlu.manifest import verify_manifest

RERANKER_FILES: Final = ("reranker.onnx", "tokenizer.json")
_LONGEST_REASON: Final = 200


class Reranker:
    """An exported cross-encoder. Immutable and thread-safe; ``id`` names this very export."""

    def __init__(self, reranker_id: str, directory: Path, seconds: float) -> None:
        self.id = reranker_id
        self.seconds = seconds
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4  # what goes wrong is raised, not printed as well
        self._session = ort.InferenceSession(
            str(directory / "reranker.onnx"), options, providers=["CPUExecutionProvider"]
        )
        described = self._session.get_modelmeta().custom_metadata_map
        self._unknown = int(described["unknown_token"])
        self._tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(int(described["max_tokens"]))
        self._typed = len(self._session.get_inputs()) > 1
        self._fit("how long", "three days")

    @classmethod
    def open(cls, directory: Path, seconds: float) -> Reranker:
        """Verify and load; ``seconds`` is how long the passages of one question may take.

        Raises DamagedRerankerError where a file is missing, altered, or not what its name says.
        """
        try:
            return cls(verify_manifest(directory, RERANKER_FILES), directory, seconds)
        except DamagedModelError as error:
            raise DamagedRerankerError(directory, error.problem) from error
        except Exception as error:  # onnxruntime and tokenizers share no narrower one
            problem = " ".join(str(error).split())[:_LONGEST_REASON] or type(error).__name__
            raise DamagedRerankerError(
                directory, f"its files do not fit together ({problem})"
            ) from error

    def __call__(self, question: str, passages: Sequence[str]) -> list[float] | None:
        """How well each passage fits the question, in [0, 1].

        None where its vocabulary cannot read the question, or where the time was not enough: a part
        of the scores would put what was read last behind all else.
        """
        if not is_readable(self._tokenizer.encode(question), self._unknown):
            return None
        deadline = time.monotonic() + self.seconds
        scores: list[float] = []
        for passage in passages:
            scores.append(self._fit(question, passage))
            if time.monotonic() > deadline:
                return None
        return scores

    def _fit(self, question: str, passage: str) -> float:
        pair = self._tokenizer.encode(question, passage)
        fed = {"input_ids": np.asarray([pair.ids], dtype=np.int64)}
        if self._typed:
            fed["token_type_ids"] = np.asarray([pair.type_ids], dtype=np.int64)
        logit = float(self._session.run(None, fed)[0].item())
        return float(1.0 / (1.0 + np.exp(-np.clip(logit, -60.0, 60.0))))
