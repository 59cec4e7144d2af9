"""How people ask what answers them, or for a person, in Danish."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chatbot", "maskine", "ai", "kunstig intelligens", "computer", "automat",
        "autosvar", "automatisk svar", "chatgpt", "program",
    ),
    person=(
        "menneske", r"menneskelig\w*", "rigtig person", "virkelig person", "levende person",
        r"rigtig \w+", "ægte person",
    ),
    staff=(
        "person", "medarbejder", "sagsbehandler", "agent", "kundeservice", "kollega", "rådgiver",
        "chef(en)?", "leder(en)?", "operatør", "nogen", "support", "supporten", "ansat",
    ),
    wares=(
        r"sælg\w+", r"køb\w+", "pris", "koster", r"støvsuger\w*", r"robotstøvsuger\w*",
        r"køkken\w*", "størrelse", "opvaskemaskine", "legetøj",
    ),
    identity=(
        "(er du|er i|du er) {what}", "(snakker|taler|chatter|skriver) jeg ~ (med|til) {what}",
        "er (det|det her|dette) ~ {what}", "(er|sidder) der {what}", "svarer {what}",
        "{what} ~ (svarer|bag)", "hvem er du", "hvem (snakker|taler|skriver) jeg med",
    ),
    human=(
        "(tale|snakke|chatte) ~ med {who}",
        "(stille mig|stil mig|omstille|omstil|sende mig|send mig) ~ (om til|videre til|til) {who}",
        "(vil have|skal bruge|giv mig|får jeg|kan jeg få|jeg ønsker) {who}", "hent {who}",
        "{who} ~ (ringe|ring|kontakte) (til )?mig", "ikke en (robot|bot)",
    ),
    please=("tak", "venligst", "en", "et", "jeg vil have"),
)  # fmt: skip
