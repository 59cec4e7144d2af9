"""Whether a release answers as people of the team said that it should.

Asked are the questions of corrections and of suggestions that agents used. Both releases hold the
same examples, these questions among them; what is measured is whether the model lets them count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import col, select

from bot.answering.answerer import DialogAnswerer, first_message
from bot.answering.release import Release
from bot.answering.verdicts import verdict_words
from bot.dialog import Kind, LookupOutcome
from bot.learning.evidence import BY_THE_TEAM, EvidenceKind
from bot.store import Database
from bot.store.tables import EvidenceRow
from knowledge import TemplateId
from nlu.comparison import SURE_ENOUGH, Verdict, chance_of

MOST_ASKED: Final = 300
SHOWN: Final = 10
ANSWERS: Final = frozenset({Kind.ANSWER, Kind.COMPOSE})
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """A question, and the templates that answer it; none where a person should."""

    text: str
    templates: frozenset[TemplateId]


@dataclass(frozen=True, slots=True)
class Missed:
    """A known answer that the release before gave and the new one does not, or says wrongly."""

    text: str
    wanted: tuple[TemplateId, ...]
    said: str


@dataclass(frozen=True, slots=True)
class KnownAnswersComparison:
    """How many of ``questions`` are answered as people said, and how many with something else."""

    questions: int
    right_before: int
    right_after: int
    wrong_before: int
    wrong_after: int
    verdict: Verdict
    because: str
    missed: tuple[Missed, ...]


def compare_known_answers(
    database: Database, before: Release, after: Release, now: datetime, progress: Progress
) -> KnownAnswersComparison:
    """Ask both releases every question whose answer people of the team have said."""
    known = known_answers(database, after)
    asked = []
    for done, each in enumerate(known, start=1):
        asked.append((each, _asked(before, each, now), _asked(after, each, now)))
        progress("asking what is known", done, len(known))
    lost = [each for each in asked if each[1].right and not each[2].right]
    gained = sum(each[2].right and not each[1].right for each in asked)
    newly = sum(each[2].wrong and not each[1].wrong for each in asked)
    no_more = sum(each[1].wrong and not each[2].wrong for each in asked)
    verdict, because = _verdict(len(asked), gained, len(lost), newly, no_more)
    missed = [each for each in asked if not each[2].right]
    return KnownAnswersComparison(
        questions=len(asked),
        right_before=sum(each[1].right for each in asked),
        right_after=sum(each[2].right for each in asked),
        wrong_before=sum(each[1].wrong for each in asked),
        wrong_after=sum(each[2].wrong for each in asked),
        verdict=verdict,
        because=because,
        missed=tuple(
            Missed(known.text, tuple(sorted(known.templates)), after.said)
            for known, _, after in missed[:SHOWN]
        ),
    )


def known_answers(database: Database, release: Release) -> list[KnownAnswer]:
    """The questions of the team's own acts, the latest first; the last word on a question counts.

    What should be answered with a template that is no longer live is left out.
    """
    with database.read() as session:
        rows = session.exec(
            select(EvidenceRow)
            .where(col(EvidenceRow.kind).in_([each.value for each in BY_THE_TEAM]))
            .order_by(
                (col(EvidenceRow.kind) == EvidenceKind.CORRECTED.value).desc(),
                col(EvidenceRow.at).desc(),
            )
        ).all()
    found: dict[str, KnownAnswer] = {}
    for row in rows:
        templates = _templates(row, release)
        if row.text not in found and templates is not None:
            found[row.text] = KnownAnswer(row.text, templates)
    return list(found.values())[:MOST_ASKED]


def _templates(row: EvidenceRow, release: Release) -> frozenset[TemplateId] | None:
    """The live templates that answer it; None where none does any more."""
    if row.template_id is None and row.intent_id is None:
        return frozenset()
    own = release.templates.get(TemplateId(row.template_id)) if row.template_id else None
    intents = {row.intent_id} if row.intent_id else set(own.intents if own else ())
    same = {each.id for each in release.templates.values() if intents.intersection(each.intents)}
    return frozenset(same | ({own.id} if own else set())) or None


@dataclass(frozen=True, slots=True)
class _Asked:
    right: bool
    wrong: bool
    said: str


def _asked(release: Release, known: KnownAnswer, now: datetime) -> _Asked:
    answerer = DialogAnswerer(lambda: release, lambda: now, lambda *_: LookupOutcome(failed=True))
    decision = answerer.decide(first_message(known.text, "web")).decision
    kind, template = decision.reply.kind, decision.reply.reasons.template
    said = {*decision.templates, *([template] if template else ())}
    answers = kind in ANSWERS or (kind is Kind.ASK and bool(said))
    right = answers and bool(said & known.templates) if known.templates else not answers
    return _Asked(right, answers and not right, " ".join((kind.value, *sorted(said))))


def _verdict(asked: int, gained: int, lost: int, newly: int, no_more: int) -> tuple[Verdict, str]:
    if not asked:
        return Verdict.UNJUDGED, verdict_words("nothing_known")
    if newly > no_more and chance_of(no_more, newly) < SURE_ENOUGH:
        wrongly = verdict_words("known_wrong_anew", asked=asked, newly=newly, no_more=no_more)
        return Verdict.WORSE, wrongly
    worse = lost > gained and chance_of(gained, lost) < SURE_ENOUGH
    because = verdict_words("known_anew", asked=asked, gained=gained, lost=lost)
    return Verdict.WORSE if worse else Verdict.ALIKE, because
