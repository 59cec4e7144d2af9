"""What a question wants measured: the weight of a thing, the load it bears, its length, its range.

Two figures of one unit may be figures of two matters: 25 kg may be what a thing weighs or what it
carries, 16 years an age or a time. So a figure is told by its unit and by the words of its clause.
English, German, Chinese, French, Spanish, Italian, Portuguese and Dutch; elsewhere nothing counts
as asked for. What a text is about is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from knowledge.passages import split_sentences
from retrieval.blocks import without_marker
from retrieval.measure_catalogue import MEASURES, Measure, any_of
from retrieval.measure_words import ASKING, EXAMPLE, WORDS

_EXAMPLE: Final = any_of(
    r"\b(?:for (?:example|instance)|an? example|example:|e\.g\.|say,|zum beispiel|beispielsweise"
    r"|beispiel:|z\. ?b\.)|例如|比如|举例",
    EXAMPLE,
)
_FIGURATIVE: Final = any_of(
    r"\b(?:how (?:heavy|deep|cold|cool|wide|broad|far|thick|tall|warm|hot|powerful|high|long|big)"
    r"|(?:weight|depth|width|height|range|length) of)\b\W+(?:\w+\W+){0,4}?"
    r"(?:penalt(?:y|ies)|fines?|fees?|costs?|prices?|tax(?:es)?|dut(?:y|ies)|discounts?"
    r"|loss(?:es)?|risks?|chances?|odds|interest|rates?|demand|traffic|workload|schedule|accent"
    r"|choices?|selection|knowledge|experience|expertise|support|service|reception|welcome|feedback"
    r"|responses?|orders?|refunds?|search|offers?|competition|quality|votes?|opinions?"
    r"|decisions?|trust|commitment|debts?|differences?|fog|rain|snowfall|storms?|recession"
    r"|inflation|crisis|consequences|impact|influence|cuts?|gaps?|crowds?|tone|mood|coverage"
    r"|burden|responsibility|guarantee|warrant(?:y|ies)|insurance|policy)"
    r"(?= ?(?:$|[?!.,;]|(?:for|of|on|if|when|in|at|near|to|with|I|you|we|go|goes|reach\w*)\b))",
    r"\bwie (?:schwer|tief|breit|hoch|lang|dick|kalt|warm|weit)\b\W+(?:\w+\W+){0,3}?"
    r"(?:strafen?|prüfung|rabatte?|risik(?:o|en)|auswahl|nachfrage|kosten|steuern?|gebühr(?:en)?"
    r"|zinsen|empfang|service|krise|verluste?|entscheidung|folgen|anzahlung|preise?|nebel|regen"
    r"|versicherung|garantie|gewährleistung)\b",
)
"""What is heavy, deep or warm in a manner of speaking only."""
_CONDITION: Final = re.compile(
    r"\W*(?:if|as long as|provided|wenn|falls|sofern|solange)\b|\W*(?:如果|只要)", re.IGNORECASE
)
_CONCEDED: Final = re.compile(
    r",?\s*\b(?:even (?:if|though)|although|though|selbst wenn|auch wenn|obwohl|obgleich"
    r"|même si|bien que|aunque|anche se|embora|mesmo que|ook al)\b"
    r"[^,;.!?]*"
    r"|(?:即使|虽然|尽管)[^，。；]*",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"[;!?\n。！？；]|(?<!例如)，|(?<!\bexample)(?<!\binstance),(?=\s|\*|$)|(?<!\bmax)(?<!\bmin)(?<!\bapprox)(?<!\bca)\.(?=\s|\*|$)"
    r"|\s(?:and|but|und|aber|(?-i:et|mais|y|pero|ma|mas|maar))\s(?!\d)|(?<=[\u4e00-\u9fff]),",
    re.IGNORECASE,
)
_ASKING: Final = any_of(
    r"\b(?:how|what|which|much|many|heavy|long|wide|tall|deep|thick|fast|far|hot|cold|warm|powerful"
    r"|weighs?|weight|does|do|is|are|need|go|kilos?|kilogram\w*|kgs?|pounds?|grams?|km|kilomet\w+|miles?|watts?|air"
    r"|wie|was|viele?|schwer|lang|breit|tief|dick|schnell|weit|heiß|warm|kalt|teuer|welche[rns]?)\b",
    r"请问|多少|公斤|千克|公里|钱|多[重长宽高深厚远快沉]|几[岁度]|什么|怎么|需要|的|是|有|要|吗|呢|能|可以|[?？]",
)
_MORE_ASKING: Final = re.compile(ASKING, re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_UNIT_IN_HEAD: Final = re.compile(r"[(（][^()（）\n]{1,12}[)）]\s*\|")
_LOOKED_AT: Final = 300
"""Characters of a message; whoever writes more asks for more than one figure."""


def measure_asked_for(text: str) -> Measure | None:
    """What ``text`` wants measured; None where it wants nothing measured, or something else."""
    text = text[:_LOOKED_AT]
    figurative = _FIGURATIVE.search(text) is not None
    asked = (each for each in MEASURES if each.asked.search(text))
    return next((each for each in asked if each.name == "price" or not figurative), None)


def subject_of(text: str, measure: Measure) -> str:
    """``text`` without the words by which it asks for ``measure``: what is to be measured."""
    named = measure.own.sub(" ", _ASKING.sub(" ", text))
    if WORDS[measure.name].asks(text):
        named = _MORE_ASKING.sub(" ", named)
    return measure.aside.sub(" ", named) if measure.aside else named


def mentions_unit(measure: Measure, text: str) -> bool:
    """Whether ``text`` may hold a figure of ``measure``; bare numbers may have it in a head."""
    return measure.unit.search(text) is not None or _UNIT_IN_HEAD.search(text) is not None


def gives(measure: Measure, text: str, above: str = "") -> bool:
    """Whether ``text`` holds a figure of ``measure``; ``above`` are the headings over it."""
    figures = list(_figures(measure, text))
    headed = bool(figures) and _is_headed(measure, above)
    return any(_is_own(measure, clause, headed) for clause in figures)


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
    bare = measure.stated is not None and measure.stated.search(text) is not None
    for each in _CLAUSE.split(text):
        if each and (measure.unit.search(each) or (bare and _DIGIT.search(each))):
            yield each


def _is_headed(measure: Measure, above: str) -> bool:
    """Whether figures need no words of their own under the headings ``above``."""
    return measure.own.search(above) is not None and not _is_rival(measure, above)


def _is_rival(measure: Measure, text: str) -> bool:
    return measure.rival is not None and measure.rival.search(text) is not None


def _is_own(measure: Measure, clause: str, headed: bool) -> bool:
    if measure.own.search(clause):
        return not measure.told or measure.name == "load" or not _is_rival(measure, clause)
    if _is_rival(measure, clause) or _EXAMPLE.search(clause):
        return False
    return not measure.told or (headed and _CONDITION.match(clause) is None)


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
    return not _is_rival(measure, clause) or measure.own.search(clause) is not None
