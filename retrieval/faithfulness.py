"""Whether a rewriting says what the extract says, and nothing else.

It compares words, not meanings: figures, names, addresses, denials, restrictions and bounds must
agree, and hardly a word may be new. So it turns down many a faithful rewriting, which costs
nothing, because the extract itself is the answer then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from knowledge.passages import split_sentences
from retrieval.claims import claims_of, figures_of, is_unit
from retrieval.scripts import UNSPACED
from retrieval.terms import terms_of

LONGEST: Final = 1.25
"""Times the length of the extract; a rewriting is to be shorter, not richer."""
KNOWN_SHARE: Final = 0.75
"""Of a sentence's terms, those that must stand in the extract."""
CARRIED_SHARE: Final = 0.5
"""Of a restricting sentence's terms, those by which it counts as still said."""
_CLAUSES: Final = re.compile(
    r"[,;，；、]\s*|\s(?:but|and|while|whereas|aber|und|sondern|doch)\s|但|而且|并且", re.IGNORECASE
)
_NAME: Final = re.compile(r"(?<![.!?。！？:：\n*] )(?<!^)\b[A-ZÄÖÜ][\w-]*|\b\w*\d\w*[A-Za-z]\w*\b")
_ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\+?\d[\d ()/-]{6,}\d")
_MARKUP: Final = re.compile(r"[<>{}\[\]`|]|\*\*")
_LEAST_TERMS: Final = 2
_SHORTEST_STEM: Final = 4
_LONGEST_ENDING: Final = 3
"""Letters: "pay" and "payment" are no forms of each other, nor "card" and "cardboard"."""
_JOINING: Final = frozenset(
    terms_of(
        "additionally moreover however alternatively likewise therefore hence außerdem zudem "
        "ebenso ebenfalls jedoch allerdings hingegen dagegen daher deshalb stattdessen"
    )
)
_JOINING_CHARACTERS: Final = "的了和与及并而且但也则就是在请您此外另如果需要可以会将"
_PERSONS: Final = {
    "we": re.compile(r"(?i:\b(?:we|wir)\b)|我们"),
    "you": re.compile(r"(?i:\b(?:you|du|ihr)\b)|\bSie\b|您|你"),
}
"""Those who act; whose something is ("our", "your") is no matter of who does it."""


def unfaithful(rewriting: str, extract: Sequence[str]) -> str | None:
    """Why ``rewriting`` may not stand for the sentences of ``extract``; None where it may.

    The reason is a key: "empty", "long", "markup", "address", "figure", "name", "word", "denial",
    "bound", or "restriction".
    """
    source = "\n".join(extract)
    if not rewriting.strip():
        return "empty"
    if len(rewriting) > LONGEST * len(source):
        return "long"
    if _MARKUP.search(rewriting):
        return "markup"
    if any(each not in source for each in _ADDRESS.findall(rewriting)):
        return "address"
    if not figures_of(rewriting) <= figures_of(source):
        return "figure"
    known = set(terms_of(source))
    if not _names(rewriting) <= {*_names(source), *_words(source)}:
        return "name"
    sentences = split_sentences(rewriting)
    if any(_known_share(sentence, known) < KNOWN_SHARE for sentence in sentences):
        return "word"
    if _has_new_word(rewriting, source):
        return "word"
    return _claims_otherwise(
        sentences, [part for each in extract for part in split_sentences(each)]
    )


def _claims_otherwise(sentences: Sequence[str], extract: Sequence[str]) -> str | None:
    """Each clause is held against the one that it takes its words from, in both directions."""
    said, sources = _clauses(sentences), _clauses(extract)
    for clause in said:
        source = _nearest(clause, sources)
        if source is None:
            continue
        one, other = claims_of(clause), claims_of(source)
        if not one.figures <= other.figures:
            return "figure"
        if one.denies != other.denies:
            return "denial"
        if one.figures & other.figures and one.bounds != other.bounds:
            return "bound"
        if one.restricts != other.restricts:
            return "restriction"
        if _swaps_persons(clause, source):
            return "name"
    for source in sources:
        claims = claims_of(source)
        if (claims.denies or claims.restricts) and not _is_carried(source, said):
            return "restriction"
    return None


def _clauses(sentences: Sequence[str]) -> list[str]:
    parts = [part for sentence in sentences for part in _CLAUSES.split(sentence)]
    return [part for part in parts if part and len(set(terms_of(part))) >= _LEAST_TERMS]


def _nearest(clause: str, others: Sequence[str]) -> str | None:
    """The clause that shares most terms, whatever its figures; None where none shares any."""
    terms = _topics(clause)
    shared = {each: len(terms & _topics(each)) for each in others}
    best = max(shared, key=lambda each: (shared[each], -len(each)), default=None)
    return best if best is not None and shared[best] else None


def _topics(clause: str) -> set[str]:
    return {term for term in terms_of(clause) if not any(map(str.isdigit, term))}


def _is_carried(source: str, said: Sequence[str]) -> bool:
    terms = set(terms_of(source))
    return any(
        len(terms & set(terms_of(each))) >= CARRIED_SHARE * len(terms)
        and claims_of(each).denies == claims_of(source).denies
        for each in said
    )


def _known_share(sentence: str, known: set[str]) -> float:
    terms = set(terms_of(sentence))
    return len(terms & known) / len(terms) if terms else 1.0


def _has_new_word(rewriting: str, source: str) -> bool:
    """Whether a word is new that is no form of a known one, nor only joins: a single one can turn
    all that is said ("needed" and "optional")."""
    known = set(_spaced_terms(source))
    for term in _spaced_terms(rewriting):
        if term in known or term in _JOINING:
            continue
        if not any(_are_forms(term, each) for each in known):
            return True
    unspaced = {each for run in UNSPACED.finditer(rewriting) for each in run[0]}
    return not unspaced <= {*source, *_JOINING_CHARACTERS}


def _spaced_terms(text: str) -> tuple[str, ...]:
    """Without figures, and the units beside them, which are held against each other elsewhere."""
    words = terms_of(UNSPACED.sub(" ", text))
    return tuple(word for word in words if not any(map(str.isdigit, word)) and not is_unit(word))


def _are_forms(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    ending = len(long) - len(short)
    return len(short) >= _SHORTEST_STEM and ending <= _LONGEST_ENDING and long.startswith(short)


def _swaps_persons(clause: str, source: str) -> bool:
    """Whether ``clause`` lets somebody else do it: "you pay" where "we pay" stands."""
    said, meant = _persons(clause), _persons(source)
    return bool(said - meant) and bool(meant - said)


def _persons(text: str) -> set[str]:
    return {name for name, words in _PERSONS.items() if words.search(text)}


def _names(text: str) -> set[str]:
    return {name.casefold() for name in _NAME.findall(text)}


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[\w-]+", text)}
