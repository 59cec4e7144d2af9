"""How people ask what answers them, or for a person, in Finnish."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot(ti|in|tia|ille)", "bot(ti|in|tia|ille)", "chatbot(ti|in|tia)?", "kone(en)?",
        "tekoäly(n)?", "tietokone(en)?", "ohjelma", "automaatti", "automaattivastaus", "chatgpt",
    ),
    person=(
        "ihminen", "ihmisen", "ihmistä", "ihmiselle", r"oikea \w+", r"oikean \w+", r"aito \w+",
        r"elävä\w* \w+",
    ),
    staff=(
        r"asiakaspalvelija\w*", r"asiakaspalvelu\w*", r"henkilö\w*", "joku", "jonkun", "jollekin",
        r"työntekijä\w*", r"virkailija\w*", r"neuvoja\w*", r"esimie\w+", r"asiantuntija\w*", "tuki",
        "tukeen",
    ),
    wares=(
        r"myy\w*", r"ost\w+", "hinta", "maksaa", r"imuri\w*", r"keittiö\w*", r"kokoi\w+",
        r"astianpesukone\w*", r"pes\w+", r"lelu\w*",
    ),
    identity=(
        "(oletko|oletteko|olet|ootko|ootteko|ooks) {what}",
        "(puhunko|keskustelenko|kirjoitanko|juttelenko|puhun|chattailenko) ~ {what}",
        "onko (tämä|tää|siellä|täällä|tuolla) ~ {what}", "(vastaako|vastaa) ~ {what}",
        "{what} ~ vastaa", "(kuka|mikä) (olet|oot)", "kenen kanssa (puhun|keskustelen|juttelen)",
    ),
    human=(
        "(puhua|jutella|keskustella|chatata) ~ {who}",
        r"(yhdistä\w*|yhdistäkää|siirrä\w*|ohjatkaa) ~ {who}",
        "(haluan|haluaisin|tarvitsen|antakaa|anna|saanko|saisinko) {who}",
        "(pyydä|hakekaa|kutsukaa) {who}", "en ~ (robotin|botin|koneen) kanssa",
    ),
    please=("kiitos", "haluan"),
)  # fmt: skip
