"""Words whose full stop does not end a sentence, in English and German."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


INSIDE_SENTENCE = _words(
    """mr mrs ms dr prof rev st messrs vs cf eg ie viz incl excl approx est dept gov
    hr fr bspw bzw ca dh evtl ggf ggü inkl exkl lt mind monatl jährl nr sog str vgl
    zb zzgl abzgl tel zit allg beisp bes betr"""
)
SHARED_ENDINGS = ("nr", "str")
"""German words that end so are abbreviated: ``Telefonnr.``, ``Hauptstr.``"""

BEFORE_NUMBER = _words("no nos nr art fig figs vol sec ch p pp para max min ext tel abs s")
"""Abbreviations only before a number: ``No. 5``, but "No. We do not." """

MAY_END_SENTENCE = _words(
    """am pm etc inc ltd co corp jr sr usw uvm
    jan feb mar apr jun jul aug sep sept oct okt nov dec dez"""
)
"""An end where a capital follows: ``at 5 p.m. Then``."""

BEFORE_ORDINAL = _words(
    "am der die das dem den vom zum im ab bis seit beim jeder jeden jedem dieser"
)
"""German words after which a number with a full stop is an ordinal: ``ab dem 3. Tag``."""

GERMAN_MONTHS = (
    "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
    "September", "Oktober", "November", "Dezember",
)  # fmt: skip
