"""Whether the words that an explanation names are those that a model goes by.

    python -m tests.benchmarks.explanations MODEL DATA.csv [TEXTS]

MODEL is a trained model directory, DATA.csv has columns text,intent that it has not seen. Prints
how far the predicted intent's probability falls when words are deleted together, and how often the
prediction stays when they alone are left. Deleting the first word named must beat one at random by
construction; the rest shows whether the order holds where words act together.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from nlu import Model
from nlu.occlusion import Piece, weigh_pieces, without
from training import read_labelled_csv

FEWEST = 6
DELETED = (1, 2, 3)
Choose = Callable[[Sequence[Piece]], Sequence[Piece]]


def measure(model: Model, texts: Sequence[str], choose: dict[str, Choose]) -> None:
    """Print a line for every way of choosing and every number of words."""
    ranked = []
    for text in texts:
        intent = model.understand(text).intents[0].intent
        words = weigh_pieces(text, lambda each, of=intent: model.probability_of(each, of))
        if len(words) >= FEWEST:
            ranked.append((text, intent, [each.piece for each in words]))
    print(f"{len(ranked)} texts of at least {FEWEST} words")
    for name, chosen in choose.items():
        for count in DELETED:
            falls, kept = [], 0
            for text, intent, pieces in ranked:
                some = chosen(pieces)[:count]
                rest = without(text, some)
                whole = model.probability_of(text, intent)
                falls.append(whole - model.probability_of(rest, intent))
                alone = without(text, [each for each in pieces if each not in some])
                kept += model.understand(alone).intents[0].intent == intent
            fall, stays = sum(falls) / len(falls), kept / len(falls)
            print(f"{name:<8} {count} words: -{fall:.3f} without them, {stays:.1%} by them alone")


def main() -> None:
    """Measure the model on the first texts of the file."""
    model = Model.open(Path(sys.argv[1]))
    most = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    texts = [each.text for each in read_labelled_csv(Path(sys.argv[2]))[:most]]
    chance = random.Random(0)
    ways: dict[str, Choose] = {
        "named": lambda pieces: pieces,
        "random": lambda pieces: chance.sample(pieces, len(pieces)),
    }
    measure(model, texts, ways)


if __name__ == "__main__":
    main()
