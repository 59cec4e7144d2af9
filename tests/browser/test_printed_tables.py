"""A page that a browser prints as a PDF keeps its tables when it is read as an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from knowledge.articles import read_articles

pytestmark = pytest.mark.browser
STYLE = "table { border-collapse: collapse } td, th { border: 1px solid; padding: 4px }"
HEADER = "<thead><tr><th>Plot</th><th>Price</th></tr></thead>"


def printed(page: Page, table: str, file: Path) -> str:
    """The body of what is read from the printed page; its head is written over each sheet."""
    page.set_content(
        f"<style>{STYLE}</style><h1>Plots to rent</h1><p>The plots cost:</p>"
        f"<table>{table}</table><p>Pay in January.</p>"
    )
    page.pdf(
        path=file,
        margin={"top": "25mm", "bottom": "25mm"},
        display_header_footer=True,
        header_template="<span style='font-size: 9px'>Handbook</span>",
        footer_template="<span style='font-size: 9px' class='pageNumber'></span>",
    )
    (article,) = read_articles([file], on_skip=lambda skipped: None)
    return article.body


def test_a_printed_table_is_read_whole_over_its_pages(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    rows = "".join(f"<tr><td>Plot {n}</td><td>{n} euro</td></tr>" for n in range(1, 81))
    body = printed(visit(), f"{HEADER}{rows}", tmp_path / "plots.pdf")
    table = [line for line in body.splitlines() if line.startswith("|")]
    assert table[:2] == ["| Plot | Price |", "| --- | --- |"]
    assert table[2:] == [f"| Plot {n} | {n} euro |" for n in range(1, 81)]
    assert body.index("The plots cost:") < body.index("| Plot |") < body.index("Pay in January.")


def test_printed_cells_that_are_merged_or_wrapped(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    table = (
        "<tr><th rowspan=2>Plot</th><th colspan=2>Price</th></tr>"
        "<tr><th>Summer</th><th>Winter</th></tr>"
        "<tr><td rowspan=2>Small</td><td>40 euro</td>"
        "<td style='width: 60px'>20 euro with <b>hot</b> water</td></tr>"
        "<tr><td>50|60 euro</td><td>30 euro</td></tr>"
    )
    assert printed(visit(), table, tmp_path / "plots.pdf").split("\n\n")[2] == (
        "| Plot | Price Summer | Price Winter |\n| --- | --- | --- |\n"
        "| Small | 40 euro | 20 euro with hot water |\n| Small | 50\\|60 euro | 30 euro |"
    )


def test_chinese_is_read_as_it_is_typed_and_not_as_it_looks(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    table = "<tr><td>水费</td><td>金额</td></tr><tr><td>小户</td><td>三十元</td></tr>"
    body = printed(visit(), table, tmp_path / "plots.pdf")
    assert "| 水费 | 金额 |\n| --- | --- |\n| 小户 | 三十元 |" in body
