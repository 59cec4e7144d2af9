"""Whether a sentence points back to the one before it and says nothing without it."""

from __future__ import annotations

import re
from typing import Final

_POINTS_BACK: Final = re.compile(
    r"\s*(?:(?:it|its|this|that|they|their|these|those|he|she|here|there|then|also|but|and|or"
    r"|er|sie|es|das|dies\w*|dann|dort|auch|aber|und|oder"
    r"|elle|ils|elles|ce|cela|sa|ses|su|sus|ella|ellos|suo|sua|suoi|esso|essa|ele|ela|seu|seus"
    r"|hij|zij|het|deze|dit|dat)\b|[这那它该此也但])",
    re.IGNORECASE,
)


def points_back(sentence: str) -> bool:
    """Whether ``sentence`` begins with a word for what was said before."""
    return _POINTS_BACK.match(sentence) is not None
