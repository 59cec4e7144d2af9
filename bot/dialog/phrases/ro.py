"""What the bot itself says, in Romanian."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Bună ziua, sunt asistentul automat al companiei {company}. Răspund la ce știu sigur, iar "
        "pentru rest chem o persoană. Cu ce pot ajuta?"
    ),
    "disclosure": "Sunt asistentul automat al companiei {company}.",
    "notice": "Asistent automat",
    "as_written": (
        "Unele dintre textele noastre nu există în limba dumneavoastră; vi le arăt așa cum sunt."
    ),
    "hello": "Bună ziua! Cu ce vă pot ajuta?",
    "thanks": "Cu plăcere. Vă mai pot ajuta cu ceva?",
    "agreed": "Bine. Cu ce vă pot ajuta?",
    "declined": "Bine. Dacă apare ceva, scrieți-mi.",
    "goodbye": "La revedere și mulțumesc pentru mesaj.",
    "cancelled": "Bine, am lăsat asta. Cu ce altceva vă pot ajuta?",
    "clarify": "Vreau să fiu sigur că înțeleg bine. Vă referiți la una dintre acestea?",
    "rephrase": "Nu sunt sigur că am înțeles. Puteți spune altfel, sau să chem o persoană?",
    "other_words": "Înțeleg. Spuneți, vă rog, cu alte cuvinte, sau să chem o persoană?",
    "none_of_these": "Altceva",
    "person": "Vorbiți cu o persoană",
    "handoff": (
        "Transmit acest lucru cuiva din echipă, care vă va răspunde aici. Va vedea ce ați scris, "
        "nu este nevoie să repetați."
    ),
    "handoff_unsure": (
        "Nu am un răspuns sigur la aceasta, așa că o transmit cuiva din echipă, care vă va "
        "răspunde aici."
    ),
    "handoff_language": (
        "Nu pot răspunde sigur în limba în care scrieți, așa că transmit acest lucru cuiva din "
        "echipă, care vă va răspunde aici."
    ),
    "handoff_urgent": (
        "Aici este nevoie imediat de o persoană. Sunteți acum primul la rând; cineva din echipă vă "
        "va răspunde aici."
    ),
    "handoff_refused": (
        "Îmi pare rău că nu asta ați întrebat. Transmit mesajul cuiva din echipă, care vă va "
        "răspunde aici."
    ),
    "above": (
        "Cel mai apropiat lucru pe care îl am este răspunsul de mai sus, „{title}”. Dacă nu vă "
        "lămurește, chem cu plăcere o persoană."
    ),
    "above_unsure": (
        "Despre „{new}” anume nu sunt sigur. Cel mai apropiat lucru pe care îl am este răspunsul "
        "de mai sus, „{title}”. Dacă nu vă lămurește, chem cu plăcere o persoană."
    ),
    "above_quoted": (
        "Cel mai apropiat lucru pe care îl am este ce am citat mai sus. Dacă nu vă lămurește, chem "
        "cu plăcere o persoană."
    ),
    "above_quoted_unsure": (
        "Despre „{new}” anume nu sunt sigur. Cel mai apropiat lucru pe care îl am este ce am citat "
        "mai sus. Dacă nu vă lămurește, chem cu plăcere o persoană."
    ),
    "one_at_a_time": (
        "Ați întrebat și despre {titles}. Întrebați-mă din nou, vă rog, după ce rezolvăm asta."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Ceva nu a mers bine la mine. Transmit acest lucru cuiva din echipă, care vă va răspunde "
        "aici; mesajul dumneavoastră este în siguranță."
    ),
    "closed": (
        "Acum nu este nimeni aici. Am păstrat mesajul dumneavoastră pentru echipă; începând cu "
        "{opening} cineva vă va răspunde aici."
    ),
    "closed_unknown": (
        "Acum nu este nimeni aici. Am păstrat mesajul dumneavoastră pentru echipă; cineva vă va "
        "răspunde aici imediat ce se întoarce."
    ),
    "waiting_identity": (
        "Sunt un asistent automat, nu o persoană. O persoană a fost chemată și vă va răspunde aici."
    ),
    "waiting_thanks": "Cu plăcere. O persoană se va uita totuși și vă va răspunde aici.",
    "waiting_declined": "Bine. Mesajele rămân la echipă, în caz că mai e ceva.",
    "still_waiting": "Mulțumesc, am adăugat aceasta pentru echipă. O persoană vă va răspunde aici.",
    "lookup_failed": (
        "Nu pot verifica asta acum, așa că transmit mesajul cuiva din echipă, care va vedea ce ați "
        "scris și vă va răspunde aici."
    ),
    "lookup_none": (
        "Nu am găsit nimic care să corespundă acestor date. Le puteți verifica și trimite din nou?"
    ),
    "ask_again": "Ca să verific, mai am nevoie de:",
    "sources": "Din paginile noastre de ajutor:",
    "attachment": "Eu nu pot citi fișiere, dar echipa le poate deschide.",
    "attachment_other": "Eu nu pot face nimic cu asta, dar echipa o poate vedea.",
    "attachment_image": "Eu nu pot privi imaginea, dar echipa o poate vedea.",
    "attachment_audio": "Eu nu pot asculta înregistrarea, dar echipa poate.",
    "attachment_video": "Eu nu pot viziona filmul, dar echipa poate.",
    "attachment_document": "Eu nu pot citi fișierul, dar echipa îl poate deschide.",
    "handoff_file": (
        "Îl transmit cuiva din echipă, care se va uita și vă va răspunde aici. Câteva cuvinte "
        "despre ce este vorba ajută."
    ),
    "file_too_large": (
        "Fișierul „{name}” este prea mare pentru a fi păstrat aici. Trimiteți unul mai mic, vă rog."
    ),
    "file_refused": (
        "Fișiere ca „{name}” nu se primesc aici, așa că nu a fost păstrat. Spuneți în cuvinte, vă "
        "rog, sau trimiteți alt fel de fișier."
    ),
    "file_too_many": (
        "Sunt mai multe fișiere decât se pot păstra într-o zi, așa că „{name}” nu a fost păstrat. "
        "Scrieți, vă rog, sau trimiteți-l mâine."
    ),
    "file_unavailable": "Fișierul „{name}” nu a ajuns la noi. Trimiteți-l încă o dată, vă rog.",
    "commands": "Scrieți pur și simplu despre ce este vorba. Cu /human ajungeți la o persoană.",
    "taken_over": (
        "{name} a intrat în conversație și răspunde de acum înainte. Acum vorbiți cu o persoană."
    ),
    "back_to_bot": "Vorbiți din nou cu asistentul automat.",
    "given_back": "{name} a părăsit conversația. Vorbiți din nou cu asistentul automat.",
    "identity": (
        "Sunt un asistent automat, nu o persoană. Răspund la ce știu sigur; dacă doriți, chem pe "
        "cineva din echipă."
    ),
    "near_article": "Nu sunt sigur de răspuns. Poate se află aici, sau să chem o persoană?",
    "clarify_one": "Vreau să fiu sigur că înțeleg bine. La asta vă referiți?",
    "help": (
        "Sunt asistentul automat al companiei {company}. Scrieți cu cuvintele dumneavoastră despre "
        "ce este vorba; ce nu știu sigur ajunge la o persoană.\n\n"
        "/human – Vorbiți cu o persoană\n"
        "/language – Alegeți limba\n"
        "/help – Ce pot face"
    ),
    "unknown_command": "Nu cunosc comanda {command}.",
    "command_help": "Ce pot face",
    "command_human": "Vorbiți cu o persoană",
    "command_language": "Alegeți limba",
    "language_name": "Română",
    "language_ask": "În ce limbă să scriu?",
    "language_set": "Bine, de acum scriu în română.",
    "language_unknown": "Îmi pare rău, nu vorbesc această limbă. Vorbesc:",
    "slow_down": (
        "Scrieți mai repede decât pot urmări. Nimic nu se pierde: adun mesajele și răspund la "
        "toate împreună. Un moment, vă rog."
    ),
    "silenced": (
        "Asistentul automat este oprit în acest moment. Echipa are mesajul dumneavoastră, iar o "
        "persoană vă va răspunde aici."
    ),
    "silenced_greeting": (
        "Bun venit. Asistentul automat al companiei {company} este oprit în acest moment. Scrieți "
        "despre ce este vorba, iar o persoană vă va răspunde aici."
    ),
    "rate": (
        "Cum a fost această conversație? 1 este slab, 5 este excelent. Dacă mai e ceva, scrieți."
    ),
    "rated": "Vă mulțumesc pentru evaluare.",
    "yes": "Da",
    "no": "Nu",
    "detail_several": "Văd mai multe. Care este?",
    "detail_too_short": "Este prea scurt; am nevoie de cel puțin {limit} caractere.",
    "detail_too_long": "Este prea lung; pot primi cel mult {limit} caractere.",
    "detail_integer": "Aici am nevoie de un număr întreg.",
    "detail_currency": (
        "Nu știu ce monedă este, sau nu este una pe care o pot primi. Am nevoie de o sumă precum "
        "12.50 {limit}."
    ),
    "detail_too_small": "Trebuie să fie cel puțin {limit}.",
    "detail_too_large": "Poate fi cel mult {limit}.",
    "detail_no_such_day": "Această zi nu există.",
    "detail_too_early": "Nu poate fi înainte de {limit}.",
    "detail_too_late": "Nu poate fi după {limit}.",
    "detail_two_days": (
        "Poate fi {first} sau {second}. Scrieți, vă rog, într-unul dintre aceste două feluri."
    ),
    "detail_email": "Nu pare o adresă de e-mail completă.",
    "detail_phone": (
        "Nu văd acolo un număr de telefon. Scrieți-l cu prefixul țării, de exemplu +40."
    ),
    "form_again": "Nu am găsit asta în mesajul dumneavoastră.",
    "form_example": "De exemplu: {examples}",
    "form_options": "Răspunsuri posibile: {options}",
    "form_skip": "Omite",
    "form_check": "Verificați, vă rog, dacă este corect:",
    "form_check_ask": "Este totul corect?",
    "form_yes": "Da, totul e corect",
    "form_no": "Nu, schimbă ceva",
    "form_which": "Care dintre acestea este greșită?",
    "form_or_these": "Sau scrieți numele: {names}",
    "form_back": "Înapoi la „{title}”:",
    "form_cancelled": "Bine, am lăsat asta: „{title}” este anulat. Cu ce altceva vă pot ajuta?",
    "form_left": "Am pus deoparte „{title}”. Spuneți-mi când vreți să continuați.",
    "form_unsure": "Nu am un răspuns sigur la asta; cineva din echipă vă poate ajuta.",
    "form_hello": "Bună ziua!",
    "form_thanks": "Cu plăcere.",
    "form_wait": "Nu vă grăbiți.",
    "form_sent": (
        "Mulțumesc, este tot ce îmi trebuie. Am transmis „{title}” cuiva din echipă, care vă va "
        "răspunde aici."
    ),
    "insult": (
        "Îmi pare rău pentru neplăceri. Aș vrea să ajut: spuneți-mi despre ce este vorba, sau "
        "cereți-mi să chem o persoană."
    ),
    "compliment": "Mulțumesc, sunteți amabil. Vă mai pot ajuta cu ceva?",
    "take_your_time": "Sigur, nu vă grăbiți. Scrieți când sunteți gata.",
    "wait": (
        "Sunteți numărul {position} la rând; răspunsul vine de obicei în aproximativ {minutes} "
        "minute."
    ),
    "wait_unknown": "Sunteți numărul {position} la rând.",
    "farewell_closed": "Cu plăcere. Dacă mai e ceva, scrieți.",
    "wait_long": (
        "Sunteți numărul {position} la rând. Sunt multe solicitări, iar răspunsul poate dura peste "
        "o oră; nu trebuie să așteptați aici."
    ),
    "no_agent": (
        "Ne pare rău, încă nimeni nu a putut răspunde. Vă păstrați locul, iar echipei i-am amintit "
        "că așteptați. Nu trebuie să rămâneți: răspunsul va apărea aici."
    ),
    "agent_idle": (
        "Îmi pare rău, {name} nu a putut răspunde încă. Sunteți din nou la rând, înaintea celor "
        "veniți mai târziu, iar echipa a fost anunțată. O persoană vă va răspunde aici."
    ),
    "passed_on": (
        "{name} transmite acest lucru colegilor care se ocupă de el. O persoană vă va răspunde "
        "aici; nu trebuie să repetați nimic."
    ),
    "lapsed": (
        "De ceva vreme nu s-a mai scris aici, așa că această conversație este închisă. Scrieți "
        "oricând, și se redeschide."
    ),
    "mail_answer_subject": "{company}: un răspuns de la {name}",
    "mail_answer": "{name} ({company}) v-a răspuns în chat:",
    "mail_answer_link": (
        "Citiți mai departe și răspundeți aici. Linkul deschide doar această conversație, timp de "
        "{days} zile; păstrați-l pentru dumneavoastră, vă rog:"
    ),
    "mail_answer_why": (
        "Primiți acest e-mail pentru că ați părăsit chatul înainte de răspuns. Pentru a răspunde, "
        "folosiți linkul: un răspuns la acest e-mail nu ajunge în conversație."
    ),
    "link_invalid": (
        "Acest link nu este valabil. Deschideți-l exact cum este în e-mail, vă rog, sau începeți o "
        "conversație nouă."
    ),
    "link_expired": (
        "Acest link a expirat. Începeți o conversație nouă, vă rog; echipa o are încă pe cea veche."
    ),
    "help_pages": "Ajutor",
    "help_search": "Caută",
    "help_nothing": "Nu s-a găsit nimic.",
}
