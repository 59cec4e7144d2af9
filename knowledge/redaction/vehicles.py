"""Licence plates: those whose form is one country's own, and any other after a word for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redaction.cues import CuedValue
from knowledge.redaction.spans import Span

_CUES = (
    r"(?:(?:licen[cs]e |number |reg(?:istration)? )?plate(?: number)?|reg(?:istration)?(?: "
    r"number)?|"
    r"kennzeichen|autonummer|plaque(?: d'immatriculation)?|immatriculation|matrícula|matricula|"
    r"placa|"
    r"targa|kenteken(?:nummer)?|(?:numer )?rejestracyjny|tablica|车牌号?码?|車牌|ナンバー)"
)
_VALUE = (
    r"(?=[^\n]{0,11}\d)(?=[^\n]{0,11}[A-Z\u4e00-\u9fff])"
    r"[A-Z0-9\u4e00-\u9fff]{1,8}(?:[ ·-]{1,2}[A-Z0-9]{1,5}){0,2}(?!\w)"
)
_FORMS = re.compile(
    r"(?<![\w-])(?<!Tarif )(?<!Modell )(?<!Typ )[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} "
    r"[1-9]\d{0,3}[HE]?(?![\w-])"  # Germany
    r"|(?<![\w-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])"  # France
    r"|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"[A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])"
)
_CUED = CuedValue.of(
    "plate",
    _CUES,
    _VALUE,
    stems="plate reg kennz auton plaque immatr matr placa targa kent rej tabl 车 車 ナンバー",
)


def find_plates(text: str) -> Iterator[Span]:
    """Licence plates."""
    for match in _FORMS.finditer(text):
        yield Span(*match.span(), "plate")
    yield from _CUED.find(text, text.lower())
