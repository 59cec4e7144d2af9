"""The words around which people say their names, in the languages of customers.

Words only; what is taken for a name beside them is decided in ``said_names.py``.
"""

from __future__ import annotations

import re


def _any_of(*listed: str) -> frozenset[str]:
    return frozenset(each for text in listed for each in text.split(";"))


INTRODUCTION = _any_of(
    "my name is;my name's;my full name is;the name is;name is;name's;name na;myself;i am called;"
    "call me",
    "the account holder is;account holder is;in the name of;under the name;under the name of;"
    "order is under",
    "signed by;signed for by;last name is;first name is;surname is;first name;last name;surname;"
    "name on the card is;attn:;attn;name:;contact:;attention:",
    "customer name:;full name:;recipient:;holder:;chatting with;speaking with;speaking to",
    "mein name ist;ich heiße;ich heisse;name ist;nachname ist;vorname ist;nachname;vorname;auf "
    "den namen;ansprechpartner:;empfänger:",
    "je m'appelle;je m’appelle;mon nom est;nom :;nom:;au nom de",
    "me llamo;mi nombre es;nombre:;a nombre de;mi chiamo;il mio nome è;nome:;a nome di;intestato a",
    "mijn naam is;ik heet;naam:;op naam van;nazywam się;mam na imię;imię i nazwisko:",
    "меня зовут;моё имя;мое имя;мене звати;моє ім'я;με λένε;ονομάζομαι;το όνομά μου είναι",
    "jmenuji se;moje jméno je;volám sa;benim adım;adım;numele meu este;mă numesc;a nevem",
    "meu nome é;chamo-me;me chamo;jag heter;mitt namn är;jeg hedder;jeg heter;nimeni on",
)
"""After these stands a name, even in lower case."""

PRESENCE = _any_of(
    "i am;i'm;i’m;im;this is;it's;it’s;its;here is;ich bin;bin der;bin die;hier ist;da ist;hier "
    "schreibt",
    "hier spricht;je suis;c'est;ici;soy;sono;ik ben;hier is;jestem;sou;sou o;sou a;jag är;jeg er;"
    "contact",
)
"""After these stands a name or anything else."""

GREETING = _any_of(
    "hi;hello;hey;hiya;dear;good morning;good afternoon;good evening;welcome;thanks;thank you;"
    "cheers;sorry",
    "many thanks;hallo;hi liebe;liebe;lieber;guten tag;guten morgen;moin;servus;danke;bonjour;"
    "bonsoir;salut;merci;cher;chère",
    "hola;estimado;estimada;querido;querida;gracias;buenos días;buenas tardes;ciao;salve;gentile;"
    "buongiorno;grazie;caro;cara",
    "beste;geachte;dag;goedemorgen;bedankt;cześć;witam;dzień dobry;drogi;droga;szanowny;szanowna;"
    "olá;oi;prezado;prezada;obrigado",
    "hej;kære;kjære;tack;tak;takk",
)
"""After these somebody may be addressed."""

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|MR|MRS|MS|Sr|Sra|Srta|Sig|Dott|Dhr|Mevr|Mme|Mlle|Hr|Fr)\.?|M\."
    r"|[Hh]err[n]?|[Ff]rau|Fräulein|[Mm]adame|[Mm]onsieur|[Mm]ademoiselle|[Ss]eñora?|[Ss]ignora?|"
    r"[Ss]ignor|[Mm]evrouw|[Mm]eneer|[Pp]ani?|[Pp]ana|[Ss]enhora?|[Dd]oña?|Shri|Smt\.?"
)
"""Before a family name; the first letter of those that are common words as they are written."""

CLOSING = _any_of(
    "kind regards;best regards;warm regards;regards;best wishes;best;sincerely;yours sincerely;"
    "yours faithfully",
    "sincerely yours;yours truly;yours;respectfully;many thanks;thanks in advance;thanks a "
    "million;thanks so much",
    "thanks;thank you;thx;cheers;love;rgds;kr;br;take care;all the best;warmly;cordially;signed",
    "mit freundlichen grüßen;mit freundlichem gruß;mit freundlichen gruessen;freundliche grüße;"
    "viele grüße",
    "liebe grüße;beste grüße;schöne grüße;herzliche grüße;grüße;gruß;lg;vg;mfg;hochachtungsvoll;"
    "danke;vielen dank",
    "cordialement;bien cordialement;bien à vous;salutations;sincères salutations;amicalement;"
    "merci;merci d'avance",
    "un saludo;saludos;saludos cordiales;atentamente;cordialmente;gracias;un abrazo",
    "cordiali saluti;distinti saluti;saluti;grazie;un saluto",
    "met vriendelijke groet;met vriendelijke groeten;vriendelijke groet;groetjes;groeten;groet;"
    "mvg;alvast bedankt",
    "pozdrawiam;z poważaniem;pozdrowienia;dziękuję;com os melhores cumprimentos;cumprimentos;"
    "atenciosamente;obrigado;obrigada;abraço",
    "med venlig hilsen;mvh;hilsen;vänliga hälsningar;med vänlig hälsning;hälsningar;med vennlig "
    "hilsen;ystävällisin terveisin;с уважением;з повагою;с наилучшими пожеланиями",
    "speak soon;talk soon;bis bald;à bientôt;hasta pronto;tot ziens;a presto;saygılarımla",
)
"""After these, to the end of the line, stands who writes."""

PERSON_BEFORE = _any_of(
    "agent;colleague;advisor;adviser;representative;rep;manager;technician;driver;courier;"
    "husband;wife;son",
    "daughter;mother;father;sister;brother;partner;boss;spoke with;spoke to;talked to;talking to;"
    "chatted with",
    "spoken to;spoken with;speak to;speak with;chat with;talk to;told by;helped by;served by;ask "
    "for;asked;asked for",
    "transfer me to;emailed;called;gave it to;given to;addressed to;handed to;mit;kollege;"
    "kollegin;mitarbeiter;mitarbeiterin",
    "mein mann;meine frau;mon mari;ma femme;collègue;mi marido;mi esposa;mi mujer;mio marito;mia "
    "moglie;could;can;did;does;has;from:;an:;to:;von:;cc:",
    "versprochen;mir;hat mir",
)
"""Words before somebody who is spoken of."""

PERSON_AFTER = _any_of(
    "said;told;promised;called;hung;asked;here;again;from;wrote;replied;answered;mentioned;"
    "assured;says;helped",
    "took;sent;was supposed;who;confirmed;advised;offered;explained;and i;hier;hat;sagte;wollte;"
    "schrieb;meinte;aus",
    "me dijo;me ha dicho;dijo;prometió;m'a;m’a;a dit;nous a;a répondu;mi ha;ha detto;zei;heeft;"
    "powiedział;powiedziała;obiecał;obiecała;disse;sa",
)
"""Words after somebody who is spoken of."""


CALLING = _any_of("this is;hier ist;hier spricht;ici;aquí")
"""With which somebody begins who says where they call from."""

CLOSING_SURELY = frozenset(
    each
    for each in CLOSING
    if " " in each and not re.search(r"than|dank|merci|grazie|best wishes|take care|the best", each)
)
"""Of these, those after which hardly anything but a name ends the line, even one unheard of."""

SELF = _any_of("i am;i'm;i’m;ich bin;je suis;soy;sono;ik ben;jag är")
"""The part of presence that only a person says of themselves."""

_LONGEST = 5
_LEADING = "([\"'“„«-–—.…*>~"
_AROUND = _LEADING + ",:：)!?"
_LAST_WORDS = frozenset(
    cue.split()[-1].strip(_AROUND) for cue in INTRODUCTION | PRESENCE | GREETING | PERSON_BEFORE
) | {""}


def phrases_before(text: str) -> frozenset[str]:
    """The last one to five words of a text, in lower case, with and without a colon or comma.

    Nothing where the last word ends no cue.
    """
    last = text.casefold().rsplit(maxsplit=_LONGEST)[-_LONGEST:]
    if not last or last[-1].strip(_AROUND) not in _LAST_WORDS:
        return frozenset()
    tails = [" ".join(last[start:]).lstrip(_LEADING) for start in range(len(last))]
    return frozenset(tails) | {tail.rstrip(",:：") for tail in tails}


def alternatives(cues: frozenset[str]) -> str:
    """A regular expression for any of the cues, longer ones first."""
    return "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
