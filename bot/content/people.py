"""One person, one pseudonym: which identities belong together, and which were erased.

Only keyed digests are stored. Identities that one conversation links are one person's from then
on; where that joins two who were thought to be different, their earlier conversations are renamed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sqlmodel import Session, col, select

from bot.content.transcript_json import content_hash, content_of, renamed, transcript_from_json
from bot.store.tables import IdentityRow, TombstoneRow, TranscriptRow
from knowledge.redaction import ANY_SOURCE, Identity, IdentityKind, Redactor, person_pseudonym


class People:
    """The people of imported conversations, within one transaction.

    ``key`` is the home's own; under another key all digests and pseudonyms are others.
    """

    def __init__(self, session: Session, key: bytes) -> None:
        self._session = session
        self._key = key
        self._redactor = Redactor(key=key)
        self._known: dict[str, set[str]] = {}

    def load(self, identities: Iterable[Identity]) -> None:
        """Look up these identities at once; ``person_of`` knows only what was loaded."""
        digests = {each.digest(self._key) for each in identities} - self._known.keys()
        self._known.update({digest: set() for digest in digests})
        statement = select(IdentityRow).where(col(IdentityRow.digest).in_(digests))
        for row in self._session.exec(statement):
            self._known[row.digest].add(row.person)

    def person_of(self, identities: Sequence[Identity]) -> str | None:
        """The pseudonym of who has these identities, sure ones first; None without any.

        They are linked from now on. A name alone is a person of its own.
        """
        if not identities:
            return None
        sure = [each for each in identities if each.is_sure]
        first = (sure or identities)[0]
        known = sorted({p for each in sure for p in self._known[each.digest(self._key)]})
        person = known[0] if known else person_pseudonym(first, self._redactor)
        for other in known[1:]:
            self._rename(other, person)
        for each in identities:
            self._link(each, person)
        return person

    def persons(self, identity: Identity) -> set[str]:
        """Everybody who has this identity."""
        rows = self._session.exec(
            select(IdentityRow.person).where(IdentityRow.digest == identity.digest(self._key))
        )
        return set(rows)

    def sources(self) -> list[str]:
        """The systems whose ids are known."""
        kind = IdentityKind.ID.value
        rows = self._session.exec(
            select(IdentityRow.source).where(IdentityRow.kind == kind).distinct()
        )
        return sorted(rows)

    def _link(self, identity: Identity, person: str) -> None:
        digest = identity.digest(self._key)
        if person not in self._known.setdefault(digest, set()):
            self._known[digest].add(person)
            kind, source = identity.kind.value, identity.source
            self._session.add(IdentityRow(digest=digest, person=person, kind=kind, source=source))

    def _rename(self, old: str, new: str) -> None:
        self._session.flush()
        taken = set(self._session.exec(select(IdentityRow.digest).where(IdentityRow.person == new)))
        for row in self._session.exec(select(IdentityRow).where(IdentityRow.person == old)).all():
            self._session.delete(row)
            if row.digest not in taken:
                self._session.add(
                    IdentityRow(digest=row.digest, person=new, kind=row.kind, source=row.source)
                )
        self._session.flush()
        for persons in self._known.values():
            if old in persons:
                persons.remove(old)
                persons.add(new)
        self._rename_in_transcripts(old, new)

    def _rename_in_transcripts(self, old: str, new: str) -> None:
        rows = self._session.exec(select(TranscriptRow).where(TranscriptRow.customer == old)).all()
        for row in rows:
            row.customer = new
            transcript = transcript_from_json(json.loads(row.content))
            row.content = content_of(renamed(transcript, old, new))
            row.content_hash = content_hash(row.content)
            self._session.add(row)
        self._session.flush()


class Tombstones:
    """Who and what was erased, as digests, within one transaction."""

    def __init__(self, session: Session, key: bytes) -> None:
        self._session = session
        self._key = key

    def of_import(self, key: str, identities: Sequence[Identity]) -> list[str]:
        """The digests under which a conversation may have been erased.

        Its key; its customer's sure identities; the name only where there is nothing surer.
        """
        sure = [each for each in identities if each.is_sure] or identities
        anywhere = [replace(each, source=ANY_SOURCE) for each in sure if each.source]
        return [
            self.of_conversation(key),
            *(each.digest(self._key) for each in (*sure, *anywhere)),
        ]

    def of_conversation(self, key: str) -> str:
        """The digest of a conversation's key."""
        return Identity(IdentityKind.ID, key, "conversation").digest(self._key)

    def among(self, digests: Collection[str]) -> set[str]:
        """Those of the digests that were erased."""
        statement = select(TombstoneRow.digest).where(col(TombstoneRow.digest).in_(digests))
        return set(self._session.exec(statement))
