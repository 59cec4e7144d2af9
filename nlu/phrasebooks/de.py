"""How people ask what answers them, or for a person, in German."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "roboter", "bot", "chatbot", "maschine", "ki", "künstliche intelligenz", "computer",
        "automat", "automatische antwort", "programm", "chatgpt",
    ),
    person=(
        "mensch", "menschen", r"echte[rn]? (person|mitarbeiter\w*|kollege\w*|mensch\w*)",
        "echtes wesen",
    ),
    staff=(
        "mitarbeiter", "mitarbeiterin", "berater", "beraterin", "kundenservice", "kundendienst",
        "vorgesetzten", "kollegen",
    ),
    wares=(
        r"verkauf\w+", r"kauf\w+", "preis", "kostet", "staubsauger", r"küche\w*", "größe",
        "menschengröße", r"spül\w+", "spielzeug",
    ),
    identity=(
        "(bist du|sind sie|seid ihr|du bist) {what}",
        "(schreibe|spreche|rede|chatte) ich ~ mit {what}", "ist (das|hier|dies) {what}",
        "antwortet (hier|mir) ~ {what}", "{what} ~ (antwortet|dahinter)", "wer (bist du|sind sie)",
        "mit wem (spreche|schreibe|rede|chatte) ich",
    ),
    human=(
        "mit {who} ~ (sprechen|reden|schreiben|chatten)",
        "(verbinden|verbinde|weiterleiten) ~ (mit|an) {who}",
    ),
    please=("bitte",),
)  # fmt: skip
