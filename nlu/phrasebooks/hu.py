"""How people ask what answers them, or for a person, in Hungarian."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot(tal)?", "bot(tal)?", "chatbot(tal)?", "gép(pel)?",
        "mesterséges intelligenci(a|ával)", "mi", "ai", "számítógép(pel)?", "program(mal)?",
        "automata válasz", "automat(a|ával)", "chatgpt",
    ),
    person=(
        "ember(rel|t)?", r"élő (ember|személ)\w*", r"igazi (ember|személ|munkatárs)\w*",
        r"hús-vér \w+", r"valódi \w+",
    ),
    staff=(
        "ügyintéző(vel|t|höz)?", "munkatárs(sal|at)?", r"ügyfélszolgálat\w*", "valaki(vel|t)?",
        "személy(lyel|t)?", r"kollég\w+", r"operátor\w*", r"főnök\w*", r"vezető\w*", r"szakértő\w*",
        r"tanácsadó\w*",
    ),
    wares=(
        r"árul\w+", r"elad\w*", r"vásárol\w*", "venni", "ár", "kerül", r"porszívó\w*",
        r"robotporszívó\w*", "konyhai", r"nagyság\w+", r"mosogatógép\w*", "mosható", r"játék\w*",
    ),
    identity=(
        "(te|maga) ~ {what}", "ön (egy {what}|robot|bot|chatbot|gép|ember)",
        "{what} (vagy|vagytok)", "(vagy|vagytok) {what}",
        "{what} ~ (beszélek|beszélgetek|írok|csetelek)", "(beszélek|beszélgetek|csetelek) ~ {what}",
        "(ez|itt|ott) {what}", "{what} ~ (válaszol|ír|írja)", "válaszol ~ {what}",
        "(ki vagy|ki ön|kicsoda ön)", "kivel (beszélek|beszélgetek)",
    ),
    human=(
        "{who} ~ (beszélni|beszélhetek|beszélnék|beszélhetnék|beszélgetni)",
        "(beszélni|beszélhetek|beszélnék|beszélhetnék) ~ {who}",
        r"(kapcsol\w*|adj\w*|hívj\w*|irányíts\w*) ~ {who}",
        "(kérek|kérem|szeretnék|akarok|kell) {who}",
        r"{who} ~ (kapcsol\w*|kérek|szeretnék|akarok|kell|hívjon)",
        "nem ~ (robotot|botot|robottal|bottal)",
    ),
    please=("kérem", "kérek", "legyen szíves", "egy", "légyszi"),
)  # fmt: skip
