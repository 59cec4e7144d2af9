"""A home without training is served by the bundled encoder, as soon as it is indexed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.commands.conftest import Run

ARTICLE = """# Storing tyres

Store tyres in a cool and dark room, away from ovens and motors. Hang them up or lay them flat.
"""


def test_help_pages_are_quoted_before_any_training(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="the bundled encoder comes with the train extra")
    article = tmp_path / "storing-tyres.md"
    article.write_text(ARTICLE)
    run("import", "articles", article)

    indexed = run("index", "--json").json
    reply = run("ask", "How should I store tyres?", "--json").json

    assert indexed["passages"] >= 1
    assert (reply["kind"], reply["sources"][0]["title"]) == ("compose", "Storing tyres")
    assert "cool and dark room" in reply["text"]
