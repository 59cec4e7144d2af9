"""Several requests in one message: each is answered, or it is said that a person will. Pure.

What nobody can answer is named beside what could be answered, so that it is never dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.dialog.candidates import near, sure
from bot.dialog.decisions import Decision, Kind, NeedsLookup
from bot.dialog.follow_ups import SURER
from bot.dialog.forms import answer_with, needs_details
from bot.dialog.handing_over import hand_over
from bot.dialog.phrases import phrase
from bot.dialog.readings import Reading
from bot.dialog.replies import clarifying, composing
from bot.dialog.template_words import title_in
from bot.dialog.turn import Turn
from bot.dialog.why import why
from knowledge.records import TemplateId

MAX_ANSWERS: Final = 3
MAX_BUTTONS: Final = 3
RELATED: Final = 0.1
"""How probable the whole message must make a template that only a statement in it is sure of."""
MAX_QUOTED: Final = 120


def answer_requests(turn: Turn) -> Decision | NeedsLookup | None:
    """Answer the requests of a message together; None where it makes one that can be answered."""
    found = _found(turn)
    open_parts = [
        part for part in turn.parts if part.stands_alone and not _answered(turn, part, found)
    ]
    quoted = [part for part in open_parts if _composes(turn, part)]
    unknown = [part for part in open_parts if part not in quoted]
    if not (found or quoted) or len(found) + len(open_parts) < 2:
        return None
    decisions = _answers(turn, found)
    if isinstance(decisions, NeedsLookup):
        return decisions
    room = MAX_ANSWERS - len(decisions)
    quotes = [_quoting(turn, part) for part in quoted[:room]]
    place = next((n for n, each in enumerate(decisions) if each.state.form), len(decisions))
    decisions[place:place] = quotes
    late = [*quoted[room:], *unknown]
    if late and decisions[-1].reply.kind is Kind.ASK:
        decisions[-1] = _with_more(turn, decisions[-1], [part.text for part in late])
    elif late:
        decisions.append(_unanswered(turn, late))
    return _joined(decisions)


def answered_together(turn: Turn, found: Mapping[TemplateId, float]) -> Decision | NeedsLookup:
    """The approved answers ``found``, with their probabilities, as one reply."""
    decisions = _answers(turn, found)
    return decisions if isinstance(decisions, NeedsLookup) else _joined(decisions)


def _found(turn: Turn) -> dict[TemplateId, float]:
    """What the parts are sure of, as far as it fits the whole.

    A statement beside a request ("I am 1.86") may sound like another request when it is read
    alone: it counts where the whole message has to do with its template, and never alone. What
    the whole is sure of must be among it. What is asked is answered first.
    """
    whole = sure(turn, turn.reading)
    related = {each.template for each in turn.reading.templates if each.probability >= RELATED}
    asked: dict[TemplateId, float] = {}
    stated: dict[TemplateId, float] = {}
    for part in turn.parts:
        best = sure(turn, part)
        if best and part.asks:
            asked[best[0]] = best[1]
        elif best and best[0] in related:
            stated[best[0]] = best[1]
    found = {**asked, **{each: stated[each] for each in stated if each not in asked}}
    if not asked and len(found) < 2 and whole is None:
        return {}
    return found if whole is None or whole[0] in found else {}


def _answered(turn: Turn, part: Reading, found: dict[TemplateId, float]) -> bool:
    """Whether ``found`` answers ``part``: it is sure, or its likeliest template is one of those."""
    likeliest = part.templates[0].template if part.templates else None
    return sure(turn, part) is not None or likeliest in found


def _composes(turn: Turn, part: Reading) -> bool:
    return part.composed is not None and part.answerability >= turn.policy.compose_threshold + SURER


def _answers(turn: Turn, found: Mapping[TemplateId, float]) -> list[Decision] | NeedsLookup:
    """The first answers; of those that need details one, the last, and the rest by name."""
    templates = turn.situation.templates
    ordered = sorted(found, key=lambda each: needs_details(turn, templates[each]))
    because = _because([templates[each].title for each in ordered])
    decisions: list[Decision] = []
    for template in ordered[:MAX_ANSWERS]:
        decided = answer_with(turn, templates[template], because, found[template])
        if isinstance(decided, NeedsLookup):
            return decided
        decisions.append(decided)
        if decided.reply.kind is Kind.ASK:
            break
    left = [title_in(templates[each], turn.language) for each in ordered[len(decisions) :]]
    if left:
        decisions[-1] = _with_more(turn, decisions[-1], left)
    return decisions


def _with_more(turn: Turn, decision: Decision, others: list[str]) -> Decision:
    """``decision`` with a word about the ``others`` that were asked and must wait."""
    between = phrase("list_separator", turn.language)
    names = between.join(f"“{each[:MAX_QUOTED]}”" for each in others)
    text = f"{decision.reply.text}\n\n{phrase('one_at_a_time', turn.language, titles=names)}"
    return replace(decision, reply=replace(decision.reply, text=text))


def _because(titles: list[str]) -> str:
    if len(titles) < 2:
        return why("asks_more")
    names = ", ".join(f"“{each}”" for each in titles)
    return why("asks_things", count=str(len(titles)), titles=names)


def _quoting(turn: Turn, part: Reading) -> Decision:
    reply = composing(replace(turn, reading=part), why("asks_too", text=part.text))
    return Decision(reply, replace(turn.state, clarified=False))


def _unanswered(turn: Turn, parts: list[Reading]) -> Decision:
    """Says of requests that they are not known: asks back about a single one, else a person."""
    named = " ".join(f"“{part.text[:MAX_QUOTED]}”" for part in parts)
    options = near(turn, parts[0]) if len(parts) == 1 and not turn.state.clarified else ()
    if options:
        because = why("near_to", named=named)
        reply = clarifying(turn, options[: MAX_BUTTONS - 1], because)
        decision = Decision(reply, replace(turn.state, clarified=True))
    else:
        because = why("nothing_sure_for", named=named)
        decision = hand_over(turn, "handoff_unsure", because, "unsure")
    text = phrase("of_request", turn.language, request=named, said=decision.reply.text)
    return replace(decision, reply=replace(decision.reply, text=text))


def _joined(decisions: list[Decision]) -> Decision:
    """Decisions as one reply. What the last leaves open decides how the turn ends."""
    first, last = decisions[0], decisions[-1]
    replies = [each.reply for each in decisions]
    known = [each.reasons.probability for each in replies if each.reasons.probability is not None]
    also = [each.reasons.template for each in replies[1:] if each.reasons.template]
    reasons = replace(
        first.reply.reasons,
        probability=min(known, default=None),
        because=tuple(dict.fromkeys(why for each in replies for why in each.reasons.because)),
        also=tuple(also),
    )
    buttons = last.reply.buttons if last.reply.kind is Kind.CLARIFY else ()
    buttons = buttons or tuple(button for each in replies for button in each.buttons)
    reply = replace(
        first.reply,
        text="\n\n".join(each.text for each in replies),
        buttons=buttons[:MAX_BUTTONS],
        sources=tuple(dict.fromkeys(source for each in replies for source in each.sources)),
        reasons=reasons,
    )
    to_person = next((each for each in reversed(decisions) if each.hand_off), last)
    return Decision(
        reply,
        last.state,
        hand_off=to_person.hand_off,
        route=to_person.route,
        templates=tuple(template for each in decisions for template in each.templates),
        intents=tuple(intent for each in decisions for intent in each.intents),
    )
