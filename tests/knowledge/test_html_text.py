"""A message in HTML keeps all of its words and none of its markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importers.html_text import looks_like_markup, text_of_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain &amp; simple", "plain & simple"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<div>One.</div>\n  <div>Two<br>three</div>", "One.\nTwo\nthree"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc"),
        ('See <a href="https://x.example/a">here</a>.', "See here (https://x.example/a)."),
        ('<a href="https://x.example/">https://x.example</a>', "https://x.example"),
        ('<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"),
        ("<style>p {}</style><p>x</p><script>1</script><!-- no -->", "x"),
        ('<p>New.</p><div class="gmail_quote">On Monday: old.</div>', "New."),
        ('<p>New.</p><blockquote type="cite">old</blockquote>', "New."),
        ("<blockquote>said by a poet</blockquote>", "said by a poet"),
        ("<pre>a\n  b</pre>", "a\nb"),
    ],
)
def test_what_is_said_is_kept(html: str, text: str) -> None:
    assert text_of_html(html) == text


@given(st.lists(st.text("abc<>&'\"/ \n", max_size=8), max_size=8).map("".join))
def test_whatever_the_markup_nothing_breaks(html: str) -> None:
    assert isinstance(text_of_html(html), str)


def test_deep_nesting_is_read() -> None:
    assert "core" in text_of_html("<div>" * 5_000 + "core" + "</div>" * 5_000)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<p>x</p>", True),
        ("a &amp; b", True),
        ("a<br/>b", True),
        ("1 < 2 > 0", False),
        ("hi", False),
    ],
)
def test_markup_is_told_from_text(text: str, markup: bool) -> None:
    assert looks_like_markup(text) is markup
