"""What every import of conversations shares: how they are taken in, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands.context import Home
from bot.content.originals import Originals
from bot.content.transcripts import ImportCounts, Importing, pseudonym_key
from knowledge import Redactor

KINDS: Mapping[str, str] = {
    "account": "bank accounts", "address": "postal addresses", "birth": "dates of birth",
    "card": "payment cards", "email": "e-mail addresses", "iban": "IBANs",
    "id": "identity numbers", "ip": "internet addresses", "name": "names",
    "order": "order numbers", "phone": "telephone numbers", "plate": "licence plates",
    "secret": "passwords and logins", "url": "links with tokens",
}  # fmt: skip


def importing_into(home: Home, *, order_numbers: bool) -> Importing:
    """Redacted with the home's key; originals are kept, sealed, only if the operator wants it."""
    key = pseudonym_key(home.database)
    originals = None
    if home.settings.file.keep_originals:
        originals = Originals(home.settings.originals_key)
        originals.prepare()
    return Importing(Redactor(order_numbers=order_numbers, key=key), key, originals)


def taken_out(counts: ImportCounts) -> str:
    """What was redacted, by kind, most first; and what was left out."""
    found = sorted((-n, KINDS[kind]) for kind, n in counts.redactions.items())
    listed = ", ".join(f"{kind} {-n:,}" for n, kind in found)
    sentence = f"Personal data taken out: {listed}." if listed else "No personal data was found."
    if counts.erased:
        sentence += f" {counts.erased:,} conversations of erased customers were left out."
    return sentence
