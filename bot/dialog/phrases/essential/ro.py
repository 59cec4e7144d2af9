"""What the bot must be able to say in Romanian: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Asistent automat",
    "disclosure": "Sunt asistentul automat al companiei {company}.",
    "greeting": (
        "Bună ziua, sunt asistentul automat al companiei {company}. Răspund la ce știu sigur, "
        "iar pentru rest chem o persoană. Cu ce pot ajuta?"
    ),
    "identity": (
        "Sunt un asistent automat, nu o persoană. Răspund la ce știu sigur; dacă doriți, chem pe "
        "cineva din echipă."
    ),
    "waiting_identity": (
        "Sunt un asistent automat, nu o persoană. O persoană a fost chemată și vă va răspunde aici."
    ),
    "person": "Vorbiți cu o persoană",
    "rephrase": "Nu sunt sigur că am înțeles. Puteți spune altfel, sau să chem o persoană?",
    "handoff": (
        "Transmit acest lucru cuiva din echipă, care vă va răspunde aici. Va vedea ce ați scris, "
        "nu este nevoie să repetați."
    ),
    "handoff_unsure": (
        "Nu am un răspuns sigur la aceasta, așa că o transmit cuiva din echipă, care vă va "
        "răspunde aici."
    ),
    "handoff_urgent": (
        "Aici este nevoie imediat de o persoană. Sunteți acum primul la rând; cineva din echipă "
        "vă va răspunde aici."
    ),
    "handoff_failed": (
        "Ceva nu a mers bine la mine. Transmit acest lucru cuiva din echipă, care vă va răspunde "
        "aici; mesajul dumneavoastră este în siguranță."
    ),
    "closed": (
        "Acum nu este nimeni aici. Am păstrat mesajul dumneavoastră pentru echipă; începând cu "
        "{opening} cineva vă va răspunde aici."
    ),
    "closed_unknown": (
        "Acum nu este nimeni aici. Am păstrat mesajul dumneavoastră pentru echipă; cineva vă va "
        "răspunde aici imediat ce se întoarce."
    ),
    "still_waiting": "Mulțumesc, am adăugat aceasta pentru echipă. O persoană vă va răspunde aici.",
    "silenced": (
        "Asistentul automat este oprit în acest moment. Echipa are mesajul dumneavoastră, iar o "
        "persoană vă va răspunde aici."
    ),
    "silenced_greeting": (
        "Bun venit. Asistentul automat al companiei {company} este oprit în acest moment. "
        "Scrieți despre ce este vorba, iar o persoană vă va răspunde aici."
    ),
    "taken_over": (
        "{name} a intrat în conversație și răspunde de acum înainte. Acum vorbiți cu o persoană."
    ),
    "given_back": "{name} a părăsit conversația. Vorbiți din nou cu asistentul automat.",
    "back_to_bot": "Vorbiți din nou cu asistentul automat.",
    "no_agent": (
        "Ne pare rău, încă nimeni nu a putut răspunde. Vă păstrați locul, iar echipei i-am "
        "amintit că așteptați. Nu trebuie să rămâneți: răspunsul va apărea aici."
    ),
    "wait": (
        "Sunteți numărul {position} la rând; răspunsul vine de obicei în aproximativ {minutes} "
        "minute."
    ),
    "wait_unknown": "Sunteți numărul {position} la rând.",
    "wait_long": (
        "Sunteți numărul {position} la rând. Sunt multe solicitări, iar răspunsul poate dura "
        "peste o oră; nu trebuie să așteptați aici."
    ),
}
