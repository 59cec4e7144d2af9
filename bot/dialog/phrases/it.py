"""What the bot itself says, in Italian."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Salve, sono l'assistente automatico di {company}. Rispondo a ciò che so con certezza e "
        "per il resto chiamo una persona. Come posso aiutare?"
    ),
    "disclosure": "Sono l'assistente automatico di {company}.",
    "notice": "Assistente automatico",
    "as_written": (
        "Alcuni dei nostri testi non sono nella sua lingua; glieli mostro così come sono."
    ),
    "hello": "Salve! In cosa posso aiutare?",
    "thanks": "Prego. Posso aiutare in altro?",
    "agreed": "Va bene. In cosa posso aiutare?",
    "declined": "Va bene. Se c'è qualcosa, mi scriva.",
    "goodbye": "Arrivederci, e grazie del messaggio.",
    "cancelled": "Va bene, lascio stare. In cos'altro posso aiutare?",
    "clarify": "Voglio essere certo di capire bene. Intende uno di questi punti?",
    "rephrase": (
        "Non sono sicuro di aver capito. Può dirlo con altre parole, o devo chiamare una persona?"
    ),
    "other_words": (
        "Capisco. Lo dica con altre parole, per favore, oppure devo chiamare una persona?"
    ),
    "none_of_these": "Qualcos'altro",
    "person": "Parlare con una persona",
    "handoff": (
        "Passo la richiesta a qualcuno del team, che le risponderà qui. Vedrà ciò che ha scritto, "
        "non serve ripeterlo."
    ),
    "handoff_unsure": (
        "A questo non ho una risposta sicura; passo quindi la richiesta a qualcuno del team, che "
        "le risponderà qui."
    ),
    "handoff_language": (
        "Non posso rispondere in modo affidabile nella lingua in cui scrive; passo la richiesta a "
        "qualcuno del team, che le risponderà qui."
    ),
    "handoff_urgent": (
        "Qui serve subito una persona. Ora è in cima alla coda; qualcuno del team le risponderà "
        "qui."
    ),
    "handoff_refused": (
        "Mi dispiace che non fosse ciò che chiedeva. Passo la richiesta a qualcuno del team, che "
        "le risponderà qui."
    ),
    "above": (
        "La cosa più vicina che ho è la risposta qui sopra, «{title}». Se non basta, chiamo "
        "volentieri una persona."
    ),
    "above_unsure": (
        "Su «{new}» in particolare non ho certezze. La cosa più vicina che ho è la risposta qui "
        "sopra, «{title}». Se non basta, chiamo volentieri una persona."
    ),
    "above_quoted": (
        "La cosa più vicina che ho è ciò che ho citato qui sopra. Se non basta, chiamo volentieri "
        "una persona."
    ),
    "above_quoted_unsure": (
        "Su «{new}» in particolare non ho certezze. La cosa più vicina che ho è ciò che ho citato "
        "qui sopra. Se non basta, chiamo volentieri una persona."
    ),
    "one_at_a_time": (
        "Ha chiesto anche {titles}. Me lo chieda di nuovo, per favore, quando questo è risolto."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Qualcosa è andato storto da parte mia. Passo la richiesta a qualcuno del team, che le "
        "risponderà qui; il suo messaggio è al sicuro."
    ),
    "closed": (
        "In questo momento non c'è nessuno. Ho conservato il suo messaggio per il team e qualcuno "
        "le risponderà qui al nostro ritorno, da {opening}."
    ),
    "closed_unknown": (
        "In questo momento non c'è nessuno. Ho conservato il suo messaggio per il team e qualcuno "
        "le risponderà qui appena torna."
    ),
    "waiting_identity": (
        "Sono un assistente automatico, non una persona. Una persona è stata avvisata e le "
        "risponderà qui."
    ),
    "waiting_thanks": "Prego. Una persona guarderà comunque la richiesta e le risponderà qui.",
    "waiting_declined": "Va bene. I suoi messaggi restano al team, nel caso serva ancora qualcosa.",
    "still_waiting": "Grazie, l'ho aggiunto per il team. Una persona le risponderà qui.",
    "lookup_failed": (
        "Al momento non posso verificarlo; passo la richiesta a qualcuno del team, che le "
        "risponderà qui e vedrà ciò che ha scritto."
    ),
    "lookup_none": (
        "Non ho trovato nulla che corrisponda a questi dati. Può controllarli e inviarli di nuovo?"
    ),
    "ask_again": "Per verificarlo mi serve ancora questo:",
    "sources": "Dalle nostre pagine di aiuto:",
    "attachment": "Non posso guardare i file, ma il team può aprirli.",
    "attachment_other": "Non posso farci nulla io, ma il team può vederlo.",
    "attachment_image": "Non posso guardare l'immagine, ma il team può vederla.",
    "attachment_audio": "Non posso ascoltare la registrazione, ma il team sì.",
    "attachment_video": "Non posso guardare il video, ma il team sì.",
    "attachment_document": "Non posso leggere il file, ma il team può aprirlo.",
    "handoff_file": (
        "Lo passo a qualcuno del team, che lo guarderà e le risponderà qui. Qualche parola su di "
        "cosa si tratta sarà d'aiuto."
    ),
    "file_too_large": (
        "Il file «{name}» è troppo grande per essere conservato qui. Ne invii uno più piccolo, per "
        "favore."
    ),
    "file_refused": (
        "Qui non si accettano file come «{name}», quindi non è stato conservato. Lo dica a parole, "
        "per favore, o invii un altro tipo di file."
    ),
    "file_too_many": (
        "Sono più file di quanti se ne possano conservare in un giorno, quindi «{name}» non è "
        "stato conservato. Scriva invece, o lo invii domani."
    ),
    "file_unavailable": (
        "Il file «{name}» non ci è arrivato. Lo invii ancora una volta, per favore."
    ),
    "commands": "Scriva semplicemente di cosa si tratta. Con /human raggiunge una persona.",
    "taken_over": (
        "{name} è ora nella conversazione e risponde da qui in poi. Ora sta parlando con una "
        "persona."
    ),
    "back_to_bot": "Sta parlando di nuovo con l'assistente automatico.",
    "given_back": (
        "{name} ha lasciato la conversazione. Sta parlando di nuovo con l'assistente automatico."
    ),
    "identity": (
        "Sono un assistente automatico, non una persona. Rispondo a ciò che so con certezza; se "
        "preferisce, chiamo qualcuno del team."
    ),
    "near_article": (
        "Non sono sicuro della risposta. Forse si trova qui, oppure chiamo una persona?"
    ),
    "clarify_one": "Voglio essere certo di capire bene. Intende questo?",
    "help": (
        "Sono l'assistente automatico di {company}. Scriva con parole sue di cosa si tratta; ciò "
        "di cui non sono certo va a una persona.\n\n"
        "/human – Parlare con una persona\n"
        "/language – Scegliere la lingua\n"
        "/help – Che cosa so fare"
    ),
    "unknown_command": "Non conosco il comando {command}.",
    "command_help": "Che cosa so fare",
    "command_human": "Parlare con una persona",
    "command_language": "Scegliere la lingua",
    "language_name": "Italiano",
    "language_ask": "In quale lingua devo scrivere?",
    "language_set": "Va bene, d'ora in poi scrivo in italiano.",
    "language_unknown": "Mi dispiace, non parlo questa lingua. Parlo queste:",
    "slow_down": (
        "Scrive più velocemente di quanto io possa seguire. Nulla va perso: raccolgo i suoi "
        "messaggi e rispondo a tutti insieme. Un momento, per favore."
    ),
    "silenced": (
        "L'assistente automatico al momento è disattivato. Il team ha il suo messaggio e una "
        "persona le risponderà qui."
    ),
    "silenced_greeting": (
        "Benvenuti. L'assistente automatico di {company} al momento è disattivato. Scriva di che "
        "cosa si tratta e una persona le risponderà qui."
    ),
    "rate": (
        "Com'è stata questa conversazione? 1 è pessima, 5 è ottima. Se resta qualcosa, lo scriva."
    ),
    "rated": "Grazie per la valutazione.",
    "yes": "Sì",
    "no": "No",
    "detail_several": "Ne vedo più di uno. Qual è quello giusto?",
    "detail_too_short": "È troppo corto; mi servono almeno {limit} caratteri.",
    "detail_too_long": "È troppo lungo; posso accettare al massimo {limit} caratteri.",
    "detail_integer": "Qui mi serve un numero intero.",
    "detail_currency": (
        "Non capisco quale valuta sia, o non è una che posso accettare. Mi serve un importo come "
        "12.50 {limit}."
    ),
    "detail_too_small": "Deve essere almeno {limit}.",
    "detail_too_large": "Può essere al massimo {limit}.",
    "detail_no_such_day": "Questo giorno non esiste.",
    "detail_too_early": "Non può essere prima del {limit}.",
    "detail_too_late": "Non può essere dopo il {limit}.",
    "detail_two_days": (
        "Potrebbe essere {first} o {second}. Lo scriva in uno di questi due modi, per favore."
    ),
    "detail_email": "Non sembra un indirizzo e-mail completo.",
    "detail_phone": (
        "Non vi leggo un numero di telefono. Lo scriva con il prefisso del paese, per esempio +39."
    ),
    "form_again": "Non l'ho trovato nel suo messaggio.",
    "form_example": "Per esempio: {examples}",
    "form_options": "Risposte possibili: {options}",
    "form_skip": "Salta",
    "form_check": "Controlli, per favore, se questo è giusto:",
    "form_check_ask": "È tutto giusto?",
    "form_yes": "Sì, tutto giusto",
    "form_no": "No, cambiare qualcosa",
    "form_which": "Quale di questi dati è sbagliato?",
    "form_or_these": "Oppure scriva il nome: {names}",
    "form_back": "Torniamo a «{title}»:",
    "form_cancelled": "Va bene, lascio stare: «{title}» è annullato. In cos'altro posso aiutare?",
    "form_left": "Ho messo da parte «{title}». Mi dica quando vuole riprenderlo.",
    "form_unsure": "Non ho una risposta certa; qualcuno del team può aiutarla.",
    "form_hello": "Salve!",
    "form_thanks": "Prego.",
    "form_wait": "Faccia con calma.",
    "form_sent": (
        "Grazie, non mi serve altro. Ho passato «{title}» a qualcuno del team, che le risponderà "
        "qui."
    ),
    "insult": (
        "Mi dispiace per il disagio. Vorrei aiutare: mi dica di cosa si tratta, o mi chieda di "
        "chiamare una persona."
    ),
    "compliment": "Grazie, molto gentile. Posso aiutare in altro?",
    "take_your_time": "Certo, faccia con calma. Scriva quando vuole.",
    "wait": (
        "È il numero {position} in coda; di solito la risposta arriva entro circa {minutes} minuti."
    ),
    "wait_unknown": "È il numero {position} in coda.",
    "farewell_closed": "Prego. Se resta qualcosa, lo scriva.",
    "wait_long": (
        "È il numero {position} in coda. Le richieste sono molte e la risposta può richiedere più "
        "di un'ora; non serve aspettare qui."
    ),
    "no_agent": (
        "Ci dispiace, nessuno ha ancora potuto rispondere. Mantiene il suo posto e ho ricordato al "
        "team che sta aspettando. Non serve restare: la risposta apparirà qui."
    ),
    "agent_idle": (
        "Mi dispiace, {name} non ha ancora potuto rispondere. È di nuovo in coda, prima di chi è "
        "arrivato dopo, e il team è avvisato. Una persona le risponderà qui."
    ),
    "passed_on": (
        "{name} passa la richiesta a chi se ne occupa. Una persona le risponderà qui; non serve "
        "ripetere nulla."
    ),
    "lapsed": (
        "Da un po' non arrivano messaggi, quindi questa conversazione ora è chiusa. Scriva quando "
        "vuole e si riaprirà."
    ),
    "mail_answer_subject": "{company}: una risposta da {name}",
    "mail_answer": "{name} ({company}) le ha risposto nella chat:",
    "mail_answer_link": (
        "Continui a leggere e risponda qui. Il link apre solo questa conversazione, per {days} "
        "giorni; lo tenga per sé, per favore:"
    ),
    "mail_answer_why": (
        "Riceve questa e-mail perché ha lasciato la chat prima della risposta. Per rispondere usi "
        "il link: una risposta a questa e-mail non arriva nella conversazione."
    ),
    "link_invalid": (
        "Questo link non è valido. Lo apra così come sta nell'e-mail, per favore, o inizi una "
        "nuova conversazione."
    ),
    "link_expired": (
        "Questo link è scaduto. Inizi una nuova conversazione, per favore; il team ha ancora "
        "quella precedente."
    ),
    "help_pages": "Aiuto",
    "help_search": "Cerca",
    "help_nothing": "Nessun risultato.",
}
