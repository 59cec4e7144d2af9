"""What the bot itself says, in Norwegian."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hei, jeg er den automatiske assistenten til {company}. Jeg svarer på det jeg er sikker "
        "på, og henter et menneske til resten. Hva kan jeg hjelpe med?"
    ),
    "disclosure": "Jeg er den automatiske assistenten til {company}.",
    "notice": "Automatisk assistent",
    "as_written": ("Noen av tekstene våre finnes ikke på språket ditt; dem viser jeg som de er."),
    "hello": "Hei! Hva kan jeg hjelpe med?",
    "thanks": "Bare hyggelig. Er det noe mer jeg kan hjelpe med?",
    "agreed": "Greit. Hva kan jeg hjelpe med?",
    "declined": "Greit. Bare skriv hvis det er noe.",
    "goodbye": "Ha det bra, og takk for meldingen.",
    "cancelled": "Greit, det lar jeg ligge. Hva kan jeg ellers hjelpe med?",
    "clarify": "Jeg vil være sikker på at jeg forstår riktig. Mener du en av disse?",
    "rephrase": (
        "Jeg er ikke sikker på at jeg forsto det. Kan du si det med andre ord, eller skal jeg "
        "hente et menneske?"
    ),
    "other_words": "Jeg skjønner. Si det gjerne med andre ord, eller skal jeg hente et menneske?",
    "none_of_these": "Noe annet",
    "person": "Snakk med et menneske",
    "handoff": (
        "Jeg sender dette videre til en kollega, som svarer deg her. Kollegaen ser hva du har "
        "skrevet, så du trenger ikke gjenta det."
    ),
    "handoff_unsure": (
        "Det har jeg ikke noe sikkert svar på, så jeg sender det videre til en kollega, som svarer "
        "deg her."
    ),
    "handoff_language": (
        "Jeg kan ikke svare pålitelig på språket du skriver på, så jeg sender dette videre til en "
        "kollega, som svarer deg her."
    ),
    "handoff_urgent": (
        "Her trengs et menneske med en gang. Du står nå først i køen; en kollega svarer deg her."
    ),
    "handoff_refused": (
        "Jeg beklager at dette ikke var det du spurte om. Jeg sender det videre til en kollega, "
        "som svarer deg her."
    ),
    "above": (
        "Det nærmeste jeg har, er svaret ovenfor, «{title}». Hvis det ikke er nok, henter jeg "
        "gjerne et menneske."
    ),
    "above_unsure": (
        "Jeg er ikke sikker når det gjelder «{new}». Det nærmeste jeg har, er svaret ovenfor, "
        "«{title}». Hvis det ikke er nok, henter jeg gjerne et menneske."
    ),
    "above_quoted": (
        "Det nærmeste jeg har, er det jeg siterte ovenfor. Hvis det ikke er nok, henter jeg gjerne "
        "et menneske."
    ),
    "above_quoted_unsure": (
        "Jeg er ikke sikker når det gjelder «{new}». Det nærmeste jeg har, er det jeg siterte "
        "ovenfor. Hvis det ikke er nok, henter jeg gjerne et menneske."
    ),
    "one_at_a_time": "Du spurte også om {titles}. Spør meg gjerne igjen når dette er i orden.",
    "list_separator": ", ",
    "of_request": "{request}: {said}",
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
    "waiting_identity": (
        "Jeg er en automatisk assistent, ikke et menneske. Et menneske er tilkalt og svarer deg "
        "her."
    ),
    "waiting_thanks": "Bare hyggelig. Et menneske ser fortsatt på dette og svarer deg her.",
    "waiting_declined": "Greit. Meldingene dine blir hos teamet, i tilfelle det er mer.",
    "still_waiting": "Takk, jeg har lagt det til for teamet. Et menneske svarer deg her.",
    "lookup_failed": (
        "Jeg kan ikke slå opp det akkurat nå, så jeg sender dette videre til en kollega, som "
        "svarer deg her og ser hva du har skrevet."
    ),
    "lookup_none": (
        "Jeg fant ikke noe som passer til disse opplysningene. Kan du sjekke dem og sende dem på "
        "nytt?"
    ),
    "ask_again": "For å slå opp det trenger jeg fortsatt dette:",
    "sources": "Fra hjelpesidene våre:",
    "attachment": "Jeg kan ikke se i filer selv, men teamet kan åpne dem.",
    "attachment_other": "Jeg kan ikke gjøre noe med det selv, men teamet kan se det.",
    "attachment_image": "Jeg kan ikke se på bildet selv, men teamet kan.",
    "attachment_audio": "Jeg kan ikke høre på opptaket selv, men teamet kan.",
    "attachment_video": "Jeg kan ikke se videoen selv, men teamet kan.",
    "attachment_document": "Jeg kan ikke lese filen selv, men teamet kan åpne den.",
    "handoff_file": (
        "Jeg sender det videre til en kollega, som ser på det og svarer deg her. Noen ord om hva "
        "det gjelder, hjelper."
    ),
    "file_too_large": "Filen «{name}» er for stor til å lagres her. Send gjerne en mindre.",
    "file_refused": (
        "Filer som «{name}» tas ikke imot her, så den ble ikke lagret. Si det gjerne med ord, "
        "eller send en annen type fil."
    ),
    "file_too_many": (
        "Det er flere filer enn det kan lagres på en dag, så «{name}» ble ikke lagret. Skriv "
        "heller, eller send den i morgen."
    ),
    "file_unavailable": "Filen «{name}» kom ikke fram til oss. Send den gjerne en gang til.",
    "commands": "Bare skriv hva det gjelder. Med /human når du et menneske.",
    "taken_over": "{name} er nå med i samtalen og svarer herfra. Du snakker nå med et menneske.",
    "back_to_bot": "Du snakker igjen med den automatiske assistenten.",
    "given_back": "{name} har forlatt samtalen. Du snakker igjen med den automatiske assistenten.",
    "identity": (
        "Jeg er en automatisk assistent, ikke et menneske. Jeg svarer på det jeg er sikker på; si "
        "fra, så henter jeg en kollega."
    ),
    "near_article": (
        "Jeg er ikke sikker på svaret. Kanskje står det her, eller skal jeg hente et menneske?"
    ),
    "clarify_one": "Jeg vil være sikker på at jeg forstår riktig. Mener du dette?",
    "help": (
        "Jeg er den automatiske assistenten til {company}. Skriv med egne ord hva det gjelder; det "
        "jeg ikke er sikker på, går til et menneske.\n\n"
        "/human – Snakk med et menneske\n"
        "/language – Velg språk\n"
        "/help – Dette kan jeg"
    ),
    "unknown_command": "Jeg kjenner ikke kommandoen {command}.",
    "command_help": "Dette kan jeg",
    "command_human": "Snakk med et menneske",
    "command_language": "Velg språk",
    "language_name": "Norsk",
    "language_ask": "Hvilket språk skal jeg skrive på?",
    "language_set": "Greit, fra nå av skriver jeg på norsk.",
    "language_unknown": "Jeg beklager, det språket snakker jeg ikke. Disse snakker jeg:",
    "slow_down": (
        "Du skriver fortere enn jeg klarer å følge med. Ingenting går tapt: jeg samler meldingene "
        "dine og svarer på dem samlet. Et øyeblikk."
    ),
    "silenced": (
        "Den automatiske assistenten er slått av akkurat nå. Teamet har meldingen din, og et "
        "menneske svarer deg her."
    ),
    "silenced_greeting": (
        "Velkommen. Den automatiske assistenten til {company} er slått av akkurat nå. Skriv hva "
        "det gjelder, så svarer et menneske deg her."
    ),
    "rate": (
        "Hvordan var denne samtalen? 1 er dårlig, 5 er utmerket. Bare skriv hvis det er noe mer."
    ),
    "rated": "Takk for vurderingen.",
    "yes": "Ja",
    "no": "Nei",
    "detail_several": "Jeg ser mer enn én. Hvilken er det?",
    "detail_too_short": "Det er for kort; jeg trenger minst {limit} tegn.",
    "detail_too_long": "Det er for langt; jeg kan ta imot høyst {limit} tegn.",
    "detail_integer": "Her trenger jeg et helt tall.",
    "detail_currency": (
        "Jeg ser ikke hvilken valuta det er, eller det er ikke en jeg kan ta imot. Jeg trenger et "
        "beløp som 12.50 {limit}."
    ),
    "detail_too_small": "Det må være minst {limit}.",
    "detail_too_large": "Det kan være høyst {limit}.",
    "detail_no_such_day": "Den dagen finnes ikke.",
    "detail_too_early": "Det kan ikke være før {limit}.",
    "detail_too_late": "Det kan ikke være etter {limit}.",
    "detail_two_days": "Det kan være {first} eller {second}. Skriv det på en av disse to måtene.",
    "detail_email": "Det ser ikke ut som en fullstendig e-postadresse.",
    "detail_phone": "Jeg ser ikke noe telefonnummer der. Skriv det med landkode, for eksempel +47.",
    "form_again": "Det fant jeg ikke i meldingen din.",
    "form_example": "For eksempel: {examples}",
    "form_options": "Mulige svar: {options}",
    "form_skip": "Hopp over",
    "form_check": "Se om dette stemmer:",
    "form_check_ask": "Er alt riktig?",
    "form_yes": "Ja, alt er riktig",
    "form_no": "Nei, endre noe",
    "form_which": "Hva av dette er feil?",
    "form_or_these": "Eller skriv navnet: {names}",
    "form_back": "Tilbake til «{title}»:",
    "form_cancelled": (
        "Greit, det lar jeg ligge: «{title}» er avbrutt. Hva kan jeg ellers hjelpe med?"
    ),
    "form_left": "Jeg har lagt «{title}» til side. Si fra når du vil ta det opp igjen.",
    "form_unsure": "Det har jeg ikke noe sikkert svar på; en kollega kan hjelpe deg med det.",
    "form_hello": "Hei!",
    "form_thanks": "Bare hyggelig.",
    "form_wait": "Ta deg god tid.",
    "form_sent": (
        "Takk, mer trenger jeg ikke. Jeg har sendt «{title}» videre til en kollega, som svarer deg "
        "her."
    ),
    "insult": (
        "Jeg beklager bryet. Jeg vil gjerne hjelpe: si hva det gjelder, eller be meg hente et "
        "menneske."
    ),
    "compliment": "Takk, det var hyggelig. Er det noe mer jeg kan hjelpe med?",
    "take_your_time": "Selvfølgelig, ta deg god tid. Skriv når du er klar.",
    "wait": (
        "Du er nummer {position} i køen; svaret kommer som regel innen omtrent {minutes} minutter."
    ),
    "wait_unknown": "Du er nummer {position} i køen.",
    "farewell_closed": "Bare hyggelig. Skriv hvis det er noe mer.",
    "wait_long": (
        "Du er nummer {position} i køen. Det er stor pågang, og svaret kan ta over en time; du "
        "trenger ikke vente her."
    ),
    "no_agent": (
        "Beklager, ingen har kunnet svare ennå. Du beholder plassen din, og jeg har minnet teamet "
        "om at du venter. Du trenger ikke bli her: svaret kommer her."
    ),
    "agent_idle": (
        "Jeg beklager, {name} har ikke kunnet svare ennå. Du er tilbake i køen, foran dem som kom "
        "senere, og teamet har fått beskjed. Et menneske svarer deg her."
    ),
    "passed_on": (
        "{name} sender dette videre til kollegene som tar seg av det. Et menneske svarer deg her; "
        "du trenger ikke gjenta noe."
    ),
    "lapsed": (
        "Her har det vært stille en stund, så denne samtalen er nå lukket. Skriv når som helst, så "
        "åpner den igjen."
    ),
    "mail_answer_subject": "{company}: et svar fra {name}",
    "mail_answer": "{name} ({company}) har svart deg i chatten:",
    "mail_answer_link": (
        "Les videre og skriv tilbake her. Lenken åpner bare denne samtalen, i {days} dager; hold "
        "den for deg selv:"
    ),
    "mail_answer_why": (
        "Du får denne e-posten fordi du hadde forlatt chatten før svaret kom. Bruk lenken for å "
        "skrive tilbake: et svar på denne e-posten når ikke samtalen."
    ),
    "link_invalid": (
        "Denne lenken er ikke gyldig. Åpne den akkurat slik den står i e-posten, eller begynn en "
        "ny samtale."
    ),
    "link_expired": (
        "Denne lenken er utløpt. Begynn en ny samtale; teamet har fortsatt den forrige."
    ),
    "help_pages": "Hjelp",
    "help_search": "Søk",
    "help_nothing": "Ingenting funnet.",
}
