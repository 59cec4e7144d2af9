"""How a message bears on the bot's last reply: refuses it, agrees, or says what was meant instead.

Words alone decide, in English, German and Chinese; a bare yes or no in every language that the bot
speaks. What is done about it is the dialog's choice.
"""

from __future__ import annotations

import re
from typing import Final

from bot.answering.picks import points_at_option
from bot.dialog import Bearing
from bot.dialog.answer_words import NO, YES
from bot.dialog.words import plain
from retrieval import names_alone

MAX_LETTERS: Final = 80
_NO: Final = r"(?:(?:no|nope|but|sorry|oh|hm+|nein|nee|aber|不(?:是|对)?)[\s,.!，。！:–-]*)*"
_NOT: Final = (
    r"(?: (?:do|does|did|has|have|is|was)n'?t| (?:does |did |has |have |is |was )?not|n't)"
)
_ONE: Final = r"(?: one| option| answer)?(?:,? please)?"

_WORDS: Final = {
    Bearing.OTHER: (
        rf"(?:i meant? |ich meine? )?(?:not (?:that|this)(?: one)?,? )?the other{_ONE}",
        r"another one",
        r"(?:ich meine? )?(?:das|die|den) andere?n?(?: bitte)?",
        r"(?:我(?:说|问|要)的是)?(?:另(?:外)?一个|另外那个|别的那个)",
    ),
    Bearing.REFUSED: (
        r"(?:that|this|it)(?:'s| is| was|)(?: not|n't) (?:really |at all )?"
        r"(?:what i (?:asked|meant|mean|wanted|want|need)(?: for| about| to know)?"
        r"|it|my question|helpful|an answer|the answer|right|correct|true)",
        rf"(?:(?:that|this|it)|the answer)(?: still| really)?{_NOT}(?: really| quite)?"
        r" (?:help|answer|work)(?:ed)?(?: me| at all| my question| either)*",
        rf"(?:still )?{_NOT.replace(' ', ' ?')} (?:help|answer)(?:ed)?(?: me| my question)*",
        rf"you{_NOT} (?:answer|understand|understood)(?:ed)?(?: me| my question)?",
        r"not (?:what i (?:asked|meant|mean)(?: for)?|helpful|my question)",
        r"(?:that(?:'s| is) |this is )?(?:wrong|useless|incorrect)(?: answer)?",
        r"das (?:hilft|half|beantwortet|war|ist)(?: mir)?(?: leider)?(?: nicht| falsch)"
        r"(?: weiter| gemeint| gefragt| meine frage| was ich (?:meinte|wollte))*",
        r"falsch|nicht hilfreich|das (?:habe ich nicht gefragt|meine? ich nicht)",
        r"我(?:不是|没有?)(?:想)?[问说](?:的)?(?:是)?(?:这个|这些|那个)?",
        r"[这那]?(?:个)?没(?:有)?[帮用](?:助|到我)?|答非所问|(?:这)?不是我(?:要)?问的|[回答说]+错了",
    ),
    Bearing.YES: (
        r"(?:yes|yeah|yep|yup|sure|exactly|correct|right|that'?s (?:it|right|the one)"
        r"|th(?:at|is) one|ja|genau|richtig|stimmt)(?:[\s,]+(?:please|bitte|exactly|genau))*",
        r"对的?|是的?|嗯|没错",
    ),
    Bearing.NO: (
        r"(?:no|nope|nah|nein|nee)(?:[\s,]+(?:it'?s|that'?s) not)?",
        r"(?:no[\s,]+)?(?:neither|none)(?: of (?:them|these|those))?",
        r"keins?(?: davon)?|weder noch|不是的?|不|都不是",
    ),
}  # fmt: skip
_BEARINGS: Final = tuple(
    (
        bearing,
        re.compile(
            rf"{'' if bearing is Bearing.NO else _NO}(?:{'|'.join(words)})[\s.!?。！？~]*",
            re.IGNORECASE,
        ),
    )
    for bearing, words in _WORDS.items()
)
_MEANT: Final = re.compile(
    r"(?:(?:no|nope|sorry|oh|wait|hm+|nein|nee|不(?:是|对)?)[\s,.!，。！:–-]*)*"
    r"(?:(?:i (?:actually |really )?(?:meant?|was asking (?:about|for)|asked (?:about|for))"
    r"|i am asking (?:about|for)|i'm asking (?:about|for)"
    r"|not (?:that|this)(?: one)?\s*[,;:.–-]+(?:\s*but)?"
    r"|je (?:veux|voulais) (?:dire|parler d[eu])|je parle d(?:e|u|es)|me ref(?:er[ií]a|iero) al?"
    r"|ich mein(?:e|te)|ich wollte(?: eigentlich)?|nicht das\s*[,;:.–-]+(?:\s*sondern)?"
    r"|我(?:是)?(?:说|问|想问|指)的?是|我是(?:说|问|想问))"
    r"[\s,:，：]*)+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_INSTEAD: Final = re.compile(
    r"(?:(?:oh|sorry|wait)[\s,.!]*)*(?:no|nope|nein|nee|不是|不对?)\s*[,.!，。！:–-]+\s*"
    r"(?P<rest>(?:the|an?|my|der|die|das|den|dem|eine?[nmr]?|for|to|from|in|with|at"
    r"|für|nach|von|aus|mit|bei|到|去)\b.*|.*\d.*|[\u3400-\u9fff]+)",
    re.IGNORECASE,
)


def bearing_of(text: str) -> tuple[Bearing | None, str]:
    """How ``text`` bears on the last reply, and the words in which it says what is meant instead.

    The words are ``text`` itself where nothing is mended.
    """
    bare = text.strip().replace("’", "'")
    if points_at_option(bare):
        return Bearing.ORDINAL, text
    if len(bare) <= MAX_LETTERS:
        for bearing, pattern in _BEARINGS:
            if pattern.fullmatch(bare):
                return bearing, text
        said = plain(bare)
        if said in YES or said in NO:
            return (Bearing.YES if said in YES else Bearing.NO), text
    meant = _MEANT.fullmatch(bare)
    if meant:
        return Bearing.MENDED, meant["rest"]
    instead = _INSTEAD.fullmatch(bare)
    names = instead is not None and names_alone(instead["rest"])
    return (Bearing.MENDED, instead["rest"]) if instead and names else (None, text)
