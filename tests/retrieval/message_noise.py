"""What customers do to a message: slips of the pen, shortness, chatter, a second language.

Seeded, so that a measurement can be repeated. The words are our own; none comes from a dataset.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
FILLER = re.compile(
    "a|an|the|is|are|was|be|been|am|i|im|i'm|i'd|me|my|you|your|we|it|that|this|do|does|did|can|"
    "could|would|will|shall|please|hi|hello|hey|to|of|for|in|on|at|with|and|or|so|just|like|want|"
    "need|have|has|there|some|any"
)
BEFORE = (
    "Hi there, hope you are having a lovely day!", "Sorry to bother you again.",
    "So I was talking to my brother about this yesterday and he said I should just ask you.",
    "OK so this is a bit of a long story but bear with me.", "Good morning team,",
    "I have been sitting here for an hour trying to work this out on my own.",
    "It has been raining all week here and I finally got round to this.",
)  # fmt: skip
AFTER = (
    "Thanks so much in advance, you have always been great.", "Anyway, no rush at all.",
    "My dog is barking so I might be slow to answer.", "Let me know when you get a chance!",
    "I really hope that makes sense, English was never my best subject.",
    "Sent from my phone, excuse the brevity.", "Have a great weekend everybody.",
)  # fmt: skip
AROUND = (
    ("Hallo, ich hätte da eine Frage:", "Vielen Dank im Voraus!"),
    ("Hola, buenos días,", "muchas gracias por su ayuda."),
    ("Bonjour, j'ai une petite question :", "merci beaucoup"),
    ("Ciao, scusate il disturbo,", "grazie mille"),
    ("你好，请问", "谢谢！"),
)
WORDS = {
    "de": {"i": "ich", "want": "möchte", "need": "brauche", "my": "mein", "please": "bitte",
           "and": "und", "for": "für", "with": "mit", "today": "heute", "tomorrow": "morgen",
           "not": "nicht", "yes": "ja", "is": "ist", "the": "die", "how": "wie", "when": "wann"},
    "es": {"i": "yo", "want": "quiero", "need": "necesito", "my": "mi", "please": "por favor",
           "and": "y", "for": "para", "with": "con", "today": "hoy", "tomorrow": "mañana",
           "not": "no", "yes": "sí", "is": "es", "the": "la", "how": "cómo", "when": "cuándo"},
}  # fmt: skip
_WORD = re.compile(r"[A-Za-z']+")


def misspelt(text: str, random: Random) -> str:
    """A slip in a tenth of the words, in one at least: letters swapped, doubled, lost, missed."""
    places = [match for match in _WORD.finditer(text) if len(match[0]) > 2]
    chosen = random.sample(places, min(len(places), max(1, round(len(places) / 10))))
    for match in sorted(chosen, key=lambda each: -each.start()):
        text = text[: match.start()] + _slip(match[0], random) + text[match.end() :]
    return text


def terse(text: str, random: Random) -> str:
    """The words that carry the meaning, at most six of them, without capitals or marks."""
    del random
    words = [word.lower() for word in _WORD.findall(text)]
    kept = [word for word in words if not FILLER.fullmatch(word)] or words
    return " ".join(kept[:6])


def rambling(text: str, random: Random) -> str:
    """The message with a sentence of chatter before and one after."""
    return f"{random.choice(BEFORE)} {text} {random.choice(AFTER)}"


def mixed(text: str, random: Random) -> str:
    """The message with some words of another language, between courtesies in one."""
    words = WORDS[random.choice(sorted(WORDS))]
    changed = _WORD.sub(
        lambda match: words.get(match[0].lower(), match[0]) if random.random() < 0.5 else match[0],
        text,
    )
    before, after = random.choice(AROUND)
    return f"{before} {changed} {after}"


NOISES: dict[str, Callable[[str, Random], str]] = {
    "as written": lambda text, random: text,
    "misspelt": misspelt,
    "terse": terse,
    "rambling": rambling,
    "mixed languages": mixed,
}


def _slip(word: str, random: Random) -> str:
    place = random.randrange(len(word) - 1)
    match random.randrange(4):
        case 0:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case 1:
            return word[:place] + word[place] + word[place:]
        case 2:
            return word[:place] + word[place + 1 :]
        case _:
            return word[:place] + _beside(word[place].lower()) + word[place + 1 :]


def _beside(letter: str) -> str:
    """The key to the right of the letter's, or else to the left."""
    row = next((row for row in ROWS if letter in row), "el")
    place = row.find(letter) + 1
    return row[place] if place < len(row) else row[place - 2]
