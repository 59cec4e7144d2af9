"""Decides what a turn says. Pure: same input, same decision; no clock, no I/O, no randomness.

The order of the rules is the policy of the house: a person where one is asked for or a rule says
so, then an open form, then an approved answer, then a composed one, then one question back, and
at the end always a person.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.bearings import answer_bearing, none_of_these
from bot.dialog.candidates import near, sure
from bot.dialog.follow_ups import answer_follow_up, near_follow_up, point_above, repeats
from bot.dialog.forms import answer_with, continue_form
from bot.dialog.handing_over import hand_over
from bot.dialog.memory import fingerprint, remembered
from bot.dialog.policy import Policy
from bot.dialog.records import Decision, Kind, NeedsLookup, Reading, Turn
from bot.dialog.replies import clarifying, composing, saying
from bot.dialog.requests import answer_requests
from nlu import Act

MAX_OPTIONS = 3
SMALL_TALK: Final = {
    Act.GREETING: "hello",
    Act.THANKS: "thanks",
    Act.GOODBYE: "goodbye",
    Act.IDENTITY: "identity",
}


def decide(turn: Turn) -> Decision | NeedsLookup:
    """Decide one turn. ``NeedsLookup`` asks to be called again with the outcome of a lookup."""
    outcome = (
        _still_waiting(turn)
        or _person(turn)
        or _pressed(turn)
        or answer_bearing(turn)
        or continue_form(turn)
        or answer_follow_up(turn)
        or answer_requests(turn)
        or _answer(turn)
        or _small_talk(turn)
        or _compose(turn)
        or _clarify(turn)
        or hand_over(turn, "handoff_unsure", "Nothing sure enough was found.", "unsure")
    )
    return outcome if isinstance(outcome, NeedsLookup) else remembered(turn, outcome)


def _still_waiting(turn: Turn) -> Decision | None:
    if not turn.situation.waiting:
        return None
    because = "The conversation waits for a person."
    return Decision(saying(turn, "still_waiting", Kind.HANDOFF, because, "waiting"), turn.state)


def _pressed(turn: Turn) -> Decision | NeedsLookup | None:
    action = turn.messages[-1].button
    if action is not None and action.other:
        return none_of_these(turn)
    if action is None or action.template is None:
        return None
    template = turn.situation.templates.get(action.template)
    if template is None:
        return None
    because = "The customer chose this answer from the ones offered."
    return answer_with(turn, template, because, probability=None)


def _person(turn: Turn) -> Decision | None:
    if any(message.button and message.button.human for message in turn.messages):
        return hand_over(turn, "handoff", "The customer pressed the button for a person.", "button")
    if turn.reading.act is Act.HUMAN:
        return hand_over(turn, "handoff", "The customer asks for a person.", "asked")
    rule = _rule_that_fires(turn)
    if rule is None:
        return None
    return replace(hand_over(turn, "handoff_urgent", rule, "rule"), urgent=True)


def _rule_that_fires(turn: Turn) -> str | None:
    """Why a rule sends this to a person; rules look at the whole and at each of its parts."""
    text = turn.reading.text.casefold()
    for words in turn.policy.hand_off_words:
        if words.casefold() in text:
            return f"The rule for “{words}” sends this to a person."
    readings = (turn.reading, *turn.parts)
    return next((rule for each in readings if (rule := _rule_for(each, turn.policy))), None)


def _rule_for(reading: Reading, policy: Policy) -> str | None:
    if reading.act is Act.DISTRESS:
        return "The message sounds like somebody in distress."
    if reading.alarm is not None:
        return f"The rule for messages like “{reading.alarm.example}” sends this to a person."
    for each in reading.intents:
        if each.intent in policy.hand_off_intents and each.probability >= policy.hand_off_floor:
            return f"The rule for the intent “{each.intent}” sends this to a person."
    return None


def _answer(turn: Turn) -> Decision | NeedsLookup | None:
    best = sure(turn, turn.reading)
    if best is None:
        return None
    template, probability = best
    because = "This approved answer is sure enough."
    decided = answer_with(turn, turn.situation.templates[template], because, probability)
    if isinstance(decided, Decision) and _said_in_vain(turn, decided):
        return point_above(turn, template)
    return decided


def _said_in_vain(turn: Turn, decision: Decision) -> bool:
    """Whether it was said last, word for word, and the customer now asks in other words."""
    memory = turn.state.memory
    other_words = turn.reading.text.strip().casefold() != memory.asked.strip().casefold()
    pressed = turn.messages[-1].button is not None
    return other_words and not pressed and fingerprint(decision.reply.text) == memory.fingerprint


def _small_talk(turn: Turn) -> Decision | None:
    act = turn.reading.act
    key = SMALL_TALK.get(act) if act else None
    if act is None or key is None:
        return None
    reply = saying(turn, key, Kind.ANSWER, f"The message is no more than {act.value}.", act.value)
    return Decision(reply, replace(turn.state, clarified=False))


def _compose(turn: Turn) -> Decision | None:
    reading = turn.reading
    if reading.composed is None or reading.answerability < turn.policy.compose_threshold:
        return None
    reply = composing(turn)
    if repeats(turn, reply.text):
        return None
    return Decision(reply, replace(turn.state, clarified=False))


def _clarify(turn: Turn) -> Decision | None:
    if turn.state.clarified:
        return None
    close = near_follow_up(turn) if turn.follow_up else near(turn, turn.reading)
    close = close[: MAX_OPTIONS - 1]
    because = "No approved answer comes near, and the knowledge base does not hold it."
    if close:
        because = "An approved answer is near, but not sure enough."
    if len(close) > 1:
        because = "Several approved answers are close, none is sure enough."
    state = replace(turn.state, clarified=True)
    return Decision(clarifying(turn, close, because), state)
