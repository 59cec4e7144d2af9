"""How a sentence hangs together with its neighbours: what it points back to, and what it limits.

"This costs 15 euros." says nothing without the sentence before it. "After that we do not refund."
takes back a part of what the sentence before it says, so that one is only half true alone.
"""

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

_THERE_IS: Final = re.compile(r"\s*(?:there\s+(?:is|are|was|were|will)|es\s+gibt)\b", re.IGNORECASE)
_OTHERWISE: Final = re.compile(
    r"\s*(?:otherwise|however|but|after\s+(?:that|this)|afterwards|beyond\s+(?:that|this)"
    r"|outside\s+(?:these|those|this|that)"
    r"|in\s+(?:(?:any|all)\s+)?(?:that|this|these|those|other)\s+cases?"
    r"|sonst|andernfalls|danach|jedoch|aber|in\s+diesem\s+fall"
    r"|sinon|toutefois|cependant|mais|après\s+cela|dans\s+ce\s+cas"
    r"|sin\s+embargo|pero|después\s+de\s+eso|en\s+ese\s+caso)\b"
    r"|\s*(?:否则|但|此后|之后|不过)",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"\s*(?:if|unless|except|wenn|falls|sofern|außer|ausgenommen|si|sauf|salvo|excepto)\b"
    r"|\s*(?:如果|若|除非|除了)",
    re.IGNORECASE,
)
_NARROWS: Final = re.compile(
    r"\b(?:not|no|never|only|costs?|nicht|kein\w*|nie|nur|kostet|ne|pas|jamais|seulement|coûte"
    r"|no|nunca|solo|sólo|cuesta)\b|n['’]t\b|[不没无仅只]",
    re.IGNORECASE,
)


def points_back(sentence: str) -> bool:
    """Whether ``sentence`` begins with a word for what was said before."""
    return _POINTS_BACK.match(sentence) is not None


def needs_before(sentence: str) -> bool:
    """Whether ``sentence`` cannot be read without the one before it.

    "There is a lift." begins with a word that may point back, and points to nothing.
    """
    if _OTHERWISE.match(sentence):
        return True
    return points_back(sentence) and _THERE_IS.match(sentence) is None


def limits_before(sentence: str) -> bool:
    """Whether ``sentence`` says when the one before it does not hold, or at what price it does."""
    if _OTHERWISE.match(sentence) or _CONDITION.match(sentence):
        return True
    return needs_before(sentence) and _NARROWS.search(sentence) is not None
