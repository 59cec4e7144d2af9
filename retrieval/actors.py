"""Who acts in a condition: the customer who asks, or the company whose article it is.

"What if we cancel?" is asked by a customer; "If we cancel, you get everything back." is said by the
company of itself, in the same words. The article calls the customer "you".
"""

from __future__ import annotations

import re
from typing import Final

_OF_ONESELF: Final = re.compile(
    r"\b(?:if|when|unless|once)\s+(?:we|i)\b|\b(?:wenn|falls|sobald)\s+(?:wir|ich)\b"
    r"|\bsi\s+(?:nous|je|nosotros|yo)\b|(?:如果|若)我们?",
    re.IGNORECASE,
)
_OF_THE_COMPANY: Final = re.compile(
    r"\b(?:if|when|unless|once)\s+we\b|\b(?:wenn|falls|sobald)\s+wir\b"
    r"|\bsi\s+(?:nous|nosotros)\b|(?:如果|若)我们",
    re.IGNORECASE,
)


def acts_instead(question: str, sentence: str) -> bool:
    """Whether a sentence says what happens when the company does what the customer asks about."""
    return bool(_OF_ONESELF.search(question)) and bool(_OF_THE_COMPANY.search(sentence))
