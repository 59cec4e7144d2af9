"""Numbers by which a state knows a person: identity, tax, insurance, passport, driving licence.

Forms with check digits of their own count anywhere; bare digits only after the word that announces
them, since one order number in ten would pass a single check digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from stdnum.be import nn as belgian
from stdnum.br import cpf
from stdnum.ch import ssn as swiss
from stdnum.cn import ric
from stdnum.es import dni, nie
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.it import codicefiscale
from stdnum.mx import curp
from stdnum.se import personnummer

from knowledge.redaction.cues import CuedValue
from knowledge.redaction.spans import Span

_CUES = (
    r"(?:ssn|social(?: security)?(?: (?:number|no\.?))?|itin|tax(?:payer)? (?:id|number|code)|"
    r"national (?:id|insurance)(?: (?:number|no\.?))?|ni (?:number|no\.?)|nino|nhs(?: (?:number|"
    r"no\.?))?|"
    r"id (?:number|no\.?|card)|identity (?:number|card)|passport(?: (?:number|no\.?))?|"
    r"driv(?:er|ing)(?:['’]?s)? licen[cs]e(?: (?:number|no\.?))?|pan(?: card)?|aadhaar(?: number)?|"
    r"steuer-?(?:id|nummer|nr\.?|identifikationsnummer)|idnr|sozialversicherungsnummer|sv-nummer|"
    r"ahv(?:-nummer|-nr\.?)?|(?:personal)?ausweis(?:nummer|nr\.?)?|reisepass(?:nummer)?|"
    r"führerschein(?:nummer)?|"
    r"num[ée]ro (?:de )?(?:s[ée]cu(?:rit[ée] sociale)?|fiscal|passeport)|n° de s[ée]cu|carte "
    r"d'identit[ée]|"
    r"passeport|dni|nie|nif|rfc|curp|cuil|cuit|pasaporte|codice fiscale|cf|carta d'identità|"
    r"passaporto|"
    r"bsn|burgerservicenummer|paspoort(?:nummer)?|rijksregisternummer|pesel|nip|dowód(?: "
    r"osobisty)?|"
    r"paszport|cpf|cnh|rg|personnummer|henkilötunnus|cpr(?:-nummer)?|fødselsnummer|"
    r"身份证(?:号码?)?|身份證(?:字號)?|护照(?:号码?)?|護照(?:號碼)?|社保(?:卡)?号|マイナンバー)"
)
_VALUE = r"(?=[^\s]*\d)[A-Z0-9](?:[ ./\u00a0-]?[A-Z0-9]){5,19}(?![^\W_])"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (re.compile(rf"(?<![\w-]){form}(?![\w-])"), check)
    for form, check in (
        (r"[1-9]\d{16}[\dXx]", ric.is_valid),
        (r"[A-Z]{6}\d\d[A-EHLMPR-T][0-7]\d[A-Z]\d{3}[A-Z]", codicefiscale.is_valid),
        (r"[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z0-9]\d", curp.is_valid),
        (r"\d{8}-?[A-Z]", dni.is_valid),
        (r"[XYZ]-?\d{7}-?[A-Z]", nie.is_valid),
        (r"\d{3}\.\d{3}\.\d{3}-\d\d", cpf.is_valid),
        (r"756\.\d{4}\.\d{4}\.\d\d", swiss.is_valid),
        (r"[12] ?\d\d ?(?:0[1-9]|1[0-2]) ?\d[\dAB] ?\d{3} ?\d{3} ?\d\d", nir.is_valid),
        (r"(?:19|20)?\d{6}[-+]\d{4}", personnummer.is_valid),
        (r"\d{6}[-+A]\d{3}[0-9A-Y]", hetu.is_valid),
        (r"\d\d\.\d\d\.\d\d-\d{3}\.\d\d", belgian.is_valid),
        (r"(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}", lambda _: True),
        (r"[A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]", lambda _: True),
        (r"[A-Z]{3}P[A-Z]\d{4}[A-Z]", lambda _: True),
    )
)


def _has_digits(value: str) -> bool:
    return sum(c.isdigit() for c in value) >= 4


_CUED = CuedValue.of(
    "id",
    _CUES,
    _VALUE,
    _has_digits,
    stems="ssn social itin tax national ni nhs id pass licen pan aadhaar steuer sv- ahv ausweis "
    "führer sécu secu fiscal dni nif rfc curp cui pasaporte cf carta bsn burger paspoort rijks "
    "pesel "
    "dowód paszport cpf cnh rg person tunnus cpr fødsel 证 證 照 社保 ナンバー",
)


def find_identity_numbers(text: str) -> Iterator[Span]:
    """Identity numbers by their check digits and forms, and whatever a word announces as one."""
    for form, is_valid in _FORMS:
        for match in form.finditer(text):
            if is_valid(match[0]):
                yield Span(*match.span(), "id")
    yield from _CUED.find(text, text.lower())
