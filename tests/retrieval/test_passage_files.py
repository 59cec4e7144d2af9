"""Index directories: complete or refused, and never overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from help_centre import PASSAGES, encoded

from retrieval import DamagedIndexError, IndexExistsError, PassageIndex, build_passage_index


@pytest.fixture
def copied(index_directory: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(index_directory, tmp_path / "index"))


def test_an_existing_directory_is_never_written_to(index_directory: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in index_directory.rglob("*")}
    with pytest.raises(IndexExistsError, match="exists already"):
        build_passage_index(index_directory, encoded(*PASSAGES), encoder="letters")
    assert before == {path: path.stat().st_mtime_ns for path in index_directory.rglob("*")}


def test_building_leaves_nothing_beside_the_index(index_directory: Path) -> None:
    assert [path.name for path in index_directory.parent.iterdir()] == ["index"]


def test_an_interrupted_build_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".index.building").mkdir()
    (tmp_path / ".index.building" / "vectors.npy").write_bytes(b"half")
    build_passage_index(tmp_path / "index", encoded(*PASSAGES), encoder="letters")
    assert len(PassageIndex.open(tmp_path / "index", thorough=True)) == len(PASSAGES)


def test_an_index_knows_what_made_its_vectors(index_directory: Path) -> None:
    assert PassageIndex.open(index_directory).encoder == "letters"


def test_an_index_without_passages_opens_and_finds_nothing(tmp_path: Path) -> None:
    build_passage_index(tmp_path / "index", [], encoder="letters")
    assert PassageIndex.open(tmp_path / "index").search("anything", None) == ()


@pytest.mark.parametrize("name", ["vectors.npy", "passages.jsonl", "lexical/meta.json"])
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(DamagedIndexError, match=f"{name} is missing"):
        PassageIndex.open(copied)


def test_a_half_copied_file_is_refused(copied: Path) -> None:
    path = copied / "sentence_vectors.npy"
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(DamagedIndexError, match="bytes, not"):
        PassageIndex.open(copied)


def test_a_changed_byte_is_noticed_by_a_thorough_look(copied: Path) -> None:
    path = copied / "vectors.npy"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedIndexError, match="is not the file that was written"):
        PassageIndex.open(copied, thorough=True)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 2}'])
def test_a_broken_manifest_is_refused(copied: Path, content: str) -> None:
    (copied / "manifest.json").write_text(content)
    with pytest.raises(DamagedIndexError, match="Build it again"):
        PassageIndex.open(copied)


def test_an_empty_directory_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndexError, match=r"no manifest\.json"):
        PassageIndex.open(tmp_path)
