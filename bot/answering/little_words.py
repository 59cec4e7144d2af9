"""The language of a few words, by the little ones among them: "und ein Akku?", "y la batería".

Statistics cannot tell the language of three words, but an article beside a conjunction often does.
Where two languages have as many of them, nothing is told.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from retrieval.terms import terms_of

FEWEST: Final = 2
MOST_WORDS: Final = 6
"""Of more words the identifier knows more."""
OF_NAMES: Final = frozenset(
    ("da", "de", "del", "della", "den", "der", "des", "di", "do", "du", "la", "le", "van", "von")
)
"""Of these alone nothing is told: they stand in names."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_LITTLE: Final = {
    language: frozenset(words.split())
    for language, words in {
        "en": "a an and are at but can do does for have how i in is it my not of on or that the"
        " this to was what when where which who why with you your",
        "de": "aber auch auf das dem den der die ein eine einem einen einer es für habe ich im"
        " ist kann kein keine mein meine mit nicht noch oder und von was wann warum welche wer wie"
        " wo zu zum zur",
        "fr": "au aux avec ce ces cette comment dans de des du elle est et il je la le les ma mais"
        " mes mon ou où par pas pour quand que quel quelle qui sur un une votre",
        "es": "al como cómo con cuándo de del dónde el en es esta este la las lo los mi no o para"
        " pero por qué que su un una y yo",
        "it": "al alla che come con da dei del della di dove e gli ho i il in io la le lo ma mi mia"
        " mio non o per perché quando un una è",
        "pt": "ao as com como da de do e em esta este eu mas meu minha na no não o onde os ou para"
        " por quando que um uma à é",
        "nl": "aan de dit een en er het hoe ik in is kan maar met mijn niet of op te van voor waar"
        " wanneer wat wie zijn",
        "sv": "av den det ej eller en ett från för har hur i inte jag kan med min mitt när och om"
        " på som till vad var är",
        "da": "af den det eller en er et fra for hvad hvor hvornår i ikke jeg kan med min mit når"
        " og om på som til",
        "pl": "a ale co czy do gdzie i jak jest kiedy lub ma mam mnie moja moje mój na nie o od po"
        " się to w z za że",
        "cs": "a ale co do i jak je kde kdy mi moje můj na nebo ne o od po s se to v z za že",
    }.items()
}


@cache
def little_terms(language: str | None) -> frozenset[str]:
    """The terms that the little words of ``language`` become: they say nothing about a topic."""
    return frozenset(terms_of(" ".join(_LITTLE.get(language or "", ()))))


def told_by_little_words(text: str) -> str | None:
    """The language with the most little words in a short ``text``, if it alone has that many."""
    words = [each.lower() for each in _WORD.findall(text)]
    if len(words) > MOST_WORDS:
        return None
    found = {
        language: [each for each in words if each in known] for language, known in _LITTLE.items()
    }
    most = max(map(len, found.values()))
    best = [language for language, little in found.items() if len(little) == most]
    tells = most >= FEWEST and len(best) == 1 and set(found[best[0]]) - OF_NAMES
    return best[0] if tells else None
