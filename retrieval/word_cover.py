"""How much of what a message says the examples of each template say too.

Words count by how rare they are among all examples. Chinese, Japanese and Korean are taken by pairs
of characters, and Chinese is first freed of what only asks ("where", "how", "please"), as other
languages are of stop words: two questions that ask alike need not ask for the same.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.scripts import CJK, pairs
from retrieval.terms import terms_of

_CHARACTERS = re.compile(f"[{CJK}]+")
_ASKING = re.compile(
    "请问|你好|您好|谢谢|麻烦|怎么办|怎么样|怎么|怎样|如何|为什么|为何|什么时候|什么|多少|哪里|哪儿|哪些"
    "|哪个|能不能|可不可以|是不是|有没有|是否|可以|能否|应该|需要|想要|我们|你们|他们|这个|那个|这里"
    "|那里|一下|一个|已经|现在|还是|就是|如果|因为|所以|但是|然后|的话"
    "|[我你您他她它的了吗呢吧啊呀嘛在是有要会能想请把被给和跟与或也都还就又很太不没去到这那几从对为得着过]"
)


class WordCover:
    """Of each template the share of a message's words that its examples hold."""

    def __init__(self, templates: Sequence[Sequence[str]]) -> None:
        """``templates`` are the examples of each."""
        said = [[words_of(text) for text in examples] for examples in templates]
        frequency = Counter(word for texts in said for words in texts for word in words)
        size = max(sum(map(len, said)), 1)
        self._templates = len(said)
        self._rarity = {word: math.log1p(size / count) for word, count in frequency.items()}
        self._unseen = math.log1p(2.0 * size)
        holders: dict[str, list[int]] = {}
        for template, texts in enumerate(said):
            for word in frozenset[str]().union(*texts):
                holders.setdefault(word, []).append(template)
        self._holders = {word: np.asarray(each) for word, each in holders.items()}

    def __call__(self, text: str) -> NDArray[np.float64]:
        """Shares by rarity in [0, 1], in the order of the templates; 0 where nothing is said."""
        shares, total = np.zeros(self._templates), 0.0
        for word in words_of(text):
            rarity = self._rarity.get(word, self._unseen)
            total += rarity
            if word in self._holders:
                shares[self._holders[word]] += rarity
        return shares / total if total else shares


def without_asking(text: str) -> str:
    """``text`` without the Chinese words that only ask; other writing is left as it is."""
    return _CHARACTERS.sub(lambda run: _ASKING.sub("", run[0]), text)


def words_of(text: str) -> tuple[str, ...]:
    """What ``text`` says beside asking: stems, codes, pairs of characters, each once.

    Their order is that of the text, so that their rarities add up to the same last digit always.
    """
    found = dict.fromkeys(terms_of(_CHARACTERS.sub(" ", text)))
    for run in _CHARACTERS.findall(text):
        for piece in _ASKING.sub(" ", run).split():
            found.update(dict.fromkeys(pairs(piece)))
    return tuple(found)
