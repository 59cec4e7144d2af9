"""What a turn does in a conversation: asks, answers, stalls, sends elsewhere, thanks.

Phrase patterns for English, German and Chinese tell apart the few acts that decide whether a
reply answers a question. They know nothing of topics: what a question is about is left to vectors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from training.speech_patterns import (
    ACKNOWLEDGEMENT,
    ASK,
    COMPLAINT,
    COURTESY,
    COURTESY_OF_A_COMPANY,
    ELSEWHERE,
    GREETING_TURN,
    INSTRUCTS,
    MENTION,
    OF_THEMSELVES_OR_FEELINGS,
    OWNS_UP,
    PLACEHOLDER,
    PRAISE,
    REQUEST,
    SENTENCE,
    STALL,
    SUGGESTS,
    THANKS_TURN,
    WORD,
    YES_NO,
)

SHORTEST_CLAUSE = 6
"""Words behind a courtesy and a comma that may tell something: a name and a title are fewer."""


class ReplyAct(StrEnum):
    """What an agent's reply does, named after its weightiest sentence."""

    ANSWERS = "answers"
    ASKS_BACK = "asks_back"
    STALLS = "stalls"
    SENDS_ELSEWHERE = "sends_elsewhere"
    COURTESY = "courtesy"


class CustomerAct(StrEnum):
    """What a customer's message does."""

    ASKS = "asks"
    STATES = "states"
    GREETS = "greets"
    THANKS = "thanks"
    PRAISES = "praises"
    ACKNOWLEDGES = "acknowledges"
    GIVES_DETAILS = "gives_details"


@dataclass(frozen=True, slots=True)
class ReplyReading:
    """What was read in a reply.

    ``substance`` is the share of its words, 0 to 1, that stand in sentences which tell something;
    ``content_words`` counts them.
    """

    act: ReplyAct
    substance: float
    content_words: int


def clean(text: str) -> str:
    """The text without mentions (``@ana``, ``__company__``) and with its spaces put in order."""
    without = MENTION.sub(" ", text.replace("&amp;", "&").replace("&gt;", ">").replace("&lt;", "<"))
    tidy = re.sub(r"\(\s*\)", " ", without)
    tidy = re.sub(r"\s+([,.!?;:])", r"\1", re.sub(r"[ \t]+", " ", tidy))
    return tidy.strip(" \t\n,.;:-") if not WORD.search(tidy) else tidy.strip().lstrip(",.;:- ")


def count_words(text: str) -> int:
    """Words in the text; of Chinese and Japanese, without spaces, each character is one."""
    return len(WORD.findall(text))


def split_acts(text: str) -> tuple[str, ...]:
    """Sentences of a message, short enough to do one thing each."""
    return tuple(part.strip() for part in SENTENCE.findall(text) if WORD.search(part))


def read_sentence(sentence: str) -> ReplyAct:
    """What one sentence of an agent's reply does."""
    if ELSEWHERE.search(sentence):
        return ReplyAct.SENDS_ELSEWHERE
    if SUGGESTS.search(sentence):
        return ReplyAct.ANSWERS
    if STALL.search(sentence):
        return ReplyAct.STALLS
    courteous = COURTESY.search(sentence) or COURTESY_OF_A_COMPANY.search(sentence)
    if courteous and not YES_NO.search(sentence) and not INSTRUCTS.search(sentence):
        return _behind_the_courtesy(sentence)
    if ASK.search(sentence):
        return ReplyAct.ASKS_BACK
    return ReplyAct.ANSWERS


def _behind_the_courtesy(sentence: str) -> ReplyAct:
    """What a courteous sentence does: "Sorry for the wait, it left this morning" answers.

    Behind any other courtesy stands a greeting or more sympathy, and no answer.
    """
    courtesy, _, rest = sentence.replace("，", ",").partition(",")
    told = count_words(rest) >= SHORTEST_CLAUSE and COURTESY.search(courtesy)
    if not told or COURTESY.search(rest) or COURTESY_OF_A_COMPANY.search(rest):
        return ReplyAct.COURTESY
    act = read_sentence(rest)
    tells = OWNS_UP.search(courtesy) and not OF_THEMSELVES_OR_FEELINGS.search(rest)
    return ReplyAct.COURTESY if act is ReplyAct.ANSWERS and not tells else act


def read_reply(text: str) -> ReplyReading:
    """What an agent's reply does: it answers when sentences that tell something remain."""
    words = dict.fromkeys(ReplyAct, 0)
    for sentence in split_acts(clean(text)):
        words[read_sentence(sentence)] += count_words(sentence)
    total = max(1, sum(words.values()))
    told = words[ReplyAct.ANSWERS]
    substance = told / total
    if told >= 4 or (told > 0 and (substance >= 0.5 or YES_NO.search(clean(text)))):
        return ReplyReading(ReplyAct.ANSWERS, substance, told)
    for act in (ReplyAct.SENDS_ELSEWHERE, ReplyAct.STALLS, ReplyAct.ASKS_BACK):
        if words[act]:
            return ReplyReading(act, substance, told)
    return ReplyReading(ReplyAct.COURTESY, substance, told)


def read_customer(text: str, *, answered: bool) -> CustomerAct:
    """What a customer's message does.

    ``answered`` says that an agent has replied before: only then are thanks a reaction. Praise is
    a matter too, but it asks for nothing, so no answer can be learned from what is said to it.
    """
    message = clean(text)
    words = count_words(PLACEHOLDER.sub(" ", message))
    if GREETING_TURN.search(message):
        return CustomerAct.GREETS
    if ACKNOWLEDGEMENT.search(message):
        return CustomerAct.ACKNOWLEDGES
    asks = bool(REQUEST.search(message))
    thanks = bool(THANKS_TURN.search(message))
    if thanks and (words <= 4 or (answered and not re.search("[?？]", message) and words <= 25)):
        return CustomerAct.THANKS
    if PRAISE.search(message) and not COMPLAINT.search(message):
        return CustomerAct.PRAISES
    if words < 3 or (words < 7 and not asks and (re.search(r"\d", message) or words < 4)):
        return CustomerAct.GIVES_DETAILS
    return CustomerAct.ASKS if asks else CustomerAct.STATES
