"""Places in a list of messages or notices, as programs ask for them."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import AfterValidator, Field

LAST: Final = 2**31 - 1
"""What a column of numbers holds in PostgreSQL."""

Position = Annotated[int, Field(ge=0, le=2**53), AfterValidator(lambda place: min(place, LAST))]
"""A number that JavaScript keeps exactly; beyond the last place that there can be, that one."""
