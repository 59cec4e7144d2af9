"""What the company wrote in Markdown, as people read it where nothing renders it."""

from __future__ import annotations

import pytest

from bot.channels.rendering import markdown_as_read
from bot.channels.telegram.rendering import markdown_to_telegram
from bot.channels.telegram.wording import word
from bot.conversations.outbox import Outgoing, OutgoingSource

TENTS = "| Tent | Weight | Load |\n|---|---|---|\n| Nimbus | 4 kg | 90 kg |"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (TENTS, "Nimbus: Weight 4 kg, Load 90 kg."),
        (f"In kilograms:\n{TENTS}", "In kilograms:\nNimbus: Weight 4 kg, Load 90 kg."),
        ("| Nimbus | 4 kg | 90 kg |", "Nimbus · 4 kg · 90 kg"),
        ("| | Free |\n|---|---|\n| Parcels | from €50 |", "Parcels: Free from €50."),
        ("| Part | How long |\n| :-- | --: |\n| Frame |  |", "Part Frame."),
        (
            "- **Koru:** holds 160 kg\n- `E15` means *stop*",
            "• Koru: holds 160 kg\n• E15 means stop",
        ),
        ("2. Keep it [dry](https://a.example/dry)", "2. Keep it dry"),
        ("It weighs ~~5~~ __4 kg__.\nIt folds.", "It weighs 5 4 kg. It folds."),
        ("> It holds **two**.", "It holds two."),
        ("型号 | 不是表格", "型号 | 不是表格"),
        ("It costs 5 * 3 = 15 € & <b>no</b> more.", "It costs 5 * 3 = 15 € & <b>no</b> more."),
        ("", ""),
    ],
)
def test_marks_of_markdown_are_gone_and_a_row_reads_as_a_sentence(text: str, read: str) -> None:
    assert markdown_as_read(text) == read


def test_a_table_has_no_pipes_in_telegram() -> None:
    shown = markdown_to_telegram(f"**Tents**\n\n{TENTS}")
    assert shown == "<b>Tents</b>\n\nTent · Weight · Load\nNimbus · 4 kg · 90 kg"


def test_what_telegram_cannot_read_as_html_goes_without_marks() -> None:
    text = f"**Tents** [here](/help/tents), [tents.example](https://tents.example)\n\n{TENTS}"
    spoken = word(Outgoing(1, "c", "chat", "bot", text), "https://frontdesk.example")
    assert spoken.plain == (
        "🤖 Tents here (https://frontdesk.example/help/tents), "
        "tents.example (https://tents.example)\n\nTent · Weight · Load\nNimbus · 4 kg · 90 kg"
    )


def test_a_source_is_a_link_in_telegram_where_it_has_an_address() -> None:
    found = (OutgoingSource("Tents", "/help/tents"), OutgoingSource("Poles", "https://p.example/"))
    message = Outgoing(1, "c", "chat", "bot", "It weighs 4 kg.", language="en", sources=found)
    alone = word(message, None).html
    assert "• Tents\n" in alone
    assert '<a href="https://p.example/">Poles</a>' in alone
    both = word(message, "https://frontdesk.example").html
    assert '<a href="https://frontdesk.example/help/tents">Tents</a>' in both
