"""What goes out with an approved answer: the questions to ask next, and its files. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.dialog.decisions import Decision
from bot.dialog.languages import language_among
from bot.dialog.messages import ButtonAction, ReplyButton
from bot.dialog.template_words import language_of, title_in
from bot.dialog.turn import Turn
from bot.dialog.wordings import said_in
from knowledge.records import AnswerTemplate


def follow_up_buttons(turn: Turn, template: AnswerTemplate) -> tuple[ReplyButton, ...]:
    """A button for each answer that may be said now, in the language in which this one is."""
    language = language_of(template, turn.language)
    known = turn.situation.templates
    offered = [known[each] for each in template.follow_ups if each in known]
    return tuple(
        ReplyButton(title_in(each, language), ButtonAction(template=each.id))
        for each in offered
        if language_among(each.texts, language) is not None
    )


def with_enclosures(turn: Turn, decision: Decision) -> Decision:
    """``decision`` with the files of every answer that it says, each once."""
    known = turn.situation.templates
    said = [known[each] for each in said_in(decision) if each in known]
    files = tuple(dict.fromkeys(file for each in said for file in each.attachments))
    return replace(decision, reply=replace(decision.reply, files=files)) if files else decision
