"""The key ``reranking``: a cross-encoder that puts the first passages in order once more."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.settings.strict import Strict


class RerankingSettings(Strict):
    """``folder`` is what `frontdesk reranker` wrote, seen from the home; without it nothing is
    reranked. ``weight`` is what a passage gains that fits wholly (a cosine is at most 1), and
    ``budget_ms`` how long a question's passages may take before the order stays as it was."""

    folder: Annotated[str, Field(min_length=1, pattern=r"^[^\x00]+$")] | None = None
    weight: Annotated[float, Field(gt=0, le=5)] = 0.5
    budget_ms: Annotated[int, Field(ge=10, le=3000)] = 400
