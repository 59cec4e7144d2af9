"""What the bot must be able to say in Italian: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Assistente automatico",
    "disclosure": "Sono l'assistente automatico di {company}.",
    "greeting": (
        "Salve, sono l'assistente automatico di {company}. Rispondo a ciò che so con certezza e "
        "per il resto chiamo una persona. Come posso aiutare?"
    ),
    "identity": (
        "Sono un assistente automatico, non una persona. Rispondo a ciò che so con certezza; se "
        "preferisce, chiamo qualcuno del team."
    ),
    "waiting_identity": (
        "Sono un assistente automatico, non una persona. Una persona è stata avvisata e le "
        "risponderà qui."
    ),
    "person": "Parlare con una persona",
    "rephrase": (
        "Non sono sicuro di aver capito. Può dirlo con altre parole, o devo chiamare una persona?"
    ),
    "handoff": (
        "Passo la richiesta a qualcuno del team, che le risponderà qui. Vedrà ciò che ha "
        "scritto, non serve ripeterlo."
    ),
    "handoff_unsure": (
        "A questo non ho una risposta sicura; passo quindi la richiesta a qualcuno del team, che "
        "le risponderà qui."
    ),
    "handoff_urgent": (
        "Qui serve subito una persona. Ora è in cima alla coda; qualcuno del team le risponderà "
        "qui."
    ),
    "handoff_failed": (
        "Qualcosa è andato storto da parte mia. Passo la richiesta a qualcuno del team, che le "
        "risponderà qui; il suo messaggio è al sicuro."
    ),
    "closed": (
        "In questo momento non c'è nessuno. Ho conservato il suo messaggio per il team e "
        "qualcuno le risponderà qui al nostro ritorno, da {opening}."
    ),
    "closed_unknown": (
        "In questo momento non c'è nessuno. Ho conservato il suo messaggio per il team e "
        "qualcuno le risponderà qui appena torna."
    ),
    "still_waiting": "Grazie, l'ho aggiunto per il team. Una persona le risponderà qui.",
    "silenced": (
        "L'assistente automatico al momento è disattivato. Il team ha il suo messaggio e una "
        "persona le risponderà qui."
    ),
    "silenced_greeting": (
        "Benvenuti. L'assistente automatico di {company} al momento è disattivato. Scriva di che "
        "cosa si tratta e una persona le risponderà qui."
    ),
    "taken_over": (
        "{name} è ora nella conversazione e risponde da qui in poi. Ora sta parlando con una "
        "persona."
    ),
    "given_back": (
        "{name} ha lasciato la conversazione. Sta parlando di nuovo con l'assistente automatico."
    ),
    "back_to_bot": "Sta parlando di nuovo con l'assistente automatico.",
    "no_agent": (
        "Ci dispiace, nessuno ha ancora potuto rispondere. Mantiene il suo posto e ho ricordato "
        "al team che sta aspettando. Non serve restare: la risposta apparirà qui."
    ),
    "wait": (
        "È il numero {position} in coda; di solito la risposta arriva entro circa {minutes} minuti."
    ),
    "wait_unknown": "È il numero {position} in coda.",
    "wait_long": (
        "È il numero {position} in coda. Le richieste sono molte e la risposta può richiedere "
        "più di un'ora; non serve aspettare qui."
    ),
}
