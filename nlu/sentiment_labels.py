"""Which number a sentiment's label stands for, so that a model of any labels speaks one scale.

Words have their place on the scale; numbers, such as stars, are spread evenly over it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

WORDS: Final = {
    -1.0: ("very negative", "furious", "angry", "sehr negativ", "非常负面"),
    -0.5: ("negative", "neg", "unhappy", "bad", "negativ", "负面", "消极", "差评"),
    0.0: ("neutral", "neu", "mixed", "中性", "中立", "中评"),
    0.5: ("positive", "pos", "pleased", "happy", "good", "positiv", "正面", "积极", "好评"),
    1.0: ("very positive", "delighted", "sehr positiv", "非常正面"),
}
_PLACES: Final = {word: place for place, words in WORDS.items() for word in words}


def sentiment_scores(labels: Sequence[str]) -> tuple[float, ...]:
    """Return a number in [-1, 1] for each label; the strongest one stands at an end of the scale.

    So ``negative`` is -1 beside ``positive``, and -0.5 beside ``very negative``. Where all labels
    are numbers, the lowest is -1 and the highest 1. Raises ValueError for a label that is neither,
    and where all would stand at one place.
    """
    numbers = [_number(label) for label in labels]
    known = [number for number in numbers if number is not None]
    scores = _spread(known) if known and len(known) == len(labels) else _placed(labels)
    if len(set(scores)) < 2:
        raise ValueError(f"the labels {', '.join(labels)} tell no two sentiments apart")
    return scores


def _number(label: str) -> float | None:
    try:
        number = float(label)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _spread(numbers: Sequence[float]) -> tuple[float, ...]:
    low, high = min(numbers), max(numbers)
    return tuple(2.0 * (number - low) / ((high - low) or 1.0) - 1.0 for number in numbers)


def _placed(labels: Sequence[str]) -> tuple[float, ...]:
    places = [_place(label) for label in labels]
    strongest = max((abs(place) for place in places), default=0.0) or 1.0
    return tuple(place / strongest for place in places)


def _place(label: str) -> float:
    word = " ".join(label.casefold().replace("_", " ").replace("-", " ").split())
    if word not in _PLACES:
        raise ValueError(
            f"{label!r} names no sentiment; use negative, neutral and positive, perhaps with very "
            "negative and very positive, or numbers such as 1 to 5"
        )
    return _PLACES[word]
