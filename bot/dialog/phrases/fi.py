"""What the bot itself says, in Finnish."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hei, olen automaattinen avustaja, palveluksessa {company}. Vastaan siihen, minkä varmasti "
        "tiedän, ja muuhun haen ihmisen. Miten voin auttaa?"
    ),
    "disclosure": "Olen automaattinen avustaja, palveluksessa {company}.",
    "notice": "Automaattinen avustaja",
    "as_written": (
        "Kaikkia tekstejämme ei ole teidän kielellänne; näytän ne sellaisina kuin ne ovat."
    ),
    "hello": "Hei! Miten voin auttaa?",
    "thanks": "Ole hyvä. Voinko auttaa vielä jossain muussa?",
    "agreed": "Selvä. Miten voin auttaa?",
    "declined": "Selvä. Kirjoittakaa, jos jotain tulee mieleen.",
    "goodbye": "Näkemiin, ja kiitos viestistä.",
    "cancelled": "Selvä, jätän sen. Miten muuten voin auttaa?",
    "clarify": "Haluan varmasti ymmärtää oikein. Tarkoitatteko jotakin näistä?",
    "rephrase": "En ole varma, ymmärsinkö oikein. Voitteko sanoa sen toisin, vai haenko ihmisen?",
    "other_words": "Ymmärrän. Sanokaa se toisin, tai haenko ihmisen?",
    "none_of_these": "Jotain muuta",
    "person": "Puhu ihmisen kanssa",
    "handoff": (
        "Välitän tämän tiimin jäsenelle, joka vastaa teille tässä. Hän näkee, mitä kirjoititte, "
        "joten sitä ei tarvitse toistaa."
    ),
    "handoff_unsure": (
        "Minulla ei ole tähän varmaa vastausta, joten välitän sen tiimin jäsenelle, joka vastaa "
        "teille tässä."
    ),
    "handoff_language": (
        "En pysty vastaamaan luotettavasti kielellä, jolla kirjoitatte, joten välitän tämän tiimin "
        "jäsenelle, joka vastaa teille tässä."
    ),
    "handoff_urgent": (
        "Tähän tarvitaan heti ihminen. Olette nyt jonon kärjessä; joku tiimistä vastaa teille "
        "tässä."
    ),
    "handoff_refused": (
        "Pahoittelen, ettei tämä ollut se, mitä kysyitte. Välitän sen tiimin jäsenelle, joka "
        "vastaa teille tässä."
    ),
    "above": (
        "Lähimpänä on yllä oleva vastaus, ”{title}”. Jos se ei riitä, haen mielelläni ihmisen."
    ),
    "above_unsure": (
        "Tästä en ole varma: ”{new}”. Lähimpänä on yllä oleva vastaus, ”{title}”. Jos se ei riitä, "
        "haen mielelläni ihmisen."
    ),
    "above_quoted": (
        "Lähimpänä on se, mitä yllä lainasin. Jos se ei riitä, haen mielelläni ihmisen."
    ),
    "above_quoted_unsure": (
        "Tästä en ole varma: ”{new}”. Lähimpänä on se, mitä yllä lainasin. Jos se ei riitä, haen "
        "mielelläni ihmisen."
    ),
    "one_at_a_time": "Kysyitte myös: {titles}. Kysykää uudelleen, kun tämä on hoidettu.",
    "list_separator": ", ",
    "of_request": "{request}: {said}",
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
    "waiting_identity": (
        "Olen automaattinen avustaja, en ihminen. Ihminen on kutsuttu ja vastaa teille tässä."
    ),
    "waiting_thanks": "Ole hyvä. Ihminen katsoo tämän silti ja vastaa teille tässä.",
    "waiting_declined": "Selvä. Viestinne jäävät tiimille, jos jotain on vielä.",
    "still_waiting": "Kiitos, lisäsin sen tiimille. Ihminen vastaa teille tässä.",
    "lookup_failed": (
        "En voi juuri nyt tarkistaa sitä, joten välitän tämän tiimin jäsenelle, joka näkee, mitä "
        "kirjoititte, ja vastaa teille tässä."
    ),
    "lookup_none": (
        "En löytänyt mitään, mikä vastaa näitä tietoja. Voitteko tarkistaa ne ja lähettää "
        "uudelleen?"
    ),
    "ask_again": "Tarkistamista varten tarvitsen vielä tämän:",
    "sources": "Ohjesivuiltamme:",
    "attachment": "En pysty itse katsomaan tiedostoja, mutta tiimi voi avata ne.",
    "attachment_other": "En pysty itse tekemään tälle mitään, mutta tiimi näkee sen.",
    "attachment_image": "En pysty itse katsomaan kuvaa, mutta tiimi pystyy.",
    "attachment_audio": "En pysty itse kuuntelemaan tallennetta, mutta tiimi pystyy.",
    "attachment_video": "En pysty itse katsomaan videota, mutta tiimi pystyy.",
    "attachment_document": "En pysty itse lukemaan tiedostoa, mutta tiimi voi avata sen.",
    "handoff_file": (
        "Välitän sen tiimin jäsenelle, joka katsoo sitä ja vastaa teille tässä. Muutama sana "
        "siitä, mistä on kyse, auttaa."
    ),
    "file_too_large": (
        "Tiedostonne ”{name}” on liian suuri säilytettäväksi täällä. Lähettäkää pienempi."
    ),
    "file_refused": (
        "Tällaisia tiedostoja (”{name}”) ei oteta vastaan, joten sitä ei säilytetty. Sanokaa se "
        "sanoin tai lähettäkää toisenlainen tiedosto."
    ),
    "file_too_many": (
        "Tiedostoja on enemmän kuin päivässä voidaan säilyttää, joten tiedostoa ”{name}” ei "
        "säilytetty. Kirjoittakaa sen sijaan, tai lähettäkää se huomenna."
    ),
    "file_unavailable": "Tiedostonne ”{name}” ei tullut perille. Lähettäkää se vielä kerran.",
    "commands": "Kirjoittakaa vain, mistä on kyse. Komennolla /human tavoitatte ihmisen.",
    "taken_over": (
        "{name} on nyt mukana keskustelussa ja vastaa tästä eteenpäin. Keskustelette nyt ihmisen "
        "kanssa."
    ),
    "back_to_bot": "Keskustelette taas automaattisen avustajan kanssa.",
    "given_back": (
        "{name} on poistunut keskustelusta. Keskustelette taas automaattisen avustajan kanssa."
    ),
    "identity": (
        "Olen automaattinen avustaja, en ihminen. Vastaan siihen, minkä varmasti tiedän; "
        "halutessanne haen jonkun tiimistä."
    ),
    "near_article": "En ole varma vastauksesta. Se saattaa löytyä tästä, vai haenko ihmisen?",
    "clarify_one": "Haluan varmasti ymmärtää oikein. Tarkoitatteko tätä?",
    "help": (
        "Olen automaattinen avustaja, palveluksessa {company}. Kirjoittakaa omin sanoin, mistä on "
        "kyse; se, mistä en ole varma, menee ihmiselle.\n\n"
        "/human – Puhu ihmisen kanssa\n"
        "/language – Valitse kieli\n"
        "/help – Mitä osaan"
    ),
    "unknown_command": "En tunne komentoa {command}.",
    "command_help": "Mitä osaan",
    "command_human": "Puhu ihmisen kanssa",
    "command_language": "Valitse kieli",
    "language_name": "Suomi",
    "language_ask": "Millä kielellä kirjoitan?",
    "language_set": "Selvä, tästä lähtien kirjoitan suomeksi.",
    "language_unknown": "Valitettavasti en puhu tätä kieltä. Näitä puhun:",
    "slow_down": (
        "Kirjoitatte nopeammin kuin pystyn seuraamaan. Mitään ei katoa: kerään viestinne ja "
        "vastaan niihin yhdessä. Hetkinen."
    ),
    "silenced": (
        "Automaattinen avustaja on nyt pois päältä. Viestinne on tiimillä, ja ihminen vastaa "
        "teille tässä."
    ),
    "silenced_greeting": (
        "Tervetuloa. Automaattinen avustaja ({company}) on nyt pois päältä. Kirjoittakaa, mistä on "
        "kyse, niin ihminen vastaa teille tässä."
    ),
    "rate": (
        "Millainen tämä keskustelu oli? 1 on huono, 5 on erinomainen. Jos jotain on vielä, "
        "kirjoittakaa."
    ),
    "rated": "Kiitos arviosta.",
    "yes": "Kyllä",
    "no": "Ei",
    "detail_several": "Näen useamman kuin yhden. Mikä niistä?",
    "detail_too_short": "Se on liian lyhyt; tarvitsen vähintään {limit} merkkiä.",
    "detail_too_long": "Se on liian pitkä; voin ottaa enintään {limit} merkkiä.",
    "detail_integer": "Tähän tarvitsen kokonaisluvun.",
    "detail_currency": (
        "En tunnista valuuttaa, tai se ei ole sellainen, jonka voin ottaa. Tarvitsen summan, "
        "esimerkiksi 12.50 {limit}."
    ),
    "detail_too_small": "Sen on oltava vähintään {limit}.",
    "detail_too_large": "Se voi olla enintään {limit}.",
    "detail_no_such_day": "Sellaista päivää ei ole.",
    "detail_too_early": "Se ei voi olla aikaisempi kuin {limit}.",
    "detail_too_late": "Se ei voi olla myöhempi kuin {limit}.",
    "detail_two_days": (
        "Se voi olla {first} tai {second}. Kirjoittakaa se jommallakummalla tavalla."
    ),
    "detail_email": "Se ei näytä täydelliseltä sähköpostiosoitteelta.",
    "detail_phone": (
        "En näe siinä puhelinnumeroa. Kirjoittakaa se maatunnuksen kanssa, esimerkiksi +358."
    ),
    "form_again": "En löytänyt sitä viestistänne.",
    "form_example": "Esimerkiksi: {examples}",
    "form_options": "Mahdolliset vastaukset: {options}",
    "form_skip": "Ohita",
    "form_check": "Katsokaa, pitävätkö nämä paikkansa:",
    "form_check_ask": "Onko kaikki oikein?",
    "form_yes": "Kyllä, kaikki oikein",
    "form_no": "Ei, muutan jotain",
    "form_which": "Mikä näistä on väärin?",
    "form_or_these": "Tai kirjoittakaa sen nimi: {names}",
    "form_back": "Takaisin aiheeseen ”{title}”:",
    "form_cancelled": "Selvä, jätän sen: ”{title}” on peruttu. Miten muuten voin auttaa?",
    "form_left": "Siirsin syrjään: ”{title}”. Sanokaa, kun haluatte jatkaa sitä.",
    "form_unsure": "Siihen minulla ei ole varmaa vastausta; tiimin jäsen voi auttaa.",
    "form_hello": "Hei!",
    "form_thanks": "Ole hyvä.",
    "form_wait": "Ei kiirettä.",
    "form_sent": (
        "Kiitos, muuta en tarvitse. Välitin tiimin jäsenelle: ”{title}”. Hän vastaa teille tässä."
    ),
    "insult": (
        "Pahoittelen vaivaa. Haluan auttaa: kertokaa, mistä on kyse, tai pyytäkää minua hakemaan "
        "ihminen."
    ),
    "compliment": "Kiitos, ystävällisesti sanottu. Voinko auttaa vielä jossain muussa?",
    "take_your_time": "Totta kai, ei kiirettä. Kirjoittakaa, kun olette valmis.",
    "wait": "Olette jonossa sijalla {position}; vastaus tulee yleensä noin {minutes} minuutissa.",
    "wait_unknown": "Olette jonossa sijalla {position}.",
    "farewell_closed": "Ole hyvä. Jos jotain on vielä, kirjoittakaa.",
    "wait_long": (
        "Olette jonossa sijalla {position}. Nyt on ruuhkaa, ja vastaus voi kestää yli tunnin; "
        "teidän ei tarvitse odottaa tässä."
    ),
    "no_agent": (
        "Valitettavasti kukaan ei ole vielä voinut vastata. Paikkanne jonossa säilyy, ja muistutin "
        "tiimiä siitä, että odotatte. Teidän ei tarvitse jäädä: vastaus tulee tähän."
    ),
    "agent_idle": (
        "Pahoittelen, {name} ei ole vielä voinut vastata. Olette taas jonossa, ennen myöhemmin "
        "tulleita, ja tiimi tietää asiasta. Ihminen vastaa teille tässä."
    ),
    "passed_on": (
        "{name} välittää tämän niille, joille asia kuuluu. Ihminen vastaa teille tässä; mitään ei "
        "tarvitse toistaa."
    ),
    "lapsed": (
        "Täällä on ollut hetken hiljaista, joten tämä keskustelu on nyt suljettu. Kirjoittakaa "
        "milloin vain, ja se avautuu uudelleen."
    ),
    "mail_answer_subject": "{company}: vastaus, lähettäjänä {name}",
    "mail_answer": "{name} ({company}) on vastannut teille chatissa:",
    "mail_answer_link": (
        "Jatkakaa lukemista ja vastatkaa tässä. Linkki avaa vain tämän keskustelun, {days} päivän "
        "ajan; pitäkää se omana tietonanne:"
    ),
    "mail_answer_why": (
        "Saatte tämän viestin, koska poistuitte chatista ennen vastausta. Vastatkaa linkin kautta: "
        "vastaus tähän sähköpostiin ei tule keskusteluun."
    ),
    "link_invalid": (
        "Tämä linkki ei kelpaa. Avatkaa se täsmälleen sellaisena kuin se on viestissä, tai "
        "aloittakaa uusi keskustelu."
    ),
    "link_expired": (
        "Tämä linkki on vanhentunut. Aloittakaa uusi keskustelu; aiempi on yhä tiimillä."
    ),
    "help_pages": "Ohje",
    "help_search": "Hae",
    "help_nothing": "Mitään ei löytynyt.",
}
