"""Names for groups of questions, in words that the customers themselves used.

A name is a whole clause of one of the questions, less the way of asking: the one whose words mark
the group best (class-based TF-IDF) and which is short. A window of words would be a fragment, a
list of words a riddle. Writing without spaces between words is named by the group's most typical
question instead.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from training.clauses import Words, clauses, lower, openings, without_number, without_opening

LONGEST_NAME = 60
LONGEST_CLAUSE = 9
LEAST_WORDS = 2
LEAST_SHARE = 0.06
SPREAD = 0.75
STRANGE_WORD = 0.7
ANY_NAME = 2.0
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

Weights = Mapping[Words, float]


def name_groups(groups: Mapping[str, Sequence[str]], typical: Mapping[str, str]) -> dict[str, str]:
    """A name for each group of texts, all different; ``typical`` holds a typical text of each."""
    parts = {key: [tuple(clauses(text)) for text in sorted(texts)] for key, texts in groups.items()}
    counts = {key: _document_counts(texts) for key, texts in parts.items()}
    everywhere: Counter[Words] = Counter()
    for count in counts.values():
        everywhere.update(count)
    total = sum(len(texts) for texts in groups.values())
    known = openings(parts)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(groups, key=lambda key: (-len(groups[key]), key)):
        weights = term_weights(counts[key], everywhere, len(groups[key]), total)
        name = _best_clause(parts[key], weights, known, taken) or _excerpt(typical[key])
        while name in taken:
            name = f"{name} ({short_hash(typical[key])})"
        taken.add(name)
        names[key] = name
    return names


def slug(text: str) -> str:
    """Lower-case letters and digits joined by hyphens; empty where there are none."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "").replace("’", "")).strip("-")


def short_hash(text: str) -> str:
    """Six hexadecimal digits that stand for the text."""
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()


def _document_counts(texts: Iterable[Sequence[Words]]) -> Counter[Words]:
    counts: Counter[Words] = Counter()
    for parts in texts:
        counts.update({term for words in parts for term in terms(lower(words))})
    return counts


def terms(words: Words) -> Iterable[Words]:
    """Single words, and pairs of neighbours."""
    yield from ((word,) for word in words)
    yield from pairwise(words)


def term_weights(
    here: Counter[Words], everywhere: Counter[Words], size: int, total: int
) -> Weights:
    """How much each term marks the group: how many questions hold it, and how few elsewhere."""
    least = max(2, LEAST_SHARE * size)
    return {
        term: (count / size) ** SPREAD * math.log((count / size) / (everywhere[term] / total))
        for term, count in here.items()
        if count >= least and count * total > everywhere[term] * size
    }


def _best_clause(
    texts: Iterable[Sequence[Words]], weights: Weights, known: frozenset[Words], taken: set[str]
) -> str | None:
    """The clause that says most of what marks the group in the fewest words, unless taken."""
    scores: dict[str, float] = {}
    for words in dict.fromkeys(words for parts in texts for words in parts):
        clause = without_number(without_opening(words, known))
        if not LEAST_WORDS <= len(clause) <= LONGEST_CLAUSE:
            continue
        name = _sentence_case(clause)
        if len(name) <= LONGEST_NAME and name not in taken and not _UNSPACED.search(name):
            scores[name] = _score(lower(clause), weights)
    best = max(scores, key=lambda name: (scores[name], name), default="")
    return best if scores.get(best, 0.0) > 0.0 else None


def _score(words: Words, weights: Weights) -> float:
    """What the words say of the group for their length; such as are not the group's cost more."""
    marked = sum(weights.get(term, 0.0) for term in set(terms(words)))
    strange = sum((word,) not in weights for word in words)
    return marked / (len(words) + STRANGE_WORD * strange + ANY_NAME)


def _sentence_case(words: Words) -> str:
    name = " ".join(words)
    name = name.lower() if name.isupper() else name
    return name[:1].upper() + name[1:]


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    limit = LONGEST_NAME // 3 if _UNSPACED.search(line) else LONGEST_NAME
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
