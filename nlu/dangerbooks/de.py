"""How danger is told, and what only sounds like it, in German."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "brennt", "brennend*", "in flammen", "(fängt|fing|fangen) ~ feuer", "feuer gefangen",
        "(brand|feuer) (ausgebrochen|im|in der|in meine*)", "raucht", "qualmt", "schmort", "kokelt", "rauchend*", "qualmend*",
        "(akku*|batterie*|ladegerät*|netzteil*|stecker*|kabel*|gerät) ~ (schmilzt|geschmolzen|geplatzt|explodiert|verschmort)",
        "(rauch|qualm|flammen|funken) ~ (aus|kommt|kommen|steigt|dringt|schlagen|sprühen|tritt|im)",
        "(kommt|kommen|steigt|dringt|tritt|schlagen|schießen|sprüht|sprühen|sehe|überall|dichter|ist) ~ (rauch|qualm|flammen|funken)",
        "(riecht|stinkt|riechen|gestank|geruch) ~ (verbrannt*|verschmort*|rauch|angebrannt|verkohlt)",
        "(ist|sind|gerade|mir|plötzlich) ~ explodiert", "explodierte", "explodiert gerade", "in die luft geflogen", "eine explosion", "verpuffung",
        "lösch* ~ (akku*|brand|feuer|flammen|batterie)",
    ),
    poison=(
        "(riecht|rieche|riechen|stinkt) ~ gas", "gasgeruch", "gas (tritt|strömt|entweicht)", "gasleck", "gasaustritt", "(austretendes|ausströmendes) gas",
        "kohlenmonoxid", "verschluckt", "vergiftet", "vergiftung*", "überdosis",
        "(tabletten|pillen|batterie|knopfzelle|magnet*|reiniger|bleiche|säure|putzmittel|waschmittel) ~ (geschluckt|getrunken|gegessen|genommen)",
        "säure ~ (hand|haut|auge*|gesicht)",
    ),
    body=(
        "stromschlag", "(stromstoß|elektroschock)", "schlag bekommen", "(blutet|blute|bluten)", "(verliert|verliere|viel) ~ blut",
        "bewusstlos*", "bewußtlos*", "(ohnmächtig|ohnmacht)", "nicht (|mehr) ansprechbar",
        "(er|sie|vater|mutter|mann|frau|kind|sohn|tochter|oma|opa|baby|freund|freundin|jemand) ~ (zusammengebrochen|umgekippt|krampft)",
        "(vater|mutter|mann|frau|kind|sohn|tochter|oma|opa|baby|freund|freundin) ~ (reagiert|bewegt sich|atmet) nicht",
        "(atmet|atme) (nicht|kaum)", "(bekomm*|krieg*) ~ (keine|kaum|schlecht) luft", "(kann|können) ~ (nicht|kaum) (|mehr|richtig|gut) atmen", "erstick*", "atemnot",
        "(schwer|ernsthaft|stark) (verletzt|verbrannt|verbrüht)", "(mich|sich|mir|ich bin|wurde|jemand|er ist|sie ist|schwer) ~ verletzt", "verletzte", "(aufgebläht|angeschwollen|geschwollen)",
        "(arm|bein|hand|fuß|knöchel|nase|finger|schulter|schlüsselbein|rippe*|handgelenk|genick|hüfte|zahn) ~ gebrochen",
        "(hand|finger|gesicht|arm|mich|sich|haut|bein) ~ (verbrannt|verbrüht|verätzt)", "verbrennungen",
        "herzinfarkt", "schlaganfall", "(krampfanfall|epileptischer anfall)", "(ertrinkt|ertrunken|am ertrinken)", "eingeklemmt ~ (arm|bein|hand|finger|person|kind)",
    ),
    violence=(
        "bedroht (mich|uns|ihn|meine*)", "(mich|uns) ~ bedroht", "(morddrohung*|todesdrohung*)",
        "(er|mann|jemand|typ|nachbar|exmann|exfreund|freund|einer) ~ (messer|pistole|waffe|axt)",
        "(greift|greifen) (mich|uns|jemand|jemanden) an", "(werde|wurde|mich) ~ (angegriffen|überfallen|verprügelt|niedergestochen|entführt)", "(schlägt|würgt|verprügelt|verfolgt) (mich|uns|meine*)",
        "(mich|uns|ihn) (umbringen|töten|erstechen|erschießen|abstechen)", "vergewaltig*", "eine bombe im",
    ),
    despair=(
        "bringe mich um", "(mich|selbst) ~ (umbringen|umzubringen|töten|zu töten|erhängen)", "nicht (mehr|länger) leben", "(will|möchte|lieber) ~ sterben", "(will|wäre) ~ (tot sein|lieber tot)",
        "leben (nehmen|zu nehmen|beenden|zu beenden|beende|ein ende)", "(selbstmord*|suizid*)", "keinen (sinn|grund) mehr ~ leben", "lebensmüde", "(mir|selbst) (etwas|was) an(tun|zutun)", "(ritze|verletze) mich selbst", "besser ohne mich dran",
    ),
    help=(
        "(ruf*|schick*|brauch*|hol*|alarmier*|verständig*) ~ (krankenwagen|notarzt|feuerwehr|rettungswagen|rettungsdienst|polizei)",
        "(krankenwagen|notarzt|feuerwehr|rettungswagen|polizei) (bitte|rufen|schnell|sofort|her|holen|schicken)",
        "(er|frau|kind|sohn|tochter|vater|mutter|oma|opa|baby|mann|ich) (stirbt|sterbe|liegt im sterben)", "(in|akute) lebensgefahr", "medizinischer notfall",
    ),
    harmless=(
        "(licht|lampe*|leuchte*|lämpchen|led|birne|kontrollleuchte*|warnleuchte*|kontrolllampe*|anzeige|kerze*) ~ brennt", "brennt ~ (licht|lampe*|leuchte*|led|birne|kontrollleuchte*)",
        "brennt ~ (nägeln|herzen|darauf)", "(was|wo) brennt es", "brennend* (frage*|thema|themen|interess*)", "brennend ~ interessier*",
        "(preis*|kosten|zahlen|nachfrage|kopf|miete*|gebühren) ~ explodiert", "explodiert ~ (preis*|kosten|kopf)",
        "(automat|maschine) ~ verschluckt", "verschluckt ~ (karte|buchstaben|wort*|geld)", "(karte|geld|buchstaben) ~ verschluckt", "(kohlenmonoxid|rauch|gas) (melder|warner|sensor)",
        "(gegen|vor|risiko|gefahr) ~ stromschlag", "sterbe (|gleich|fast) vor", "(lachen|freude|scham) ~ sterben", "(wer|mann|nachbar|person|gast) raucht", "raucht ~ (zigarette*|pfeife)",
        "(jemand|person) ~ (geheilt|vermisst)", "umbringen vor lachen",
        "(recht*|pflicht*|vertrag|datenschutz|urheberrecht*|regel*) ~ verletzt",
    ),
    no=("kein*", "nicht", "nie", "niemals", "nichts", "ohne", "niemand*", "weder"),
    no_after=("nicht", "nichts", "kein*", "nie", "niemand"),
)  # fmt: skip
