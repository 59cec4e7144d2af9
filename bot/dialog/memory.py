"""What the dialog keeps of a turn, so that the next message can lean on it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from bot.dialog.candidates import near
from bot.dialog.decisions import ABOVE, Decision, Kind, Reply
from bot.dialog.fingerprints import fingerprint
from bot.dialog.messages import QuotedTurn, ReplyButton
from bot.dialog.readings import Bearing
from bot.dialog.state import Memory
from bot.dialog.template_words import title_in
from bot.dialog.turn import Turn
from bot.dialog.wordings import said_in, wordings_after
from knowledge.records import TemplateId
from retrieval import ComposedAnswer

MAX_ASKED: Final = 300
MAX_TEMPLATES: Final = 6
MAX_QUOTED: Final = 30
OFFERS_PERSON: Final = frozenset({ABOVE, "identity", "insult", "none of these"})
"""The rules of replies that end in the offer to fetch a person."""


def remembered(turn: Turn, decision: Decision) -> Decision:
    """``decision`` with a state that remembers it; small talk leaves the memory as it was."""
    reply = decision.reply
    if turn.situation.waiting:
        return decision
    if decision.hand_off is not None:
        memory = Memory()
    elif _is_small_talk(reply):
        memory = replace(
            decision.state.memory,
            person_offered=_offers_person(reply),
            buttons=reply.buttons or decision.state.memory.buttons,
            pointed=False,
        )
    else:
        memory = Memory(
            asked=_asked(turn, decision)[:MAX_ASKED],
            said=_said(turn, decision)[-MAX_TEMPLATES:],
            offered=_offered(turn, decision)[:MAX_TEMPLATES],
            fingerprint=fingerprint(reply.text),
            person_offered=_offers_person(reply),
            about=_about(turn),
            buttons=_buttons(reply),
            quoted=_quoted(turn, reply),
            pointed=reply.reasons.rule == ABOVE,
            repeated=_repeated(turn, decision),
        )
        reply = replace(reply, reasons=replace(reply.reasons, asked=_read_as(turn)))
    wordings = wordings_after(turn, decision)
    state = replace(decision.state, memory=memory, wordings=wordings)
    return replace(decision, reply=reply, state=state)


def recalled(turn: QuotedTurn) -> Memory:
    """What is remembered of a turn that a customer comes back to by quoting it."""
    return Memory(
        asked=turn.asked[:MAX_ASKED],
        said=turn.said[-MAX_TEMPLATES:],
        fingerprint=fingerprint(turn.text) if turn.text else "",
        buttons=turn.buttons,
        quoted=_marks(turn.quotes),
    )


def quoted_before(turn: Turn, composed: ComposedAnswer) -> bool:
    """Whether the last reply about this matter quoted all of ``composed`` already."""
    known = turn.state.memory.quoted
    return all(mark in known for mark in _marks(each.quote for each in composed.sentences))


def _marks(quotes: Iterable[str]) -> tuple[str, ...]:
    """The fingerprints of the lines of ``quotes``: a place quotes a sentence a line."""
    lines = [line for quote in quotes for line in quote.split("\n")]
    return tuple(fingerprint(line) for line in lines[:MAX_QUOTED])


def _is_small_talk(reply: Reply) -> bool:
    reasons = reply.reasons
    return reply.kind is Kind.ANSWER and reasons.template is None and reasons.rule != ABOVE


def _offers_person(reply: Reply) -> bool:
    """Whether a plain yes to ``reply`` asks for a person."""
    return reply.reasons.rule in OFFERS_PERSON or _asks_to_rephrase(reply)


def _asks_to_rephrase(reply: Reply) -> bool:
    return reply.kind is Kind.CLARIFY and not _templates_on(reply)


def _templates_on(reply: Reply) -> tuple[TemplateId, ...]:
    return tuple(each.action.template for each in reply.buttons if each.action.template)


def _goes_on(turn: Turn) -> bool:
    """Whether the message is about the same matter as the one before it."""
    leans = turn.follow_up is not None and not turn.follow_up.loosely
    return leans or turn.bearing is not None or turn.messages[-1].button is not None


def _read_as(turn: Turn) -> str:
    """The question that the message and the one before it make; empty where it stands alone."""
    follow_up = turn.follow_up
    return "" if follow_up is None or follow_up.loosely else follow_up.text


def _about(turn: Turn) -> str:
    if turn.follow_up is not None and not turn.follow_up.loosely:
        return turn.follow_up.about
    return turn.state.memory.about if turn.bearing not in (None, Bearing.MENDED) else ""


def _buttons(reply: Reply) -> tuple[ReplyButton, ...]:
    """What may be named by its place; what a form offers, the form hears by itself."""
    return () if reply.kind is Kind.ASK else reply.buttons


def _quoted(turn: Turn, reply: Reply) -> tuple[str, ...]:
    before = turn.state.memory.quoted if _goes_on(turn) else ()
    now = _marks(each.quote for each in reply.sources)
    return (*(mark for mark in before if mark not in now), *now)[-MAX_QUOTED:]


def _asked(turn: Turn, decision: Decision) -> str:
    if turn.follow_up is not None and not turn.follow_up.loosely:
        return turn.follow_up.asked
    if turn.bearing not in (None, Bearing.MENDED):
        said = turn.situation.templates.get(decision.reply.reasons.template or TemplateId(""))
        return title_in(said, turn.language) if said else turn.state.memory.asked
    questions = [part.text for part in turn.parts if part.asks]
    return questions[-1] if questions else turn.reading.text


def _said(turn: Turn, decision: Decision) -> tuple[TemplateId, ...]:
    reasons = decision.reply.reasons
    before = turn.state.memory.said if _goes_on(turn) else ()
    now = (*((reasons.template,) if reasons.template else ()), *reasons.also)
    return (*(each for each in before if each not in now), *now)


def _repeated(turn: Turn, decision: Decision) -> int:
    before = turn.state.memory
    if decision.reply.reasons.rule == ABOVE:
        return before.repeated
    again = before.said[-1:] == said_in(decision)[-1:]
    return before.repeated + 1 if again else 1


def _offered(turn: Turn, decision: Decision) -> tuple[TemplateId, ...]:
    buttons = _templates_on(decision.reply)
    if buttons or _asks_to_rephrase(decision.reply):
        return buttons
    if _goes_on(turn):
        return turn.state.memory.offered
    said = _said(turn, decision)
    return tuple(each for each in near(turn, turn.reading) if each not in said)
