"""The measures that questions ask for: their words, units and rivals; data for ``measures.py``.

English, German and Chinese stand here, ``measure_words.py`` adds more languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from retrieval.measure_words import BORNE, FREE, LEFT, PARTICULAR, WORDS


@dataclass(frozen=True, slots=True)
class Measure:
    """``asked`` finds a question for it, ``unit`` a figure, ``own`` the words that name it.

    ``rival`` words in a figure's clause make it a figure of something else. Where ``told``, the
    unit is also that of other measures, and only a clause or heading with its own words will do.
    ``stated`` says the unit of bare numbers ("all heights in centimetres").
    ``aside`` are words of a question that do not say what is to be measured.
    """

    name: str
    asked: re.Pattern[str]
    unit: re.Pattern[str]
    own: re.Pattern[str]
    rival: re.Pattern[str] | None = None
    told: bool = False
    stated: re.Pattern[str] | None = None
    aside: re.Pattern[str] | None = None


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern that finds any of ``alternatives``, in capitals or not."""
    return re.compile("|".join(alternatives), re.IGNORECASE)


_NUMBER: Final = r"\d[\d.,]{0,15}"
"""Of bounded length, so that a long run of digits is passed over in linear time."""
_FIGURE: Final = rf"(?<![A-Za-z\d.,_]){_NUMBER}\s?(?:-|–|to |bis |至|到)?\s?(?:{_NUMBER})?[\s-]?"
_END: Final = r"(?![a-zäöü])"
_MASS: Final = any_of(
    rf"{_FIGURE}(?:kg|kilos?|kilogram(?:m|me)?s?|g|gram(?:m|me|s|mes)?|lbs?|t|tonnes?|tonnen?"
    rf"|chili|chilogrammi|quilos){_END}",
    rf"{_FIGURE}(?:公斤|千克|斤|克|吨)",
)
_SPACE: Final = any_of(
    rf"{_FIGURE}(?:mm|cm|m|(?:centi|milli)?m(?:et(?:re|er|ro|ri)s?|ètres?)|centímetros?"
    rf"|inch(?:es)?|zoll|ft|feet|foot){_END}",
    rf"{_FIGURE}(?:毫米|厘米|公分|米|英寸|寸)",
)
_SPACE_STATED: Final = any_of(
    r"\b(?:in|en|em) (?:mm|cm|(?:centi|milli)?m(?:et(?:re|er|ro|ri)s?|ètres?)|centímetros?"
    r"|inch(?:es)?|zoll|feet)\b",
    r"[(（](?:mm|cm|in|毫米|厘米|公分|米)[)）]",
)
_YEARS: Final = any_of(
    r"\b(?:aged?|ages|over|under|from|ab|unter|über)\s(?:of\s)?\d+\b(?!\s?(?:kg|cm|[€%]))",
    rf"{_FIGURE}(?:years?|months?|jahre?n?|monate?n?|ans|mois|años|meses|anni|mesi|anos|jaar"
    rf"|maanden){_END}",
    r"(?<!\d)\d{1,4}\s?(?:个?月|岁|周岁|年)",
)
_BEARS: Final = (
    r"\b(?:carr(?:y|ies|ied)|bears?|supports?|max(?:imum|\.)?|at most|up to"
    r"|(?:no|not) (?:more|heavier) than|allowed|limit(?:ed)?|total|payload|loads?|loaded|capacity"
    r"|may weigh|can weigh|(?:approved|rated|suitable|designed|made|built) (?:for|to)"
    r"|trägt|tragen|traglast|belastbar|höchstens|maximal|bis(?: zu)?|zulässig|erlaubt"
    r"|zuladung|gesamtgewicht|zugelassen|geeignet|ausgelegt)\b"
    r"|\b(?:holds?|takes?|above|below|over|under|hält|über|unter) (?:\w+ ){0,2}\d"
    r"|承重|载重|承载|限重|最大|最多|最重|不超过|不得超过|以内|以下|适合|适用"
)
_CARRIED: Final = (
    r"\b(?:children|child|kids?|bab(?:y|ies)|riders?|drivers?|passengers?|people|persons?|adults?"
    r"|users?|luggage|bags?|cargo|kind(?:er|ern|es)?|fahrer(?:in|innen)?|erwachsenen?|gepäck)\b"
    r"|孩子|儿童|骑手|乘客|行李"
)
"""Who and what is carried: its weight is not that of the thing, nor what the thing bears."""
_MEANT_FOR: Final = (
    rf"(?:{_CARRIED})[^\d]{{0,20}}\b(?:from|between|of|ab|von|zwischen) \d[\d.,]{{0,9}}\s?(?:kg )?"
    r"(?:to|and|-|–|bis|und)\b"
)
_PARTICULAR: Final = (
    r"\b(?:an?|one|two|three|four|his|her|ein(?:e[nmrs]?)?|zwei|drei) (?:[\w-]+ ){1,3}?"
    r"(?:of|with|at|weighing|von|mit) \d"
)
_LEFT: Final = r"\b(?:leaves?|left|remain(?:s|ing)?|bleib(?:t|en)|übrig)\b|还剩|剩下"
"""What one rider weighs, and what is left then: a sum that was done for somebody."""
_WEIGHS: Final = r"\bweigh(?:s|ed|ing|t|ts)?\b|\bgewichte?\b|\bwiegt\b|\bwiegen\b|重"
_DIMENSIONS: Final = {
    "length": r"\blong\b|\blength\b|\blang\b|\blänge\b|长",
    "width": r"\bwide\b|\bwidth\b|\bbreite?\b|宽",
    "height": r"\btall\b|\bheights?\b|\bhigh\b|\bhoch\b|\bhöhe\b|高",
    "depth": r"\bdeep\b|\bdepth\b|\btief\b|\btiefe\b|深",
    "thickness": r"\bthick(?:ness)?\b|\bdicke?\b|厚",
}
_ASKED_DIMENSIONS: Final = {
    "length": r"\bhow long\b.*\b(?:cm|met(?:re|er)s?|inch(?:es)?|feet)\b"
    r"|\bwhat(?:'s| is) the length\b"
    r"(?! of (?:time|stay|(?:\w+ )?(?:guarantee|warranty|contract|subscription|trial|rental)))"
    r"|\blänge\b|多长(?!时)",
    "width": r"\bhow wide\b|\bwhat(?:'s| is) the width\b|\bwie breit\b|\bbreite\b|多宽|宽度",
    "height": r"\bhow tall\b|\bwhat(?:'s| is) the height\b|多高|高度",
    "depth": r"\bhow deep\b|\bwhat(?:'s| is) the depth\b|\bwie tief\b|多深|深度",
    "thickness": r"\bhow thick\b|\bwie dick\b|多厚|厚度",
}


def _dimension(name: str) -> Measure:
    others = [words for other, words in _DIMENSIONS.items() if other != name]
    return Measure(
        name,
        any_of(_ASKED_DIMENSIONS[name]),
        _SPACE,
        any_of(_DIMENSIONS[name]),
        any_of(*others),
        stated=_SPACE_STATED,
    )


_MEASURES: Final = (
    Measure(
        "load",
        any_of(
            r"\bhow (?:heavy|much weight)\b.*\b(?:can|may|must|could|allowed|at most|carry|hold"
            r"|bear|take|support)\b",
            r"\bhow much\b.*\b(?:can|may|could|does|do|will)\b.*\b(?:carry|bear|weigh at most)\b",
            r"\bhow much (?:can|may)\b.*\bweigh\b",
            r"\b(?:max(?:imum|\.)?|highest|total|permitted|most) (?:\w+ ){0,2}"
            r"(?:weight|load|carry)",
            r"\b(?:weight limit|payload|load capacity|traglast|zuladung|höchstgewicht"
            r"|gesamtgewicht|maximalgewicht)\b|\bwie schwer (?:darf|dürfen|kann)\b",
            r"\bwie ?viel\b.*\b(?:trägt|tragen|aushält)\b",
            r"重量.{0,3}限|承重|载重|限重|最重|能(?:承|载)",
        ),
        _MASS,
        any_of(_BEARS, _MEANT_FOR),
        any_of(
            r"\bweighs?\b(?! (?:at most|up to))|\bwiegt\b|\bweight of the\b|自重",
            _PARTICULAR,
            _LEFT,
        ),
        told=True,
        aside=any_of(_CARRIED),
    ),
    Measure(
        "weight",
        any_of(
            r"\bhow heavy\b|\bhow many (?:kilo(?:gram\w*|s)?|kgs?|grams)\b(?! of\b)",
            r"\bhow many pounds\b(?! of\b)(?!.*\b(?:costs?|pay|paid|back|save|charged?|owe)\b)",
            r"\bhow much (?:do|does|did|will|would)\b.*\bweigh\b",
            r"\bwhat(?:'s| is| does| do)\b.*\bweigh(?:t|s)?\b|^(?:the )?weight of\b",
            r"\bwie schwer\b|\b(?:was|wie ?viel) wieg(?:t|en)\b|\bwelches gewicht\b",
            r"多重|有多沉|重量|重多少|多少(?:公斤|千克|斤|克)",
        ),
        _MASS,
        any_of(_WEIGHS),
        any_of(_BEARS, _CARRIED, _LEFT),
        told=True,
    ),
    Measure(
        "age",
        any_of(
            r"\bhow old\b|\b(?:what|which|minimum) age\b|\bage limit\b",
            r"\bwie alt\b|\b(?:welche[mns]?|das) alter\b|\bmindestalter\b|几岁|多少岁|年龄",
        ),
        _YEARS,
        any_of(
            r"\bold(?:er)?\b|\bage[ds]?\b|\balt\b|\bälter\b|\balters?\b",
            r"\b(?:ab|unter) \d+ jahren|岁",
        ),
        told=True,
    ),
    Measure(
        "speed",
        any_of(
            r"\b(?:top|maximum|max) speed\b",
            r"\bhow fast (?:do|does|can|will)\b.*\b(?:go(?! through\b)|ride|drive|run)\b",
            r"\bhöchstgeschwindigkeit\b|\bwie schnell (?:fährt|fahren)\b|时速|最高速度|跑多快",
        ),
        any_of(rf"{_FIGURE}(?:km/[hu]|kmh|kph|mph)|时速|公里每小时"),
        any_of(r"\bspeed\b|\bschnell\b|速"),
    ),
    Measure(
        "range",
        any_of(
            r"\bhow far (?:can|could|does|do|did|will|away)\b"
            r"|\bhow far (?:is|are)\b.*\b(?:from|to|away)\b"
            r"|\bwhat(?:'s| is) the range\b(?! of (?!(?:this|its)\b)\w+s\b)|\brange of (?!\w+s\b)",
            r"\bhow many (?:km|kilomet\w+|miles)\b(?! per\b)",
            r"\bwie weit\b(?! (?:seid ihr|sind sie|ist (?:mein|unser)\w*)\b"
            r"(?!.*\b(?:entfernt|weg)\b))"
            r"|\breichweite\b|\bwie viele (?:km|kilometer)\b|多远|续航|里程|多少公里",
        ),
        any_of(
            rf"{_FIGURE}(?:k?m|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|meilen?|m[èe]tres?"
            rf"|kilomètres?|kilómetros?|chilometri|quil[óô]metros?|metr[io]s?|minut\w+){_END}(?!/h)",
            rf"{_FIGURE}(?:公里|千米|里|米)|分钟",
        ),
        any_of(r"\brange\b|\bfar\b|\breichweite\b|续航|里程"),
    ),
    Measure(
        "temperature",
        any_of(
            r"\b(?:what|which) temperatures?\b|\bhow (?:hot|cold|warm)\b",
            r"\bwie (?:heiß|warm|kalt)\b|\b(?:welche[rn]?|bei) temperatur\w*\b|多少度|几度|温度",
        ),
        any_of(
            r"\d\s?°|\b\d+\s?(?:degrees|grad|degrés|grados|gradi|graus|graden)\b|\d\s?(?:度|℃)|\bfreezing\b"
        ),
        any_of(r"\btemperatur|温度"),
    ),
    Measure(
        "pressure",
        any_of(
            r"\b(?:what|which|how much)\b.*\b(?:pressure|air)\b"
            r"(?! (?:pump|filter|washer|cooker|gauge)s?\b)",
            r"\b(?:welche[rn]?|wie ?viel)\b.*(?:druck\b|\bbar\b|\bluft\b)|胎压|气压|打多少气",
        ),
        any_of(rf"{_FIGURE}(?:bar|psi|kpa|mm){_END}|{_FIGURE}(?:巴|毫米)"),
        any_of(r"\bpressure\b|druck\b|压"),
    ),
    Measure(
        "power",
        any_of(r"\bhow many watts?\b|\bhow powerful\b|\bwie ?viele? watt\b|多少瓦|功率"),
        any_of(rf"{_FIGURE}k?w(?:atts?)?\b|{_FIGURE}千?瓦"),
        any_of(r"\bpower\b|\bwatt\b|\bleistung\b|功率"),
    ),
    Measure(
        "torque",
        any_of(r"\btorque\b|\bdrehmoment\b|扭矩|扭力"),
        any_of(rf"{_FIGURE}(?:nm|ft[- ]?lbs?){_END}|{_FIGURE}牛"),
        any_of(r"\btorque\b|\bdrehmoment\b|扭"),
    ),
    *map(_dimension, _DIMENSIONS),
    Measure(
        "price",
        any_of(
            r"\bhow much (?:do|does|is|are|will|would)\b.*\bcosts?\b",
            r"\bhow much (?:is|are)\b(?! (?:left|in|enough|too|allowed|there)\b)",
            r"\bwhat (?:do|does|will)\b.*\bcost\b",
            r"\bwhat(?:'s| is| are)? the (?:\w+ )?(?:price|cost|fee)s?\b",
            r"\bwas kostet\b|\bwie ?viel kostet\b|\bwie ?teuer\b|多少钱|价格是|怎么收费|什么价",
        ),
        any_of(
            rf"[€$£¥￥]\s?\d|(?<![\d.,]){_NUMBER}\s?(?:[€$£¥￥]|EUR|USD|GBP|CHF|euros?\b|dollars?\b|pounds?\b"
            r"|francs?\b|franken\b|cents?\b|元|块|欧元|美元|英镑|角)|\b(?:EUR|USD|GBP|CHF)\s?\d",
            r"\b(?:free|nothing|no (?:extra )?(?:charge|cost|fee)s?|(?:pay|expense|included|gratis"
            r"|kostenlos|kostenfrei|umsonst))\b|免费|包邮|不收|自付|承担",
            FREE,
        ),
        any_of(r"\bcosts?\b|\bprices?\b|\bfees?\b|\bkostet\b|\bpreis\b|价|费"),
    ),
)


def _in_more_languages(measure: Measure) -> Measure:
    words, rivals = WORDS[measure.name], measure.rival.pattern if measure.rival else ""
    if measure.name == "load":
        rivals = "|".join((rivals, WORDS["weight"].own, PARTICULAR, LEFT))
    elif measure.name == "weight":
        rivals = "|".join((rivals, WORDS["load"].own, BORNE, LEFT))
    elif measure.name in _DIMENSIONS:
        others = (WORDS[each].own for each in _DIMENSIONS if each != measure.name)
        rivals = "|".join((rivals, *others))
    return replace(
        measure,
        asked=any_of(measure.asked.pattern, words.asked),
        own=any_of(measure.own.pattern, words.own),
        rival=any_of(rivals) if rivals else None,
        aside=any_of(measure.aside.pattern, BORNE) if measure.aside else None,
    )


MEASURES: Final = tuple(map(_in_more_languages, _MEASURES))
