"""Values that only the words before them tell: logins, codes, plates, bank and identity numbers.

A cue is a word such as "password" or "PESEL"; between it and the value stand at most a few linking
words ("is", "lautet", ":"). Knows nothing of what the values mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.redaction.spans import Span

ENDS = r"(?:(?<=[\u3040-\u9fff])|(?![^\W_]))"
"""A cue is a whole word, where words have an end."""

LINK = (
    r"(?:\s*(?:[:=：#]|[是为為は])\s*"
    r"|\s+(?:is|was|are|no\.?|number|num|nr\.?|code|id|ist|lautet|nummer|number:|es|el|è|il|est|le|"
    r"to|é|jest|er|är|:|=)(?=[\s:])){0,3}[\s:：]*"
)
"""What may stand between a cue and its value."""


@dataclass(frozen=True, slots=True)
class CuedValue:
    """A kind of value, the cues that announce it, and the form that it has."""

    kind: str
    pattern: re.Pattern[str]
    stems: tuple[str, ...]
    accepts: Callable[[str], bool]

    @classmethod
    def of(
        cls,
        kind: str,
        cues: str,
        value: str,
        accepts: Callable[[str], bool] = lambda _: True,
        *,
        stems: str,
    ) -> CuedValue:
        """``cues`` and ``value`` are regular expressions; cues are read in any case.

        Every cue contains one of the ``stems`` (in lower case, with spaces between): a text
        without any of them is passed by.
        """
        before = rf"(?:(?<![^\W_])|(?<=[\u3040-\u9fff]))(?i:{cues}){ENDS}"
        pattern = re.compile(rf"{before}(?i:{LINK})[\"'“„]?(?P<value>{value})")
        return cls(kind, pattern, tuple(stems.split()), accepts)

    def find(self, text: str, lowered: str) -> Iterator[Span]:
        """Where such values stand; ``lowered`` is the text in lower case."""
        if not any(stem in lowered for stem in self.stems):
            return
        for match in self.pattern.finditer(text):
            if self.accepts(match["value"]):
                yield Span(*match.span("value"), self.kind)
