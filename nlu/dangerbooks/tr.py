"""How danger is told, and what only sounds like it, in Turkish."""

from nlu.dangerbooks.dangerbook import DangerBook

BOOK = DangerBook(
    fire=(
        "yangın (çıktı|var|çıkıyor|başladı)", "(alev aldı|alev alıyor|alevler|ateş aldı|tutuştu|tutuşuyor)", "(alev|alevler) içinde", "(yanıyor|yanmaya başladı)", "(evim|mutfak|mutfağım|araba|batarya|pil|akü|telefon|cihaz|bisiklet|scooter) yandı", "(duman|kıvılcım|alev)* ~ (çıkıyor|çıktı|çıkmaya|geliyor|yükseliyor|fışkırıyor|kapladı)", "(dumanlar|duman) (var|içinde)", "(eriyor|tütüyor)", "(yanık|duman|is) (kokusu|kokuyor)", "(patladı|patlıyor|infilak)", "patlama oldu",
    ),
    poison=(
        "gaz (kokusu|kokuyor|sızıntısı|kaçağı|sızıyor|kaçırıyor)", "(yuttu|yutmuş|yuttum)", "(zehirlendi|zehirlendim|zehirlenmiş|zehirlenme)", "(karbonmonoksit|karbon monoksit)", "(aşırı doz|doz aşımı)", "(çamaşır suyu|deterjan|asit|temizleyici) (içti|içmiş|içtim)", "(hap|ilaç|hapları|ilaçları) ~ (içtim|aldım|yuttum)",
    ),
    body=(
        "(elektrik çarptı|elektrik çarpıyor|elektrik çarpması oldu|elektriğe kapıldı)", "elektrik ~ çarptı", "(kanıyor|kanaması var|kanama var|kan kaybediyor|kan kaybı)", "çok kan", "(bilinci kapalı|bilincini kaybetti|bilinçsiz|bilinci yerinde değil|kendinden geçti)", "(bayıldı|bayılmış|bayıldım|yere yığıldı)", "nefes (alamıyor*|almıyor|alamaz)", "(boğuluyor*|boğuldu|tıkanıyor)", "(kolum|kolu|bacağım|bacağı|bileğim|ayağım|burnum|parmağım|omzum|kaburgam)* ~ (kırıldı|kırdım|kırık)", "(yaralandı|yaralandım|yaralı|yaralılar)", "(elim|elimi|yüzüm|yüzümü|parmağım|kolumu) ~ (yandı|yaktım|kesildi|kestim)", "(kalp krizi|felç geçir*|nöbet geçir*)", "(annem|babam|oğlum|kızım|eşim|bebek|bebeğim|çocuk|çocuğum) ~ (tepki vermiyor|uyanmıyor|hareket etmiyor|cevap vermiyor)",
    ),
    violence=(
        "(beni|bizi|onu) ~ tehdit (ediyor*|etti|ediyorlar)", "ölümle tehdit", "(bıçak|silah|tabanca)* ~ (çekti|var elinde|saldırdı|saldırıyor|tehdit)", "(saldırdı|saldırıyor|dövüyor|bıçakladı|tecavüz|kaçırdı|takip ediyor) (beni|bizi)", "(bana|bize|beni|bizi) (saldırdı|saldırıyor*|dövüyor*|dövdü|bıçakladı|kaçırdı|takip ediyor|öldürecek*)", "beni öldürmek istiyor", "tecavüz*",
    ),
    despair=(
        "kendimi (öldürmek|öldüreceğim|asacağım|kesiyorum|asmak)", "intihar*", "ölmek istiyorum", "(yaşamak|yaşamayı) istemiyorum", "(hayatıma|canıma) (son|kıymak|kıyacağım)", "yaşamanın (anlamı|bir anlamı) ~ (yok|kalmadı)", "kendime zarar", "keşke (ölsem|ölseydim)",
    ),
    help=(
        "(ambulans|itfaiye|polis|112)* ~ (çağırın|çağır|gönderin|lazım|yollayın|arayın|gelsin|çağırır*)", "(annem|babam|oğlum|kızım|eşim|bebek|çocuk|o) ölüyor", "(ölüyorum)", "(hayati tehlike|tehlikedeyim|tehlikedeyiz|can güvenliğim)", "tıbbi acil",
    ),
    harmless=(
        "(duman|gaz|karbonmonoksit) (dedektör*|alarm*|sensör*)", "(fiyat*|fatura*|satış*) (patladı|patlıyor)", "(ışık|ışığı|lamba|led|lambası) ~ yanıyor", "(bankamatik|atm|makine) ~ (yuttu|yutmuş)", "(kartımı|kartı|paramı) ~ (yuttu|yutmuş)", "(meraktan|açlıktan|gülmekten|sıkıntıdan|sıcaktan) ölüyorum", "(telefon*|şarj*|lastik) patladı mı", "beni öldürüyor", "canım yanıyor ya", "elektrik çarpması* karşı",
    ),
    no=("hiç", "asla"),
    no_after=("değil", "yok", "mu", "mi"),
)  # fmt: skip
