"""How danger is told, and what only sounds like it, in Indonesian."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "(kebakaran|terbakar|kebakar)", "(ada|muncul|keluar) (api|asap|percikan|kobaran)", "(api|asap) (keluar|muncul|di mana|mengepul|menyala di|berkobar|dari)", "(keluar|mengeluarkan|penuh|banyak|mengepulkan) (asap|api|percikan api)", "(berasap|meleleh|terbakar)", "bau (hangus|gosong|terbakar|asap)", "(meledak|meletus)", "ada ledakan",
    ),
    poison=(
        "(bau|kebocoran|cium|mencium) (|bau) (gas|elpiji)", "gas (bocor|mengebocor)", "(menelan|tertelan|telan)", "(keracunan|diracun)", "overdosis", "karbon monoksida", "(minum|meminum) ~ (pemutih|deterjan|cairan pembersih|racun|asam)", "(minum|menelan) (semua|banyak|terlalu banyak) (obat|pil)",
    ),
    body=(
        "(kesetrum|tersengat listrik|tersetrum|kena setrum|sengatan listrik)", "(berdarah|pendarahan|perdarahan)", "(banyak|kehilangan) (|banyak) darah", "(pingsan|tidak sadar|tak sadarkan diri|tidak sadarkan diri|hilang kesadaran)", "(tidak|gak|nggak|ga|tak|susah|sulit|sesak) (|bisa|dapat) (bernapas|bernafas|napas|nafas)", "(sesak napas|sesak nafas|tersedak|tercekik)", "(tenggelam)", "(patah) (tangan|kaki|lengan|tulang|pergelangan|hidung|jari|bahu)", "(tangan|kaki|lengan|tulang|hidung|jari)* ~ patah", "(luka parah|terluka|cedera parah|luka bakar)", "(serangan jantung|kena stroke|serangan stroke|kejang|kejang kejang)", "(ibu|ayah|anak|bayi|suami|istri|nenek|kakek)* ~ (tidak|tak|gak) (bergerak|merespons|merespon|bangun)",
    ),
    violence=(
        "(mengancam|diancam|ancam) (|saya|kami|akan|dibunuh|mau|dengan) (saya|kami|membunuh|dibunuh|pisau|bunuh|senjata)", "(membawa|bawa|pegang|dengan) (pisau|pistol|senjata) (di luar|mengancam|di depan)", "(menyerang|memukul|memukuli|menusuk|memperkosa|menculik|mencekik|membuntuti) (saya|kami|istri|anak)", "(diserang|dipukuli|ditusuk|diperkosa|diculik|dirampok)", "(mau|ingin|akan) membunuh (saya|kami)", "ancaman pembunuhan",
    ),
    despair=(
        "(bunuh diri|gantung diri|menyakiti diri*|melukai diri*)", "(ingin|mau|pengen) (mati|meninggal)", "(tidak|gak|nggak|tak) (ingin|mau|sanggup) (|lagi) hidup", "mengakhiri hidup*", "(membunuh|bunuh) diri*", "capek hidup",
    ),
    help=(
        "(panggil*|telepon|kirim*|butuh|hubungi) ~ (ambulans|ambulan|pemadam|damkar|polisi)", "(dia|ibu|ayah|anak|suami|istri|saya) sekarat", "(nyawa*) ~ (bahaya|terancam|taruhan)", "darurat medis",
    ),
    harmless=(
        "(detektor|alarm|sensor) ~ (asap|gas|kebakaran|api)", "(pemadam) (api|kebakaran) (portabel|mini|ringan)", "(tahan|anti) (api|kebakaran)", "(harga|kepala|penjualan) ~ meledak", "(mesin|atm) ~ (menelan|tertelan)", "(kartu|uang) ~ (tertelan|ditelan)", "(menelan) ~ (kartu|biaya)", "setengah mati", "(hp|ponsel|lampu|baterai) ~ (mati|pingsan)", "mati (lampu|gaya|penasaran|kelaparan|ketawa)", "(bakar|membakar|terbakar) ~ (kalori|lemak)", "laris meledak",
    ),
    no=("tidak", "tak", "bukan", "belum", "tanpa", "gak", "nggak", "ga", "tidak ada", "jangan"),
)  # fmt: skip
