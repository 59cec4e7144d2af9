"""Whatever a file is called, its response holds one harmless header."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import sample_files as files
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.uploads import sent
from bot.content.attachments import Attachment
from bot.content.file_bytes import FileBytes
from bot.content.file_names import shown_name


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[FileBytes, str]:
    """The folder with one picture in it, and that picture's hash."""
    folder = FileBytes(Path(tmp_path_factory.mktemp("kept")))
    with folder.receive(io.BytesIO(files.PNG), 1_000) as received:
        folder.put(received)
    return folder, received.sha256


@given(st.text(max_size=60))
def test_a_name_never_leaves_its_header(kept, name):
    folder, sha256 = kept
    file = Attachment("f", shown_name(name), "image/png", 1, "stored", None, sha256)
    disposition = sent(folder, file).headers["content-disposition"]
    assert disposition.startswith("inline; filename")
    assert disposition.isascii()
    assert disposition.isprintable()
    assert disposition.count('"') in (0, 2)
