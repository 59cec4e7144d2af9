"""What the bot must be able to say in Swedish: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Automatisk assistent",
    "disclosure": "Jag är {company}s automatiska assistent.",
    "greeting": (
        "Hej, jag är {company}s automatiska assistent. Jag svarar på det jag säkert vet och "
        "hämtar en människa till resten. Vad kan jag hjälpa till med?"
    ),
    "identity": (
        "Jag är en automatisk assistent, inte en människa. Jag svarar på det jag säkert vet; säg "
        "till så hämtar jag en kollega."
    ),
    "waiting_identity": (
        "Jag är en automatisk assistent, inte en människa. En människa är tillkallad och svarar "
        "dig här."
    ),
    "person": "Prata med en människa",
    "rephrase": (
        "Jag är inte säker på att jag förstod. Kan du säga det med andra ord, eller ska jag "
        "hämta en människa?"
    ),
    "handoff": (
        "Jag skickar det här vidare till en kollega som svarar dig här. Kollegan ser vad du har "
        "skrivit, så du behöver inte upprepa det."
    ),
    "handoff_unsure": (
        "Jag har inget säkert svar på det, så jag skickar det vidare till en kollega som svarar "
        "dig här."
    ),
    "handoff_urgent": (
        "Här behövs en människa direkt. Du står nu först i kön; en kollega svarar dig här."
    ),
    "handoff_failed": (
        "Något gick fel hos mig. Jag skickar det här vidare till en kollega som svarar dig här; "
        "ditt meddelande är i säkert förvar."
    ),
    "closed": (
        "Ingen är här just nu. Jag har sparat ditt meddelande till teamet, och någon svarar dig "
        "här från {opening}."
    ),
    "closed_unknown": (
        "Ingen är här just nu. Jag har sparat ditt meddelande till teamet, och någon svarar dig "
        "här så snart de är tillbaka."
    ),
    "still_waiting": "Tack, jag har lagt till det för teamet. En människa svarar dig här.",
    "silenced": (
        "Den automatiska assistenten är avstängd just nu. Teamet har ditt meddelande, och en "
        "människa svarar dig här."
    ),
    "silenced_greeting": (
        "Välkommen. Den automatiska assistenten hos {company} är avstängd just nu. Skriv vad det "
        "gäller, så svarar en människa dig här."
    ),
    "taken_over": "{name} är nu med i samtalet och svarar härifrån. Du pratar nu med en människa.",
    "given_back": "{name} har lämnat samtalet. Du pratar åter med den automatiska assistenten.",
    "back_to_bot": "Du pratar åter med den automatiska assistenten.",
    "no_agent": (
        "Tyvärr har ingen kunnat svara ännu. Du behåller din plats, och jag har påmint teamet om "
        "att du väntar. Du behöver inte stanna: svaret kommer här."
    ),
    "wait": "Du är nummer {position} i kön; svaret kommer oftast inom ungefär {minutes} minuter.",
    "wait_unknown": "Du är nummer {position} i kön.",
    "wait_long": (
        "Du är nummer {position} i kön. Det är många som väntar, och svaret kan dröja mer än en "
        "timme; du behöver inte vänta här."
    ),
}
