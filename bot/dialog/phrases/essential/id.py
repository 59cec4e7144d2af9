"""What the bot must be able to say in Indonesian: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Asisten otomatis",
    "disclosure": "Saya asisten otomatis {company}.",
    "greeting": (
        "Halo, saya asisten otomatis {company}. Saya menjawab yang saya tahu pasti, dan untuk "
        "selebihnya saya memanggil orang. Apa yang bisa saya bantu?"
    ),
    "identity": (
        "Saya asisten otomatis, bukan manusia. Saya menjawab yang saya tahu pasti; bila Anda "
        "mau, saya panggilkan seseorang dari tim."
    ),
    "waiting_identity": (
        "Saya asisten otomatis, bukan manusia. Seseorang sudah dipanggil dan akan menjawab Anda "
        "di sini."
    ),
    "person": "Bicara dengan orang",
    "rephrase": (
        "Saya tidak yakin sudah mengerti. Bisakah Anda mengatakannya dengan kata lain, atau saya "
        "panggilkan orang?"
    ),
    "handoff": (
        "Saya teruskan ini kepada seseorang dari tim, yang akan menjawab Anda di sini. Ia dapat "
        "melihat yang Anda tulis, jadi tidak perlu diulang."
    ),
    "handoff_unsure": (
        "Saya tidak punya jawaban pasti untuk itu, jadi saya teruskan kepada seseorang dari tim, "
        "yang akan menjawab Anda di sini."
    ),
    "handoff_urgent": (
        "Ini segera membutuhkan manusia. Anda sekarang di urutan paling depan; seseorang dari "
        "tim akan menjawab Anda di sini."
    ),
    "handoff_failed": (
        "Ada yang salah di pihak saya. Saya teruskan ini kepada seseorang dari tim, yang akan "
        "menjawab Anda di sini; pesan Anda aman."
    ),
    "closed": (
        "Saat ini tidak ada orang di sini. Pesan Anda saya simpan untuk tim; mulai {opening} "
        "seseorang akan menjawab Anda di sini."
    ),
    "closed_unknown": (
        "Saat ini tidak ada orang di sini. Pesan Anda saya simpan untuk tim; begitu kembali, "
        "seseorang akan menjawab Anda di sini."
    ),
    "still_waiting": (
        "Terima kasih, sudah saya tambahkan untuk tim. Seorang manusia akan menjawab Anda di sini."
    ),
    "silenced": (
        "Asisten otomatis sedang dimatikan. Pesan Anda ada pada tim, dan seorang manusia akan "
        "menjawab Anda di sini."
    ),
    "silenced_greeting": (
        "Selamat datang. Asisten otomatis {company} sedang dimatikan. Tulis keperluan Anda, dan "
        "seorang manusia akan menjawab Anda di sini."
    ),
    "taken_over": (
        "{name} kini bergabung dalam percakapan dan menjawab mulai dari sini. Sekarang Anda "
        "berbicara dengan manusia."
    ),
    "given_back": (
        "{name} telah meninggalkan percakapan. Anda kembali berbicara dengan asisten otomatis."
    ),
    "back_to_bot": "Anda kembali berbicara dengan asisten otomatis.",
    "no_agent": (
        "Maaf, belum ada yang bisa menjawab. Urutan Anda tetap, dan saya sudah mengingatkan tim "
        "bahwa Anda menunggu. Anda tidak perlu tetap di sini: jawabannya akan muncul di sini."
    ),
    "wait": (
        "Anda nomor {position} dalam antrean; jawaban biasanya datang dalam sekitar {minutes} "
        "menit."
    ),
    "wait_unknown": "Anda nomor {position} dalam antrean.",
    "wait_long": (
        "Anda nomor {position} dalam antrean. Sedang ramai, dan jawabannya bisa lebih dari satu "
        "jam; Anda tidak perlu menunggu di sini."
    ),
}
