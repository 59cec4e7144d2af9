"""Five hundred model directories damaged by chance: each is refused in a sentence."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from nlu import DamagedModelError, Model
from nlu.manifest import MANIFEST, REQUIRED, write_manifest

CASES, PARTS = 500, 10
GARBAGE = ("", "{", "[" * 100_000, "null", "[1]", '{"a": 1e999}', "\x00\xff", "nonsense")
JSON = ("calibration.json", "config.json", "labels.json", "metrics.json", "training.json")
Damage = Callable[[Path, random.Random], str]


def flip_bytes(folder: Path, chance: random.Random) -> str:
    file = any_file(folder, chance)
    content = bytearray(file.read_bytes())
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] ^= chance.randint(1, 255)
    file.write_bytes(bytes(content) if bytes(content) != file.read_bytes() else b"")
    return f"flipped {file.name}"


def truncate(folder: Path, chance: random.Random) -> str:
    file = any_file(folder, chance)
    file.write_bytes(file.read_bytes()[: chance.randrange(file.stat().st_size)])
    return f"truncated {file.name}"


def delete(folder: Path, chance: random.Random) -> str:
    file = any_file(folder, chance)
    file.unlink()
    if chance.random() < 0.3:
        file.mkdir()
    return f"deleted {file.name}"


def swap(folder: Path, chance: random.Random) -> str:
    one, other = chance.sample(REQUIRED, 2)
    content = (folder / one).read_bytes()
    (folder / one).write_bytes((folder / other).read_bytes())
    (folder / other).write_bytes(content)
    return f"swapped {one} and {other}"


def spoil_manifest(folder: Path, chance: random.Random) -> str:
    document = json.loads((folder / MANIFEST).read_text())
    name = chance.choice(["../x", "/etc/passwd", "a" * 5000, "a\0b", "gone", "\ud800"])
    spoilt = chance.choice(
        [
            {**document, "files": {**document["files"], name: "0"}},
            {**document, "files": {**document["files"], "labels.json": 3}},
            {**document, "files": list(document["files"])},
            {**document, "format": chance.choice([0, 2, None, "1"])},
        ]
    )
    (folder / MANIFEST).write_bytes(json.dumps(spoilt).encode())
    return f"spoilt {MANIFEST} ({name[:10]!r})"


def unfit(folder: Path, chance: random.Random) -> str:
    """Files that are no model, under a manifest that is right about each of them."""
    done = chance.choice([wrong_shape, wrong_numbers, garbage, emptied, swap, of_another])(
        folder, chance
    )
    write_manifest(folder)
    return f"{done}, with a manifest to it"


def wrong_shape(folder: Path, chance: random.Random) -> str:
    tensors = load_file(folder / "head.safetensors")
    name = chance.choice(sorted(tensors))
    other = np.ascontiguousarray(
        chance.choice(
            [tensors[name][:, :-1] if name == "neighbours.vectors" else tensors[name][:-1],
             tensors[name][..., None],
             np.full_like(tensors[name], -1 if name == "neighbours.labels" else np.nan), None]
        )
    ) if chance.random() < 0.8 else None  # fmt: skip
    rest = {each: array for each, array in tensors.items() if each != name}
    valid = other is not None and other.dtype != object
    save_file(rest | ({name: other} if valid else {}), folder / "head.safetensors")
    return f"wrong {name}"


def wrong_numbers(folder: Path, chance: random.Random) -> str:
    document = json.loads((folder / "calibration.json").read_text())
    name = chance.choice(["temperature", "threshold", "scope", "match", "curve", "strange"])
    wrong = ["warm", [], {"x": 1}, True, float("nan")]
    document[name] = chance.choice([*wrong, None] if name not in ("scope", "match") else wrong)
    if name in ("curve", "match") and document[name] in ([], {"x": 1}):
        document[name] = {"points": [{"threshold": 1, "precision": 7, "coverage": 0}]}
    (folder / "calibration.json").write_bytes(json.dumps(document).encode())
    return f"{name} is {document[name]}"


def garbage(folder: Path, chance: random.Random) -> str:
    name = chance.choice(REQUIRED)
    (folder / name).write_bytes(chance.choice(GARBAGE).encode("latin-1"))
    return f"nonsense in {name}"


def emptied(folder: Path, chance: random.Random) -> str:
    name = chance.choice(REQUIRED)
    (folder / name).write_bytes(b"" if name not in JSON else chance.choice([b"[]", b"0", b" "]))
    return f"emptied {name}"


def of_another(folder: Path, chance: random.Random) -> str:
    """More intents than the head knows, twice the same, or another model's vocabulary."""
    labels = json.loads((folder / "labels.json").read_text())
    if chance.random() < 0.5:
        other = chance.choice([[*labels, "more"], labels[:-1], [labels[0], *labels[:-1]], []])
        (folder / "labels.json").write_bytes(json.dumps(other).encode())
        return "other labels"
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    for number in range(50):
        tokenizer["model"]["vocab"][f"word{number}"] = 10_000 + number
    (folder / "tokenizer.json").write_bytes(json.dumps(tokenizer).encode())
    return "another vocabulary"


def any_file(folder: Path, chance: random.Random) -> Path:
    return folder / chance.choice((*REQUIRED, MANIFEST))


DAMAGES: tuple[Damage, ...] = (flip_bytes, truncate, delete, swap, spoil_manifest, unfit, unfit)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_directory_damaged_by_chance_is_refused_in_a_sentence(
    tuned_directory: Path, tmp_path: Path, part: int
) -> None:
    serving = Model.open(tuned_directory)
    before = serving.understand("where is my order").intents
    for case in range(part, CASES, PARTS):
        chance, folder = random.Random(case), tmp_path / str(case)
        shutil.copytree(tuned_directory, folder)
        done = DAMAGES[case % len(DAMAGES)](folder, chance)
        print(f"case {case}: {done}")  # shown where it is not refused
        with pytest.raises(DamagedModelError, match=r"or train a new one|Train the model anew"):
            Model.open(folder)
    assert Model.open(tuned_directory).id == serving.id
    assert serving.understand("where is my order").intents == before
