"""Under which addresses the help pages of articles are read, and where old addresses lead.

An address is the article's slug, or else its id. One that an article had once leads to it until
another article takes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from bot.store import Database
from bot.store.tables import ArticleAddressRow, ArticleRow

MOST_STEPS = 20
"""From an old version to a newer one to a newer one; a circle would never end."""


@dataclass(frozen=True, slots=True)
class HelpPlace:
    """What an address leads to: the article that stands there, or the address to go to instead.

    ``gone``: an article stood there that was retired or is outdated, and none came in its place.
    """

    article: str | None = None
    moved_to: str | None = None
    gone: bool = False


def find_place(database: Database, address: str) -> HelpPlace:
    """What stands at ``/help/ADDRESS``."""
    with database.read() as session:
        row = _at(session, address)
        if row is not None and not (row.retired or row.superseded_by or row.outdated):
            here = row.slug or row.id
            return HelpPlace(row.id) if here == address else HelpPlace(moved_to=here)
        successor = _successor(session, address, row)
        if successor is not None:
            return HelpPlace(moved_to=successor.slug or successor.id)
        return HelpPlace(gone=row is not None)


def claim_address(session: Session, row: ArticleRow, slug: str | None) -> None:
    """Give the article ``row`` the address ``slug`` (None: its id), and keep the one it had.

    An address that another article has stays with that; this one is then read under its id. An id
    stays its article's address before another's slug.
    """
    if slug is not None:
        holder = _at(session, slug)
        if holder is not None and holder.id != row.id and not holder.retired:
            slug = None
    before = row.slug or row.id
    row.slug = slug if slug != row.id else None
    now = row.slug or row.id
    if before != now:
        session.merge(ArticleAddressRow(slug=before, article_id=row.id))
    taken = session.get(ArticleAddressRow, now)
    if taken is not None:
        session.delete(taken)
    for other in session.exec(select(ArticleRow).where(col(ArticleRow.slug) == now)):
        other.slug = other.slug if other.id == row.id else None


def lead_on(session: Session, old: str, article: str) -> None:
    """Let the address of the retired article ``old`` lead to ``article``, which took its place."""
    row = session.get(ArticleRow, old)
    session.merge(ArticleAddressRow(slug=(row.slug if row else None) or old, article_id=article))


def _at(session: Session, address: str) -> ArticleRow | None:
    """The article whose address this is, or whose id."""
    by_slug = session.exec(
        select(ArticleRow)
        .where(col(ArticleRow.slug) == address)
        .order_by(col(ArticleRow.retired), col(ArticleRow.id))
    ).first()
    return by_slug or session.get(ArticleRow, address)


def _successor(session: Session, address: str, row: ArticleRow | None) -> ArticleRow | None:
    """The article that serves instead of the one at ``address``, over as many steps as it takes."""
    for _ in range(MOST_STEPS):
        following = row.superseded_by if row is not None else None
        if following is None:
            moved = session.get(ArticleAddressRow, address)
            following = moved.article_id if moved is not None else None
        row = session.get(ArticleRow, following) if following is not None else None
        if row is None or not (row.retired or row.superseded_by):
            return row if row is None or not row.outdated else None
        address = row.slug or row.id
    return None
