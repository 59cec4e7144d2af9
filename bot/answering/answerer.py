"""Decides whole turns over the release in service. Synchronous and thread-safe."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.answering.coordination import sides_in
from bot.answering.lookups import look_up
from bot.answering.picks import with_pick
from bot.answering.release import Release
from bot.answering.resolving import Utterances, resolve
from bot.answering.rewording import Rewrite, is_rewordable, reworded
from bot.conversations.turns import DecidedTurn, PendingTurn
from bot.dialog import (
    Bearing,
    CustomerMessage,
    Decision,
    DialogState,
    FollowUp,
    Lookup,
    LookupOutcome,
    LookupRequest,
    NeedsLookup,
    Reading,
    Situation,
    Status,
    Turn,
    best_supported,
    decide,
    hand_over,
    recalled,
    with_files_noticed,
)
from bot.dialog.both import may_mean_both
from bot.dialog.people import urgent_person
from bot.dialog.phrases import phrase
from bot.dialog.template_words import titled
from bot.dialog.why import why
from knowledge import AnswerTemplate, TemplateId
from nlu import Matter
from retrieval import Leaning, Whole, names_alone, shares_country, topics_of

LookUp = Callable[[Lookup, LookupRequest], LookupOutcome]
LIKELY = 3
SAYING_WHAT_IT_IS: Final = frozenset({"identity", "waiting"})
"""The rules of replies that say by themselves that a machine answers."""
LONGEST_READ = 20_000
"""Characters of a burst, more than two messages may hold; what is longer goes to a person."""


def first_message(text: str, channel: str) -> PendingTurn:
    """``text`` as the first message of a conversation that is stored nowhere."""
    return PendingTurn(
        conversation_id="none",
        channel=channel,
        epoch=1,
        status=Status.AUTOMATED,
        state=DialogState(disclosed=True),
        language=None,
        customer=None,
        messages=(CustomerMessage(1, text),),
    )


class DialogAnswerer:
    """Answers with whatever ``release`` returns at the moment the turn begins."""

    def __init__(
        self,
        release: Callable[[], Release],
        clock: Callable[[], datetime],
        look_up: LookUp = look_up,
        rewrite: Rewrite = lambda *_: None,
    ) -> None:
        self._release = release
        self._clock = clock
        self._look_up = look_up
        self._rewrite = rewrite

    def decide(self, turn: PendingTurn) -> DecidedTurn:
        """Read the burst, gather evidence, decide; look details up where that needs them.

        A bare thing that was meant instead ("I meant the battery") demands and tells nothing.
        """
        release = self._release()
        turn = in_context(turn)
        text = burst(turn)
        too_long = len(text) > LONGEST_READ
        unreadable = too_long or not text
        memory = turn.state.memory
        said = Utterances(text) if unreadable else resolve(memory.asked, text, memory.about)
        parts = {part.looked_up for part in said.parts}
        reading = (
            unread(release, turn)
            if unreadable
            else release.read(said.text, turn.language, parts, turn.channel)
        )
        if said.bearing is Bearing.MENDED and names_alone(said.text):
            reading = replace(reading, matter=None, alarm=None)
        if turn.language is not None and _is_label(release, turn, text):
            reading = replace(reading, language=turn.language)
        if turn.status is not Status.WAITING and not turn.silenced:
            if release.model is None and text:
                because = why("not_learned")
                return self._handed_over(release, turn, reading, because)
            if too_long:
                because = why("too_long")
                return self._handed_over(release, turn, reading, because)
        requests = parts_of(release, said, reading.language, turn.channel)
        step = replace(
            self._turn(release, turn, reading, requests),
            parts=requests,
            sides=sides_of(release, said, reading, turn.channel),
            bearing=said.bearing,
        )
        ways = follow_ups_of(release, said, reading.language, turn.channel)
        step = replace(step, follow_up=best_supported(step, ways))
        outcome = decide(step)
        if isinstance(outcome, NeedsLookup):
            name = outcome.request.name
            found = self._look_up(release.policy.lookups[name], outcome.request)
            situation = replace(step.situation, lookup=found, looked_up=name)
            step = replace(step, situation=situation)
            outcome = decide(step)
        if isinstance(outcome, NeedsLookup):
            return self._handed_over(release, turn, reading, why("many_lookups"))
        decided = _disclosed(release, turn, outcome, reading)
        if not is_rewordable(decided.decision, reading):
            return decided
        return replace(decided, rewording=lambda: self._in_other_words(decided, reading))

    def _in_other_words(self, decided: DecidedTurn, reading: Reading) -> DecidedTurn:
        return replace(decided, decision=reworded(decided.decision, reading, self._rewrite))

    def give_up(self, turn: PendingTurn, because: str) -> DecidedTurn:
        """Hand the turn to a person with an honest sentence. Reads nothing, asks nobody."""
        release = self._release()
        reading = unread(release, turn)
        return self._handed_over(release, turn, reading, because, key="handoff_failed")

    def _handed_over(
        self,
        release: Release,
        turn: PendingTurn,
        reading: Reading,
        because: str,
        key: str = "handoff_unsure",
    ) -> DecidedTurn:
        step = self._turn(release, turn, reading)
        handed = urgent_person(step) or hand_over(step, key, because, "fallback")
        outcome = with_files_noticed(step, handed)
        return _disclosed(release, turn, outcome, reading)

    def _turn(
        self, release: Release, turn: PendingTurn, reading: Reading, parts: tuple[Reading, ...] = ()
    ) -> Turn:
        facts, now = dict(release.facts), self._clock()
        matters = any(each.matter for each in (reading, *parts))
        if turn.customer:
            facts["customer_name"] = turn.customer
        situation = Situation(
            templates={each.id: each for each in release.templates.values() if is_valid(each, now)},
            now=now,
            settles=_settled_by(release, reading, *parts) if matters else {},
            waiting=turn.status is Status.WAITING,
            silenced=turn.silenced,
            channel=turn.channel,
            customers=turn.known_as,
            bucket=bucket_of(turn.conversation_id),
            facts=facts,
            identity=turn.identity,
        )
        return Turn(turn.state, turn.messages, reading, situation, release.policy)


def _is_label(release: Release, turn: PendingTurn, text: str) -> bool:
    """Whether a button was pressed, or its label typed, which is no choice of a language."""
    offered = (release.templates.get(each) for each in turn.state.memory.offered)
    return turn.messages[-1].button is not None or (
        titled([each for each in offered if each is not None], text) is not None
    )


def parts_of(
    release: Release, said: Utterances, language: str, channel: str
) -> tuple[Reading, ...]:
    """Readings of the requests of one message, those that are too many looked up nowhere."""
    read = (
        replace(
            release.read_request(part.looked_up, language, channel, quoting=part.stands_alone),
            text=part.said,
            language=language,
            asks=part.asks,
            stands_alone=part.stands_alone,
        )
        for part in said.parts
    )
    return (*read, *(Reading(text, language, asks=True, stands_alone=True) for text in said.unread))


def sides_of(
    release: Release, said: Utterances, whole: Reading, channel: str
) -> tuple[tuple[Reading, Reading], ...]:
    """Readings of what an "and" joins in a message that makes a single request, or seems to."""
    other_bearing = said.bearing not in (None, Bearing.MENDED)
    if said.parts or other_bearing or not may_mean_both(whole):
        return ()

    def read(side: str) -> Reading:
        reading = release.read_request(side, whole.language, channel, quoting=False)
        return replace(reading, language=whole.language)

    cuts = sides_in(said.text, whole.written_in or whole.language)
    return tuple((read(first), read(second)) for first, second in cuts)


def follow_ups_of(
    release: Release, said: Utterances, language: str, channel: str
) -> list[FollowUp]:
    """The ways to read a follow-up with the question before it: one encoder pass each."""
    topics = topics_of(said.text)
    return [_follow_up(release, whole, topics, language, channel) for whole in said.wholes]


def _follow_up(
    release: Release, whole: Whole, topics: frozenset[str], language: str, channel: str
) -> FollowUp:
    reading = replace(release.read_request(whole.text, language, channel), language=language)
    sentences = reading.composed.sentences if reading.composed else ()
    quotes = " ".join(f"{each.title} {each.quote}" for each in sentences)
    return FollowUp(
        text=whole.text,
        reading=reading,
        loosely=whole.leaning is Leaning.LOOSE,
        replaced=whole.replaced,
        on_topic=(
            not topics or bool(topics & topics_of(quotes)) or shares_country(quotes, whole.new)
        ),
        asked=whole.asked,
        about=whole.about,
        new=whole.new,
        fragment=whole.leaning is Leaning.FRAGMENT,
    )


def _settled_by(release: Release, *readings: Reading) -> dict[TemplateId, frozenset[Matter]]:
    """What the likeliest answers to the readings were approved for."""
    likely = {each.template for reading in readings for each in reading.templates[:LIKELY]}
    return {each: release.settles(each) for each in likely if each in release.templates}


def in_context(turn: PendingTurn) -> PendingTurn:
    """``turn`` with the memory of the turn that it quotes, and with the button that it names."""
    quoted = turn.messages[-1].quoted
    if quoted is not None:
        turn = replace(turn, state=replace(turn.state, memory=recalled(quoted)))
    return replace(turn, messages=with_pick(turn.messages, turn.state.pickable))


def bucket_of(conversation_id: str) -> float:
    """The conversation's fixed place among all of them, from 0 below 1."""
    digest = hashlib.sha256(conversation_id.encode()).digest()
    return int.from_bytes(digest[:4]) / 2**32


def is_valid(template: AnswerTemplate, now: datetime) -> bool:
    """Whether the template may be said at ``now``: from its first moment on, until its last."""
    begun = template.valid_from is None or template.valid_from <= now
    return begun and (template.valid_until is None or now < template.valid_until)


def burst(turn: PendingTurn) -> str:
    """The messages of a turn as one text, each a paragraph, so that none runs into the next.

    Empty where there are only files.
    """
    return "\n\n".join(message.text for message in turn.messages if message.text.strip())


def unread(release: Release, turn: PendingTurn) -> Reading:
    """The burst as it stands, nothing made of it but in which language it is."""
    return release.unread(burst(turn), turn.language)


def _disclosed(
    release: Release, turn: PendingTurn, decision: Decision, reading: Reading
) -> DecidedTurn:
    """The first thing that the bot ever says to somebody says what it is, and so does whatever it
    says to somebody who asks that beside other things.
    """
    language = reading.language
    asks = reading.wonders and decision.reply.reasons.rule not in SAYING_WHAT_IT_IS
    if (asks or not turn.state.disclosed) and not turn.silenced:
        notice = phrase("disclosure", language, company=release.company)
        decision = replace(
            decision,
            reply=replace(decision.reply, text=f"{notice}\n\n{decision.reply.text}"),
            state=replace(decision.state, disclosed=True),
        )
    return DecidedTurn(
        decision=decision,
        language=language,
        release=release.id,
        template_titles=release.titles,
        bot_name=phrase("notice", language),
    )
