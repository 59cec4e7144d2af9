"""A whole conversation without personal data: its texts, its people, its tags."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from knowledge.records import Speaker, Transcript, TranscriptId, Turn
from knowledge.redaction.identities import (
    Identity,
    IdentityKind,
    customer_identities,
    read_identities,
)
from knowledge.redaction.letters import SMALL
from knowledge.redaction.redactor import Redactor
from knowledge.redaction.word_lists import words

_BEGINNING = 80
"""Characters at the beginning of a message in which it greets."""
_GREETING = re.compile(
    r"(?<!\w)(?:Hi|Hello|Hey|Hiya|Dear|Good (?:morning|afternoon|evening)|Hallo|Liebe[r]?|"
    r"Guten (?:Tag|Morgen)|Moin|Bonjour|Bonsoir|Cher|Chère|Hola|Estimad[oa]|Ciao|Gentile|Beste|"
    r"Dag|Cześć|Olá|Oi|Hej|Hei),? (?:there,? )?"
    rf"(?P<name>[^\W\d_{SMALL}][^\W\d_]{{1,19}}(?:[ '’-][^\W\d_{SMALL}][^\W\d_]{{1,19}})?)"
    r"(?=\s?[,.!;:–—\n]|$)"
)


def redact_transcript(
    transcript: Transcript, redactor: Redactor, person: str | None = None
) -> tuple[Transcript, Counter[str]]:
    """The transcript as it may be stored and learned from, and how much of each kind went.

    The names that the transcript itself gives, and those by which its agents greet, are taken out
    of its texts. Its customer becomes
    ``person``, or the pseudonym of the surest identity that it gives, wherever the customer stands
    as an author too; other authors become pseudonyms of their own. So does the transcript's id
    where that is an e-mail address or a telephone number.
    """
    identities = customer_identities(transcript)
    names = [turn.author for turn in transcript.turns if turn.author]
    names += [each for each in (transcript.customer, *transcript.customer_aliases) if each]
    names += greeted_names(transcript)
    names += [each.value.title() for each in identities if each.kind is IdentityKind.NAME]
    redactor = redactor.with_names(names) if names else redactor
    if identities and person is None:
        person = person_pseudonym(identities[0], redactor)
    found: Counter[str] = Counter()
    redacted = replace(
        transcript,
        id=_id(transcript.id, redactor),
        turns=tuple(
            _turn(
                turn,
                redactor,
                found,
                _author(turn, transcript.source, identities, person, redactor),
            )
            for turn in transcript.turns
        ),
        tags=tuple(_text(tag, redactor, found) for tag in transcript.tags),
        customer=person if transcript.customer or transcript.customer_aliases else None,
        customer_aliases=(),
    )
    return redacted, found


def greeted_names(transcript: Transcript) -> list[str]:
    """How agents greet whom they write to: "Hi Dharmesh," is no company, as it may be of others."""
    found = []
    for turn in transcript.turns:
        if turn.speaker is not Speaker.AGENT:
            continue
        greeted = _GREETING.search(turn.text[:_BEGINNING])
        if greeted and words("common_words").isdisjoint(greeted["name"].casefold().split()):
            found.append(greeted["name"])
    return found


def person_pseudonym(identity: Identity, redactor: Redactor) -> str:
    """What somebody is called who was first met under this identity."""
    place = f"{identity.source}\0" if identity.source else ""
    return redactor.pseudonym("customer", f"{place}{identity.value}")


def _author(
    turn: Turn,
    source: str,
    identities: tuple[Identity, ...],
    person: str | None,
    redactor: Redactor,
) -> str | None:
    if turn.author is None:
        return None
    if turn.speaker is not Speaker.CUSTOMER:
        return redactor.pseudonym(turn.speaker.value, turn.author)
    own = read_identities(turn.author, source)
    if person is not None and set(own) & set(identities):
        return person
    return person_pseudonym(own[0], redactor) if own else None


def _turn(turn: Turn, redactor: Redactor, found: Counter[str], author: str | None) -> Turn:
    text = _text(turn.text, redactor, found)
    if author is None and text is turn.text:
        return turn if turn.author is None else replace(turn, author=None)
    return replace(turn, text=text, author=author)


def _text(text: str, redactor: Redactor, found: Counter[str]) -> str:
    redacted = redactor.redact(text)
    found.update(redacted.found)
    return redacted.text if redacted.found else text


def _id(identifier: TranscriptId, redactor: Redactor) -> TranscriptId:
    if "@" in identifier or identifier.startswith("+"):
        return TranscriptId(redactor.pseudonym("conversation", identifier))
    return identifier
