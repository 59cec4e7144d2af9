"""The fragment of a heading, as GitHub makes it."""

from __future__ import annotations

import re

_DROPPED = re.compile(r"[^\w\- ]")


class Anchors:
    """Hands out the fragments of one document's headings, no two alike.

    The second ``Fees`` of a document becomes ``fees-1`` (github-slugger's rule).
    """

    def __init__(self) -> None:
        self._uses: dict[str, int] = {}

    def of(self, heading: str) -> str:
        """The fragment of the next heading, in document order."""
        plain = _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")
        anchor = plain
        while anchor in self._uses:
            self._uses[plain] += 1
            anchor = f"{plain}-{self._uses[plain]}"
        self._uses[anchor] = 0
        return anchor
