"""Passages stay short, keep lists and tables whole, and lose no words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Article, ArticleId, Passage, split_article
from knowledge.passages.split import LONGEST_WORDS
from knowledge.passages.words import count_words


def passages_of(body: str, title: str = "Returns") -> tuple[Passage, ...]:
    return split_article(Article(id=ArticleId("returns"), title=title, body=body))


def test_headings_are_the_path_and_the_anchor() -> None:
    body = "# Returns\nHello.\n## How to\n### By post\nPack it.\n## Fees!\nNone.\n## Fees!\nSome."
    found = [(p.headings, p.anchor, p.text) for p in passages_of(body)]
    assert found == [
        ((), "returns", "Hello."),
        (("How to", "By post"), "by-post", "Pack it."),
        (("Fees!",), "fees", "None."),
        (("Fees!",), "fees-1", "Some."),
    ]


def test_steps_stay_whole_with_the_sentence_that_leads_in() -> None:
    steps = "\n".join(f"{n}. Step {n} has exactly nine words in its line." for n in range(1, 13))
    found = passages_of(f"{'Word ' * 100}.\n\nTo return an item:\n\n{steps}\n\n{'End ' * 90}.")
    assert [p.text.split()[0] for p in found] == ["Word", "To", "End"]
    assert found[1].text == f"To return an item:\n\n{steps}"


def test_a_table_too_long_for_one_passage_keeps_its_header_on_each() -> None:
    rows = "\n".join(f"| Country number {n} | costs {n} euros |" for n in range(60))
    found = passages_of(f"| Country | Fee |\n|---|---|\n{rows}\n")
    assert len(found) > 1
    assert all(p.text.startswith("| Country | Fee |\n| --- | --- |\n") for p in found)
    assert sum(p.text.count("euros") for p in found) == 60


def test_markup_goes_and_addresses_stay() -> None:
    (passage,) = passages_of("See **our** [form](https://x.example/f) or [below](#b), `now`.")
    assert passage.text == "See our form (https://x.example/f) or below, now."


def test_nested_lists_and_raw_html_are_read() -> None:
    (passage,) = passages_of("1. a\n   - b\n   - c\n2. d\n\n<p>x<br>y<!-- no > --></p>\n")
    assert passage.text == "1. a\n   - b\n   - c\n2. d\n\nx\ny"


def test_ids_and_positions_count_up_and_the_address_is_handed_on() -> None:
    article = Article(ArticleId("a"), "A", "One.\n## B\nTwo.", url="https://x.example/a")
    assert [(p.id, p.position, p.url) for p in split_article(article)] == [
        ("a#0", 0, "https://x.example/a"),
        ("a#1", 1, "https://x.example/a"),
    ]


def test_long_chinese_text_is_cut_between_sentences() -> None:
    found = passages_of("请在三十天内退货，商品必须未使用。" * 40)
    assert len(found) > 1
    assert all(p.text.endswith("。") and count_words(p.text) <= 180 for p in found)


sentence = st.lists(st.sampled_from(["alpha", "beta", "gamma", "退货", "3.5"]), min_size=1)
words = sentence.map(lambda found: " ".join(found) + ".")
lists = st.lists(words, min_size=1, max_size=30).map(lambda x: "\n".join(f"- {i}" for i in x))
tables = st.lists(words, min_size=1, max_size=30).map(
    lambda rows: "| h |\n|---|\n" + "\n".join(f"| {row} |" for row in rows)
)
paragraphs = st.lists(words, min_size=1, max_size=40).map(" ".join)
documents = st.lists(lists | tables | paragraphs | st.just("## More"), max_size=8).map("\n\n".join)


@given(documents)
def test_no_word_is_lost_and_no_passage_is_too_long(body: str) -> None:
    found = passages_of(body)
    assert all(count_words(p.text) <= LONGEST_WORDS for p in found)
    pattern = re.compile(r"alpha|beta|gamma|退货|3\.5")
    assert pattern.findall(" ".join(p.text for p in found)) == pattern.findall(body)


@given(st.text(max_size=300))
def test_any_text_can_be_split(body: str) -> None:
    passages_of(body)


@pytest.mark.data
def test_real_articles_give_passages_of_readable_length(shared_data: Path) -> None:
    for file in (shared_data / "abcd" / "articles").glob("*.md"):
        found = passages_of(file.read_text(encoding="utf-8"))
        assert found
        assert max(count_words(p.text) for p in found) <= LONGEST_WORDS
