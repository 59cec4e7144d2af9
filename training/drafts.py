"""Drafted answer templates: the best real phrasing for each intent, with its evidence.

A draft is never invented: it is an answer that an agent gave, chosen because it agrees with the
other answers, made impersonal. What a person should look at first is held back from accepting
in bulk, with the reason. Nothing here is ever said to a customer before someone approves it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from knowledge.records import (
    AnswerTemplate,
    Article,
    IntentId,
    QuestionAnswerPair,
    TemplateId,
    TemplateState,
)
from training.article_conflicts import ArticleConflict, ArticleStatements
from training.contradictions import Contradiction, DatedAnswer, find_contradictions, marks
from training.discovery import LearnedIntent
from training.neighbourhoods import Vectors, normalise
from training.personal_parts import Impersonal, make_impersonal, names_addressed
from training.speech_acts import ReplyAct, count_words, read_reply

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

ANSWERS_READ = 40
TYPICAL_QUESTIONS = 4
LEAST_RELEVANCE = 0.25
LEAST_CONVERSATIONS = 2
LEAST_AGREEMENT = 0.45
SHORTEST, LONGEST = 5, 160
WORDS_A_MINUTE = 200
MINUTES_TO_DECIDE, MINUTES_A_MARK, MINUTES_A_REASON = 0.25, 0.1, 0.5
"""A rough account of a review: what counts is that what is held back takes longer."""
_CASE = re.compile(
    r"\b(?:i|we)(?:'ve| have| just| can)? (?:see|checked|sent|added|rebooked|confirmed|found|moved|"
    r"refunded|cancelled|canceled|updated|booked|changed|requested|reserved|forwarded|looked|show"
    r"|did|resent|passed|reported|issued|credited|arranged)\b"
    r"|\b(?:i|we)(?:'ve| have) (?:just |now |already )?\w+ed\b|\b(?:we're|i'm|we are) showing\b"
    r"|\b(?:your|this|the|the incoming|the inbound) (?:\w+ )?(?:flight|plane|aircraft|bag|luggage|"
    r"order|parcel|package|item|bike|account|card|payment|refund|seat)s? (?:\w+ ){0,3}"
    r"(?:was|were|has been|have been|had)\b"
    r"|\b(?:looks like|it appears|according to|currently|right now|at this time|as of now"
    r"|today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week))\b"
    r"|\bthis (?:flight|order|parcel|train|delivery) is\b|\bthe \d{1,2}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2}\.? (?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|may)[a-z]*\b"
    r"|\bin the next few (?:minutes|hours)\b"
    r"|\b(?:heute|morgen|gestern|habe ich|haben wir)\b|今天|明天|昨天"
    r"|\b\d{1,2}(?::\d\d)?\s?(?:am|pm|a|p)\b|\b\d{1,2}:\d\d\b|\b[A-Z]{2}\s?\d{2,4}\b|#\s?\d{3,}"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]* \d{1,2}\b|\b\d{1,2}/\d{1,2}\b"
    r"|\bflight \d+|#\w+",
    re.IGNORECASE,
)


_GRAVE = re.compile(
    r"\b(?:112|911|999|110|emergency|fire|smoke|injur\w*|lawyer|legal|court|police|solicitor"
    r"|notruf|anwalt|polizei|feuer|unfall)\b|律师|报警|起火|受伤",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DraftEvidence:
    """What a draft rests on.

    ``conversations`` counts those whose answers were compared; ``agreement`` is the mean cosine of
    the draft to the nearer half of the other answers, ``relevance`` its cosine to the questions;
    ``said_in`` is the pair that the wording comes from. ``covers`` counts the conversations whose
    question the draft answers, ``minutes`` is how long a person needs to review it.
    """

    conversations: int
    agents: tuple[str, ...]
    first: datetime | None
    last: datetime | None
    agreement: float
    relevance: float
    contradictions: tuple[Contradiction, ...]
    article_conflicts: tuple[ArticleConflict, ...]
    marks: tuple[str, ...]
    said_in: QuestionAnswerPair
    covers: int
    minutes: float

    @property
    def worth(self) -> float:
        """How many conversations a minute of reviewing this draft covers."""
        return self.covers / self.minutes


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted template with its evidence.

    ``held_back`` says why it may not be accepted in bulk; empty where nothing speaks against it.
    """

    template: AnswerTemplate
    intent: IntentId
    evidence: DraftEvidence
    held_back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    pair: QuestionAnswerPair
    reply: Impersonal


def draft_templates(
    intents: Sequence[LearnedIntent],
    encode: Encode,
    *,
    approved: Collection[IntentId] = (),
    articles: Iterable[Article] = (),
) -> tuple[Draft, ...]:
    """A draft for each intent that has answers and is not among ``approved``.

    They come in the order in which a minute of review covers most conversations. What conflicts
    with ``articles`` is held back.
    """
    names = names_addressed([pair.answer for intent in intents for pair in intent.pairs])
    wanted = [i for i in intents if i.id not in approved and i.examples]
    candidates = {intent.id: _candidates(intent, names) for intent in wanted}
    texts = [c.reply.text for intent in wanted for c in candidates[intent.id]]
    if not texts:
        return ()
    vectors = np.asarray(encode(texts), dtype=np.float32)
    usual = normalise(vectors.mean(axis=0, keepdims=True))[0]
    centres = _centres(wanted, encode)
    statements = ArticleStatements.of(articles, encode)
    drafts = []
    start = 0
    for intent in wanted:
        own = candidates[intent.id]
        draft = _draft(intent, own, vectors[start : start + len(own)], centres[intent.id], usual)
        start += len(own)
        if draft is not None:
            text = next(iter(draft.template.texts.values()))
            drafts.append(_held_to(statements.conflicts(text, encode), draft))
    return tuple(sorted(drafts, key=lambda each: (-each.evidence.worth, each.intent)))


def _held_to(conflicts: tuple[ArticleConflict, ...], draft: Draft) -> Draft:
    """The draft, held back for each of its ``conflicts`` with articles."""
    if not conflicts:
        return draft
    minutes = draft.evidence.minutes + len(conflicts) * MINUTES_A_REASON
    return replace(
        draft,
        evidence=replace(draft.evidence, article_conflicts=conflicts, minutes=minutes),
        held_back=(*map(str, conflicts), *draft.held_back),
    )


def _centres(intents: Sequence[LearnedIntent], encode: Encode) -> dict[IntentId, Vectors]:
    """The middle of each intent's most typical questions."""
    typical = {intent.id: intent.examples[:TYPICAL_QUESTIONS] for intent in intents}
    texts = [text for examples in typical.values() for text in examples]
    vectors = iter(np.asarray(encode(texts), dtype=np.float32)) if texts else iter(())
    return {
        intent: normalise(np.sum([next(vectors) for _ in examples], axis=0, keepdims=True))[0]
        for intent, examples in typical.items()
        if examples
    }


def _candidates(intent: LearnedIntent, names: frozenset[str]) -> list[_Candidate]:
    """The answers worth comparing: those that answer, the best-scored, then the newest first."""
    answering = []
    for pair in intent.pairs:
        reply = make_impersonal(pair.answer, names, pair.agent)
        if read_reply(reply.text).act is ReplyAct.ANSWERS:
            answering.append(_Candidate(pair, reply))
    answering.sort(key=lambda c: c.pair.id)
    answering.sort(key=lambda c: -c.pair.score)
    return answering[:ANSWERS_READ]


def _draft(
    intent: LearnedIntent,
    candidates: Sequence[_Candidate],
    vectors: Vectors,
    centre: Vectors,
    usual: Vectors,
) -> Draft | None:
    if len({candidate.pair.transcript for candidate in candidates}) < LEAST_CONVERSATIONS:
        return None
    cosines = vectors @ vectors.T
    agreement = _agreement(cosines)
    age = _recency([candidate.pair.asked_at for candidate in candidates])
    worth = [
        float(agreement[place])
        + 0.5 * float(vectors[place] @ centre)
        + 0.4 * candidate.pair.score
        + 0.2 * age[place]
        - 0.3 * float(vectors[place] @ usual)
        - _unfit(candidate.reply)
        for place, candidate in enumerate(candidates)
    ]
    order = sorted(range(len(candidates)), key=lambda i: (-worth[i], candidates[i].reply.text))
    best = order[0]
    evidence = _evidence(
        intent, candidates, candidates[best], float(agreement[best]), float(vectors[best] @ centre)
    )
    text = candidates[best].reply.text
    template = AnswerTemplate(
        id=TemplateId(f"draft_{intent.id}"),
        title=intent.name,
        texts={candidates[best].pair.language or "en": text},
        intents=(intent.id,),
        examples=intent.examples,
        state=TemplateState.DRAFT,
    )
    reasons = _reasons(candidates[best].reply, evidence)
    minutes = _minutes(text, len(evidence.marks), len(reasons))
    return Draft(template, intent.id, replace(evidence, minutes=minutes), reasons)


def _minutes(text: str, marks: int, reasons: int) -> float:
    """How long a review takes: reading, looking each mark up, weighing each reason, deciding."""
    reading = count_words(text) / WORDS_A_MINUTE
    return MINUTES_TO_DECIDE + reading + marks * MINUTES_A_MARK + reasons * MINUTES_A_REASON


def _agreement(cosines: Vectors) -> NDArray[np.float32]:
    """Mean cosine of each answer to its nearer half of the others."""
    if len(cosines) < 2:
        return np.zeros(len(cosines), dtype=np.float32)
    half = max(1, (len(cosines) - 1) // 2)
    others = cosines - 2.0 * np.eye(len(cosines), dtype=np.float32)
    return np.asarray(np.sort(others, axis=1)[:, -half:].mean(axis=1), dtype=np.float32)


def _recency(times: Sequence[datetime | None]) -> list[float]:
    """0 for the oldest answer to 1 for the newest; 0.5 where times are unknown."""
    known = sorted(time for time in times if time is not None)
    if len(known) < 2:
        return [0.5] * len(times)
    span = (known[-1] - known[0]).total_seconds() or 1.0
    return [0.5 if t is None else (t - known[0]).total_seconds() / span for t in times]


def _unfit(reply: Impersonal) -> float:
    """What speaks against saying this to another customer: it breaks off, or is about one case."""
    words = count_words(reply.text)
    length = 0.3 if not SHORTEST <= words <= LONGEST else 0.1 if words < 9 else 0.0
    reading = read_reply(reply.text)
    case = 0.25 * min(2, len(_CASE.findall(reply.text)))
    return length + case + (0.0 if reply.complete else 0.6) + 0.2 * (1.0 - reading.substance)


def _evidence(
    intent: LearnedIntent,
    candidates: Sequence[_Candidate],
    best: _Candidate,
    agreement: float,
    relevance: float,
) -> DraftEvidence:
    times = sorted(c.pair.asked_at for c in candidates if c.pair.asked_at is not None)
    answers = [DatedAnswer(c.reply.text, c.pair.asked_at) for c in candidates]
    return DraftEvidence(
        conversations=len({candidate.pair.transcript for candidate in candidates}),
        agents=tuple(sorted({c.pair.agent for c in candidates if c.pair.agent})),
        first=times[0] if times else None,
        last=times[-1] if times else None,
        agreement=agreement,
        relevance=relevance,
        contradictions=find_contradictions(best.reply.text, answers),
        article_conflicts=(),
        marks=marks(best.reply.text),
        said_in=best.pair,
        covers=len({pair.transcript for pair in intent.pairs}),
        minutes=MINUTES_TO_DECIDE,
    )


def _reasons(reply: Impersonal, evidence: DraftEvidence) -> tuple[str, ...]:
    reasons = [f"answers disagree: {contradiction}" for contradiction in evidence.contradictions]
    if not reply.complete:
        reasons.append("the answer breaks off")
    if evidence.agreement < LEAST_AGREEMENT:
        reasons.append("agents answered differently from case to case")
    if evidence.relevance < LEAST_RELEVANCE:
        reasons.append("it hardly speaks of what was asked")
    if _CASE.search(reply.text):
        reasons.append("it may speak of one customer's case")
    if _GRAVE.search(reply.text):
        reasons.append("it is about danger, injury or the law")
    if "{{" in reply.text:
        reasons.append("personal data was taken out; say what belongs in the fields")
    return tuple(reasons)
