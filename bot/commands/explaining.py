"""Why the bot takes a message for what it does: the words that mattered, the nearest examples."""

from __future__ import annotations

import click

from bot.answering import load_release
from bot.answering.explaining import Explanation, NearExample, Weighed, explanation_to_json
from bot.answering.explaining import explain as explain_text
from bot.commands.context import CommandError, Home, json_option, say

SHOWN_WORDS = 6
LEAST_SHOWN = 0.005


@click.command()
@click.argument("text")
@json_option
@click.pass_obj
def explain(home: Home, text: str, as_json: bool) -> None:
    """What TEXT is taken for, the words that mattered, and the labelled texts nearest to it.

    A word matters by how much the probability falls when it is left out.
    """
    if not text.strip():
        raise CommandError("the text is empty; write what a customer would")
    release = load_release(home.database, home.settings)
    if release.model is None:
        raise CommandError("no model serves; run `frontdesk train`, or `frontdesk index` first")
    found = explain_text(home.database, home.settings, release, text)
    say(as_json, explanation_to_json(found), "\n".join(_lines(found)))


def _lines(found: Explanation) -> list[str]:
    lines = [
        f"{kind} {each.name}, {each.probability:.0%}: {_words(each)}"
        for kind, each in (("intent", found.intent), ("template", found.template))
        if each is not None
    ]
    near = [
        f"  {each.similarity:.2f}  {each.text}  ({each.intent}{_seen(each)})"
        for each in found.examples
    ]
    if not lines and not near:
        return ["The encoder cannot read this text, and nothing resembles it."]
    return [*lines, *(["nearest labelled texts:", *near] if near else [])]


def _words(weighed: Weighed) -> str:
    shown = [each for each in weighed.words[:SHOWN_WORDS] if abs(each.drop) >= LEAST_SHOWN]
    words = ", ".join(f"“{each.piece.text}” {-each.drop:+.0%}" for each in shown)
    return f"without {words}" if words else "no single word mattered"


def _seen(example: NearExample) -> str:
    return ", not learned from" if example.learned is False else ""
