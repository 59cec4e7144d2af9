"""How people ask what answers them, or for a person, in Czech."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot(em)?", "bot(em|a)?", "chatbot(em)?", "stroj(em)?", "automat(em)?", "ai",
        "uměl(á|ou) inteligenc(e|í)", "počítač(em)?", "program(em)?", "automatická odpověď",
        "chatgpt", "robota",
    ),
    person=(
        "člověk(em|a)?", r"živ(ý|ým|ého|á|ou) \w+",
        r"skutečn(ý|ým|ého|á|ou) (osob\w+|člověk\w*|pracovník\w*)", "někým skutečným", "lidmi",
        r"opravdov\w+ člověk\w*",
    ),
    staff=(
        "operátor(em|a|kou|ku)?", "pracovník(em|a)?", "osob(ou|u)", "někým", "někoho", "někdo",
        "zaměstnanc(em|e)", "poradc(em|e)", "agent(em|a)?", "vedoucí(m|ho)?", "podpor(ou|u|y)",
        r"zákaznick\w+ \w+", "kolegou", "kolegu", "manažer(em|a)?", r"specialist\w+", "šéf(em|a)?",
    ),
    wares=(
        r"prod\w+", r"koup\w+", "cena", "stojí", r"vysavač\w*", r"kuchyň\w+", "velikosti", "myčce",
        "mýt", r"hračk\w+",
    ),
    identity=(
        "(jste|jsi|vy jste|ty jsi) {what}",
        "(mluvím|píšu|píši|bavím se|komunikuji|chatuji) ~ (s|se) {what}",
        "je (to|tohle|toto) {what}", "(to|tohle|toto) je {what}", "(odpovídá|píše) ~ {what}",
        "{what} ~ (odpovídá|na druhé straně)", "(na druhé straně|za tím) ~ {what}",
        "kdo (jste|jsi)", "s kým (mluvím|píšu)",
    ),
    human=(
        "(mluvit|promluvit|hovořit|bavit se|spojit) ~ (s|se) {who}",
        r"(přepoj\w*|spoj\w*|přepnout|přesměrujte) ~ (na|s|se|k) {who}",
        r"(chci|chtěl\w* bych|potřebuji|potřebuju|dejte|dej|prosím o|raději) {who}",
        "(zavolejte|přivolejte|sežeňte) {who}", "ne bota",
    ),
    please=("prosím", "chci"),
)  # fmt: skip
