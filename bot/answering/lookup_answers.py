"""What an answer of the operator's service comes to: by its status, and by whose details it names.

Knows nothing of how services are asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from bot.dialog import Lookup, LookupOutcome, LookupRequest
from bot.dialog.why import why

MAX_VALUE: Final = 500
NO_MATCH: Final = {
    204: "",
    404: "",
    410: "",
    422: why("not_taken"),
}
"""Statuses that say: nothing is known under these details. Why, where that is of use to people."""
FAILURES: Final = {
    400: "not_understood",
    401: "wants_token",
    403: "kept_out",
    405: "no_get",
    408: "timed_out",
    409: "cannot_tell",
    429: "asked_too_often",
}
_MARKS: Final = re.compile(r"[\W_]+")


def outcome_of_status(lookup: Lookup, status: int) -> LookupOutcome | None:
    """What the status alone tells; None where the answer has to be read."""
    if status in NO_MATCH:
        return LookupOutcome(because=NO_MATCH[status])
    if 200 <= status < 300:
        return None
    token = f"FRONTDESK_LOOKUP_{lookup.name.upper()}_TOKEN"
    return LookupOutcome(failed=True, because=_failure(status, token))


def outcome_of_document(lookup: Lookup, request: LookupRequest, document: object) -> LookupOutcome:
    """What a JSON document tells: texts and numbers only, and only about what was asked.

    What differs from the details that the lookup verifies, or names another order than the one
    that was asked for, looks like an answer that matched nothing.
    """
    if not isinstance(document, dict):
        return LookupOutcome(failed=True, because=why("no_object"))
    found = {
        name: _storable(str(value))[:MAX_VALUE]
        for name, value in document.items()
        if isinstance(value, str | int | float)
    }
    if not _is_verified(lookup, request, found):
        return LookupOutcome()
    other = _about_another(lookup, request, found)
    if other is not None:
        return LookupOutcome(because=why("another", other=other))
    return LookupOutcome({name: found[name] for name in lookup.outputs if name in found})


def _failure(status: int, token: str) -> str:
    if status in FAILURES:
        return why(FAILURES[status], token=token)
    if 300 <= status < 400:
        return why("points_elsewhere", status=str(status))
    return why("out_of_order" if status >= 500 else "turned_away", status=str(status))


def _is_verified(lookup: Lookup, request: LookupRequest, found: Mapping[str, str]) -> bool:
    """Whether the answer is about whoever gave the details."""
    return all(
        name in found and found[name].strip().casefold() == request.inputs[given].strip().casefold()
        for name, given in lookup.verify.items()
    )


def _about_another(lookup: Lookup, request: LookupRequest, found: Mapping[str, str]) -> str | None:
    """The input that the answer repeats with another value; None where it repeats none wrongly."""
    repeated = {_key(name): value for name, value in found.items()}
    for name in lookup.inputs:
        said = repeated.get(_key(name))
        if said is not None and not _is_same(said, request.inputs[name]):
            return name
    return None


def _key(name: str) -> str:
    """Services write ``orderNumber`` for ``order_number``."""
    return _MARKS.sub("", name).casefold()


def _is_same(one: str, other: str) -> bool:
    """Whether two ways of writing mean the same: signs between, case and leading zeros apart."""
    first, second = _bare(one), _bare(other)
    if first.isdecimal() and second.isdecimal():
        return first.lstrip("0") == second.lstrip("0")
    return first == second


def _bare(value: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", value).casefold())


def _storable(text: str) -> str:
    """``text`` without NUL and halves of surrogate pairs, which no database takes."""
    return text.replace("\x00", "").encode(errors="replace").decode()
