"""What the bot must be able to say in Norwegian: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Automatisk assistent",
    "disclosure": "Jeg er den automatiske assistenten til {company}.",
    "greeting": (
        "Hei, jeg er den automatiske assistenten til {company}. Jeg svarer på det jeg er sikker "
        "på, og henter et menneske til resten. Hva kan jeg hjelpe med?"
    ),
    "identity": (
        "Jeg er en automatisk assistent, ikke et menneske. Jeg svarer på det jeg er sikker på; "
        "si fra, så henter jeg en kollega."
    ),
    "waiting_identity": (
        "Jeg er en automatisk assistent, ikke et menneske. Et menneske er tilkalt og svarer deg "
        "her."
    ),
    "person": "Snakk med et menneske",
    "rephrase": (
        "Jeg er ikke sikker på at jeg forsto det. Kan du si det med andre ord, eller skal jeg "
        "hente et menneske?"
    ),
    "handoff": (
        "Jeg sender dette videre til en kollega, som svarer deg her. Kollegaen ser hva du har "
        "skrevet, så du trenger ikke gjenta det."
    ),
    "handoff_unsure": (
        "Det har jeg ikke noe sikkert svar på, så jeg sender det videre til en kollega, som "
        "svarer deg her."
    ),
    "handoff_urgent": (
        "Her trengs et menneske med en gang. Du står nå først i køen; en kollega svarer deg her."
    ),
    "handoff_failed": (
        "Noe gikk galt hos meg. Jeg sender dette videre til en kollega, som svarer deg her; "
        "meldingen din er trygg."
    ),
    "closed": (
        "Ingen er her akkurat nå. Jeg har tatt vare på meldingen din til teamet, og noen svarer "
        "deg her fra {opening}."
    ),
    "closed_unknown": (
        "Ingen er her akkurat nå. Jeg har tatt vare på meldingen din til teamet, og noen svarer "
        "deg her så snart de er tilbake."
    ),
    "still_waiting": "Takk, jeg har lagt det til for teamet. Et menneske svarer deg her.",
    "silenced": (
        "Den automatiske assistenten er slått av akkurat nå. Teamet har meldingen din, og et "
        "menneske svarer deg her."
    ),
    "silenced_greeting": (
        "Velkommen. Den automatiske assistenten til {company} er slått av akkurat nå. Skriv hva "
        "det gjelder, så svarer et menneske deg her."
    ),
    "taken_over": "{name} er nå med i samtalen og svarer herfra. Du snakker nå med et menneske.",
    "given_back": "{name} har forlatt samtalen. Du snakker igjen med den automatiske assistenten.",
    "back_to_bot": "Du snakker igjen med den automatiske assistenten.",
    "no_agent": (
        "Beklager, ingen har kunnet svare ennå. Du beholder plassen din, og jeg har minnet "
        "teamet om at du venter. Du trenger ikke bli her: svaret kommer her."
    ),
    "wait": (
        "Du er nummer {position} i køen; svaret kommer som regel innen omtrent {minutes} minutter."
    ),
    "wait_unknown": "Du er nummer {position} i køen.",
    "wait_long": (
        "Du er nummer {position} i køen. Det er stor pågang, og svaret kan ta over en time; du "
        "trenger ikke vente her."
    ),
}
