"""Under which identities a conversation knows its customer, and the keyed digests of them.

An e-mail address or a telephone number is one person's in every system; an id only within the
system it came from; a name belongs to many, so it never links two conversations that have better.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from email.utils import parseaddr
from enum import StrEnum

from knowledge.records import Speaker, Transcript

ANY_SOURCE = "*"
_PHONE = re.compile(r"\+?[\d\s().-]{7,20}")
_NAME = re.compile(r"[^\W\d_]+(?:[\s.'’-]+[^\W\d_]+)*\.?")


class IdentityKind(StrEnum):
    """What an identity is, the surest first; only a name may be shared by several people."""

    EMAIL = "email"
    PHONE = "phone"
    ID = "id"
    NAME = "name"


_SUREST_FIRST = tuple(IdentityKind)


@dataclass(frozen=True, slots=True)
class Identity:
    """One way in which a customer is known. ``value`` is in the one form it is compared in.

    ``source`` is the system that an id is valid in; empty for all other kinds.
    """

    kind: IdentityKind
    value: str
    source: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it is one person's alone."""
        return self.kind is not IdentityKind.NAME

    def digest(self, key: bytes) -> str:
        """What may be stored of it: nobody without ``key`` can tell whether it is somebody's."""
        text = f"{self.kind}\0{self.source}\0{self.value}".encode("utf-8", "replace")
        keyed = hashlib.blake2b(key).digest()
        return hashlib.blake2b(text, digest_size=16, key=keyed, person=b"identity").hexdigest()


def read_identities(text: str, source: str) -> tuple[Identity, ...]:
    """The identities that one field of an export, or what somebody typed, holds.

    ``Anna Keller <anna@post.example>`` holds two.
    """
    text = unicodedata.normalize("NFKC", " ".join(text.split()))
    name, address = parseaddr(text) if "@" in text else ("", "")
    if "@" in address:
        email = Identity(IdentityKind.EMAIL, address.casefold())
        return (email, *(read_identities(name, source) if name and "@" not in name else ()))
    if not text:
        return ()
    digits = "".join(c for c in text if c.isdecimal())
    if text.startswith("+") and _PHONE.fullmatch(text):
        return (Identity(IdentityKind.PHONE, digits),)
    if _NAME.fullmatch(text) and not text.islower():
        return (Identity(IdentityKind.NAME, text.casefold()),)
    return (Identity(IdentityKind.ID, text, source),)


def customer_identities(transcript: Transcript) -> tuple[Identity, ...]:
    """Every identity of the customer that the conversation links, the surest first.

    The author of the customer's turns is the customer where there is only one.
    """
    given = [transcript.customer or "", *transcript.customer_aliases]
    authors = customer_authors(transcript)
    if len(authors) == 1:
        given += authors
    found = [each for text in given for each in read_identities(text, transcript.source)]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: _SUREST_FIRST.index(each.kind)))


def customer_authors(transcript: Transcript) -> list[str]:
    """Who wrote the customer's turns, each once."""
    return list(
        dict.fromkeys(
            turn.author
            for turn in transcript.turns
            if turn.author and turn.speaker is Speaker.CUSTOMER
        )
    )
