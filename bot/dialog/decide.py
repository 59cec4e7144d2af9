"""Decides what a turn says. Pure: same input, same decision; no clock, no I/O, no randomness.

The order of the rules is the policy of the house: a person where one is asked for, where a rule
says so, or where only a person may decide; then an open form, then an approved answer, then a
composed one, then one question back, and at the end always a person.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.files import files_alone, with_files_noticed
from bot.dialog.forms import (
    answer_with,
    back_to_form,
    continue_form,
    needs_details,
    open_by_intent,
    settled,
)
from bot.dialog.policy import Policy
from bot.dialog.records import Decision, Kind, NeedsLookup, Reading, Turn
from bot.dialog.replies import clarifying, composing, handing_off, route_of, saying
from bot.dialog.trusting import as_trusted
from knowledge.records import TemplateId
from nlu import Act, Concern
from nlu.matters import GRAVE

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


def decide(turn: Turn) -> Decision | NeedsLookup:
    """Decide one turn. ``NeedsLookup`` asks to be called again with the outcome of a lookup."""
    turn = settled(turn)
    if turn.situation.silenced:
        return _silenced(turn)
    outcome = back_to_form(turn, _outcome(turn))
    if isinstance(outcome, NeedsLookup):
        return outcome
    return with_files_noticed(turn, as_trusted(turn, outcome))


def _outcome(turn: Turn) -> Decision | NeedsLookup:
    outcome = (
        _person(turn)
        or _grave(turn)
        or _still_waiting(turn)
        or _pressed(turn)
        or files_alone(turn)
        or _person_decides(turn)
        or continue_form(turn)
        or _answer(turn)
        or open_by_intent(turn)
        or _small_talk(turn)
        or _compose(turn)
        or _clarify(turn)
    )
    return outcome or hand_over(turn, "handoff_unsure", "Nothing sure enough was found.", "unsure")


def hand_over(turn: Turn, key: str, because: str, rule: str) -> Decision:
    """Put the conversation into the queue, with the sentence ``key``."""
    reply = handing_off(turn, key, because, rule)
    state = replace(turn.state, clarified=False, form=None)
    return Decision(reply, state, hand_off=because, route=route_of(turn))


def _silenced(turn: Turn) -> Decision:
    if turn.situation.waiting:
        because = "The bot is switched off, and the conversation waits for a person."
        return Decision(saying(turn, "still_waiting", Kind.HANDOFF, because, "off"), turn.state)
    return hand_over(turn, "silenced", "The bot is switched off.", "off")


def _still_waiting(turn: Turn) -> Decision | None:
    if not turn.situation.waiting:
        return None
    because = "The conversation waits for a person."
    return Decision(saying(turn, "still_waiting", Kind.HANDOFF, because, "waiting"), turn.state)


def _pressed(turn: Turn) -> Decision | NeedsLookup | None:
    action = turn.messages[-1].button
    if action is not None and action.other:
        because = "None of the answers offered was meant."
        return Decision(clarifying(turn, (), because), replace(turn.state, clarified=True))
    if action is None or action.template is None:
        return None
    template = turn.situation.templates.get(action.template)
    if template is None:
        return None
    because = "The customer chose this answer from the ones offered."
    return answer_with(turn, template, because, probability=None)


def _person(turn: Turn) -> Decision | None:
    rule = _rule_that_fires(turn)
    if rule is not None:
        urgent = hand_over(turn, "handoff_urgent", rule, "rule")
        return replace(urgent, route=route_of(turn, urgent=True))
    if turn.situation.waiting:
        return None
    if any(message.button and message.button.human for message in turn.messages):
        return hand_over(turn, "handoff", "The customer pressed the button for a person.", "button")
    if turn.reading.act is Act.HUMAN:
        return hand_over(turn, "handoff", "The customer asks for a person.", "asked")
    return _own_person(turn)


def _own_person(turn: Turn) -> Decision | None:
    """A person, because of who writes or of how they feel: soon, but before nobody else."""
    if turn.situation.customers & turn.policy.hand_off_customers:
        because = "The rule for this customer sends their messages to a person."
        return hand_over(turn, "handoff", because, "customer")
    floor = turn.policy.hand_off_sentiment
    if floor is not None and turn.reading.sentiment < floor:
        because = f"The message sounds unhappy ({turn.reading.sentiment:+.2f}, rule: {floor:+.2f})."
        return hand_over(turn, "handoff", because, "sentiment")
    return None


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


def _person_decides(turn: Turn) -> Decision | None:
    """Hand over what only a person may grant or admit, unless an approved answer is sure.

    So a refund is never refused, a fault never admitted and nothing promised by sentences taken
    from articles.
    """
    for reading, concern in _concerns(turn):
        if _sure(turn, reading) is None:
            return _left_to_person(turn, concern, "handoff")
    return None


def _grave(turn: Turn) -> Decision | None:
    """Threats and injuries go to a person at once, whatever the templates say."""
    for _, concern in _concerns(turn):
        if concern.matter in GRAVE:
            urgent = _left_to_person(turn, concern, "handoff_urgent")
            return replace(urgent, route=route_of(turn, urgent=True))
    return None


def _concerns(turn: Turn) -> list[tuple[Reading, Concern]]:
    """What only a person may decide: in the parts of the message, else in the whole."""
    parts = [part for part in turn.parts if part.matter]
    return [(each, each.matter) for each in parts or (turn.reading,) if each.matter]


def _left_to_person(turn: Turn, concern: Concern, key: str) -> Decision:
    because = f"A person must decide a matter like “{concern.example}”."
    return hand_over(turn, key, because, f"matter: {concern.matter.value}")


def _answer(turn: Turn) -> Decision | NeedsLookup | None:
    asked = [best for part in turn.parts if (best := _sure(turn, part))]
    if len({template for template, _ in asked}) > 1:
        return _answer_both(turn, dict(asked))
    best = _sure(turn, turn.reading)
    if best is None:
        return None
    template, probability = best
    because = "This approved answer is sure enough."
    return answer_with(turn, turn.situation.templates[template], because, probability)


def _answer_both(turn: Turn, asked: dict[TemplateId, float]) -> Decision | NeedsLookup:
    """Answer the first two requests in one reply; one that needs details comes last.

    Where both need details, the first alone is asked about: two questions at once confuse.
    """
    templates = turn.situation.templates
    ordered = sorted(list(asked)[:2], key=lambda each: needs_details(turn, templates[each]))
    because = "It asks two things: " + " and ".join(f"“{templates[t].title}”" for t in ordered)
    first = answer_with(turn, templates[ordered[0]], because + ".", asked[ordered[0]])
    second = answer_with(turn, templates[ordered[1]], because + ".", asked[ordered[1]])
    if isinstance(first, NeedsLookup) or isinstance(second, NeedsLookup):
        return first if isinstance(first, NeedsLookup) else second
    return first if first.reply.kind is Kind.ASK else _joined(first, second)


def _joined(first: Decision, second: Decision) -> Decision:
    """Two decisions as one reply. What the second leaves open decides how the turn ends."""
    known = [
        each.reply.reasons.probability
        for each in (first, second)
        if each.reply.reasons.probability is not None
    ]
    reasons = replace(first.reply.reasons, probability=min(known, default=None))
    reply = replace(
        first.reply,
        text=f"{first.reply.text}\n\n{second.reply.text}",
        buttons=(*first.reply.buttons, *second.reply.buttons)[:MAX_OPTIONS],
        reasons=reasons,
    )
    return Decision(
        reply,
        second.state,
        hand_off=second.hand_off or first.hand_off,
        route=second.route if second.hand_off else first.route,
        templates=(*first.templates, *second.templates),
    )


def _sure(turn: Turn, reading: Reading) -> tuple[TemplateId, float] | None:
    for each in reading.templates:
        if each.template in turn.situation.templates:
            sure = each.probability >= turn.policy.answer_threshold
            return (each.template, each.probability) if sure else None
    return None


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
    state = replace(turn.state, clarified=False)
    return Decision(composing(turn), state)


def _clarify(turn: Turn) -> Decision | None:
    if turn.state.clarified:
        return None
    close = tuple(
        each.template
        for each in turn.reading.templates
        if each.template in turn.situation.templates
        and each.probability >= turn.policy.clarify_floor
    )[: MAX_OPTIONS - 1]
    because = "No approved answer comes near, and the knowledge base does not hold it."
    if close:
        because = "An approved answer is near, but not sure enough."
    if len(close) > 1:
        because = "Several approved answers are close, none is sure enough."
    state = replace(turn.state, clarified=True)
    return Decision(clarifying(turn, close, because), state)
