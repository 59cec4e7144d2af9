"""How danger is told, and what only sounds like it, in Romanian."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(luat|ia|iau|luând) foc", "(este|e|avem|izbucnit|văd|am) (|un|o) (foc|incendiu|flăcări)", "incendiu (în|la)", "în flăcări", "(arde|ard) (bucătăria|casa|bateria|încărcătorul|priza|mașina|apartamentul|tot)", "(bucătăria|casa|bateria|încărcătorul|priza|mașina|apartamentul|trotineta|cablul|telefonul) ~ (arde|fumegă|se topește|scoate fum|scântei|s-a aprins)", "(iese|ies|scoate|văd|plin de|mult) ~ (fum|flăcări|scântei)", "(fum|flăcări|scântei) ~ (din|iese|ies|peste tot)", "(miroase|miros) ~ (ars|fum)", "(a|au|tocmai) ~ (explodat|bubuit)", "(s-a|sa) aprins ~ (bateria|casa|încărcătorul|bucătăria)", "o explozie",
    ),
    poison=(
        "(miroase|miros|scurgere|simt) ~ (gaz|gaze)", "(înghițit|înghiți)", "(otrăvit|otrăvire|intoxicat|intoxicație|intoxicată)", "supradoz*", "monoxid de carbon", "(băut) ~ (clor|înălbitor|detergent|acid|otravă)", "(luat) ~ (pastile|pastilele)",
    ),
    body=(
        "(curentat|curentată|electrocut*|șoc electric)", "(sângereaz*|sângerează|sângerare)", "(pierde|pierdut|mult) ~ sânge", "(inconștient|inconștientă|leșinat|leșinată)", "(pierdut) cunoștința", "nu (|mai) (pot|poate|reușesc) (|să) (respir|respire|respira)", "nu (|mai) respiră", "(greu|greutate|dificultăți) (|să|de|în a) (respir*|respirație)", "(se|mă) (sufocă|sufoc|îneacă|înec)", "(rupt|fracturat) (mâna|piciorul|brațul|încheietura|glezna|nasul|clavicula|degetul|o coastă|coasta|șoldul)", "(grav) (rănit|rănită|arși|ars)", "(sunt|este|e|fost|am) (rănit|rănită|răniți)", "m-am (ars|rănit|tăiat|fript)", "(infarct|atac de cord|accident vascular|convulsii)", "(mama|tata|fiul|fiica|copilul|bebelușul|soțul|soția|bunica|bunicul) ~ nu (răspunde|reacționează|mișcă)",
    ),
    violence=(
        "(mă|ne|m-a|ne-a) (amenință|amenințat)", "amenință* cu (moartea|cuțitul|bătaia)", "(are|cu) (un cuțit|pistol|armă|o armă) (în|afară|la)", "(mă|ne|m-a|m-au|ne-au) (atacă|atacat|bate|bătut|înjunghiat|violat|răpit|lovește|urmărește|strânge de gât)", "(vrea|vor) să mă (omoare|ucidă)", "(am fost) (atacat|atacată|bătut|bătută|violată|înjunghiat*)",
    ),
    despair=(
        "(sinucid*|sinucigaș*)", "(să mă|mă) (omor|sinucid|spânzur|tai)", "(vreau|aș vrea|prefer) să mor", "nu (|mai) vreau să (|mai) trăiesc", "(pun|pune|pună) capăt (vieții|zilelor)", "(iau|lua) viața", "să-mi fac rău", "nu mai are rost să trăiesc",
    ),
    help=(
        "(chemați|sunați|trimiteți|cheamă|am nevoie de|avem nevoie de) ~ (ambulanță|ambulanța|pompieri*|poliți*|salvarea|112)", "(ambulanță|pompierii) (repede|urgent)", "(el|ea|mama|tata|copilul|soțul|soția|eu) (moare|mor)", "(pericol de moarte|viața în pericol|pericol viața)", "urgență medicală",
    ),
    harmless=(
        "(detector*|senzor*|alarm*) ~ (fum|gaz|gaze|incendiu|monoxid)", "gri fum*", "(mor|moare|muri) de (curiozitate|râs|foame|nerăbdare|plictiseală|dor)", "(prețurile|prețul|capul|factura) ~ explod*", "(bancomatul|aparatul) ~ înghițit", "înghițit ~ (cardul|banii)", "(becul|lumina|lampa|ledul) ~ arde", "arde ~ (becul|calorii|grăsimi)", "(împotriva|risc*) ~ șoc electric", "(telefonul|bateria) ~ moare",
    ),
    no=("nu", "fără", "niciodată", "nimic", "niciun", "nicio", "nimeni", "nici"),
)  # fmt: skip
