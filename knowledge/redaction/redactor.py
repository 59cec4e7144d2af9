"""Personal data replaced by what it was: ``[email]``, ``[phone]``, ``[card]``, ``[iban]``,
``[name]``, ``[order]``.

The same for imports and for live conversations. Prices, dates and short numbers stay. Redacting
twice changes nothing more.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.redaction.accounts import find_cards, find_emails, find_ibans
from knowledge.redaction.names import find_names, name_pattern
from knowledge.redaction.numbers import find_orders, find_phones
from knowledge.redaction.spans import Span, replaced, without_overlaps

KINDS = ("email", "iban", "card", "order", "phone", "name")
DEFAULT_REGIONS = ("US", "GB", "DE", "FR", "ES", "CN")
"""Countries whose numbers are known without their code; more of them find more that is none."""

_PLACEHOLDER = re.compile(rf"(\[(?:{'|'.join(KINDS)})\])")
_MANY_DIGITS = re.compile(r"\d(?:\D{0,3}\d){6,}")


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without personal data, and how many of each kind were taken out of it."""

    text: str
    found: Mapping[str, int]


class Redactor:
    """Takes personal data out of texts; immutable, and safe to share between threads.

    ``names`` are those of the people in the conversation. ``order_numbers`` takes out order-like
    numbers too, which otherwise stay. ``key`` makes pseudonyms that nobody without it can guess
    back; the same key gives the same pseudonyms. ``regions`` are the countries whose telephone
    numbers are recognised without their code, as ISO 3166 codes.
    """

    def __init__(
        self,
        *,
        names: Iterable[str] = (),
        order_numbers: bool = False,
        key: bytes | None = None,
        regions: Sequence[str] = DEFAULT_REGIONS,
    ) -> None:
        self._names = frozenset(name for name in names if name and "@" not in name)
        self._pattern = name_pattern(self._names)
        self._order_numbers = order_numbers
        self._key = key
        self._regions = tuple(regions)

    def with_names(self, names: Iterable[str]) -> Redactor:
        """The same redactor that also knows these names."""
        return Redactor(
            names=self._names.union(names),
            order_numbers=self._order_numbers,
            key=self._key,
            regions=self._regions,
        )

    def redact(self, text: str) -> Redacted:
        """The text with a placeholder for each piece of personal data."""
        found: Counter[str] = Counter()
        while True:
            pieces = _PLACEHOLDER.split(text)
            before = found.total()
            pieces[::2] = [self._redact_piece(piece, found) for piece in pieces[::2]]
            text = "".join(pieces)
            if found.total() == before:
                return Redacted(text, found)

    def pseudonym(self, role: str, identity: str) -> str:
        """A name for someone that says nothing of them, the same each time: ``agent-3f9c…``."""
        key = hashlib.blake2b(self._key).digest() if self._key else b""
        digest = hashlib.blake2b(
            identity.encode("utf-8", "replace"), digest_size=6, key=key, person=role[:16].encode()
        )
        return f"{role}-{digest.hexdigest()}"

    def _redact_piece(self, text: str, found: Counter[str]) -> str:
        spans = without_overlaps(self._find(text), len(text))
        found.update(span.kind for span in spans)
        return replaced(text, spans) if spans else text

    def _find(self, text: str) -> Iterator[Span]:
        known = list(find_emails(text))
        yield from known
        if _MANY_DIGITS.search(text):
            accounts = [*find_ibans(text), *find_cards(text)]
            yield from accounts
            orders = list(find_orders(text))
            if self._order_numbers:
                yield from orders
            yield from find_phones(text, self._regions, [*known, *accounts, *orders])
        elif self._order_numbers:
            yield from find_orders(text)
        yield from find_names(text, self._pattern)
