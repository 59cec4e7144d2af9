"""How people ask what answers them, or for a person, in Norwegian."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chatbot", "maskin", "ai", "ki", "kunstig intelligens", "datamaskin",
        "automat", "autosvar", "automatisk svar", "chatgpt", "program",
    ),
    person=(
        "menneske", r"menneskelig\w*", "ekte person", "virkelig person", "levende person",
        r"ekte \w+", "noen ekte",
    ),
    staff=(
        "person", "medarbeider", "saksbehandler", "kundebehandler", "agent", "kundeservice",
        "kollega", "rådgiver", "sjef(en)?", "leder(en)?", "operatør", "noen", "support", "ansatt",
    ),
    wares=(
        r"selg\w+", r"kjøp\w+", "pris", "koster", r"støvsuger\w*", r"robotstøvsuger\w*",
        r"kjøkken\w*", "størrelse", "oppvaskmaskin", "leketøy", "leke",
    ),
    identity=(
        "(er du|er dere|du er) {what}", "(snakker|prater|chatter|skriver) jeg ~ (med|til) {what}",
        "er (det|det her|dette) ~ {what}", "(er|sitter) det {what} ~ (her|der|bak)",
        "svarer {what}", "{what} ~ (svarer|bak)", "hvem er du",
        "hvem (snakker|prater|skriver) jeg med",
    ),
    human=(
        "(snakke|prate|chatte) ~ med {who}",
        "(sette meg|sett meg|sende meg|send meg) ~ (over til|videre til|i kontakt med|til) {who}",
        "(vil ha|trenger|gi meg|får jeg|kan jeg få|ønsker) {who}", "hent {who}",
        "{who} ~ (ringe|ring|kontakte) meg", "ikke en (robot|bot)",
    ),
    please=("takk", "vennligst", "en", "et", "jeg vil ha"),
)  # fmt: skip
