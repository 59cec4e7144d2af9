"""How danger is told, and what only sounds like it, in Dutch."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(er is|is er|er was|hier is) ~ (brand|vuur|rook)", "in (brand|de fik|de hens|vlammen)", "(brand|vuur) in", "vat vlam", "vlam gevat", "vlammen", "(accu|batterij|oplader|huis|keuken|het|hij|er|auto|fiets|step|alles|telefoon|kabel|stopcontact) (|nu|daar) brandt", "brandt (de|het|mijn|er)", "fikt", "brandende (accu|batterij|oplader|telefoon|fiets|step|auto|keuken)",
        "(accu|batterij|oplader|stekker|kabel|telefoon|toestel|apparaat|step|fiets|hij|het) (rookt|smeult|smelt|vonkt)", "(accu|batterij|oplader|stekker|kabel) ~ (gesmolten|ontploft|geëxplodeerd)", "rokende (accu|batterij|oplader)",
        "(rook|vonken) (uit|komt|komen|overal)", "(komt|komen|zie|veel) ~ (rook|vonken)", "(ruik|ruikt|stinkt|brandlucht) ~ (brand|verbrand|rook|aangebrand)", "brandlucht",
        "(is|zijn|net|zojuist) ~ (ontploft|geëxplodeerd)", "ontplofte", "(een|de) (explosie|ontploffing)",
    ),
    poison=(
        "(ruik|ruikt|ruiken) ~ gas", "gaslucht", "gaslek", "gas lekt", "koolmonoxide*", "(ingeslikt|doorgeslikt)", "vergiftigd", "vergiftiging", "overdosis", "(pillen|batterij|bleek|schoonmaakmiddel|afwasmiddel|zuur) ~ (geslikt|gedronken|gegeten|genomen)",
    ),
    body=(
        "elektrische schok", "(geëlektrocuteerd|elektrocutie)", "(schok|stroom) (gekregen|van de|kreeg)", "onder stroom", "bloedt", "(verliest|verlies|veel) ~ bloed", "(bewusteloos|buiten bewustzijn)", "flauwgevallen", "(kan|kunnen|krijg|krijgt) ~ (niet|geen|nauwelijks) (|meer|goed) (ademen|ademhalen|adem|lucht)", "(ademt|beweegt) (niet|nauwelijks)", "stikt", "(aan het|bijna) (stikken|verdrinken)",
        "(man|vrouw|zoon|dochter|kind|baby|moeder|vader|oma|opa|vriend|hij|zij) ~ (in elkaar gezakt|ingestort)", "(man|vrouw|zoon|dochter|kind|baby|moeder|vader|oma|opa|vriend) ~ reageert (niet|nergens)", "reageert niet meer en",
        "(zwaar|ernstig|zwaargewond) gewond", "(ben|is|zijn|raakte|gewond geraakt) gewond", "(arm|been|hand|voet|enkel|pols|neus|sleutelbeen|rib*|heup|vinger) ~ gebroken", "(mij|me|zich|hand|vingers|gezicht|arm) ~ verbrand", "brandwond*", "hartaanval", "hartstilstand", "beroerte", "verdrinkt", "verdronken", "opgezwollen",
    ),
    violence=(
        "bedreigt (me|mij|ons|hem|haar|mijn)", "(me|mij|ons|word|ben) ~ bedreigd", "doodsbedreiging*", "(met|heeft) een (mes|pistool|wapen) (voor mijn|buiten|in de hand)", "(valt|vielen) (me|mij|ons) aan", "(word|ben|werd) ~ (aangevallen|mishandeld|neergestoken|verkracht|ontvoerd)", "slaat (me|mij|ons)", "(mij|me|ons|hem|haar) (vermoorden|doden|neersteken|doodschieten)", "(wil|gaat) (me|mij|ons) ~ (vermoorden|doden|slaan)",
    ),
    despair=(
        "niet (meer|langer) leven", "(wil|liever|wilde) ~ (dood|sterven)", "(mezelf|me|mij|mijzelf) (van kant|ophangen|verhangen|iets aan|pijn doen)", "mezelf ~ (doden|vermoorden|snijden)", "zelfmoord*", "suïcid*", "(einde aan|beëindig*) ~ leven", "leven ~ (beëindigen|nemen)", "geen zin meer in het leven", "beter af zonder mij",
    ),
    help=(
        "(bel|stuur|belt|roep|nodig|bellen) ~ (ambulance|brandweer|politie|hulpdiensten)", "(ambulance|brandweer|politie) (nodig|bellen|snel|alsjeblieft|graag)", "(hij|man|vrouw|zoon|dochter|kind|baby|moeder|vader|ik) (gaat dood|ga dood|is stervende|sterft)", "levensgevaar", "medisch noodgeval",
    ),
    harmless=(
        "(licht|lamp*|lampje*|led|controlelampje*|kaars*) ~ brandt", "brandt ~ (licht|lamp*|lampje*|led)", "(prijzen|prijs|kosten|hoofd) ~ (geëxplodeerd|ontploft)", "(automaat|machine) ~ ingeslikt", "pas ~ ingeslikt", "ingeslikt ~ pas", "(koolmonoxide|rook|gas|brand) (melder*|detector*)", "(koolmonoxidemelder*|koolmonoxidealarm)", "(tegen|risico|kans) ~ schok", "brand (nieuw|new|in de markt)", "(pijp|sigaret) ~ rookt", "(ga|gaat) dood van", "vlammen (motief|print|patroon|sticker*)",
    ),
    no=("geen", "niet", "nooit", "niets", "niks", "zonder", "niemand"),
    no_after=("niet", "niets", "niks", "geen", "nooit"),
)  # fmt: skip
