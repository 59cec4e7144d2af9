"""Words that the team wrote in place of a reply become the draft of an answer.

An editor takes them; the draft says nothing to customers until somebody puts it live, as any other.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlmodel import Session, col, select

from bot.content.labels import LabelDecision, decided_texts, store_decision
from bot.content.templates import put_template
from bot.dialog.phrases import spoken_language
from bot.learning.candidates import ACCEPTED, is_undecided
from bot.learning.deciding import UnknownCandidateError
from bot.learning.evidence import EvidenceKind
from bot.store import Database, Note
from bot.store.tables import (
    CandidateRow,
    ConversationRow,
    EvidenceRow,
    ExampleRow,
    TemplateRow,
    TemplateVersionRow,
)
from knowledge import AnswerTemplate, TemplateId, TemplateState

LONGEST_TITLE: Final = 80
HELD_BACK: Final = "a colleague's own words, which nobody has read yet"
WORDED: Final = "worded"
"""The key of a draft's evidence that tells it from those that learning proposes."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


class NothingWordedError(Exception):
    """Nobody wrote what that reply should have been, or it was decided about meanwhile."""

    def __init__(self, candidate: str) -> None:
        super().__init__(
            f"no words wait for {candidate!r} any more; a colleague may have taken them"
        )


@dataclass(frozen=True, slots=True)
class WordsTaken:
    """The words in place of the reply ``seq`` of a conversation, under their candidate."""

    candidate: str
    conversation: str
    seq: int


def draft_answer(
    database: Database, taken: WordsTaken, now: datetime, by: str, note: Note | None = None
) -> TemplateId:
    """Make the words a draft, with the question as its example; returns the draft's id.

    The question is an example of no other answer from then on. ``note`` writes beside it, in the
    same transaction.

    Raises:
        UnknownCandidateError, NothingWordedError
    """
    with database.write() as session:
        candidate = session.get(CandidateRow, taken.candidate)
        if candidate is None:
            raise UnknownCandidateError(taken.candidate)
        words = _words(session, candidate, taken)
        _unlearn(session, words.text, now, by)
        template = _template(session, words)
        evidence = {WORDED: True, "agents": [words.by], "last": words.at.isoformat()}
        put_template(session, template, now, evidence=evidence, held_back=HELD_BACK, by=by)
        candidate.state, candidate.decided_at, candidate.decided_by = ACCEPTED, now, by
        session.add(candidate)
        if note is not None:
            note(session)
        return template.id


def forget_drafts(session: Session, texts: Collection[str]) -> None:
    """Remove such drafts as nobody put live, and take ``texts`` from others' examples."""
    drafted = select(TemplateRow).where(col(TemplateRow.evidence).is_not(None))
    for row in session.exec(drafted).all():
        if not (row.evidence or {}).get(WORDED) or not set(row.content["examples"]) & set(texts):
            continue
        own = TemplateVersionRow.template_id == row.id
        kept: list[TemplateRow | TemplateVersionRow] = [row]
        kept += session.exec(select(TemplateVersionRow).where(own)).all()
        for each in kept:
            if row.state == TemplateState.DRAFT.value:
                session.delete(each)
            else:
                each.content = _without(each.content, texts)
                session.add(each)
    session.flush()


def _without(content: dict[str, Any], texts: Collection[str]) -> dict[str, Any]:
    return {**content, "examples": [each for each in content["examples"] if each not in texts]}


def _words(session: Session, candidate: CandidateRow, taken: WordsTaken) -> EvidenceRow:
    row = session.exec(
        select(EvidenceRow).where(
            EvidenceRow.candidate_id == candidate.id,
            EvidenceRow.conversation_id == taken.conversation,
            EvidenceRow.reply_seq == taken.seq,
            EvidenceRow.kind == EvidenceKind.CORRECTED_IN_WORDS.value,
        )
    ).first()
    if row is None or not is_undecided(candidate, row):
        raise NothingWordedError(candidate.text)
    return row


def _unlearn(session: Session, question: str, now: datetime, by: str) -> None:
    """Take the question from the answers whose example it is."""
    rows = session.exec(select(TemplateRow.content))
    known = decided_texts(session) | set(session.exec(select(ExampleRow.text)))
    known |= {text for content in rows for text in content["examples"]}
    if question in known:
        store_decision(session, LabelDecision(question, None), now, by)


def _template(session: Session, words: EvidenceRow) -> AnswerTemplate:
    question = " ".join(words.text.split())
    return AnswerTemplate(
        id=_free_id(session, words.candidate_id),
        title=question[:LONGEST_TITLE],
        texts={_language(session, words): words.answer or ""},
        examples=(words.text,),
        state=TemplateState.DRAFT,
    )


def _free_id(session: Session, candidate: str) -> TemplateId:
    taken = set(
        session.exec(select(TemplateRow.id).where(col(TemplateRow.id).startswith("worded_")))
    )
    wanted, attempt = f"worded_{candidate}", 1
    while wanted in taken:
        attempt += 1
        wanted = f"worded_{candidate}_{attempt}"
    return TemplateId(wanted)


def _language(session: Session, words: EvidenceRow) -> str:
    """Chinese by its script, else the conversation's language; agents answer in that."""
    if _HAN.search(words.answer or ""):
        return "zh-Hans"
    conversation = session.get(ConversationRow, words.conversation_id)
    spoken = spoken_language(conversation.language if conversation else None)
    return "en" if spoken.startswith("zh") else spoken
