"""What the bot itself says, in Swedish."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Hej, jag är {company}s automatiska assistent. Jag svarar på det jag säkert vet och hämtar "
        "en människa till resten. Vad kan jag hjälpa till med?"
    ),
    "disclosure": "Jag är {company}s automatiska assistent.",
    "notice": "Automatisk assistent",
    "as_written": "Några av våra texter finns inte på ditt språk; dem visar jag som de är.",
    "hello": "Hej! Vad kan jag hjälpa till med?",
    "thanks": "Varsågod. Är det något mer jag kan hjälpa till med?",
    "agreed": "Okej. Vad kan jag hjälpa till med?",
    "declined": "Okej. Skriv bara om det är något.",
    "goodbye": "Hej då, och tack för ditt meddelande.",
    "cancelled": "Okej, jag släpper det. Vad kan jag annars hjälpa till med?",
    "clarify": "Jag vill vara säker på att jag förstår rätt. Menar du något av detta?",
    "rephrase": (
        "Jag är inte säker på att jag förstod. Kan du säga det med andra ord, eller ska jag hämta "
        "en människa?"
    ),
    "other_words": "Jag förstår. Säg det gärna med andra ord, eller ska jag hämta en människa?",
    "none_of_these": "Något annat",
    "person": "Prata med en människa",
    "handoff": (
        "Jag skickar det här vidare till en kollega som svarar dig här. Kollegan ser vad du har "
        "skrivit, så du behöver inte upprepa det."
    ),
    "handoff_unsure": (
        "Jag har inget säkert svar på det, så jag skickar det vidare till en kollega som svarar "
        "dig här."
    ),
    "handoff_language": (
        "Jag kan inte svara tillförlitligt på det språk du skriver på, så jag skickar det här "
        "vidare till en kollega som svarar dig här."
    ),
    "handoff_urgent": (
        "Här behövs en människa direkt. Du står nu först i kön; en kollega svarar dig här."
    ),
    "handoff_refused": (
        "Jag beklagar att det inte var det du frågade om. Jag skickar det vidare till en kollega "
        "som svarar dig här."
    ),
    "above": (
        "Det närmaste jag har är svaret ovan, ”{title}”. Om det inte räcker hämtar jag gärna en "
        "människa."
    ),
    "above_unsure": (
        "Jag är inte säker när det gäller ”{new}”. Det närmaste jag har är svaret ovan, ”{title}”. "
        "Om det inte räcker hämtar jag gärna en människa."
    ),
    "above_quoted": (
        "Det närmaste jag har är det jag citerade ovan. Om det inte räcker hämtar jag gärna en "
        "människa."
    ),
    "above_quoted_unsure": (
        "Jag är inte säker när det gäller ”{new}”. Det närmaste jag har är det jag citerade ovan. "
        "Om det inte räcker hämtar jag gärna en människa."
    ),
    "one_at_a_time": "Du frågade också om {titles}. Fråga gärna igen när det här är klart.",
    "list_separator": ", ",
    "of_request": "{request}: {said}",
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
    "waiting_identity": (
        "Jag är en automatisk assistent, inte en människa. En människa är tillkallad och svarar "
        "dig här."
    ),
    "waiting_thanks": "Varsågod. En människa tittar ändå på det och svarar dig här.",
    "waiting_declined": (
        "Okej. Dina meddelanden finns kvar hos teamet, om det skulle vara något mer."
    ),
    "still_waiting": "Tack, jag har lagt till det för teamet. En människa svarar dig här.",
    "lookup_failed": (
        "Jag kan inte slå upp det just nu, så jag skickar det här vidare till en kollega som "
        "svarar dig här och ser vad du har skrivit."
    ),
    "lookup_none": (
        "Jag hittade inget som stämmer med de uppgifterna. Kan du kontrollera dem och skicka dem "
        "igen?"
    ),
    "ask_again": "För att slå upp det behöver jag fortfarande detta:",
    "sources": "Från våra hjälpsidor:",
    "attachment": "Jag kan inte själv titta i filer, men teamet kan öppna dem.",
    "attachment_other": "Jag kan inte själv göra något med det, men teamet kan se det.",
    "attachment_image": "Jag kan inte själv titta på bilden, men teamet kan se den.",
    "attachment_audio": "Jag kan inte själv lyssna på inspelningen, men det kan teamet.",
    "attachment_video": "Jag kan inte själv titta på videon, men det kan teamet.",
    "attachment_document": "Jag kan inte själv läsa filen, men teamet kan öppna den.",
    "handoff_file": (
        "Jag skickar det vidare till en kollega som tittar på det och svarar dig här. Några ord om "
        "vad det gäller hjälper."
    ),
    "file_too_large": "Din fil ”{name}” är för stor för att sparas här. Skicka gärna en mindre.",
    "file_refused": (
        "Filer som ”{name}” tas inte emot här, så den sparades inte. Säg det gärna med ord, eller "
        "skicka en annan sorts fil."
    ),
    "file_too_many": (
        "Det är fler filer än vad som kan sparas på en dag, så ”{name}” sparades inte. Skriv i "
        "stället, eller skicka den i morgon."
    ),
    "file_unavailable": "Din fil ”{name}” kom inte fram till oss. Skicka den gärna en gång till.",
    "commands": "Skriv bara vad det gäller. Med /human når du en människa.",
    "taken_over": "{name} är nu med i samtalet och svarar härifrån. Du pratar nu med en människa.",
    "back_to_bot": "Du pratar åter med den automatiska assistenten.",
    "given_back": "{name} har lämnat samtalet. Du pratar åter med den automatiska assistenten.",
    "identity": (
        "Jag är en automatisk assistent, inte en människa. Jag svarar på det jag säkert vet; säg "
        "till så hämtar jag en kollega."
    ),
    "near_article": (
        "Jag är inte säker på svaret. Kanske står det här, eller ska jag hämta en människa?"
    ),
    "clarify_one": "Jag vill vara säker på att jag förstår rätt. Menar du detta?",
    "help": (
        "Jag är {company}s automatiska assistent. Skriv med egna ord vad det gäller; det jag inte "
        "är säker på går till en människa.\n\n"
        "/human – Prata med en människa\n"
        "/language – Välj språk\n"
        "/help – Vad jag kan göra"
    ),
    "unknown_command": "Jag känner inte till kommandot {command}.",
    "command_help": "Vad jag kan göra",
    "command_human": "Prata med en människa",
    "command_language": "Välj språk",
    "language_name": "Svenska",
    "language_ask": "Vilket språk ska jag skriva på?",
    "language_set": "Okej, från och med nu skriver jag på svenska.",
    "language_unknown": "Jag talar tyvärr inte det språket. Dessa talar jag:",
    "slow_down": (
        "Du skriver snabbare än jag hinner med. Inget går förlorat: jag samlar dina meddelanden "
        "och svarar på alla tillsammans. Ett ögonblick."
    ),
    "silenced": (
        "Den automatiska assistenten är avstängd just nu. Teamet har ditt meddelande, och en "
        "människa svarar dig här."
    ),
    "silenced_greeting": (
        "Välkommen. Den automatiska assistenten hos {company} är avstängd just nu. Skriv vad det "
        "gäller, så svarar en människa dig här."
    ),
    "rate": "Hur var det här samtalet? 1 är dåligt, 5 är utmärkt. Skriv bara om det är något mer.",
    "rated": "Tack för ditt omdöme.",
    "yes": "Ja",
    "no": "Nej",
    "detail_several": "Jag ser mer än en. Vilken är det?",
    "detail_too_short": "Det är för kort; jag behöver minst {limit} tecken.",
    "detail_too_long": "Det är för långt; jag kan ta emot högst {limit} tecken.",
    "detail_integer": "Där behöver jag ett heltal.",
    "detail_currency": (
        "Jag kan inte se vilken valuta det är, eller så är det inte en jag kan ta emot. Jag "
        "behöver ett belopp som 12.50 {limit}."
    ),
    "detail_too_small": "Det måste vara minst {limit}.",
    "detail_too_large": "Det får vara högst {limit}.",
    "detail_no_such_day": "Den dagen finns inte.",
    "detail_too_early": "Det får inte vara före {limit}.",
    "detail_too_late": "Det får inte vara efter {limit}.",
    "detail_two_days": "Det kan vara {first} eller {second}. Skriv det på ett av dessa två sätt.",
    "detail_email": "Det ser inte ut som en fullständig e-postadress.",
    "detail_phone": "Jag ser inget telefonnummer där. Skriv det med landskod, till exempel +46.",
    "form_again": "Det hittade jag inte i ditt meddelande.",
    "form_example": "Till exempel: {examples}",
    "form_options": "Möjliga svar: {options}",
    "form_skip": "Hoppa över",
    "form_check": "Titta gärna om det här stämmer:",
    "form_check_ask": "Är allt rätt?",
    "form_yes": "Ja, allt är rätt",
    "form_no": "Nej, ändra något",
    "form_which": "Vad av detta är fel?",
    "form_or_these": "Eller skriv namnet: {names}",
    "form_back": "Tillbaka till ”{title}”:",
    "form_cancelled": (
        "Okej, jag släpper det: ”{title}” är avbrutet. Vad kan jag annars hjälpa till med?"
    ),
    "form_left": "Jag har lagt ”{title}” åt sidan. Säg till när du vill ta upp det igen.",
    "form_unsure": "Det har jag inget säkert svar på; en kollega kan hjälpa dig med det.",
    "form_hello": "Hej!",
    "form_thanks": "Varsågod.",
    "form_wait": "Ta den tid du behöver.",
    "form_sent": (
        "Tack, mer behöver jag inte. Jag har skickat ”{title}” vidare till en kollega som svarar "
        "dig här."
    ),
    "insult": (
        "Jag beklagar besväret. Jag vill gärna hjälpa till: säg vad det gäller, eller be mig hämta "
        "en människa."
    ),
    "compliment": "Tack, det var snällt. Är det något mer jag kan hjälpa till med?",
    "take_your_time": "Självklart, ta den tid du behöver. Skriv när du är redo.",
    "wait": "Du är nummer {position} i kön; svaret kommer oftast inom ungefär {minutes} minuter.",
    "wait_unknown": "Du är nummer {position} i kön.",
    "farewell_closed": "Varsågod. Skriv bara om det är något mer.",
    "wait_long": (
        "Du är nummer {position} i kön. Det är många som väntar, och svaret kan dröja mer än en "
        "timme; du behöver inte vänta här."
    ),
    "no_agent": (
        "Tyvärr har ingen kunnat svara ännu. Du behåller din plats, och jag har påmint teamet om "
        "att du väntar. Du behöver inte stanna: svaret kommer här."
    ),
    "agent_idle": (
        "Jag beklagar, {name} har inte hunnit svara än. Du är tillbaka i kön, före dem som kom "
        "senare, och teamet har fått veta det. En människa svarar dig här."
    ),
    "passed_on": (
        "{name} skickar det här vidare till de kollegor som tar hand om det. En människa svarar "
        "dig här; du behöver inte upprepa något."
    ),
    "lapsed": (
        "Här har varit tyst ett tag, så det här samtalet är nu avslutat. Skriv när du vill, så "
        "öppnas det igen."
    ),
    "mail_answer_subject": "{company}: ett svar från {name}",
    "mail_answer": "{name} ({company}) har svarat dig i chatten:",
    "mail_answer_link": (
        "Läs vidare och skriv tillbaka här. Länken öppnar bara det här samtalet, i {days} dagar; "
        "behåll den för dig själv:"
    ),
    "mail_answer_why": (
        "Du får det här mejlet för att du hade lämnat chatten innan svaret kom. Använd länken för "
        "att skriva tillbaka: ett svar på det här mejlet når inte samtalet."
    ),
    "link_invalid": (
        "Länken är inte giltig. Öppna den precis som den står i mejlet, eller börja ett nytt "
        "samtal."
    ),
    "link_expired": "Länken har gått ut. Börja ett nytt samtal; teamet har kvar det förra.",
    "help_pages": "Hjälp",
    "help_search": "Sök",
    "help_nothing": "Inget hittades.",
}
