"""Long texts in parts: everything is said, and nothing is torn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.rendering import markdown_to_telegram
from bot.conversations.markdown_parts import split_markdown
from bot.conversations.parts import split_text, units

FAMILY = "👨‍👩‍👧‍👦"
WORDS = "word and word. " * 20
MARKS = [
    "**bold words**", "plain", "[a link](https://shop.example/x)", "`code`", "*soft*", "🇩🇪", FAMILY,
    "\n\n", "\n", "- item", "> quote", "# head", "```\ncode\n```", "~~no~~", "a_b", "*",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(MARKS), max_size=60).map(" ".join)


def seen(text: str) -> str:
    return "".join(text.split())


@given(st.text(), st.integers(2, 40))
def test_plain_parts_fit_and_say_everything(text: str, limit: int) -> None:
    parts = split_text(text, limit)
    assert all(units(part) <= limit for part in parts)
    assert seen("".join(parts)) == seen(text)


@pytest.mark.parametrize("character", [FAMILY, "🇩🇪", "é", "👍🏽", "❤️"])
def test_what_looks_like_one_character_stays_one(character: str) -> None:
    for part in split_text(character * 40, 37):
        assert part.replace(character, "") == ""


def test_a_limit_that_holds_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        split_text("abc", 1)


@given(MARKDOWN, st.integers(60, 120))
def test_markdown_parts_fit(text: str, limit: int) -> None:
    assert all(units(part) <= limit for part in split_markdown(text, limit))


@given(st.lists(st.sampled_from(["**bold words**", "plain", "`code x`", "[a](https://b.example)"])))
def test_no_mark_of_a_paragraph_is_shown_for_what_it_marks(words: list[str]) -> None:
    for part in split_markdown(" ".join(words), 60):
        shown = markdown_to_telegram(part)
        assert not set(shown) & set("*`[]"), (part, shown)


def test_code_is_closed_and_opened_again_with_its_spaces() -> None:
    code = "\n".join(f"    line {number}" for number in range(30))
    parts = split_markdown(f"Run this:\n\n```python\n{code}\n```\n\nDone.", 120)
    shown = [markdown_to_telegram(part) for part in parts]
    assert shown[0] == "Run this:"
    assert all(each.count("<pre>") == each.count("</pre>") == 1 for each in shown[1:])
    assert sum(each.count("    line") for each in shown) == 30


def test_a_bold_text_too_long_for_one_part_is_said_plainly() -> None:
    parts = split_markdown(f"**{WORDS}[here](https://shop.example) {WORDS.strip()}**", 200)
    shown = " ".join(markdown_to_telegram(part) for part in parts)
    assert "*" not in shown
    assert "here (https://shop.example)" in shown
    assert shown.count("word and word.") == 40


def test_a_table_too_long_for_one_part_keeps_every_cell() -> None:
    rows = "\n".join(f"| item {number} | {number} EUR |" for number in range(40))
    parts = split_markdown(f"| what | price |\n|---|---|\n{rows}", 200)
    shown = "".join(markdown_to_telegram(part) for part in parts)
    assert all(f"{number} EUR" in shown for number in range(40))


def test_where_named_links_lead_is_kept() -> None:
    text = f"{WORDS}\n\n[one]: https://shop.example/one"
    assert "https://shop.example/one" in split_markdown(text, 200)[-1]
