"""E-mail addresses and phone numbers."""

from __future__ import annotations

import re
from typing import Final

import phonenumbers

from bot.dialog.details.definition import DetailField
from bot.dialog.details.outcome import Found, Refused, only_one

_EMAIL: Final = re.compile(
    r"(?<![A-Za-z0-9._%+'-])[A-Za-z0-9._%+'-]{1,64}@"
    r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*\.[A-Za-z]{2,24}(?![A-Za-z0-9-])"
)
_MANY_DIGITS: Final = re.compile(r"(?:\d\D{0,3}){5}")


def find_email(text: str) -> Found | Refused | None:
    """The one e-mail address in ``text``, in lower case."""
    found = [
        Found(match.group(0).lower(), match.start(), match.end()) for match in _EMAIL.finditer(text)
    ]
    return only_one(found) or (Refused("detail_email") if "@" in text else None)


def find_phone(field: DetailField, text: str) -> Found | Refused | None:
    """The one phone number in ``text`` that can exist, as E.164 (``+31201234567``).

    Numbers without a country code are those of the field's region.
    """
    matcher = phonenumbers.PhoneNumberMatcher(
        text, field.region, leniency=phonenumbers.Leniency.VALID
    )
    found = [Found(_written(each.number), each.start, each.end) for each in matcher]
    return only_one(found) or (Refused("detail_phone") if _MANY_DIGITS.search(text) else None)


def _written(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
