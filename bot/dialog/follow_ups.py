"""Messages that lean on the question before them: "and to Canada?", "is it free?". Pure.

What the message says by itself wins where that is sure. Read together with the question before, it
must be surer than a question that stands alone, and it never repeats the answer just given: where
nothing else is found, the bot points there, and says of what it is not sure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialog.candidates import near, sure
from bot.dialog.decisions import ABOVE, Decision, Kind, NeedsLookup, Reply
from bot.dialog.forms import answer_with
from bot.dialog.handing_over import hand_over
from bot.dialog.memory import quoted_before
from bot.dialog.phrases import phrase
from bot.dialog.readings import Bearing, FollowUp
from bot.dialog.replies import composing, person_button, reasons_of
from bot.dialog.template_words import template_text, title_in
from bot.dialog.turn import Turn
from bot.dialog.weighing import SUPPORT, supported
from bot.dialog.why import why
from knowledge.records import AnswerTemplate, TemplateId
from nlu import Act
from retrieval import ComposedAnswer, shares_country, topics_of

SURER: Final = 0.1
"""By how much passages must answer two questions side by side better than one question: more words
find more passages, and some of them by the old question alone."""
LEAD: Final = 0.5
"""How probable the message by itself must make another template, for the one just said to yield."""


def answer_follow_up(turn: Turn) -> Decision | NeedsLookup | None:
    """Decide on a follow-up; None where there is none, or where it is better read by itself."""
    follow_up = turn.follow_up
    if follow_up is None or turn.reading.act is Act.GOODBYE:
        return None
    whole = replace(turn, reading=follow_up.reading)
    alone, together = sure(turn, turn.reading), sure(turn, follow_up.reading)
    alone = alone if alone and holds_in_whole(turn, alone[0]) else None
    quotes = _quotes(whole, follow_up)
    if follow_up.loosely:
        enough = alone is not None or turn.reading.act is not None or _composes(turn)
        return None if enough else quotes
    said = turn.state.memory.said[-1:]
    holds_too = _leads_back(turn, follow_up)
    if alone and alone[0] not in said and not (holds_too and quotes):
        return None
    if together and not holds_too and supported(turn, follow_up, together[0]):
        template = turn.situation.templates[together[0]]
        because = why("read_as_sure", text=follow_up.text)
        return answer_with(whole, template, because, together[1])
    if quotes:
        return quotes
    offered = _taken_up(turn, follow_up)
    if offered is not None:
        return answer_with(whole, offered, why("went_on"), probability=None)
    if alone or (holds_too and not _leads_elsewhere(turn)):
        return _back_to(whole, turn.situation.templates[said[0]], follow_up)
    return _back_to_quotes(whole, follow_up) or _back_for_want_of_more(whole, follow_up)


def _taken_up(turn: Turn, follow_up: FollowUp) -> AnswerTemplate | None:
    """The one answer that was offered last, where the customer goes on instead of saying no.

    Who is asked "Do you mean this?" and puts another thing into the same question ("and to
    Switzerland?") does: that answer is near for the whole too, and names what the message names.
    """
    offered = turn.state.memory.offered
    if not turn.state.clarified or len(offered) != 1 or not follow_up.replaced:
        return None
    if offered[0] not in near(turn, follow_up.reading):
        return None
    template = turn.situation.templates[offered[0]]
    return template if _names(_shown(turn, template), follow_up.new) else None


def holds_in_whole(turn: Turn, template: TemplateId) -> bool:
    """Whether ``template`` has to do with a fragment and the question before it together.

    Of a few words alone ("and the large one?") an answer may be sure that is about something else.
    What a customer says was meant instead has nothing to do with the question before.
    """
    follow_up = turn.follow_up
    if follow_up is None or not follow_up.fragment or turn.bearing is Bearing.MENDED:
        return True
    return any(
        each.template == template and each.probability >= SUPPORT
        for each in follow_up.reading.templates
    )


def near_follow_up(turn: Turn) -> tuple[TemplateId, ...]:
    """What may be offered for a follow-up: near by itself or with the question before, not said."""
    follow_up = turn.follow_up
    if follow_up is None or follow_up.loosely:
        return near(turn, turn.reading)
    both = near(turn, turn.reading, follow_up.reading)
    return tuple(each for each in both if each not in turn.state.memory.said)


def repeats(turn: Turn, composed: ComposedAnswer) -> bool:
    """Whether all of ``composed`` was quoted last, and the message goes on from there."""
    goes_on = turn.follow_up is not None or turn.bearing is not None
    return goes_on and quoted_before(turn, composed)


def point_above(turn: Turn, template: AnswerTemplate, new: str = "") -> Decision:
    """Points to the answer just given; twice running, a person is needed.

    ``new`` is what the customer names and that answer does not.
    """
    key = "above_unsure" if new else "above"
    title = title_in(template, turn.language)
    text = phrase(key, turn.language, title=title, new=new)
    return _pointing(turn, text, template)


def _quotes(whole: Turn, follow_up: FollowUp) -> Decision | None:
    """Passages that answer the whole and name what the message names, said for the first time."""
    composed = whole.reading.composed
    bar = whole.policy.compose_threshold + (0.0 if follow_up.replaced else SURER)
    if composed is None or whole.reading.answerability < bar or not follow_up.on_topic:
        return None
    if quoted_before(whole, composed):
        return None
    reply = composing(whole, why("read_as", text=follow_up.text))
    return Decision(reply, replace(whole.state, clarified=False))


def _composes(turn: Turn) -> bool:
    found = turn.reading.composed is not None
    return found and turn.reading.answerability >= turn.policy.compose_threshold


def _leads_back(turn: Turn, follow_up: FollowUp) -> bool:
    """Whether the answer just given is the best for the whole too.

    Surely so; where the new stands in the place of the old, it need only be near.
    """
    known, policy = turn.situation.templates, turn.policy
    best = next((each for each in follow_up.reading.templates if each.template in known), None)
    if best is None or best.template not in turn.state.memory.said[-1:]:
        return False
    bar = policy.clarify_floor if follow_up.replaced else policy.answer_threshold
    return best.probability >= bar


def _leads_elsewhere(turn: Turn) -> bool:
    """Whether the message by itself is rather about another template than the one just said.

    Where that one does not name what the message names, whatever is near enough to be offered is.
    """
    said = turn.situation.templates[turn.state.memory.said[-1]]
    named = _names(_shown(turn, said), turn.reading.text)
    bar = LEAD if named else turn.policy.clarify_floor
    return any(
        each.probability >= bar and each.template not in turn.state.memory.said
        for each in turn.reading.templates
        if each.template in turn.situation.templates
    )


def _back_to(whole: Turn, template: AnswerTemplate, follow_up: FollowUp) -> Decision | None:
    """Point to the answer just given. One that a customer says was not meant must name the new."""
    named = _names(_shown(whole, template), follow_up.new)
    if whole.bearing is Bearing.MENDED and not named:
        return None
    return point_above(whole, template, "" if named else follow_up.new)


def _back_to_quotes(whole: Turn, follow_up: FollowUp) -> Decision | None:
    """Point to what was quoted last, where the articles hold no more for this either."""
    composed = whole.reading.composed
    holds = follow_up.replaced or _composes(whole)
    if composed is None or not holds or not quoted_before(whole, composed):
        return None
    named = _names(" ".join(each.quote for each in composed.sentences), follow_up.new)
    if whole.bearing is Bearing.MENDED and not named:
        return None
    key = "above_quoted" if named else "above_quoted_unsure"
    return _pointing(whole, phrase(key, whole.language, new=follow_up.new), None)


def _back_for_want_of_more(whole: Turn, follow_up: FollowUp) -> Decision | None:
    """Point to the last answer where the new stands in the place of the old, and nothing more is
    likely: it is the one that the question was about."""
    memory, known = whole.state.memory, whole.situation.templates
    likely = any(
        each.probability >= LEAD and each.template in known for each in whole.reading.templates
    )
    if not follow_up.replaced or likely or whole.bearing is Bearing.MENDED:
        return None
    said = known.get(memory.said[-1]) if memory.said else None
    if said is not None:
        return _back_to(whole, said, follow_up)
    if not memory.quoted:
        return None
    return _pointing(whole, phrase("above_quoted_unsure", whole.language, new=follow_up.new), None)


def _names(text: str, new: str) -> bool:
    """Whether ``text`` names what ``new`` names, if that is anything."""
    topics = topics_of(new)
    return not topics or bool(topics & topics_of(text)) or shares_country(text, new)


def _shown(turn: Turn, template: AnswerTemplate) -> str:
    """What the customer has read of ``template``."""
    return f"{title_in(template, turn.language)} {template_text(template, turn.language)}"


def _pointing(turn: Turn, text: str, template: AnswerTemplate | None) -> Decision:
    kind, told = ("said", {"title": template.title}) if template else ("quoted", {})
    if turn.state.memory.pointed:
        because = why(f"{kind}_already", **told)
        return hand_over(turn, "handoff_unsure", because, "unsure")
    because = why(f"{kind}_nearest", **told)
    reasons = reasons_of(turn, Kind.ANSWER, because, template=template, rule=ABOVE)
    reply = Reply(Kind.ANSWER, text, reasons, (person_button(turn.language),))
    templates = (template.id,) if template else ()
    return Decision(reply, replace(turn.state, clarified=False), templates=templates)
