"""Which sentences answer a question that no vector reads, in writing without spaces, by its words.

The words that ask are cut out of the question; what stands between them are the parts that an
answer must name, each by two thirds of its characters. One part that is nowhere named (a
town, a means of payment, a colour) makes it a question about something else. Chinese, Japanese and
Thai: elsewhere the words that ask are not known, and nothing is told by a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from retrieval.facts import Fact, fact_asked_for, holds
from retrieval.measure_catalogue import Measure
from retrieval.measures import gives, measure_asked_for
from retrieval.scripts import UNSPACED, pairs, units_of
from retrieval.terms import terms_of

_NAMED: Final = 2 / 3
"""The share of a part's characters from which it counts as named."""
_CHINESE: Final = (
    r"请问|你好|您好|麻烦|谢谢|多少钱|多少|多久|多长时间|多[重长宽高深厚远大快]|几(?:天|点|个|次|月|年|号|岁|度)"
    r"|什么(?:时候|时间|地方)?|哪(?:里|儿|家|天|(?:些|个)(?:城市|国家|地区|地方)?)?|怎么(?:样|办)?|怎样|如何|能不能|可不可以|可以|能否|是否"
    r"|是不是|有没有|为什么|需要|应该|我们|你们|他们|别人|以后|之后|以内|一下|时候"
    r"|会(?!员)|用(?!户)|能(?![力源])|有(?!效)|[请您你我他她它谁的了吗呢吧啊呀嘛要得是在把给被和跟与就都也让"
    r"想内这那一再]|还(?!款)|到(?!账)|对(?!公)|里(?!程)|个(?!人)"
)
_JAPANESE: Final = (
    r"ください|でしょうか|いくら|どのくらい|どれくらい|どこ|いつ|どうやって|どうすれば|どう|なぜ|誰|何(?:日|時間?|時|分|円|歳)?"
    r"|できますか|できます|ありますか|ますか|ますか|です|ます|して|する|した|から|まで|[はがをにへとでもやのかねよ]"
)
_THAI: Final = (
    r"เท่าไหร่|เท่าไร|กี่|ที่ไหน|เมื่อไหร่|เมื่อไร|อย่างไร|ยังไง|ไหม|มั้ย|หรือเปล่า|อะไร|ได้|ครับ|ค่ะ|คะ|ใช้เวลา|นาน"
    r"|ต้อง|จะ|ที่|ใน|ของ|และ|คุณ|ฉัน|ผม|ราคา|บาท|วัน"
)
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_THAI_LETTER: Final = re.compile(r"[\u0e00-\u0e7f]")
_LATIN: Final = re.compile(r"[A-Za-z\d][\w-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spelled:
    """The parts of a question, each as its units, and the fact or figure that it asks for."""

    parts: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    fact: Fact | None
    measure: Measure | None

    @classmethod
    def by(cls, text: str) -> Spelled | None:
        """None where ``text`` has spaces between its words, asks nothing, or names nothing."""
        if not UNSPACED.search(text):
            return None
        rest, asking = _asking_in(text).subn(" ", text)
        parts = tuple(tuple(units_of(run)) for run in UNSPACED.finditer(rest))
        words = frozenset(terms_of(" ".join(_LATIN.findall(rest))))
        if not asking or not (words or any(len(part) > 1 for part in parts)):
            return None
        return cls(parts, words, fact_asked_for(text), measure_asked_for(text))

    def told(self, sentence: str, above: str) -> float:
        """1 where ``sentence``, under the headings ``above``, names all parts, one by itself, and
        holds the fact or figure that is asked for; else 0."""
        if not self._holds(sentence, above):
            return 0.0
        own, all_terms = set(terms_of(sentence)), set(terms_of(f"{sentence}\n{above}"))
        if not self.words <= all_terms:
            return 0.0
        named = all(
            _share(part, all_terms) >= _NAMED if len(part) > 1 else part[0] in f"{sentence}{above}"
            for part in self.parts
        )
        by_itself = self.words & own or any(
            _share(part, own) >= _NAMED for part in self.parts if len(part) > 1
        )
        return float(named and bool(by_itself))

    def _holds(self, sentence: str, above: str) -> bool:
        if self.measure is not None:
            return gives(self.measure, sentence, above)
        return self.fact is None or holds(self.fact, sentence)


def _asking_in(text: str) -> re.Pattern[str]:
    if _KANA.search(text):
        return _ASKING["ja"]
    return _ASKING["th"] if _THAI_LETTER.search(text) else _ASKING["zh"]


_ASKING: Final = {
    "zh": re.compile(_CHINESE),
    "ja": re.compile(_JAPANESE),
    "th": re.compile(_THAI),
}


def _share(part: tuple[str, ...], terms: Set[str]) -> float:
    """The share of a part's units that stand in a pair among ``terms``."""
    named: set[int] = set()
    for start, pair in enumerate(pairs(part)):
        if pair in terms:
            named |= {start, start + 1}
    return len(named) / len(part)
