"""Checks that the sample company's files fit together, and counts what is in them.

    python -m knowledge.sample.check_sample [FOLDER]

Prints the counts; says in one sentence each what is wrong, and then exits with 1. That an id sorts
by time (``T-260001``, ``T-260002``, ...) is what shows that the held-out questions come later.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from knowledge.sample.contents import (
    OUT_OF_SCOPE,
    Sample,
    UnreadableSampleError,
    read_sample,
)
from knowledge.sample.duplicates import comparable, near_pairs

ARTICLE_WORDS = range(100, 401)
WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def counts(sample: Sample) -> Iterator[tuple[str, str]]:
    """What is in the sample, as labels and values."""
    talks = sample.conversations
    firsts = [talk.customer_texts[0] for talk in talks if talk.customer_texts]
    pairs = near_pairs(firsts, firsts)
    alike = {index for left, right in pairs if left != right for index in (left, right)}
    yield "transcripts", str(len(talks))
    if talks:
        yield "  time", f"{talks[0].began:%Y-%m-%d} to {talks[-1].began:%Y-%m-%d}"
        yield "  turns", str(sum(talk.turns for talk in talks))
        yield "  customers", str(len({talk.customer for talk in talks}))
        yield "  tagged", _share(sum(bool(talk.tags) for talk in talks), len(talks))
        yield "  rated", _share(sum(talk.rated for talk in talks), len(talks))
        yield "  with a known outcome", _share(sum(talk.closed for talk in talks), len(talks))
        yield "  near-duplicate first messages", _share(len(alike), len(firsts))
    asked = Counter(intent for question in sample.held_out for intent in question.intents)
    yield "held-out questions", str(len(sample.held_out))
    yield "  out of scope", _share(asked[OUT_OF_SCOPE], len(sample.held_out))
    yield "  intents among them", str(len(asked.keys() - {OUT_OF_SCOPE}))
    yield "intents", str(len(sample.intents))
    yield "templates", str(len(sample.templates))
    yield "  example questions", str(sum(len(each.examples) for each in sample.templates))
    words = sorted(len(WORD.findall(body)) for body in sample.articles.values())
    yield "articles", str(len(words))
    if words:
        yield "  words", f"{words[0]} to {words[-1]}, median {words[len(words) // 2]}"


def problems(sample: Sample) -> Iterator[str]:
    """A sentence for everything that is wrong."""
    yield from _leaks(sample)
    yield from _time_order(sample)
    yield from _references(sample)
    for talk in sample.conversations:
        if not talk.customer_texts:
            yield f"transcripts.jsonl: in {talk.id} the customer says nothing; remove it."
    for slug, body in sample.articles.items():
        words = len(WORD.findall(body))
        if words not in ARTICLE_WORDS:
            yield f"articles/{slug}.md has {words} words; make it 100 to 400."


def _leaks(sample: Sample) -> Iterator[str]:
    """Held-out questions that the bot could have learned by heart."""
    questions = [question.text for question in sample.held_out]
    said = [(talk.id, text) for talk in sample.conversations for text in talk.customer_texts]
    said += [(each.id, text) for each in sample.templates for text in each.examples]
    for question, learned in near_pairs(questions, [text for _, text in said]):
        place, text = said[learned]
        same = comparable(text) == comparable(questions[question])
        how = "stands in" if same else "nearly stands in"
        yield f"held_out.csv: {questions[question]!r} {how} {place}: {text!r}; replace one of them."


def _time_order(sample: Sample) -> Iterator[str]:
    talks = sorted(sample.conversations, key=lambda talk: _by_number(talk.id))
    for earlier, later in pairwise(talks):
        if earlier.id == later.id:
            yield f"transcripts.jsonl: the id {later.id} stands twice."
        if earlier.began > later.began:
            yield f"transcripts.jsonl: {later.id} began before {earlier.id}; number them by time."
    for question in sample.held_out:
        if talks and _by_number(question.transcript) <= _by_number(talks[-1].id):
            yield (
                f"held_out.csv: {question.transcript} is not later than {talks[-1].id}, the last "
                "of transcripts.jsonl; hold out later conversations only."
            )


def _references(sample: Sample) -> Iterator[str]:
    answering = {(name, each.id) for each in sample.templates for name in each.intents}
    for name, template in sorted(answering):
        if name not in sample.intents:
            yield f"templates.yaml: {template} names the intent {name}, not in intents.csv."
    for intent in sample.intents.values():
        if intent.template and (intent.id, intent.template) not in answering:
            yield f"intents.csv: {intent.id} names {intent.template}, which does not answer it."
        for slug in intent.articles:
            if slug not in sample.articles:
                yield f"intents.csv: {intent.id} names the article {slug}, which is missing."
    known = {*sample.intents, OUT_OF_SCOPE}
    templates = {each.id for each in sample.templates}
    for question in sample.held_out:
        for unknown in sorted(set(question.intents) - known):
            yield f"held_out.csv: {question.text!r} has the unknown intent {unknown!r}."
        if question.template and question.template not in templates:
            yield f"held_out.csv: {question.text!r} has the unknown template {question.template!r}."
        if question.template and OUT_OF_SCOPE in question.intents:
            yield f"held_out.csv: {question.text!r} is out of scope, yet has a template."


def _by_number(name: str) -> tuple[tuple[int, str], ...]:
    """A sorting key in which ``T-9`` comes before ``T-10``."""
    parts = re.findall(r"\d+|\D+", name)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.1%})" if whole else "0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts and the problems; the result is the exit status."""
    parser = argparse.ArgumentParser(description="Check the sample company's files.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    try:
        sample = read_sample(parser.parse_args(arguments).folder)
    except UnreadableSampleError as error:
        print(error, file=sys.stderr)
        return 1
    for label, value in counts(sample):
        print(f"{label:<32}{value}")
    wrong = list(problems(sample))
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
