"""What the bot must be able to say in Finnish: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Automaattinen avustaja",
    "disclosure": "Olen automaattinen avustaja, palveluksessa {company}.",
    "greeting": (
        "Hei, olen automaattinen avustaja, palveluksessa {company}. Vastaan siihen, minkä "
        "varmasti tiedän, ja muuhun haen ihmisen. Miten voin auttaa?"
    ),
    "identity": (
        "Olen automaattinen avustaja, en ihminen. Vastaan siihen, minkä varmasti tiedän; "
        "halutessanne haen jonkun tiimistä."
    ),
    "waiting_identity": (
        "Olen automaattinen avustaja, en ihminen. Ihminen on kutsuttu ja vastaa teille tässä."
    ),
    "person": "Puhu ihmisen kanssa",
    "rephrase": "En ole varma, ymmärsinkö oikein. Voitteko sanoa sen toisin, vai haenko ihmisen?",
    "handoff": (
        "Välitän tämän tiimin jäsenelle, joka vastaa teille tässä. Hän näkee, mitä kirjoititte, "
        "joten sitä ei tarvitse toistaa."
    ),
    "handoff_unsure": (
        "Minulla ei ole tähän varmaa vastausta, joten välitän sen tiimin jäsenelle, joka vastaa "
        "teille tässä."
    ),
    "handoff_urgent": (
        "Tähän tarvitaan heti ihminen. Olette nyt jonon kärjessä; joku tiimistä vastaa teille "
        "tässä."
    ),
    "handoff_failed": (
        "Minulla meni jokin vikaan. Välitän tämän tiimin jäsenelle, joka vastaa teille tässä; "
        "viestinne on tallessa."
    ),
    "closed": (
        "Juuri nyt täällä ei ole ketään. Viestinne on tallessa tiimiä varten, ja joku vastaa "
        "teille tässä alkaen {opening}."
    ),
    "closed_unknown": (
        "Juuri nyt täällä ei ole ketään. Viestinne on tallessa tiimiä varten, ja joku vastaa "
        "teille tässä heti palattuaan."
    ),
    "still_waiting": "Kiitos, lisäsin sen tiimille. Ihminen vastaa teille tässä.",
    "silenced": (
        "Automaattinen avustaja on nyt pois päältä. Viestinne on tiimillä, ja ihminen vastaa "
        "teille tässä."
    ),
    "silenced_greeting": (
        "Tervetuloa. Automaattinen avustaja ({company}) on nyt pois päältä. Kirjoittakaa, mistä "
        "on kyse, niin ihminen vastaa teille tässä."
    ),
    "taken_over": (
        "{name} on nyt mukana keskustelussa ja vastaa tästä eteenpäin. Keskustelette nyt ihmisen "
        "kanssa."
    ),
    "given_back": (
        "{name} on poistunut keskustelusta. Keskustelette taas automaattisen avustajan kanssa."
    ),
    "back_to_bot": "Keskustelette taas automaattisen avustajan kanssa.",
    "no_agent": (
        "Valitettavasti kukaan ei ole vielä voinut vastata. Paikkanne jonossa säilyy, ja "
        "muistutin tiimiä siitä, että odotatte. Teidän ei tarvitse jäädä: vastaus tulee tähän."
    ),
    "wait": "Olette jonossa sijalla {position}; vastaus tulee yleensä noin {minutes} minuutissa.",
    "wait_unknown": "Olette jonossa sijalla {position}.",
    "wait_long": (
        "Olette jonossa sijalla {position}. Nyt on ruuhkaa, ja vastaus voi kestää yli tunnin; "
        "teidän ei tarvitse odottaa tässä."
    ),
}
