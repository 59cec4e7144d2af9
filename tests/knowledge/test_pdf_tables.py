"""A table with rules in a PDF is a table, and whatever else has rules is text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from knowledge.articles import read_articles

Drawer = Callable[..., bytes]
Rows = Sequence[Sequence[str]]
PRICES = [["Plot", "Price"], ["Small", "60 euro"], ["Medium", "95 euro"]]
MARKDOWN = "| Plot | Price |\n| --- | --- |\n| Small | 60 euro |\n| Medium | 95 euro |"
LEFT, TOP, WIDE, HIGH = 72, 600, 150, 20
"""Where the table stands in points, and how large its cells are."""


def said(text: str, x: float, y: float, size: int = 12) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"


def cells(rows: Rows, top: int = TOP) -> str:
    return "".join(
        said(text, LEFT + 4 + WIDE * column, top - HIGH * row - 14)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    )


def strokes(rows: int, columns: int, top: int = TOP) -> str:
    right, bottom = LEFT + WIDE * columns, top - HIGH * rows
    level = (f"{LEFT} {top - HIGH * n} m {right} {top - HIGH * n} l S" for n in range(rows + 1))
    across = (LEFT + WIDE * n for n in range(columns + 1))
    return "\n".join([*level, *(f"{x} {bottom} m {x} {top} l S" for x in across), ""])


def thin_shapes(rows: int, columns: int, top: int = TOP) -> str:
    """As browsers print: each side of each cell is a filled shape, downwards from the top."""
    level = (
        f"{LEFT + WIDE * column} {792 - top + HIGH * row} {WIDE} 1 re f\n"
        for row in range(rows + 1)
        for column in range(columns)
    )
    upright = (
        f"{LEFT + WIDE * column} {792 - top + HIGH * row} 1 {HIGH} re f\n"
        for row in range(rows)
        for column in range(columns + 1)
    )
    return f"q 1 0 0 -1 0 792 cm\n{''.join([*level, *upright])}Q\n"


def frames(rows: int, columns: int, top: int = TOP) -> str:
    """Each cell in a frame of its own, a little apart from the next."""
    return "".join(
        f"{LEFT + WIDE * column + 1} {top - HIGH * row - 1} {WIDE - 2} {2 - HIGH} re B\n"
        for row in range(rows)
        for column in range(columns)
    )


def body(folder: Path, content: bytes) -> str:
    file = folder / "plots.pdf"
    file.write_bytes(content)
    (article,) = read_articles([file], on_skip=lambda skipped: None)
    return article.body


def draw(*parts: str) -> bytes:
    return "".join(parts).encode("ascii")


HEADING = said("Plots to rent", 72, 700, 20)
BEFORE = said("The plots cost in a year:", 72, 640)
AFTER = said("Pay in January.", 72, 400)


@pytest.mark.parametrize("rules", [strokes, thin_shapes, frames])
def test_a_ruled_table_stands_in_its_place(
    tmp_path: Path, pdf_that_draws: Drawer, rules: Callable[[int, int], str]
) -> None:
    page = draw(HEADING, BEFORE, rules(3, 2), cells(PRICES), AFTER)
    assert body(tmp_path, pdf_that_draws(page)) == (
        f"# Plots to rent\n\nThe plots cost in a year:\n\n{MARKDOWN}\n\nPay in January."
    )


def test_rules_may_be_drawn_after_the_text(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    page = draw(HEADING, cells(PRICES), strokes(3, 2))
    assert MARKDOWN in body(tmp_path, pdf_that_draws(page))


def test_a_table_may_be_open_at_its_sides(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    rules = f"72 580 m 372 580 l S 72 560 m 372 560 l S {72 + WIDE} 540 m {72 + WIDE} 600 l S\n"
    assert MARKDOWN in body(tmp_path, pdf_that_draws(draw(HEADING, rules, cells(PRICES))))


def test_a_cell_of_several_lines_is_one_line(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    rules = strokes(2, 2).replace(f"{LEFT} 560 m 372 560 l", "72 530 m 372 530 l")
    rules = rules.replace(" 560 m", " 530 m")
    texts = cells([["Plot", "Price"], ["Small", "60 | 70 euro, wa-"]])
    page = draw(HEADING, rules, texts, said("ter is included", LEFT + WIDE + 4, 551))
    found = body(tmp_path, pdf_that_draws(page))
    assert "| Small | 60 \\| 70 euro, water is included |" in found


def without(drawn: str, rule: str) -> str:
    assert drawn.count(rule) == 1
    return drawn.replace(rule, "")


def test_a_row_as_wide_as_the_table_is_its_title(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    rules = without(strokes(4, 2), "222 520 m 222 600 l S") + "222 520 m 222 580 l S\n"
    texts = cells([["Prices of the year"], *PRICES])
    found = body(tmp_path, pdf_that_draws(draw(HEADING, rules, texts)))
    assert found.endswith(f"Prices of the year\n\n{MARKDOWN}")


def test_a_group_of_columns_is_named_in_each(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    rules = without(strokes(3, 3), "372 540 m 372 600 l S") + "372 540 m 372 580 l S\n"
    rules = without(rules, "72 580 m 522 580 l S") + "222 580 m 522 580 l S\n"
    texts = cells([["Plot", "Price"], ["", "Summer", "Winter"], ["Small", "40 euro", "20 euro"]])
    assert body(tmp_path, pdf_that_draws(draw(HEADING, rules, texts))).endswith(
        "| Plot | Price Summer | Price Winter |\n| --- | --- | --- |\n| Small | 40 euro | 20 euro |"
    )


def test_merged_cells_hold_the_same_for_each_row(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    rules = without(strokes(3, 2), "72 560 m 372 560 l S") + "222 560 m 372 560 l S\n"
    texts = cells([["Plot", "Price"], ["Small", "60 euro"], ["", "70 euro"]])
    found = body(tmp_path, pdf_that_draws(draw(HEADING, rules, texts)))
    assert found.endswith("| Small | 60 euro |\n| Small | 70 euro |")


@pytest.mark.parametrize("header", [["Plot", "Price"], ["Large", "140 euro"]])
def test_a_table_goes_on_over_the_page(
    tmp_path: Path, pdf_that_draws: Drawer, header: Sequence[str]
) -> None:
    pages = [
        draw(said("Handbook, page 1", 72, 770), HEADING, strokes(3, 2), cells(PRICES)),
        draw(
            said("Handbook, page 2", 72, 770),
            strokes(2, 2, 760),
            cells([header, ["Field", "300 euro"]], 760),
            AFTER,
        ),
    ]
    found = body(tmp_path, pdf_that_draws(*pages))
    rest = "" if header == PRICES[0] else "| Large | 140 euro |\n"
    assert f"{MARKDOWN}\n{rest}| Field | 300 euro |\n\n" in found
    assert found.count("---") == 2
    assert found.index("Handbook, page 2") < found.index("Pay in January.")


def test_another_heading_begins_another_table(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    tools = [["Tool", "Fee"], ["Spade", "2 euro"]]
    pages = [
        draw(HEADING, strokes(3, 2), cells(PRICES)),
        draw(said("Tools to rent", 72, 770, 20), strokes(2, 2, 760), cells(tools, 760)),
    ]
    found = body(tmp_path, pdf_that_draws(*pages))
    assert f"{MARKDOWN}\n\n# Tools to rent\n\n| Tool | Fee |" in found


@pytest.mark.parametrize(
    "captions",
    [
        ["Shipping to zone 1", "Shipping to zone 2", "Shipping to zone 3"],
        ["Prices 2025", "Prices 2026"],
        ["2025", "2026"],
        ["Prices of part 1/2", "Prices of part 2/4"],
    ],
)
@pytest.mark.parametrize("size", [12, 18])
def test_captions_that_differ_in_a_number_have_a_table_each(
    tmp_path: Path, pdf_that_draws: Drawer, captions: Sequence[str], size: int
) -> None:
    pages = [
        draw(
            said(caption, 72, 770, size),
            strokes(2, 2, 740),
            cells([["Weight", "Price"], ["2 kg", f"{number} euro"]], 740),
            AFTER,
        )
        for number, caption in enumerate(captions, 5)
    ]
    found = body(tmp_path, pdf_that_draws(*pages))
    assert found.count("| --- | --- |") == len(captions)
    said_in_turn = [found.index(caption) for caption in captions]
    prices = [found.index(f"| 2 kg | {number} euro |") for number in range(5, 5 + len(captions))]
    assert sorted([*said_in_turn, *prices]) == [
        place for pair in zip(said_in_turn, prices, strict=True) for place in pair
    ]


def test_a_heading_that_is_said_again_begins_another_table(
    tmp_path: Path, pdf_that_draws: Drawer
) -> None:
    top = said("Prices", 72, 770, 18)
    text = "".join(said("Nobody pays twice for one plot.", 72, 700 - 20 * n) for n in range(4))
    pages = [
        draw(top, text, strokes(3, 2), cells(PRICES)),
        draw(top, strokes(3, 2, 740), cells(PRICES, 740)),
    ]
    assert body(tmp_path, pdf_that_draws(*pages)).count("| --- | --- |") == 2


@pytest.mark.parametrize(
    ("header", "footer"),
    [
        ("Handbook, page {}", "{}"),
        ("Handbuch 2026, Seite {} von 9", "- {} -"),
        ("Manuel, p. {}", "{} / 2"),
        ("Handbook 2026", "https://plots.example/prices {}/2"),
    ],
)
def test_a_page_number_is_no_caption(
    tmp_path: Path, pdf_that_draws: Drawer, header: str, footer: str
) -> None:
    tops = (600, 740)
    pages = [
        draw(
            said(header.format(number), 72, 770),
            strokes(3, 2, top),
            cells(PRICES, top),
            said(footer.format(number), 72, 40),
        )
        for number, top in enumerate(tops, 1)
    ]
    assert body(tmp_path, pdf_that_draws(*pages)).count("| --- | --- |") == 1


def texts_of(rows: Rows) -> Iterable[str]:
    return (text for row in rows for text in row)


CHART = [["", ""], ["", ""], ["Spring", "Autumn"]]
ROW_AS_ONE = "BT /F1 12 Tf 76 566 Td (Small) Tj 150 0 Td (60 euro) Tj ET\n"
MOVED_ON = "BT /F1 12 Tf 76 546 Td [(Small)-10200(60)-333(euro)] TJ ET\n"
SPACED = said("Small                                 60 euro", 76, 546)
RUN_ON = said("Small plots beside the water cost 60 euro", 76, 546)
LARGE = [["Plot", "Price"], ["Large", "140 euro"]]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(strokes(1, 1) + cells([["Small plots cost 60 euro"]]), id="frame"),
        pytest.param(strokes(1, 2) + cells([["Small plots", "cost 60 euro"]]), id="two columns"),
        pytest.param(strokes(3, 2) + cells(CHART), id="chart"),
        pytest.param(cells(PRICES), id="no rules"),
        pytest.param(thin_shapes(3, 2).replace(" f\n", " W n\n") + cells(PRICES), id="clipped"),
        pytest.param(strokes(2, 2) + cells(PRICES[:1]) + ROW_AS_ONE, id="a row said as one"),
        pytest.param(strokes(3, 2) + cells(LARGE) + MOVED_ON, id="one row moved on"),
        pytest.param(strokes(3, 2) + cells(LARGE) + SPACED, id="one row spaced"),
        pytest.param(strokes(3, 2) + cells(LARGE) + RUN_ON, id="one row run on"),
        pytest.param("1 0 0 m (x) 2 l S 3 re S\n" + cells(PRICES), id="damaged"),
    ],
)
def test_what_is_no_table_stays_text(tmp_path: Path, pdf_that_draws: Drawer, drawn: str) -> None:
    found = body(tmp_path, pdf_that_draws(draw(HEADING, BEFORE, drawn, AFTER)))
    assert "|" not in found
    assert "Small" in found or "Spring" in found
    assert found.endswith("Pay in January.")


def test_a_row_of_which_one_cell_is_filled_leaves_its_table(
    tmp_path: Path, pdf_that_draws: Drawer
) -> None:
    loose = "BT /F1 12 Tf 76 546 Td [(Ask)-333(us)-400(for a field)] TJ ET\n"
    page = draw(HEADING, strokes(3, 2), cells(LARGE), loose)
    found = body(tmp_path, pdf_that_draws(page))
    assert found.endswith("| Large | 140 euro |\n| Ask us for a field |  |")


def test_a_page_on_its_side_stays_text(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    page = draw(HEADING, strokes(3, 2), cells(PRICES))
    attributes = b"/MediaBox [0 0 612 792] /Rotate 90"
    found = body(tmp_path, pdf_that_draws(page, attributes=attributes))
    assert "|" not in found
    assert all(text in found for text in texts_of(PRICES))


def test_a_page_whose_corner_lies_elsewhere_has_its_table(
    tmp_path: Path, pdf_that_draws: Drawer
) -> None:
    page = draw(HEADING, strokes(3, 2), cells(PRICES))
    found = body(tmp_path, pdf_that_draws(page, attributes=b"/MediaBox [50 100 662 892]"))
    assert found.endswith(MARKDOWN)


def test_a_drawing_of_very_many_lines_is_read_as_text(
    tmp_path: Path, pdf_that_draws: Drawer
) -> None:
    page = draw(HEADING, strokes(3, 2), cells(PRICES), "9 9 m 9 99 l S\n" * 6_000)
    found = body(tmp_path, pdf_that_draws(page))
    assert "|" not in found
    assert "60 euro" in found


def test_an_underlined_word_divides_no_cell(tmp_path: Path, pdf_that_draws: Drawer) -> None:
    page = draw(HEADING, strokes(3, 2), "73 563 40 1 re f\n", cells(PRICES))
    assert body(tmp_path, pdf_that_draws(page)).endswith(MARKDOWN)
