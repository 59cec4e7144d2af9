"""How far a new desk has come: what there is, counted, from what is imported to the first answer.

Knows nothing of where each step is done; the desk's page does.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from bot.answering import Release
from bot.services import Services
from bot.store.tables import (
    ArticleRow,
    ConversationRow,
    TemplateRow,
    TranscriptRow,
    UserRow,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, ``count`` how much of it there is; some desks need no ``optional`` one."""

    name: str
    done: bool
    count: int
    optional: bool = False


def steps(services: Services) -> tuple[Step, ...]:
    """The steps in their order."""
    release = services.release()
    with services.database.read() as session:
        articles = _count(session, select(func.count()).select_from(ArticleRow))
        transcripts = _count(session, select(func.count()).select_from(TranscriptRow))
        templates = _count(session, select(func.count()).select_from(TemplateRow))
        people = _count(
            session,
            select(func.count())
            .select_from(UserRow)
            .where(col(UserRow.deactivated_at).is_(None), UserRow.password_hash != ""),
        )
        talks = _count(session, select(func.count()).select_from(ConversationRow))
    hosts = len(services.settings.file.embed_hosts)
    return (
        Step("articles", articles > 0, articles),
        Step("transcripts", transcripts > 0, transcripts, optional=True),
        Step("templates", bool(release.templates), templates),
        Step("model", release.model is not None, _intents(release)),
        Step("channel", services.telegram or hosts > 0, hosts + services.telegram),
        Step("people", people > 1, people, optional=True),
        Step("first_answer", talks > 0, talks),
    )


def _intents(release: Release) -> int:
    return len(release.model.intents) if release.model is not None else 0


def _count(session: Session, statement: object) -> int:
    return int(session.exec(statement).one())  # type: ignore[call-overload]
