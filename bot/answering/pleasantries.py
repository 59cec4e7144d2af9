"""Takes off what only frames a request: "Hi, …", "I have a question", "… thanks in advance".

Politeness should not change an answer, and to an encoder it is words like any other. What is no
more than that stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

_END: Final = r"[\s,.!:;，。！：、–—-]+"
_OPENING: Final = re.compile(
    r"\s*(?:"
    r"(?:hi|hello|hey|hiya|good (?:morning|day|afternoon|evening)|dear (?:team|all|support))"
    r"(?: (?:there|all|team|everyone|everybody|guys))?"
    r"|(?:hallo|guten (?:tag|morgen|abend)|moin|servus|grüezi|liebes team)(?: (?:zusammen|team))?"
    r"|(?:i(?: just)? have|just) a (?:quick |short |small )?question(?: for you)?"
    r"|(?:quick|short) question"
    r"|ich (?:habe?|hätte) (?:da )?(?:mal )?eine (?:kurze )?frage"
    r"|你好|您好|请问(?:一下)?|我想问(?:一下)?|嗨"
    rf"){_END}",
    re.IGNORECASE,
)
_CHINESE_OPENING: Final = re.compile(
    r"\s*(?:你好|您好|请问(?:一下)?|我想问(?:一下)?|嗨)(?=[\u3400-\u9fff])"
)
_CLOSING: Final = re.compile(
    r"(?:(?<![\s,.!，。！])[\s,.!，。！]++|(?<=[?？]))(?:many )?"
    r"(?:thanks|thank you|thx|cheers|danke|vielen dank|谢谢)"
    r"(?: (?:you|a lot|so much|very much|in advance|again|im voraus|schon mal|sehr))*[\s.!。！]*$",
    re.IGNORECASE,
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
LEAST_WORDS: Final = 2
LEAST_CHARACTERS: Final = 3


def without_pleasantries(text: str) -> str:
    """``text`` without its frame; as it is where hardly anything would be left."""
    bare = text
    while True:
        opening = _OPENING.match(bare) or _CHINESE_OPENING.match(bare)
        if opening is None:
            break
        bare = bare[opening.end() :]
    bare = _CLOSING.sub("", bare)
    return bare.strip() if _is_request(bare) else text


def _is_request(text: str) -> bool:
    return len(text.split()) >= LEAST_WORDS or len(_HAN.findall(text)) >= LEAST_CHARACTERS
