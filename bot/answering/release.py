"""What serves: a model, what it can answer with, and the thresholds, fixed for a whole turn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from bot.answering.alarms import AlarmReader
from bot.answering.clauses import clauses_in
from bot.answering.guesses import Unfit, unfit, words_in
from bot.answering.language import conversation_language, written_language
from bot.dialog import Alarm, Pattern, Policy, Reading
from knowledge import AnswerTemplate, TemplateId, without_identifiers
from knowledge.passages import split_sentences
from nlu import (
    Act,
    ActReader,
    Concern,
    Matter,
    MatterReader,
    Model,
    SentimentReader,
    Understanding,
    danger_in,
    detect_language,
)
from nlu.acts import CALLS, PLEASANTRIES
from nlu.encoder import Encoding
from retrieval import Evidence, Retriever, shares_country

LOOKED_AT_FOR_LANGUAGE = 500
MAX_SENTENCES_HEARD = 8
FIRST_MESSAGES: Final = ("Hello, is anybody there?", "您好，请问有人在吗？")
"""What is read before customers write: one by meaning, one by its characters alone."""


@dataclass(frozen=True, slots=True)
class HeardSentence:
    """A sentence of a longer message, encoded by itself."""

    text: str
    encoding: Encoding


@dataclass(frozen=True)
class Release:
    """Immutable, so that a turn can pin it. ``templates`` holds the live ones only.

    ``index_directory`` is that of the index's files, below the home; edits since are in memory.

    ``model`` is None in a home that has not learned yet; every message then goes to a person.
    """

    id: str | None
    policy: Policy
    facts: Mapping[str, str]
    company: str
    locale: str
    templates: Mapping[TemplateId, AnswerTemplate] = field(default_factory=dict)
    model: Model | None = None
    acts: ActReader | None = None
    matters: MatterReader | None = None
    sentiment: SentimentReader | None = None
    alarms: AlarmReader | None = None
    retriever: Retriever | None = None
    index_directory: str | None = None

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of templates by id."""
        return {str(each.id): each.title for each in self.templates.values()}

    def settles(self, template: TemplateId) -> frozenset[Matter]:
        """The matters that the template was approved for: those of its own examples."""
        known = self._settled.get(template)
        if known is None:
            known = self._settled[template] = frozenset(self._matters_of(template))
        return known

    @cached_property
    def _settled(self) -> dict[TemplateId, frozenset[Matter]]:
        return {}

    def _matters_of(self, template: TemplateId) -> Iterator[Matter]:
        if self.model is None or self.matters is None:
            return
        for example in self.templates[template].examples:
            encoding = self.model.encoding_for_search(example)
            vector = encoding.vector if encoding.readable else None
            concern = self.matters.read(example, vector)
            if concern is not None:
                yield concern.matter

    def _unfit(self, text: str, evidence: Evidence, meant: Understanding) -> Unfit:
        """The templates found that are not worth offering."""
        index = self.retriever.index if self.retriever else None
        if index is None:
            return Unfit()
        return unfit(
            text,
            evidence,
            index,
            self._words,
            readable=meant.readable,
            language=meant.language,
        )

    def _words(self, template: TemplateId) -> frozenset[str]:
        known = self._worded.get(template)
        if known is None:
            known = self._worded[template] = words_in(self.templates[template])
        return known

    @cached_property
    def _worded(self) -> dict[TemplateId, frozenset[str]]:
        return {}

    def warm_up(self) -> None:
        """Load what the first message would have to wait for, be it one that no encoder reads."""
        for greeting in FIRST_MESSAGES:
            self.read(greeting, None)
        shares_country("", "Canada")

    def plain(self, text: str) -> str:
        """``text`` as it is encoded and matched: the order that it names is not what it means."""
        return without_identifiers(text, self._identifying)

    @cached_property
    def _identifying(self) -> tuple[Pattern, ...]:
        return tuple(each.pattern for each in self.policy.fields.values() if each.pattern)

    def read(
        self, text: str, language: str | None, parts: Collection[str] = (), channel: str = ""
    ) -> Reading:
        """What ``text`` means and what could answer it, at the length of ``channel``.

        ``language`` is the conversation's so far, ``parts`` what will be read by itself too.
        """
        if self.model is None or self.retriever is None or self.acts is None:
            return self.unread(text, language)
        plain, parts = self.plain(text), {self.plain(each) for each in parts}
        meant = self.model.understand(plain)
        sentences = hear(self.model, sentences_of(plain), parts)
        clauses = hear(self.model, clauses_in(plain), parts)
        evidence = self.retriever.evidence(
            plain,
            meant.vector,
            {each.intent: each.probability for each in meant.intents},
            meant.known_intents,
            readable=meant.readable,
            half_read=meant.half_read,
            room=self.policy.room_on(channel),
        )
        guesses = self._unfit(plain, evidence, meant)
        act, wonders = heard_in(plain, meant, sentences, clauses, self.acts)
        return Reading(
            text=text,
            language=conversation_language(text, meant.language, language, self.locale),
            written_in=written_language(text, meant.language),
            readable=meant.readable,
            act=act,
            wonders=wonders,
            sentiment=self._sentiment(meant),
            matter=self._matter(meant, sentences),
            danger=danger_in(text),
            alarm=self._alarm(meant, sentences, evidence),
            intents=meant.intents,
            templates=evidence.templates,
            passages=evidence.passages,
            composed=evidence.composed,
            answerability=evidence.answerability,
            outdone=guesses.outdone,
            unlike=guesses.unlike,
            fitting=guesses.fitting,
            worth_naming=evidence.worth_naming,
            quoted_in=quoted_in(evidence),
        )

    def mood(self, text: str) -> float | None:
        """How a text sounds, from -1 to 1; None where no model serves."""
        if self.model is None or self.sentiment is None:
            return None
        encoding = self.model.encoding(text)
        return self.sentiment.read(text, encoding.vector if encoding.readable else None)

    def unread(self, text: str, language: str | None) -> Reading:
        """``text`` as it stands, nothing made of it but in which language to answer.

        That needs no model, so that a bot which has learned nothing is understood all the same,
        and hears a danger.
        """
        detected = detect_language(text[:LOOKED_AT_FOR_LANGUAGE])
        spoken = conversation_language(text, detected, language, self.locale)
        return Reading(text, spoken, danger=danger_in(text))

    def _sentiment(self, meant: Understanding) -> float:
        vector = meant.vector if meant.readable else None
        return self.sentiment.read(meant.text, vector) if self.sentiment else 0.0

    def _matter(
        self, meant: Understanding, sentences: tuple[HeardSentence, ...] = ()
    ) -> Concern | None:
        """What only a person may decide, in the message or in a sentence of it."""
        if self.matters is None:
            return None
        whole = self.matters.read(meant.text, meant.vector if meant.readable else None)
        heard = (
            self.matters.read(each.text, each.encoding.vector if each.encoding.readable else None)
            for each in sentences
        )
        return whole or next((each for each in heard if each), None)

    def _alarm(
        self, meant: Understanding, sentences: tuple[HeardSentence, ...], evidence: Evidence
    ) -> Alarm | None:
        """The operator's example that the message, or a sentence of it, comes near to."""
        if self.alarms is None or not meant.readable:
            return None
        answerable = max((each.reasons.similarity for each in evidence.templates), default=0.0)
        readable = ((s.text, s.encoding.vector) for s in sentences if s.encoding.readable)
        heard = ((meant.text, meant.vector), *readable)
        found = (self.alarms.read(text, vector, answerable) for text, vector in heard)
        return next((each for each in found if each), None)

    def read_request(
        self, text: str, language: str | None, channel: str = "", *, quoting: bool = True
    ) -> Reading:
        """What ``text`` means and what could answer it, where acts and alarms are heard elsewhere.

        For a request of several, and for a follow-up together with the question before it.
        Passages are looked for where ``quoting``.
        """
        if self.model is None or self.retriever is None:
            return self.unread(text, language)
        plain = self.plain(text)
        meant = self.model.understand(plain)
        retriever = self.retriever if quoting else replace(self.retriever, index=None)
        evidence = retriever.evidence(
            plain,
            meant.vector,
            {each.intent: each.probability for each in meant.intents},
            meant.known_intents,
            readable=meant.readable,
            half_read=meant.half_read,
            room=self.policy.room_on(channel),
        )
        guesses = self._unfit(plain, evidence, meant)
        return Reading(
            text=text,
            language=conversation_language(text, meant.language, language, self.locale),
            written_in=written_language(text, meant.language),
            readable=meant.readable,
            matter=self._matter(meant),
            intents=meant.intents,
            templates=evidence.templates,
            passages=evidence.passages,
            composed=evidence.composed,
            answerability=evidence.answerability,
            outdone=guesses.outdone,
            unlike=guesses.unlike,
            fitting=guesses.fitting,
            worth_naming=evidence.worth_naming,
            quoted_in=quoted_in(evidence),
        )


def quoted_in(evidence: Evidence) -> str | None:
    """The language of what was composed; None where nothing was, or where it does not tell."""
    if evidence.composed is None:
        return None
    return detect_language(" ".join(each.text for each in evidence.composed.sentences))


def sentences_of(text: str) -> Sequence[str]:
    """The last sentences of ``text``; nothing where it is a single one."""
    sentences = split_sentences(text)
    return sentences[-MAX_SENTENCES_HEARD:] if len(sentences) > 1 else ()


def hear(model: Model, pieces: Iterable[str], parts: Collection[str]) -> tuple[HeardSentence, ...]:
    """The ``pieces`` encoded one by one; what is none of the ``parts`` for search alone.

    A part is read by itself afterwards, so that its one pass should give the features too.
    """
    return tuple(
        HeardSentence(
            each, model.encoding(each) if each in parts else model.encoding_for_search(each)
        )
        for each in pieces
    )


def heard_in(
    text: str,
    meant: Understanding,
    sentences: tuple[HeardSentence, ...],
    clauses: tuple[HeardSentence, ...],
    acts: ActReader,
) -> tuple[Act | None, bool]:
    """The act of ``text``, and whether it asks, perhaps beside other things, what answers it.

    A call for a person counts in whichever sentence or clause it stands, a pleasantry only where
    none of them is anything else: "You idiots, where is my parcel?" asks for a parcel. So does
    "Are you a robot? Where is my parcel?"; what it asks beside that is then no act.
    """
    whole = acts.read(text, meant.vector if meant.readable else None)
    said = [_act_of(each, acts) for each in sentences]
    heard = [*said, *(_act_of(each, acts) for each in clauses)]
    wonders = Act.IDENTITY in (whole, *said)
    call = next((act for act in (whole, *heard) if act in CALLS), None)
    if call is not None:
        return call, wonders
    if (whole in PLEASANTRIES and None in heard) or (whole is Act.IDENTITY and None in said):
        return None, wonders
    return whole, wonders


def _act_of(piece: HeardSentence, acts: ActReader) -> Act | None:
    return acts.read(piece.text, piece.encoding.vector if piece.encoding.readable else None)
