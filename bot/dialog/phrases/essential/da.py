"""What the bot must be able to say in Danish: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Automatisk assistent",
    "disclosure": "Jeg er {company}s automatiske assistent.",
    "greeting": (
        "Hej, jeg er {company}s automatiske assistent. Jeg svarer på det, jeg er sikker på, og "
        "henter et menneske til resten. Hvad kan jeg hjælpe med?"
    ),
    "identity": (
        "Jeg er en automatisk assistent, ikke et menneske. Jeg svarer på det, jeg er sikker på; "
        "sig til, så henter jeg en kollega."
    ),
    "waiting_identity": (
        "Jeg er en automatisk assistent, ikke et menneske. Et menneske er tilkaldt og svarer dig "
        "her."
    ),
    "person": "Tal med et menneske",
    "rephrase": (
        "Jeg er ikke sikker på, at jeg forstod det. Kan du sige det med andre ord, eller skal "
        "jeg hente et menneske?"
    ),
    "handoff": (
        "Jeg giver dette videre til en kollega, som svarer dig her. Kollegaen kan se, hvad du "
        "har skrevet, så du behøver ikke gentage det."
    ),
    "handoff_unsure": (
        "Det har jeg ikke et sikkert svar på, så jeg giver det videre til en kollega, som svarer "
        "dig her."
    ),
    "handoff_urgent": (
        "Her skal der et menneske til med det samme. Du står nu forrest i køen; en kollega "
        "svarer dig her."
    ),
    "handoff_failed": (
        "Noget gik galt hos mig. Jeg giver dette videre til en kollega, som svarer dig her; din "
        "besked er i sikkerhed."
    ),
    "closed": (
        "Der er ingen her lige nu. Jeg har gemt din besked til teamet, og nogen svarer dig her "
        "fra {opening}."
    ),
    "closed_unknown": (
        "Der er ingen her lige nu. Jeg har gemt din besked til teamet, og nogen svarer dig her, "
        "så snart de er tilbage."
    ),
    "still_waiting": "Tak, jeg har føjet det til for teamet. Et menneske svarer dig her.",
    "silenced": (
        "Den automatiske assistent er slået fra lige nu. Teamet har din besked, og et menneske "
        "svarer dig her."
    ),
    "silenced_greeting": (
        "Velkommen. Den automatiske assistent hos {company} er slået fra lige nu. Skriv, hvad "
        "det drejer sig om, så svarer et menneske dig her."
    ),
    "taken_over": "{name} er nu med i samtalen og svarer herfra. Du taler nu med et menneske.",
    "given_back": "{name} har forladt samtalen. Du taler igen med den automatiske assistent.",
    "back_to_bot": "Du taler igen med den automatiske assistent.",
    "no_agent": (
        "Beklager, ingen har kunnet svare endnu. Du beholder din plads, og jeg har mindet teamet "
        "om, at du venter. Du behøver ikke blive her: svaret kommer her."
    ),
    "wait": (
        "Du er nummer {position} i køen; svaret kommer som regel inden for cirka {minutes} "
        "minutter."
    ),
    "wait_unknown": "Du er nummer {position} i køen.",
    "wait_long": (
        "Du er nummer {position} i køen. Der er travlt, og svaret kan tage over en time; du "
        "behøver ikke vente her."
    ),
}
