"""What a turn does in a conversation: asks, answers, stalls, sends elsewhere, thanks.

Phrase patterns for English, German and Chinese tell apart the few acts that decide whether a
reply answers a question. They know nothing of topics: what a question is about is left to vectors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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
    ACKNOWLEDGES = "acknowledges"
    GIVES_DETAILS = "gives_details"


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_MENTION = re.compile(r"(?<!\w)(?:@\w+|__\w+?__)(?=\W|$)|(?<!\w)__\w+?__")
_WORD = re.compile(r"[\w'’]+|[\u3400-\u9fff]")
_SENTENCE = re.compile(r".+?(?:[.!?…](?=\s|$)|[。！？]|\n+|$)", re.DOTALL)
_PLACEHOLDER = re.compile(r"\[[a-z_]+\]")

_ELSEWHERE = _any_of(
    r"\bd\.?m\b|\bdms?\b|\b(?:direct|private|personal) (?:message|msg)\b|\bpm (?:us|me)\b",
    r"\b(?:send|drop|shoot|write|message)\b.{0,25}\b(?:privately|in private|private chat)\b",
    r"\bfollow (?:us|me|back)\b|\b(?:per|eine) (?:DM|PN|Direktnachricht|Privatnachricht)\b|私信",
)
_STALL = _any_of(
    r"\b(?:let me|i'?ll|i will|we'?ll|we will|let us|allow (?:me|us)|i can|we can)\b.{0,40}?"
    r"\b(?:check|look into|take a (?:\w+ )?look|have a look|find out|investigate|be right back"
    r"|see what|get back|review|ask (?:my|our|the)|look (?:this|that|it) up)\b",
    r"\b(?:one|just a|a) (?:moment|sec|second|minute)\b|\bbear with\b|\bhang (?:on|tight)\b",
    r"\bhold on\b|\b(?:allow|give) (?:me|us) (?:a|some|one) "
    r"(?:few |couple )?(?:moments?|minutes?|mins?|sec(?:ond)?s?|bit|time)\b"
    r"|\bchecking (?:now|on|this|that)\b",
    r"\b(?:i am|i'm|we are|we're) (?:currently )?(?:checking|looking into|investigating)\b",
    r"\bstand by\b|\bstay tuned\b|\bworking on (?:it|this|that)\b",
    r"\b(?:einen|kleinen) (?:moment|augenblick)\b|\b(?:ich|wir) (?:schaue?n?|prüfen?|kläre?n?) "
    r"|\bmelden? (?:mich|uns)\b|稍等|请稍候|正在查|帮您查|我查一下",
)
_ASK = _any_of(
    r"\?\s*$|？\s*$",
    r"^(?:\W|please|kindly|so|and|then|if you)*(?:can|could|would|will|may|might) (?:you|i|we) "
    r"(?:please )?(?:have|get|tell|provide|confirm|share|send|let|give|elaborate|clarify)\b",
    r"\bplease\b.{0,30}\b(?:share|provide|send|confirm|tell|advise|give|reply with|let (?:me|us) "
    r"know)\b.{0,30}\b(?:your|the|what|which|if|more|us|me|details?)\b",
    r"\blet (?:me|us) know (?:your|the|what|which|more|where|how)\b",
    r"\b(?:nennen|schicken|senden|teilen) sie (?:mir|uns)\b|请(?:提供|告诉|发)",
)
_SUGGESTS = _any_of(
    r"\b(?:have|did) you (?:tried|try|already tried|checked|check)\b|\bwhy not\b|\bhow about\b",
    r"\bhaben sie (?:schon|bereits)\b",
)
_COURTESY = _any_of(
    r"\b(?:sorry|apologi[sz]e|apologies|regret|sad|dismayed|concerned)\b.{0,12}"
    r"\b(?:to (?:hear|see|learn|read|know|disappoint)|for|about|that|you|we|if|your|the|any)\b",
    r"^\W*(?:we'?re|we are|i'?m|i am|so|very|truly|really|oh no|our|my|sincere(?:st)?|\W)*"
    r"(?:sorry|apologies|apologize|oh no|yikes|ouch|uh oh|bummer)\W*(?:\w+\W*)?$",
    r"\bthank(?:s| you| u)\b|\bcheers\b|\bappreciate\b|\bgrateful\b|\bkudos\b",
    r"\b(?:you'?re|you are|most|very) (?:very |most |so |quite )?welcome\b|\bmy pleasure\b"
    r"|\bno (?:problem|worries)\b|\banytime\b|\byou bet\b|\bglad\b|\bpleased\b|\bdelighted\b"
    r"|\bthrilled\b|\b(?:happy|great|good|nice|lovely|wonderful) to (?:hear|see|know|read)\b",
    r"\bhave (?:a|an) (?:\w+ ){0,2}(?:day|night|evening|one|weekend|flight|trip|time|journey|"
    r"morning|afternoon|week|holiday)\b|\benjoy (?:the|your)\b|\bsafe travels\b|\bhappy \w+ing?\b",
    r"\b(?:we|i|really|do)? ?hope\b|\blook(?:ing)? forward\b|\bcan'?t wait\b|\bsee you\b",
    r"\banything else\b|\bhere (?:for you|to help|if you)\b|\bfeel free to\b"
    r"|\bhow (?:can|may|could) (?:i|we) (?:help|assist|be of)\b|\b(?:i|we) (?:can|could|may) help\b"
    r"|\blet (?:me|us) know if\b|\b(?:pass|share|forward|relay|feed)(?:ed|ing)?\b.{0,30}"
    r"\b(?:feedback|comments?|kudos|compliments?|kind words|concerns?|back|along|team)\b"
    r"|\bunderstand (?:your|how|the|this|that|why)\b|\bfrustrat(?:ion|ing|ed)\b|\bpatien(?:t|ce)\b"
    r"|\bhear (?:this|that|you)\b|\bwe (?:never|always|certainly)\b.{0,20}\b(?:want|strive|aim)",
    r"^\W*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|hallo|guten \w+)\b"
    r"(?:\W+\w+){0,3}\W*$|^\W*(?:best|kind|warm) (?:regards|wishes)\b|^\W*(?:regards|cheers)\b",
    r"\b(?:danke|vielen dank|gern geschehen|gerne|tut (?:mir|uns) leid|entschuldig\w*|bedauern|"
    r"freundliche\w* grüße\w*|schönen (?:tag|abend)|guten (?:tag|morgen|abend))\b",
    r"抱歉|对不起|谢谢|感谢|不客气|祝您|很高兴|您好|你好",
)
_GREETING_TURN = _any_of(
    r"^\W*(?:hi+|hello|hey+|hiya|yo|good (?:morning|afternoon|evening|day)|greetings|hallo|moin|"
    r"servus|guten (?:tag|morgen|abend)|您好|你好|在吗|有人吗|anyone (?:there|here)|is (?:anyone|"
    r"anybody|someone) (?:there|here|available))(?:\W+(?:there|all|team|guys|folks|again|everyone|"
    r"anyone|is|how are you|please|everybody|zusammen|\[name\]))*\W*$",
    r"^\W*(?:i (?:need|want|have) (?:some |a )?(?:help|question|quick question|assistance)|"
    r"can (?:you|someone|anyone) help(?: me)?(?: out)?|help(?: me)?|quick question|question)"
    r"(?: please| pls)?\W*$",
)
_THANKS_TURN = _any_of(
    r"\b(?:thanks|thank (?:you|u|s)|thx|thnx|tysm|ty|tnx|cheers|appreciated?|much obliged|awesome|"
    r"perfect|brilliant|wonderful|that (?:helps|worked)|you(?:'re| are) (?:the best|a star)|danke|"
    r"dankeschön|super|klasse|prima)\b|谢谢|多谢|感谢",
)
_ACKNOWLEDGEMENT = _any_of(
    r"^\W*(?:ok(?:ay)?|k|yes|yep|yeah|yup|no|nope|sure|right|fine|great|good|cool|got it|alright|"
    r"understood|correct|done|sent|will do|ja|nein|gut|alles klar|好的?|是的?|嗯|可以|明白|不是|"
    r"just (?:did|sent|dm'?e?d)(?: you| it| that)?|dm sent|sent (?:you )?(?:a )?dm|i did|"
    r"please|pls|bye|goodbye|tschüss)(?:\W+(?:ok|okay|please|thanks|sir|then|will do|it is|bye|"
    r"that'?s (?:it|all|right|fine)|i (?:do|did|am|have|see|understand)|great|good|now))*\W*$",
)
_REQUEST = _any_of(
    r"[?？]",
    r"^\W*(?:please |so |and |but |hi |hey |hello |also )*(?:how|what|when|where|why|who|which|"
    r"whose|can|could|would|will|do|does|did|is|are|am|was|were|may|should|has|have|any)\b",
    r"\b(?:i|we) (?:need|want|would like|'?d like|wish|can'?t|cannot|am unable|have to|must|lost|"
    r"forgot|left|haven'?t|didn'?t|don'?t|never)\b|\b(?:please|pls) \w+|\bhelp\b|\bwondering\b"
    r"|\btrying to\b|\b(?:doesn'?t|does not|isn'?t|won'?t|not) work(?:ing|s)?\b",
    r"\b(?:ich|wir) (?:möchte|brauche|hätte|will|kann|finde|habe)\b|\b(?:wie|wann|wo|warum|was|"
    r"welche\w*|können sie|kann ich)\b|怎么|如何|什么|为什么|能不能|可以吗|想|多少|哪|请问|吗",
)
_YES_NO = _any_of(r"^\W*(?:yes|no|ja|nein|yep|nope|unfortunately|leider|sure|absolutely)\b")


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
    without = _MENTION.sub(
        " ", text.replace("&amp;", "&").replace("&gt;", ">").replace("&lt;", "<")
    )
    tidy = re.sub(r"\(\s*\)", " ", without)
    tidy = re.sub(r"\s+([,.!?;:])", r"\1", re.sub(r"[ \t]+", " ", tidy))
    return tidy.strip(" \t\n,.;:-") if not _WORD.search(tidy) else tidy.strip().lstrip(",.;:- ")


def count_words(text: str) -> int:
    """Words in the text; each Chinese character counts as one."""
    return len(_WORD.findall(text))


def split_acts(text: str) -> tuple[str, ...]:
    """Sentences of a message, short enough to do one thing each."""
    return tuple(part.strip() for part in _SENTENCE.findall(text) if _WORD.search(part))


def read_sentence(sentence: str) -> ReplyAct:
    """What one sentence of an agent's reply does."""
    if _ELSEWHERE.search(sentence):
        return ReplyAct.SENDS_ELSEWHERE
    if _SUGGESTS.search(sentence):
        return ReplyAct.ANSWERS
    if _STALL.search(sentence):
        return ReplyAct.STALLS
    if _COURTESY.search(sentence) and not _YES_NO.search(sentence):
        return ReplyAct.COURTESY
    if _ASK.search(sentence):
        return ReplyAct.ASKS_BACK
    return ReplyAct.ANSWERS


def read_reply(text: str) -> ReplyReading:
    """What an agent's reply does: it answers when sentences that tell something remain."""
    words = dict.fromkeys(ReplyAct, 0)
    for sentence in split_acts(clean(text)):
        words[read_sentence(sentence)] += count_words(sentence)
    total = max(1, sum(words.values()))
    told = words[ReplyAct.ANSWERS]
    substance = told / total
    if told >= 4 or (told > 0 and (substance >= 0.5 or _YES_NO.search(clean(text)))):
        return ReplyReading(ReplyAct.ANSWERS, substance, told)
    for act in (ReplyAct.SENDS_ELSEWHERE, ReplyAct.STALLS, ReplyAct.ASKS_BACK):
        if words[act]:
            return ReplyReading(act, substance, told)
    return ReplyReading(ReplyAct.COURTESY, substance, told)


def read_customer(text: str, *, answered: bool) -> CustomerAct:
    """What a customer's message does.

    ``answered`` says that an agent has replied before: only then are thanks a reaction, while a
    conversation that opens with thanks is itself a matter (praise).
    """
    message = clean(text)
    words = count_words(_PLACEHOLDER.sub(" ", message))
    if _GREETING_TURN.search(message):
        return CustomerAct.GREETS
    if _ACKNOWLEDGEMENT.search(message):
        return CustomerAct.ACKNOWLEDGES
    asks = bool(_REQUEST.search(message))
    thanks = bool(_THANKS_TURN.search(message))
    if thanks and (words <= 4 or (answered and not re.search("[?？]", message) and words <= 25)):
        return CustomerAct.THANKS
    if words < 3 or (words < 7 and not asks and (re.search(r"\d", message) or words < 4)):
        return CustomerAct.GIVES_DETAILS
    return CustomerAct.ASKS if asks else CustomerAct.STATES
