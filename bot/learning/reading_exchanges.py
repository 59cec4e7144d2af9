"""Reads a live conversation for exchanges that teach something. Pure: rows in, evidence out.

A question is what the customer wrote before a reply. It stays open, once the bot could not answer
it or a person has the conversation, until the customer writes again; the best of what the agent
wrote meanwhile is its answer. Asking for a person leaves it open, and opens again what an approved
answer was given to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from bot.content.taken_words import SUGGESTION
from bot.content.unlabelled import says_enough
from bot.learning.evidence import Evidence, EvidenceKind
from bot.learning.said_templates import SaidTemplates
from bot.store.tables import MessageRow
from knowledge import TemplateId

NO_QUESTION: Final = frozenset({"asked", "button", "waiting", "file"})
"""The rules of hand-overs whose message asks nothing that an answer could be learned for."""
FOR_PERSON: Final = frozenset({"asked", "button"})
"""The rules of hand-overs that the customer wished."""
NOT_SURE: Final = frozenset({"unsure", "fallback"})
FEWEST_WORDS_OF_ANSWER: Final = 4
"""Shorter replies ("one moment", "done!") answer nothing that could be said again."""
Redact = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PastConversation:
    """A conversation's messages in order. ``thumbs`` are given on the bot's replies, by ``seq``."""

    id: str
    person: str
    messages: Sequence[MessageRow]
    thumbs: Mapping[int, tuple[bool, datetime]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """An approved answer that the bot gave to a question."""

    question: _Question
    template: TemplateId


def exchanges(past: PastConversation, said_in: SaidTemplates, redact: Redact) -> list[Evidence]:
    """All that ``past`` teaches. ``said_in`` names the live template that a reply nearly says."""
    found: list[Evidence] = []
    asked: _Question | None = None
    answers: list[MessageRow] = []
    given: _Given | None = None
    for message in past.messages:
        if message.author == "agent":
            answers.append(message)
            continue
        if message.author not in ("customer", "bot"):
            continue
        if message.author == "bot" or message.turn == "person":
            found += _answered(past, asked, answers, said_in)
            answers = []
            asked = _asked_next(past, message, asked)
        if message.author == "bot":
            if given is not None and (message.reasons or {}).get("rule") in FOR_PERSON:
                found.append(_left(past, given, message))
                asked = given.question
            found += _by_the_bot(past, message)
            given = _given(past, message)
    found += _answered(past, asked, answers, said_in)
    return [_redacted(each, redact) for each in found]


def question_of(messages: Sequence[MessageRow], reply: MessageRow) -> tuple[str, tuple[int, ...]]:
    """The question that ``reply`` is to, as it was read, and its messages; empty where a button
    was pressed."""
    rows = [each for each in messages if each.author == "customer" and each.seq in reply.reply_to]
    if not rows or any(each.button for each in rows):
        return "", ()
    as_read = (reply.reasons or {}).get("asked") or ""
    text = as_read or "\n".join(each.text.strip() for each in rows if each.text.strip())
    return text, tuple(each.seq for each in rows)


def _asked_next(
    past: PastConversation, message: MessageRow, before: _Question | None
) -> _Question | None:
    """The question that ``message`` leaves open for an agent; ``before`` is the one until then.

    Who asks for a person, or is told anything unasked, still wants what was asked before.
    """
    if message.author == "customer":
        return None if message.button else _question(message.text, (message.seq,))
    reasons = message.reasons
    if not reasons:
        return before
    if reasons.get("kind") not in ("clarify", "handoff", "decline"):
        return None
    if reasons.get("rule") in NO_QUESTION:
        return before
    return _question(*question_of(past.messages, message))


def _question(text: str, seqs: tuple[int, ...]) -> _Question | None:
    return _Question(text, seqs) if says_enough(text) else None


def _by_the_bot(past: PastConversation, message: MessageRow) -> Iterator[Evidence]:
    """What the bot's reply says of itself, and what the customer thought of it."""
    question = _question(*question_of(past.messages, message))
    if question is None:
        return
    failure = _failure(message.reasons or {})
    if failure is not None:
        picked = _picked(past.messages, message) if failure is EvidenceKind.ASKED_BACK else None
        yield _evidence(past, question, failure, message, template=picked)
    thumb = past.thumbs.get(message.seq)
    if thumb is not None:
        helpful, at = thumb
        kind = EvidenceKind.THUMBS_UP if helpful else EvidenceKind.THUMBS_DOWN
        said = (message.reasons or {}).get("template")
        template = TemplateId(said["id"]) if said else None
        found = _evidence(past, question, kind, message, template=template)
        yield replace(found, against=not helpful and template is not None, at=at)


def _given(past: PastConversation, message: MessageRow) -> _Given | None:
    reasons = message.reasons or {}
    question = _question(*question_of(past.messages, message))
    if question is None or reasons.get("kind") != "answer" or not reasons.get("template"):
        return None
    return _Given(question, TemplateId(reasons["template"]["id"]))


def _left(past: PastConversation, given: _Given, message: MessageRow) -> Evidence:
    kind = EvidenceKind.LEFT_FOR_PERSON
    found = _evidence(past, given.question, kind, message, template=given.template)
    return replace(found, against=True)


def _failure(reasons: Mapping[str, Any]) -> EvidenceKind | None:
    if reasons.get("kind") == "clarify":
        return EvidenceKind.ASKED_BACK
    return EvidenceKind.UNANSWERED if reasons.get("rule") in NOT_SURE else None


def _picked(messages: Sequence[MessageRow], reply: MessageRow) -> TemplateId | None:
    """The template that the customer chose of those that ``reply`` offered."""
    for message in messages:
        if message.author == "customer" and message.seq > reply.seq:
            action = (message.button or {}).get("action") or {}
            picked = action.get("template")
            return TemplateId(picked) if picked else None
    return None


def _answered(
    past: PastConversation,
    question: _Question | None,
    answers: Sequence[MessageRow],
    said_in: SaidTemplates,
) -> Iterator[Evidence]:
    """The best of an agent's ``answers``: one with an approved answer's words, else the longest."""
    if question is None:
        return
    said = [(each, said_in(each.text)) for each in answers]
    telling = [
        (message, template)
        for message, template in said
        if template
        or _kept_in(message, said_in)
        or len(message.text.split()) >= FEWEST_WORDS_OF_ANSWER
        or _is_dense(message)
    ]
    if not telling:
        return
    message, template = max(telling, key=lambda each: (each[1] is not None, len(each[0].text)))
    taken = _kept_in(message, said_in)
    kind = EvidenceKind.ANSWERED_BY_AGENT
    if taken is not None and template in (taken, None):
        used = taken == template
        kind = EvidenceKind.SUGGESTION_USED if used else EvidenceKind.SUGGESTION_EDITED
        template = taken
    found = _evidence(past, question, kind, message, template=template)
    yield replace(found, answer=message.text, by=message.author_id)


def _kept_in(message: MessageRow, said_in: SaidTemplates) -> TemplateId | None:
    """The template whose words the agent took, if half of them at least were kept."""
    taken = (message.context or {}).get(SUGGESTION)
    return TemplateId(taken) if taken and said_in.keeps(message.text, TemplateId(taken)) else None


def _is_dense(message: MessageRow) -> bool:
    """Whether it may be long in a script without spaces."""
    return not message.text.isascii() and len(message.text) >= 2 * FEWEST_WORDS_OF_ANSWER


def _evidence(
    past: PastConversation,
    question: _Question,
    kind: EvidenceKind,
    reply: MessageRow,
    template: TemplateId | None,
) -> Evidence:
    return Evidence(
        conversation=past.id,
        seq=question.seqs[0],
        seqs=question.seqs,
        kind=kind,
        person=past.person,
        text=question.text,
        at=reply.sent_at,
        reply_seq=reply.seq,
        template=template,
    )


def _redacted(found: Evidence, redact: Redact) -> Evidence:
    answer = redact(found.answer) if found.answer else None
    return replace(found, text=redact(found.text), answer=answer)
