"""How people ask what answers them, or for a person, in Swedish."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chattbot", "chatbot", "maskin", "ai", "artificiell intelligens", "dator",
        "automat", "autosvar", "automatiskt svar", "chatgpt", "program",
    ),
    person=(
        "människa", r"mänsklig\w*", "riktig person", "verklig person", "levande människa",
        r"riktig \w+", "någon riktig",
    ),
    staff=(
        "person", "handläggare(n)?", "medarbetare", "agent", "kundtjänst", "kundservice", "kollega",
        "rådgivare", "chef(en)?", "operatör", "någon", "supporten", "personal", "anställd",
    ),
    wares=(
        r"sälj\w+", r"köp\w+", "pris", "kostar", "dammsugare", r"robotdammsugar\w*", r"kök\w*",
        "storlek", "diskmaskin", "leksak",
    ),
    identity=(
        "(är du|är ni|du är) {what}",
        "(pratar|talar|chattar|skriver|snackar) jag ~ (med|till) {what}",
        "är (det|det här|detta|den här) ~ {what}", "(finns|sitter) det {what} ~ (här|där|bakom)",
        "svarar {what}", "{what} ~ (svarar|bakom)", "vem är du",
        "vem (pratar|talar|chattar) jag med",
    ),
    human=(
        "(prata|tala|snacka|chatta) ~ med {who}",
        "(koppla|koppla mig|kopplad|skicka mig|sätt mig) ~ (till|vidare till|över till|med|i kontakt med) {who}",
        "(vill ha|behöver|ge mig|får jag|kan jag få) {who}", "(hämta|ring upp) {who}",
        "{who} ~ (ringa|ring|kontakta) mig", "(uppringd|kontaktad) av {who}", "ingen (robot|bot)",
        "{who} jag kan (tala|prata) med",
    ),
    please=("tack", "snälla", "en", "jag vill ha"),
)  # fmt: skip
