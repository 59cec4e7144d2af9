"""What a question wants measured: the weight of a thing, the load it bears, its length, its range.

Two figures of one unit may be figures of two matters: 25 kg may be what a thing weighs or what it
carries, 16 years an age or a time. So a figure is told by its unit and by the words of its clause.
English, German and Chinese; elsewhere nothing counts as asked for. What a text is about is not
known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from knowledge.passages import split_sentences
from retrieval.blocks import without_marker


@dataclass(frozen=True, slots=True)
class Measure:
    """``asked`` finds a question for it, ``unit`` a figure, ``own`` the words that name it.

    ``rival`` words in a figure's clause make it a figure of something else. Where ``told``, the
    unit is also that of other measures, and only a clause or heading with its own words will do.
    ``aside`` are words of a question that do not say what is to be measured.
    """

    name: str
    asked: re.Pattern[str]
    unit: re.Pattern[str]
    own: re.Pattern[str]
    rival: re.Pattern[str] | None = None
    told: bool = False
    aside: re.Pattern[str] | None = None


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_NUMBER: Final = r"\d[\d.,]{0,15}"
"""Of bounded length, so that a long run of digits is passed over in linear time."""
_FIGURE: Final = rf"(?<![A-Za-z\d.,_]){_NUMBER}\s?(?:-|–|to |bis |至|到)?\s?(?:{_NUMBER})?[\s-]?"
_END: Final = r"(?![a-zäöü])"
_MASS: Final = _words(
    rf"{_FIGURE}(?:kg|kilos?|kilogram(?:m|me)?s?|g|gram(?:m|me|s|mes)?|lbs?|t|tonnes?|tonnen?){_END}",
    rf"{_FIGURE}(?:公斤|千克|斤|克|吨)",
)
_SPACE: Final = _words(
    rf"{_FIGURE}(?:mm|cm|m|met(?:re|er)s?|inch(?:es)?|zoll|ft|feet|foot){_END}",
    rf"{_FIGURE}(?:毫米|厘米|公分|米|英寸|寸)",
)
_YEARS: Final = _words(
    r"\b(?:aged?|ages|over|under|from|ab|unter|über)\s(?:of\s)?\d+\b(?!\s?(?:kg|cm|[€%]))",
    rf"{_FIGURE}(?:years?|months?|jahre?n?|monate?n?){_END}",
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
_BORNE: Final = (
    r"\b(?:children|child|kids?|bab(?:y|ies)|riders?|drivers?|passengers?|people|persons?|adults?"
    r"|users?|luggage|bags?|cargo|kind(?:er|ern|es)?|fahrer(?:in|innen)?|erwachsenen?|gepäck)\b"
    r"|孩子|儿童|骑手|乘客|行李"
)
"""Who and what is carried: its weight is not that of the thing, nor what the thing bears."""
_MEANT_FOR: Final = (
    rf"(?:{_BORNE})[^\d]{{0,20}}\b(?:from|between|of|ab|von|zwischen) \d[\d.,]{{0,9}}\s?(?:kg )?"
    r"(?:to|and|-|–|bis|und)\b"
)
_EXAMPLE: Final = _words(
    r"\b(?:for (?:example|instance)|an? example|example:|e\.g\.|say,|zum beispiel|beispielsweise"
    r"|beispiel:|z\. ?b\.)|例如|比如|举例",
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
        name, _words(_ASKED_DIMENSIONS[name]), _SPACE, _words(_DIMENSIONS[name]), _words(*others)
    )


MEASURES: Final = (
    Measure(
        "load",
        _words(
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
        _words(_BEARS, _MEANT_FOR),
        _words(
            r"\bweighs?\b(?! (?:at most|up to))|\bwiegt\b|\bweight of the\b|自重",
            _PARTICULAR,
            _LEFT,
        ),
        told=True,
        aside=_words(_BORNE),
    ),
    Measure(
        "weight",
        _words(
            r"\bhow heavy\b|\bhow many (?:kilo(?:gram\w*|s)?|kgs?|grams)\b(?! of\b)",
            r"\bhow many pounds\b(?! of\b)(?!.*\b(?:costs?|pay|paid|back|save|charged?|owe)\b)",
            r"\bhow much (?:do|does|did|will|would)\b.*\bweigh\b",
            r"\bwhat(?:'s| is| does| do)\b.*\bweigh(?:t|s)?\b|^(?:the )?weight of\b",
            r"\bwie schwer\b|\b(?:was|wie ?viel) wieg(?:t|en)\b|\bwelches gewicht\b",
            r"多重|有多沉|重量|重多少|多少(?:公斤|千克|斤|克)",
        ),
        _MASS,
        _words(_WEIGHS),
        _words(_BEARS, _BORNE, _LEFT),
        told=True,
    ),
    Measure(
        "age",
        _words(
            r"\bhow old\b|\b(?:what|which|minimum) age\b|\bage limit\b",
            r"\bwie alt\b|\b(?:welche[mns]?|das) alter\b|\bmindestalter\b|几岁|多少岁|年龄",
        ),
        _YEARS,
        _words(
            r"\bold(?:er)?\b|\bage[ds]?\b|\balt\b|\bälter\b|\balters?\b",
            r"\b(?:ab|unter) \d+ jahren|岁",
        ),
        told=True,
    ),
    Measure(
        "speed",
        _words(
            r"\b(?:top|maximum|max) speed\b",
            r"\bhow fast (?:do|does|can|will)\b.*\b(?:go(?! through\b)|ride|drive|run)\b",
            r"\bhöchstgeschwindigkeit\b|\bwie schnell (?:fährt|fahren)\b|时速|最高速度|跑多快",
        ),
        _words(rf"{_FIGURE}(?:km/h|kmh|kph|mph)|时速|公里每小时"),
        _words(r"\bspeed\b|\bschnell\b|速"),
    ),
    Measure(
        "range",
        _words(
            r"\bhow far (?:can|could|does|do|did|will|away)\b"
            r"|\bhow far (?:is|are)\b.*\b(?:from|to|away)\b"
            r"|\bwhat(?:'s| is) the range\b(?! of (?!(?:this|its)\b)\w+s\b)|\brange of (?!\w+s\b)",
            r"\bhow many (?:km|kilomet\w+|miles)\b(?! per\b)",
            r"\bwie weit\b(?! (?:seid ihr|sind sie|ist (?:mein|unser)\w*)\b"
            r"(?!.*\b(?:entfernt|weg)\b))"
            r"|\breichweite\b|\bwie viele (?:km|kilometer)\b|多远|续航|里程|多少公里",
        ),
        _words(
            rf"{_FIGURE}(?:k?m|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|meilen?|minut\w+){_END}(?!/h)",
            rf"{_FIGURE}(?:公里|千米|里|米)|分钟",
        ),
        _words(r"\brange\b|\bfar\b|\breichweite\b|续航|里程"),
    ),
    Measure(
        "temperature",
        _words(
            r"\b(?:what|which) temperatures?\b|\bhow (?:hot|cold|warm)\b",
            r"\bwie (?:heiß|warm|kalt)\b|\b(?:welche[rn]?|bei) temperatur\w*\b|多少度|几度|温度",
        ),
        _words(r"\d\s?°|\b\d+\s?(?:degrees|grad)\b|\d\s?(?:度|℃)|\bfreezing\b"),
        _words(r"\btemperatur|温度"),
    ),
    Measure(
        "pressure",
        _words(
            r"\b(?:what|which|how much)\b.*\b(?:pressure|air)\b"
            r"(?! (?:pump|filter|washer|cooker|gauge)s?\b)",
            r"\b(?:welche[rn]?|wie ?viel)\b.*(?:druck\b|\bbar\b|\bluft\b)|胎压|气压|打多少气",
        ),
        _words(rf"{_FIGURE}(?:bar|psi|kpa|mm){_END}|{_FIGURE}(?:巴|毫米)"),
        _words(r"\bpressure\b|druck\b|压"),
    ),
    Measure(
        "power",
        _words(r"\bhow many watts?\b|\bhow powerful\b|\bwie ?viele? watt\b|多少瓦|功率"),
        _words(rf"{_FIGURE}k?w(?:atts?)?\b|{_FIGURE}千?瓦"),
        _words(r"\bpower\b|\bwatt\b|\bleistung\b|功率"),
    ),
    Measure(
        "torque",
        _words(r"\btorque\b|\bdrehmoment\b|扭矩|扭力"),
        _words(rf"{_FIGURE}(?:nm|ft[- ]?lbs?){_END}|{_FIGURE}牛"),
        _words(r"\btorque\b|\bdrehmoment\b|扭"),
    ),
    *map(_dimension, _DIMENSIONS),
    Measure(
        "price",
        _words(
            r"\bhow much (?:do|does|is|are|will|would)\b.*\bcosts?\b",
            r"\bwhat (?:do|does|will)\b.*\bcost\b",
            r"\bwhat(?:'s| is| are)? the (?:\w+ )?(?:price|cost|fee)s?\b",
            r"\bwas kostet\b|\bwie ?teuer\b|多少钱|价格是|怎么收费|什么价",
        ),
        _words(
            rf"[€$£¥￥]\s?\d|(?<![\d.,]){_NUMBER}\s?(?:[€$£¥￥]|EUR|USD|GBP|CHF|euros?\b|dollars?\b|pounds?\b"
            r"|francs?\b|franken\b|cents?\b|元|块|欧元|美元|英镑|角)|\b(?:EUR|USD|GBP|CHF)\s?\d",
            r"\b(?:free|nothing|no (?:extra )?(?:charge|cost|fee)s?|(?:pay|expense|included|gratis"
            r"|kostenlos|kostenfrei|umsonst))\b|免费|包邮|不收|自付|承担",
        ),
        _words(r"\bcosts?\b|\bprices?\b|\bfees?\b|\bkostet\b|\bpreis\b|价|费"),
    ),
)
_CONDITION: Final = re.compile(
    r"\W*(?:if|as long as|provided|wenn|falls|sofern|solange)\b|\W*(?:如果|只要)", re.IGNORECASE
)
_CONCEDED: Final = re.compile(
    r",?\s*\b(?:even (?:if|though)|although|though|selbst wenn|auch wenn|obwohl|obgleich)\b"
    r"[^,;.!?]*"
    r"|(?:即使|虽然|尽管)[^，。；]*",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"[;!?\n。！？；]|(?<!例如)，|(?<!\bexample)(?<!\binstance),(?=\s|\*|$)|(?<!\bmax)(?<!\bmin)(?<!\bapprox)(?<!\bca)\.(?=\s|\*|$)"
    r"|\s(?:and|but|und|aber)\s(?!\d)|(?<=[\u4e00-\u9fff]),",
    re.IGNORECASE,
)
_ASKING: Final = _words(
    r"\b(?:how|what|which|much|many|heavy|long|wide|tall|deep|thick|fast|far|hot|cold|warm|powerful"
    r"|weighs?|weight|does|do|is|are|need|go|kilos?|kilogram\w*|kgs?|pounds?|grams?|km|kilomet\w+|miles?|watts?|air"
    r"|wie|was|viele?|schwer|lang|breit|tief|dick|schnell|weit|heiß|warm|kalt|teuer|welche[rns]?)\b",
    r"请问|多少|公斤|千克|公里|钱|多[重长宽高深厚远快沉]|几[岁度]|什么|怎么|需要|的|是|有|要|吗|呢|能|可以|[?？]",
)
_DIGIT: Final = re.compile(r"\d")
_UNIT_IN_HEAD: Final = re.compile(r"[(（][^()（）\n]{1,12}[)）]\s*\|")
_LOOKED_AT: Final = 300
"""Characters of a message; whoever writes more asks for more than one figure."""


def measure_asked_for(text: str) -> Measure | None:
    """What ``text`` wants measured; None where it wants nothing measured, or something else."""
    text = text[:_LOOKED_AT]
    return next((each for each in MEASURES if each.asked.search(text)), None)


def subject_of(text: str, measure: Measure) -> str:
    """``text`` without the words by which it asks for ``measure``: what is to be measured."""
    named = measure.own.sub(" ", _ASKING.sub(" ", text))
    return measure.aside.sub(" ", named) if measure.aside else named


def mentions_unit(measure: Measure, text: str) -> bool:
    """Whether ``text`` may hold a figure of ``measure``; bare numbers may have it in a head."""
    return measure.unit.search(text) is not None or _UNIT_IN_HEAD.search(text) is not None


def gives(measure: Measure, text: str, above: str = "") -> bool:
    """Whether ``text`` holds a figure of ``measure``; ``above`` are the headings over it."""
    return any(_is_own(measure, clause, above) for clause in _figures(measure, text))


def told_until(measure: Measure, text: str, above: str = "") -> str | None:
    """``text`` as far as the sentence that gives a figure of ``measure``; None where none does.

    What comes later, or is conceded ("even if …"), does not say what the figure is of.
    """
    sentences = split_sentences(without_marker(text))
    for number, sentence in enumerate(sentences, start=1):
        if gives(measure, sentence, above):
            return _CONCEDED.sub("", " ".join(sentences[:number]))
    return None


def _figures(measure: Measure, text: str) -> Iterator[str]:
    return (each for each in _CLAUSE.split(text) if each and measure.unit.search(each))


def _is_own(measure: Measure, clause: str, above: str) -> bool:
    rival = measure.rival is not None and measure.rival.search(clause) is not None
    if measure.own.search(clause):
        return not rival or not measure.told or measure.name == "load"
    if rival or _EXAMPLE.search(clause):
        return False
    return not measure.told or (
        _CONDITION.match(clause) is None
        and measure.own.search(above) is not None
        and (measure.rival is None or measure.rival.search(above) is None)
    )


def lacks_figure(question: str, answers: Iterable[str]) -> bool:
    """Whether ``question`` wants a figure, and ``answers`` give figures, but none such.

    An answer in words may say where to look, and a price may be told in words. Whoever wrote an
    answer need not repeat what it measures, so any figure in the unit counts that is not plainly
    of something else.
    """
    measure = measure_asked_for(question)
    if measure is None or measure.name == "price":
        return False
    told = [answer for answer in answers if _DIGIT.search(answer)]
    return bool(told) and not any(
        _may_be_own(measure, clause) for answer in told for clause in _figures(measure, answer)
    )


def _may_be_own(measure: Measure, clause: str) -> bool:
    rival = measure.rival is not None and measure.rival.search(clause) is not None
    return not rival or measure.own.search(clause) is not None
