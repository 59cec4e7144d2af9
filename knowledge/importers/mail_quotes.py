"""What a mail quotes of earlier ones, taken off, so that its author's own words are left.

Clients and languages differ in the words before a quotation, hardly in its shape: a line that ends
with a colon and holds a date and an address, a block of "From:" and "Sent:" lines, lines that begin
with ">". The shape decides; words are looked at where a person could have written the same.
Answers between quoted lines stay. What was forwarded stays: it is what the mail is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_ADDRESS: Final = re.compile(r"[<(\[＜]\s*(?:mailto:)?[^\s<>()@]{1,100}@[^\s<>()@]{1,100}[>)\]＞]")
_WROTE: Final = re.compile(
    r"\b(?:wrote|writes|schrieb|geschrieben|schreef|a écrit|escribió|escribi[oó]|escreveu|"
    r"ha scritto|skrev|kirjoitti|napisał|napisała|napísal|napsal|írta|написал|написала|пишет|"
    r"пише|написав|yazdı|έγραψε|a scris|je napisao|je napisal)\b|写道|寫道|のメッセージ|님이 작성",
    re.I,
)
_OPENS: Final = re.compile(
    r"^\W*(?:on|am|le|el|il|em|op|den|dne|dnia|w dniu|il giorno|pe|la|på|在|于|в|пн|вт|ср|чт|пт|сб"
    r"|вс|mon|tue|wed|thu|fri|sat|sun)\b",
    re.I,
)
_MOMENT: Final = re.compile(r"\d{1,2}[:.h]\d{2}|\d{4}年|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_DIGITS: Final = re.compile(r"\d")
_COLON: Final = (":", "：")
_LONGEST: Final = 320
"""Characters of the line before a quotation, unwrapped."""

_FROM: Final = (
    r"from|von|de|da|van|od|från|fra|lähettäjä|от|от кого|发件人|寄件者|差出人|보낸 사람|kimden"
)
_OTHERS: Final = (
    r"sent|date|to|cc|subject|gesendet|datum|an|betreff|kopie|envoyé|date d'envoi|à|objet|enviado"
    r"|enviado el|fecha|para|asunto|data|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|wysłano"
    r"|do|temat|skickat|till|ämne|sendt|til|emne|odesláno|komu|předmět|отправлено|дата|кому|тема"
    r"|копия|发送时间|发送日期|收件人|抄送|主题|日期|寄件日期|收件者|主旨|送信日時|宛先|件名|gönderildi"
    r"|kime|konu|reply-to|antwort an|importance|保낸 날짜|받는 사람|제목"
)
_FROM_LINE: Final = re.compile(rf"^[*_\s]*(?:{_FROM})\s*[:：][*_\s]*\S", re.I)
_HEADER_LINE: Final = re.compile(rf"^[*_\s]*(?:{_FROM}|{_OTHERS})\s*[:：]", re.I)
_SENT_FIRST: Final = re.compile(r"^[*_\s]*(?:sent|gesendet|date|datum|日期)\s*[:：][*_\s]*\S", re.I)
_RULE: Final = re.compile(r"^\s*(?:_{10,}|-{3,}\s*(\S.{2,60}?\S)\s*-{3,})\s*$")
_FORWARDED: Final = re.compile(
    r"forward|weitergeleitet|transf|réexpédié|reenvia|encaminhada|inoltrat|doorgestuurd|vidarebef|"
    r"videresendt|przekaza|пересл|пересыл|转发|轉寄|転送|전달",
    re.I,
)
_MARKER: Final = re.compile(
    r"^\s*#{2,}-.*-#{2,}\s*$|^\s*={2,}\s*please reply above this line", re.I
)


def without_quotes(text: str) -> str:
    """The text without what it quotes; linear in its length."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept: list[str] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if _is_quoted(line):
            place += 1
        elif _MARKER.match(line) or _begins_headers(lines, place):
            if not any(each.strip() for each in kept):
                return text.strip()  # Forwarded without a word: it is all there is.
            break
        elif (length := _attribution(lines, place)) > 0:
            if not _quoted_follows(lines, place + length):
                break
            place += length
        else:
            kept.append(line)
            place += 1
    return "\n".join(kept).strip()


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith((">", "＞"))


def _quoted_follows(lines: Sequence[str], place: int) -> bool:
    """Whether the next line with anything on it is a quoted one."""
    return next((_is_quoted(each) for each in lines[place : place + 4] if each.strip()), False)


def _attribution(lines: Sequence[str], place: int) -> int:
    """How many lines from here say who wrote what is quoted next; 0 where none do."""
    joined = ""
    for length in range(1, 4):
        if place + length > len(lines):
            return 0
        line = lines[place + length - 1].strip()
        joined = f"{joined} {line}".strip()
        if not line or len(joined) > _LONGEST or _is_quoted(line):
            return 0
        if line.endswith(_COLON):
            return length if _says_who_wrote(joined, lines, place + length) else 0
        if length == 1 and not (_DIGITS.search(line) or _OPENS.match(line)):
            return 0
    return 0


def _says_who_wrote(line: str, lines: Sequence[str], after: int) -> bool:
    if not _DIGITS.search(line):
        return False
    if _ADDRESS.search(line) and (_MOMENT.search(line) or _WROTE.search(line)):
        return True
    if not _WROTE.search(line):
        return False
    timed = _MOMENT.search(line) is not None
    return timed and (_OPENS.match(line) is not None or _quoted_follows(lines, after))


def _begins_headers(lines: Sequence[str], place: int) -> bool:
    """Whether a mail's headers, or the rule above them, begin here, and it is not forwarded."""
    rule = _RULE.match(lines[place])
    if rule is not None:
        if rule.group(1) and _FORWARDED.search(rule.group(1)):
            return False
        following = (at for at in range(place + 1, min(place + 4, len(lines))) if lines[at].strip())
        first = next(following, None)
        return first is not None and _are_headers(lines, first, needed=2)
    return _are_headers(lines, place, needed=3) and not _is_forwarded(lines, place)


def _are_headers(lines: Sequence[str], place: int, *, needed: int) -> bool:
    """Whether a "From:" line and others like it stand here, at most one line apart."""
    if not (_FROM_LINE.match(lines[place]) or _SENT_FIRST.match(lines[place])):
        return False
    near = lines[place : place + 8]
    block = near[: next((n for n, each in enumerate(near) if not each.strip()), len(near))]
    found = sum(_HEADER_LINE.match(each) is not None for each in block)
    return found >= needed and any(_FROM_LINE.match(each) for each in block)


def _is_forwarded(lines: Sequence[str], place: int) -> bool:
    before = next((each for each in reversed(lines[max(0, place - 3) : place]) if each.strip()), "")
    return len(before) < 80 and _FORWARDED.search(before) is not None
