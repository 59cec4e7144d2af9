"""Personal data replaced by what it was: ``[email]``, ``[phone]``, ``[name]`` and so on.

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
from knowledge.redaction.addresses import find_addresses
from knowledge.redaction.bank_details import find_bank_details
from knowledge.redaction.births import find_births
from knowledge.redaction.cjk_addresses import find_cjk_addresses
from knowledge.redaction.cjk_names import find_cjk_names
from knowledge.redaction.identity_numbers import find_identity_numbers
from knowledge.redaction.logins import find_logins, find_telling_addresses
from knowledge.redaction.names import find_names, name_pattern
from knowledge.redaction.network import find_internet_addresses
from knowledge.redaction.numbers import find_announced_phones, find_orders, find_phones
from knowledge.redaction.said_names import find_said_names
from knowledge.redaction.spans import Span, masked, replaced, without_overlaps
from knowledge.redaction.vehicles import find_plates

KINDS = (
    "email", "iban", "card", "order", "phone", "name", "account", "address", "birth", "id", "ip",
    "plate", "secret", "url",
)  # fmt: skip
DEFAULT_REGIONS = ("US", "GB", "DE", "FR", "ES", "CN")
"""Countries whose numbers are known without their code; more of them find more that is none."""

_OPAQUE = re.compile(
    rf"\[(?:{'|'.join(KINDS)})\]"
    r"|(?<![0-9A-Fa-f-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f-])"
)
"""What earlier redaction left, and UUIDs: nothing is looked for inside them."""

_DIGIT = re.compile(r"\d")
_SOME_DIGITS = re.compile(r"\d(?:\D{0,3}\d){3}")
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
        while spans := self.find(text):
            found.update(span.kind for span in spans)
            text = replaced(text, spans)
        return Redacted(text, found)

    def find(self, text: str) -> list[Span]:
        """Where personal data stands in the text, in order and without overlaps.

        Placeholders of earlier redaction are none, and UUIDs are nobody's.
        """
        if "[" in text or "-" in text:
            text = masked(text, [Span(*match.span(), "") for match in _OPAQUE.finditer(text)])
        return without_overlaps(self._find(text), len(text))

    def pseudonym(self, role: str, identity: str) -> str:
        """A name for someone that says nothing of them, the same each time: ``agent-3f9c…``."""
        key = hashlib.blake2b(self._key).digest() if self._key else b""
        digest = hashlib.blake2b(
            identity.encode("utf-8", "replace"), digest_size=6, key=key, person=role[:16].encode()
        )
        return f"{role}-{digest.hexdigest()}"

    def _find(self, text: str) -> Iterator[Span]:
        """Everything found, what is surer first: of two that overlap, the first stays."""
        yield from find_telling_addresses(text)
        emails = list(find_emails(text))
        yield from emails
        yield from find_logins(text)
        if _DIGIT.search(text):
            yield from self._find_numbers(text, emails)
        yield from find_names(text, self._pattern)
        yield from find_cjk_names(text)
        yield from find_said_names(text)

    def _find_numbers(self, text: str, emails: list[Span]) -> Iterator[Span]:
        surer = [*find_internet_addresses(text), *find_plates(text)]
        if _SOME_DIGITS.search(text):
            surer = [
                *find_ibans(text),
                *find_cards(text),
                *find_identity_numbers(text),
                *find_bank_details(text),
                *find_births(text),
                *surer,
            ]
        yield from surer
        orders = list(find_orders(text))
        if self._order_numbers:
            yield from orders
        if _MANY_DIGITS.search(text):
            yield from find_announced_phones(text)
            yield from find_phones(text, self._regions, [*emails, *surer, *orders])
        yield from find_addresses(text)
        yield from find_cjk_addresses(text)
