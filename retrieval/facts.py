"""The kind of fact that a question asks for, and whether a text holds one of that kind.

"How long" wants a time, "how often" a rhythm, "how much" a price or a figure, "where" a place, "can
I" a yes or a no.
Only the question's own words are read, in English, German, Chinese, Japanese and Thai;
elsewhere nothing counts as asked for. That a text holds a price does not make it the price that was
asked about.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Fact(StrEnum):
    """What a short answer consists of."""

    MONEY = "money"
    DURATION = "duration"
    TIME = "time"
    RHYTHM = "rhythm"
    FIGURE = "figure"
    PLACE = "place"
    YES_NO = "yes_no"


_UNIT_OF_TIME: Final = (
    r"(?:(?:business|working|calendar)[ -])?(?:second|minute|hour|day|week|month|year)s?\b"
    r"|(?:werk|arbeits)?(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e|en|n|s)?\b"
    r"|(?:个)?(?:工作日|分钟|小时|天|周|星期|月|年)|(?:営業)?日間?|時間|週間|か月|年間|分間?"
    r"|วัน|ชั่วโมง|นาที|สัปดาห์|เดือน|ปี"
)
_NUMBER: Final = (
    r"(?:(?<![\d.,])\d[\d.,]{0,15}"
    r"|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eine[nmrs]?"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b|[一两三四五六七八九十半几])"
)
_SPAN: Final = rf"{_NUMBER}(?:\s?(?:-|–|to|bis|至|到)\s?{_NUMBER})?[\s-]?(?:{_UNIT_OF_TIME})"
_MONEY: Final = (
    r"[€$£¥￥]\s?\d|(?<![\d.,])\d[\d.,]{0,15}\s?"
    r"(?:[€$£¥￥%]|EUR|USD|GBP|CHF|euros?\b|dollars?\b|pounds?\b"
    r"|francs?\b"
    r"|cents?\b|franken\b|元|块|欧元|美元|英镑)|\b(?:EUR|USD|GBP|CHF)\s?\d"
    r"|\b(?:free|no (?:extra )?(?:charge|cost|fee)s?|kostenlos|kostenfrei|gratis|umsonst)\b"
    r"|免费|包邮|(?<![\d.,])\d[\d,]{0,15}\s?(?:円|บาท)|無料|ฟรี"
)
_CLOCK: Final = (
    r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?(?:am|pm|uhr|o'clock)\b|\d{1,2}\s?[点号日]"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:mon|diens|donners|frei|sams"
    r"|sonn)tags?\b"
    r"|\bmittwochs?\b|(?:星期|周)[一二三四五六日天末]|\b(?:today|tomorrow|heute|morgen)\b"
    r"|\bat once\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|januar|februar|märz|mai|juni|juli|oktober|dezember)\b|\b(?:immediately|sofort)\b|立即|当天"
)
_EACH: Final = (
    rf"(?:(?:other|few|zweite[nmrs]?|paar|{_NUMBER})\s?(?:-|–|to|bis)?\s?(?:{_NUMBER})?\s?)?"
    rf"(?:{_UNIT_OF_TIME}|km\b|kilomet|miles?\b|time\b|mal\b)"
)
_RHYTHM: Final = (
    rf"\b(?:every|each|alle|jede[nmrs]?) {_EACH}"
    r"|\b(?:once|twice|(?:\d+|two|three|four|several) times|einmal|zweimal|dreimal|\d+ ?mal)\b"
    r"|\b(?:dai|week|month|year|annual|quarter|hour|regular)ly\b|\bnever\b|\bnie(?:mals)?\b"
    r"|(?:täg|wöchent|monat|jähr|stünd|regelmäß)(?:lich|ig)"
    r"|每(?:隔|[一二两三四五六七八九十\d个天日周月年次])|[一两三四五六\d]次"
)
_HELD: Final = {
    Fact.MONEY: re.compile(_MONEY, re.IGNORECASE),
    Fact.DURATION: re.compile(rf"{_SPAN}|{_CLOCK}", re.IGNORECASE),
    Fact.TIME: re.compile(rf"{_SPAN}|{_CLOCK}", re.IGNORECASE),
    Fact.RHYTHM: re.compile(_RHYTHM, re.IGNORECASE),
    Fact.FIGURE: re.compile(_NUMBER, re.IGNORECASE),
    Fact.PLACE: re.compile(
        r"\b(?:in|at|on|under|behind|near|inside|below|above|beside|via|im|am|auf|unter|hinter"
        r"|neben|bei|über)\b|[>→]|://|在|位于|里|下面|上面"
        r"|に|で|ที่",
        re.IGNORECASE,
    ),
    Fact.YES_NO: re.compile(
        r"\b(?:yes|no|not|never|only|cannot|can|may|must|always|possible|allowed|free to"
        r"|included|covered|ja|nein|nicht|keine?[nmrs]?|nur|kann|können|dürfen|darf|müssen|muss"
        r"|möglich|erlaubt|free of charge|kostenlos|gratis)\b|n't\b"
        r"|免费|不|可以|能|无法|没有|只|必须|支持"
        r"|でき|ません|可能|無料|ได้|ไม่|ฟรี",
        re.IGNORECASE,
    ),
}
_ASKED: Final = (
    (
        Fact.MONEY,
        r"\bhow much (?:does|do|is|are|was|will|would|did|must|should|for|to|money|extra|more)\b"
        r"(?!.*\b(?:weigh|weight|power|air|time)\b)|\bhow (?:expensive|dear)\b|\bwhat(?:'s| is"
        r"| are)?"
        r"(?: (?!(?:includ|contain|cover)\w*\b)\w+){0,4} (?:price|cost|fee|charge)s?\b"
        r"|\bcosts? (?:me|us|to)\b"
        r"|\bdo(?:es)? (?:\w+ )+cost\b"
        r"|\bwie ?teuer\b|\bkoste[nt]?\b|\bwas (?:kostet|zahlt|bezahlt)\b|多少钱|价格|费用|运费"
        r"|收费|いくら|料金|ราคา|กี่บาท|ค่า.*เท่าไ",
    ),
    (
        Fact.RHYTHM,
        r"\bhow (?:often|frequently)\b|\bwie ?(?:oft|häufig)\b|多久.{0,6}一次|多长时间.{0,6}一次",
    ),
    (
        Fact.DURATION,
        r"\bhow long\b|\bhow many (?:business |working )?(?:minutes|hours|days|weeks|months"
        r"|years)\b"
        r"|\bhow (?:soon|quickly|fast)\b|\bwie ?lange?\b|\bwie schnell\b|\bwie viele (?:minuten"
        r"|stunden"
        r"|tage|wochen|monate|jahre)\b|多久|多长时间|几天|多少天|几个月"
        r"|どのくらい|どれくらい|何日|何時間|นานเท่าไ|กี่(?:วัน|ชั่วโมง)",
    ),
    (
        Fact.TIME,
        r"(?:^|[.!?;\n])(?:(?!\b(?:what|which|who|how|why|where)\b)[^.!?;\n])*\bwhen\b"
        r"|\b(?:and|or|but) when\b|\bwhat time\b"
        r"|\b(?:by|until|till) (?:when|what)\b|\bopening (?:hours|times)\b"
        r"|\bwann\b|\böffnungszeiten\b|什么时候|几点|何时|营业时间"
        r"|いつ|何時|เมื่อไ|กี่โมง",
    ),
    (
        Fact.FIGURE,
        r"\bhow (?:many|much|heavy|far|big|large|high|tall|old|wide)\b|\bwhat(?:'s| is"
        r"| are)? "
        r"(?:\w+ ){0,3}(?:pressure|weight|limit|maximum|minimum|number|size|torque|range|speed)\b"
        r"|\bwie ?(?:viele?|schwer|weit|groß|hoch|alt)\b|多少|几[个次]|多重|多大|多远",
    ),
    (Fact.PLACE, r"\bwhere\b|\bwo(?:hin|her)?\b|在?哪[里儿]|什么地方|どこ|ที่ไหน"),
    (
        Fact.YES_NO,
        r"(?:^|[,.;:!?\n] ?(?:and |but |so )?)(?:can|could|do|does|did|is|are|will|would|may"
        r"|must|should"
        r"|have|has|am|kann|könnte?n?|darf|dürfen|muss|müssen|ist|sind|gibt|hat|habt|haben|geht"
        r"|wird"
        r"|werden|soll)\b|[吗嘛]|能不能|可不可以|可以.{0,12}[?？]|是否|是不是|有没有"
        r"|(?:ます|です)か|ไหม|หรือเปล่า",
    ),
)
_ASKING: Final = tuple((fact, re.compile(words, re.IGNORECASE)) for fact, words in _ASKED)
_LOOKED_AT: Final = 400
"""Characters of a message; whoever writes more asks for more than one fact."""


def fact_asked_for(text: str) -> Fact | None:
    """The kind of fact that ``text`` asks for; None where it asks for none, or for something else.

    The narrowest kind counts: "can you tell me how long …" asks for a time, not for a yes.
    """
    text = text[:_LOOKED_AT]
    return next((fact for fact, words in _ASKING if words.search(text)), None)


def without_asking(text: str) -> str:
    """``text`` without the words that only ask for the kind of fact.

    Those for a time may stand far behind what is named ("… and when?"), and stay.
    """
    fact = fact_asked_for(text)
    if fact in (None, Fact.TIME):
        return text
    return next(words for each, words in _ASKING if each is fact).sub(" ", text)


def holds(fact: Fact, text: str) -> bool:
    """Whether something of that kind stands in ``text``."""
    return _HELD[fact].search(text) is not None
