"""Decides what a turn says. Pure: same input, same decision; no clock, no I/O, no randomness.

The order of the rules is the policy of the house: a person where one is asked for, where a rule
says so, or where only a person may decide; then an open form, then an approved answer, then a
composed one, then one question back, and at the end always a person.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.as_written import with_language_noticed
from bot.dialog.bearings import answer_bearing, none_of_these, typed_option
from bot.dialog.both import answer_both
from bot.dialog.candidates import is_outdone, near, sure
from bot.dialog.decisions import Decision, Kind, NeedsLookup
from bot.dialog.enclosed import with_enclosures
from bot.dialog.files import files_alone, with_files_noticed
from bot.dialog.fingerprints import fingerprint
from bot.dialog.follow_ups import (
    answer_follow_up,
    holds_in_whole,
    near_follow_up,
    point_above,
    repeats,
)
from bot.dialog.forms import answer_with, back_to_form, continue_form, open_by_intent, settled
from bot.dialog.handing_over import hand_over, still_waiting, switched_off
from bot.dialog.kinds import kinds_of_sure_parent
from bot.dialog.memory import remembered
from bot.dialog.people import (
    deciding_person,
    unanswered_language,
    urgent_person,
    wanted_person,
)
from bot.dialog.replies import clarifying, composing, pointing, saying
from bot.dialog.requests import answer_requests
from bot.dialog.trusting import as_trusted
from bot.dialog.turn import Turn
from bot.dialog.why import why
from bot.dialog.wordings import all_said
from bot.dialog.words import says_never_mind
from knowledge.records import TemplateId
from nlu import Act, courtesy_in

MAX_OPTIONS = 3
SMALL_TALK: Final = {
    Act.GREETING: "hello",
    Act.THANKS: "thanks",
    Act.GOODBYE: "goodbye",
    Act.IDENTITY: "identity",
    Act.INSULT: "insult",
    Act.COMPLIMENT: "compliment",
    Act.WAIT: "take_your_time",
}
SHORT_ANSWERS: Final = {Act.AFFIRM: "agreed", Act.DENY: "declined"}
"""What is said to a yes or no that answers no question of the bot's."""


def decide(turn: Turn) -> Decision | NeedsLookup:
    """Decide one turn. ``NeedsLookup`` asks to be called again with the outcome of a lookup."""
    turn = settled(turn)
    if turn.situation.silenced:
        return switched_off(turn)
    outcome = _outcome(turn)
    if isinstance(outcome, NeedsLookup):
        return outcome
    decision = with_language_noticed(turn, back_to_form(turn, remembered(turn, outcome)))
    return with_files_noticed(turn, as_trusted(turn, with_enclosures(turn, decision)))


def _outcome(turn: Turn) -> Decision | NeedsLookup:
    return (
        urgent_person(turn)
        or still_waiting(turn)
        or wanted_person(turn)
        or _pressed(turn)
        or typed_option(turn)
        or files_alone(turn)
        or unanswered_language(turn)
        or deciding_person(turn)
        or answer_bearing(turn)
        or continue_form(turn)
        or _courtesy(turn)
        or answer_follow_up(turn)
        or answer_requests(turn)
        or answer_both(turn)
        or _answer(turn)
        or open_by_intent(turn)
        or _small_talk(turn)
        or _compose(turn)
        or _clarify(turn)
        or hand_over(turn, "handoff_unsure", why("nothing_sure"), "unsure")
    )


def _pressed(turn: Turn) -> Decision | NeedsLookup | None:
    action = turn.messages[-1].button
    if action is not None and action.other:
        return none_of_these(turn)
    if action is None or action.template is None:
        return None
    template = turn.situation.templates.get(action.template)
    if template is None:
        return None
    because = why("chosen")
    return answer_with(turn, template, because, probability=None)


def _answer(turn: Turn) -> Decision | NeedsLookup | None:
    best = sure(turn, turn.reading)
    if best is None or not holds_in_whole(turn, best[0]):
        return None
    template, probability = best
    because = why("sure")
    decided = answer_with(turn, turn.situation.templates[template], because, probability)
    if isinstance(decided, Decision) and _said_in_vain(turn, decided, template):
        return point_above(turn, turn.situation.templates[template])
    return decided


def _said_in_vain(turn: Turn, decision: Decision, template: TemplateId) -> bool:
    """Whether it was said last, word for word or in all its wordings, and the customer now asks in
    other words."""
    memory = turn.state.memory
    if turn.messages[-1].button is not None or decision.reply.kind is not Kind.ANSWER:
        return False
    other_words = turn.reading.text.strip().casefold() != memory.asked.strip().casefold()
    same = fingerprint(decision.reply.text) == memory.fingerprint
    return other_words and (same or all_said(turn, turn.situation.templates[template]))


def _courtesy(turn: Turn) -> Decision | None:
    """A greeting, thanks or a goodbye and no more, whatever an approved answer's examples say."""
    return _small_talk(turn) if courtesy_in(turn.reading.text) is not None else None


def _small_talk(turn: Turn) -> Decision | None:
    act = turn.reading.act
    key = SMALL_TALK.get(act) if act else None
    if act in SHORT_ANSWERS and (turn.state.memory.person_offered or not turn.state.clarified):
        key = SHORT_ANSWERS[act]
    if act is Act.CANCEL and says_never_mind(turn.reading.text):
        key = "declined"
    if act is None or key is None:
        return None
    reply = saying(turn, key, Kind.ANSWER, why("only_act", act=act.value), act.value)
    return Decision(reply, replace(turn.state, clarified=False))


def _compose(turn: Turn) -> Decision | None:
    reading = turn.reading
    if reading.composed is None or reading.answerability < turn.policy.compose_threshold:
        return None
    if repeats(turn, reading.composed):
        return None
    return Decision(composing(turn), replace(turn.state, clarified=False))


def _clarify(turn: Turn) -> Decision | None:
    if turn.state.clarified:
        return None
    kinds = kinds_of_sure_parent(turn)
    if kinds is not None:
        reply = clarifying(turn, kinds.templates, why("parent_sure", parent=kinds.parent))
        return Decision(reply, replace(turn.state, clarified=True))
    close = near_follow_up(turn) if turn.follow_up else near(turn, turn.reading)
    close = close[: MAX_OPTIONS - 1]
    held = is_outdone(turn, turn.reading) or turn.reading.worth_naming
    pointed = pointing(turn) if held and not close else None
    if pointed is not None:
        return Decision(pointed, replace(turn.state, clarified=True))
    because = why("nothing_near")
    if close:
        because = why("near")
    if len(close) > 1:
        because = why("several_near")
    state = replace(turn.state, clarified=True)
    return Decision(clarifying(turn, close, because), state)
