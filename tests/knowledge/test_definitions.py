"""Terms stay with what is said of them, in web pages and in Markdown."""

from __future__ import annotations

import pytest

from knowledge.articles.definitions import with_markdown_definitions_joined
from knowledge.articles.html import markdown_of

PAGE = (
    "<html><body><article><h1>Access</h1><p>How to reach all floors.</p>{}</article></body></html>"
)


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        (
            "<dt>Lift</dt><dd>None.</dd><dt>Dogs</dt><dd>Yes.</dd>",
            ["Lift:** None.", "Dogs:** Yes."],
        ),
        ("<div><dt>Lift?</dt><dd>None.</dd></div>", ["Lift?** None."]),
        ("<dt>Lift</dt><dd>None.</dd><dd>Stairs.</dd>", ["Lift:** None. Stairs."]),
        ("<dt>Cats</dt><dt>Dogs</dt><dd>Yes.</dd>", ["Cats: Dogs:** Yes."]),
    ],
)
def test_a_term_of_a_page_is_one_item_with_its_definition(inside: str, lines: list[str]) -> None:
    body = markdown_of(PAGE.format(f"<dl>{inside}</dl>"))
    items = [line.removeprefix("- **") for line in body.splitlines() if line.startswith("- ")]
    assert items == lines


def test_a_page_without_definitions_is_read_as_before() -> None:
    assert "- one" in markdown_of(PAGE.format("<ul><li>one</li></ul>"))


def test_terms_of_markdown_become_items() -> None:
    text = "# Data\n\nWhere is it?\n: In Ulm.\n: Copies in Trier.\n\nSize\n: 5 GB\n"
    assert with_markdown_definitions_joined(text) == (
        "# Data\n\n- **Where is it?** In Ulm. Copies in Trier.\n\n- **Size:** 5 GB\n"
    )


@pytest.mark.parametrize(
    "text",
    ["# Title\n: x\n", "- item\n: x\n", "```\na\n: b\n```\n", "a\n:b\n", "| a |\n: x\n"],
)
def test_what_defines_nothing_stays(text: str) -> None:
    assert with_markdown_definitions_joined(text) == text
