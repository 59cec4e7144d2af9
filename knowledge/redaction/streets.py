"""The forms of streets, boxes, postcodes and towns by which addresses are told.

Each pattern is one country's or one family of languages' way to write them; how the pieces make an
address is decided in ``addresses.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redaction.letters import SMALL

_UP = rf"(?=[^\W\d_{SMALL}])[^\W\d_][\w'’.-]*"
"""A word that begins with a capital."""
_NO = r"\d{1,5}[A-Za-z]?(?:\s?[-/–]\s?\d{1,4}[A-Za-z]?|/[A-Z])?(?!\d)"
_SMALL = (
    r"(?:de|des|du|la|le|las|los|del|della|delle|degli|di|da|das|do|dos|e|y|van|der|den|het|"
    r"l['’]|d['’]|en|et)"
)

_ENGLISH_KINDS = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Crescent|Cres|Close|"
    r"Terrace|Way|Parkway|Pkwy|Highway|Hwy|Gardens|Grove|Square|Sq|Circle|Cir|Trail|Place|Pl|"
    r"Mews|Hill|"
    r"Row|Walk|Quay|Parade|Nagar|Marg|Turnpike|Alley|Esplanade)"
)
STREETS = {
    "english": re.compile(
        rf"(?<![\w.,-]){_NO}(?:/[A-Z])?,?\s(?:[NSEW]\.?\s)?(?:{_UP}|\d{{1,3}}(?:st|nd|rd|th))"
        rf"(?:\s{_UP}){{0,3}}?\s(?i:{_ENGLISH_KINDS})\b\.?(?:\s\d{{1,3}}\b)?(?:\s(?:North|South|"
        rf"East|West|[NSEW]{{1,2}})\b)?"
        rf"|(?<![\w.,-])\d{{1,4}}[a-z]?\s(?:King|Queen|Broad|Holloway|Pic)\w*(?:way|dilly)\b"
    ),
    "germanic": re.compile(
        rf"(?<!\w)(?:{_UP}[ -]){{0,2}}(?=[^\W\d_{SMALL}])[^\W\d_][\w'-]*(?i:straße|strasse|"
        rf"str\.|weg|allee|platz|gasse|damm|ufer|markt|"
        rf"chaussee|straat|laan|gracht|plein|kade|singel|dijk|vägen|gatan|gata|vej|gade|veien|"
        rf"katu|tie|pfad|steig|hof)"
        rf"\s+(?:{_NO})(?![\w.:]|\s?(?:Uhr|€|EUR|%|cm|mm|kg|Stück|Tage))"
        rf"|(?<!\w){_UP}[ -](?:Straße|Strasse|Str\.|Allee|Platz|Weg|Ring|Damm|Ufer|Markt|"
        rf"Gasse)\s+{_NO}(?![\w.:])"
        rf"|(?<!\w)(?:Straße|Strasse|Platz|Allee|Weg|Ring|Ufer)\s(?:der|des|am)\s(?:\d{{1,2}}\.\s)?"
        rf"{_UP}(?:\s{_UP})?\s+{_NO}(?=,?\s\d{{4,5}}\s{_UP})"
        rf"|(?<!\w){_UP}(?:\s{_UP})?\s(?:gate|gata|vei|vej|plass|plads|allé|väg)\s{_NO}"
        rf"(?=,?\s\d{{4}}\s{_UP})"
    ),
    "before_the_number": re.compile(
        rf"(?<!\w)(?:[Cc]alle|C/|[Aa]venida|Av\.|Avda\.|[Pp]laza|[Pp]aseo|[Cc]arrer|[Cc]arretera|"
        rf"[Rr]ua|[Tt]ravessa|[Vv]ia|[Vv]iale|"
        rf"[Cc]orso|[Pp]iazza|[Ll]argo|ul\.|al\.|os\.|pl\.|[Uu]lica|[Aa]leja|Avenue|Rue|"
        rf"Boulevard|Chaussée|Place|Jalan|Jl\.)"
        rf"\s(?:{_SMALL}\s?){{0,2}}{_UP}(?:\s(?:{_SMALL}\s?){{0,2}}{_UP}){{0,4}},?\s(?:n[º°o.]"
        rf"\s?)?{_NO}"
        rf"(?:,?\s(?:m\.|lok\.|bus|esc\.)\s?\d+|,?\s\d{{1,2}}[ºª°]\s?[A-Z]?\b)?"
    ),
    "after_the_number": re.compile(
        rf"(?<![\w.,-]){_NO}(?:\s(?:bis|ter|quater))?,?\s(?i:rue|avenue|boulevard|bd|place|"
        rf"chemin|allée|impasse|quai|cours|route|"
        rf"square|passage|rond-point)\s(?:{_SMALL}\s?){{0,3}}{_UP}(?:[\s-](?:{_SMALL}\s?){{0,2}}"
        rf"{_UP}){{0,4}}"
    ),
    "box": re.compile(
        r"(?<!\w)(?i:P\.?\s?O\.?\s?Box|Post Office Box|Postfach|Packstation|Postbus|Apartado|"
        r"Casella postale|Skrytka)\s\d{1,6}\b|(?<!\w)BP\s\d{2,5}\b"
    ),
    "turkish": re.compile(
        rf"(?<!\w)(?:{_UP}\s){{1,3}}(?:Cad|Caddesi|Sok|Sokak|Sokağı|Mah|Mahallesi|Bulvarı|Blv)\b\.?"
        rf"(?:,?\s(?:{_UP}\s){{1,3}}(?:Cad|Caddesi|Sok|Sokak|Sokağı|Bulvarı|Blv)\b\.?)?"
        rf",?\s(?:No\s?[:.]?\s?)?{_NO}(?:,?\s(?:D|Daire|Kat)\s?[:.]?\s?\d+)*"
    ),
    "cyrillic": re.compile(
        r"(?<!\w)(?:\d{5,6},?\s)?(?:(?:г|м|город|місто)\.?\s[А-ЯЁІЇЄ][\w-]+,?\s)?"
        r"(?:ул|пр|пр-т|пер|наб|б-р|пл|вул|бул|улица|проспект|переулок|бульвар|шоссе|набережная|вулиця)"
        r"\.?\s(?:[А-ЯЁІЇЄ\d][\w-]*\s){0,2}[А-ЯЁІЇЄ\d][\w-]*,?\s(?:(?:д|дом|буд)\.?\s?)?\d{1,4}[а-я]?\b"
        r"(?:,?\s(?:корп|к|стр|кв|квартира|оф|офис)\.?\s?\d{1,4})*"
    ),
    "block": re.compile(
        r"(?<!\w)Bl(?:oc)?k\s\d{1,4}[A-Z]?\s(?:[A-Z]\w+\s?){1,5}\d{0,3}(?:\s#\d{1,2}-\d{1,4})?"
    ),
}
"""Streets with their house numbers, boxes and lockers."""

_TOWN = rf"{_UP}(?:[\s-](?:{_SMALL}\s|am\s|an\s(?:der|dem)\s|im\s|upon\s)?{_UP}){{0,3}}"
_STATES = (
    r"(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|"
    r"O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])"
)
SURE_TOWNS = {
    "us": re.compile(rf"(?<!\w){_TOWN},?\s{_STATES}\s\d{{5}}(?:-\d{{4}})?(?!\d)"),
    "canada": re.compile(r"(?<!\w)(?:[A-Z]{2}\s)?[ABCEGHJ-NPRSTVXY]\d[A-Z]\s\d[A-Z]\d(?!\w)"),
    "australia": re.compile(rf"(?<!\w){_TOWN},?\s(?:NSW|VIC|QLD|TAS|ACT|WA|SA|NT)\s\d{{4}}(?!\d)"),
    "uk": re.compile(
        r"(?<!\w)(?:GIR 0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|"
        r"[A-HK-Y]\d[ABEHMNPRV-Y])\s\d[ABD-HJLNP-UW-Z]{2})(?!\w)"
    ),
    "netherlands": re.compile(rf"(?<!\w)\d{{4}}\s?[A-Z]{{2}}\s{_TOWN}"),
    "poland": re.compile(rf"(?<![\w-])\d{{2}}-\d{{3}}\s{_TOWN}"),
    "sweden": re.compile(rf"(?<![\w-])\d{{3}}\s\d{{2}}\s{_TOWN}(?:\s\d{{1,2}}(?![\w.]))?"),
    "brazil": re.compile(
        rf"(?<![\w.-])(?:{_TOWN}\s?[-–/]\s?[A-Z]{{2}},?\s(?:CEP:?\s)?)?\d{{5}}-\d{{3}}(?![\w-])"
        r"(?:\s[A-Z]\w+(?:\s[A-Z]\w+)?)?"
    ),
    "portugal": re.compile(rf"(?:(?<=[,\n])|(?<=, )|^)\d{{4}}-\d{{3}}\s{_TOWN}"),
    "ireland": re.compile(r"(?i:eircode)\W{1,3}(?:is:?\s)?[A-Z]\d[\dW]\s?[\dA-Z]{4}(?!\w)"),
}
"""Postcodes, mostly with their towns, whose form is nothing else's."""

LIKELY_TOWNS = (
    re.compile(
        rf"(?<![\w.,#@/-])(?:[A-Z]{{1,2}}-)?(?P<code>\d{{4,5}})\s(?P<town>{_TOWN})(?!\w)(?:/{_UP})?"
    ),
    re.compile(rf"(?<!\w)(?P<town>{_TOWN}),?\s(?P<code>\d{{4}}|\d{{6}})(?!\d|[\w.,/-]*\d)"),
)
"""Four to six digits beside a capital: a postcode only with further signs."""

UNIT = re.compile(
    r"(?<!\w)(?i:flat|apt\.?|apartment|unit|suite|ste\.?|room|floor|appartement|apto\.?|piso|"
    r"wohnung|top|lgh|level|house)"
    r"\s#?\d{0,4}[A-Za-z]?(?!\w)"
)
BRIDGE_WORD = rf"(?:{_UP}|\d[\w/º°-]*|#[\w-]+|{_SMALL}|Col\.|nr|bte|n[º°])"
CAPITALISED = re.compile(rf"{_UP}(?:[ -](?:{_SMALL}\s)?{_UP}){{0,3}}")

CUE = re.compile(
    r"(?<![^\W_])(?i:address(?:\s(?:is|to))?|ship(?:ped)?(?:\s(?:it|this|them))?\sto|"
    r"deliver(?:ed)?(?:\s(?:it|this|them|to))*\sto|send(?:\s(?:it|this|them))?\sto|"
    r"deliver\sto|live\s(?:at|in|on)|living\sat|located\sat|moved\sto|collect\sfrom|it's|"
    r"(?:liefer|rechnungs)?(?:adresse|anschrift)(?:\s(?:ist|lautet))?|"
    r"wohne(?:\sjetzt)?(?:\sin(?:\sder)?)?|lieferung\san|plz(?:\sund\sort)?|"
    r"adresse(?:\sest)?|habite(?:\sau)?|dirección(?:\ses)?|domicilio|vivo\sen|envíen\sa|"
    r"indirizzo(?:\sè)?|abito\sin|spedite\sin|"
    r"adres(?:\sis)?|woon\sop|stuur\snaar|mieszkam|adres\sto|wysłać\sna|endereço(?:\sé)?|"
    r"moro\sna|entregar\s(?:na|em)|morada(?:\sé)?|adressen?(?:\s(?:är|er))?|adresa(?:\sje)?|"
    r"osoite(?:eni\son)?|adresim|адрес(?:а)?|διεύθυνση|a\scímem|"
    r"code\spostal|código\spostal(?:\sy\sciudad)?|post\s?code(?:\sis)?|"
    r"zip(?:\scode)?(?:\sis)?)\s*[:：]?\s*"
)
"""Words after which an address stands, or is spoken of."""


def _split(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_POSTCODE = re.compile(r"\d{3}|\d\s\d[A-Z]{2}|[A-Z]\d[A-Z\d]")
_CUE_STEMS = _split(
    "addr ship deliver send live living located moved collect it's adress anschrift wohne "
    "lieferung plz habite direcci domicilio vivo env indirizzo abito spedite adres woon "
    "stuur mieszkam wysłać endere moro entregar morada osoite адрес διεύθυνση címem code código "
    "zip "
)
_STEMS = {
    "english": "street st ave road rd lane ln drive dr b court ct cres close terrace way hwy "
    "gardens grove sq cir "
    "trail place pl mews hill row walk quay parade nagar marg turnpike alley esplanade dilly",
    "germanic": "straße strasse str. weg allee platz gasse ring damm ufer markt chaussee straat "
    "laan gracht plein "
    "kade singel dijk vägen gatan gata gate vej vei gade veien plass plads väg katu tie pfad steig "
    "hof",
    "before_the_number": "calle c/ av plaza paseo carre rua travessa via corso piazza largo ul. "
    "al. os. pl. "
    "ulica aleja rue boulevard chaussée place jalan jl.",
    "after_the_number": "rue avenue boulevard bd place chemin allée impasse quai cours route "
    "square passage rond",
    "box": "box postfach packstation postbus apartado casella bp skrytka",
    "block": "blk block",
    "turkish": "cad sok mah bulvar blv",
    "cyrillic": "ул пр пер наб бул б-р пл шоссе",
}
"""What a text contains, in lower case, that has such a street; the patterns are slow to say no."""
_STEMS_OF = {name: _split(stems) for name, stems in _STEMS.items()}


def patterns_for(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns of streets and sure towns that may have a match in the text."""
    lowered = text.lower()
    for name, pattern in STREETS.items():
        if any(stem in lowered for stem in _STEMS_OF[name]):
            yield pattern
    if _POSTCODE.search(text):
        yield from SURE_TOWNS.values()


def cues_in(text: str) -> list[int]:
    """Where the words end after which an address stands."""
    lowered = text.lower()
    if not any(stem in lowered for stem in _CUE_STEMS):
        return []
    return [match.end() for match in CUE.finditer(text)]
