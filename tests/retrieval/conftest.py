"""An index over the small help centre, on disk and opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from help_centre import PASSAGES, encoded

from retrieval import PassageIndex, build_passage_index


@pytest.fixture(scope="session")
def index_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("help") / "index"
    build_passage_index(directory, encoded(*PASSAGES), encoder="letters")
    return directory


@pytest.fixture
def index(index_directory: Path) -> PassageIndex:
    return PassageIndex.open(index_directory)
