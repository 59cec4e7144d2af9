"""What the bot itself says, in Dutch."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hallo, ik ben de automatische assistent van {company}. Ik beantwoord wat ik zeker weet en "
        "haal voor de rest een mens erbij. Waarmee kan ik helpen?"
    ),
    "disclosure": "Ik ben de automatische assistent van {company}.",
    "notice": "Automatische assistent",
    "as_written": (
        "Sommige van onze teksten zijn er niet in uw taal; die laat ik zien zoals ze zijn."
    ),
    "hello": "Hallo! Waarmee kan ik helpen?",
    "thanks": "Graag gedaan. Kan ik nog ergens mee helpen?",
    "agreed": "Goed. Waarmee kan ik helpen?",
    "declined": "Goed. Als er iets is, schrijf me gerust.",
    "goodbye": "Tot ziens, en bedankt voor uw bericht.",
    "cancelled": "Goed, dat laat ik zitten. Waarmee kan ik nog helpen?",
    "clarify": "Ik wil zeker weten dat ik het goed begrijp. Bedoelt u een van deze?",
    "rephrase": (
        "Ik weet niet zeker of ik het begrepen heb. Kunt u het anders zeggen, of zal ik er een "
        "mens bij halen?"
    ),
    "other_words": "Ik begrijp het. Zeg het alstublieft anders, of zal ik er een mens bij halen?",
    "none_of_these": "Iets anders",
    "person": "Met een mens praten",
    "handoff": (
        "Ik geef dit door aan een collega, die u hier antwoordt. Wat u schreef is daar te lezen; u "
        "hoeft het niet te herhalen."
    ),
    "handoff_unsure": (
        "Daarop heb ik geen zeker antwoord. Ik geef het door aan een collega, die u hier antwoordt."
    ),
    "handoff_language": (
        "In de taal waarin u schrijft kan ik niet betrouwbaar antwoorden; ik geef dit daarom door "
        "aan een collega, die u hier antwoordt."
    ),
    "handoff_urgent": (
        "Hier is meteen een mens voor nodig. U staat nu vooraan in de rij; een collega antwoordt u "
        "hier."
    ),
    "handoff_refused": (
        "Het spijt me dat dit niet was wat u vroeg. Ik geef het door aan een collega, die u hier "
        "antwoordt."
    ),
    "above": (
        "Het dichtst in de buurt komt het antwoord hierboven, “{title}”. Als dat uw vraag niet "
        "beantwoordt, haal ik er graag een mens bij."
    ),
    "above_unsure": (
        "Over “{new}” in het bijzonder weet ik het niet zeker. Het dichtst in de buurt komt het "
        "antwoord hierboven, “{title}”. Als dat uw vraag niet beantwoordt, haal ik er graag een "
        "mens bij."
    ),
    "above_quoted": (
        "Het dichtst in de buurt komt wat ik hierboven citeerde. Als dat uw vraag niet "
        "beantwoordt, haal ik er graag een mens bij."
    ),
    "above_quoted_unsure": (
        "Over “{new}” in het bijzonder weet ik het niet zeker. Het dichtst in de buurt komt wat ik "
        "hierboven citeerde. Als dat uw vraag niet beantwoordt, haal ik er graag een mens bij."
    ),
    "one_at_a_time": (
        "U vroeg ook naar {titles}. Vraag het alstublieft opnieuw als dit geregeld is."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Er ging iets mis bij mij. Ik geef dit door aan een collega, die u hier antwoordt; uw "
        "bericht is veilig bewaard."
    ),
    "closed": (
        "Er is op dit moment niemand. Ik heb uw bericht voor het team bewaard; vanaf {opening} "
        "antwoordt iemand u hier."
    ),
    "closed_unknown": (
        "Er is op dit moment niemand. Ik heb uw bericht voor het team bewaard; zodra er iemand is, "
        "krijgt u hier antwoord."
    ),
    "waiting_identity": (
        "Ik ben een automatische assistent, geen mens. Er is een mens gevraagd, die u hier "
        "antwoordt."
    ),
    "waiting_thanks": "Graag gedaan. Een mens kijkt er nog naar en antwoordt u hier.",
    "waiting_declined": "Goed. Uw berichten blijven bij het team, voor het geval er nog iets is.",
    "still_waiting": "Dank u, dat heb ik voor het team toegevoegd. Een mens antwoordt u hier.",
    "lookup_failed": (
        "Ik kan dat nu niet opzoeken; ik geef dit daarom door aan een collega, die u hier "
        "antwoordt en kan zien wat u schreef."
    ),
    "lookup_none": (
        "Ik heb niets gevonden dat bij deze gegevens past. Kunt u ze nakijken en opnieuw sturen?"
    ),
    "ask_again": "Om dat op te zoeken heb ik dit nog nodig:",
    "sources": "Uit onze hulppagina's:",
    "attachment": "Ik kan zelf niet in bestanden kijken, maar het team kan ze openen.",
    "attachment_other": "Ik kan daar zelf niets mee, maar het team kan het zien.",
    "attachment_image": "Ik kan de foto zelf niet bekijken, maar het team kan hem zien.",
    "attachment_audio": "Ik kan de opname zelf niet beluisteren, maar het team wel.",
    "attachment_video": "Ik kan de video zelf niet bekijken, maar het team wel.",
    "attachment_document": "Ik kan het bestand zelf niet lezen, maar het team kan het openen.",
    "handoff_file": (
        "Ik geef het door aan een collega, die ernaar kijkt en u hier antwoordt. Een paar woorden "
        "over waar het om gaat helpen daarbij."
    ),
    "file_too_large": (
        "Uw bestand “{name}” is te groot om hier te bewaren. Stuur alstublieft een kleiner."
    ),
    "file_refused": (
        "Bestanden als “{name}” worden hier niet aangenomen; het is dus niet bewaard. Zeg het "
        "alstublieft in woorden, of stuur een ander soort bestand."
    ),
    "file_too_many": (
        "Dat zijn meer bestanden dan op één dag bewaard kunnen worden; “{name}” is dus niet "
        "bewaard. Schrijf het liever, of stuur het morgen."
    ),
    "file_unavailable": (
        "Uw bestand “{name}” is niet bij ons aangekomen. Stuur het alstublieft nog een keer."
    ),
    "commands": "Schrijf gewoon waar het om gaat. Met /human bereikt u een mens.",
    "taken_over": (
        "{name} neemt nu deel aan het gesprek en antwoordt vanaf hier. U spreekt nu met een mens."
    ),
    "back_to_bot": "U spreekt weer met de automatische assistent.",
    "given_back": (
        "{name} heeft het gesprek verlaten. U spreekt weer met de automatische assistent."
    ),
    "identity": (
        "Ik ben een automatische assistent, geen mens. Ik beantwoord wat ik zeker weet; als u "
        "wilt, haal ik er een collega bij."
    ),
    "near_article": (
        "Ik ben niet zeker van het antwoord. Misschien staat het hier, of zal "
        "ik iemand erbij halen?"
    ),
    "clarify_one": "Ik wil zeker weten dat ik het goed begrijp. Bedoelt u dit?",
    "help": (
        "Ik ben de automatische assistent van {company}. Schrijf in uw eigen woorden waar het om "
        "gaat; wat ik niet zeker weet gaat naar een mens.\n\n"
        "/human – Met een mens praten\n"
        "/language – De taal kiezen\n"
        "/help – Wat ik kan"
    ),
    "unknown_command": "Ik ken het commando {command} niet.",
    "command_help": "Wat ik kan",
    "command_human": "Met een mens praten",
    "command_language": "De taal kiezen",
    "language_name": "Nederlands",
    "language_ask": "In welke taal zal ik schrijven?",
    "language_set": "Goed, vanaf nu schrijf ik in het Nederlands.",
    "language_unknown": "Het spijt me, die taal spreek ik niet. Deze wel:",
    "slow_down": (
        "U schrijft sneller dan ik kan volgen. Er gaat niets verloren: ik verzamel uw berichten en "
        "beantwoord ze samen. Een ogenblik alstublieft."
    ),
    "silenced": (
        "De automatische assistent is op dit moment uitgeschakeld. Het team heeft uw bericht, en "
        "een mens antwoordt u hier."
    ),
    "silenced_greeting": (
        "Welkom. De automatische assistent van {company} is op dit moment uitgeschakeld. Schrijf "
        "waar het over gaat, en een mens antwoordt u hier."
    ),
    "rate": (
        "Hoe was dit gesprek? 1 is slecht, 5 is uitstekend. Als er nog iets is, schrijf gerust."
    ),
    "rated": "Bedankt voor uw beoordeling.",
    "yes": "Ja",
    "no": "Nee",
    "detail_several": "Ik zie er meer dan een. Welke is het?",
    "detail_too_short": "Dat is te kort; ik heb minstens {limit} tekens nodig.",
    "detail_too_long": "Dat is te lang; ik kan hoogstens {limit} tekens aannemen.",
    "detail_integer": "Daar heb ik een geheel getal nodig.",
    "detail_currency": (
        "Ik weet niet welke munteenheid dat is, of ik kan die niet aannemen. Ik heb een bedrag "
        "nodig zoals 12.50 {limit}."
    ),
    "detail_too_small": "Het moet minstens {limit} zijn.",
    "detail_too_large": "Het mag hoogstens {limit} zijn.",
    "detail_no_such_day": "Die dag bestaat niet.",
    "detail_too_early": "Het mag niet voor {limit} zijn.",
    "detail_too_late": "Het mag niet na {limit} zijn.",
    "detail_two_days": (
        "Dat kan {first} of {second} zijn. Schrijf het alstublieft op een van deze twee manieren."
    ),
    "detail_email": "Dat lijkt geen volledig e-mailadres.",
    "detail_phone": (
        "Ik lees daar geen telefoonnummer. Schrijf het met de landcode, bijvoorbeeld +31."
    ),
    "form_again": "Dat heb ik niet in uw bericht gevonden.",
    "form_example": "Bijvoorbeeld: {examples}",
    "form_options": "Mogelijke antwoorden: {options}",
    "form_skip": "Overslaan",
    "form_check": "Kijk alstublieft of dit klopt:",
    "form_check_ask": "Klopt alles?",
    "form_yes": "Ja, alles klopt",
    "form_no": "Nee, iets wijzigen",
    "form_which": "Wat klopt er niet?",
    "form_or_these": "Of schrijf de naam: {names}",
    "form_back": "Terug naar “{title}”:",
    "form_cancelled": (
        "Goed, dat laat ik zitten: “{title}” gaat niet door. Waarmee kan ik nog helpen?"
    ),
    "form_left": "Ik heb “{title}” opzijgelegd. Zeg het als u ermee verder wilt.",
    "form_unsure": "Daarop heb ik geen zeker antwoord; een collega kan u daarbij helpen.",
    "form_hello": "Hallo!",
    "form_thanks": "Graag gedaan.",
    "form_wait": "Neem de tijd.",
    "form_sent": (
        "Dank u, meer heb ik niet nodig. Ik heb “{title}” doorgegeven aan een collega, die u hier "
        "antwoordt."
    ),
    "insult": (
        "Het spijt me dat het zo lastig was. Ik wil graag helpen: zeg waar het om gaat, of vraag "
        "me er een mens bij te halen."
    ),
    "compliment": "Dank u, dat is vriendelijk. Kan ik nog ergens mee helpen?",
    "take_your_time": "Natuurlijk, neem de tijd. Schrijf wanneer u zover bent.",
    "wait": (
        "U bent nummer {position} in de rij; het antwoord komt meestal binnen ongeveer {minutes} "
        "minuten."
    ),
    "wait_unknown": "U bent nummer {position} in de rij.",
    "farewell_closed": "Graag gedaan. Als er nog iets is, schrijf gerust.",
    "wait_long": (
        "U bent nummer {position} in de rij. Het is druk en het antwoord kan meer dan een uur "
        "duren; u hoeft hier niet te wachten."
    ),
    "no_agent": (
        "Het spijt ons, er kon nog niemand antwoorden. U houdt uw plaats, en ik heb het team er "
        "opnieuw op gewezen dat u wacht. U hoeft niet te blijven: het antwoord verschijnt hier."
    ),
    "agent_idle": (
        "Het spijt me, {name} kon nog niet antwoorden. U staat weer in de rij, voor wie later "
        "kwam, en het team weet het. Een mens antwoordt u hier."
    ),
    "passed_on": (
        "{name} geeft dit door aan de collega's die erover gaan. Een mens antwoordt u hier; u "
        "hoeft niets te herhalen."
    ),
    "lapsed": (
        "Het is hier een tijd stil geweest, dus dit gesprek is nu gesloten. Schrijf wanneer u "
        "wilt, dan gaat het weer open."
    ),
    "mail_answer_subject": "{company}: een antwoord van {name}",
    "mail_answer": "{name} ({company}) heeft u in de chat geantwoord:",
    "mail_answer_link": (
        "Lees hier verder en schrijf terug. De link opent alleen dit gesprek, {days} dagen lang; "
        "houd hem alstublieft voor uzelf:"
    ),
    "mail_answer_why": (
        "U krijgt deze mail omdat u de chat had verlaten voor het antwoord kwam. Gebruik de link "
        "om terug te schrijven: een antwoord op deze mail komt niet in het gesprek aan."
    ),
    "link_invalid": (
        "Deze link is niet geldig. Open hem alstublieft precies zoals hij in de mail staat, of "
        "begin een nieuw gesprek."
    ),
    "link_expired": (
        "Deze link is verlopen. Begin alstublieft een nieuw gesprek; het team heeft het vorige nog."
    ),
    "help_pages": "Hulp",
    "help_search": "Zoeken",
    "help_nothing": "Niets gevonden.",
}
