"""The key ``attachments``: which files are taken in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from bot.content.attachments import MEGABYTE, AttachmentLimits
from bot.content.file_kinds import EXTENSIONS, is_listed
from bot.settings.strict import Strict


class AttachmentSettings(Strict):
    """Which files are taken in: how large each, of which types, how much in a day.

    ``types`` are media types such as ``image/png``, or ``audio/*`` for all of a sort; without any
    no file is taken.
    ``daily_files`` and ``daily_mb`` limit what a customer may send in 24 hours of a conversation.
    """

    max_mb: Annotated[float, Field(gt=0, le=50)] = 10
    types: tuple[str, ...] = tuple(EXTENSIONS)
    daily_files: Annotated[int, Field(ge=1)] = 30
    daily_mb: Annotated[float, Field(gt=0)] = 100

    @field_validator("types")
    @classmethod
    def _are_known(cls, types: tuple[str, ...]) -> tuple[str, ...]:
        for each in types:
            if not any(is_listed(known, (each,)) for known in EXTENSIONS):
                raise ValueError(f"{each!r} is no type that can be told from a file's bytes")
        return types

    def limits(self) -> AttachmentLimits:
        """These settings as uploads are held to them."""
        return AttachmentLimits(
            max_bytes=int(self.max_mb * MEGABYTE),
            types=self.types,
            daily_files=self.daily_files,
            daily_bytes=int(self.daily_mb * MEGABYTE),
        )
