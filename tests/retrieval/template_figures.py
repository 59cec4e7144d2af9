"""Template matching where it is known which template is right: figures for a README.

    python tests/retrieval/template_figures.py DATA [--model DIR] [--messages N] [--seed N]

DATA is star's dialogues (.jsonl.gz): a customer's message counts for the template that the agent
picked next; or a CSV with the columns text,intent, each intent a template. Of each template some
messages are its examples; others, as written and worn down, are looked for. Of some templates no
example is given, so that their messages fit none.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

from message_noise import NOISES

from knowledge import AnswerTemplate, TemplateId, write_templates
from nlu import Model
from training import export_base
from training.evaluate_templates import TemplateEvaluation, evaluate_templates

EXAMPLES = 10
FEWEST_MESSAGES = 30
FEWEST_WORDS = 3
WITHOUT_TEMPLATE = 0.2


def messages_by_template(path: Path) -> dict[str, list[str]]:
    """The messages for each template, each text once; rare templates are left out."""
    found = _of_dialogues(path) if path.suffix == ".gz" else _of_table(path)
    return {name: list(texts) for name, texts in found.items() if len(texts) >= FEWEST_MESSAGES}


def _of_table(path: Path) -> dict[str, dict[str, None]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["intent"]][row["text"]] = None
    return found


def _of_dialogues(path: Path) -> dict[str, dict[str, None]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            turns = json.loads(line)["turns"]
            for before, turn in pairwise(turns):
                long = len(before["text"].split()) >= FEWEST_WORDS
                if turn.get("template") and before["speaker"] == "customer" and long:
                    found[turn["template"]][before["text"]] = None
    return found


def drawn(
    by_template: dict[str, list[str]], messages: int, random: Random
) -> tuple[list[AnswerTemplate], list[tuple[str, str]]]:
    """Templates with their examples, and messages with the template that they are for."""
    names = random.sample(sorted(by_template), len(by_template))
    unwritten = set(names[: round(WITHOUT_TEMPLATE * len(names))])
    templates, rows = [], []
    for name in sorted(by_template):
        texts = random.sample(by_template[name], len(by_template[name]))
        if name not in unwritten:
            examples = tuple(texts[:EXAMPLES])
            templates.append(AnswerTemplate(TemplateId(name), name, {"en": "…"}, examples=examples))
            texts = texts[EXAMPLES:]
        rows += [(text, "" if name in unwritten else name) for text in texts]
    return templates, random.sample(rows, min(messages, len(rows)))


def measure(
    templates: Sequence[AnswerTemplate], rows: Sequence[tuple[str, str]], model: Model, seed: int
) -> dict[str, TemplateEvaluation]:
    """The evaluation of each kind of message."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        write_templates(templates, Path(folder) / "templates.yaml")
        for name, noise in NOISES.items():
            random, data = Random(seed), Path(folder) / "data.csv"
            with data.open("w", newline="", encoding="utf-8") as file:
                worn = [(noise(text, random), right) for text, right in rows]
                csv.writer(file).writerows([("text", "template"), *worn])
            found[name] = evaluate_templates(Path(folder) / "templates.yaml", data, model)
    return found


def main() -> None:
    """Print one row a kind of message."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, help="a model directory; else the bundled encoder")
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.model is None:
            export_base(Path(folder) / "base")
        model = Model.open(given.model or Path(folder) / "base")
        templates, rows = drawn(
            messages_by_template(given.data), given.messages, Random(given.seed)
        )
        print(f"{len(templates)} templates, {len(rows)} messages; top 1 / top 3 in percent")
        for name, each in measure(templates, rows, model, given.seed).items():
            singles = "  ".join(
                f"{how} {100 * found.top1:.1f} / {100 * found.top3:.1f}"
                for how, found in each.baselines.items()
            )
            none = "–" if each.auroc_none is None else f"{each.auroc_none:.3f}"
            ours = f"ours {100 * each.top1:.1f} / {100 * each.top3:.1f}"
            print(f"{name:16} {ours}  {singles}  none fits AUROC {none}", flush=True)


if __name__ == "__main__":
    main()
