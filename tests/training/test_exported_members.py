"""The package's public names, and that asking for none of them stays cheap."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import training


def test_every_public_name_exists() -> None:
    assert {
        "fine_tune",
        "TrainingSettings",
        "evaluate_intents",
        "read_labelled_csv",
        "export_base",
        "export_reranker",
    } <= (set(training.__all__))
    assert all(callable(getattr(training, name)) for name in training.__all__)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'fly'"):
        _ = training.fly


def test_importing_the_package_loads_no_library() -> None:
    program = (
        "import sys, training; training.LabelledText; training.TrainingSettings;"
        "print({'torch', 'sklearn', 'transformers', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "set()"
