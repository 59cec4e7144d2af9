"""Replays past conversations: what the bot would have said first, beside what a person said.

A question is answered where the bot gives an approved or a composed answer. Whether that agrees
with the person's reply is judged by ``agreement``. Nothing is sent, and nothing is looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from types import MappingProxyType
from typing import Final

from bot.answering.agreement import HOW, Judge
from bot.answering.answerer import DialogAnswerer, first_message
from bot.answering.release import Release
from bot.dialog import Kind, LookupOutcome
from bot.dialog.template_words import template_text

WORST: Final = 20
ANSWERED: Final = frozenset({Kind.ANSWER, Kind.COMPOSE})
HANDED_OFF: Final = frozenset({Kind.HANDOFF, Kind.DECLINE})
_95_PERCENT: Final = 1.959964


@dataclass(frozen=True, slots=True)
class PastQuestion:
    """How a conversation began, and what a person answered; None where nobody really did."""

    transcript: str
    question: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of one question. ``agrees`` is None where nothing can be compared."""

    past: PastQuestion
    kind: Kind
    reply: str
    template: str | None
    intent: str | None
    probability: float | None
    agrees: bool | None
    likeness: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95% interval (Wilson), of ``of`` cases; None of none."""

    value: float | None
    low: float | None
    high: float | None
    of: int


@dataclass(frozen=True, slots=True)
class IntentReplay:
    """The questions that the bot takes for one intent. Shares as in ``Backtest``."""

    intent: str
    name: str
    conversations: int
    answered: float
    agreement: Share


@dataclass(frozen=True, slots=True)
class Backtest:
    """``answered``, ``asked_back`` and ``handed_off`` are shares of ``conversations``.

    ``worst`` are the answers that are least like what the person wrote.
    """

    conversations: int
    answered: float
    asked_back: float
    handed_off: float
    agreement: Share
    how: str
    by_intent: tuple[IntentReplay, ...]
    worst: tuple[Replayed, ...]


def replay(
    release: Release,
    questions: Sequence[PastQuestion],
    now: datetime,
    progress: Callable[[str, int, int], None] = lambda *_: None,
    names: Mapping[str, str] = MappingProxyType({}),
) -> Backtest:
    """Ask ``release`` every question, each as a new conversation on the web at ``now``.

    ``names`` are those of its intents, for people.

    Raises:
        ValueError: the release has no model.
    """
    if release.model is None:
        raise ValueError("a release without a model answers nothing")
    answers = {
        str(each.id): template_text(each, release.locale) for each in release.templates.values()
    }
    judge = Judge(answers, release.model.encode)
    answerer = DialogAnswerer(lambda: release, lambda: now, lambda *_: LookupOutcome(failed=True))
    replayed = []
    for done, past in enumerate(questions, start=1):
        replayed.append(_replayed(answerer, judge, past))
        progress("replaying", done, len(questions))
    return summed_up(replayed, names)


def summed_up(
    replayed: Sequence[Replayed], names: Mapping[str, str] = MappingProxyType({})
) -> Backtest:
    """What the single questions come to."""
    of_intent: dict[str, list[Replayed]] = {}
    for each in replayed:
        of_intent.setdefault(each.intent or "none", []).append(each)
    compared = [each for each in replayed if each.likeness is not None and not each.agrees]
    return Backtest(
        conversations=len(replayed),
        answered=_share(each.kind in ANSWERED for each in replayed),
        asked_back=_share(each.kind not in ANSWERED | HANDED_OFF for each in replayed),
        handed_off=_share(each.kind in HANDED_OFF for each in replayed),
        agreement=_agreement(replayed),
        how=HOW,
        by_intent=tuple(
            IntentReplay(
                intent,
                names.get(intent, intent),
                len(those),
                _share(each.kind in ANSWERED for each in those),
                _agreement(those),
            )
            for intent, those in sorted(of_intent.items(), key=lambda item: -len(item[1]))
        ),
        worst=tuple(sorted(compared, key=lambda each: each.likeness or 0.0)[:WORST]),
    )


def wilson(hits: int, of: int) -> Share:
    """A share and its 95% interval by Wilson's score (1927)."""
    if of == 0:
        return Share(None, None, None, 0)
    share, z = hits / of, _95_PERCENT
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return Share(share, max(0.0, middle - spread), min(1.0, middle + spread), of)


def _replayed(answerer: DialogAnswerer, judge: Judge, past: PastQuestion) -> Replayed:
    decision = answerer.decide(first_message(past.question, "web")).decision
    reply, reasons = decision.reply, decision.reply.reasons
    template = str(reasons.template) if reasons.template else None
    agrees = likeness = None
    tells = reply.kind is Kind.COMPOSE or (reply.kind is Kind.ANSWER and template is not None)
    if tells and past.answer is not None:
        agrees, likeness = judge.agrees(past.answer, template, reply.text)
    return Replayed(
        past=past,
        kind=reply.kind,
        reply=reply.text,
        template=template,
        intent=str(reasons.intent) if reasons.intent else None,
        probability=reasons.probability,
        agrees=agrees,
        likeness=likeness,
    )


def _agreement(replayed: Iterable[Replayed]) -> Share:
    judged = [each.agrees for each in replayed if each.agrees is not None]
    return wilson(sum(judged), len(judged))


def _share(happened: Iterable[bool]) -> float:
    each = list(happened)
    return sum(each) / len(each) if each else 0.0
