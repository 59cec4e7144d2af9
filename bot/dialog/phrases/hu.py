"""What the bot itself says, in Hungarian."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Üdvözlöm, a(z) {company} automata asszisztense vagyok. Arra válaszolok, amit biztosan "
        "tudok, a többihez embert hívok. Miben segíthetek?"
    ),
    "disclosure": "A(z) {company} automata asszisztense vagyok.",
    "notice": "Automata asszisztens",
    "as_written": ("Néhány szövegünk nincs meg az Ön nyelvén; ezeket úgy mutatom, ahogy vannak."),
    "hello": "Üdvözlöm! Miben segíthetek?",
    "thanks": "Szívesen. Segíthetek még valamiben?",
    "agreed": "Rendben. Miben segíthetek?",
    "declined": "Rendben. Ha bármi van, írjon nyugodtan.",
    "goodbye": "Viszontlátásra, és köszönöm, hogy írt.",
    "cancelled": "Rendben, ezt hagyom. Miben segíthetek még?",
    "clarify": "Szeretném biztosan jól érteni. Ezek egyikére gondol?",
    "rephrase": (
        "Nem vagyok biztos benne, hogy jól értettem. Elmondaná más szavakkal, vagy hívjak egy "
        "embert?"
    ),
    "other_words": "Értem. Kérem, mondja el más szavakkal, vagy hívjak egy embert?",
    "none_of_these": "Valami más",
    "person": "Beszélgetés emberrel",
    "handoff": (
        "Továbbadom ezt egy munkatársnak, aki itt fog válaszolni. Látja, amit írt, nem kell "
        "megismételnie."
    ),
    "handoff_unsure": (
        "Erre nincs biztos válaszom, ezért továbbadom egy munkatársnak, aki itt fog válaszolni."
    ),
    "handoff_language": (
        "Azon a nyelven, amelyen ír, nem tudok megbízhatóan válaszolni, ezért továbbadom egy "
        "munkatársnak, aki itt fog válaszolni."
    ),
    "handoff_urgent": (
        "Ehhez azonnal ember kell. Most Ön az első a sorban; egy munkatárs itt fog válaszolni."
    ),
    "handoff_refused": (
        "Sajnálom, hogy nem erre volt kíváncsi. Továbbadom egy munkatársnak, aki itt fog "
        "válaszolni."
    ),
    "above": (
        "A legközelebbi, amim van, a fenti válasz: „{title}”. Ha ez nem elég, szívesen hívok egy "
        "embert."
    ),
    "above_unsure": (
        "Erről külön nem vagyok biztos: „{new}”. A legközelebbi, amim van, a fenti válasz: "
        "„{title}”. Ha ez nem elég, szívesen hívok egy embert."
    ),
    "above_quoted": (
        "A legközelebbi, amim van, az, amit fent idéztem. Ha ez nem elég, szívesen hívok egy "
        "embert."
    ),
    "above_quoted_unsure": (
        "Erről külön nem vagyok biztos: „{new}”. A legközelebbi, amim van, az, amit fent idéztem. "
        "Ha ez nem elég, szívesen hívok egy embert."
    ),
    "one_at_a_time": "Ezt is kérdezte: {titles}. Kérem, kérdezze meg újra, ha ezzel végeztünk.",
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Nálam valami hiba történt. Továbbadom ezt egy munkatársnak, aki itt fog válaszolni; az "
        "üzenete biztonságban van."
    ),
    "closed": (
        "Jelenleg nincs itt senki. Az üzenetét megőriztem a csapatnak; {opening} időponttól valaki "
        "itt válaszol."
    ),
    "closed_unknown": (
        "Jelenleg nincs itt senki. Az üzenetét megőriztem a csapatnak; amint valaki visszatér, itt "
        "válaszol."
    ),
    "waiting_identity": (
        "Automata asszisztens vagyok, nem ember. Már hívtam egy embert, aki itt fog válaszolni "
        "Önnek."
    ),
    "waiting_thanks": "Szívesen. Egy ember még megnézi ezt, és itt fog válaszolni.",
    "waiting_declined": "Rendben. Az üzenetei a csapatnál maradnak, ha mégis lenne valami.",
    "still_waiting": "Köszönöm, ezt is továbbítottam a csapatnak. Egy ember fog itt válaszolni.",
    "lookup_failed": (
        "Ezt most nem tudom megnézni, ezért továbbadom egy munkatársnak, aki látja, amit írt, és "
        "itt fog válaszolni."
    ),
    "lookup_none": (
        "Nem találtam semmit, ami ezekhez az adatokhoz illik. Ellenőrizné és elküldené őket újra?"
    ),
    "ask_again": "Ehhez még a következőre van szükségem:",
    "sources": "Súgóoldalainkról:",
    "attachment": "A fájlokba én nem tudok belenézni, de a csapat meg tudja nyitni őket.",
    "attachment_other": "Ezzel én nem tudok mit kezdeni, de a csapat látja.",
    "attachment_image": "A képet én nem tudom megnézni, de a csapat igen.",
    "attachment_audio": "A felvételt én nem tudom meghallgatni, de a csapat igen.",
    "attachment_video": "A videót én nem tudom megnézni, de a csapat igen.",
    "attachment_document": "A fájlt én nem tudom elolvasni, de a csapat meg tudja nyitni.",
    "handoff_file": (
        "Továbbadom egy munkatársnak, aki megnézi, és itt fog válaszolni. Segít, ha pár szóban "
        "leírja, miről van szó."
    ),
    "file_too_large": (
        "A fájl („{name}”) túl nagy ahhoz, hogy itt megőrizzük. Kérem, küldjön kisebbet."
    ),
    "file_refused": (
        "Ilyen fájlt („{name}”) itt nem fogadunk, ezért nem őriztük meg. Kérem, írja le szavakkal, "
        "vagy küldjön másfajta fájlt."
    ),
    "file_too_many": (
        "Ez több fájl, mint amennyit egy nap alatt meg tudunk őrizni, ezért ezt nem őriztük meg: "
        "„{name}”. Kérem, írja le, vagy küldje el holnap."
    ),
    "file_unavailable": "A fájl („{name}”) nem érkezett meg hozzánk. Kérem, küldje el még egyszer.",
    "commands": "Csak írja le, miről van szó. A /human paranccsal egy embert ér el.",
    "taken_over": (
        "{name} csatlakozott a beszélgetéshez, és innentől ő válaszol. Most egy emberrel beszél."
    ),
    "back_to_bot": "Ismét az automata asszisztenssel beszél.",
    "given_back": "{name} elhagyta a beszélgetést. Ismét az automata asszisztenssel beszél.",
    "identity": (
        "Automata asszisztens vagyok, nem ember. Arra válaszolok, amit biztosan tudok; ha "
        "szeretné, hívok valakit a csapatból."
    ),
    "near_article": (
        "A válaszban nem vagyok biztos. Talán itt megtalálható, vagy hívjak egy munkatársat?"
    ),
    "clarify_one": "Szeretném biztosan jól érteni. Erre gondol?",
    "help": (
        "A(z) {company} automata asszisztense vagyok. Írja le a saját szavaival, miről van szó; "
        "amiben nem vagyok biztos, az egy emberhez kerül.\n\n"
        "/human – Beszélgetés emberrel\n"
        "/language – Nyelv választása\n"
        "/help – Mit tudok"
    ),
    "unknown_command": "Nem ismerem ezt a parancsot: {command}.",
    "command_help": "Mit tudok",
    "command_human": "Beszélgetés emberrel",
    "command_language": "Nyelv választása",
    "language_name": "Magyar",
    "language_ask": "Milyen nyelven írjak?",
    "language_set": "Rendben, mostantól magyarul írok.",
    "language_unknown": "Sajnos ezt a nyelvet nem beszélem. Ezeket igen:",
    "slow_down": (
        "Gyorsabban ír, mint ahogy követni tudom. Semmi sem vész el: összegyűjtöm az üzeneteit, és "
        "egyszerre válaszolok rájuk. Kérem, várjon egy kicsit."
    ),
    "silenced": (
        "Az automata asszisztens jelenleg ki van kapcsolva. Az üzenete a csapatnál van, és egy "
        "ember fog itt válaszolni."
    ),
    "silenced_greeting": (
        "Üdvözöljük. A(z) {company} automata asszisztense jelenleg ki van kapcsolva. Írja meg, "
        "miről van szó, és egy ember fog itt válaszolni."
    ),
    "rate": "Milyen volt ez a beszélgetés? 1: rossz, 5: kiváló. Ha maradt még valami, írja meg.",
    "rated": "Köszönöm az értékelést.",
    "yes": "Igen",
    "no": "Nem",
    "detail_several": "Többet is látok. Melyik az?",
    "detail_too_short": "Ez túl rövid; legalább {limit} karakterre van szükségem.",
    "detail_too_long": "Ez túl hosszú; legfeljebb {limit} karaktert tudok fogadni.",
    "detail_integer": "Ide egész számra van szükségem.",
    "detail_currency": (
        "Nem látom, milyen pénznem ez, vagy nem olyan, amelyet el tudok fogadni. Ilyen összegre "
        "van szükségem: 12.50 {limit}."
    ),
    "detail_too_small": "Legalább ennyinek kell lennie: {limit}.",
    "detail_too_large": "Legfeljebb ennyi lehet: {limit}.",
    "detail_no_such_day": "Ilyen nap nincs.",
    "detail_too_early": "Nem lehet korábbi, mint {limit}.",
    "detail_too_late": "Nem lehet későbbi, mint {limit}.",
    "detail_two_days": "Ez lehet {first} vagy {second}. Kérem, írja le e két mód egyikén.",
    "detail_email": "Ez nem tűnik teljes e-mail-címnek.",
    "detail_phone": "Nem látok benne telefonszámot. Kérem, írja az országhívószámmal, például +36.",
    "form_again": "Ezt nem találtam az üzenetében.",
    "form_example": "Például: {examples}",
    "form_options": "Lehetséges válaszok: {options}",
    "form_skip": "Kihagyás",
    "form_check": "Kérem, nézze meg, helyes-e:",
    "form_check_ask": "Minden helyes?",
    "form_yes": "Igen, minden helyes",
    "form_no": "Nem, módosítok valamit",
    "form_which": "Melyik nem helyes?",
    "form_or_these": "Vagy írja le a nevét: {names}",
    "form_back": "Vissza ehhez: „{title}”",
    "form_cancelled": "Rendben, ezt hagyom: „{title}” törölve. Miben segíthetek még?",
    "form_left": "Félretettem ezt: „{title}”. Szóljon, ha folytatni szeretné.",
    "form_unsure": "Erre nincs biztos válaszom; egy munkatárs tud segíteni.",
    "form_hello": "Üdvözlöm!",
    "form_thanks": "Szívesen.",
    "form_wait": "Nyugodtan, ráérünk.",
    "form_sent": (
        "Köszönöm, mindent tudok, ami kell. Továbbadtam egy munkatársnak: „{title}”. Itt fog "
        "válaszolni."
    ),
    "insult": (
        "Sajnálom a kellemetlenséget. Szeretnék segíteni: írja le, miről van szó, vagy kérje, hogy "
        "hívjak egy embert."
    ),
    "compliment": "Köszönöm, ez kedves. Segíthetek még valamiben?",
    "take_your_time": "Persze, nyugodtan. Írjon, amikor készen áll.",
    "wait": (
        "Ön a(z) {position}. a sorban; a válasz általában körülbelül {minutes} percen belül "
        "megérkezik."
    ),
    "wait_unknown": "Ön a(z) {position}. a sorban.",
    "farewell_closed": "Szívesen. Ha maradt még valami, írja meg.",
    "wait_long": (
        "Ön a(z) {position}. a sorban. Sokan várnak, a válasz több mint egy órát is késhet; nem "
        "kell itt várnia."
    ),
    "no_agent": (
        "Sajnáljuk, még senki sem tudott válaszolni. Megtartja a helyét, és újra szóltam a "
        "csapatnak, hogy vár. Nem kell itt maradnia: a válasz itt jelenik meg."
    ),
    "agent_idle": (
        "Sajnálom, {name} még nem tudott válaszolni. Ismét a sorban van, a később érkezők előtt, "
        "és a csapat tud róla. Egy ember fog itt válaszolni."
    ),
    "passed_on": (
        "{name} továbbadja ezt azoknak, akikre tartozik. Egy ember fog itt válaszolni; nem kell "
        "semmit megismételnie."
    ),
    "lapsed": (
        "Egy ideje csend van itt, ezért ez a beszélgetés most lezárult. Írjon bármikor, és újra "
        "megnyílik."
    ),
    "mail_answer_subject": "{company}: válasz tőle: {name}",
    "mail_answer": "{name} ({company}) válaszolt Önnek a chatben:",
    "mail_answer_link": (
        "Itt olvashatja tovább és írhat vissza. A link csak ezt a beszélgetést nyitja meg, {days} "
        "napig; kérem, ne adja tovább:"
    ),
    "mail_answer_why": (
        "Azért kapja ezt a levelet, mert a válasz előtt elhagyta a chatet. Válaszoláshoz használja "
        "a linket: az erre a levélre adott válasz nem jut el a beszélgetésbe."
    ),
    "link_invalid": (
        "Ez a link nem érvényes. Kérem, pontosan úgy nyissa meg, ahogy a levélben áll, vagy "
        "kezdjen új beszélgetést."
    ),
    "link_expired": (
        "Ez a link lejárt. Kérem, kezdjen új beszélgetést; a csapatnak megvan a korábbi."
    ),
    "help_pages": "Súgó",
    "help_search": "Keresés",
    "help_nothing": "Nincs találat.",
}
