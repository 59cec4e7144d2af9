"""How danger is told, and what only sounds like it, in Swedish."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(brinner|brann upp|börjat brinna|börjar brinna|började brinna|brinnande)", "(fattat|fattar|fattade|tagit|fatt) eld", "(står|stod) i (lågor|brand)", "(lågor|rök|gnistor) ~ (ur|från|kommer|överallt|i|slår)", "(kommer|slår|ryker|ser|fullt|mycket) ~ (rök|lågor|gnistor)", "det (ryker|pyr|gnistrar)", "(batteriet|laddaren|kontakten|cykeln|telefonen|kabeln) (ryker|pyr|smälter|gnistrar|exploderar)", "(luktar|lukt av|lukt) ~ (bränt|rök)", "(exploderade|exploderat|exploderar|small av)", "en explosion", "det är eld i",
    ),
    poison=(
        "(luktar|känner|lukt av) ~ (gas|gaslukt)", "(gasläcka|gaslukt|gas läcker)", "(svalt|svalde|svaljt|sväljde|svälde)", "(förgiftad|förgiftat|förgiftning)", "(överdos|överdoserat)", "kolmonoxid", "druckit ~ (klorin|rengöringsmedel|syra|diskmedel)", "tagit ~ (tabletter|piller)",
    ),
    body=(
        "(fick|fått|får) ~ stöt", "(elstöt|elchock|elektrisk stöt)", "(blöder)", "(förlorar|mycket|tappar) ~ blod", "medvetslös*", "svimma*", "(kan|får) (inte|knappt) (|längre) (andas|luft)", "andas (inte|knappt)", "(kvävs|kvävas|sätter i halsen|satt i halsen)", "(drunknar|drunknat|drunkna)", "(brutit|bröt) ~ (armen|benet|handleden|foten|näsan|nyckelbenet|revben*|fingret|höften|handen)", "(allvarligt|svårt) (skadad|skadade|bränd)", "(är|blev|blivit|har) ~ (skadad|skadade|skadat mig|skadat sig)", "(bränt|brände|skurit) (mig|sig|handen)", "brännskad*", "(hjärtattack|hjärtinfarkt|stroke|hjärtstopp)", "(krampar|krampanfall)", "(mamma|pappa|mormor|farmor|farfar|morfar|barn|barnet|son|dotter|man|fru|bebis) ~ (svarar|reagerar|rör sig) inte", "(har|han|hon) kollapsat",
    ),
    violence=(
        "(hotar|hotade|hotat) (mig|oss|honom|henne|min|att döda)", "(dödshot|mordhot)", "(någon|han|man|grannen) ~ (kniv|pistol|vapen)", "(attackerar|attackerade|slår|misshandlar|misshandlade|högg|våldtog|förföljer|stryper) (mig|oss|min)", "(blivit|blev|blir) (attackerad|misshandlad|knivhuggen|våldtagen|kidnappad|överfallen)", "(döda|mörda|skjuta) (mig|oss|henne|honom)",
    ),
    despair=(
        "(inte|orkar inte) (vill|leva) (|leva) (längre|mer)", "(vill|orkar) inte leva", "(ta|tar|avsluta) (mitt|mitt eget) liv", "(döda|skada|hänga|skär) mig själv", "(ta|tar) livet av mig", "självmord*", "(vill|ville) (dö|inte finnas)", "självskad*", "(bättre utan mig)",
    ),
    help=(
        "(ring|skicka|behöver|ringa|kalla) ~ (ambulans|ambulansen|brandkår*|polis|polisen|räddningstjänsten|112)", "(han|hon|barnet|mamma|pappa|min man|min fru|jag) (dör|håller på att dö)", "(livsfara|livshotande)", "medicinsk nödsituation",
    ),
    harmless=(
        "(lampan|lampa|ljuset|lyset|led) ~ brinner", "(priserna|priset|kostnaderna|huvudet) ~ exploder*", "(automaten|bankomaten) ~ (svalde|svalt)", "(svalde|svalt) ~ (kort|kortet|pengar)", "dör av (nyfikenhet|skratt|hunger|längtan)", "(dö|dör) av skratt", "brinner (för|av)", "brinnande (fråga|intresse)", "(gas|rök|kolmonoxid) (varnare|larm|detektor)", "(mot|risk för) ~ (elstöt|elchock|stöt)", "svalt ihjäl",
    ),
    no=("inte", "ingen", "inget", "inga", "aldrig", "utan", "ingenting"),
    no_after=("inte", "inget", "aldrig", "ej"),
)  # fmt: skip
