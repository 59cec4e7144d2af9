"""Whatever bytes a file holds, every importer reads them, reports them, or refuses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.promise import import_bytes
from fuzz.seeds import SEEDS, seeds_of
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importers.formats import IMPORTERS

FORMATS = [importer.format for importer in IMPORTERS]
ODD = [b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b'"', b"\\ud800", b"[" * 2000]
ODD += [b"9" * 5000, b"1e999", b"-1", b"null", b"\xe2\x80\xae", b",,,,", b"{}", b"0000-00-00"]


@st.composite
def damaged(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A sound file, some pieces of which are cut out, doubled, moved or replaced by odd ones."""
    content = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 40)))
        piece = draw(
            st.sampled_from([*ODD, content[start:end] * 2, content[end : end + 40]])
            | st.binary(max_size=12)
        )
        content = content[:start] + piece + content[end:]
    return content


@pytest.mark.parametrize("format", FORMATS)
def test_damaged_files_are_survived(format: str, tmp_path: Path) -> None:
    @settings(max_examples=150)
    @given(damaged(list(seeds_of(format))))
    def survive(content: bytes) -> None:
        import_bytes(content, format, tmp_path)

    survive()


@pytest.mark.parametrize("format", FORMATS)
def test_bytes_without_any_form_are_survived(format: str, tmp_path: Path) -> None:
    @settings(max_examples=50)
    @given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode()))
    def survive(content: bytes) -> None:
        import_bytes(content, format, tmp_path)

    survive()


@pytest.mark.parametrize("format", sorted(SEEDS))
def test_the_files_that_damage_starts_from_are_sound(format: str, tmp_path: Path) -> None:
    assert import_bytes(seeds_of(format)[0], format, tmp_path) > 0
