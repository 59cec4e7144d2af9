"""Chinese and Japanese postal addresses: from the largest part to the smallest, without spaces.

A Chinese one is told by a road with a house number, a Japanese one by its prefecture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redaction.spans import Span

_NUMBER = r"(?:\d+|[一二三四五六七八九十百]+)"
_CHINESE = re.compile(
    rf"[\u4e00-\u9fffA-Za-z]{{2,40}}?(?:路|街|道|巷|弄|胡同|段|村|里){_NUMBER}(?:[-－之]\d+)?[号號弄巷]"
    r"(?:[\u4e00-\u9fffA-Za-z]{0,14}?(?:\d+[-－]?\d*)?(?:号楼|號樓|栋|棟|幢|座|单元|單元|室|楼|樓|层|层|号|广场|大厦|大廈|"
    r"小区|公寓|城)){0,5}(?:\d{2,5})?"
)
_LEAD = re.compile(
    r"^.*(?:住在|寄到|寄往|送到|送至|发到|發到|寄去|改到|改成|改为|地址[是为為]?|住址[是为為]?|位于|位於|我在|住|麻烦|請寄|请寄)"
)
_JAPANESE = re.compile(
    r"(?:〒?\s?\d{3}[-－]\d{4}\s*)?(?:東京都|北海道|大阪府|京都府|[一-龯]{2,3}県)[一-龯々ぁ-んァ-ヶー]{1,24}?"
    r"[\d０-９]+(?:(?:丁目|番地?|号|[-－ー−])[\d０-９]*)*(?:\s?[一-龯ァ-ヶーA-Za-z]{2,20}\d{1,4}号?室?)?"
)


def find_cjk_addresses(text: str) -> Iterator[Span]:
    """Addresses in Chinese and Japanese."""
    if text.isascii():
        return
    for match in _CHINESE.finditer(text):
        lead = _LEAD.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        if match.end() - start > 4:
            yield Span(start, match.end(), "address")
    for match in _JAPANESE.finditer(text):
        yield Span(match.start() + (match[0][0] == "〒"), match.end(), "address")
