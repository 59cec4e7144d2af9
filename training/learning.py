"""The whole of learning from conversations: questions, their answers, intents, and drafts.

Reads redacted transcripts only, and proposes: everything it returns waits for a person's review.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from knowledge.records import (
    AnswerTemplate,
    Article,
    IntentId,
    QuestionAnswerPair,
    Transcript,
    TranscriptId,
)
from nlu import detect_language
from training.continuity import NOTHING_EARLIER, Earlier
from training.discovery import Discovery, LearnedIntent, assign_intents
from training.drafts import Draft, draft_templates
from training.language_accuracy import LanguageAccuracy, measure_languages
from training.pairs import AskedQuestion, read_questions

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
Progress = Callable[[str, float], None]

REUSED_OFTEN = 10
ENCODED_AT_ONCE = 256
LEAST_LANGUAGE_SHARE = 0.002
_NOT_WORDS = re.compile(r"\[[a-z]+\]|[\d\W_]+")


@dataclass(frozen=True, slots=True)
class Learned:
    """What a set of conversations taught.

    ``coverage``: share of all conversations with a question in an intent that has an approved
    or drafted answer. ``languages``: share of conversations per ISO 639-1 code; ``und`` gathers
    what is unclear or too rare to believe.
    """

    conversations: int
    pairs: tuple[QuestionAnswerPair, ...]
    intents: tuple[LearnedIntent, ...]
    drafts: tuple[Draft, ...]
    coverage: float
    languages: Mapping[str, float]
    language_accuracy: Mapping[str, LanguageAccuracy]


def _all_is_read(_text: str) -> bool:
    """Whether an encoder without a vocabulary of its own can read a text."""
    return True


def learn(
    transcripts: Iterable[Transcript],
    encode: Encode,
    *,
    existing: Sequence[AnswerTemplate] = (),
    earlier: Earlier = NOTHING_EARLIER,
    articles: Iterable[Article] = (),
    can_read: Callable[[str], bool] = _all_is_read,
    target_precision: float = 0.95,
    max_intents: int | None = None,
    progress: Progress | None = None,
) -> Learned:
    """Pairs, intents and drafted templates of ``transcripts``, which are read once, as a stream.

    ``encode`` maps n texts to search vectors (n, d), L2-normalised. ``existing`` templates seed
    the intents they name, and intents with one get no draft. What was discovered ``earlier`` keeps
    its name while it still describes the conversations. Drafts are held against ``articles``.
    ``can_read`` tells what the encoder's vocabulary knows; languages are measured against the
    ``target_precision``. ``progress`` hears the stage's name
    and the share of it that is done.
    """
    progress = progress or _unheard
    questions, conversations, languages = _read(transcripts, progress)
    vectors = _encode_all([question.text for question in questions], encode, progress)
    questions = _weigh_reuse(questions)
    progress("intents", 0.0)
    found = assign_intents(
        questions,
        vectors,
        encode,
        existing=existing,
        earlier=earlier,
        max_intents=max_intents,
    )
    progress("drafts", 0.0)
    approved = {intent for template in existing for intent in template.intents}
    drafts = draft_templates(found.intents, encode, approved=approved, articles=articles)
    progress("drafts", 1.0)
    answered = approved | {draft.intent for draft in drafts}
    return Learned(
        conversations=conversations,
        pairs=_pairs(questions, found),
        intents=found.intents,
        drafts=drafts,
        coverage=_coverage(questions, found, answered, conversations),
        languages=languages,
        language_accuracy=_measure(
            questions, found, vectors, languages, can_read, target_precision
        ),
    )


def _measure(
    questions: Sequence[AskedQuestion],
    found: Discovery,
    vectors: NDArray[np.float32],
    shares: Mapping[str, float],
    can_read: Callable[[str], bool],
    target: float,
) -> dict[str, LanguageAccuracy]:
    """The accuracy of each language on its questions that have an answer and an intent."""
    told = [
        (row, question.pair.language or "und", intent)
        for row, (question, intent) in enumerate(zip(questions, found.assigned, strict=True))
        if question.pair is not None and intent is not None
    ]
    rows = [row for row, _, _ in told]
    return measure_languages(
        shares,
        [language for _, language, _ in told],
        [intent for _, _, intent in told],
        vectors[rows],
        [can_read(questions[row].text) for row in rows],
        target=target,
    )


def _unheard(_stage: str, _share: float) -> None:
    """Progress nobody listens to."""


def _read(
    transcripts: Iterable[Transcript], progress: Progress
) -> tuple[list[AskedQuestion], int, dict[str, float]]:
    """The questions of all conversations, the number of conversations, their languages."""
    questions: list[AskedQuestion] = []
    languages: Counter[str] = Counter()
    conversations = 0
    for transcript in transcripts:
        conversations += 1
        asked = read_questions(transcript)
        language = transcript.language or _language(asked)
        languages[language or "und"] += 1
        questions.extend(_in_language(question, language) for question in asked)
        if conversations % 1000 == 0:
            progress("pairs", 0.0)
    progress("pairs", 1.0)
    return questions, conversations, _shares(languages, conversations)


def _language(asked: Sequence[AskedQuestion]) -> str | None:
    text = " ".join(
        f"{question.text} {question.pair.answer if question.pair else ''}" for question in asked
    )
    return detect_language(_NOT_WORDS.sub(" ", text))


def _in_language(question: AskedQuestion, language: str | None) -> AskedQuestion:
    if question.pair is None or language is None:
        return question
    return replace(question, pair=replace(question.pair, language=language))


def _shares(languages: Counter[str], conversations: int) -> dict[str, float]:
    shares: Counter[str] = Counter()
    for language, count in languages.items():
        believed = count >= LEAST_LANGUAGE_SHARE * conversations
        shares[language if believed else "und"] += count
    return {language: count / conversations for language, count in shares.most_common()}


def _encode_all(texts: Sequence[str], encode: Encode, progress: Progress) -> NDArray[np.float32]:
    """Vectors of all texts; equal texts are encoded once."""
    different = list(dict.fromkeys(texts))
    blocks = []
    for start in range(0, len(different), ENCODED_AT_ONCE):
        blocks.append(np.asarray(encode(different[start : start + ENCODED_AT_ONCE]), np.float32))
        progress("vectors", min(1.0, (start + ENCODED_AT_ONCE) / len(different)))
    if not blocks:
        return np.zeros((0, 1), dtype=np.float32)
    vectors = np.concatenate(blocks)
    place = {text: index for index, text in enumerate(different)}
    return np.asarray(vectors[[place[text] for text in texts]], dtype=np.float32)


def _weigh_reuse(questions: Sequence[AskedQuestion]) -> list[AskedQuestion]:
    """Scores raised where the same reply, but for names and numbers, was given again and again."""
    uses = Counter(_fingerprint(q.pair.answer) for q in questions if q.pair is not None)
    weighed = []
    for question in questions:
        if question.pair is not None and question.signals is not None:
            again = uses[_fingerprint(question.pair.answer)] - 1
            reuse = min(1.0, np.log1p(again) / np.log(REUSED_OFTEN))
            question = question.rescored(replace(question.signals, reuse=float(reuse)))
        weighed.append(question)
    return weighed


def _fingerprint(reply: str) -> str:
    """The reply's lower-case words without capitalised ones, which names would be."""
    return " ".join(word for word in _NOT_WORDS.sub(" ", reply).split() if word.islower())


def _pairs(questions: Sequence[AskedQuestion], found: Discovery) -> tuple[QuestionAnswerPair, ...]:
    return tuple(
        replace(question.pair, intent=intent)
        for question, intent in zip(questions, found.assigned, strict=True)
        if question.pair is not None
    )


def _coverage(
    questions: Sequence[AskedQuestion],
    found: Discovery,
    answered: set[IntentId],
    conversations: int,
) -> float:
    covered: set[TranscriptId] = {
        question.transcript
        for question, intent in zip(questions, found.assigned, strict=True)
        if intent in answered
    }
    return len(covered) / conversations if conversations else 0.0
