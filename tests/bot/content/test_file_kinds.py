"""What a file is, told from its bytes."""

from __future__ import annotations

import pytest
import sample_files as files
from hypothesis import given
from hypothesis import strategies as st

from bot.content.file_kinds import EXTENSIONS, SHOWN_INLINE, is_listed, kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (files.PNG, "image/png"),
        (files.JPEG, "image/jpeg"),
        (b"GIF89a\x01\x00", "image/gif"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (files.PDF, "application/pdf"),
        (files.DOCX, f"{files.OFFICE}wordprocessingml.document"),
        (files.packed("xl/workbook.xml"), f"{files.OFFICE}spreadsheetml.sheet"),
        (files.open_document(), "application/vnd.oasis.opendocument.text"),
        (files.OLD_WORD, "application/msword"),
        (files.OGG, "audio/ogg"),
        (files.wav(), "audio/wav"),
        (b"ID3\x04\x00", "audio/mpeg"),
        (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4"),
        (files.MP4, "video/mp4"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm...V_VP9", "video/webm"),
        ("Grüße, 你好 👋\n".encode(), "text/plain"),
        ("Grüße".encode("utf-16"), "text/plain"),
        ("退货".encode("gb18030"), "text/plain"),
    ],
)
def test_a_kind_is_told_from_the_bytes_alone(data, kind):
    assert kind_of(data, None) == kind
    assert kind_of(data, "application/octet-stream") == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        files.PROGRAM,
        b"\x7fELF\x02\x01\x01\x00",
        files.SVG,
        files.HTML,
        b"\xef\xbb\xbf  \n<?xml version='1.0'?><svg/>",
        files.SVG.decode().encode("utf-16"),
        b"#!/bin/sh\nrm -rf /\n",
        files.packed("setup.exe"),
        files.packed("word/document.xml", "word/vbaProject.bin"),
        files.packed("mimetype"),
        files.INSTALLER,
        b"\x00\x00\x00\x18ftypevil",
        b"RIFF\x10\x00\x00\x00AVI LIST",
    ],
)
@pytest.mark.parametrize("declared", [None, "image/png", "text/plain", "application/pdf"])
def test_what_could_run_or_is_unknown_is_no_kind(data, declared):
    assert kind_of(data, declared) is None


@pytest.mark.parametrize(
    ("data", "declared", "kind"),
    [
        (files.PNG, "image/jpeg; q=1", "image/png"),
        (files.PNG, "IMAGE/PNG", "image/png"),
        (files.PNG, "application/pdf", None),
        (files.PDF, "image/png", None),
        (b"GIF89a/*<script>*/=1;alert(1)", "text/html", None),
        (b"a;b\n1;2\n", "text/csv", "text/csv"),
        (b"a;b\n1;2\n", "application/vnd.ms-excel", "text/csv"),
        (b"\x1aE\xdf\xa3\x9fB\x82\x84webm...A_OPUS", "audio/webm;codecs=opus", "audio/webm"),
        (files.MP4, "audio/mp4", "audio/mp4"),
        (files.MP4, "image/png", None),
    ],
)
def test_a_declared_type_of_another_family_is_a_lie(data, declared, kind):
    assert kind_of(data, declared) == kind


@given(st.binary(max_size=200), st.none() | st.sampled_from(sorted(EXTENSIONS)) | st.text())
def test_whatever_comes_is_a_known_kind_or_none(data, declared):
    assert kind_of(data, declared) in (None, *EXTENSIONS)


@given(st.binary(max_size=60))
def test_markup_is_never_a_kind_whatever_follows(data):
    assert kind_of(b"<html>" + data, None) is None


def test_nothing_that_can_hold_a_script_is_shown_in_the_page():
    assert set(EXTENSIONS) >= SHOWN_INLINE
    tops = {each.partition("/")[0] for each in SHOWN_INLINE}
    assert tops == {"image", "audio", "video"}
    assert not any("svg" in each or "xml" in each for each in EXTENSIONS if "image" in each)


def test_a_list_names_types_or_whole_families():
    assert is_listed("audio/ogg", ("image/png", "audio/*"))
    assert not is_listed("image/gif", ("image/png", "audio/*"))
