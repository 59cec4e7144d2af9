"""Transcripts to question and answer pairs, each traced to its turns.

A conversation may hold several questions. Each stays open until a reply answers it; the reply
that answers best is its answer. Every judgement is a signal between 0 and 1 that can be shown
(``PairSignals``), and the score is their weighted mean. Nothing here reads vectors or other
conversations: reuse of a reply is filled in by ``training.learning``, and how near a reply is to
the question is weighed where drafts are chosen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.records import PairId, QuestionAnswerPair, Speaker, Transcript, TranscriptId, Turn
from training.speech_acts import (
    CustomerAct,
    ReplyAct,
    ReplyReading,
    clean,
    count_words,
    read_customer,
    read_reply,
)

CONTEXT_TURNS = 2
SELF_CONTAINED_WORDS = 6
FOLLOW_UP_ALONE_WORDS = 9
MATTERS = (CustomerAct.ASKS, CustomerAct.STATES, CustomerAct.PRAISES)
ACT_WEIGHT = {
    ReplyAct.ANSWERS: 1.0,
    ReplyAct.COURTESY: 0.5,
    ReplyAct.ASKS_BACK: 0.3,
    ReplyAct.SENDS_ELSEWHERE: 0.15,
    ReplyAct.STALLS: 0.1,
}
SIGNAL_WEIGHTS = {
    "substance": 0.25,
    "specificity": 0.25,
    "thanked": 0.2,
    "resolved": 0.1,
    "position": 0.1,
    "reuse": 0.1,
}


@dataclass(frozen=True, slots=True)
class PairSignals:
    """Why a reply counts as the answer; each signal lies in [0, 1], 0.5 where nothing is known.

    ``substance``: share of the reply that tells something. ``specificity``: how much it tells.
    ``thanked``: thanks afterwards (1), asking again (0). ``resolved``: the helpdesk's mark or the
    rating. ``position``: how soon it followed. ``reuse``: how many conversations got this reply.
    """

    act: ReplyAct
    substance: float
    specificity: float
    thanked: float
    resolved: float
    position: float
    reuse: float = 0.5

    @property
    def score(self) -> float:
        """Weighted mean of the signals times the weight of what the reply does, in [0, 1]."""
        mean = sum(weight * getattr(self, name) for name, weight in SIGNAL_WEIGHTS.items())
        return float(ACT_WEIGHT[self.act] * mean)

    @property
    def answers(self) -> bool:
        """Whether the reply is an answer at all, and not a courtesy or a way of not answering."""
        return self.act is ReplyAct.ANSWERS


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question of one conversation, with the pair it makes where an agent replied.

    ``stands_alone`` is False for a short follow-up, which says little without what came before.
    """

    transcript: TranscriptId
    text: str
    tags: tuple[str, ...]
    asked_at: datetime | None
    pair: QuestionAnswerPair | None
    signals: PairSignals | None
    stands_alone: bool = True

    def rescored(self, signals: PairSignals) -> AskedQuestion:
        """The same question with better known signals, and the pair's score following them."""
        assert self.pair is not None
        return replace(self, signals=signals, pair=replace(self.pair, score=signals.score))


@dataclass(slots=True)
class _Open:
    """A question under way: its turns, and the replies it has had so far.

    ``praises`` says that it asks for nothing, so that no reply is an answer to it.
    """

    turns: list[int]
    context: tuple[str, ...]
    replies: list[tuple[tuple[int, ...], str, ReplyReading]]
    thanked: float = 0.5
    praises: bool = False

    @property
    def answered(self) -> bool:
        return any(reading.act is ReplyAct.ANSWERS for _, _, reading in self.replies)


def build_pairs(transcripts: Iterable[Transcript]) -> Iterator[QuestionAnswerPair]:
    """Pairs of all conversations, streaming, in the order of the conversations.

    A pair whose reply does not answer (it asks back, stalls, sends elsewhere) is given only when
    the question got nothing better, and then with a low score.
    """
    for transcript in transcripts:
        for question in read_questions(transcript):
            if question.pair is not None:
                yield question.pair


def read_questions(transcript: Transcript) -> tuple[AskedQuestion, ...]:
    """The questions of one conversation. Bot, system and private turns are never read."""
    open_questions: list[_Open] = []
    answered = False
    for indices in _bursts(transcript.turns):
        if transcript.turns[indices[0]].speaker is Speaker.AGENT:
            answered = True
            if open_questions:
                said = [transcript.turns[index].text.strip() for index in indices]
                # A message ends a sentence, also where nothing marks its end.
                reading = read_reply("\n".join(said))
                open_questions[-1].replies.append((indices, " ".join(said), reading))
        else:
            _hear_customer(transcript.turns, indices, open_questions, answered=answered)
    return tuple(_close(transcript, question) for question in open_questions)


def _bursts(turns: tuple[Turn, ...]) -> Iterator[tuple[int, ...]]:
    """Runs of turns by one side, as indices, without what is never learned from."""
    burst: list[int] = []
    for index, turn in enumerate(turns):
        if turn.private or not turn.text.strip():
            continue
        if turn.speaker not in (Speaker.CUSTOMER, Speaker.AGENT):
            continue
        if burst and turns[burst[-1]].speaker is not turn.speaker:
            yield tuple(burst)
            burst = []
        burst.append(index)
    if burst:
        yield tuple(burst)


def _hear_customer(
    turns: tuple[Turn, ...], indices: tuple[int, ...], questions: list[_Open], *, answered: bool
) -> None:
    """Opens a question, or reads in the message how the last reply was received."""
    acts = {index: read_customer(turns[index].text, answered=answered) for index in indices}
    if not questions:
        told = [index for index, act in acts.items() if act in MATTERS]
        if told:
            questions.append(_begin(turns, told, acts, ()))
        return
    last = questions[-1]
    if CustomerAct.THANKS in acts.values() and last.replies:
        last.thanked = 1.0
    asks = [index for index, act in acts.items() if act is CustomerAct.ASKS]
    if not asks:
        return
    if last.answered:
        context = tuple(clean(turns[index].text) for index in last.turns)[-CONTEXT_TURNS:]
        questions.append(_begin(turns, asks, acts, context))
    elif not last.replies:
        last.turns.extend(asks)
    else:
        _ask_again(turns, last, asks)


def _ask_again(turns: tuple[Turn, ...], question: _Open, asks: list[int]) -> None:
    """What was not answered is asked anew: words that stand alone are the question from then on."""
    question.thanked = min(question.thanked, 0.25)
    texts = [clean(turns[index].text) for index in asks]
    if max(count_words(text) for text in texts) >= FOLLOW_UP_ALONE_WORDS:
        earlier = tuple(clean(turns[index].text) for index in question.turns)
        question.context = (*question.context, *earlier)[-CONTEXT_TURNS:]
        question.turns, question.replies, question.praises = asks, [], False


def _begin(
    turns: tuple[Turn, ...],
    told: list[int],
    acts: dict[int, CustomerAct],
    context: tuple[str, ...],
) -> _Open:
    """A question of the message that asks most plainly; what else was told is its context."""
    best = max(
        told,
        key=lambda i: (acts[i] is CustomerAct.ASKS, min(30, count_words(clean(turns[i].text))), -i),
    )
    praises = acts[best] is CustomerAct.PRAISES
    if count_words(clean(turns[best].text)) < SELF_CONTAINED_WORDS:
        return _Open(turns=told, context=context, replies=[], praises=praises)
    others = tuple(clean(turns[i].text) for i in told if i < best)
    context = (*context, *others)[-CONTEXT_TURNS:]
    return _Open(turns=[best], context=context, replies=[], praises=praises)


def _close(transcript: Transcript, question: _Open) -> AskedQuestion:
    text = "\n".join(clean(transcript.turns[index].text) for index in question.turns)
    asked_at = transcript.turns[question.turns[0]].time
    alone = not question.context or count_words(text) >= FOLLOW_UP_ALONE_WORDS
    if not question.replies:
        return AskedQuestion(transcript.id, text, transcript.tags, asked_at, None, None, alone)
    judged = [
        (_signals(transcript, question, place, reading), indices, reply)
        for place, (indices, reply, reading) in enumerate(question.replies)
    ]
    signals, indices, reply = max(judged, key=lambda item: item[0].score)
    pair = QuestionAnswerPair(
        id=_pair_id(transcript, question.turns),
        transcript=transcript.id,
        question=text,
        answer=clean(reply),
        question_turns=tuple(question.turns),
        answer_turns=indices,
        context=question.context,
        asked_at=asked_at,
        agent=transcript.turns[indices[0]].author,
        language=transcript.language,
        score=signals.score,
    )
    return AskedQuestion(transcript.id, text, transcript.tags, asked_at, pair, signals, alone)


def _signals(
    transcript: Transcript, question: _Open, place: int, reading: ReplyReading
) -> PairSignals:
    answers = reading.act is ReplyAct.ANSWERS
    return PairSignals(
        act=ReplyAct.COURTESY if question.praises and answers else reading.act,
        substance=reading.substance,
        specificity=min(1.0, reading.content_words / 20),
        thanked=question.thanked,
        resolved=_resolved(transcript),
        position=1.0 / (1.0 + 0.5 * place),
    )


def _resolved(transcript: Transcript) -> float:
    if transcript.rating is not None:
        return (transcript.rating - 1) / 4
    return {True: 1.0, False: 0.0, None: 0.5}[transcript.resolved]


def _pair_id(transcript: Transcript, turns: list[int]) -> PairId:
    place = f"{transcript.source}\x00{transcript.id}\x00{','.join(map(str, turns))}"
    return PairId("pair-" + hashlib.blake2b(place.encode(), digest_size=8).hexdigest())
