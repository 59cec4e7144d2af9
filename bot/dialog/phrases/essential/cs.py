"""What the bot must be able to say in Czech: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Automatický asistent",
    "disclosure": "Jsem automatický asistent společnosti {company}.",
    "greeting": (
        "Dobrý den, jsem automatický asistent společnosti {company}. Odpovídám na to, co vím "
        "jistě, a k ostatnímu zavolám člověka. S čím mohu pomoci?"
    ),
    "identity": (
        "Jsem automatický asistent, ne člověk. Odpovídám na to, co vím jistě; na přání zavolám "
        "někoho z týmu."
    ),
    "waiting_identity": (
        "Jsem automatický asistent, ne člověk. Člověk už byl zavolán a odpoví vám zde."
    ),
    "person": "Mluvit s člověkem",
    "rephrase": "Nejsem si jistý, že rozumím. Můžete to říct jinak, nebo mám zavolat člověka?",
    "handoff": (
        "Předávám to někomu z týmu, kdo vám odpoví zde. Uvidí, co jste napsali, není třeba to "
        "opakovat."
    ),
    "handoff_unsure": (
        "Na to nemám jistou odpověď, proto to předávám někomu z týmu, kdo vám odpoví zde."
    ),
    "handoff_urgent": (
        "Tady je hned potřeba člověk. Jste teď na začátku fronty; někdo z týmu vám odpoví zde."
    ),
    "handoff_failed": (
        "Na mé straně se něco pokazilo. Předávám to někomu z týmu, kdo vám odpoví zde; vaše "
        "zpráva je v bezpečí."
    ),
    "closed": (
        "Teď tu nikdo není. Vaši zprávu jsem uložil pro tým; od {opening} vám někdo odpoví zde."
    ),
    "closed_unknown": (
        "Teď tu nikdo není. Vaši zprávu jsem uložil pro tým; jakmile tu někdo bude, odpoví vám zde."
    ),
    "still_waiting": "Děkuji, přidal jsem to pro tým. Odpoví vám zde člověk.",
    "silenced": "Automatický asistent je teď vypnutý. Vaši zprávu má tým a odpoví vám zde člověk.",
    "silenced_greeting": (
        "Vítejte. Automatický asistent společnosti {company} je teď vypnutý. Napište, o co jde, "
        "a odpoví vám zde člověk."
    ),
    "taken_over": (
        "{name} se připojuje ke konverzaci a odpovídá odtud dál. Nyní mluvíte s člověkem."
    ),
    "given_back": "{name} opouští konverzaci. Opět mluvíte s automatickým asistentem.",
    "back_to_bot": "Opět mluvíte s automatickým asistentem.",
    "no_agent": (
        "Omlouváme se, zatím nikdo nemohl odpovědět. Vaše místo ve frontě zůstává a tým jsem "
        "znovu upozornil, že čekáte. Nemusíte tu zůstávat: odpověď se objeví zde."
    ),
    "wait": "Jste číslo {position} ve frontě; odpověď obvykle přijde asi do {minutes} minut.",
    "wait_unknown": "Jste číslo {position} ve frontě.",
    "wait_long": (
        "Jste číslo {position} ve frontě. Je hodně dotazů a odpověď může trvat déle než hodinu; "
        "nemusíte tu čekat."
    ),
}
