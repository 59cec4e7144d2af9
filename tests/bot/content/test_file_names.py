"""Names that strangers give to files."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.file_names import LONGEST, download_name, shown_name


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("invoice 2026 (1).pdf", "invoice 2026 (1).pdf"),
        ("发票 №1.pdf", "发票 №1.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\photo.jpg", "photo.jpg"),
        ("a/b/", "b"),
        ("x\r\nSet-Cookie: a=b", "x��Set-Cookie: a=b"),
        ("\u202egpj.exe", "�gpj.exe"),
        ("nul\x00.png", "nul�.png"),
        ("half\ud800.png", "half�.png"),
        ("👩‍🔧.png", "👩‍🔧.png"),
        ('"><img src=x>.png', '"><img src=x>.png'),
        ("..", "file"),
        ("  ", "file"),
        ("", "file"),
        (None, "file"),
    ],
)
def test_a_name_is_shown_as_it_is_without_what_misleads(given_name, shown):
    assert shown_name(given_name) == shown


def test_a_long_name_keeps_its_ending():
    name = shown_name("a" * 500 + ".docx")
    assert (len(name), name[-6:]) == (LONGEST, "….docx")


@given(st.text())
def test_no_name_steers_a_path_a_header_or_a_line(text):
    name = shown_name(text)
    assert 0 < len(name) <= LONGEST
    assert not {"/", "\\", "\r", "\n", "\x00"} & set(name)
    assert name.strip(". ")
    assert not any(unicodedata.bidirectional(each) in ("RLO", "LRO", "RLE") for each in name)
    name.encode()


@pytest.mark.parametrize(
    ("name", "media_type", "downloaded"),
    [
        ("photo.JPG", "image/jpeg", "photo.JPG"),
        ("photo.exe", "image/jpeg", "photo.exe.jpg"),
        ("page.html", "text/plain", "page.html.txt"),
        ("photo", "image/png", "photo.png"),
        ("thing.bin", "application/octet-stream", "thing.bin"),
    ],
)
def test_a_download_ends_in_what_it_is(name, media_type, downloaded):
    assert download_name(name, media_type) == downloaded
