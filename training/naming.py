"""Names for groups of questions, in words that the customers themselves used.

A phrase names a group when many of its questions hold it and few others do (class-based TF-IDF).
Writing without spaces between words is named by the group's most typical question instead.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

LONGEST_PHRASE = 4
PHRASES_IN_NAME = 2
LONGEST_NAME = 60
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_GERMAN = (
    "der die das ein eine einen einem einer ich wir sie er es und oder aber ist sind war hat habe "
    "haben nicht mein meine meinen meiner mir mich ihr ihre ihnen zu zum zur von vom mit auf für "
    "im in am an den dem des wie was wann wo warum noch schon kann können bitte hallo danke auch"
)
_CONVERSATIONAL = (
    "hi hello hey please thanks thank you i'm im i've ive don't dont can't cant it's its didn't "
    "won't isn't doesn't wasn't haven't couldn't you're y'all u ur r pls plz ok okay yes no just "
    "really like got get getting know want need help use does did do let way thing things going "
    "guys today tomorrow yesterday tonight morning lol amp one two time's there's that's what's "
    "i'd i'll we've we're we'd they're he's she's said say says told tell asked come came make "
    "made would could should good bad nice best worst great love day days now still ever never"
)
_STOP = ENGLISH_STOP_WORDS | set(_GERMAN.split()) | set(_CONVERSATIONAL.split())


def name_groups(groups: Mapping[str, Sequence[str]], typical: Mapping[str, str]) -> dict[str, str]:
    """A name for each group of texts, all different; ``typical`` holds a typical text of each."""
    counts = {key: _document_counts(texts) for key, texts in groups.items()}
    everywhere: Counter[str] = Counter()
    for count in counts.values():
        everywhere.update(count)
    total = sum(len(texts) for texts in groups.values())
    names: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(groups, key=lambda key: (-len(groups[key]), key)):
        ranked = _rank(counts[key], everywhere, len(groups[key]), total)
        name = _distinct(_compose(ranked), ranked, taken) or _excerpt(typical[key])
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


def _document_counts(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(_phrases(text)))
    return counts


def _phrases(text: str) -> Iterable[str]:
    """Phrases of one to four words that neither begin nor end with a word that says nothing."""
    for part in re.split(r"[.!?,;:\n()\"“”]", text):
        words = [word.lower().replace("’", "'") for word in _TOKEN.findall(part)]
        for start, first in enumerate(words):
            if first in _STOP or len(first) < 2:
                continue
            for end in range(start + 1, min(len(words), start + LONGEST_PHRASE) + 1):
                last = words[end - 1]
                if last not in _STOP and len(last) >= 2 and end - start + len(last) > 3:
                    yield " ".join(words[start:end])


def _rank(
    here: Counter[str], everywhere: Counter[str], size: int, total: int
) -> list[tuple[float, str]]:
    """Phrases by how much they mark the group, best first."""
    least = max(2, math.ceil(0.06 * size))
    scored = []
    for phrase, count in here.items():
        if count < least:
            continue
        lift = (count / size) / (everywhere[phrase] / total)
        if lift > 1.0:
            longer = 1.0 + 0.8 * phrase.count(" ")
            scored.append((longer * math.sqrt(count / size) * math.log(lift), phrase))
    return sorted(scored, key=lambda item: (-item[0], item[1]))


def _compose(ranked: Sequence[tuple[float, str]]) -> list[str]:
    """The best phrase and, unless it is long, one more that says something else."""
    chosen: list[str] = []
    for score, phrase in ranked[:40]:
        if score < 0.35 * ranked[0][0]:
            break
        if any(_says_the_same(phrase, other) for other in chosen):
            continue
        chosen.append(phrase)
        if len(chosen) == PHRASES_IN_NAME or phrase.count(" ") >= 2:
            break
    return chosen


def _says_the_same(one: str, other: str) -> bool:
    """Whether the phrases share a word, or a form or spelling of one (canceled, cancelled)."""
    return any(
        word[:4] == of_other[:4] or fuzz.ratio(word, of_other) >= 75
        for word in one.split()
        for of_other in other.split()
        if word not in _STOP and of_other not in _STOP
    )


def _distinct(
    phrases: Sequence[str], ranked: Sequence[tuple[float, str]], taken: set[str]
) -> str | None:
    """The phrases as a name; a further phrase tells apart what would be called the same."""
    if not phrases:
        return None
    name = _sentence_case(phrases)
    for _, further in ranked:
        if name not in taken:
            break
        if further not in phrases:
            name = _sentence_case([*phrases, further])
    return name


def _sentence_case(phrases: Sequence[str]) -> str:
    name = ", ".join(phrases)[:LONGEST_NAME]
    return name[:1].upper() + name[1:]


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    limit = LONGEST_NAME // 3 if _UNSPACED.search(line) else LONGEST_NAME
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
