"""A small help centre whose vectors count letters: texts alike in spelling are near each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge import ArticleId, Passage, PassageId
from retrieval import EncodedPassage, encode_passages


def spell(text: str) -> NDArray[np.float32]:
    """Counts of letter pairs, hashed into 256 places, normalised."""
    vector = np.zeros(256, dtype=np.float32)
    for first, second in zip(text.lower(), text.lower()[1:], strict=False):
        vector[(ord(first) * 31 + ord(second)) % 256] += 1.0
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)


def spell_each(texts: Sequence[str]) -> NDArray[np.float32]:
    return np.stack([spell(text) for text in texts])


def passage(article: str, position: int, title: str, text: str) -> Passage:
    return Passage(
        id=PassageId(f"{article}#{position}"),
        article=ArticleId(article),
        title=title,
        text=text,
        position=position,
        anchor="top",
        url=f"https://help.example/{article}",
    )


PASSAGES = (
    passage(
        "returns",
        0,
        "Returns",
        "You can return a bike within 30 days. To return it:\n\n"
        "1. Open your orders.\n2. Press Return.\n3. Print the label.",
    ),
    passage("returns", 1, "Returns", "Refunds arrive after five working days."),
    passage("delivery", 0, "Delivery", "Delivery takes three days. Express costs nine euros."),
    passage("codes", 0, "Error codes", "The display shows ERR-404 when the sensor is unplugged."),
    passage("zh", 0, "退货", "您可以在三十天内退货。请联系客服。"),
)


def encoded(*passages: Passage) -> list[EncodedPassage]:
    return encode_passages(passages, spell_each)
