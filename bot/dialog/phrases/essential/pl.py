"""What the bot must be able to say in Polish: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Automatyczny asystent",
    "disclosure": "Jestem automatycznym asystentem firmy {company}.",
    "greeting": (
        "Dzień dobry, jestem automatycznym asystentem firmy {company}. Odpowiadam na to, czego "
        "jestem pewien, a w pozostałych sprawach wzywam człowieka. W czym mogę pomóc?"
    ),
    "identity": (
        "Jestem automatycznym asystentem, nie człowiekiem. Odpowiadam na to, czego jestem "
        "pewien; na życzenie wezwę kogoś z zespołu."
    ),
    "waiting_identity": (
        "Jestem automatycznym asystentem, nie człowiekiem. Człowiek został już wezwany i odpowie "
        "tutaj."
    ),
    "person": "Rozmowa z człowiekiem",
    "rephrase": (
        "Nie jestem pewien, czy dobrze rozumiem. Proszę powiedzieć to inaczej, czy mam wezwać "
        "człowieka?"
    ),
    "handoff": (
        "Przekazuję to komuś z zespołu, kto odpowie tutaj. Ta osoba widzi dotychczasowe "
        "wiadomości, nie trzeba ich powtarzać."
    ),
    "handoff_unsure": (
        "Nie mam na to pewnej odpowiedzi, więc przekazuję sprawę komuś z zespołu, kto odpowie "
        "tutaj."
    ),
    "handoff_urgent": (
        "Tu od razu potrzebny jest człowiek. Ta rozmowa jest teraz na początku kolejki; ktoś z "
        "zespołu odpowie tutaj."
    ),
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
    "still_waiting": "Dziękuję, przekazałem to zespołowi. Człowiek odpowie tutaj.",
    "silenced": (
        "Automatyczny asystent jest teraz wyłączony. Wiadomość jest u zespołu, a człowiek "
        "odpowie tutaj."
    ),
    "silenced_greeting": (
        "Witamy. Automatyczny asystent firmy {company} jest teraz wyłączony. Proszę napisać, o "
        "co chodzi, a człowiek odpowie tutaj."
    ),
    "taken_over": (
        "Do rozmowy dołącza {name} i odpowiada od tej chwili. Teraz rozmawia z Państwem człowiek."
    ),
    "given_back": "{name} opuszcza rozmowę. Teraz znów odpowiada automatyczny asystent.",
    "back_to_bot": "Teraz znów odpowiada automatyczny asystent.",
    "no_agent": (
        "Przepraszamy, nikt jeszcze nie mógł odpowiedzieć. Miejsce w kolejce pozostaje, a zespół "
        "dostał przypomnienie. Nie trzeba tu czekać: odpowiedź pojawi się tutaj."
    ),
    "wait": (
        "Numer w kolejce: {position}. Odpowiedź przychodzi zwykle w ciągu około {minutes} minut."
    ),
    "wait_unknown": "Numer w kolejce: {position}.",
    "wait_long": (
        "Numer w kolejce: {position}. Zgłoszeń jest dużo, odpowiedź może zająć ponad godzinę; "
        "nie trzeba tu czekać."
    ),
}
