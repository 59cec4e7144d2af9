"""What stands below a mail's words: the signature, the telephone's own line, the disclaimer.

A greeting ("Kind regards, Tom") is the author's own and stays. A signature without the usual "-- "
above it cannot be told from words and stays too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

_DELIMITER: Final = re.compile(r"^(?:--|—|–-)\s*$")
_DEVICE: Final = re.compile(
    r"^\W*(?:sent (?:from|via|with) \[?(?:my|outlook|yahoo|proton|samsung|blackberry)\b.*"
    r"|get outlook for\b.*|von meine[mr] .{2,40} gesendet|gesendet (?:von|mit) .{2,60}"
    r"|diese nachricht wurde von meinem .{2,60}"
    r"|envoyé (?:de|depuis|à partir de) (?:mon|ma|outlook)\b.*"
    r"|obtenir outlook .*|enviado (?:desde|do|de|a partir do) (?:mi|meu|minha|outlook)\b.*"
    r"|inviato da(?:l mio|lla mia)?\b.{2,60}|verzonden (?:vanaf|met|via) .{2,60}"
    r"|skickat från (?:min|outlook)\b.*|sendt fra (?:min|outlook)\b.*|lähetetty .{2,40}"
    r"|wysłane? z .{2,60}|odesláno z .{2,60}|отправлено (?:с|из|от) .{2,60}"
    r"|发自我的.*|发自.{1,20}邮箱.*|從我的.*傳送"
    r"|.{0,10}iphone ?から送信.*|나의 .{2,20}에서 보냄)\W*$",
    re.I,
)
_LONGEST_DEVICE: Final = 120
_LINES_OF_DEVICES: Final = 3
_DISCLAIMER_WORDS: Final = re.compile(
    r"intended recipient|confidential|intended solely|received this (?:e-?mail|message)|"
    r"unauthori[sz]ed|legally privileged|vertraulich|richtige[rn]? adressat|irrtümlich|unbefugt|"
    r"confidentiel|destinataire|par erreur|confidencial|destinatari[oa]|por error|por engano|"
    r"riservat|destinatario|per errore|vertrouwelijk|geadresseerde|abusievelijk|poufn|adresat|"
    r"omyłkow|důvěrn|конфиденциальн|адресат|ошибочно|konfidentiell|avsedd|保密|机密|收件人|误收|"
    r"機密|宛先",
    re.I,
)
_SHORTEST_DISCLAIMER: Final = 60
_RULE: Final = re.compile(r"^[-_=*\s]+$")


def without_signature(text: str) -> str:
    """The text without what its author's client or company put below it."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if place and _DELIMITER.match(line):
            lines = lines[:place]
            break
    for place in _last_places(lines):
        if len(lines[place]) <= _LONGEST_DEVICE and _DEVICE.match(lines[place]):
            lines[place] = ""
    return _without_disclaimer("\n".join(lines).strip())


def _last_places(lines: Sequence[str]) -> list[int]:
    """Where the last few lines with words stand: "Sent from my old address" may be said above."""
    written = (place for place in reversed(range(len(lines))) if lines[place].strip())
    return list(islice(written, _LINES_OF_DEVICES))


def _without_disclaimer(text: str) -> str:
    """The text without paragraphs at its end that speak of confidence and wrong recipients."""
    paragraphs = re.split(r"\n[ \t]*\n", text)
    while len(paragraphs) > 1 and (_is_disclaimer(paragraphs[-1]) or _RULE.match(paragraphs[-1])):
        paragraphs.pop()
    return "\n\n".join(paragraphs)


def _is_disclaimer(paragraph: str) -> bool:
    dense = any("\u4e00" <= character <= "\u9fff" for character in paragraph[:80])
    if len(paragraph) < (_SHORTEST_DISCLAIMER // 3 if dense else _SHORTEST_DISCLAIMER):
        return False
    return len({found.casefold() for found in _DISCLAIMER_WORDS.findall(paragraph)}) >= 2
