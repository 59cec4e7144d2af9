"""How danger is told, and what only sounds like it, in Czech."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(hoří|hořím|shořel|shořela)", "(vzplanul|vzplanula|vzňal se|vzňala se|chytil oheň|chytla oheň|chytil plamen)", "(je|máme|vypukl|vidím) ~ (požár|oheň)", "požár (v|u|na)", "v plamenech", "(doutná|jiskří|taví se|roztavil* se)", "(baterie|nabíječka|zásuvka|kolo|kabel|telefon|to) (|se) (kouří|doutná|jiskří|taví)", "kouří se", "(jde|vychází|valí|stoupá|vidím|plno) ~ (kouř|dým|plameny|jiskry|kouře)", "(kouř|dým|plameny|jiskry) ~ (z|jde|vychází|šlehají)", "(smrdí|cítím|zápach) ~ (spáleni*|kouř*|spálen*)", "(vybuchl|vybuchla|vybuchlo|explodoval|explodovala|bouchl|bouchla)", "(byl|nastal) výbuch",
    ),
    poison=(
        "(cítím|cítit|smrdí|zápach|uniká|únik) ~ (plyn|plynem|plynu)", "plyn uniká", "(spolkl|spolkla|spolkli|polkl|polkla)", "(otrávil|otrávila|otrava|otráven*|přiotráv*)", "předávkov*", "oxid uhelnatý", "(vypil|vypila|snědl|snědla) ~ (savo|čistič|čisticí|saponát|kyselinu|jed|baterii|bělidlo)", "(vzal|vzala|spolykal*) ~ (prášky|prášků|tablety|léky)",
    ),
    body=(
        "(kopl|kopla|kopnul|zasáhl|dostal|dostala) ~ (proud|elektrina|elektřina|elektrickým|ránu)", "úraz elektrickým", "krvácí*", "(ztrácí|hodně|ztratil*) ~ krve", "(bezvědomí|v bezvědomí)", "(omdlel|omdlela|zkolaboval|zkolabovala)", "(nedýchá|nemůžu dýchat|nemohu dýchat|nemůže dýchat|nemůžu se nadechnout|nemůže se nadechnout|těžko dýchá)", "(dusí|dusím) se", "se (dusí|dusím|topí)", "(dítě|on|ona|někdo|člověk|syn|dcera) tone", "(utopil|utopila) se", "(zlomil|zlomila) (jsem si|si) (ruku|nohu|zápěstí|kotník|nos|klíční|žebro|prst|kyčel)", "(vážně|těžce) (zraněn*|popálen*)", "(jsem|je|jsou|byl|byla) zraněn*", "(popálil|popálila|spálil|spálila|pořezal|pořezala|zranil|zranila) (jsem se|jsem si|si|se)", "(infarkt|mrtvice|mrtvici|záchvat)", "(maminka|mamka|máma|táta|syn|dcera|dítě|manžel|manželka|babička|děda|otec|matka) ~ (nereaguje|nehýbe|neodpovídá)",
    ),
    violence=(
        "(vyhrožuje|vyhrožují|vyhrožoval) (mi|nám|smrtí|nožem|zabitím)", "(mi|nám) vyhrožuj*", "(manžel|soused|někdo|muž|on) ~ (nůž|nožem|zbra*|pistol*)", "(napadl|napadli|zbil|zbili|bije|mlátí|bodl|znásilnil|škrtí|pronásleduje) (mě|nás|ji)", "(mě|nás) (napadl|napadli|zbil|bije|mlátí|bodl|znásilnil|škrtí|pronásleduje|zabije|chce zabít)", "(byl|byla) jsem (napaden*|znásilněna|zbit*)",
    ),
    despair=(
        "(zabít|zabiju|oběsit|oběsím|řežu) se", "se (zabít|zabiju|oběsit|zabiji)", "(sebevražd*|sebepoškoz*)", "(chci|chtěl bych|chtěla bych) (umřít|zemřít|nežít)", "nechci (|už) žít", "(skoncovat|skončit) se životem", "(vzít|vezmu) si život", "nemám důvod žít", "ublížit si",
    ),
    help=(
        "(zavolejte|zavolej|volejte|pošlete|potřebuj*) ~ (sanitk*|záchrank*|hasič*|polici*|155|112|150)", "(on|ona|manžel|manželka|dítě|syn|dcera|máma|táta|babička) umírá", "(ohrožení života|nebezpečí života)",
    ),
    harmless=(
        "(hlásič*|detektor*|čidl*|alarm*) ~ (kouře|plynu|oxidu)", "(kontrolka|lampa|světlo|žárovka|svíčka) ~ hoří", "hoří ~ (kontrolka|lampa|světlo|žárovka)", "(ceny|cena|hlava) ~ (vybuchl*|explodova*)", "bankomat ~ spolkl", "spolkl* ~ (kartu|peníze)", "(umírám|umřu) (zvědavostí|hlady|smíchy|nudou)", "umřít smíchy", "(před|riziko) ~ úraz* elektrickým", "hoří (termín|nabídka)",
    ),
    no=("není", "ne", "nikdy", "bez", "nic", "žádný", "žádné", "žádná", "nikdo"),
)  # fmt: skip
