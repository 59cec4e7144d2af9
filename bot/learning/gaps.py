"""Gaps in the knowledge base: what customers asked and nothing answered, by matter.

Questions that the bot passed on or asked back about, and that no approved answer was meant for,
are grouped by meaning. Each group shows the articles that came closest, what agents then answered,
and a draft article from that. Nothing becomes an article without somebody who publishes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import numpy as np
from sqlmodel import col, select

from bot.learning.candidates import Candidate, waiting_candidates
from bot.learning.evidence import EvidenceKind
from bot.learning.grouping import Vectors
from bot.store import Database
from bot.store.tables import EvidenceRow
from knowledge import ArticleId

ASKED_IN_VAIN: Final = frozenset(
    {
        EvidenceKind.ASKED_BACK.value,
        EvidenceKind.UNANSWERED.value,
        EvidenceKind.ANSWERED_BY_AGENT.value,
        EvidenceKind.CORRECTED_IN_WORDS.value,
    }
)
GIVEN: Final = frozenset(
    {EvidenceKind.ANSWERED_BY_AGENT.value, EvidenceKind.CORRECTED_IN_WORDS.value}
)
"""What holds an answer in an agent's own words."""
SAME_MATTER: Final = 0.55
"""The cosine to a group's mean from which a question joins it. On 100 and 400 questions of a few
intents of Banking77 and CLINC150, groups made at .5 to .6 agree best with the intents."""
MAY_HOLD_IT: Final = 0.5
"""The similarity of an article from which it is tried whether the bot answers now: trying every
gap would keep whoever opens the page waiting."""
QUESTIONS: Final = 8
CLOSEST: Final = 3


@dataclass(frozen=True, slots=True)
class NearArticle:
    """An article that came close, with its ``similarity`` to the question (a cosine)."""

    article: ArticleId
    title: str
    url: str | None
    similarity: float


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What an agent answered; ``by`` is who, as far as that is known."""

    text: str
    by: str | None
    at: datetime
    conversation: str


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """A beginning: the question in a customer's words, and the answer nearest to all that agents
    gave. Both are redacted, so places in brackets may have to be worded anew."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A matter: its ``id`` is that of the question asked most, ``people`` how many asked.

    ``questions`` are the most frequent wordings, ``candidates`` the ids of all. ``draft`` is None
    where no agent has answered yet. ``answered_now``: the bot would answer ``question`` today, as
    where an article was written since.
    """

    id: str
    question: str
    people: int
    times: int
    last_at: datetime
    questions: tuple[str, ...]
    candidates: tuple[str, ...]
    closest: tuple[NearArticle, ...] = ()
    answers: tuple[GivenAnswer, ...] = ()
    draft: ArticleDraft | None = None
    answered_now: bool = False


Closest = Callable[[str], Sequence[NearArticle]]
"""The articles nearest to a question, nearest first."""
Answers = Callable[[str], bool]
"""Whether the bot would answer a question today."""


def knowledge_gaps(
    database: Database,
    vectors: Vectors,
    closest: Closest,
    answers: Answers = lambda _: False,
    tried: int = 100,
) -> list[Gap]:
    """Every gap, the one that most people met first; ``answers`` is asked about ``tried`` of them.

    ``vectors`` gives rows (n, d), L2-normalised, nought for what cannot be read: such a question
    is a matter of its own.
    """
    asked = [each for each in waiting_candidates(database) if _is_in_vain(each)]
    asked.sort(key=lambda each: (-each.people, each.id))
    evidence = _evidence(database)
    found = [
        _gap([asked[place] for place in places], evidence, vectors)
        for places in _matters(vectors([each.text for each in asked]))
    ]
    found.sort(key=lambda gap: (-gap.people, -gap.last_at.timestamp(), gap.id))
    beside = [replace(gap, closest=tuple(closest(gap.question))[:CLOSEST]) for gap in found]
    return [*(_tried(gap, answers) for gap in beside[:tried]), *beside[tried:]]


def _tried(gap: Gap, answers: Answers) -> Gap:
    held = any(each.similarity >= MAY_HOLD_IT for each in gap.closest)
    return replace(gap, answered_now=held and answers(gap.question))


def _is_in_vain(candidate: Candidate) -> bool:
    """Whether nothing answered it; where an approved answer was meant, matching failed instead."""
    meant = any(each.template is not None for each in candidate.proposals)
    return bool(ASKED_IN_VAIN & candidate.kinds.keys()) and not meant


def _matters(vectors: np.ndarray) -> list[list[int]]:
    """Rows by matter: each joins the group whose mean is nearest, or begins one."""
    groups: list[list[int]] = []
    sums: list[np.ndarray] = []
    for row, vector in enumerate(vectors):
        if sums and vector.any():
            means = np.stack(sums)
            lengths = np.linalg.norm(means, axis=1, keepdims=True)
            cosines = (means / np.maximum(lengths, 1e-9)) @ vector
            best = int(np.argmax(cosines))
            if cosines[best] >= SAME_MATTER:
                groups[best].append(row)
                sums[best] = sums[best] + vector
                continue
        groups.append([row])
        sums.append(vector)
    return groups


def _gap(
    asked: Sequence[Candidate], evidence: Mapping[str, Sequence[EvidenceRow]], vectors: Vectors
) -> Gap:
    found = [row for each in asked for row in evidence.get(each.id, ())]
    rows = sorted(found, key=lambda row: row.at)
    answers = tuple(
        GivenAnswer(row.answer, row.by, row.at, row.conversation_id)
        for row in rows
        if row.answer and row.kind in GIVEN
    )
    return Gap(
        id=asked[0].id,
        question=asked[0].text,
        people=len({row.person for row in rows}),
        times=len({(row.conversation_id, row.seq) for row in rows}),
        last_at=max(each.last_at for each in asked),
        questions=tuple(each.text for each in asked[:QUESTIONS]),
        candidates=tuple(each.id for each in asked),
        answers=answers,
        draft=_draft(asked[0].text, [each.text for each in answers], vectors),
    )


def _draft(question: str, answers: Sequence[str], vectors: Vectors) -> ArticleDraft | None:
    """The answer that is nearest to all of them; the latest where none is nearer than another."""
    if not answers:
        return None
    found = vectors(answers).astype(np.float64)
    nearness = (found @ found.T).sum(axis=1)
    best = max(range(len(answers)), key=lambda place: (round(float(nearness[place]), 6), place))
    title = question.strip()
    return ArticleDraft(title[:1].upper() + title[1:], answers[best])


def _evidence(database: Database) -> dict[str, list[EvidenceRow]]:
    found: dict[str, list[EvidenceRow]] = {}
    with database.read() as session:
        rows = session.exec(select(EvidenceRow).order_by(col(EvidenceRow.at))).all()
        session.expunge_all()
    for row in rows:
        found.setdefault(row.candidate_id, []).append(row)
    return found
