"""What the bot itself says, in Polish."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Dzień dobry, jestem automatycznym asystentem firmy {company}. Odpowiadam na to, czego "
        "jestem pewien, a w pozostałych sprawach wzywam człowieka. W czym mogę pomóc?"
    ),
    "disclosure": "Jestem automatycznym asystentem firmy {company}.",
    "notice": "Automatyczny asystent",
    "as_written": ("Niektórych naszych tekstów nie ma w tym języku; pokazuję je w oryginale."),
    "hello": "Dzień dobry! W czym mogę pomóc?",
    "thanks": "Proszę bardzo. Czy mogę pomóc w czymś jeszcze?",
    "agreed": "Dobrze. W czym mogę pomóc?",
    "declined": "Dobrze. W razie potrzeby proszę pisać.",
    "goodbye": "Do widzenia i dziękuję za wiadomość.",
    "cancelled": "Dobrze, zostawiam to. W czym jeszcze mogę pomóc?",
    "clarify": "Chcę mieć pewność, że dobrze rozumiem. Czy chodzi o jedną z tych spraw?",
    "rephrase": (
        "Nie jestem pewien, czy dobrze rozumiem. Proszę powiedzieć to inaczej, czy mam wezwać "
        "człowieka?"
    ),
    "other_words": "Rozumiem. Proszę powiedzieć to inaczej, czy mam wezwać człowieka?",
    "none_of_these": "Coś innego",
    "person": "Rozmowa z człowiekiem",
    "handoff": (
        "Przekazuję to komuś z zespołu, kto odpowie tutaj. Ta osoba widzi dotychczasowe "
        "wiadomości, nie trzeba ich powtarzać."
    ),
    "handoff_unsure": (
        "Nie mam na to pewnej odpowiedzi, więc przekazuję sprawę komuś z zespołu, kto odpowie "
        "tutaj."
    ),
    "handoff_language": (
        "W tym języku nie potrafię odpowiadać niezawodnie, więc przekazuję to komuś z zespołu, kto "
        "odpowie tutaj."
    ),
    "handoff_urgent": (
        "Tu od razu potrzebny jest człowiek. Ta rozmowa jest teraz na początku kolejki; ktoś z "
        "zespołu odpowie tutaj."
    ),
    "handoff_refused": (
        "Przykro mi, że nie o to chodziło. Przekazuję to komuś z zespołu, kto odpowie tutaj."
    ),
    "above": (
        "Najbliższa jest odpowiedź powyżej, „{title}”. Jeśli nie wystarcza, chętnie wezwę "
        "człowieka."
    ),
    "above_unsure": (
        "Co do „{new}” nie mam pewności. Najbliższa jest odpowiedź powyżej, „{title}”. Jeśli nie "
        "wystarcza, chętnie wezwę człowieka."
    ),
    "above_quoted": (
        "Najbliższe jest to, co zacytowałem powyżej. Jeśli to nie wystarcza, chętnie wezwę "
        "człowieka."
    ),
    "above_quoted_unsure": (
        "Co do „{new}” nie mam pewności. Najbliższe jest to, co zacytowałem powyżej. Jeśli to nie "
        "wystarcza, chętnie wezwę człowieka."
    ),
    "one_at_a_time": (
        "Było też pytanie o {titles}. Proszę zapytać ponownie, gdy to będzie załatwione."
    ),
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Coś poszło nie tak po mojej stronie. Przekazuję to komuś z zespołu, kto odpowie tutaj; "
        "wiadomość jest bezpieczna."
    ),
    "closed": (
        "W tej chwili nikogo nie ma. Wiadomość czeka na zespół; od {opening} ktoś odpowie tutaj."
    ),
    "closed_unknown": (
        "W tej chwili nikogo nie ma. Wiadomość czeka na zespół; gdy tylko ktoś wróci, odpowie "
        "tutaj."
    ),
    "waiting_identity": (
        "Jestem automatycznym asystentem, nie człowiekiem. Człowiek został już wezwany i odpowie "
        "tutaj."
    ),
    "waiting_thanks": "Proszę bardzo. Człowiek i tak się tym zajmie i odpowie tutaj.",
    "waiting_declined": "Dobrze. Wiadomości zostają u zespołu, na wypadek gdyby coś jeszcze było.",
    "still_waiting": "Dziękuję, przekazałem to zespołowi. Człowiek odpowie tutaj.",
    "lookup_failed": (
        "Nie mogę tego teraz sprawdzić, więc przekazuję to komuś z zespołu, kto widzi "
        "dotychczasowe wiadomości i odpowie tutaj."
    ),
    "lookup_none": (
        "Nie znalazłem niczego, co pasuje do tych danych. Proszę je sprawdzić i wysłać ponownie."
    ),
    "ask_again": "Aby to sprawdzić, potrzebuję jeszcze:",
    "sources": "Z naszych stron pomocy:",
    "attachment": "Nie potrafię zajrzeć do plików, ale zespół może je otworzyć.",
    "attachment_other": "Nie potrafię nic z tym zrobić, ale zespół może to zobaczyć.",
    "attachment_image": "Nie potrafię obejrzeć zdjęcia, ale zespół może.",
    "attachment_audio": "Nie potrafię odsłuchać nagrania, ale zespół może.",
    "attachment_video": "Nie potrafię obejrzeć filmu, ale zespół może.",
    "attachment_document": "Nie potrafię przeczytać pliku, ale zespół może go otworzyć.",
    "handoff_file": (
        "Przekazuję to komuś z zespołu, kto to obejrzy i odpowie tutaj. Pomoże kilka słów o tym, "
        "czego to dotyczy."
    ),
    "file_too_large": "Plik „{name}” jest za duży, aby go tu zachować. Proszę wysłać mniejszy.",
    "file_refused": (
        "Plików takich jak „{name}” nie przyjmujemy, więc nie został zachowany. Proszę opisać to "
        "słowami lub wysłać inny rodzaj pliku."
    ),
    "file_too_many": (
        "To więcej plików, niż można zachować jednego dnia, więc „{name}” nie został zachowany. "
        "Proszę napisać albo wysłać go jutro."
    ),
    "file_unavailable": "Plik „{name}” do nas nie dotarł. Proszę wysłać go jeszcze raz.",
    "commands": "Proszę po prostu napisać, o co chodzi. Polecenie /human łączy z człowiekiem.",
    "taken_over": (
        "Do rozmowy dołącza {name} i odpowiada od tej chwili. Teraz rozmawia z Państwem człowiek."
    ),
    "back_to_bot": "Teraz znów odpowiada automatyczny asystent.",
    "given_back": "{name} opuszcza rozmowę. Teraz znów odpowiada automatyczny asystent.",
    "identity": (
        "Jestem automatycznym asystentem, nie człowiekiem. Odpowiadam na to, czego jestem pewien; "
        "na życzenie wezwę kogoś z zespołu."
    ),
    "near_article": (
        "Nie mam pewności co do odpowiedzi. Być może jest tutaj, a może wezwać człowieka?"
    ),
    "clarify_one": "Chcę mieć pewność, że dobrze rozumiem. Czy chodzi o to?",
    "help": (
        "Jestem automatycznym asystentem firmy {company}. Proszę napisać własnymi słowami, o co "
        "chodzi; to, czego nie jestem pewien, trafia do człowieka.\n\n"
        "/human – Rozmowa z człowiekiem\n"
        "/language – Wybór języka\n"
        "/help – Co potrafię"
    ),
    "unknown_command": "Nie znam polecenia {command}.",
    "command_help": "Co potrafię",
    "command_human": "Rozmowa z człowiekiem",
    "command_language": "Wybór języka",
    "language_name": "Polski",
    "language_ask": "W jakim języku mam pisać?",
    "language_set": "Dobrze, od teraz piszę po polsku.",
    "language_unknown": "Niestety nie mówię w tym języku. Mówię w tych:",
    "slow_down": (
        "Wiadomości przychodzą szybciej, niż nadążam. Nic się nie zgubi: zbieram je i odpowiem na "
        "wszystkie razem. Proszę o chwilę."
    ),
    "silenced": (
        "Automatyczny asystent jest teraz wyłączony. Wiadomość jest u zespołu, a człowiek odpowie "
        "tutaj."
    ),
    "silenced_greeting": (
        "Witamy. Automatyczny asystent firmy {company} jest teraz wyłączony. Proszę napisać, o co "
        "chodzi, a człowiek odpowie tutaj."
    ),
    "rate": (
        "Jak wypadła ta rozmowa? 1 to źle, 5 to doskonale. Jeśli coś jeszcze zostało, proszę "
        "napisać."
    ),
    "rated": "Dziękuję za ocenę.",
    "yes": "Tak",
    "no": "Nie",
    "detail_several": "Widzę tu więcej niż jedną możliwość. Która jest właściwa?",
    "detail_too_short": "To za krótkie; potrzebuję co najmniej {limit} znaków.",
    "detail_too_long": "To za długie; mogę przyjąć najwyżej {limit} znaków.",
    "detail_integer": "Tu potrzebuję liczby całkowitej.",
    "detail_currency": (
        "Nie wiem, jaka to waluta, albo nie mogę jej przyjąć. Potrzebuję kwoty takiej jak 12.50 "
        "{limit}."
    ),
    "detail_too_small": "Musi być co najmniej {limit}.",
    "detail_too_large": "Może być najwyżej {limit}.",
    "detail_no_such_day": "Nie ma takiego dnia.",
    "detail_too_early": "Nie może być wcześniej niż {limit}.",
    "detail_too_late": "Nie może być później niż {limit}.",
    "detail_two_days": (
        "To może być {first} albo {second}. Proszę zapisać to w jeden z tych dwóch sposobów."
    ),
    "detail_email": "To nie wygląda na pełny adres e-mail.",
    "detail_phone": (
        "Nie widzę tu numeru telefonu. Proszę podać go z numerem kierunkowym kraju, na przykład "
        "+48."
    ),
    "form_again": "Nie znalazłem tego w wiadomości.",
    "form_example": "Na przykład: {examples}",
    "form_options": "Możliwe odpowiedzi: {options}",
    "form_skip": "Pomiń",
    "form_check": "Proszę sprawdzić, czy to się zgadza:",
    "form_check_ask": "Czy wszystko się zgadza?",
    "form_yes": "Tak, wszystko się zgadza",
    "form_no": "Nie, zmień coś",
    "form_which": "Co się nie zgadza?",
    "form_or_these": "Albo proszę napisać nazwę: {names}",
    "form_back": "Wracamy do „{title}”:",
    "form_cancelled": "Dobrze, zostawiam to: „{title}” jest anulowane. W czym jeszcze mogę pomóc?",
    "form_left": "Odłożyłem „{title}” na bok. Proszę dać znać, gdy mamy do tego wrócić.",
    "form_unsure": "Nie mam na to pewnej odpowiedzi; może pomóc ktoś z zespołu.",
    "form_hello": "Dzień dobry!",
    "form_thanks": "Proszę bardzo.",
    "form_wait": "Proszę się nie spieszyć.",
    "form_sent": (
        "Dziękuję, to wszystko, czego potrzebuję. Sprawę „{title}” przekazałem komuś z zespołu, "
        "kto odpowie tutaj."
    ),
    "insult": (
        "Przykro mi z powodu kłopotu. Chcę pomóc: proszę napisać, o co chodzi, albo poprosić o "
        "człowieka."
    ),
    "compliment": "Dziękuję, to miłe. Czy mogę pomóc w czymś jeszcze?",
    "take_your_time": "Oczywiście, proszę się nie spieszyć. Proszę napisać w dogodnej chwili.",
    "wait": (
        "Numer w kolejce: {position}. Odpowiedź przychodzi zwykle w ciągu około {minutes} minut."
    ),
    "wait_unknown": "Numer w kolejce: {position}.",
    "farewell_closed": "Proszę bardzo. Jeśli coś jeszcze zostało, proszę napisać.",
    "wait_long": (
        "Numer w kolejce: {position}. Zgłoszeń jest dużo, odpowiedź może zająć ponad godzinę; nie "
        "trzeba tu czekać."
    ),
    "no_agent": (
        "Przepraszamy, nikt jeszcze nie mógł odpowiedzieć. Miejsce w kolejce pozostaje, a zespół "
        "dostał przypomnienie. Nie trzeba tu czekać: odpowiedź pojawi się tutaj."
    ),
    "agent_idle": (
        "Przykro mi, {name} nie ma jeszcze możliwości odpowiedzieć. Rozmowa wraca do kolejki, "
        "przed tych, którzy przyszli później, a zespół o tym wie. Człowiek odpowie tutaj."
    ),
    "passed_on": (
        "{name} przekazuje to osobom, które się tym zajmują. Człowiek odpowie tutaj; nie trzeba "
        "niczego powtarzać."
    ),
    "lapsed": (
        "Od jakiegoś czasu jest tu cicho, więc ta rozmowa jest teraz zamknięta. Nowa wiadomość w "
        "każdej chwili ją otworzy."
    ),
    "mail_answer_subject": "{company}: odpowiedź od {name}",
    "mail_answer": "{name} ({company}) odpowiada na czacie:",
    "mail_answer_link": (
        "Tutaj można czytać dalej i odpisać. Link otwiera tylko tę rozmowę, przez {days} dni; "
        "proszę go nikomu nie przekazywać:"
    ),
    "mail_answer_why": (
        "Ten list przychodzi, bo czat został zamknięty przed odpowiedzią. Aby odpisać, proszę użyć "
        "linku: odpowiedź na ten list nie trafia do rozmowy."
    ),
    "link_invalid": (
        "Ten link jest nieprawidłowy. Proszę otworzyć go dokładnie tak, jak jest w liście, albo "
        "zacząć nową rozmowę."
    ),
    "link_expired": "Ten link wygasł. Proszę zacząć nową rozmowę; zespół nadal ma poprzednią.",
    "help_pages": "Pomoc",
    "help_search": "Szukaj",
    "help_nothing": "Nic nie znaleziono.",
}
