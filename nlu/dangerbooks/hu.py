"""How danger is told, and what only sounds like it, in Hungarian."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "ég (a|az) (konyha*|ház*|lakás*|akku*|akkumulátor*|töltő*|autó*|szoba*|kocsi*|kerékpár*)", "(konyha*|ház*|lakás*|akku*|akkumulátor*|töltő*|autó*|kábel*|roller*) (|most|is) (ég|lángol|füstöl|izzik|szikrázik|olvad)", "(kigyulladt|meggyulladt|felgyulladt|kigyullad|lángol|lángolnak|lángra kapott|lángra lobbant|lángokban)", "(tűz|tüz) (van|ütött|ég)", "(füstöl|szikrázik|megolvadt|izzik)", "(jön|száll|dől|ömlik|látok|tele) ~ (füst|füstöt|lángok|szikrák|füsttel)", "(füst|lángok|szikrák) ~ (jön|száll|dől|ömlik|csap*)", "(égett|égés|füst) (szag*|szagot|szagú)", "(égésszag*|füstszag*)", "(felrobbant|robbant|felrobbantak)", "robbanás (volt|történt)",
    ),
    poison=(
        "(gázszag*|gázszivárgás*)", "(szivárog|érzek|ömlik) ~ gáz*", "gáz (szivárog|szag*)", "(lenyelt|lenyelte|lenyeltem|lenyelték)", "(mérgezés*|megmérgez*|mérgezett)", "túladagol*", "szén-monoxid", "(megivott|megitta|ivott) ~ (hipót|hypót|tisztító*|savat|mosószer*|mérget)", "(bevett|bevettem|bevette) ~ (gyógyszer*|tablett*|altató*)",
    ),
    body=(
        "(megrázott|megrázta|megrázza) (|engem|a|az) (áram|töltő|konnektor)", "áramütés (ért|érte|érhette)", "(vérzik|vérzek|vérzés|elvérzik)", "(sok|vesz|vesztett) ~ vért", "(eszméletlen*|eszméletét vesztette|elájult|elájultam|összeesett)", "nem (kap|kapok) (|rendesen) levegőt", "(nem lélegzik|nem tud lélegezni|nem tudok lélegezni|alig kap* levegőt|fulladok|fuldoklik|megfullad*|fulladozik)", "(vízbe fúlt|fuldokol)", "(eltört|eltörtem|eltörte|eltörött) ~ (karom|kezem|lábam|csuklóm|bokám|orrom|bordám|ujjam|karja|keze|lába|csípője)", "(súlyosan) (megsérült|sérült|megégett)", "(megsérültem|sérültek vannak)", "(férjem|feleségem|fiam|lányom|gyerek*|anyám|apám|valaki|ember) ~ (megsérült|megsebesült)", "(megégettem|megégette|elvágtam|leforráztam) ~ (kezem*|arcom*|ujjam*|magam*)", "(szívroham*|szívinfarktus*|agyvérzés*|sztrók*|görcsöl|rohama van)", "(anyám|apám|fiam|lányom|gyerek|gyerekem|baba|férjem|feleségem|nagymama|nagymamám) ~ nem (reagál|mozog|válaszol)",
    ),
    violence=(
        "(megfenyeget*|fenyeget|fenyegetnek) (|engem|minket|késsel|megöl*|halál*)", "(kés van nála|késsel|pisztollyal|fegyverrel) (fenyeget*|támad*|áll)", "(megtámadt*|megvertek|megvert|megver|üt|leszúr*|megerőszakol*|elrabolt*|követ|fojtogat) (engem|minket|a férjem|a feleségem)", "(megtámadtak|megvertek|megerőszakoltak|elraboltak|leszúrtak)", "(meg akar|meg akarnak) (ölni|verni)", "halálos fenyeget*",
    ),
    despair=(
        "(megölöm|megölni|felakasztom|vagdosom|bántani) magam*", "(meg akarom|megakarom) ölni magam*", "(öngyilkos*|önsért*)", "(meg akarok|szeretnék|akarok) (halni|meghalni)", "nem akarok (|tovább|már) élni", "(véget vetni|véget vetek) (az életemnek|mindennek)", "nincs (értelme|miért) élni*",
    ),
    help=(
        "(hívjanak|hívjatok|hívjon|küldjenek|küldjön|kell|kérek|kellenek) ~ (mentőt|mentőket|mentő|mentők|tűzoltót|tűzoltókat|tűzoltó|rendőrt|rendőrséget)", "(mentőt|tűzoltót|tűzoltókat) (kérek|gyorsan|azonnal|hívjanak)", "(haldoklik|meghal az anyám|meghal a|életveszély*)",
    ),
    harmless=(
        "(füst|gáz|tűz) (érzékelő*|jelző*)", "tűzoltó (készülék*|autó*)", "(lámpa*|fény|led|izzó) ~ ég", "ég a (lámpa*|led)", "(árak|ár|fejem) ~ (felrobbant|robbant*)", "(automata|atm) ~ (lenyelte|elnyelte)", "(lenyelte|elnyelte) ~ kártyá*", "meghalok (a kíváncsiságtól|az éhségtől|a nevetéstől)", "(áramütés*) ellen",
    ),
    no=("nem", "nincs", "soha", "semmi", "senki", "nélkül", "sem"),
    no_after=("nincs", "nélkül", "ellen"),
)  # fmt: skip
