"""Markdown to Telegram's HTML: never refused, nothing lost, nothing smuggled in."""

from __future__ import annotations

import pytest
from fakes.bot_api import fault_of
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.rendering import markdown_to_telegram
from bot.channels.telegram.wording import LONGEST, visible_length, word
from bot.conversations.outbox import Outgoing, OutgoingButton, OutgoingSource

MARKDOWN = st.text(st.sampled_from("ab*_~`#>-|[](){}<&\n 1.!\\:/\"'é🤖"), max_size=80)


def outgoing(text: str, **more: object) -> Outgoing:
    return Outgoing(1, "c", "7", **{"author": "bot", "text": text, **more})


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("a **b** *c* ~~d~~ `e<f`", "a <b>b</b> <i>c</i> <s>d</s> <code>e&lt;f</code>"),
        ("# Returns **today**", "<b>Returns today</b>"),
        ("[page](https://shop.example/a?b=1&c=2)",
         '<a href="https://shop.example/a?b=1&amp;c=2">page</a>'),
        ("[evil](javascript:alert(1))", "[evil](javascript:alert(1))"),
        ("[help](/help/returns)", "help"),
        ("[mail](mailto:a@b.example)", "mail (a@b.example)"),
        ("<b onclick=x>hi</b>", "&lt;b onclick=x&gt;hi&lt;/b&gt;"),
        ("- one\n- two\n  1. in", "• one\n• two\n  1. in"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("|a|b|\n|-|-|\n|1|*2*|", "a · b\n1 · <i>2</i>"),
        ("> said\n> so", "│ said\n│ so"),
        ("```\nx < y\n```", "<pre>x &lt; y</pre>"),
        ("one\ntwo\n\nthree", "one\ntwo\n\nthree"),
    ],
)  # fmt: skip
def test_markdown_is_shown_as(markdown: str, shown: str) -> None:
    assert markdown_to_telegram(markdown) == shown


def test_relative_links_lead_to_the_public_address() -> None:
    shown = markdown_to_telegram("[help](/help/returns)", "https://shop.example/bot")
    assert shown == '<a href="https://shop.example/help/returns">help</a>'


@given(MARKDOWN)
def test_telegram_never_refuses_what_the_bot_says(text: str) -> None:
    assert fault_of(word(outgoing(text), None).html, "HTML") is None


@given(st.sampled_from(["agent", "system"]), MARKDOWN.filter(str.strip), MARKDOWN)
def test_telegram_never_refuses_what_people_say(author: str, text: str, name: str) -> None:
    spoken = word(outgoing(text, author=author, name=name), None)
    assert fault_of(spoken.html, "HTML") is None


def test_what_the_bot_says_is_marked_also_as_plain_text() -> None:
    spoken = word(outgoing("hello"), None)
    assert spoken.html.startswith("🤖 ")
    assert spoken.plain.startswith("🤖 ")


def test_sources_stand_at_the_end_as_links_once_each() -> None:
    sources = (
        OutgoingSource("Returns <2026>", "https://shop.example/returns"),
        OutgoingSource("Returns <2026>", "https://shop.example/returns"),
        OutgoingSource("Delivery", "/help/delivery"),
        OutgoingSource("Leaflet", None),
    )
    spoken = word(outgoing("So it is.", sources=sources, language="en"), None)
    assert spoken.html == (
        "🤖 So it is.\n\nFrom our help pages:\n"
        '• <a href="https://shop.example/returns">Returns &lt;2026&gt;</a>\n'
        "• Delivery\n• Leaflet"
    )


def test_sources_that_do_not_fit_are_left_out_and_words_never() -> None:
    sources = tuple(OutgoingSource(f"{n} {'t' * 300}", None) for n in range(9))
    text = "w" * 3_500
    spoken = word(outgoing(text, sources=sources), None)
    assert visible_length(spoken.html) <= LONGEST
    assert text in spoken.html
    assert "0 tt" in spoken.html
    assert "8 tt" not in spoken.html


def test_a_table_that_grows_beyond_the_limit_is_said_plainly() -> None:
    table = "|a|b|\n|-|-|\n" + "|1|2|\n" * 560
    spoken = word(outgoing(table[:3_500]), None)
    assert fault_of(spoken.html, "HTML") is None


def test_long_labels_are_cut_and_buttons_keep_their_ids() -> None:
    buttons = (OutgoingButton("12.0", "L" * 200), OutgoingButton("12.1", "short"))
    shown = word(outgoing("?", buttons=buttons), None).buttons
    assert [each.data for each in shown] == ["12.0", "12.1"]
    assert shown[0].label == "L" * 59 + "…"
    assert shown[1].label == "short"
