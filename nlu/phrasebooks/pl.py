"""How people ask what answers them, or for a person, in Polish."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot(em)?", "bot(em)?", "chatbot(em)?", "czatbot(em)?", "maszyn(a|ą)", "automat(em)?",
        "ai", "si", "sztuczn(a|ą) inteligencj(a|ą)", "komputer(em)?", "program(em)?",
        "automatyczna odpowiedź", "chatgpt", "botów", "bota",
    ),
    person=(
        "człowiek(iem|a)?", r"żyw(a|ą|y|ym|ego) \w+", "żyw(ym|ego)",
        r"prawdziw(a|ą|y|ym|ego|ej) (osob\w+|człowiek\w*|pracownik\w*|konsultant\w*)", "ludźmi",
    ),
    staff=(
        "konsultant(em|a|ką)?", "pracownik(iem|a)?", "osob(ą|ę|a)", "kimś", "kogoś", "ktoś",
        "doradc(ą|ę)", "agent(em|a)?", "kierownik(iem|a)?", "obsług(ą|ę|i)", "operator(em|a)?",
        "przedstawiciel(em|a)?", "menedżer(em|a)?", "specjalist(ą|ę)", "szef(em|a)?",
    ),
    wares=(
        r"sprzeda\w+", r"kup\w+", "cena", "kosztuje", r"odkurzacz\w*", r"kuchenn\w+", "wielkości",
        r"zmywark\w+", "myć", r"zabawk\w+",
    ),
    identity=(
        "jesteś {what}", "jest (pan|pani) {what}", "(pan|pani) (jest|to) {what}",
        "(rozmawiam|piszę|gadam) ~ (z|do) {what}", "(to|tu|tutaj) jest {what}", "czy to {what}",
        "(odpowiada|odpisuje) ~ {what}", "{what} ~ (odpowiada|odpisuje)",
        "(po|z) drugiej stronie ~ {what}", "{what} ~ po drugiej stronie",
        "mam do czynienia z {what}", "kim jesteś", "z kim (rozmawiam|piszę)",
    ),
    human=(
        "(rozmawiać|porozmawiać|pogadać|pisać|skontaktować się) ~ z {who}",
        r"(połącz\w*|przełącz\w*|połączenie|przekieruj\w*) ~ (z|do) {who}",
        r"(chcę|chciał\w*|potrzebuję|proszę|proszę o|wolę|dajcie|daj mi) {who}",
        r"rozmow\w+ z {who}", r"(zawołaj\w*|wezwij\w*) {who}",
        "niech {who} ~ (zadzwoni|oddzwoni|odpisze|odpowie)", "nie (chcę|z) ~ bot(a|em)",
    ),
    please=("proszę", "poproszę", "chcę"),
)  # fmt: skip
