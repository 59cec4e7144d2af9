"""What goes to a person although it might be answered: asked for, ruled, or not a bot's to decide.

Pure. Rules of urgency are heard even while somebody is awaited already.
"""

from __future__ import annotations

from bot.dialog.candidates import sure
from bot.dialog.decisions import Decision
from bot.dialog.handing_over import RULE_FOR_CUSTOMER, hand_over
from bot.dialog.policy import Policy
from bot.dialog.readings import Reading
from bot.dialog.trigger_words import says
from bot.dialog.turn import Turn
from bot.dialog.why import why
from knowledge.hierarchy import lineage
from nlu import Act, Concern
from nlu.matters import GRAVE


def urgent_person(turn: Turn) -> Decision | None:
    """A person before all others: a rule says so, or somebody is threatened or was hurt."""
    rule = _rule_that_fires(turn)
    if rule is not None:
        return hand_over(turn, "handoff_urgent", rule, "rule", urgent=True)
    for _, concern in _concerns(turn):
        if concern.matter in GRAVE:
            return _left_to_person(turn, concern, urgent=True)
    return None


def wanted_person(turn: Turn) -> Decision | None:
    """A person, because the customer asks for one, or because of who writes or how they feel."""
    if any(message.button and message.button.human for message in turn.messages):
        return hand_over(turn, "handoff", why("pressed_person"), "button")
    if turn.reading.act is Act.HUMAN:
        return hand_over(turn, "handoff", why("asks_person"), "asked")
    if (turn.situation.customers | turn.state.proven) & turn.policy.hand_off_customers:
        return hand_over(turn, "handoff", RULE_FOR_CUSTOMER, "customer")
    floor = turn.policy.hand_off_sentiment
    if floor is not None and turn.reading.sentiment < floor:
        because = why("unhappy", sentiment=f"{turn.reading.sentiment:+.2f}", floor=f"{floor:+.2f}")
        return hand_over(turn, "handoff", because, "sentiment")
    return None


def unanswered_language(turn: Turn) -> Decision | None:
    """A person for a language in which the bot is wrong too often; pleasantries are for the bot."""
    language = turn.reading.written_in
    if language not in turn.policy.hand_off_languages or turn.reading.act is not None:
        return None
    because = why("language", language=str(language))
    return hand_over(turn, "handoff_language", because, "language")


def deciding_person(turn: Turn) -> Decision | None:
    """Hand over what only a person may grant or admit, unless an answer was approved for just that.

    So a refund is never refused, a fault never admitted and nothing promised, neither by sentences
    taken from articles nor by an answer that was written for those who merely ask about the rules.
    """
    for reading, concern in _concerns(turn):
        best = sure(turn, reading)
        if best is None or concern.matter not in turn.situation.settles.get(best[0], ()):
            return _left_to_person(turn, concern, urgent=False)
    return None


def _rule_that_fires(turn: Turn) -> str | None:
    """Why a rule sends this to a person; rules look at the whole and at each of its parts."""
    for words in turn.policy.hand_off_words:
        if says(turn.reading.text, words):
            return why("rule_words", words=words)
    readings = (turn.reading, *turn.parts)
    return next((rule for each in readings if (rule := _rule_for(each, turn.policy))), None)


def _rule_for(reading: Reading, policy: Policy) -> str | None:
    if reading.danger is not None and policy.hand_off_dangers:
        return why("danger", words=reading.danger.words)
    if reading.act is Act.DISTRESS:
        return why("distress")
    if reading.alarm is not None:
        return why("rule_messages", example=reading.alarm.example)
    likely = (name for each in reading.intents for name in lineage(each.intent))
    for name in likely:
        if name in policy.hand_off_intents and reading.chance_of(name) >= policy.hand_off_floor:
            return why("rule_intent", intent=name)
    return None


def _concerns(turn: Turn) -> list[tuple[Reading, Concern]]:
    """What only a person may decide: in the parts of the message, else in the whole.

    The words of a button are the company's own: where they surely have an approved answer, they
    demand nothing beside it.
    """
    pressed = len(turn.messages) == 1 and turn.messages[0].button is not None
    if pressed and sure(turn, turn.reading) is not None:
        return []
    parts = [part for part in turn.parts if part.matter]
    return [(each, each.matter) for each in parts or (turn.reading,) if each.matter]


def _left_to_person(turn: Turn, concern: Concern, *, urgent: bool) -> Decision:
    because = why("matter", example=concern.example)
    key = "handoff_urgent" if urgent else "handoff"
    return hand_over(turn, key, because, f"matter: {concern.matter.value}", urgent=urgent)
