"""How people ask what answers them, or for a person, in Italian."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chatbot", "macchina", "ia", "ai", "intelligenza artificiale", "computer",
        "risponditore", "risposta automatica", "automatico", "chatgpt", "programma",
    ),
    person=(
        "umano", "umana", "essere umano", "persona", "persona (vera|reale)", "in carne e ossa",
        "qualcuno di (vero|reale)", "dall'altra parte",
    ),
    staff=(
        "operatore", "operatrice", "addetto", "addetta", "consulente", "qualcuno", "agente",
        "impiegato", "responsabile", "assistenza clienti", "servizio clienti", "collega", "capo",
        "tecnico", "direttore",
    ),
    wares=(
        r"vend\w+", r"compr\w+", "prezzo", "costa", "aspirapolvere", "cucina", "misura", "peluche",
        r"lav\w+", "giocattolo", r"ritir\w+",
    ),
    identity=(
        "sei {what}", "lei è {what}", "siete {what}", "è lei {what}",
        "(parlo|parlando|chattando|scrivo|scrivendo) ~ (con|a) {what}",
        "(questo|questa chat) è {what}", "(?<!c' )è (questo )?{what}", "c'è qualcuno {what}",
        "c'è un (bot|robot|umano|essere umano)", "c'è una persona (vera|reale)",
        "{what} ~ (che )?(mi )?(risponde|scrive)", "(risponde|rispondendo) {what}", "chi sei",
        "con chi (parlo|sto parlando)", "ho a che fare con {what}",
    ),
    human=(
        "(parlare|chattare|comunicare|conferire) ~ con {who}",
        "(passi|passa|passare|passarmi|passatemi|passami|metta|mettimi) ~ {who}",
        r"(trasferi\w+|collega\w+|metter\w+ in contatto) ~ {who}",
        "(voglio|vorrei|mi serve|preferisco|posso avere|ho bisogno di) {who}",
        "(farmi|fatemi|mi faccia) (chiamare|richiamare|contattare) ~ {who}",
        "(richiami|contatti|risponda) {who}",
    ),
    please=("per favore", "per piacere", "un", "una", "subito", "voglio"),
)  # fmt: skip
