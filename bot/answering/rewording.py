"""Puts a rewriting in the place of a composed answer's sentences, where there is a faithful one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.dialog import Decision, Kind, Reading, is_running_text, joined
from bot.dialog.why import why
from bot.rewriting import Rewritten

Rewrite = Callable[[str, Sequence[str]], Rewritten | None]
"""A question and the sentences that answer it; None where nobody is there to reword them."""
LEAST = 2
"""Sentences; a single one is short enough as it stands."""


def is_rewordable(decision: Decision, reading: Reading) -> bool:
    """Whether it quotes running text of more than one sentence, and nothing else."""
    reply, composed = decision.reply, reading.composed
    if reply.kind is not Kind.COMPOSE or composed is None:
        return False
    sentences = [each.text for each in composed.sentences]
    return (
        len(sentences) >= LEAST and is_running_text(sentences) and joined(sentences) in reply.text
    )


def reworded(decision: Decision, reading: Reading, rewrite: Rewrite) -> Decision:
    """``decision`` with the quoted sentences reworded; sources and all else stay.

    Steps, lists and tables stay as they are, and so does whatever stands around the quotation.
    """
    reply, composed = decision.reply, reading.composed
    if composed is None or not is_rewordable(decision, reading):
        return decision
    sentences = [each.text for each in composed.sentences]
    extract = joined(sentences)
    rewritten = rewrite(reading.text, sentences)
    if rewritten is None:
        return decision
    if rewritten.text is None:
        key = "rewriting_refused" if rewritten.turned_down else "rewriting_failed"
        because, text = why(key, failure=rewritten.because), reply.text
    else:
        because, text = why("reworded"), reply.text.replace(extract, rewritten.text, 1)
    reasons = replace(reply.reasons, because=(*reply.reasons.because, because))
    return replace(decision, reply=replace(reply, text=text, reasons=reasons))
