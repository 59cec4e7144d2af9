"""How danger is told, and what only sounds like it, in French."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "en (feu|flammes)", "(pris|prend|prennent|prenait) feu", "(y a|vois|c'est) ~ (feu|incendie|flammes|fumée|étincelles)",
        "ça (fume|brûle|crame|flambe)",
        "(batterie|chargeur|prise|appareil|moteur|câble|vélo|four|téléphone|trottinette|maison|cuisine|voiture|adaptateur|tout|qui) (|se|est en train de|commence à) (fume|brûle|brûler|fumer|fond|fondre|crame|flambe)",
        "(fumée|flammes|étincelles) ~ (sort|sortent|partout|s'échappe*|de la|du|dans|vient|jaillissent)", "(sort|sortent|dégage*|s'échappe|plein de|beaucoup de) ~ (fumée|flammes|étincelles)",
        "(a|ont|vient d'|viennent d'|avait|vient de m') (explosé|exploser)", "une explosion", "(sent|odeur|odeurs|sens) ~ (brûlé|fumée|roussi|cramé)",
    ),
    poison=(
        "(sent|sens|odeur|senteur|fuite) ~ gaz", "(avalé|avalée)", "(ingéré|inhalé|ingurgité)", "empoisonn*", "(intoxiqué*|intoxication)", "(overdose|surdose)", "monoxyde de carbone",
        "(pris|avalé) ~ (médicaments|cachets|comprimés)", "bu ~ (javel|produit|acide|détergent|lessive)",
    ),
    body=(
        "(décharge|choc) électrique", "électrocut*", "pris (le|un coup de) (jus|courant)", "(saigne*|saignent)", "(perd|perdu) ~ sang", "hémorragie", "perdu connaissance", "inconscient*", "(évanoui|évanouie)", "(s'est|vient de s') effondr*",
        "respire (plus|pas|mal|à peine)", "(arrive|arrivons|peux|peut|arrivait) (plus|pas) (|à|bien|à bien) respirer", "(du mal|difficultés|peine) à respirer", "(m'|s'|en train de s') (étouffe|étouffer)",
        "(cassé|fracturé) (le|la|un|une) (bras|jambe|poignet|cheville|pied|main|nez|épaule|clavicule|côte|doigt|hanche)",
        "(gravement|grièvement) (blessé*|brûlé*)", "(suis|est|sont|été|s'est|m'a|me suis) blessé*", "(me suis|s'est|m'a|ont) brûlé*", "brûlé (la|le|les) (main|mains|bras|visage|doigt*|jambe)",
        "(crise cardiaque|infarctus|arrêt cardiaque)", "fait un avc", "(convulse|convulsions)", "(se|s'est|train de se) (noie|noyé|noyée|noyer)", "(mari|femme|fils|fille|mère|père|bébé|enfant|maman|papa) ~ (réagit|répond|bouge|réveille) (plus|pas)",
    ),
    violence=(
        "(me|nous|la|le) menace*", "(m'a|m'ont|nous a|l'a|été) ~ menacé*", "menaces de mort", "menacé* (par|avec|de mort)", "(avec|a) un (couteau|pistolet|fusil) (devant|chez|à ma|dehors)",
        "(m'|nous|l'|m'a|m'ont|nous a) (agresse*|attaque*|agressé*|attaqué*|frappé*|poignardé*|étrangle*|violé*)", "me (frappe|bat|tape|suit|harcèle)", "(va|veut|vont|voulait) (me|nous|la|le) tuer", "été (violée|violé|agressé*|poignardé*|enlevé*)",
    ),
    despair=(
        "(me|m') (tuer|suicider|pendre|foutre en l'air|ôter la vie)", "suicid*", "(veux|voudrais|envie de|préfère) mourir", "plus envie de vivre", "(veux|envie de|peux) plus (vivre|être en vie|être là)", "(mettre fin à|finir avec) (mes jours|ma vie|la vie)", "mieux sans moi", "me faire du mal", "(me mutile|me scarifie)",
    ),
    help=(
        "(appel*|envoy*|besoin|faut) ~ (ambulance|pompiers|samu|police|médecin d'urgence)", "(ambulance|pompiers|samu) (vite|svp|s'il)", "(va|vais|en train de) mourir", "(danger de mort|danger immédiat)", "urgence (médicale|vitale)",
    ),
    harmless=(
        "(détecteur*|alarme*|avertisseur*) ~ (fumée|monoxyde|gaz)", "gris fumée", "(brûle|brûler|brûlez) ~ (envie|impatience|calories|graisse*)", "feu (rouge|vert|arrière|avant|d'artifice)", "(prix|tarifs|coûts|ventes|factures|facture|nombre) ~ (explosé|exploser)",
        "(distributeur|automate|machine|borne|dab) ~ avalé*", "avalé ~ (carte|argent|billet*)", "carte ~ avalé*", "(contre|risque|risques|protection) ~ (choc|décharge) électrique", "mourir (de rire|d'envie|de faim)", "(lampe|lumière|voyant|ampoule|bougie) ~ brûle", "rouge (feu|en feu)", "en feu vert",
    ),
    no=("pas", "aucun*", "jamais", "sans", "rien", "ni", "personne", "plus de"),
    no_after=("pas", "plus", "rien", "jamais", "personne"),
)  # fmt: skip
