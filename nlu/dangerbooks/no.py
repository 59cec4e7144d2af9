"""How danger is told, and what only sounds like it, in Norwegian."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(det|huset|kjøkkenet|batteriet|laderen|bilen|sykkelen|leiligheten|noe) (|nå) brenner", "brenner (det|på kjøkkenet|hos)", "(brant ned|brennende (batteri|lader|sykkel))", "(det er|er det|oppstått|brutt ut) (|en) (brann|røyk)", "(tok|tatt|tar) fyr", "fyr i", "(i|står i) (flammer|brann|fyr)", "(flammer|røyk|gnister) ~ (fra|ut|kommer|opp|overalt|i)", "(kommer|velter|ser|fullt) ~ (røyk|flammer|gnister)", "(batteriet|laderen|kontakten|sykkelen|det) (ryker|ulmer|smelter|gnistrer)", "(lukter|lukt|stinker) ~ (brent|svidd|røyk)", "(eksploderte|eksplodert|eksploderer)", "en eksplosjon",
    ),
    poison=(
        "(lukter|lukt|kjenner) ~ gass", "(gasslukt|gasslekkasje)", "(svelget|svelgte|svelger)", "(forgiftet|forgiftning)", "overdose", "(karbonmonoksid|kullos)", "drukket ~ (klorin|rengjøringsmiddel|syre|oppvaskmiddel)", "(tatt|spist) ~ (piller|tabletter|batteri)",
    ),
    body=(
        "(fikk|fått|får) ~ støt", "(elektrisk støt|strømstøt)", "blør", "(mister|mistet|mye) ~ blod", "bevisstløs*", "besvim*", "(får|kan) ikke (puste|puste lenger|pusta|få puste|luft|trekke pusten)", "puster ikke", "(kveles|holder på å kveles|satt i halsen)", "(drukner|druknet)", "(brukket|brakk|brekt) ~ (arm*|bein*|ben*|hånd*|fot*|nese*|kragebein*|ribbein|finger*|hofte*)", "(alvorlig|hardt) (skadet|skadd|forbrent)", "(er|ble|blitt|har) ~ (skadet|skadd|skadet meg)", "(brent|brente|kuttet|skåret) (meg|seg|hånden|hånda)", "(hjerteinfarkt|hjerteanfall|hjertestans|hjerneslag|krampeanfall)", "(mor|far|mormor|farmor|barn|barnet|sønn|datter|mann|kone|baby) ~ (reagerer|svarer|beveger seg) ikke", "(han|hun) (|har) (falt om|kollapset)",
    ),
    violence=(
        "(truer|truet) (meg|oss|henne|ham|med å drepe|med kniv)", "(drapstrusler|dødstrusler)", "med (|en) (kniv|pistol) (utenfor|i hånden|mot)", "(angriper|angrep|overfalt|slår|stakk|voldtok|forfølger|kveler) (meg|oss|min)", "(blitt|blir|ble) (overfalt|knivstukket|voldtatt|kidnappet|angrepet)", "(drepe|myrde|skyte) (meg|oss|henne|ham)",
    ),
    despair=(
        "(vil|orker) ikke leve", "ikke leve (lenger|mer)", "(ta|tar) (mitt eget liv|livet mitt|livet av meg)", "(drepe|skade|henge|kutter) meg selv", "(selvmord*|selvskad*)", "(vil|ville) (dø|heller dø|bare dø)", "gjøre slutt på alt",
    ),
    help=(
        "(ring|send|trenger|tilkall|ringe) ~ (ambulanse|ambulansen|brannvesen*|politi|politiet|113|110|112)", "(han|hun|barnet|mor|far|jeg) (dør|holder på å dø)", "(livsfare|livstruende)",
    ),
    harmless=(
        "(lampen|lampa|lyset|pæren|led) ~ brenner", "(prisene|prisen|hodet) ~ eksploder*", "(automaten|minibanken) ~ (svelget|svelgte)", "(svelget|svelgte) ~ (kort|kortet|penger)", "dør (av|af) (nysgjerrighet|nysgerrighed|latter|grin|sult|lengsel)", "dø av latter", "brenner (for|etter)", "brennende spørsmål", "(gass|røyk|karbonmonoksid) (alarm|varsler|varslere|detektor)", "(mot|risiko for) ~ støt",
    ),
    no=("ikke", "ingen", "ingenting", "aldri", "uten"),
    no_after=("ikke", "ingenting", "aldri"),
)  # fmt: skip
