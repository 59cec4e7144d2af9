"""Sentences that name all that a question names, and give what it asks for beside.

Two kinds of question are hardly like their answer to an encoder: one that names a code, which it
reads as pieces that mean nothing, and one for a time or a rhythm in words of which the answer says
each. Words that only ask count for nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from retrieval.answerability import covered
from retrieval.blocks import Span, blocks_of, is_heading, row_with_head
from retrieval.encoded_passage import headings_above
from retrieval.facts import Fact, fact_asked_for, holds, without_asking
from retrieval.passage_index import PassageHit
from retrieval.terms import codes_in, terms_of

IN_FULL: Final = 0.95
"""The share of the question's words, by rarity, from which nothing is left unnamed."""
_TOLD_BY_WORDS: Final = frozenset({Fact.DURATION, Fact.TIME, Fact.RHYTHM})
_NAMED: Final = 2
"""Words that a question names at least: one alone says too little of what is asked."""
_LETTER: Final = re.compile(r"[a-z]")
_DIGIT: Final = re.compile(r"\d")


def told_in_full(text: str, hits: Sequence[PassageHit], rarities: Mapping[str, float]) -> bool:
    """Whether a sentence of ``hits``, or a row, explains the code or gives the time asked for.

    ``rarities`` are the question's terms with their inverse document frequencies.
    """
    codes = {each for each in codes_in(text) if _LETTER.search(each) and _DIGIT.search(each)}
    fact = fact_asked_for(text)
    named = set(terms_of(without_asking(text)))
    subject = {term: value for term, value in rarities.items() if term in named}
    told = (said for hit in hits for said in _said(hit, subject))
    if codes:
        return any(codes <= set(terms_of(said)) and _says_more(said, codes) for said in told)
    if fact not in _TOLD_BY_WORDS or len(subject) < _NAMED:
        return False
    return any(holds(fact, said) for said in told)


def _said(hit: PassageHit, subject: Mapping[str, float]) -> Iterator[str]:
    """The sentences of a passage that name the whole subject, rows under their head."""
    text, above = hit.passage.text, set(terms_of(headings_above(hit.passage)))
    spans: list[Span] = [(int(start), int(end)) for start, end in hit.sentences.spans]
    blocks = blocks_of(text, spans)
    for index, span in enumerate(spans):
        if is_heading(text, span):
            continue
        said = row_with_head(text, spans, index, blocks[index])
        if covered(subject, above | set(terms_of(said))) >= IN_FULL:
            yield said


def _says_more(said: str, codes: set[str]) -> bool:
    """Whether there are words beside the codes, which count as their pieces and as a whole."""
    return len(set(terms_of(said))) > 3 * len(codes)
