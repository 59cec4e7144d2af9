"""How people ask what answers them, or for a person, in Turkish."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot(la|sun|sunuz)?", "bot(la)?", "chatbot(la)?", "sohbet robotu(yla)?", "makine(yle)?",
        "yapay zek(a|â)(yla)?", "bilgisayar(la)?", "otomatik yanıt", "otomatik cevap", "program",
        "chatgpt",
    ),
    person=(
        "insan(la|a|ı)?", r"gerçek \w+", r"gerçek bir \w+", r"canlı (biri|birisi|kişi|destek)\w*",
    ),
    staff=(
        r"temsilci\w*", r"müşteri hizmetleri\w*", r"yetkili\w*", r"görevli\w*", r"personel\w*",
        r"operatör\w*", "biri(yle|ne|ni)?", "birisi(yle|ne)?", "kişi(yle|ye)?", r"müdür\w*",
        r"danışman\w*", r"çalışan\w*",
    ),
    wares=(
        r"sat\w+ (mu|mı|mi|mü)\w*", r"satıyor\w*", r"fiyat\w*", "kaç para", r"süpürge\w*", "mutfak",
        r"boy\w*", "bulaşık", r"yıka\w*", "oyuncak",
    ),
    identity=(
        "(sen|siz) ~ {what} ~ (mi|mı|mu|mü|misin|mısın|musun|müsün|misiniz|mısınız|musunuz|müsünüz)",
        "{what} (misin|mısın|musun|müsün|misiniz|mısınız|musunuz|müsünüz)",
        "{what} ~ (konuşuyorum|yazışıyorum|görüşüyorum)",
        "(karşımda|karşımdaki|orada|burada) {what}", "(bu|burası) {what} (mi|mı|mu|mü)",
        "{what} ~ (cevap|yanıt) (veriyor|veren)", "(cevap|yanıt) (veren|yazan|veriyor) {what}",
        "(kimsin|kimsiniz|sen kimsin)", "kiminle (konuşuyorum|görüşüyorum)",
    ),
    human=(
        "{who} ~ (konuşmak|görüşmek|konuşabilir|görüşebilir|konuşayım|görüşeyim|yazışmak|bağlanmak)",
        r"{who} ~ (bağla\w*|aktar\w*|yönlendir\w*)", r"(bağla\w*|aktar\w*|yönlendir\w*) ~ {who}",
        "{who} ~ (istiyorum|lazım|isterim)", "{who} ~ (beni arasın|arasın|cevap versin)",
    ),
    please=("lütfen", "bir", "istiyorum"),
)  # fmt: skip
