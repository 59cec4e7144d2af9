"""A rewriting takes the place of the quoted sentences and of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from situations import composed, reading, turn

from bot.answering.rewording import is_rewordable, reworded
from bot.dialog import Decision, DialogState, Kind, Reading
from bot.dialog.replies import composing
from bot.rewriting import Rewritten

SENTENCES = ("You can return unused items.", "Helmets are excepted.")
STEPS = ("Do this:", "1. Open the box.", "2. Read the note.")


def answered(*sentences: str) -> tuple[Decision, Reading]:
    read = reading("can I return it?", **composed(*sentences))
    return Decision(composing(turn(read)), DialogState()), read


def test_the_sentences_are_reworded_and_their_sources_stay() -> None:
    decision, read = answered(*SENTENCES)
    got = reworded(decision, read, lambda *_: Rewritten("Unused items, but no helmets."))
    assert got.reply.text == "Unused items, but no helmets."
    assert got.reply.sources == decision.reply.sources
    assert "reworded" in got.reply.reasons.because[-1]


def test_what_stands_around_them_stays() -> None:
    decision, read = answered(*SENTENCES)
    text = f"About your file: I cannot open it.\n\n{decision.reply.text}"
    decision = replace(decision, reply=replace(decision.reply, text=text))
    got = reworded(decision, read, lambda *_: Rewritten("Unused items, but no helmets."))
    assert got.reply.text == "About your file: I cannot open it.\n\nUnused items, but no helmets."


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Rewritten(None, "figure", turned_down=True), "turned down (figure)"),
        (Rewritten(None, "not done within 4 s"), "gave no rewriting (not done within 4 s)"),
    ],
)
def test_without_a_faithful_one_the_sentences_stand(told: Rewritten, said: str) -> None:
    decision, read = answered(*SENTENCES)
    got = reworded(decision, read, lambda *_: told)
    assert got.reply.text == decision.reply.text
    assert said in got.reply.reasons.because[-1]


@pytest.mark.parametrize("sentences", [SENTENCES[:1], STEPS])
def test_a_single_sentence_and_steps_are_not_sent_out(sentences: tuple[str, ...]) -> None:
    decision, read = answered(*sentences)
    asked: list[Sequence[str]] = []
    reworded(decision, read, lambda _, extract: asked.append(extract))
    assert not asked
    assert not is_rewordable(decision, read)


def test_an_approved_answer_is_never_sent_out() -> None:
    decision, read = answered(*SENTENCES)
    decision = replace(decision, reply=replace(decision.reply, kind=Kind.ANSWER))
    asked: list[Sequence[str]] = []
    assert reworded(decision, read, lambda _, extract: asked.append(extract)) is decision
    assert not asked
