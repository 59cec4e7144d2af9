"""What the bot itself says, in Danish."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hej, jeg er {company}s automatiske assistent. Jeg svarer på det, jeg er sikker på, og "
        "henter et menneske til resten. Hvad kan jeg hjælpe med?"
    ),
    "disclosure": "Jeg er {company}s automatiske assistent.",
    "notice": "Automatisk assistent",
    "as_written": ("Nogle af vores tekster findes ikke på dit sprog; dem viser jeg, som de er."),
    "hello": "Hej! Hvad kan jeg hjælpe med?",
    "thanks": "Selv tak. Er der mere, jeg kan hjælpe med?",
    "agreed": "Godt. Hvad kan jeg hjælpe med?",
    "declined": "Godt. Skriv bare, hvis der er noget.",
    "goodbye": "Farvel, og tak for din besked.",
    "cancelled": "Godt, det lader jeg ligge. Hvad kan jeg ellers hjælpe med?",
    "clarify": "Jeg vil være sikker på, at jeg forstår det rigtigt. Mener du en af disse?",
    "rephrase": (
        "Jeg er ikke sikker på, at jeg forstod det. Kan du sige det med andre ord, eller skal jeg "
        "hente et menneske?"
    ),
    "other_words": "Jeg forstår. Sig det gerne med andre ord, eller skal jeg hente et menneske?",
    "none_of_these": "Noget andet",
    "person": "Tal med et menneske",
    "handoff": (
        "Jeg giver dette videre til en kollega, som svarer dig her. Kollegaen kan se, hvad du har "
        "skrevet, så du behøver ikke gentage det."
    ),
    "handoff_unsure": (
        "Det har jeg ikke et sikkert svar på, så jeg giver det videre til en kollega, som svarer "
        "dig her."
    ),
    "handoff_language": (
        "Jeg kan ikke svare pålideligt på det sprog, du skriver på, så jeg giver dette videre til "
        "en kollega, som svarer dig her."
    ),
    "handoff_urgent": (
        "Her skal der et menneske til med det samme. Du står nu forrest i køen; en kollega svarer "
        "dig her."
    ),
    "handoff_refused": (
        "Jeg beklager, at det ikke var det, du spurgte om. Jeg giver det videre til en kollega, "
        "som svarer dig her."
    ),
    "above": (
        "Det nærmeste, jeg har, er svaret ovenfor, “{title}”. Hvis det ikke er nok, henter jeg "
        "gerne et menneske."
    ),
    "above_unsure": (
        "Jeg er ikke sikker, når det gælder “{new}”. Det nærmeste, jeg har, er svaret ovenfor, "
        "“{title}”. Hvis det ikke er nok, henter jeg gerne et menneske."
    ),
    "above_quoted": (
        "Det nærmeste, jeg har, er det, jeg citerede ovenfor. Hvis det ikke er nok, henter jeg "
        "gerne et menneske."
    ),
    "above_quoted_unsure": (
        "Jeg er ikke sikker, når det gælder “{new}”. Det nærmeste, jeg har, er det, jeg citerede "
        "ovenfor. Hvis det ikke er nok, henter jeg gerne et menneske."
    ),
    "one_at_a_time": "Du spurgte også om {titles}. Spørg mig gerne igen, når dette er på plads.",
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Noget gik galt hos mig. Jeg giver dette videre til en kollega, som svarer dig her; din "
        "besked er i sikkerhed."
    ),
    "closed": (
        "Der er ingen her lige nu. Jeg har gemt din besked til teamet, og nogen svarer dig her fra "
        "{opening}."
    ),
    "closed_unknown": (
        "Der er ingen her lige nu. Jeg har gemt din besked til teamet, og nogen svarer dig her, så "
        "snart de er tilbage."
    ),
    "waiting_identity": (
        "Jeg er en automatisk assistent, ikke et menneske. Et menneske er tilkaldt og svarer dig "
        "her."
    ),
    "waiting_thanks": "Selv tak. Et menneske ser stadig på det og svarer dig her.",
    "waiting_declined": "Godt. Dine beskeder bliver hos teamet, hvis der skulle være mere.",
    "still_waiting": "Tak, jeg har føjet det til for teamet. Et menneske svarer dig her.",
    "lookup_failed": (
        "Jeg kan ikke slå det op lige nu, så jeg giver dette videre til en kollega, som svarer dig "
        "her og kan se, hvad du har skrevet."
    ),
    "lookup_none": (
        "Jeg fandt ikke noget, der passer til de oplysninger. Kan du tjekke dem og sende dem igen?"
    ),
    "ask_again": "For at slå det op mangler jeg stadig dette:",
    "sources": "Fra vores hjælpesider:",
    "attachment": "Jeg kan ikke selv se ind i filer, men teamet kan åbne dem.",
    "attachment_other": "Jeg kan ikke selv gøre noget med det, men teamet kan se det.",
    "attachment_image": "Jeg kan ikke selv se billedet, men teamet kan.",
    "attachment_audio": "Jeg kan ikke selv høre optagelsen, men teamet kan.",
    "attachment_video": "Jeg kan ikke selv se videoen, men teamet kan.",
    "attachment_document": "Jeg kan ikke selv læse filen, men teamet kan åbne den.",
    "handoff_file": (
        "Jeg giver det videre til en kollega, som ser på det og svarer dig her. Et par ord om, "
        "hvad det handler om, hjælper."
    ),
    "file_too_large": "Din fil “{name}” er for stor til at blive gemt her. Send gerne en mindre.",
    "file_refused": (
        "Filer som “{name}” tages ikke imod her, så den blev ikke gemt. Sig det gerne med ord, "
        "eller send en anden slags fil."
    ),
    "file_too_many": (
        "Det er flere filer, end der kan gemmes på en dag, så “{name}” blev ikke gemt. Skriv i "
        "stedet, eller send den i morgen."
    ),
    "file_unavailable": "Din fil “{name}” nåede ikke frem til os. Send den gerne en gang til.",
    "commands": "Skriv bare, hvad det handler om. Med /human får du fat i et menneske.",
    "taken_over": "{name} er nu med i samtalen og svarer herfra. Du taler nu med et menneske.",
    "back_to_bot": "Du taler igen med den automatiske assistent.",
    "given_back": "{name} har forladt samtalen. Du taler igen med den automatiske assistent.",
    "identity": (
        "Jeg er en automatisk assistent, ikke et menneske. Jeg svarer på det, jeg er sikker på; "
        "sig til, så henter jeg en kollega."
    ),
    "near_article": (
        "Jeg er ikke sikker på svaret. Måske står det her, eller skal jeg hente et menneske?"
    ),
    "clarify_one": "Jeg vil være sikker på, at jeg forstår det rigtigt. Mener du det her?",
    "help": (
        "Jeg er {company}s automatiske assistent. Skriv med dine egne ord, hvad det handler om; "
        "det, jeg ikke er sikker på, går til et menneske.\n\n"
        "/human – Tal med et menneske\n"
        "/language – Vælg sprog\n"
        "/help – Det kan jeg"
    ),
    "unknown_command": "Jeg kender ikke kommandoen {command}.",
    "command_help": "Det kan jeg",
    "command_human": "Tal med et menneske",
    "command_language": "Vælg sprog",
    "language_name": "Dansk",
    "language_ask": "Hvilket sprog skal jeg skrive på?",
    "language_set": "Godt, fra nu af skriver jeg på dansk.",
    "language_unknown": "Jeg taler desværre ikke det sprog. Disse taler jeg:",
    "slow_down": (
        "Du skriver hurtigere, end jeg kan følge med. Intet går tabt: jeg samler dine beskeder og "
        "svarer på dem samlet. Et øjeblik."
    ),
    "silenced": (
        "Den automatiske assistent er slået fra lige nu. Teamet har din besked, og et menneske "
        "svarer dig her."
    ),
    "silenced_greeting": (
        "Velkommen. Den automatiske assistent hos {company} er slået fra lige nu. Skriv, hvad det "
        "drejer sig om, så svarer et menneske dig her."
    ),
    "rate": (
        "Hvordan var denne samtale? 1 er dårlig, 5 er fremragende. Skriv bare, hvis der er mere."
    ),
    "rated": "Tak for din vurdering.",
    "yes": "Ja",
    "no": "Nej",
    "detail_several": "Jeg kan se mere end én. Hvilken er det?",
    "detail_too_short": "Det er for kort; jeg skal bruge mindst {limit} tegn.",
    "detail_too_long": "Det er for langt; jeg kan højst tage {limit} tegn.",
    "detail_integer": "Her skal jeg bruge et helt tal.",
    "detail_currency": (
        "Jeg kan ikke se, hvilken valuta det er, eller det er ikke en, jeg kan tage imod. Jeg skal "
        "bruge et beløb som 12.50 {limit}."
    ),
    "detail_too_small": "Det skal være mindst {limit}.",
    "detail_too_large": "Det kan højst være {limit}.",
    "detail_no_such_day": "Den dag findes ikke.",
    "detail_too_early": "Det kan ikke være før {limit}.",
    "detail_too_late": "Det kan ikke være efter {limit}.",
    "detail_two_days": "Det kan være {first} eller {second}. Skriv det på en af disse to måder.",
    "detail_email": "Det ligner ikke en hel e-mailadresse.",
    "detail_phone": (
        "Jeg kan ikke se et telefonnummer der. Skriv det med landekode, for eksempel +45."
    ),
    "form_again": "Det fandt jeg ikke i din besked.",
    "form_example": "For eksempel: {examples}",
    "form_options": "Mulige svar: {options}",
    "form_skip": "Spring over",
    "form_check": "Se venligst, om dette er rigtigt:",
    "form_check_ask": "Er alt rigtigt?",
    "form_yes": "Ja, alt er rigtigt",
    "form_no": "Nej, ret noget",
    "form_which": "Hvad er forkert?",
    "form_or_these": "Eller skriv navnet: {names}",
    "form_back": "Tilbage til “{title}”:",
    "form_cancelled": (
        "Godt, det lader jeg ligge: “{title}” er droppet. Hvad kan jeg ellers hjælpe med?"
    ),
    "form_left": "Jeg har lagt “{title}” til side. Sig til, når du vil tage det op igen.",
    "form_unsure": "Det har jeg ikke et sikkert svar på; en kollega kan hjælpe dig med det.",
    "form_hello": "Hej!",
    "form_thanks": "Selv tak.",
    "form_wait": "Tag dig god tid.",
    "form_sent": (
        "Tak, mere behøver jeg ikke. Jeg har givet “{title}” videre til en kollega, som svarer dig "
        "her."
    ),
    "insult": (
        "Jeg beklager besværet. Jeg vil gerne hjælpe: sig, hvad det handler om, eller bed mig om "
        "at hente et menneske."
    ),
    "compliment": "Tak, det er venligt. Er der mere, jeg kan hjælpe med?",
    "take_your_time": "Selvfølgelig, tag dig god tid. Skriv, når du er klar.",
    "wait": (
        "Du er nummer {position} i køen; svaret kommer som regel inden for cirka {minutes} "
        "minutter."
    ),
    "wait_unknown": "Du er nummer {position} i køen.",
    "farewell_closed": "Selv tak. Skriv bare, hvis der er mere.",
    "wait_long": (
        "Du er nummer {position} i køen. Der er travlt, og svaret kan tage over en time; du "
        "behøver ikke vente her."
    ),
    "no_agent": (
        "Beklager, ingen har kunnet svare endnu. Du beholder din plads, og jeg har mindet teamet "
        "om, at du venter. Du behøver ikke blive her: svaret kommer her."
    ),
    "agent_idle": (
        "Jeg beklager, {name} har ikke kunnet svare endnu. Du er tilbage i køen, foran dem, der "
        "kom senere, og teamet har fået besked. Et menneske svarer dig her."
    ),
    "passed_on": (
        "{name} giver dette videre til de kolleger, der tager sig af det. Et menneske svarer dig "
        "her; du behøver ikke gentage noget."
    ),
    "lapsed": (
        "Her har været stille et stykke tid, så denne samtale er nu lukket. Skriv når som helst, "
        "så åbner den igen."
    ),
    "mail_answer_subject": "{company}: et svar fra {name}",
    "mail_answer": "{name} ({company}) har svaret dig i chatten:",
    "mail_answer_link": (
        "Læs videre og skriv tilbage her. Linket åbner kun denne samtale, i {days} dage; hold det "
        "gerne for dig selv:"
    ),
    "mail_answer_why": (
        "Du får denne mail, fordi du havde forladt chatten, før svaret kom. Brug linket for at "
        "skrive tilbage: et svar på denne mail når ikke frem til samtalen."
    ),
    "link_invalid": (
        "Dette link er ikke gyldigt. Åbn det præcis, som det står i mailen, eller begynd en ny "
        "samtale."
    ),
    "link_expired": "Dette link er udløbet. Begynd en ny samtale; teamet har stadig den tidligere.",
    "help_pages": "Hjælp",
    "help_search": "Søg",
    "help_nothing": "Intet fundet.",
}
