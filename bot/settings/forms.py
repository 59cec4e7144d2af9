"""The parts of ``frontdesk.yaml`` that say which details are asked for, and what for.

As an editor writes them; ``form_rules.py`` checks them against each other.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field

from bot.settings.strict import Strict

Name = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
Words = Annotated[str, Field(min_length=1)]
Texts = dict[str, Words]
TypeName = Literal[
    "text", "number", "integer", "amount", "date", "email", "phone", "choice", "yes_no"
]


_WRITTEN_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day_where_one_is_written(bound: Any) -> Any:
    """YAML knows a day by its look; JSON has none, so that its text has to be read."""
    if not isinstance(bound, str) or not _WRITTEN_DAY.fullmatch(bound):
        return bound
    try:
        return date.fromisoformat(bound)
    except ValueError:
        return bound


Bound = Annotated[str | int | float | date | None, BeforeValidator(_day_where_one_is_written)]


class OptionSettings(Strict):
    """One answer of a choice: what customers read by language, and what else they call it."""

    labels: Texts = {}
    synonyms: tuple[Words, ...] = ()


class FieldSettings(Strict):
    """A detail that customers give: how it looks, and how to ask for it by language.

    ``min`` and ``max`` bound numbers, and dates (``2026-01-31``, ``today``, ``today-30``).
    """

    prompts: Annotated[Texts, Field(min_length=1)]
    type: TypeName = "text"
    labels: Texts = {}
    pattern: str | None = None
    canonical: str | None = None
    examples: tuple[Words, ...] = ()
    invalid: Texts = {}
    options: dict[str, OptionSettings] = {}
    min: Bound = None
    max: Bound = None
    min_length: Annotated[int, Field(ge=1)] = 1
    max_length: Annotated[int, Field(ge=1, le=4000)] = 2000
    region: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    verifies: bool = False


class LookupSettings(Strict):
    """A service of the operator's: GET ``url`` with the inputs gives a JSON object of outputs.

    ``account`` says that these are somebody's own; ``verify`` maps an output to the field that it
    must equal.
    """

    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    timeout_seconds: Annotated[float, Field(gt=0, le=3)] = 2.0
    account: bool = True
    verify: dict[str, str] = {}


class WhenSettings(Strict):
    """What opens a form."""

    intents: tuple[Words, ...] = ()
    templates: tuple[Words, ...] = ()


class ThenSettings(Strict):
    """What becomes of a form: a template is filled, or a person takes it from a queue."""

    template: Words | None = None
    queue: Words | None = None
    messages: Texts = {}


class FormSettings(Strict):
    """Details to ask for in order, and what then becomes of them."""

    title: Annotated[Texts, Field(min_length=1)]
    when: WhenSettings
    fields: Annotated[tuple[str, ...], Field(min_length=1)]
    then: ThenSettings
    optional: tuple[str, ...] = ()
    opening: Texts = {}
    lookup: str | None = None
    confirm: bool = False
