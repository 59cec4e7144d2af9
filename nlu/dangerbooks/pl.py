"""How danger is told, and what only sounds like it, in Polish."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "pali się", "się pali", "(jest|mamy|wybuchł|mam|w domu) ~ pożar", "pożar (w|u)", "(płonie|płoną|płonął|płonąca)", "(w|stanął w|stanęła w) płomieniach", "(zapalił|zapaliła|zapaliło) się", "(dymi|dymią|tli się|iskrzy|topi się|stopił* się)", "(dymi|tli|topi|iskrzy) się", "(leci|wydobywa|wychodzi|wali|unosi|pełno|widzę|dużo|czuję) ~ (dym|dymu|płomienie|iskry)", "(dym|płomienie|iskry) ~ (z|leci|wydobywa*|wychodzi)", "(śmierdzi|czuć|czuję|zapach) ~ (spalenizn*|dymem|dymu|spalonym)", "(wybuchł|wybuchła|wybuchło|eksplodował|eksplodowała)", "(był|nastąpił) wybuch",
    ),
    poison=(
        "(czuję|czuć|śmierdzi|zapach|ulatnia*|wyciek) ~ (gaz|gazem|gazu)", "gaz się ulatnia", "(połknął|połknęła|połknęło|połknąłem|połknęłam)", "(zatruł|zatruła|zatruło|otruł|otruła|zatrucie|otruty)", "przedawkowa*", "tlenek węgla", "(wypił|wypiła|wypiło|zjadł|zjadła) ~ (wybielacz|środek|detergent|kwas|truciznę|baterię|płyn)", "(wziąłem|wzięłam|łyknąłem|łyknęłam) ~ (tabletki|tabletek|leki)", "czad w",
    ),
    body=(
        "(poraził|porażony|porażona|poraziło|kopnął|kopnęło) ~ prąd*", "porażenie prądem", "prąd ~ (poraził|kopnął)", "krwawi*", "(traci|dużo) ~ krwi", "krwotok", "(nieprzytomny|nieprzytomna|nieprzytomne)", "(stracił|straciła) przytomność", "(zemdlał|zemdlała|zasłabł|zasłabła)", "nie oddycha", "nie (mogę|może) (|normalnie|złapać) (oddychać|oddechu|tchu)", "(dusi|duszę) się", "się (dusi|duszę|topi)", "(dziecko|on|ona|ktoś|człowiek|syn|córka|mąż) tonie", "(utonął|utonęła|tonę)", "(złamałem|złamałam|złamał|złamała) ~ (rękę|nogę|nadgarstek|kostkę|nos|obojczyk|żebro|palec|biodro)", "(ciężko|poważnie) (ranny|ranna|poparzony|poparzona)", "(jest|są|jestem) (ranny|ranna|ranni)", "(poparzył*|oparzył*|zraniłem|zraniłam|zranił|zraniła|skaleczył*) (się|sobie|rękę)", "(zawał|zawału|udar|udaru)", "(drgawki|drgawek)", "(mama|tata|mąż|żona|syn|córka|dziecko|babcia|dziadek|ojciec|matka) ~ nie (reaguje|rusza się|odpowiada)",
    ),
    violence=(
        "(grozi|grożą|groził|groziła) (mi|nam|jej|śmiercią|nożem)", "(on|mąż|sąsiad|ktoś|mężczyzna) ~ (nóż|nożem|bronią|pistolet*)", "(zaatakował|atakuje|napadł|pobił|bije|dźgnął|zgwałcił|porwał|dusi) (mnie|nas|ją|żonę|matkę)", "(mnie|nas) (zaatakował|atakuje|napadł|pobił|bije|zgwałcił|zabije)", "(chce|próbuje) (mnie|nas) (zabić|pobić)", "(zostałem|zostałam) (napadnięt*|pobit*|zgwałcona|zaatakowan*)", "groźby śmierci",
    ),
    despair=(
        "(zabić|zabiję|powiesić|okaleczam|krzywdzę) się", "się (zabić|zabiję|powiesić)", "samobój*", "(chcę|chciałbym|chciałabym|wolę) (umrzeć|nie żyć)", "nie chcę (|już|dłużej) żyć", "(skończyć|odebrać|zakończyć) (ze sobą|sobie życie|życie|z życiem)", "nie mam po co żyć", "zrobić sobie krzywdę", "lepiej beze mnie",
    ),
    help=(
        "(wezwij*|wezwać|dzwoń*|zadzwoń*|przyślij*|potrzebuj*|potrzebn*) ~ (karetk*|pogotowi*|straż*|policj*|112|998|999)", "(karetkę|straż pożarną|pogotowie) (szybko|natychmiast|proszę)", "(on|ona|mąż|żona|dziecko|syn|córka|mama|tata|babcia) umiera", "zagrożenie życia", "(życie|jestem|jesteśmy) w (niebezpieczeństwie)",
    ),
    harmless=(
        "(czujnik*|detektor*|alarm*) ~ (dymu|gazu|czadu)", "(ceny|cena|rachunki|głowa) ~ (wybuchł*|eksplodował*)", "(lampka|lampa|światło|kontrolka|dioda|żarówka|świeca) ~ pali", "pali się ~ (lampka|lampa|światło|kontrolka|dioda|żarówka)", "(bankomat|automat|wpłatomat) ~ połknął", "połknął ~ (kartę|pieniądze)", "umiera* z (ciekawości|głodu|nudów)", "umrzeć ze śmiechu", "(przed|ryzyko) ~ (porażeniem|porażenia) ~ (prądem|prądu)", "topi się ~ serce",
    ),
    no=("nie ma", "nie", "nigdy", "bez", "nic", "żaden", "żadnego", "nikt"),
)  # fmt: skip
