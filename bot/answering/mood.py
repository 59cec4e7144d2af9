"""Who tells how a message sounds: the model that the settings name, else the built-in examples.

What cannot be opened is logged and left out: a queue in a worse order is no reason to be silent.
"""

from __future__ import annotations

import logging
from pathlib import Path

from nlu import ExampleSentiment, SentimentReader, TrainedSentiment
from nlu.examples import EncodeEach
from nlu.manifest import manifest_id

log = logging.getLogger(__name__)


def sentiment_reader(
    directory: Path | None, vectors: EncodeEach, before: SentimentReader | None
) -> SentimentReader:
    """The reader of the sentiment model in ``directory``; None means the built-in one.

    ``before`` lends what is the same. ``vectors`` encodes for the built-in one, which also reads
    what the model cannot.
    """
    examples = before.fallback if isinstance(before, TrainedSentiment) else before
    examples = examples or ExampleSentiment(vectors)
    if directory is None:
        return examples
    if isinstance(before, TrainedSentiment) and before.model_id == manifest_id(directory):
        return before
    try:
        return TrainedSentiment.open(directory, examples)
    except Exception as error:  # whatever is wrong with the files, messages are answered
        log.error("sentiment_model cannot be used, the built-in one reads instead: %s", error)
        return examples
