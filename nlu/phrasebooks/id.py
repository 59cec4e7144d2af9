"""How people ask what answers them, or for a person, in Indonesian."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "bot", "chatbot", "mesin", "ai", "kecerdasan buatan", "komputer",
        "balasan otomatis", "jawaban otomatis", "program", "chatgpt",
    ),
    person=("manusia", "orang", "orang (asli|sungguhan|beneran|nyata)", "manusia (asli|beneran)"),
    staff=(
        "petugas", "agen", "operator", "cs", "customer service", "layanan pelanggan", "admin",
        "seseorang", "staf", "karyawan", "manajer", "atasan", "penanggung jawab",
    ),
    wares=(
        "jual", "menjual", "beli", "membeli", "harga", "berapa", "penyedot", "dapur", "seukuran",
        "ukuran", "cuci", "boneka", "mainan",
    ),
    identity=(
        "(kamu|anda|kau|lu|elo|kalian) ~ {what}",
        "(bicara|berbicara|ngobrol|chat|chatting|ngomong) ~ (dengan|sama) {what}",
        "(ini|di sini) {what}", "{what} ~ (menjawab|membalas|yang balas|yang jawab)",
        "(dijawab|dibalas) {what}", "siapa (kamu|anda|ini)", "dengan siapa saya (bicara|berbicara)",
    ),
    human=(
        "(mau|ingin|bisa|boleh|tolong|pengen|harus) ~ (bicara|berbicara|ngobrol|chat|ngomong|terhubung) ~ {who}",
        "(sambungkan|hubungkan|alihkan|oper|teruskan) ~ {who}",
        "(butuh|perlu|minta|panggilkan|mau) {who}", "jangan (robot|bot)", "bukan (robot|bot)",
        "hubungi {who}",
    ),
    please=("tolong", "mohon", "dong", "ya", "mau"),
)  # fmt: skip
