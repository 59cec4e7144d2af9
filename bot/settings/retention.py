"""The key ``retention``: how long live conversations are kept."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.settings.strict import Strict


class RetentionSettings(Strict):
    """``conversation_days`` after the last message of a closed conversation it is forgotten, with
    what came of it; None keeps conversations until somebody erases them."""

    conversation_days: Annotated[int, Field(ge=1, le=3650)] | None = None
