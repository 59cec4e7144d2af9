"""How danger is told, and what only sounds like it, in Finnish."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(palaa tulessa|tulessa|liekeissä|ilmiliekeissä)", "(akku|laturi|talo|keittiö*|asunto|auto|pyörä|johto|pistorasia|meillä|täällä|laite|puhelin) (|juuri|täällä) palaa", "(syttyi|syttynyt|syttyy|leimahti) ~ (tuleen|tulipalo|palamaan)", "(on|täällä|meillä) ~ tulipalo", "tulipalo (keittiö*|meillä|kotona)", "(savuaa|kytee|kipinöi)", "(akku|laturi|johto|pistorasia|pistoke) ~ (sulaa|sulanut|suli)", "(tulee|nousee|tuprua*|näkyy|täynnä) ~ (savua|liekkejä|kipinöitä)", "(savua|liekkejä|kipinöitä) ~ (tulee|nousee|tuprua*)", "(haisee|haju|palaneen) ~ (palaneelta|savulta|käryltä|haju|palaneen)", "(räjähti|räjähtänyt|räjähtää|räjähtivät)",
    ),
    poison=(
        "(haisee|haisee kuin|tuoksuu) ~ (kaasu|kaasulta|kaasua)", "(kaasun haju|kaasuvuoto|kaasua vuotaa)", "(nieli|nielaisi|niellyt|nielaissut|nielaisin)", "(myrkytys|myrkyttynyt|myrkytyksen)", "(yliannostus|yliannostuksen)", "(häkä|häkämyrkytys|hiilimonoksidi)", "(joi|juonut) ~ (pesuaine*|klooria|happoa|myrkkyä)", "(otin|otti|söi|söin) ~ (pillereitä|lääkkeitä|tabletteja)",
    ),
    body=(
        "(sain|sai|antoi) ~ (sähköiskun|sähköisku)", "(vuotaa|vuodan|vuotaa paljon) ~ verta", "verenvuoto", "menettänyt ~ verta", "(tajuton|tajuttomana|tajuttomaksi|menetti tajuntansa)", "(pyörtyi|pyörtynyt|lyyhistyi)", "(en|ei) (|pysty|saa|saan|voi|pystynyt) (|enää) (hengittämään|hengitä|hengittää|henkeä)", "ei hengitä", "(tukehtuu|tukehdun|tukehtumassa|tukehtui)", "(lapsi|poika|tytär|mies|hän|joku) ~ (hukkuu|hukkui)", "hukkumassa", "(mursi|mursin|murtui|katkesi) ~ (käte*|käsi|jalka*|jalan|ranteen|ranne|nilkan|nilkka|nenän|solislu*|kylkilu*|sormen|lonkan)", "(vakavasti|pahasti) (loukkaantunut|haavoittunut|palanut)", "(loukkaantui|loukkaantunut|loukkaannuin|haavoittunut)", "(poltin|poltti|viilsin|leikkasin) ~ (käteni|kätensä|sormeni|kasvoni|itseni)", "(sydänkohtaus|sydänkohtauksen|aivohalvaus|kouristaa|kouristelee)", "(äiti|isä|lapsi|vauva|mies|vaimo|poika|tytär|mummo|vaari)* ~ ei (reagoi|vastaa|liiku)",
    ),
    violence=(
        "(uhkaa|uhkaili|uhkailee|uhkasi) (minua|meitä|häntä|tappaa|veitsellä|puukolla)", "(minua|meitä) (uhataan|uhkailtiin|hakataan|lyödään|seurataan)", "(tappouhka*)", "(veitsi|puukko|ase) kädessä", "(hyökkäsi|hakkasi|löi|puukotti|raiskasi|kuristaa) (minut|minua|meidät|kimppuuni)", "(tappaa|ampua|tappavat) (minut|meidät|hänet)", "minut (raiskattiin|puukotettiin|hakattiin|ryöstettiin)",
    ),
    despair=(
        "(en|ei) (halua|jaksa|haluaisi) (|enää) elää", "(tappaa|tapan|hirtän|vahingoittaa|viillän) itseni", "itsemurha*", "(haluan|haluaisin|tahdon) kuolla", "(riistää|päättää|lopettaa) ~ (henkeni|elämäni)", "vahingoitan itseäni", "ei ole mitään syytä elää",
    ),
    help=(
        "(soittakaa|soita|lähettäkää|tarvitsen|tarvitaan|hälyttäkää|kutsukaa) ~ (ambulanssi*|palokunta*|poliisi*|112|hätäkeskus*)", "(hän|lapsi|äiti|isä|mies|vaimo) (kuolee|on kuolemassa)", "(minä|) kuolen (tähän|nyt)", "hengenvaara*",
    ),
    harmless=(
        "(valo|lamppu|merkkivalo|led|kynttilä) ~ palaa", "palaa ~ (valo|lamppu|merkkivalo|led)", "(hinnat|hinta|pää) ~ räjäht*", "automaatti ~ nieli", "nieli ~ (kortin|korttini|rahat)", "kuolen (uteliaisuu*|nauru*|nälkä*|tylsyy*)", "palaa (loppuun|asiaan|takaisin)", "(suoja|suojaa) ~ sähköisku*", "hukkuu (postiin|työhön)",
    ),
    no=("ei", "en", "eivät", "ilman"),
)  # fmt: skip
