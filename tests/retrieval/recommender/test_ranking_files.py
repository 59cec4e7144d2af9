"""A ranking model comes back as it was written, or is refused."""

from __future__ import annotations

import json

import numpy as np
import pytest

from retrieval import DamagedRankingError
from retrieval.recommender import (
    RankingModel,
    TextTower,
    open_ranking_model,
    write_ranking_files,
)


@pytest.fixture
def written(tmp_path):
    write_ranking_files(tmp_path, RankingModel.untrained("encoder", 4), metrics={"epochs": 1})
    return tmp_path


def test_it_comes_back_as_it_was_written(written):
    before, found = RankingModel.untrained("encoder", 4), open_ranking_model(written)
    assert found.encoder_id == "encoder"
    assert np.allclose(found.weights, before.weights)
    assert np.array_equal(found.towers.reading, before.towers.reading)
    assert found.id != before.id


@pytest.mark.parametrize("name", ["towers.safetensors", "ranking.json", "metrics.json"])
def test_an_altered_or_missing_file_is_refused(written, name):
    path = written / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(DamagedRankingError, match=f"{name} differs"):
        open_ranking_model(written)
    path.unlink()
    with pytest.raises(DamagedRankingError, match=f"{name} is missing"):
        open_ranking_model(written)


@pytest.mark.parametrize(
    "manifest", ["", "[]", '{"format": 1, "files": {}}', '{"format": 1, "task": "ranking"}']
)
def test_a_manifest_that_is_none_is_refused(written, manifest):
    (written / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(DamagedRankingError, match="train --task ranking"):
        open_ranking_model(written)


def test_a_name_that_leads_elsewhere_is_refused(written):
    manifest = json.loads((written / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["../secret"] = "x"
    (written / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(DamagedRankingError, match="secret is not rightly"):
        open_ranking_model(written)


def test_numbers_that_are_none_are_refused(tmp_path):
    towers = TextTower.untrained(4)
    broken = RankingModel("encoder", towers, np.full(5, np.nan), np.ones(5), 30.0)
    write_ranking_files(tmp_path, broken)
    with pytest.raises(DamagedRankingError, match="do not fit"):
        open_ranking_model(tmp_path)
