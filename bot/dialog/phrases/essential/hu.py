"""What the bot must be able to say in Hungarian: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Automata asszisztens",
    "disclosure": "A(z) {company} automata asszisztense vagyok.",
    "greeting": (
        "Üdvözlöm, a(z) {company} automata asszisztense vagyok. Arra válaszolok, amit biztosan "
        "tudok, a többihez embert hívok. Miben segíthetek?"
    ),
    "identity": (
        "Automata asszisztens vagyok, nem ember. Arra válaszolok, amit biztosan tudok; ha "
        "szeretné, hívok valakit a csapatból."
    ),
    "waiting_identity": (
        "Automata asszisztens vagyok, nem ember. Már hívtam egy embert, aki itt fog válaszolni "
        "Önnek."
    ),
    "person": "Beszélgetés emberrel",
    "rephrase": (
        "Nem vagyok biztos benne, hogy jól értettem. Elmondaná más szavakkal, vagy hívjak egy "
        "embert?"
    ),
    "handoff": (
        "Továbbadom ezt egy munkatársnak, aki itt fog válaszolni. Látja, amit írt, nem kell "
        "megismételnie."
    ),
    "handoff_unsure": (
        "Erre nincs biztos válaszom, ezért továbbadom egy munkatársnak, aki itt fog válaszolni."
    ),
    "handoff_urgent": (
        "Ehhez azonnal ember kell. Most Ön az első a sorban; egy munkatárs itt fog válaszolni."
    ),
    "handoff_failed": (
        "Nálam valami hiba történt. Továbbadom ezt egy munkatársnak, aki itt fog válaszolni; az "
        "üzenete biztonságban van."
    ),
    "closed": (
        "Jelenleg nincs itt senki. Az üzenetét megőriztem a csapatnak; {opening} időponttól "
        "valaki itt válaszol."
    ),
    "closed_unknown": (
        "Jelenleg nincs itt senki. Az üzenetét megőriztem a csapatnak; amint valaki visszatér, "
        "itt válaszol."
    ),
    "still_waiting": "Köszönöm, ezt is továbbítottam a csapatnak. Egy ember fog itt válaszolni.",
    "silenced": (
        "Az automata asszisztens jelenleg ki van kapcsolva. Az üzenete a csapatnál van, és egy "
        "ember fog itt válaszolni."
    ),
    "silenced_greeting": (
        "Üdvözöljük. A(z) {company} automata asszisztense jelenleg ki van kapcsolva. Írja meg, "
        "miről van szó, és egy ember fog itt válaszolni."
    ),
    "taken_over": (
        "{name} csatlakozott a beszélgetéshez, és innentől ő válaszol. Most egy emberrel beszél."
    ),
    "given_back": "{name} elhagyta a beszélgetést. Ismét az automata asszisztenssel beszél.",
    "back_to_bot": "Ismét az automata asszisztenssel beszél.",
    "no_agent": (
        "Sajnáljuk, még senki sem tudott válaszolni. Megtartja a helyét, és újra szóltam a "
        "csapatnak, hogy vár. Nem kell itt maradnia: a válasz itt jelenik meg."
    ),
    "wait": (
        "Ön a(z) {position}. a sorban; a válasz általában körülbelül {minutes} percen belül "
        "megérkezik."
    ),
    "wait_unknown": "Ön a(z) {position}. a sorban.",
    "wait_long": (
        "Ön a(z) {position}. a sorban. Sokan várnak, a válasz több mint egy órát is késhet; nem "
        "kell itt várnia."
    ),
}
