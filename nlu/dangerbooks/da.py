"""How danger is told, and what only sounds like it, in Danish."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(brænder|brændte ned|brændende (batteri|oplader|cykel))", "(der er|er der|opstået|udbrudt) (|en) (brand|ild|ildebrand|røg)", "gået ild i", "ild i", "(i|brød i|står i|gik i) (flammer|brand)", "(flammer|røg|gnister) ~ (fra|ud|kommer|op|overalt|i)", "(kommer|vælter|ser|fyldt) ~ (røg|flammer|gnister)", "(batteriet|opladeren|stikket|cyklen|det) (ryger|gløder|smelter|gnistrer)", "(lugter|lugt|stinker) ~ (brændt|røg|brandlugt)", "(eksploderede|eksploderet|eksploderer)", "en eksplosion",
    ),
    poison=(
        "(lugter|lugt|gaslugt|lugte) ~ gas", "(gaslugt|gaslæk|gasudslip)", "(slugt|slugte)", "(forgiftet|forgiftning)", "overdosis", "(kulilte|kulilteforgiftning)", "drukket ~ (klorin|rengøringsmiddel|syre|opvaskemiddel)", "(taget|spist) ~ (piller|tabletter|batteri)",
    ),
    body=(
        "(fik|fået|får) ~ (stød|elektrisk stød)", "elektrisk stød", "(bløder)", "(mister|mistet|meget) ~ blod", "bevidstløs*", "besvim*", "(kan) ikke (|længere) (få luft|trække vejret|ånde)", "(trækker ikke vejret|får ikke luft|ingen luft)", "kan ~ ikke (få luft|trække vejret)", "(kvæles|er ved at kvæles|fået galt i halsen)", "(drukner|druknet)", "(brækket|brækkede) ~ (arm*|ben*|hånd*|fod*|næse*|kraveben*|ribben|finger*|hofte*)", "(alvorligt|hårdt) (såret|kvæstet|tilskadekommet|forbrændt)", "(er|blev|blevet|kom) ~ (såret|kvæstet|tilskadekommet|til skade)", "(brændt|brændte|skåret|skar) (mig|sig|hånden)", "(hjerteanfald|hjertestop|blodprop|slagtilfælde|krampeanfald)", "(mor|far|mormor|farmor|barn|barnet|søn|datter|mand|kone|baby) ~ (reagerer|svarer|bevæger sig) ikke", "(han|hun) (|er) (faldet om|kollapset)",
    ),
    violence=(
        "(truer|truede|truet) (mig|os|hende|ham|med at dræbe|med en kniv)", "(drabstrusler|dødstrusler)", "med (|en) (kniv|pistol) (udenfor|i hånden|mod)", "(overfalder|overfaldt|slår|stak|voldtog|forfølger|angriber|kvæler) (mig|os|min)", "(blevet|bliver|blev) (overfaldet|stukket|voldtaget|kidnappet|angrebet)", "(dræbe|myrde|skyde) (mig|os|hende|ham)",
    ),
    despair=(
        "ikke leve (mere|længere|videre)", "vil ikke leve", "(tage|tager) (mit|mit eget) liv", "(tage|tager) livet af mig", "(dræbe|skade|hænge|skærer i) mig selv", "selvmord*", "(vil|ville) (dø|hellere dø|gerne dø)", "selvskad*", "gøre en ende på det",
    ),
    help=(
        "(ring|send|brug for|tilkald|ringe) ~ (ambulance|ambulancen|brandvæsen*|politi|politiet|112)", "(han|hun|barnet|mor|far|jeg) (dør|er ved at dø)", "(livsfare|livstruende)",
    ),
    harmless=(
        "(lampen|lyset|pæren|led|kontrollampen) ~ brænder", "(priserne|prisen|hovedet) ~ eksploder*", "(automaten|hæveautomaten) ~ slugte", "(slugt|slugte) ~ (kort|kortet|penge)", "dør (af|av) (nysgerrighed|nysgjerrighet|grin|latter|sult|længsel)", "dø af grin", "brænder (for|efter)", "brændende spørgsmål", "(gas|røg|kulilte) (alarm|alarmer|detektor)", "(mod|risiko for) ~ stød", "brænder ~ pære",
    ),
    no=("ikke", "ingen", "intet", "aldrig", "uden"),
    no_after=("ikke", "intet", "aldrig"),
)  # fmt: skip
