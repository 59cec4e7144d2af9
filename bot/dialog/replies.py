"""Builds replies: the words of each kind, with the reasons that led to them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.dialog.decisions import Kind, Reasons, Reply
from bot.dialog.hours import OpeningHours
from bot.dialog.messages import ButtonAction, ReplyButton, Source
from bot.dialog.phrases import phrase
from bot.dialog.quoting import as_text
from bot.dialog.routing import Route, route_for
from bot.dialog.template_words import title_in
from bot.dialog.turn import Turn
from bot.dialog.why import why
from knowledge.records import AnswerTemplate, TemplateId


def reasons_of(
    turn: Turn,
    kind: Kind,
    *because: str,
    template: AnswerTemplate | None = None,
    probability: float | None = None,
    threshold: float | None = None,
    rule: str | None = None,
) -> Reasons:
    """Everything that the turn's reading offered, with what was made of it."""
    reading = turn.reading
    return Reasons(
        kind=kind,
        because=because,
        probability=probability,
        intent=reading.intents[0].intent if reading.intents else None,
        intents=reading.intents,
        template=template.id if template else None,
        template_version=template.version if template else None,
        candidates=reading.templates,
        passages=reading.passages,
        threshold=threshold,
        rule=rule,
    )


def saying(turn: Turn, key: str, kind: Kind, because: str, rule: str) -> Reply:
    """One of the bot's standing sentences."""
    return Reply(kind, phrase(key, turn.language), reasons_of(turn, kind, because, rule=rule))


def clarifying(turn: Turn, options: tuple[TemplateId, ...], because: str) -> Reply:
    """Asks which of ``options`` is meant, or to rephrase where there are none."""
    titles = {each: title_in(turn.situation.templates[each], turn.language) for each in options}
    offered = [ReplyButton(title, ButtonAction(template=each)) for each, title in titles.items()]
    way_out = (
        ReplyButton(phrase("none_of_these", turn.language), ButtonAction(other=True))
        if options
        else person_button(turn.language)
    )
    key = "clarify" if len(options) > 1 else "clarify_one" if options else "rephrase"
    text = phrase(key, turn.language)
    reasons = reasons_of(turn, Kind.CLARIFY, because)
    return Reply(Kind.CLARIFY, text, reasons, (*offered, way_out))


def pointing(turn: Turn) -> Reply | None:
    """Names the article found, where it may hold the answer and no guess at one is as good.

    None where the customer could not get there.
    """
    found = turn.reading.passages[0].passage
    if not turn.policy.leads_to(found.url, turn.situation.channel):
        return None
    reasons = reasons_of(turn, Kind.CLARIFY, why("near_article", titles=found.title))
    url = f"{found.url}#{found.anchor}" if found.url and found.anchor else found.url
    return Reply(
        Kind.CLARIFY,
        phrase("near_article", turn.language),
        reasons,
        (person_button(turn.language),),
        sources=(Source(found.title, url, ""),),
    )


def person_button(language: str) -> ReplyButton:
    """The way to a person."""
    return ReplyButton(phrase("person", language), ButtonAction(human=True))


def handing_off(turn: Turn, key: str, because: str, rule: str) -> Reply:
    """Says that a person will answer, and when, where nobody is there now."""
    hours, now = turn.policy.hours, turn.situation.now
    if hours.is_open(now):
        return saying(turn, key, Kind.HANDOFF, because, rule)
    reasons = reasons_of(turn, Kind.DECLINE, because, why("outside_hours"), rule=rule)
    return Reply(Kind.DECLINE, handing_off_words(key, turn.language, hours, now), reasons)


def route_of(turn: Turn, *, urgent: bool = False) -> Route:
    """Where this turn's conversation waits for a person."""
    intents = (each.intent for each in turn.reading.intents[:1])
    return route_for(intents, turn.policy.queues, urgent=urgent)


def handing_off_words(key: str, language: str, hours: OpeningHours, now: datetime) -> str:
    """The sentence ``key`` where somebody is there at ``now``, else when they are back."""
    if hours.is_open(now):
        return phrase(key, language)
    opening = hours.next_opening(now)
    if opening is None:
        return phrase("closed_unknown", language)
    return phrase("closed", language, opening=opening.strftime("%Y-%m-%d %H:%M (%Z)"))


def composing(turn: Turn, *because: str) -> Reply:
    """Sentences from the knowledge base, each with the place where it stands.

    ``because`` are further reasons.

    Raises:
        ValueError: nothing was composed for this reading.
    """
    composed = turn.reading.composed
    if composed is None:
        raise ValueError("a composed reply needs composed sentences")
    titles = "; ".join(dict.fromkeys(each.title for each in composed.sentences))
    places = _places(Source(each.title, each.url, each.quote) for each in composed.sentences)
    sources = _told_apart(places, _headings(turn))
    reasons = reasons_of(
        turn,
        Kind.COMPOSE,
        why("composed", titles=titles),
        *because,
        probability=turn.reading.answerability,
        threshold=turn.policy.compose_threshold,
    )
    text = as_text(composed)
    if composed.left_out:
        text += f"\n\n… (+{composed.left_out})"
    return Reply(Kind.COMPOSE, text, reasons, sources=sources)


def _places(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each place once, with all the words taken from it, a line for each sentence."""
    quotes: dict[tuple[str, str | None], list[str]] = {}
    for each in sources:
        quotes.setdefault((each.title, each.url), []).append(each.quote)
    return tuple(Source(title, url, "\n".join(said)) for (title, url), said in quotes.items())


def _told_apart(sources: Sequence[Source], headings: Mapping[str, str]) -> tuple[Source, ...]:
    """Several places of one article with their headings behind its title: "Shipping: Costs"."""
    often = Counter(each.title for each in sources)

    def named(source: Source) -> Source:
        heading = headings.get(source.url or "")
        if heading is None or heading == source.title or often[source.title] == 1:
            return source
        return replace(source, title=f"{source.title}: {heading}")

    return tuple(map(named, sources))


def _headings(turn: Turn) -> Mapping[str, str]:
    """The heading that each address found leads to."""
    found = (hit.passage for hit in turn.reading.passages)
    return {
        f"{each.url}#{each.anchor}": each.headings[-1]
        for each in found
        if each.url and each.anchor and each.headings
    }
