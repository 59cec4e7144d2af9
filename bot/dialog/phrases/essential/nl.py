"""What the bot must be able to say in Dutch: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Automatische assistent",
    "disclosure": "Ik ben de automatische assistent van {company}.",
    "greeting": (
        "Hallo, ik ben de automatische assistent van {company}. Ik beantwoord wat ik zeker weet "
        "en haal voor de rest een mens erbij. Waarmee kan ik helpen?"
    ),
    "identity": (
        "Ik ben een automatische assistent, geen mens. Ik beantwoord wat ik zeker weet; als u "
        "wilt, haal ik er een collega bij."
    ),
    "waiting_identity": (
        "Ik ben een automatische assistent, geen mens. Er is een mens gevraagd, die u hier "
        "antwoordt."
    ),
    "person": "Met een mens praten",
    "rephrase": (
        "Ik weet niet zeker of ik het begrepen heb. Kunt u het anders zeggen, of zal ik er een "
        "mens bij halen?"
    ),
    "handoff": (
        "Ik geef dit door aan een collega, die u hier antwoordt. Wat u schreef is daar te lezen; "
        "u hoeft het niet te herhalen."
    ),
    "handoff_unsure": (
        "Daarop heb ik geen zeker antwoord. Ik geef het door aan een collega, die u hier antwoordt."
    ),
    "handoff_urgent": (
        "Hier is meteen een mens voor nodig. U staat nu vooraan in de rij; een collega antwoordt "
        "u hier."
    ),
    "handoff_failed": (
        "Er ging iets mis bij mij. Ik geef dit door aan een collega, die u hier antwoordt; uw "
        "bericht is veilig bewaard."
    ),
    "closed": (
        "Er is op dit moment niemand. Ik heb uw bericht voor het team bewaard; vanaf {opening} "
        "antwoordt iemand u hier."
    ),
    "closed_unknown": (
        "Er is op dit moment niemand. Ik heb uw bericht voor het team bewaard; zodra er iemand "
        "is, krijgt u hier antwoord."
    ),
    "still_waiting": "Dank u, dat heb ik voor het team toegevoegd. Een mens antwoordt u hier.",
    "silenced": (
        "De automatische assistent is op dit moment uitgeschakeld. Het team heeft uw bericht, en "
        "een mens antwoordt u hier."
    ),
    "silenced_greeting": (
        "Welkom. De automatische assistent van {company} is op dit moment uitgeschakeld. Schrijf "
        "waar het over gaat, en een mens antwoordt u hier."
    ),
    "taken_over": (
        "{name} neemt nu deel aan het gesprek en antwoordt vanaf hier. U spreekt nu met een mens."
    ),
    "given_back": (
        "{name} heeft het gesprek verlaten. U spreekt weer met de automatische assistent."
    ),
    "back_to_bot": "U spreekt weer met de automatische assistent.",
    "no_agent": (
        "Het spijt ons, er kon nog niemand antwoorden. U houdt uw plaats, en ik heb het team er "
        "opnieuw op gewezen dat u wacht. U hoeft niet te blijven: het antwoord verschijnt hier."
    ),
    "wait": (
        "U bent nummer {position} in de rij; het antwoord komt meestal binnen ongeveer {minutes} "
        "minuten."
    ),
    "wait_unknown": "U bent nummer {position} in de rij.",
    "wait_long": (
        "U bent nummer {position} in de rij. Het is druk en het antwoord kan meer dan een uur "
        "duren; u hoeft hier niet te wachten."
    ),
}
