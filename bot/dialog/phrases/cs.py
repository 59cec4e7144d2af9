"""What the bot itself says, in Czech."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Dobrý den, jsem automatický asistent společnosti {company}. Odpovídám na to, co vím "
        "jistě, a k ostatnímu zavolám člověka. S čím mohu pomoci?"
    ),
    "disclosure": "Jsem automatický asistent společnosti {company}.",
    "notice": "Automatický asistent",
    "as_written": "Některé naše texty nejsou ve vašem jazyce; ukazuji je tak, jak jsou.",
    "hello": "Dobrý den! S čím mohu pomoci?",
    "thanks": "Není zač. Mohu pomoci ještě s něčím?",
    "agreed": "Dobře. S čím mohu pomoci?",
    "declined": "Dobře. Kdyby cokoli, napište mi.",
    "goodbye": "Na shledanou a děkuji za zprávu.",
    "cancelled": "Dobře, nechám to být. S čím dalším mohu pomoci?",
    "clarify": "Chci mít jistotu, že dobře rozumím. Máte na mysli něco z toho?",
    "rephrase": "Nejsem si jistý, že rozumím. Můžete to říct jinak, nebo mám zavolat člověka?",
    "other_words": "Rozumím. Řekněte to prosím jinak, nebo mám zavolat člověka?",
    "none_of_these": "Něco jiného",
    "person": "Mluvit s člověkem",
    "handoff": (
        "Předávám to někomu z týmu, kdo vám odpoví zde. Uvidí, co jste napsali, není třeba to "
        "opakovat."
    ),
    "handoff_unsure": (
        "Na to nemám jistou odpověď, proto to předávám někomu z týmu, kdo vám odpoví zde."
    ),
    "handoff_language": (
        "V jazyce, kterým píšete, neumím spolehlivě odpovídat, proto to předávám někomu z týmu, "
        "kdo vám odpoví zde."
    ),
    "handoff_urgent": (
        "Tady je hned potřeba člověk. Jste teď na začátku fronty; někdo z týmu vám odpoví zde."
    ),
    "handoff_refused": (
        "Mrzí mě, že to nebylo to, na co jste se ptali. Předávám to někomu z týmu, kdo vám odpoví "
        "zde."
    ),
    "above": "Nejblíže je odpověď výše, „{title}“. Pokud nestačí, rád zavolám člověka.",
    "above_unsure": (
        "Pokud jde o „{new}“, jistý si nejsem. Nejblíže je odpověď výše, „{title}“. Pokud nestačí, "
        "rád zavolám člověka."
    ),
    "above_quoted": "Nejblíže je to, co jsem citoval výše. Pokud to nestačí, rád zavolám člověka.",
    "above_quoted_unsure": (
        "Pokud jde o „{new}“, jistý si nejsem. Nejblíže je to, co jsem citoval výše. Pokud to "
        "nestačí, rád zavolám člověka."
    ),
    "one_at_a_time": (
        "Ptali jste se také na {titles}. Zeptejte se prosím znovu, až toto bude vyřízeno."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Na mé straně se něco pokazilo. Předávám to někomu z týmu, kdo vám odpoví zde; vaše zpráva "
        "je v bezpečí."
    ),
    "closed": (
        "Teď tu nikdo není. Vaši zprávu jsem uložil pro tým; od {opening} vám někdo odpoví zde."
    ),
    "closed_unknown": (
        "Teď tu nikdo není. Vaši zprávu jsem uložil pro tým; jakmile tu někdo bude, odpoví vám zde."
    ),
    "waiting_identity": (
        "Jsem automatický asistent, ne člověk. Člověk už byl zavolán a odpoví vám zde."
    ),
    "waiting_thanks": "Není zač. Člověk se na to i tak podívá a odpoví vám zde.",
    "waiting_declined": "Dobře. Vaše zprávy zůstávají u týmu, kdyby ještě něco bylo.",
    "still_waiting": "Děkuji, přidal jsem to pro tým. Odpoví vám zde člověk.",
    "lookup_failed": (
        "Teď to nemohu zjistit, proto to předávám někomu z týmu, kdo uvidí, co jste napsali, a "
        "odpoví vám zde."
    ),
    "lookup_none": (
        "Nenašel jsem nic, co by odpovídalo těmto údajům. Můžete je zkontrolovat a poslat znovu?"
    ),
    "ask_again": "Abych to zjistil, potřebuji ještě toto:",
    "sources": "Z našich stránek nápovědy:",
    "attachment": "Do souborů se sám podívat neumím, ale tým je může otevřít.",
    "attachment_other": "Sám s tím nic neudělám, ale tým to vidí.",
    "attachment_image": "Na obrázek se sám podívat neumím, ale tým ano.",
    "attachment_audio": "Nahrávku si sám poslechnout neumím, ale tým ano.",
    "attachment_video": "Na video se sám podívat neumím, ale tým ano.",
    "attachment_document": "Soubor sám přečíst neumím, ale tým ho může otevřít.",
    "handoff_file": (
        "Předávám to někomu z týmu, kdo se na to podívá a odpoví vám zde. Pomůže pár slov o tom, "
        "čeho se to týká."
    ),
    "file_too_large": "Váš soubor „{name}“ je příliš velký. Pošlete prosím menší.",
    "file_refused": (
        "Soubory jako „{name}“ zde nepřijímáme, proto nebyl uložen. Řekněte to prosím slovy, nebo "
        "pošlete jiný druh souboru."
    ),
    "file_too_many": (
        "To je více souborů, než lze za jeden den uložit, proto „{name}“ nebyl uložen. Napište to "
        "prosím, nebo ho pošlete zítra."
    ),
    "file_unavailable": "Váš soubor „{name}“ k nám nedorazil. Pošlete ho prosím ještě jednou.",
    "commands": "Napište prostě, o co jde. Příkazem /human se spojíte s člověkem.",
    "taken_over": (
        "{name} se připojuje ke konverzaci a odpovídá odtud dál. Nyní mluvíte s člověkem."
    ),
    "back_to_bot": "Opět mluvíte s automatickým asistentem.",
    "given_back": "{name} opouští konverzaci. Opět mluvíte s automatickým asistentem.",
    "identity": (
        "Jsem automatický asistent, ne člověk. Odpovídám na to, co vím jistě; na přání zavolám "
        "někoho z týmu."
    ),
    "near_article": "Odpovědí si nejsem jistý. Možná stojí zde, nebo mám zavolat člověka?",
    "clarify_one": "Chci mít jistotu, že dobře rozumím. Máte na mysli toto?",
    "help": (
        "Jsem automatický asistent společnosti {company}. Napište vlastními slovy, o co jde; to, "
        "čím si nejsem jistý, jde k člověku.\n\n"
        "/human – Mluvit s člověkem\n"
        "/language – Zvolit jazyk\n"
        "/help – Co umím"
    ),
    "unknown_command": "Příkaz {command} neznám.",
    "command_help": "Co umím",
    "command_human": "Mluvit s člověkem",
    "command_language": "Zvolit jazyk",
    "language_name": "Čeština",
    "language_ask": "V jakém jazyce mám psát?",
    "language_set": "Dobře, odteď píšu česky.",
    "language_unknown": "Tímto jazykem bohužel nemluvím. Těmito ano:",
    "slow_down": (
        "Píšete rychleji, než stíhám. Nic se neztratí: vaše zprávy sbírám a odpovím na ně "
        "najednou. Okamžik, prosím."
    ),
    "silenced": "Automatický asistent je teď vypnutý. Vaši zprávu má tým a odpoví vám zde člověk.",
    "silenced_greeting": (
        "Vítejte. Automatický asistent společnosti {company} je teď vypnutý. Napište, o co jde, a "
        "odpoví vám zde člověk."
    ),
    "rate": "Jaký byl tento rozhovor? 1 je špatný, 5 je výborný. Pokud ještě něco zbývá, napište.",
    "rated": "Děkuji za hodnocení.",
    "yes": "Ano",
    "no": "Ne",
    "detail_several": "Vidím tam více možností. Která to je?",
    "detail_too_short": "To je příliš krátké; potřebuji alespoň {limit} znaků.",
    "detail_too_long": "To je příliš dlouhé; mohu přijmout nejvýše {limit} znaků.",
    "detail_integer": "Zde potřebuji celé číslo.",
    "detail_currency": (
        "Nepoznám, jaká je to měna, nebo ji nemohu přijmout. Potřebuji částku jako 12.50 {limit}."
    ),
    "detail_too_small": "Musí to být alespoň {limit}.",
    "detail_too_large": "Může to být nejvýše {limit}.",
    "detail_no_such_day": "Takový den neexistuje.",
    "detail_too_early": "Nemůže to být dříve než {limit}.",
    "detail_too_late": "Nemůže to být později než {limit}.",
    "detail_two_days": (
        "To může být {first} nebo {second}. Napište to prosím jedním z těchto dvou způsobů."
    ),
    "detail_email": "To nevypadá jako úplná e-mailová adresa.",
    "detail_phone": (
        "Telefonní číslo tam nevidím. Napište ho prosím s předvolbou země, například +420."
    ),
    "form_again": "To jsem ve vaší zprávě nenašel.",
    "form_example": "Například: {examples}",
    "form_options": "Možné odpovědi: {options}",
    "form_skip": "Přeskočit",
    "form_check": "Podívejte se prosím, zda to souhlasí:",
    "form_check_ask": "Je vše správně?",
    "form_yes": "Ano, vše souhlasí",
    "form_no": "Ne, něco změnit",
    "form_which": "Co z toho nesouhlasí?",
    "form_or_these": "Nebo napište název: {names}",
    "form_back": "Zpět k „{title}“:",
    "form_cancelled": "Dobře, nechám to být: „{title}“ je zrušeno. S čím dalším mohu pomoci?",
    "form_left": "Odložil jsem „{title}“ stranou. Dejte vědět, až se k tomu budete chtít vrátit.",
    "form_unsure": "Na to nemám jistou odpověď; může vám pomoci někdo z týmu.",
    "form_hello": "Dobrý den!",
    "form_thanks": "Není zač.",
    "form_wait": "Nespěchejte.",
    "form_sent": (
        "Děkuji, víc nepotřebuji. „{title}“ jsem předal někomu z týmu, kdo vám odpoví zde."
    ),
    "insult": (
        "Mrzí mě, že máte takové potíže. Rád pomohu: napište, o co jde, nebo řekněte, ať zavolám "
        "člověka."
    ),
    "compliment": "Děkuji, to je milé. Mohu pomoci ještě s něčím?",
    "take_your_time": "Jistě, nespěchejte. Napište, až budete chtít.",
    "wait": "Jste číslo {position} ve frontě; odpověď obvykle přijde asi do {minutes} minut.",
    "wait_unknown": "Jste číslo {position} ve frontě.",
    "farewell_closed": "Není zač. Pokud ještě něco zbývá, napište.",
    "wait_long": (
        "Jste číslo {position} ve frontě. Je hodně dotazů a odpověď může trvat déle než hodinu; "
        "nemusíte tu čekat."
    ),
    "no_agent": (
        "Omlouváme se, zatím nikdo nemohl odpovědět. Vaše místo ve frontě zůstává a tým jsem znovu "
        "upozornil, že čekáte. Nemusíte tu zůstávat: odpověď se objeví zde."
    ),
    "agent_idle": (
        "Omlouvám se, {name} zatím nemá možnost odpovědět. Jste zpět ve frontě, před těmi, kdo "
        "přišli později, a tým o tom ví. Člověk vám odpoví zde."
    ),
    "passed_on": (
        "{name} to předává kolegům, kteří to mají na starosti. Člověk vám odpoví zde; nic nemusíte "
        "opakovat."
    ),
    "lapsed": (
        "Chvíli tu bylo ticho, proto je tento rozhovor nyní uzavřen. Napište kdykoli a znovu se "
        "otevře."
    ),
    "mail_answer_subject": "{company}: odpověď od {name}",
    "mail_answer": "{name} ({company}) vám odpovídá v chatu:",
    "mail_answer_link": (
        "Zde čtěte dál a odepište. Odkaz otevírá jen tento rozhovor, po {days} dní; nikomu ho "
        "prosím nedávejte:"
    ),
    "mail_answer_why": (
        "Tento e-mail dostáváte, protože jste chat opustili dříve, než přišla odpověď. Chcete-li "
        "odepsat, použijte odkaz: odpověď na tento e-mail do rozhovoru nedorazí."
    ),
    "link_invalid": (
        "Tento odkaz není platný. Otevřete ho prosím přesně tak, jak je v e-mailu, nebo začněte "
        "nový rozhovor."
    ),
    "link_expired": (
        "Platnost odkazu vypršela. Začněte prosím nový rozhovor; tým má předchozí stále k "
        "dispozici."
    ),
    "help_pages": "Nápověda",
    "help_search": "Hledat",
    "help_nothing": "Nic nebylo nalezeno.",
}
